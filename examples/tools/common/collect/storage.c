/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "storage.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "../number.h"

/* ---- Disks on others ---- */

/* Numbers of block devices: a disk, and what is found below it. */
struct numbers {
    struct device_pair {
        unsigned major;
        unsigned minor;
    } list[64];
    size_t count;
    /* There were more, or something could not be read. */
    bool is_incomplete;
};

static bool has_disk(const struct machine *machine, const struct device_pair *wanted)
{
    for (size_t i = 0; i < machine->disk_count; i++) {
        if (machine->disks[i].major == wanted->major && machine->disks[i].minor == wanted->minor)
            return true;
    }
    return false;
}

/* Adds the device whose number is in a file, unless there is no such file. */
static void add_number(const char *path, struct numbers *numbers)
{
    struct device_pair number;
    char digits[32];
    int fd = reader_open(path);
    ssize_t length = fd < 0 ? -1 : read(fd, digits, sizeof digits - 1);
    bool is_gone = length < 0 && reader_is_gone(errno);

    if (fd >= 0)
        close(fd);
    digits[length < 0 ? 0 : length] = '\0';
    if (is_gone)
        return;
    if (!device_number(digits, &number.major, &number.minor) ||
        numbers->count == sizeof numbers->list / sizeof numbers->list[0])
        numbers->is_incomplete = true;
    else
        numbers->list[numbers->count++] = number;
}

/* Whether a file in the directory of a device exists; its path. */
static bool find_file(const struct reader *reader, const struct device_pair *device, const char *name,
                      char path[ROOTS_PATH_BYTES], struct numbers *numbers)
{
    char relative[64];

    snprintf(relative, sizeof relative, "dev/block/%u:%u/%s", device->major, device->minor, name);
    errno = ENAMETOOLONG;
    if (roots_sys(&reader->roots, relative, path) && access(path, F_OK) == 0)
        return true;
    numbers->is_incomplete |= !reader_is_gone(errno);
    return false;
}

/* Adds what a device lies on: the disk of a partition, or the devices below dm-0. */
static void add_below(const struct reader *reader, struct numbers *numbers, size_t index)
{
    const struct device_pair device = numbers->list[index];
    char path[ROOTS_PATH_BYTES], below[ROOTS_PATH_BYTES + 320];
    struct dirent *entry;
    DIR *slaves;

    /* The directory of a partition is in the directory of its disk. */
    if (find_file(reader, &device, "partition", path, numbers)) {
        if (find_file(reader, &device, "../dev", path, numbers))
            add_number(path, numbers);
        return;
    }
    if (!find_file(reader, &device, "slaves", path, numbers))
        return;
    slaves = opendir(path);
    if (slaves == NULL) {
        numbers->is_incomplete |= !reader_is_gone(errno);
        return;
    }
    while ((void)(errno = 0), (entry = readdir(slaves)) != NULL) {
        if (entry->d_name[0] == '.')
            continue;
        snprintf(below, sizeof below, "%s/%s/dev", path, entry->d_name);
        add_number(below, numbers);
    }
    numbers->is_incomplete |= errno != 0;
    closedir(slaves);
}

enum overlap { OVERLAPS_NOTHING, OVERLAPS_PARTLY, OVERLAPS_WHOLLY };

/*
 * Whether what lies below a disk, such as dm-0 or a partition, is a disk of the machine too, which counts the same
 * traffic: all of it, or a part.
 */
static enum overlap overlap_of(const struct reader *reader, const struct machine *machine, const struct device *disk)
{
    struct numbers numbers = {.list = {{disk->major, disk->minor}}, .count = 1};
    bool has_held = false, has_other = false;

    for (size_t i = 0; i < numbers.count; i++) {
        size_t before = numbers.count;

        if (i != 0 && has_disk(machine, &numbers.list[i])) {
            has_held = true;
            continue;
        }
        add_below(reader, &numbers, i);
        has_other |= i != 0 && numbers.count == before;
    }
    if (numbers.is_incomplete)
        return OVERLAPS_PARTLY;
    return !has_held ? OVERLAPS_NOTHING : has_other ? OVERLAPS_PARTLY : OVERLAPS_WHOLLY;
}

/* A disk whose traffic other disks of the machine count is dropped. If they count a part of it, no sum is right. */
static void drop_stacked(struct machine *machine, const struct reader *reader)
{
    enum overlap overlaps[MOST_DISKS] = {OVERLAPS_NOTHING};
    size_t count = 0;

    machine->disks_overlap = false;
    for (size_t i = 0; machine->disk_count > 1 && i < machine->disk_count; i++)
        overlaps[i] = overlap_of(reader, machine, &machine->disks[i]);
    for (size_t i = 0; i < machine->disk_count; i++) {
        machine->disks_overlap |= overlaps[i] == OVERLAPS_PARTLY;
        if (overlaps[i] != OVERLAPS_WHOLLY)
            machine->disks[count++] = machine->disks[i];
    }
    machine->disk_count = count;
    if (machine->disks_overlap)
        troubles_add_reason(&machine->troubles, "disk",
                            "a disk lies on others, and some of them may count its traffic too");
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
    sample->disks.is_incomplete = machine->disks_overlap;
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
        sum->discard_bytes = number_or(row.discard_bytes, sum->discard_bytes);
        sum->discards = number_or(row.discards, sum->discards);
    }
}
