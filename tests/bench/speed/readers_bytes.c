/* SPDX-License-Identifier: MIT */
/*
 * A careful byte loop: never a byte after the text, every number checked for its size, every line for its end, and a
 * key looked for first where the kernel's order has it. What one would write by hand for a program that has to be fast.
 */
#include <stdbool.h>
#include <string.h>

#include "keys.h"
#include "readers.h"

struct cursor {
    const char *p;
    const char *end;
};

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static void skip_blanks(struct cursor *cursor)
{
    while (cursor->p != cursor->end && (*cursor->p == ' ' || *cursor->p == '\t'))
        cursor->p++;
}

/* Moves past the line. False if the text ends inside the line. */
static bool skip_line(struct cursor *cursor)
{
    const char *newline = memchr(cursor->p, '\n', (size_t)(cursor->end - cursor->p));

    if (newline == NULL)
        return false;
    cursor->p = newline + 1;
    return true;
}

static bool take(struct cursor *cursor, const char *word, size_t length)
{
    if ((size_t)(cursor->end - cursor->p) < length || memcmp(cursor->p, word, length) != 0)
        return false;
    cursor->p += length;
    return true;
}

/* A number with more text after it. */
static bool take_number(struct cursor *cursor, uint64_t *number)
{
    uint64_t value = 0;
    const char *p = cursor->p;

    while (p != cursor->end && is_digit(*p)) {
        unsigned digit = (unsigned)(*p - '0');

        if (value > (UINT64_MAX - digit) / 10)
            return false;
        value = value * 10 + digit;
        p++;
    }
    if (p == cursor->p || p == cursor->end)
        return false;
    cursor->p = p;
    *number = value;
    return true;
}

/* The same, with a sign maybe. */
static bool take_signed(struct cursor *cursor, double *number)
{
    bool negative = cursor->p != cursor->end && *cursor->p == '-';
    uint64_t value;

    cursor->p += negative;
    if (!take_number(cursor, &value))
        return false;
    *number = negative ? -(double)value : (double)value;
    return true;
}

/* Numbers with blanks before them, into members that follow each other. */
static bool take_numbers(struct cursor *cursor, uint64_t *numbers, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        skip_blanks(cursor);
        if (!take_number(cursor, &numbers[i]))
            return false;
    }
    return true;
}

/* Copies a word that is shorter than so many bytes and has more text after it, and adds a NUL. */
static bool take_name(struct cursor *cursor, char last, char *name, size_t size)
{
    const char *start = cursor->p;
    size_t length;

    while (cursor->p != cursor->end && *cursor->p != last && *cursor->p != '\n')
        cursor->p++;
    length = (size_t)(cursor->p - start);
    if (cursor->p == cursor->end || *cursor->p != last || length >= size)
        return false;
    memcpy(name, start, length);
    name[length] = '\0';
    return true;
}

static bool take_cpu(struct cursor *cursor, struct vmm_cpu *row)
{
    row->id = VMM_UNKNOWN;
    if (cursor->p != cursor->end && *cursor->p != ' ' && !take_number(cursor, &row->id))
        return false;
    return take_numbers(cursor, &row->user_ticks, 10) && skip_line(cursor);
}

static bool take_counter(struct cursor *cursor, struct vmm_stat *stat)
{
    if (take(cursor, "intr ", 5))
        return take_number(cursor, &stat->intr);
    if (take(cursor, "ctxt ", 5))
        return take_number(cursor, &stat->ctxt);
    if (take(cursor, "btime ", 6))
        return take_number(cursor, &stat->btime_seconds);
    if (take(cursor, "processes ", 10))
        return take_number(cursor, &stat->processes);
    if (take(cursor, "procs_running ", 14))
        return take_number(cursor, &stat->procs_running);
    if (take(cursor, "procs_blocked ", 14))
        return take_number(cursor, &stat->procs_blocked);
    if (take(cursor, "softirq ", 8))
        return take_numbers(cursor, &stat->softirq, 11);
    return true;
}

size_t bytes_stat(const char *text, size_t length, const struct output *output)
{
    struct cursor cursor = {text, text + length};
    size_t count = 0;

    while (take(&cursor, "cpu", 3)) {
        if (!take_cpu(&cursor, (struct vmm_cpu *)(void *)(output->rows + count * output->stride)))
            return 0;
        count++;
    }
    while (cursor.p != cursor.end)
        if (!take_counter(&cursor, output->record) || !skip_line(&cursor))
            return 0;
    return count + 1;
}

size_t bytes_cpu_total(const char *text, size_t length, const struct output *output)
{
    struct cursor cursor = {text, text + length};

    return take(&cursor, "cpu", 3) && take_cpu(&cursor, output->record);
}

