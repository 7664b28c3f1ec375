/*
 * The records' description of themselves: each record and member, then all other numbers at once; blocks of each size in
 * steps of half a member.
 *
 * Entries: vmm_record_at vmm_field_at vmm_text_of
 * Unroll: vmm_field_at:100000 store_name:100000
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
    struct vmm_record *out = size == 0 ? NULL : any_block(size);

    vmm_record_at(id, out, size);
    free(out);
}

static void describe_field(uint32_t id, uint32_t index, size_t size)
{
    struct vmm_field *out = size == 0 ? NULL : any_block(size);

    vmm_field_at(id, index, out, size);
    free(out);
}

/* More than there are, which is checked. */
#define RECORDS 64
#define MEMBERS 128

int main(void)
{
    //@ loop unroll RECORDS;
    for (uint32_t id = 0; id < RECORDS; id++) {
        struct vmm_record record;

        init(id, LARGEST(struct vmm_meminfo));
        describe_record(id, sizeof record);
        if (vmm_record_at(id, &record, sizeof record) != VMM_OK)
            continue;
        //@ check record.fields < MEMBERS;
        //@ loop unroll MEMBERS;
        for (uint32_t index = 0; index <= record.fields; index++)
            describe_field(id, index, sizeof(struct vmm_field));
        describe_field(id, Frama_C_unsigned_int_interval((unsigned)record.fields, UINT32_MAX),
                       sizeof(struct vmm_field));
    }
    init(Frama_C_unsigned_int_interval(RECORDS, UINT32_MAX), sizeof(struct vmm_meminfo));
    describe_record(Frama_C_unsigned_int_interval(RECORDS, UINT32_MAX), sizeof(struct vmm_record));
    describe_field(Frama_C_unsigned_int_interval(RECORDS, UINT32_MAX), Frama_C_unsigned_int_interval(0, UINT32_MAX),
                   sizeof(struct vmm_field));
    //@ loop unroll 1024;
    for (size_t size = 0; size <= LARGEST(struct vmm_meminfo); size += 4)
        init(VMM_RECORD_MEMINFO, size);
    //@ loop unroll 1024;
    for (size_t size = 0; size <= LARGEST(struct vmm_record); size += 4)
        describe_record(VMM_RECORD_CPU, size);
    //@ loop unroll 1024;
    for (size_t size = 0; size <= LARGEST(struct vmm_field); size += 4)
        describe_field(VMM_RECORD_CPU, 1, size);
    vmm_status_text(Frama_C_interval(INT32_MIN, INT32_MAX));
    vmm_text_of(NULL, Frama_C_unsigned_long_interval(0, SIZE_MAX));
    vmm_text_of(arena, LONGEST);
    return 0;
}
