/* Rows of /proc/net/tcp and its kin: `   0: 0100007F:0035 00000000:0000 0A 00000000:00000000 00:00000000 ...`. */
#include "../record/engine.h"
#include "../scan/scan.h"
#include "vmmetrics/net.h"

#define RECORD struct vmm_socket

/* The numbers of a row; and each one's form, decimal or hexadecimal, with what stands behind it. */
enum {
    ROW,
    LOCAL_ADDRESS,
    LOCAL_PORT,
    REMOTE_ADDRESS,
    REMOTE_PORT,
    STATE,
    TX_QUEUE,
    RX_QUEUE,
    TIMER,
    WHEN,
    RETRANSMITS,
    UID,
    TIMEOUT,
    INODE,
    NUMBERS
};
static const char forms[] = "d:x:x x:x x x:x x:x x d d d ";

/*
 * Takes the numbers at p; of an address, how many bytes it has. Those that the line lacks behind the state are unknown.
 * Returns where they end; NULL when a byte is wrong, with that byte in `error`.
 */
static const char *take_numbers(const char *p, const char *end, uint64_t numbers[NUMBERS], const char **error)
{
    for (unsigned i = 0; i < NUMBERS; i++)
        numbers[i] = VMM_UNKNOWN;
    for (unsigned i = 0; i < NUMBERS; i++) {
        char delimiter = forms[2 * i + 1];
        const char *start = vmm_skip_blanks(p, end);

        p = start;
        /* not reached: the end, before which there is the row's newline */
        if (i > STATE && forms[(size_t)2 * i - 1] == ' ' && p != end && *p == '\n')
            break;
        *error = start;
        p = forms[(size_t)2 * i] == 'x' ? vmm_take_hex(p, end, &numbers[i])
                                        : vmm_take_number(p, end, &numbers[i], error);
        if (p == NULL)
            return NULL;
        *error = p;
        /* not reached: the end, before which there is the row's newline */
        if (p == end || !(*p == delimiter || (delimiter == ' ' && (*p == '\t' || *p == '\n'))))
            return NULL;
        if (i == LOCAL_ADDRESS || i == REMOTE_ADDRESS) {
            numbers[i] = p - start == 8 ? 4 : p - start == 32 ? 16 : 0;
            if (numbers[i] == 0 || numbers[i] != numbers[LOCAL_ADDRESS])
                return NULL;
        }
        if (delimiter == ':')
            p++;
    }
    return p;
}

/* The drops behind ref and pointer, where nothing follows them; unknown in other rows. */
static uint64_t drops_at(const char *p, const char *end)
{
    const char *error;
    uint64_t drops;

    for (unsigned i = 0; i < 2; i++) {
        p = vmm_skip_blanks(p, end);
        /* not reached: the end, before which there is the row's newline */
        while (p != end && *p != '\n' && !vmm_is_blank(*p))
            p++;
    }
    p = vmm_take_number(vmm_skip_blanks(p, end), end, &drops, &error);
    if (p == NULL)
        return VMM_UNKNOWN;
    p = vmm_skip_blanks(p, end);
    /* not reached: the end, before which there is the row's newline */
    return p != end && *p == '\n' ? drops : VMM_UNKNOWN;
}

/* Whether the line at p is the one above the rows, which begins with `sl`. */
static inline bool is_heading(const char *p, const char *end)
{
    p = vmm_skip_blanks(p, end);
    return end - p >= 3 && p[0] == 's' && p[1] == 'l' && vmm_is_blank(p[2]);
}

vmm_status vmm_socket_next(struct vmm_text *text, struct vmm_socket *row, size_t row_size)
{
    size_t size = vmm_begin_text(text, row, row_size, sizeof *row);
    uint64_t numbers[NUMBERS];
    const char *p, *line_end, *error;
    bool listens;

    if (size == 0)
        return VMM_E_ARGUMENT;
    for (;;) {
        if (text->pos == text->end)
            return VMM_END;
        line_end = vmm_line_end(text->pos, text->end);
        if (line_end == text->end)
            return vmm_fail(text, line_end);
        if (!is_heading(text->pos, text->end))
            break;
        text->pos = line_end + 1;
    }
    p = take_numbers(text->pos, text->end, numbers, &error);
    if (p == NULL)
        return vmm_fail(text, error);
    text->pos = line_end + 1;
    listens = numbers[STATE] == VMM_SOCKET_STATE_LISTEN;
    vmm_store(row, size, offsetof(RECORD, address_bytes), numbers[LOCAL_ADDRESS]);
    vmm_store(row, size, offsetof(RECORD, local_port), numbers[LOCAL_PORT]);
    vmm_store(row, size, offsetof(RECORD, remote_port), numbers[REMOTE_PORT]);
    vmm_store(row, size, offsetof(RECORD, state), numbers[STATE]);
    vmm_store(row, size, offsetof(RECORD, tx_queue_bytes), numbers[TX_QUEUE]);
    vmm_store(row, size, listens ? offsetof(RECORD, accept_queue) : offsetof(RECORD, rx_queue_bytes),
              numbers[RX_QUEUE]);
    vmm_store(row, size, offsetof(RECORD, uid), numbers[UID]);
    vmm_store(row, size, offsetof(RECORD, inode), numbers[INODE]);
    vmm_store(row, size, offsetof(RECORD, drops), drops_at(p, text->end));
    return VMM_OK;
}
