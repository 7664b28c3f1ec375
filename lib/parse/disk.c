/* A block device, and the files of its directory in /sys/block. */
#include "disk.h"

#include "../record/tables.h"

#define RECORD struct vmm_disk

static const struct vmm_key disk_uevent_rows[] = {
    ROW("MAJOR=", major, NUMBER),
    ROW("MINOR=", minor, NUMBER),
    ROW("DISKSEQ=", diskseq, NUMBER),
};
static const struct vmm_keys disk_uevent_keys = TABLE_OF_KEYS(disk_uevent_rows);

static const struct vmm_column disk_inflight_columns[] = {
    COLUMNS(inflight_reads, inflight_writes, NUMBER),
};
static const struct vmm_line disk_inflight_line = TABLE_OF_FILE(disk_inflight_columns, 1);

/* The files in the order of their ids. */
/* clang-format off */
static const struct vmm_source disk_sources[] = {
    LINE("stat", vmm_disk_line),
    VALUE("size", size_bytes, SECTORS),
    VALUE("ro", ro, NUMBER),
    VALUE("diskseq", diskseq, NUMBER),
    LINE("inflight", disk_inflight_line),
    LINES("uevent", disk_uevent_keys),
};
/* clang-format on */
static const struct vmm_directory disk_directory = TABLE(disk_sources);

/* A line of statistics. What the other files have filled stays as it is. */
static vmm_status read_disk_stat(struct vmm_text *text, void *out, size_t size)
{
    vmm_status status = VMM_E_EMPTY;

    if (text->pos != text->end)
        status = vmm_take_disk(text, text->pos, out, size);
    if (status == VMM_OK) {
        text->pos = text->end;
        return VMM_OK;
    }
    for (size_t offset = offsetof(RECORD, reads); offset <= offsetof(RECORD, flush_ms); offset += sizeof(uint64_t))
        vmm_store(out, size, offset, VMM_UNKNOWN);
    return status;
}

vmm_status vmm_disk_read(uint32_t file_id, struct vmm_text *text, struct vmm_disk *out, size_t out_size)
{
    size_t size = out_size < sizeof *out ? out_size : sizeof *out;

    if (file_id != VMM_DISK_FILE_STAT)
        return vmm_read_file(text, &disk_directory, file_id, out, out_size);
    if (!vmm_is_usable(text) || out == NULL || out_size < sizeof(uint64_t))
        return VMM_E_ARGUMENT;
    out->size = size;
    return read_disk_stat(text, out, size);
}

#undef RECORD