static size_t take_keys(const char *text, size_t length, const struct key *keys, size_t key_count, char *record)
{
    struct cursor cursor = {text, text + length};
    size_t next = 0;

    while (cursor.p != cursor.end) {
        const char *start = cursor.p;
        size_t name_length;

        while (cursor.p != cursor.end && *cursor.p != ' ' && *cursor.p != '\n')
            cursor.p++;
        name_length = (size_t)(cursor.p - start);
        for (size_t i = 0; i < key_count; i++) {
            size_t at = next + i < key_count ? next + i : next + i - key_count;
            uint64_t value;

            if (keys[at].length != name_length || memcmp(keys[at].name, start, name_length) != 0)
                continue;
            skip_blanks(&cursor);
            if (!take_number(&cursor, &value) || value > UINT64_MAX / keys[at].factor)
                return 0;
            *(uint64_t *)(void *)(record + keys[at].offset) = value * keys[at].factor;
            next = at + 1;
            break;
        }
        if (!skip_line(&cursor))
            return 0;
    }
    return 1;
}

size_t bytes_meminfo(const char *text, size_t length, const struct output *output)
{
    return take_keys(text, length, meminfo_keys, meminfo_key_count, output->record);
}

size_t bytes_memory_stat(const char *text, size_t length, const struct output *output)
{
    return take_keys(text, length, memory_stat_keys, memory_stat_key_count, output->record);
}

size_t bytes_vmstat(const char *text, size_t length, const struct output *output)
{
    return take_keys(text, length, vmstat_keys, vmstat_key_count, output->record);
}

/* The end of the name, which may hold anything: the last `)`. */
static const char *last_bracket(const char *start, const char *end)
{
    while (end != start && end[-1] != ')')
        end--;
    return end == start ? NULL : end - 1;
}

size_t bytes_process_stat(const char *text, size_t length, const struct output *output)
{
    struct cursor cursor = {text, text + length};
    struct vmm_process *process = output->record;
    const char *bracket = last_bracket(cursor.p, cursor.end);
    double group;
    size_t name_length;

    if (bracket == NULL || !take_number(&cursor, &process->pid) || !take(&cursor, " (", 2) || bracket < cursor.p)
        return 0;
    name_length = (size_t)(bracket - cursor.p);
    if (name_length >= sizeof process->comm || cursor.end - bracket < 4 || bracket[1] != ' ')
        return 0;
    memcpy(process->comm, cursor.p, name_length);
    process->comm[name_length] = '\0';
    process->state = process_state(bracket[2]);
    cursor.p = bracket + 3;
    if (!take_numbers(&cursor, &process->ppid, 4))
        return 0;
    skip_blanks(&cursor);
    if (!take_signed(&cursor, &group))
        return 0;
    process->tpgid = group < 0 ? VMM_UNKNOWN : (uint64_t)group;
    if (!take_numbers(&cursor, &process->flags, 9))
        return 0;
    skip_blanks(&cursor);
    if (!take_signed(&cursor, &process->priority))
        return 0;
    skip_blanks(&cursor);
    if (!take_signed(&cursor, &process->nice) || !take_numbers(&cursor, &process->num_threads, 18))
        return 0;
    if (process->rsslim_bytes == UINT64_MAX)
        process->rsslim_bytes = VMM_UNLIMITED;
    skip_blanks(&cursor);
    if (!take_signed(&cursor, &process->exit_signal) || !take_numbers(&cursor, &process->processor, 14))
        return 0;
    return skip_line(&cursor);
}

size_t bytes_net_dev(const char *text, size_t length, const struct output *output)
{
    struct cursor cursor = {text, text + length};
    size_t count = 0;

    for (unsigned heading = 0; heading < 2; heading++)
        if (!skip_line(&cursor))
            return 0;
    while (cursor.p != cursor.end) {
        struct vmm_net *row = (struct vmm_net *)(void *)(output->rows + count * output->stride);

        skip_blanks(&cursor);
        if (!take_name(&cursor, ':', row->name, sizeof row->name))
            return 0;
        cursor.p++;
        if (!take_numbers(&cursor, &row->rx_bytes, 16) || !skip_line(&cursor))
            return 0;
        count++;
    }
    return count;
}

static bool make_bytes(uint64_t *sectors)
{
    if (*sectors > UINT64_MAX / 512)
        return false;
    *sectors *= 512;
    return true;
}

size_t bytes_diskstats(const char *text, size_t length, const struct output *output)
{
    struct cursor cursor = {text, text + length};
    size_t count = 0;

    while (cursor.p != cursor.end) {
        struct vmm_disk *row = (struct vmm_disk *)(void *)(output->rows + count * output->stride);

        if (!take_numbers(&cursor, &row->major, 2))
            return 0;
        skip_blanks(&cursor);
        if (!take_name(&cursor, ' ', row->name, sizeof row->name) || !take_numbers(&cursor, &row->reads, 17) ||
            !skip_line(&cursor))
            return 0;
        if (!make_bytes(&row->read_bytes) || !make_bytes(&row->write_bytes) || !make_bytes(&row->discard_bytes))
            return 0;
        count++;
    }
    return count;
}

