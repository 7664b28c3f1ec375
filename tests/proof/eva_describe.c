/* SPDX-License-Identifier: MIT */
/*
 * The records' description of themselves: each record and file, members in steps of STEP, and the last one, which has all
 * names before it, and all other numbers at once; blocks of
 * sizes in steps of STEP. Names to find are of every fourth length.
 *
 * Entries: vmm_record_at vmm_member_at vmm_file_at vmm_file_find vmm_text_of
 * Unroll: vmm_member_at:100000 vmm_file_at:100000 vmm_file_find:100000 vmm_store_name:100000
 */
#include "eva.h"

static void init(uint32_t id, size_t size)
{
    void *record = size == 0 ? NULL : any_block(size);

    vmm_record_init(id, record, size);
    free(record);
}

static void describe_record(uint32_t id, size_t size)
{
    struct vmm_record_info *out = size == 0 ? NULL : any_block(size);

    vmm_record_at(id, out, size);
    free(out);
}

static void describe_field(uint32_t id, uint32_t index, size_t size)
{
    struct vmm_member_info *out = size == 0 ? NULL : any_block(size);

    vmm_member_at(id, index, out, size);
    free(out);
}

static void describe_file(uint32_t id, uint32_t index, size_t size)
{
    struct vmm_file_info *out = size == 0 ? NULL : any_block(size);

    vmm_file_at(id, index, out, size);
    free(out);
}

/* Any name of this length. */
static void find_file(uint32_t id, size_t length)
{
    char *name = length == 0 ? NULL : any_block(length);

    vmm_file_find(id, name, length);
    free(name);
}

/* More than there are, which is checked. */
#define RECORDS 64
#define MEMBERS 192
#define FILES 128

int main(void)
{
    //@ loop unroll RECORDS;
    for (uint32_t id = 0; id < RECORDS; id++) {
        struct vmm_record_info record;

        init(id, LARGEST(struct vmm_meminfo));
        describe_record(id, sizeof record);
        if (vmm_record_at(id, &record, sizeof record) != VMM_OK)
            continue;
        //@ check record.members < MEMBERS;
        //@ loop unroll MEMBERS;
        for (uint32_t index = 0; index < record.members; index += STEP)
            describe_field(id, index, sizeof(struct vmm_member_info));
        describe_field(id, (uint32_t)record.members - 1, sizeof(struct vmm_member_info));
        describe_field(id, Frama_C_unsigned_int_interval((unsigned)record.members, UINT32_MAX),
                       sizeof(struct vmm_member_info));
        //@ loop unroll FILES;
        for (uint32_t index = 0; index < FILES; index++) {
            struct vmm_file_info file;

            describe_file(id, index, sizeof file);
            if (vmm_file_at(id, index, &file, sizeof file) != VMM_OK)
                break;
            //@ check index < FILES - 1;
        }
        describe_file(id, Frama_C_unsigned_int_interval(FILES, UINT32_MAX), sizeof(struct vmm_file_info));
        vmm_file_find(id, NULL, Frama_C_unsigned_long_interval(0, SIZE_MAX));
    }
    init(Frama_C_unsigned_int_interval(RECORDS, UINT32_MAX), sizeof(struct vmm_meminfo));
    describe_record(Frama_C_unsigned_int_interval(RECORDS, UINT32_MAX), sizeof(struct vmm_record_info));
    describe_field(Frama_C_unsigned_int_interval(RECORDS, UINT32_MAX), Frama_C_unsigned_int_interval(0, UINT32_MAX),
                   sizeof(struct vmm_member_info));
    describe_file(Frama_C_unsigned_int_interval(RECORDS, UINT32_MAX), Frama_C_unsigned_int_interval(0, UINT32_MAX),
                  sizeof(struct vmm_file_info));
    find_file(Frama_C_unsigned_int_interval(RECORDS, UINT32_MAX), 8);
    //@ loop unroll 1024;
    for (size_t size = 0; size <= LARGEST(struct vmm_meminfo); size += STEP)
        init(VMM_RECORD_MEMINFO, size);
    //@ loop unroll 1024;
    for (size_t size = 0; size <= LARGEST(struct vmm_record_info); size += STEP)
        describe_record(VMM_RECORD_CPU, size);
    //@ loop unroll 1024;
    for (size_t size = 0; size <= LARGEST(struct vmm_member_info); size += STEP)
        describe_field(VMM_RECORD_CPU, 1, size);
    //@ loop unroll 1024;
    for (size_t size = 0; size <= LARGEST(struct vmm_file_info); size += STEP)
        describe_file(VMM_RECORD_CGROUP, 1, size);
    //@ loop unroll 128;
    for (size_t length = 0; length <= 64; length += 4) {
        find_file(VMM_RECORD_CGROUP, length);
        find_file(VMM_RECORD_CGROUP_IO, length);
        find_file(VMM_RECORD_MEMINFO, length);
    }
    vmm_status_text(Frama_C_interval(INT32_MIN, INT32_MAX));
    vmm_text_of(NULL, Frama_C_unsigned_long_interval(0, SIZE_MAX));
    vmm_text_of(arena, LONGEST);
    vmm_version();
    vmm_is_known(Frama_C_unsigned_long_long_interval(0, UINT64_MAX));
    return 0;
}
