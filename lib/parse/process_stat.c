/*
 * The files of /proc/PID that are one line: stat, `123 (name) S 1 123 ...`, statm and schedstat, `1 2 3`. The name may
 * hold anything: also what looks like the rest of the line.
 */
#include "process_stat.h"

#include <string.h>

#include "../record/engine.h"
#include "../scan/scan.h"

#define RECORD struct vmm_process

#define COUNT_OF(first, last) ((offsetof(RECORD, last) - offsetof(RECORD, first)) / sizeof(uint64_t) + 1)

/* A name is shorter than ROOM, by the NUL behind it; WINDOW is how far its end is looked for, BUFFER where it is kept. */
enum { ROOM = 64, WINDOW = 72, BUFFER = 128 };

/* Columns that stand alike, for as many members in a row. */
struct columns {
    uint16_t offset;
    uint8_t count;
    uint8_t form;
};

#define COLUMNS(first, last, form)                                                                                     \
    {                                                                                                                  \
        offsetof(RECORD, first), COUNT_OF(first, last), VMM_FORM_##form                                                \
    }

static const struct columns stat[] = {
    COLUMNS(ppid, cstime_ticks, NUMBER),     COLUMNS(priority, nice, SIGNED),
    COLUMNS(num_threads, rss_pages, NUMBER), COLUMNS(rsslim_bytes, rsslim_bytes, LIMIT),
    COLUMNS(startcode, cnswap, NUMBER),      COLUMNS(exit_signal, exit_signal, SIGNED),
    COLUMNS(processor, exit_code, NUMBER),
};
static const struct columns statm[] = {COLUMNS(statm_size_pages, statm_dt_pages, NUMBER)};
static const struct columns schedstat[] = {COLUMNS(run_time_ns, timeslices, NUMBER)};

/*
 * The files. So many columns must be there: those of stat have no room in a name, so that a text that was cut inside a
 * name is no line.
 */
static const struct line {
    const struct columns *columns;
    uint8_t count;
    uint8_t least;
} lines[] = {
    [VMM_PROCESS_FILE_STAT] = {stat, sizeof stat / sizeof stat[0], 30},
    [VMM_PROCESS_FILE_STATM] = {statm, 1, 1},
    [VMM_PROCESS_FILE_SCHEDSTAT] = {schedstat, 1, 1},
};

static void store_comm(RECORD *out, size_t size, const char *comm)
{
    if (size >= offsetof(RECORD, comm) + ROOM)
        memcpy(out->comm, comm, ROOM);
}

/* The length of a name at p, by the last `)` in the WINDOW bytes that are there; ROOM or more where it is none. */
static unsigned length_of(const char *p)
{
    for (unsigned i = WINDOW; i != 0; i -= 8) {
        uint64_t others = vmm_load8(p + i - 8) ^ VMM_BYTES(')');

        if (((others - VMM_BYTES(1)) & ~others & VMM_BYTES(0x80)) == 0)
            continue;
        /* not reached: none of them, as one is marked */
        for (unsigned k = 1; k <= 8; k++)
            if (p[i - k] == ')')
                return i - k;
    }
    return ROOM;
}

/* The same near the end of the text, where there are not so many bytes. `behind` receives what follows the `)`. */
VMM_RARE static unsigned take_last_comm(const char *p, const char *end, char *comm, const char **behind,
                                        const char **error)
{
    unsigned length = ROOM;

    for (unsigned i = 0; p != end; i++, p++) {
        if (i < ROOM)
            comm[i] = *p;
        if (i == ROOM - 1)
            *error = p;
        if (*p == ')') {
            length = i;
            *behind = p + 1;
        }
    }
    return length;
}

/*
 * Takes a name at p, behind its `(`, and its `)`, which is the last one that stands where it can be. The rest of `comm`
 * becomes zero.
 */
