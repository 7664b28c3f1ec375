/* SPDX-License-Identifier: MIT */
/* Rows of /proc/net/tcp and its kin: `   0: 0100007F:0035 00000000:0000 0A 00000000:00000000 00:00000000 ...`. */
#include "../record/tables.h"
#include "../scan/scan.h"
#include "vmmetrics/net.h"

/* The numbers of a row. Of an address only its number of bytes is kept. */
struct socket_numbers {
    uint64_t size, record;
    uint64_t local_address_bytes, local_port, remote_address_bytes;
    uint64_t remote_port, state, tx_queue, rx_queue, timer, when, retransmits, uid, timeout, inode;
};

#define RECORD struct socket_numbers

/* The numbers up to the second address, and the numbers after it. The second address has as many bytes as the first. */
static const struct vmm_column socket_head_columns[] = {
    COLUMN(local_address_bytes, ADDRESS, ':'),
    COLUMN(local_port, DIGITS, ' '),
    COLUMN(remote_address_bytes, ADDRESS, ':'),
};
/* clang-format off */
static const struct vmm_column socket_tail_columns[] = {
    COLUMN(remote_port, DIGITS, ' '),
    COLUMN(state, DIGITS, ' '),
    COLUMN(tx_queue, DIGITS, ':'),
    COLUMN(rx_queue, DIGITS, ' '),
    COLUMN(timer, DIGITS, ':'),
    COLUMN(when, DIGITS, ' '),
    COLUMN(retransmits, DIGITS, ' '),
    COLUMNS(uid, inode, NUMBER),
};
/* clang-format on */
static const struct vmm_line socket_head = TABLE_OF_FILE(socket_head_columns, 3);
static const struct vmm_line socket_tail = TABLE_OF_FILE(socket_tail_columns, 2);

#undef RECORD

/*
 * Takes the numbers at p. Numbers that the line lacks after the state are unknown. Returns where the numbers end; NULL
 * when a byte is wrong, with that byte in `error`.
 */
static const char *take_socket_numbers(const char *p, const char *end, struct socket_numbers *numbers,
                                       const char **error)
{
    uint64_t row;

    memset(numbers, 0xff, sizeof *numbers);
    p = vmm_take_number(vmm_skip_blanks(p, end), end, &row, error);
    if (p == NULL)
        return NULL;
    p = vmm_take_word(p, end, ":", 1, error);
    if (p == NULL)
        return NULL;
    p = vmm_take_rest(&socket_head, 0, p, end, numbers, sizeof *numbers, error);
    if (p == NULL)
        return NULL;
    if (numbers->local_address_bytes != numbers->remote_address_bytes) {
        *error = p - 1;
        return NULL;
    }
    return vmm_take_rest(&socket_tail, 0, p, end, numbers, sizeof *numbers, error);
}

/* The drops, the last number after ref and pointer; unknown in rows that have more or fewer numbers. */
static uint64_t drops_at(const char *p, const char *end)
{
    const char *error;
    uint64_t drops;

    for (unsigned i = 0; i < 2; i++) {
        p = vmm_skip_blanks(p, end);
        while (p != end && *p != '\n' && !vmm_is_blank(*p))
            p++;
    }
    p = vmm_take_number(vmm_skip_blanks(p, end), end, &drops, &error);
    if (p == NULL)
        return VMM_UNKNOWN;
    p = vmm_skip_blanks(p, end);
    return p != end && *p == '\n' ? drops : VMM_UNKNOWN;
}

/* Whether the line at p is the heading, which begins with `sl`. */
static inline bool is_socket_heading(const char *p, const char *end)
{
    p = vmm_skip_blanks(p, end);
    return end - p >= 3 && p[0] == 's' && p[1] == 'l' && vmm_is_blank(p[2]);
}

vmm_status vmm_socket_next(struct vmm_text *text, struct vmm_socket *row, size_t row_size)
{
    size_t size;
    vmm_status status = vmm_begin_row(text, row, row_size, sizeof *row, VMM_RECORD_SOCKET, &size);
    struct socket_numbers numbers;
    const char *p, *line_end, *error;
    bool listens;

    if (status != VMM_OK)
        return status;
    for (;;) {
        if (text->pos == text->end)
            return VMM_END;
        line_end = vmm_line_end(text->pos, text->end);
        if (line_end == text->end)
            return vmm_fail(text, line_end);
        if (!is_socket_heading(text->pos, text->end))
            break;
        text->pos = line_end + 1;
    }
    error = text->end;
    p = take_socket_numbers(text->pos, text->end, &numbers, &error);
    if (p == NULL)
        return vmm_fail(text, error);
    text->pos = line_end + 1;
    listens = numbers.state == VMM_SOCKET_STATE_LISTEN;
    vmm_store(row, size, offsetof(struct vmm_socket, address_bytes), numbers.local_address_bytes);
    vmm_store(row, size, offsetof(struct vmm_socket, local_port), numbers.local_port);
    vmm_store(row, size, offsetof(struct vmm_socket, remote_port), numbers.remote_port);
    vmm_store(row, size, offsetof(struct vmm_socket, state), numbers.state);
    vmm_store_value(row, size, offsetof(struct vmm_socket, tx_queue_bytes), numbers.tx_queue);
    vmm_store_value(row, size,
                    listens ? offsetof(struct vmm_socket, accept_queue) : offsetof(struct vmm_socket, rx_queue_bytes),
                    numbers.rx_queue);
    vmm_store(row, size, offsetof(struct vmm_socket, uid), numbers.uid);
    vmm_store(row, size, offsetof(struct vmm_socket, inode), numbers.inode);
    vmm_store(row, size, offsetof(struct vmm_socket, drops), drops_at(p, text->end));
    return VMM_OK;
}
