/* SPDX-License-Identifier: MIT */
/*
 * vmm_record_read(): any number of a file, any text, and blocks of each size that matters, of any contents. The files of
 * each record have a proof of their own, such as eva_cgroup.c. Here the records have as many files as they have, without
 * the tables, and contracts stand in the place of vmm_read_file() and the other readers and say what these need: a text that
 * can be read, a file of the record, and a record that has begun, of at least its first two members.
 *
 * Entries: vmm_record_read
 * Without: parse record/directory.c
 */
#include "eva.h"

#include "parse/directories.h"

/*@ requires \valid(text) && size >= 16;
    requires \valid_read(source);
    requires \valid((char *)out + (0 .. size - 1));
    requires &arena[0] <= text->pos <= text->end == &arena[LONGEST];
    assigns \result \from *text, *source;
    assigns ((char *)out)[0 .. size - 1] \from *text, *source; */
vmm_status vmm_read_file(struct vmm_text *text, const struct vmm_source *source, void *out, size_t size);

/*@ requires \valid(text) && size >= 16;
    requires \valid((char *)out + (0 .. size - 1));
    requires &arena[0] <= text->pos <= text->end == &arena[LONGEST];
    assigns \result \from *text;
    assigns ((char *)out)[0 .. size - 1] \from *text; */
vmm_status vmm_read_cgroup_memory_stat(struct vmm_text *text, void *out, size_t size);
/*@ requires \valid(text) && size >= 16;
    requires \valid((char *)out + (0 .. size - 1));
    requires &arena[0] <= text->pos <= text->end == &arena[LONGEST];
    assigns \result \from *text;
    assigns ((char *)out)[0 .. size - 1] \from *text; */
vmm_status vmm_read_process_stat(struct vmm_text *text, void *out, size_t size);
/*@ requires \valid(text) && size >= 16;
    requires \valid((char *)out + (0 .. size - 1));
    requires &arena[0] <= text->pos <= text->end == &arena[LONGEST];
    assigns \result \from *text;
    assigns ((char *)out)[0 .. size - 1] \from *text; */
vmm_status vmm_read_process_status(struct vmm_text *text, void *out, size_t size);
/*@ requires \valid(text) && size >= 16;
    requires \valid((char *)out + (0 .. size - 1));
    requires &arena[0] <= text->pos <= text->end == &arena[LONGEST];
    assigns \result \from *text;
    assigns ((char *)out)[0 .. size - 1] \from *text; */
vmm_status vmm_read_net_speed(struct vmm_text *text, void *out, size_t size);
/*@ requires \valid(text) && size >= 16;
    requires \valid((char *)out + (0 .. size - 1));
    requires &arena[0] <= text->pos <= text->end == &arena[LONGEST];
    assigns \result \from *text;
    assigns ((char *)out)[0 .. size - 1] \from *text; */
vmm_status vmm_read_disk_stat(struct vmm_text *text, void *out, size_t size);
/*@ requires \valid(text) && size >= 16;
    requires \valid((char *)out + (0 .. size - 1));
    requires &arena[0] <= text->pos <= text->end == &arena[LONGEST];
    assigns \result \from *text;
    assigns ((char *)out)[0 .. size - 1] \from *text; */
vmm_status vmm_read_process_schedstat(struct vmm_text *text, void *out, size_t size);
/*@ requires \valid(text) && size >= 16;
    requires \valid((char *)out + (0 .. size - 1));
    requires &arena[0] <= text->pos <= text->end == &arena[LONGEST];
    assigns \result \from *text;
    assigns ((char *)out)[0 .. size - 1] \from *text; */
vmm_status vmm_read_disk_inflight(struct vmm_text *text, void *out, size_t size);

/*@ requires \valid(text) && size >= 16;
    requires \valid((char *)out + (0 .. size - 1));
    requires &arena[0] <= text->pos <= text->end == &arena[LONGEST];
    assigns \result \from *text, file;
    assigns ((char *)out)[0 .. size - 1] \from *text, file; */
vmm_status vmm_read_protocols(struct vmm_text *text, enum vmm_file file, void *out, size_t size);

#define FILES(record, last)                                                                                            \
    static struct vmm_source record##_sources[(last) % 1000];                                                          \
    const struct vmm_directory vmm_##record##_directory = {record##_sources, (last) % 1000, sizeof(struct vmm_##record)}

FILES(cgroup_memory, VMM_FILE_CGROUP_MEMORY_STAT);
FILES(cgroup, VMM_FILE_CGROUP_CPUSET_MEMS);
FILES(process, VMM_FILE_PROCESS_SMAPS_ROLLUP);
FILES(net, VMM_FILE_NET_GROUP);
FILES(disk, VMM_FILE_DISK_UEVENT);
FILES(system, VMM_FILE_SYSTEM_UPTIME);
FILES(protocols, VMM_FILE_PROTOCOLS_SOCKSTAT6);

enum { RECORDS = 64 };

/* A file may have a reader or not. */
#define HAS_ANY_READER(record)                                                                                         \
    for (size_t i = 0; i < sizeof record##_sources / sizeof record##_sources[0]; i++)                                  \
    record##_sources[i].has_reader = Frama_C_interval(0, 1) == 1

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
    HAS_ANY_READER(cgroup_memory);
    //@ loop unroll 128;
    HAS_ANY_READER(cgroup);
    //@ loop unroll 64;
    HAS_ANY_READER(process);
    //@ loop unroll 64;
    HAS_ANY_READER(net);
    //@ loop unroll 64;
    HAS_ANY_READER(disk);
    //@ loop unroll 64;
    HAS_ANY_READER(protocols);
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
