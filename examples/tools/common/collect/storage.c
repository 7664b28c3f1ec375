/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "storage.h"

#include <dirent.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "../number.h"

int storage_open(struct machine *machine, const struct reader *reader)
{
    static const char *const names[] = {"stat", "diskseq", NULL};
    char relative[DEVICE_PATH_BYTES], path[ROOTS_PATH_BYTES];
    int error = 0;

    for (size_t i = 0; error == 0 && i < machine->disk_count; i++) {
        struct source_use use = {SOURCE_DISK, VMM_RECORD_DISK, (unsigned)i};

        device_path(&machine->disks[i], "", relative);
        if (roots_sys(&reader->roots, relative, path))
            error = sources_add_all(&machine->others, path, names, use, &machine->troubles);
    }
    return error;
}

void storage_begin(const struct machine *machine, struct sample *sample)
{
    rows_clear(&sample->disks);
    for (size_t i = 0; i < machine->disk_count; i++) {
        struct vmm_disk *row = rows_add(&sample->disks, VMM_RECORD_DISK);

        if (row == NULL)
            return;
        memcpy(row->name, machine->disks[i].name, sizeof row->name);
        row->major = machine->disks[i].major;
        row->minor = machine->disks[i].minor;
    }
}

/* ---- The cgroup's I/O ---- */

static struct vmm_cgroup_io *find_io(const struct rows *io, const struct vmm_cgroup_io *wanted)
{
    for (size_t i = 0; i < io->count; i++) {
        struct vmm_cgroup_io *row = row_at(io, VMM_RECORD_CGROUP_IO, i);

        if (row->major == wanted->major && row->minor == wanted->minor)
            return row;
    }
    return NULL;
}

void storage_add_io(struct rows *io, enum vmm_file file, struct vmm_text *text)
{
    struct vmm_cgroup_io row;
    vmm_status status;

    while ((status = vmm_cgroup_io_next(text, file, &row, sizeof row)) != VMM_END) {
        struct vmm_cgroup_io *sum;

        /* A row that is torn, or whose device has no number, is missing. */
        if (status != VMM_OK || !vmm_is_known(row.major) || !vmm_is_known(row.minor)) {
            io->is_incomplete = true;
            continue;
        }
        sum = find_io(io, &row);
        if (sum == NULL)
            sum = rows_add(io, VMM_RECORD_CGROUP_IO);
        if (sum == NULL)
            continue;
        sum->major = row.major;
        sum->minor = row.minor;
        /* Version 1 has a file for bytes and one for operations. */
        sum->read_bytes = number_or(row.read_bytes, sum->read_bytes);
        sum->write_bytes = number_or(row.write_bytes, sum->write_bytes);
        sum->reads = number_or(row.reads, sum->reads);
        sum->writes = number_or(row.writes, sum->writes);
    }
}

/* ---- Devices on others ---- */

static void number_of(const struct rows *rows, enum vmm_record_id record_id, size_t index, uint64_t *major,
                      uint64_t *minor)
{
    const void *row = row_at(rows, record_id, index);

    *major = record_id == VMM_RECORD_DISK ? ((const struct vmm_disk *)row)->major
                                          : ((const struct vmm_cgroup_io *)row)->major;
    *minor = record_id == VMM_RECORD_DISK ? ((const struct vmm_disk *)row)->minor
                                          : ((const struct vmm_cgroup_io *)row)->minor;
}

static bool has_device(const struct rows *rows, enum vmm_record_id record_id, unsigned major, unsigned minor)
{
    for (size_t i = 0; i < rows->count; i++) {
        uint64_t its_major, its_minor;

        number_of(rows, record_id, i, &its_major, &its_minor);
        if (its_major == major && its_minor == minor)
            return true;
    }
    return false;
}

static bool read_number(const char *path, unsigned *major, unsigned *minor)
{
    char digits[32];
    int fd = reader_open(path);
    ssize_t length = fd < 0 ? -1 : read(fd, digits, sizeof digits - 1);

    if (fd >= 0)
        close(fd);
    digits[length < 0 ? 0 : length] = '\0';
    return device_number(digits, major, minor);
}

/* Whether a device has devices below it, and all of them are rows. */
static bool lies_on_rows(const struct reader *reader, const struct rows *rows, enum vmm_record_id record_id,
                         size_t index)
{
    char relative[64], path[ROOTS_PATH_BYTES], below[ROOTS_PATH_BYTES + 320];
    uint64_t major, minor;
    struct dirent *entry;
    bool lies = false, all = true;
    DIR *slaves;

    number_of(rows, record_id, index, &major, &minor);
    snprintf(relative, sizeof relative, "dev/block/%llu:%llu/slaves", (unsigned long long)major,
             (unsigned long long)minor);
    slaves = roots_sys(&reader->roots, relative, path) ? opendir(path) : NULL;
    while (slaves != NULL && (entry = readdir(slaves)) != NULL) {
        unsigned its_major, its_minor;

        if (entry->d_name[0] == '.')
            continue;
        snprintf(below, sizeof below, "%s/%s/dev", path, entry->d_name);
        lies = true;
        all &= read_number(below, &its_major, &its_minor) && has_device(rows, record_id, its_major, its_minor);
    }
    if (slaves != NULL)
        closedir(slaves);
    return lies && all;
}

void storage_drop_stacked(const struct reader *reader, struct rows *rows, enum vmm_record_id record_id)
{
    bool is_stacked[MOST_ROWS] = {false};

    if (rows->count < 2)
        return;
    for (size_t i = 0; i < rows->count; i++)
        is_stacked[i] = lies_on_rows(reader, rows, record_id, i);
    for (size_t i = rows->count; i-- > 0;) {
        if (is_stacked[i])
            rows_remove(rows, record_id, i);
    }
}
