/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "storage.h"

#include <dirent.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "../number.h"

/* ---- Disks on others ---- */

static bool has_disk(const struct machine *machine, unsigned major, unsigned minor)
{
    for (size_t i = 0; i < machine->disk_count; i++) {
        if (machine->disks[i].major == major && machine->disks[i].minor == minor)
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

/* Whether a disk, such as dm-0, has devices below it, and all of them are disks of the machine too. */
static bool lies_on_others(const struct reader *reader, const struct machine *machine, const struct device *disk)
{
    char relative[64], path[ROOTS_PATH_BYTES], below[ROOTS_PATH_BYTES + 320];
    struct dirent *entry;
    bool lies = false, all = true;
    DIR *slaves;

    snprintf(relative, sizeof relative, "dev/block/%u:%u/slaves", disk->major, disk->minor);
    slaves = roots_sys(&reader->roots, relative, path) ? opendir(path) : NULL;
    while (slaves != NULL && (entry = readdir(slaves)) != NULL) {
        unsigned major, minor;

        if (entry->d_name[0] == '.')
            continue;
        snprintf(below, sizeof below, "%s/%s/dev", path, entry->d_name);
        lies = true;
        all &= read_number(below, &major, &minor) && has_disk(machine, major, minor);
    }
    if (slaves != NULL)
        closedir(slaves);
    return lies && all;
}

/* Both count the same traffic. */
static void drop_stacked(struct machine *machine, const struct reader *reader)
{
    bool is_stacked[MOST_DISKS] = {false};
    size_t count = 0;

    for (size_t i = 0; machine->disk_count > 1 && i < machine->disk_count; i++)
        is_stacked[i] = lies_on_others(reader, machine, &machine->disks[i]);
    for (size_t i = 0; i < machine->disk_count; i++) {
        if (!is_stacked[i])
            machine->disks[count++] = machine->disks[i];
    }
    machine->disk_count = count;
}

/* ---- The machine's disks ---- */

int storage_open(struct machine *machine, const struct reader *reader)
{
    static const char *const names[] = {"stat", "diskseq", NULL};
    char relative[DEVICE_PATH_BYTES], path[ROOTS_PATH_BYTES];
    int error = 0;

    drop_stacked(machine, reader);
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
        /* Each of them is the machine's own, whatever it lies on. */
        row->lies_on_others = 0;
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

        /* A torn row is missing. */
        io->is_incomplete |= status != VMM_OK;
        /* A device without a number is a path of NVMe multipath or a removed disk. */
        if (status != VMM_OK || !vmm_is_known(row.major) || !vmm_is_known(row.minor))
            continue;
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