static const char *take_comm(const char *p, const char *end, char *comm, const char **error)
{
    const char *behind = end;
    unsigned length;

    *error = end;
    if (end - p >= WINDOW) {
        length = length_of(p);
        if (length < ROOM)
            behind = p + length + 1;
        *error = p + ROOM - 1;
        memcpy(comm, p, ROOM);
    } else {
        length = take_last_comm(p, end, comm, &behind, error);
    }
    if (length >= ROOM)
        return NULL;
    memset(comm + length, 0, ROOM);
    return behind;
}

/* The number of the virtual CPU whose thread has this name. */
static uint64_t vcpu_of(const char *comm)
{
    /* What stands before the number, and behind it, with the NUL at the end. */
    static const struct {
        char before[9];
        uint8_t before_length;
        uint8_t behind_length;
        char behind[6];
    } names[] = {
        {"fc_vcpu ", 8, 1, ""}, {"vcpu", 4, 1, ""},      {"CPU ", 4, 5, "/KVM"},
        {"CPU ", 4, 5, "/TCG"}, {"CPU ", 4, 6, "/MSHV"},
    };
    const char *end = comm + BUFFER;
    const char *error;

    for (unsigned i = 0; i < sizeof names / sizeof names[0]; i++) {
        const char *number = NULL;
        const char *after;
        uint64_t value;

        if (comm[0] == names[i].before[0])
            number = vmm_take_word(comm, end, names[i].before, names[i].before_length, &error);
        if (number == NULL)
            continue;
        after = vmm_take_number(number, end, &value, &error);
        if (after == NULL || (*number == '0' && after != number + 1))
            continue;
        if (vmm_take_word(after, end, names[i].behind, names[i].behind_length, &error) != NULL)
            return value;
    }
    return VMM_UNKNOWN;
}

/* Takes at least one blank. */
static const char *take_blanks(const char *p, const char *end, const char **error)
{
    if (p == end || !vmm_is_blank(*p)) {
        *error = p;
        return NULL;
    }
    return vmm_skip_blanks(p + 1, end);
}

/* Takes what stands before the columns of stat: the number, the name and the state. */
static const char *take_head(const char *p, const char *end, RECORD *out, size_t size, const char **error)
{
    char comm[BUFFER] = {0};
    uint64_t pid, state;

    p = vmm_take_number(p, end, &pid, error);
    if (p == NULL)
        return NULL;
    p = take_blanks(p, end, error);
    if (p == NULL)
        return NULL;
    p = vmm_take_word(p, end, "(", 1, error);
    if (p == NULL)
        return NULL;
    p = take_comm(p, end, comm, error);
    if (p == NULL)
        return NULL;
    p = take_blanks(p, end, error);
    if (p == NULL)
        return NULL;
    p = vmm_take_value(VMM_FORM_PROCESS_STATE, p, end, &state, error);
    if (p == NULL)
        return NULL;
    if (p == end || !(*p == '\n' || vmm_is_blank(*p))) {
        *error = p;
        return NULL;
    }
    vmm_store(out, size, offsetof(RECORD, pid), pid);
    store_comm(out, size, comm);
    vmm_store(out, size, offsetof(RECORD, vcpu), vcpu_of(comm));
    vmm_store(out, size, offsetof(RECORD, state), state);
    return p;
}

/* Takes a limit: the largest number stands for none. What follows it is there, or else the line was cut. */
static const char *take_limit(const char *p, const char *end, uint64_t *value, const char **error)
{
    static const char none[] = "18446744073709551615";

    if (end - p >= 21 && vmm_load8(p) == vmm_load8(none) && vmm_load8(p + 8) == vmm_load8(none + 8) &&
        vmm_load4(p + 16) == vmm_load4(none + 16) && !vmm_is_digit(p[20])) {
        *value = VMM_UNLIMITED;
        return p + 20;
    }
    return vmm_take_value(VMM_FORM_NUMBER, p, end, value, error);
}

