/* SPDX-License-Identifier: MIT */
/* /proc/PID/stat: `123 (name) S 1 123 ...`. The name may hold any text, also what looks like the rest of the line. */
#include "process_stat.h"

#include <string.h>

#include "../record/tables.h"
#include "../scan/scan.h"
#include "directories.h"

#define RECORD struct vmm_process

/*
 * A name and its NUL have at most COMM_ROOM bytes. The end of a name is searched in COMM_WINDOW bytes. COMM_BUFFER
 * bytes keep a name.
 */
enum { COMM_ROOM = 64, COMM_WINDOW = 72, COMM_BUFFER = 128 };

uint64_t vmm_process_state_of(uint64_t letter)
{
    /* In the order of VMM_PROCESS_STATE_*, which begin with 1. */
    static const char letters[] = "RSDTtZXIPKW";

    if (letter == 'x')
        return VMM_PROCESS_STATE_DEAD;
    for (unsigned i = 0; i < sizeof letters - 1; i++)
        if (letter == (unsigned char)letters[i])
            return i + 1;
    return VMM_UNKNOWN;
}

/* After the state. So many columns have no room in a name, so that a text that was cut inside a name is no line. */
static const struct vmm_column process_stat_columns[] = {
    COLUMNS(ppid, cstime_ticks, NUMBER),   COLUMNS(priority, nice, SIGNED),    COLUMNS(num_threads, rss_pages, NUMBER),
    COLUMN(rsslim_bytes, ONES_LIMIT, ' '), COLUMNS(startcode, cnswap, NUMBER), COLUMN(exit_signal, SIGNED, ' '),
    COLUMNS(processor, exit_code, NUMBER),
};
static const struct vmm_line process_stat_line = TABLE_OF_FILE(process_stat_columns, 30);

static void store_comm(RECORD *out, size_t size, const char *comm)
{
    if (size >= offsetof(RECORD, comm) + COMM_ROOM)
        memcpy(out->comm, comm, COMM_ROOM);
}

/* The length of a name at p, by the last `)` in COMM_WINDOW bytes; COMM_ROOM or more if it is too long. */
static unsigned comm_length(const char *p)
{
    for (unsigned i = COMM_WINDOW; i != 0; i -= 8) {
        uint64_t others = vmm_load8(p + i - 8) ^ VMM_BYTES(')');

        if (((others - VMM_BYTES(1)) & ~others & VMM_BYTES(0x80)) == 0)
            continue;
        for (unsigned k = 1; k <= 8; k++)
            if (p[i - k] == ')')
                return i - k;
    }
    return COMM_ROOM;
}

/* The same near the end of the text, where fewer bytes are left. `after` receives the byte after the `)`. */
VMM_RARE static unsigned take_last_comm(const char *p, const char *end, char *comm, const char **after,
                                        const char **error)
{
    unsigned length = COMM_ROOM;

    for (unsigned i = 0; p != end; i++, p++) {
        if (i < COMM_ROOM)
            comm[i] = *p;
        if (i == COMM_ROOM - 1)
            *error = p;
        if (*p == ')') {
            length = i;
            *after = p + 1;
        }
    }
    return length;
}

/* The first NUL of the text at p; its end if there is none. */
VMM_RARE static const char *find_nul(const char *p, const char *end)
{
    while (p != end && *p != '\0')
        p++;
    return p;
}

/* Zero in bit 7 of each byte if no byte of a word is NUL. */
static inline uint64_t nuls_of(uint64_t word)
{
    return (word - VMM_BYTES(1)) & ~word;
}

/* Whether a name, or the text after it, may hold a NUL. Most names have up to 15 bytes. */
static inline bool may_have_nul(const char *comm, unsigned length)
{
    uint64_t nuls = nuls_of(vmm_load8(comm)) | nuls_of(vmm_load8(comm + 8));

    for (unsigned i = 16; i < length; i += 8)
        nuls |= nuls_of(vmm_load8(comm + i));
    return (nuls & VMM_BYTES(0x80)) != 0;
}

/*
 * Takes a name and its `)`, the last one that is near enough. p is after the `(`. The rest of `comm` becomes zero.
 */
