/* SPDX-License-Identifier: MIT */
/* A block device, and the files of its directory in /sys/block. */
#include "disk.h"

#include "../record/tables.h"
#include "directories.h"

#define RECORD struct vmm_disk

static const struct vmm_key disk_uevent_rows[] = {
    ROW("MAJOR=", major, NUMBER),
    ROW("MINOR=", minor, NUMBER),
    ROW("DISKSEQ=", diskseq, NUMBER),
};
static const struct vmm_keys disk_uevent_keys = TABLE_OF_KEYS(disk_uevent_rows);

static const struct vmm_column disk_inflight_columns[] = {
    COLUMNS(in_flight_reads, in_flight_writes, NUMBER),
};
static const struct vmm_line disk_inflight_line = TABLE_OF_FILE(disk_inflight_columns, 1);

/* Reads a line of statistics. The members of the other files stay as they are. */
vmm_status vmm_read_disk_stat(struct vmm_text *text, void *out, size_t size)
{
    vmm_status status = VMM_E_EMPTY;

    if (text->pos != text->end)
        status = vmm_take_disk(text, text->pos, out, size);
    if (status == VMM_OK && text->end[-1] != '\n')
        status = vmm_fail(text, text->end);
    if (status == VMM_OK)
        text->pos = text->end;
    else
        vmm_forget_line(&vmm_disk_line, out, size);
    return status;
}

/* The files in the order of their ids. */
/* clang-format off */
static const struct vmm_source disk_sources[] = {
    READER("stat"),
    VALUE("size", size_bytes, SECTORS),
    VALUE("ro", ro, NUMBER),
    VALUE("diskseq", diskseq, NUMBER),
    READER_OF_LINE("inflight", disk_inflight_line),
    LINES("uevent", disk_uevent_keys),
};
/* clang-format on */
const struct vmm_directory vmm_disk_directory = TABLE(disk_sources);

vmm_status vmm_read_disk_inflight(struct vmm_text *text, void *out, size_t size)
{
    vmm_status status = vmm_read_file(text, &disk_sources[VMM_FILE_DISK_INFLIGHT % 1000 - 1], out, size);

    vmm_forget_requests_below_zero(out, size, offsetof(RECORD, in_flight_reads));
    vmm_forget_requests_below_zero(out, size, offsetof(RECORD, in_flight_writes));
    return status;
}

#undef RECORD
