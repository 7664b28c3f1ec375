/* SPDX-License-Identifier: MIT */
/* A cgroup's I/O, a row a device: `8:0 rbytes=1459200 wbytes=0 rios=192 wios=0`; and v1's `8:0 Read 1459200`. */
#include "vmmetrics/cgroup_io.h"

#include "../record/find.h"

#define RECORD struct vmm_cgroup_io

/* clang-format off */
static const struct vmm_key io_stat_rows[] = {
    ROW("rbytes=", read_bytes, NUMBER),
    ROW("wbytes=", write_bytes, NUMBER),
    ROW("rios=", reads, NUMBER),
    ROW("wios=", writes, NUMBER),
    ROW("dbytes=", discard_bytes, NUMBER),
    ROW("dios=", discards, NUMBER),
};
/* clang-format on */
static const struct vmm_key io_max_rows[] = {
    ROW("rbps=", max_read_bytes_per_second, LIMIT),
    ROW("wbps=", max_write_bytes_per_second, LIMIT),
    ROW("riops=", max_reads_per_second, LIMIT),
    ROW("wiops=", max_writes_per_second, LIMIT),
};
/* Version 1 feeds the same members. */
static const struct vmm_key io_v1_bytes_rows[] = {
    ROW("Read ", read_bytes, NUMBER),
    ROW("Write ", write_bytes, NUMBER),
    ROW("Discard ", discard_bytes, NUMBER),
};
static const struct vmm_key io_v1_operations_rows[] = {
    ROW("Read ", reads, NUMBER),
    ROW("Write ", writes, NUMBER),
    ROW("Discard ", discards, NUMBER),
};
/* Numbers without a key, each in a file of its own, in the order of the files. */
static const struct vmm_key io_v1_limit_rows[] = {
    ROW("", max_read_bytes_per_second, NUMBER),
    ROW("", max_write_bytes_per_second, NUMBER),
    ROW("", max_reads_per_second, NUMBER),
    ROW("", max_writes_per_second, NUMBER),
};
static const struct vmm_keys io_stat_keys = TABLE_OF_KEYS(io_stat_rows);
static const struct vmm_keys io_max_keys = TABLE_OF_KEYS(io_max_rows);
static const struct vmm_keys io_v1_bytes_keys = TABLE_OF_KEYS(io_v1_bytes_rows);
static const struct vmm_keys io_v1_operations_keys = TABLE_OF_KEYS(io_v1_operations_rows);

static inline bool ends_word(char c)
{
    return c == '\n' || vmm_is_blank(c);
}

/* Each function that takes something returns where it ends; NULL if a byte is wrong, with that byte in `error`. */

/* Takes a number of a device. A number that does not fit is an error: the device must not look unknown. */
static const char *take_part(const char *p, const char *end, uint64_t *value, const char **error)
{
    const char *after = vmm_take_number(p, end, value, error);

    if (*value != VMM_UNKNOWN)
        return after;
    *error = p;
    return NULL;
}

/* Takes `8:0` and leaves the blank after it. NULL for anything else, and near the end of the text. */
static inline const char *take_usual_device(const char *p, const char *end, uint64_t numbers[2])
{
    if (end - p < 17 + 17)
        return NULL;
    for (unsigned i = 0; i < 2; i++) {
        p = vmm_take_short_number(p, &numbers[i]);
        if (p == NULL || *p != (i == 0 ? ':' : ' '))
            return NULL;
        p++;
    }
    return p - 1;
}

/* Takes `8:0` or `(unknown)`. */
static const char *take_any_device(const char *p, const char *end, uint64_t numbers[2], const char **error)
{
    numbers[0] = VMM_UNKNOWN;
    numbers[1] = VMM_UNKNOWN;
    if (p != end && *p == '(') {
        p = vmm_take_word(p, end, "(unknown)", 9, error);
    } else {
        p = take_part(p, end, &numbers[0], error);
        if (p != NULL)
            p = vmm_take_word(p, end, ":", 1, error);
        if (p != NULL)
            p = take_part(p, end, &numbers[1], error);
    }
    if (p == NULL || (p != end && ends_word(*p)))
        return p;
    *error = p;
    return NULL;
}

/* Takes the device, and stores it. */
VMM_ONCE static const char *take_io_device(const char *p, const char *end, void *row, size_t row_size,
                                           const char **error)
{
    uint64_t numbers[2] = {VMM_UNKNOWN, VMM_UNKNOWN};
    const char *after = take_usual_device(p, end, numbers);

    if (after == NULL)
        after = take_any_device(p, end, numbers, error);
    if (after == NULL)
        return NULL;
    vmm_store(row, row_size, offsetof(RECORD, major), numbers[0]);
    vmm_store(row, row_size, offsetof(RECORD, minor), numbers[1]);
    return after;
}

/* Version 2: a device and words. */
static vmm_status next_words(struct vmm_text *text, const struct vmm_keys *keys, void *row, size_t row_size)
{
    const char *end = text->end, *error = end;
    const char *p = take_io_device(text->pos, end, row, row_size, &error);

    if (p != NULL)
        p = vmm_skip_blanks(p, end);
    /* Linux 5.14 to 5.16 prints no newline after a device without values. No word begins like a device. */
    if (p != NULL && (p == end || !(*p == '(' || vmm_is_digit(*p))))
        p = vmm_take_pairs(p, end, keys, row, row_size, &error);
    if (p == NULL)
        return vmm_refuse(text, error, row, row_size, sizeof(struct vmm_cgroup_io));
    text->pos = p;
    return VMM_OK;
}

