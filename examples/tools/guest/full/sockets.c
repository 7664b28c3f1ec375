/* SPDX-License-Identifier: MIT */
#include "sockets.h"

#include <errno.h>
#include <netinet/in.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>
#include <vmmetrics/vmmetrics.h>

#include "../../common/number.h"
#include "../../common/print.h"

static const char *const names[SOCKET_STATES] = {
    [0] = "total",
    [VMM_SOCKET_STATE_ESTABLISHED] = "established",
    [VMM_SOCKET_STATE_SYN_SENT] = "syn_sent",
    [VMM_SOCKET_STATE_SYN_RECV] = "syn_recv",
    [VMM_SOCKET_STATE_FIN_WAIT1] = "fin_wait1",
    [VMM_SOCKET_STATE_FIN_WAIT2] = "fin_wait2",
    [VMM_SOCKET_STATE_TIME_WAIT] = "time_wait",
    [VMM_SOCKET_STATE_CLOSE] = "close",
    [VMM_SOCKET_STATE_CLOSE_WAIT] = "close_wait",
    [VMM_SOCKET_STATE_LAST_ACK] = "last_ack",
    [VMM_SOCKET_STATE_LISTEN] = "listen",
    [VMM_SOCKET_STATE_CLOSING] = "closing",
    [VMM_SOCKET_STATE_NEW_SYN_RECV] = "new_syn_recv",
};

void sockets_init(struct sockets *sockets, const struct roots *roots)
{
    sockets->diag = (struct diag){.socket = -1, .is_off = !roots_are_own(roots)};
    source_init_own(&sockets->files[SOCKET_TCP], roots, "net/tcp", false);
    source_init_own(&sockets->files[SOCKET_UDP], roots, "net/udp", false);
    /* Many machines have no IPv6. */
    source_init_own(&sockets->files[SOCKET_TCP6], roots, "net/tcp6", true);
    source_init_own(&sockets->files[SOCKET_UDP6], roots, "net/udp6", true);
}

static void take_file(struct source *source, struct socket_counts *counts)
{
    struct vmm_text text;
    struct vmm_socket row;
    vmm_status status = VMM_OK;
    bool known = source_read(source, &text);

    memset(counts, 0, sizeof *counts);
    while (known && (status = vmm_socket_next(&text, &row, sizeof row)) == VMM_OK) {
        counts->states[0]++;
        if (row.state != 0 && row.state < SOCKET_STATES)
            counts->states[row.state]++;
        if (row.state == VMM_SOCKET_STATE_LISTEN)
            continue;
        counts->rx_bytes = number_sum(counts->rx_bytes, row.rx_queue_bytes);
        counts->tx_bytes = number_sum(counts->tx_bytes, row.tx_queue_bytes);
    }
    source_check(source, status);
    /* A count that leaves out some sockets would be wrong. */
    if (!known || status != VMM_END)
        memset(counts, 0xff, sizeof *counts);
}

void sockets_take(struct sockets *sockets)
{
    static const struct {
        uint8_t family, protocol;
    } kinds[SOCKET_FILES] = {[SOCKET_TCP] = {AF_INET, IPPROTO_TCP},
                             [SOCKET_TCP6] = {AF_INET6, IPPROTO_TCP},
                             [SOCKET_UDP] = {AF_INET, IPPROTO_UDP},
                             [SOCKET_UDP6] = {AF_INET6, IPPROTO_UDP}};

    for (unsigned i = 0; i < SOCKET_FILES; i++)
        if (!diag_count(&sockets->diag, kinds[i].family, kinds[i].protocol, &sockets->counts[i]))
            take_file(&sockets->files[i], &sockets->counts[i]);
    for (unsigned i = 0; i < SOCKET_FILES; i++)
        sockets->is_absent[i] =
            !vmm_is_known(sockets->counts[i].states[0]) && access(sockets->files[i].path, F_OK) != 0 && errno == ENOENT;
}

static void print_states(struct json *out, const char *name, const uint64_t *counts)
{
    json_open_member(out, name, '{');
    for (unsigned i = 1; i < SOCKET_STATES; i++)
        print_number(out, names[i], counts[i]);
    print_number(out, names[0], counts[0]);
    json_close(out, "}");
}

void sockets_print(struct json *out, const struct sockets *sockets)
{
    json_open(out, '{');
    print_states(out, "tcp", sockets->counts[SOCKET_TCP].states);
    print_states(out, "tcp6", sockets->counts[SOCKET_TCP6].states);
    print_number(out, "udp", sockets->counts[SOCKET_UDP].states[0]);
    print_number(out, "udp6", sockets->counts[SOCKET_UDP6].states[0]);
    json_close(out, "}");
}
