/* SPDX-License-Identifier: MIT */
/*
 * Prints what the library tells of each record and of each member and file, a line each that begins with the record's name, and
 * which files it does not read. The names of the records come from the command line, since a library that was compiled for
 * some records does not tell of the others.
 */
#include <stdio.h>
#include <vmmetrics/vmmetrics.h>

static void tell_record(const char *record, enum vmm_record_id id)
{
    struct vmm_record_info info;
    struct vmm_member_info member;
    struct vmm_file_info file;

    if (vmm_record_at(id, &info, sizeof info) == VMM_OK)
        printf("%s is %s: %u members, %u bytes\n", record, info.name, (unsigned)info.members, (unsigned)info.bytes);
    for (uint32_t i = 0; vmm_member_at(id, i, &member, sizeof member) == VMM_OK; i++)
        printf("%s has %s at %u: %u bytes, type %u, unit %u, kind %u, width %u\n", record, member.name,
               (unsigned)member.offset, (unsigned)member.bytes, (unsigned)member.type, (unsigned)member.unit,
               (unsigned)member.kind, (unsigned)member.width);
    for (uint32_t i = 0; vmm_file_at(id, i, &file, sizeof file) == VMM_OK; i++)
        printf("%s is in %s, file %u\n", record, file.name, (unsigned)file.id);
}

static void tell_files(const char *record, uint32_t id)
{
    static uint64_t memory[1024];

    for (uint32_t number = 1; number < 200; number++) {
        struct vmm_text text = {"", "", NULL};

        memory[0] = 0;
        if (vmm_record_read(&text, (enum vmm_file)(id * 1000 + number), memory, sizeof memory) != VMM_E_ARGUMENT)
            printf("%s reads file %u\n", record, (unsigned)number);
    }
}

int main(int argc, char **argv)
{
    for (int id = 1; id < argc; id++) {
        tell_record(argv[id], (enum vmm_record_id)id);
        tell_files(argv[id], (uint32_t)id);
    }
    return 0;
}
