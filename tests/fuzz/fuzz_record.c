/* SPDX-License-Identifier: MIT */
/*
 * Files by their names and records by their ids, against what the library itself enumerates. The input is a record's id, an
 * index, a size, and the name of a file.
 */
#include <stdlib.h>
#include <string.h>

#include "fuzz.h"

/* The id of a file as a walk over all files finds it. */
static uint32_t reference(uint32_t record_id, const char *name, size_t length)
{
    struct vmm_file_info file;

    for (uint32_t i = 0; vmm_file_at(record_id, i, &file, sizeof file) == VMM_OK; i++) {
        CHECK(file.id == record_id * UINT64_C(1000) + i + 1);
        if (strlen(file.name) == length && memcmp(file.name, name, length) == 0)
            return (uint32_t)file.id;
    }
    return 0;
}

static void check_name(uint32_t record_id, const char *name, size_t length)
{
    struct piece text = fuzz_copy(name, length);

    fuzz_current(text);
    CHECK(vmm_file_find(record_id, text.bytes == NULL ? "" : text.bytes, length) == reference(record_id, name, length));
    CHECK(vmm_file_find(record_id, NULL, length) == 0);
    fuzz_free(text);
}

/* Each name of a file finds it; with a byte more, less or another, it finds what a walk finds. */
static void check_file(uint32_t record_id, uint32_t index)
{
    struct vmm_file_info file;
    size_t length;

    if (vmm_file_at(record_id, index, &file, sizeof file) != VMM_OK)
        return;
    length = strlen(file.name);
    CHECK(vmm_file_find(record_id, file.name, length) == file.id);
    check_name(record_id, file.name, length - 1);
    check_name(record_id, file.name, length + 1);
    file.name[length - 1] ^= 1;
    check_name(record_id, file.name, length);
}

/* What each call has in common: a record that it describes something in. */
static void check_described(vmm_status status, bool exists, const void *out, size_t size, size_t full)
{
    const unsigned char *bytes = out;
    uint64_t valid;

    if (size < 8) {
        CHECK(status == VMM_E_ARGUMENT);
        return;
    }
    memcpy(&valid, out, sizeof valid);
    CHECK(valid == (size < full ? size : full));
    CHECK(exists == (status == VMM_OK));
    for (size_t i = full; i < size; i++)
        CHECK(bytes[i] == 0xff);
}

static void check_record(uint32_t record_id, uint32_t index, size_t size)
{
    struct vmm_record_info record;
    struct vmm_member_info field;
    bool exists = vmm_record_at(record_id, &record, sizeof record) == VMM_OK;
    bool has_field = exists && index < record.members;
    unsigned char *block = malloc(size);

    CHECK(block != NULL || size == 0);
    check_described(vmm_record_at(record_id, (struct vmm_record_info *)(void *)block, size), exists, block, size,
                    sizeof record);
    check_described(vmm_member_at(record_id, index, (struct vmm_member_info *)(void *)block, size), has_field, block,
                    size, sizeof field);
    check_described(vmm_file_at(record_id, index, (struct vmm_file_info *)(void *)block, size),
                    vmm_file_at(record_id, index, &(struct vmm_file_info){0}, sizeof(struct vmm_file_info)) == VMM_OK,
                    block, size, sizeof(struct vmm_file_info));
    if (has_field) {
        CHECK(vmm_member_at(record_id, index, &field, sizeof field) == VMM_OK);
        CHECK(field.offset >= 16 && field.offset % 8 == 0 && field.bytes % 8 == 0);
        CHECK(field.offset + field.bytes <= record.bytes);
    }
    if (size != 0)
        memset(block, 0x5a, size);
    CHECK(vmm_record_init(record_id, block, size) == (exists && size >= 16 ? VMM_OK : VMM_E_ARGUMENT));
    for (size_t i = 0; i < size && (!exists || size < 16); i++)
        CHECK(block[i] == 0x5a);
    if (exists && size >= 16)
        check_described(VMM_OK, true, block, size, (size_t)record.bytes);
    if (exists && has_field && size >= field.offset + field.bytes)
        for (uint64_t i = 0; i < field.bytes; i++)
            CHECK(block[field.offset + i] == (field.type == VMM_TYPE_NAME ? 0 : 0xff));
    free(block);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    uint32_t record_id = size < 1 ? 0 : data[0] % 64, index = size < 2 ? 0 : data[1];
    const char *name;
    size_t out_size = size < 3 ? 0 : data[2] * (size_t)5, length = 0;

    fuzz_count(1);
    check_record(record_id, index, out_size);
    check_record(record_id, ~index, out_size);
    check_record(UINT32_MAX - record_id, index, out_size);
    check_file(record_id, index);
    if (size <= 3)
        return 0;
    name = (const char *)data + 3;
    check_name(record_id, name, size - 3);
    check_name(UINT32_MAX - record_id, name, size - 3);
    while (fuzz_next_prefix(name, size - 3, &length))
        check_name(record_id, name, length);
    return 0;
}