/* Takes a column however it stands. */
static const char *take_column(unsigned form, const char *p, const char *end, uint64_t *value, const char **error)
{
    p = form == VMM_FORM_LIMIT ? take_limit(p, end, value, error) : vmm_take_value(form, p, end, value, error);
    if (p == NULL || (p != end && (*p == '\n' || vmm_is_blank(*p))))
        return p;
    *error = p;
    return NULL;
}

/*
 * Takes columns from the i-th on as the kernel prints most, one blank and one number not below zero, as long as they stand so
 * and are not the last of the line. Returns the first that is another. All of them are in the record.
 */
static inline unsigned take_usual(const struct columns *columns, unsigned i, const char **p, const char *end,
                                  uint64_t *slots)
{
    const char *number = *p + 1;
    const char *safe = end - 17;

    while (i < columns->count && number <= safe) {
        uint64_t value;
        const char *after = vmm_take_short_number(number, &value);

        if (after == NULL || *after != ' ')
            break;
        slots[i++] = columns->form == VMM_FORM_SIGNED ? vmm_bits_of((double)value) : value;
        number = after + 1;
    }
    *p = number - 1;
    return i;
}

/* Takes the columns of a line at p, and the rest of the line. */
static const char *take_columns(const struct line *line, const char *p, const char *end, RECORD *out, size_t size,
                                const char **error)
{
    unsigned before = 0;

    for (unsigned k = 0; k < line->count; before += line->columns[k].count, k++) {
        const struct columns *columns = &line->columns[k];

        for (unsigned i = 0; i < columns->count; i++) {
            uint64_t value = VMM_UNKNOWN;

            if ((columns->form == VMM_FORM_NUMBER || columns->form == VMM_FORM_SIGNED) && end - p >= 18 && *p == ' ' &&
                size == sizeof *out) {
                i = take_usual(columns, i, &p, end, (uint64_t *)(void *)((char *)out + columns->offset));
                if (i == columns->count)
                    break;
            }
            p = vmm_skip_blanks(p, end);
            /* Fewer columns than known leave members unknown. */
            if (before + i < line->least || p == end || *p != '\n') {
                p = take_column(columns->form, p, end, &value, error);
                if (p == NULL)
                    return NULL;
            }
            vmm_store(out, size, columns->offset + i * sizeof(uint64_t), value);
        }
    }
    p = vmm_line_end(p, end);
    if (p != end)
        return p + 1;
    *error = p;
    return NULL;
}

VMM_RARE static void forget(const struct line *line, RECORD *out, size_t size)
{
    static const char no_comm[ROOM];

    for (unsigned k = 0; k < line->count; k++)
        for (unsigned i = 0; i < line->columns[k].count; i++)
            vmm_store(out, size, line->columns[k].offset + i * sizeof(uint64_t), VMM_UNKNOWN);
    if (line->columns == stat) {
        vmm_store(out, size, offsetof(RECORD, pid), VMM_UNKNOWN);
        store_comm(out, size, no_comm);
        vmm_store(out, size, offsetof(RECORD, vcpu), VMM_UNKNOWN);
        vmm_store(out, size, offsetof(RECORD, state), VMM_UNKNOWN);
    }
}

vmm_status vmm_read_process_line(uint32_t file_id, struct vmm_text *text, struct vmm_process *out, size_t size)
{
    const struct line *line = &lines[file_id];
    const char *p = text->pos;
    const char *end = text->end;
    const char *error = end;

    if (p == end) {
        forget(line, out, size);
        return VMM_E_EMPTY;
    }
    if (file_id == VMM_PROCESS_FILE_STAT)
        p = take_head(p, end, out, size, &error);
    if (p != NULL)
        p = take_columns(line, p, end, out, size, &error);
    if (p == NULL) {
        forget(line, out, size);
        return vmm_fail(text, error);
    }
    text->pos = p;
    return VMM_OK;
}
