/* A block device, and the files of its directory in /sys/block. */
#include "disk.h"

#include "../record/engine.h"

#define RECORD struct vmm_disk
#define UEVENT(KEY)                                                                                                    \
    KEY(major, COUNT, IDENTITY, "MAJOR=")                                                                              \
    KEY(minor, COUNT, IDENTITY, "MINOR=")                                                                              \
    KEY(diskseq, COUNT, IDENTITY, "DISKSEQ=")
/* `stat` is taken apart below. */
#define FILES(LINES, VALUE, PAIR, ALSO)                                                                                \
    VALUE("stat", reads, COUNT, COUNTER_LONG)                                                                          \
    VALUE("size", size_bytes, SECTORS, GAUGE)                                                                          \
    VALUE("ro", ro, COUNT, GAUGE)                                                                                      \
    VALUE("diskseq", diskseq, COUNT, IDENTITY)                                                                         \
    PAIR("inflight", inflight_reads, COUNT, GAUGE, inflight_writes, COUNT, GAUGE)                                      \
    LINES("uevent", UEVENT)
#define STATISTICS(MEMBER)                                                                                             \
    MEMBER(reads, COUNT, COUNTER_LONG)                                                                                 \
    MEMBER(reads_merged, COUNT, COUNTER_LONG)                                                                          \
    MEMBER(read_bytes, SECTORS, COUNTER_LONG)                                                                          \
    MEMBER(read_ms, MS, COUNTER_32)                                                                                    \
    MEMBER(writes, COUNT, COUNTER_LONG)                                                                                \
    MEMBER(writes_merged, COUNT, COUNTER_LONG)                                                                         \
    MEMBER(written_bytes, SECTORS, COUNTER_LONG)                                                                       \
    MEMBER(write_ms, MS, COUNTER_32)                                                                                   \
    MEMBER(in_flight, COUNT, GAUGE)                                                                                    \
    MEMBER(io_ms, MS, COUNTER_32)                                                                                      \
    MEMBER(weighted_io_ms, MS, COUNTER_32)                                                                             \
    MEMBER(discards, COUNT, COUNTER_LONG)                                                                              \
    MEMBER(discards_merged, COUNT, COUNTER_LONG)                                                                       \
    MEMBER(discarded_bytes, SECTORS, COUNTER_LONG)                                                                     \
    MEMBER(discard_ms, MS, COUNTER_32)                                                                                 \
    MEMBER(flushes, COUNT, COUNTER_LONG)                                                                               \
    MEMBER(flush_ms, MS, COUNTER_32)

VMM_DIRECTORY(FILES)

/* A line of statistics. What the other files have filled stays as it is. */
static vmm_status read_stat(struct vmm_text *text, void *out, size_t size)
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
        return vmm_read_file(text, &directory, file_id, out, out_size);
    if (!vmm_is_usable(text) || out == NULL || out_size < sizeof(uint64_t))
        return VMM_E_ARGUMENT;
    out->size = size;
    return read_stat(text, out, size);
}