static const char *take_comm(const char *p, const char *end, char *comm, const char **error)
{
    const char *after = end;
    unsigned length;

    *error = end;
    if (end - p >= COMM_WINDOW) {
        length = comm_length(p);
        if (length < COMM_ROOM)
            after = p + length + 1;
        *error = p + COMM_ROOM - 1;
        memcpy(comm, p, COMM_ROOM);
    } else {
        length = take_last_comm(p, end, comm, &after, error);
    }
    if (length >= COMM_ROOM)
        return NULL;
    /* No kernel prints a NUL in a name. */
    if (may_have_nul(comm, length)) {
        const char *nul = find_nul(p, end);

        if (nul < after) {
            *error = nul;
            return NULL;
        }
    }
    memset(comm + length, 0, COMM_ROOM);
    return after;
}

/* The number of the virtual CPU whose thread has this name. */
static uint64_t vcpu_of(const char *comm)
{
    /* The text before the number, and the text after it with the NUL at the end. */
    static const struct {
        char before[9];
        uint8_t before_length;
        uint8_t after_length;
        char after[6];
    } names[] = {
        {"fc_vcpu ", 8, 1, ""}, {"vcpu", 4, 1, ""},      {"CPU ", 4, 5, "/KVM"},
        {"CPU ", 4, 5, "/TCG"}, {"CPU ", 4, 6, "/MSHV"},
    };
    const char *end = comm + COMM_BUFFER;
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
        if (vmm_take_word(after, end, names[i].after, names[i].after_length, &error) != NULL)
            return value;
    }
    return VMM_UNKNOWN;
}

/* Takes at least one blank. */
static const char *take_some_blanks(const char *p, const char *end, const char **error)
{
    if (p == end || !vmm_is_blank(*p)) {
        *error = p;
        return NULL;
    }
    return vmm_skip_blanks(p + 1, end);
}

/* Takes the fields before the columns of stat: the number, the name and the state. */
static const char *take_stat_head(const char *p, const char *end, RECORD *out, size_t size, const char **error)
{
    char comm[COMM_BUFFER] = {0};
    uint64_t pid, letter = VMM_UNKNOWN;

    p = vmm_take_number(p, end, &pid, error);
    if (p == NULL)
        return NULL;
    p = take_some_blanks(p, end, error);
    if (p == NULL)
        return NULL;
    if (p == end || *p != '(') {
        *error = p;
        return NULL;
    }
    p = take_comm(p + 1, end, comm, error);
    if (p == NULL)
        return NULL;
    p = take_some_blanks(p, end, error);
    if (p == NULL)
        return NULL;
    p = vmm_take_value(VMM_FORM_LETTER, p, end, &letter, error);
    if (p == NULL)
        return NULL;
    if (!vmm_ends_value(p, end)) {
        *error = p;
        return NULL;
    }
    vmm_store(out, size, offsetof(RECORD, pid), pid);
    store_comm(out, size, comm);
    vmm_store(out, size, offsetof(RECORD, vcpu), vcpu_of(comm));
    vmm_store(out, size, offsetof(RECORD, state), vmm_process_state_of(letter));
    return p;
}

VMM_RARE static void forget_process_stat(RECORD *out, size_t size)
{
    static const char no_comm[COMM_ROOM] = "";

    vmm_forget_line(&process_stat_line, out, size);
    vmm_store(out, size, offsetof(RECORD, pid), VMM_UNKNOWN);
    store_comm(out, size, no_comm);
    vmm_store(out, size, offsetof(RECORD, vcpu), VMM_UNKNOWN);
    vmm_store(out, size, offsetof(RECORD, state), VMM_UNKNOWN);
}

vmm_status vmm_read_process_stat(struct vmm_text *text, void *record, size_t size)
{
    RECORD *out = (RECORD *)record;
    const char *p = text->pos;
    const char *end = text->end;
    const char *error = end;

    if (p == end) {
        forget_process_stat(out, size);
        return VMM_E_EMPTY;
    }
    p = take_stat_head(p, end, out, size, &error);
    if (p != NULL)
        p = vmm_end_line(vmm_take_rest(&process_stat_line, 0, p, end, out, size, &error), end, &error);
    if (p != NULL && end[-1] != '\n') {
        error = end;
        p = NULL;
    }
    if (p == NULL) {
        forget_process_stat(out, size);
        return vmm_fail(text, error);
    }
    text->pos = end;
    return VMM_OK;
}

#undef RECORD