/* `12.47` as 1247. */
static bool take_hundredths(struct cursor *cursor, uint64_t *hundredths)
{
    uint64_t whole;

    if (!take_number(cursor, &whole) || whole > UINT64_MAX / 200 || cursor->end - cursor->p < 3 ||
        cursor->p[0] != '.' || !is_digit(cursor->p[1]) || !is_digit(cursor->p[2]))
        return false;
    *hundredths = whole * 100 + (unsigned)(cursor->p[1] - '0') * 10 + (unsigned)(cursor->p[2] - '0');
    cursor->p += 3;
    return true;
}

size_t bytes_pressure(const char *text, size_t length, const struct output *output)
{
    struct cursor cursor = {text, text + length};
    struct vmm_pressure *pressure = output->record;

    while (cursor.p != cursor.end) {
        uint64_t *numbers = NULL;

        if (take(&cursor, "some ", 5))
            numbers = &pressure->some_avg10_hundredths;
        else if (take(&cursor, "full ", 5))
            numbers = &pressure->full_avg10_hundredths;
        if (numbers != NULL && (!take(&cursor, "avg10=", 6) || !take_hundredths(&cursor, &numbers[0]) ||
                                !take(&cursor, " avg60=", 7) || !take_hundredths(&cursor, &numbers[1]) ||
                                !take(&cursor, " avg300=", 8) || !take_hundredths(&cursor, &numbers[2]) ||
                                !take(&cursor, " total=", 7) || !take_number(&cursor, &numbers[3])))
            return 0;
        if (!skip_line(&cursor))
            return 0;
    }
    return 1;
}

size_t bytes_io_stat(const char *text, size_t length, const struct output *output)
{
    struct cursor cursor = {text, text + length};
    size_t count = 0;

    while (cursor.p != cursor.end) {
        struct vmm_cgroup_io *row = (struct vmm_cgroup_io *)(void *)(output->rows + count * output->stride);

        if (!take_number(&cursor, &row->major) || !take(&cursor, ":", 1) || !take_number(&cursor, &row->minor))
            return 0;
        while (take(&cursor, " ", 1)) {
            uint64_t *number = NULL, ignored;

            if (take(&cursor, "rbytes=", 7))
                number = &row->read_bytes;
            else if (take(&cursor, "wbytes=", 7))
                number = &row->write_bytes;
            else if (take(&cursor, "rios=", 5))
                number = &row->reads;
            else if (take(&cursor, "wios=", 5))
                number = &row->writes;
            else if (take(&cursor, "dbytes=", 7))
                number = &row->discard_bytes;
            else if (take(&cursor, "dios=", 5))
                number = &row->discards;
            else
                while (cursor.p != cursor.end && !is_digit(*cursor.p) && *cursor.p != '\n')
                    cursor.p++;
            if (!take_number(&cursor, number != NULL ? number : &ignored))
                return 0;
        }
        if (!skip_line(&cursor))
            return 0;
        count++;
    }
    return count;
}

/* A word and what ends it, which is not the newline before. */
static bool take_word(struct cursor *cursor, char last, struct vmm_span *word)
{
    word->start = cursor->p;
    while (cursor->p != cursor->end && *cursor->p != last && *cursor->p != '\n')
        cursor->p++;
    word->length = (size_t)(cursor->p - word->start);
    if (cursor->p == cursor->end || *cursor->p != last)
        return false;
    cursor->p++;
    return true;
}

static bool take_mount(struct cursor *cursor, struct vmm_mount *row)
{
    struct vmm_span word;

    if (!take_word(cursor, ' ', &row->mount_id) || !take_word(cursor, ' ', &row->parent_id) ||
        !take_word(cursor, ' ', &row->device) || !take_word(cursor, ' ', &row->root) ||
        !take_word(cursor, ' ', &row->mount_point) || !take_word(cursor, ' ', &row->mount_options))
        return false;
    row->optional_fields.start = cursor->p;
    row->optional_fields.length = 0;
    for (;;) {
        if (!take_word(cursor, ' ', &word))
            return false;
        if (word.length == 1 && *word.start == '-')
            break;
        row->optional_fields.length = (size_t)(word.start - row->optional_fields.start) + word.length;
    }
    return take_word(cursor, ' ', &row->type) && take_word(cursor, ' ', &row->source) &&
           take_word(cursor, '\n', &row->super_options);
}

size_t bytes_mountinfo(const char *text, size_t length, const struct output *output)
{
    struct cursor cursor = {text, text + length};
    size_t count = 0;

    while (cursor.p != cursor.end) {
        if (!take_mount(&cursor, (struct vmm_mount *)(void *)(output->rows + count * output->stride)))
            return 0;
        count++;
    }
    return count;
}