/* Version 1: a device and a number. */
static vmm_status next_limit(struct vmm_text *text, const struct vmm_key *key, void *row, size_t row_size)
{
    const char *end = text->end, *error = end;
    const char *p = take_io_device(text->pos, end, row, row_size, &error);

    if (p != NULL)
        p = vmm_take_values(key, p, end, row, row_size, &error);
    if (p == NULL)
        return vmm_refuse(text, error, row, row_size, sizeof(struct vmm_cgroup_io));
    text->pos = p;
    return VMM_OK;
}

/*
 * Returns where the device ends in the line at p, if it is the device at the beginning of `device`; the end of the text
 * if the text is too short to tell; NULL if the line is for another device.
 */
static const char *take_same_device(const char *device, const char *p, const char *end)
{
    if (p == end)
        return NULL;
    while (p != end && device != end && *p == *device && !ends_word(*p)) {
        p++;
        device++;
    }
    return p == end || (device != end && ends_word(*p) && ends_word(*device)) ? p : NULL;
}

/* Takes an operation and its number. Without keys, skips the rest of the line. */
static const char *take_operation(const char *p, const char *end, const struct vmm_keys *keys, void *row,
                                  size_t row_size, const char **error)
{
    const struct vmm_key *key = NULL;
    const char *values = p;

    if (keys != NULL)
        key = vmm_find_key(keys, keys->rows, p, end, &values);
    if (key != NULL)
        return vmm_take_values(key, values, end, row, row_size, error);
    p = vmm_line_end(p, end);
    *error = p;
    return p == end ? NULL : p + 1;
}

/* Version 1: lines of a device, an operation and a number, several for a device. */
static vmm_status next_lines(struct vmm_text *text, const struct vmm_keys *keys, void *row, size_t row_size)
{
    const char *end = text->end, *error = end, *device = text->pos;
    const char *p = take_io_device(device, end, row, row_size, &error);
    bool is_known = device == end || *device != '(';
    vmm_status status = VMM_OK;

    if (p == NULL)
        return vmm_refuse(text, error, row, row_size, sizeof(struct vmm_cgroup_io));
    do {
        bool is_last;

        p = vmm_skip_blanks(p, end);
        /* The lines of an unknown device end with the total. */
        is_last = !is_known && vmm_take_word(p, end, "Total ", 6, &error) != NULL;
        p = take_operation(p, end, status == VMM_OK ? keys : NULL, row, row_size, &error);
        if (p != NULL) {
            text->pos = p;
        } else if (status == VMM_OK) {
            status = vmm_refuse(text, error, row, row_size, sizeof(struct vmm_cgroup_io));
        } else {
            /* The other lines of a refused device are skipped. The next call reports a line that was cut. */
            return status;
        }
        p = is_last ? NULL : take_same_device(device, text->pos, end);
    } while (p != NULL);
    return status;
}

/* Skips empty lines and the total of all devices, which is not a row. */
VMM_RARE static vmm_status pass_over_totals(struct vmm_text *text)
{
    const char *p = text->pos, *end = text->end, *error = end;

    while (p != end && (*p == '\n' || *p == 'T')) {
        if (*p == 'T') {
            p = vmm_take_word(p, end, "Total ", 6, &error);
            if (p == NULL)
                return vmm_fail(text, error);
            p = vmm_line_end(p, end);
            if (p == end)
                return vmm_fail(text, p);
        }
        p++;
    }
    text->pos = p;
    return p == end ? VMM_END : VMM_OK;
}

vmm_status vmm_cgroup_io_next(struct vmm_text *text, enum vmm_file file, struct vmm_cgroup_io *row, size_t row_size)
{
    size_t size;
    vmm_status status = vmm_begin_row(text, row, row_size, sizeof *row, VMM_RECORD_CGROUP_IO, &size);

    if (status == VMM_OK && (file < VMM_FILE_CGROUP_IO_STAT || file > VMM_FILE_CGROUP_BLKIO_THROTTLE_WRITE_IOPS_DEVICE))
        return vmm_reject(text);
    if (status == VMM_OK && (*text->pos == '\n' || *text->pos == 'T'))
        status = pass_over_totals(text);
    if (status != VMM_OK)
        return status;
    switch ((unsigned)file) {
    case VMM_FILE_CGROUP_IO_STAT:
        return next_words(text, &io_stat_keys, row, row_size);
    case VMM_FILE_CGROUP_IO_MAX:
        return next_words(text, &io_max_keys, row, row_size);
    case VMM_FILE_CGROUP_BLKIO_THROTTLE_IO_SERVICE_BYTES:
    case VMM_FILE_CGROUP_BLKIO_THROTTLE_IO_SERVICE_BYTES_RECURSIVE:
        return next_lines(text, &io_v1_bytes_keys, row, row_size);
    case VMM_FILE_CGROUP_BLKIO_THROTTLE_IO_SERVICED:
    case VMM_FILE_CGROUP_BLKIO_THROTTLE_IO_SERVICED_RECURSIVE:
        return next_lines(text, &io_v1_operations_keys, row, row_size);
    default:
        return next_limit(text, &io_v1_limit_rows[file - VMM_FILE_CGROUP_BLKIO_THROTTLE_READ_BPS_DEVICE], row,
                          row_size);
    }
}

#undef RECORD
