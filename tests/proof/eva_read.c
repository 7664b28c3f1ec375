/* SPDX-License-Identifier: MIT */
/*
 * vmm_record_read(): any number of a file, any text, and blocks of each size that matters, of any contents. The readers of
 * the records have proofs of their own, such as eva_cgroup.c; contracts that say what the readers need stand here in their
 * place: a text that can be read, and a record that has begun, of at least its first two members.
 *
 * Entries: vmm_record_read
 * Without: parse
 */
#include "eva.h"

/*@ requires \valid(text) && size >= 16;
    requires \valid((char *)out + (0 .. size - 1));
    requires &arena[0] <= text->pos <= text->end == &arena[LONGEST];
    assigns \result \from *text, file;
    assigns ((char *)out)[0 .. size - 1] \from *text, file; */
vmm_status vmm_read_system(struct vmm_text *text, enum vmm_file file, void *out, size_t size);
/*@ requires \valid(text) && size >= 16;
    requires \valid((char *)out + (0 .. size - 1));
    requires &arena[0] <= text->pos <= text->end == &arena[LONGEST];
    assigns \result \from *text, file;
    assigns ((char *)out)[0 .. size - 1] \from *text, file; */
vmm_status vmm_read_process(struct vmm_text *text, enum vmm_file file, void *out, size_t size);
/*@ requires \valid(text) && size >= 16;
    requires \valid((char *)out + (0 .. size - 1));
    requires &arena[0] <= text->pos <= text->end == &arena[LONGEST];
    assigns \result \from *text, file;
    assigns ((char *)out)[0 .. size - 1] \from *text, file; */
vmm_status vmm_read_net(struct vmm_text *text, enum vmm_file file, void *out, size_t size);
/*@ requires \valid(text) && size >= 16;
    requires \valid((char *)out + (0 .. size - 1));
    requires &arena[0] <= text->pos <= text->end == &arena[LONGEST];
    assigns \result \from *text, file;
    assigns ((char *)out)[0 .. size - 1] \from *text, file; */
vmm_status vmm_read_disk(struct vmm_text *text, enum vmm_file file, void *out, size_t size);
/*@ requires \valid(text) && size >= 16;
    requires \valid((char *)out + (0 .. size - 1));
    requires &arena[0] <= text->pos <= text->end == &arena[LONGEST];
    assigns \result \from *text, file;
    assigns ((char *)out)[0 .. size - 1] \from *text, file; */
vmm_status vmm_read_cgroup(struct vmm_text *text, enum vmm_file file, void *out, size_t size);
/*@ requires \valid(text) && size >= 16;
    requires \valid((char *)out + (0 .. size - 1));
    requires &arena[0] <= text->pos <= text->end == &arena[LONGEST];
    assigns \result \from *text;
    assigns ((char *)out)[0 .. size - 1] \from *text; */
vmm_status vmm_read_cgroup_memory(struct vmm_text *text, void *out, size_t size);

enum { RECORDS = 64 };

static void read(struct vmm_text *text, uint32_t first, uint32_t last, size_t size)
{
    void *record = size == 0 ? NULL : any_block(size);

    vmm_record_read(text, (enum vmm_file)Frama_C_unsigned_int_interval(first, last), record, size);
    free(record);
}

int main(void)
{
    struct vmm_text text, unusable = unusable_text();

    //@ loop unroll 64;
    for (uint32_t record = 0; record < RECORDS; record++) {
        text = any_text(0, LONGEST);
        read(&text, record * 1000, record * 1000 + 999, sizeof(struct vmm_process));
        check_text(&text);
    }
    text = any_text(0, LONGEST);
    read(&text, RECORDS * 1000, UINT32_MAX, sizeof(struct vmm_process));
    check_text(&text);
    //@ loop unroll 1024;
    for (size_t size = 0; size <= LARGEST(struct vmm_system); size += STEP / 5) {
        text = any_text(0, LONGEST);
        read(&text, VMM_FILE_SYSTEM_LOADAVG, VMM_FILE_SYSTEM_UPTIME, size);
        check_text(&text);
    }
    read(&unusable, VMM_FILE_SYSTEM_LOADAVG, VMM_FILE_SYSTEM_LOADAVG, sizeof(struct vmm_system));
    read(NULL, VMM_FILE_SYSTEM_LOADAVG, VMM_FILE_SYSTEM_LOADAVG, sizeof(struct vmm_system));
    return 0;
}
