/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "diag.h"

#include <errno.h>
#include <string.h>
#include <sys/socket.h>

#include "../../common/netlink.h"

/* As in <linux/sock_diag.h> and <linux/inet_diag.h>, which are not everywhere. */
enum { NETLINK_OF_SOCKETS = 4, SOCKETS_OF_FAMILY = 20 };

/* States up to NEW_SYN_RECV, as /proc/net/tcp has them. */
enum { ALL_STATES = (1 << 13) - 1 };

struct about {
    uint8_t family;
    uint8_t protocol;
    uint8_t extensions;
    uint8_t pad;
    uint32_t states;
    uint8_t addresses[48];
};

/* The beginning of struct inet_diag_msg. */
struct answer {
    uint8_t family;
    uint8_t state;
    uint8_t other[54];
    uint32_t rx_bytes;
    uint32_t tx_bytes;
};

enum { LISTEN = 10 };

static void count(const char *message, struct socket_counts *counts)
{
    struct answer answer;

    memcpy(&answer, message, sizeof answer);
    counts->states[0]++;
    if (answer.state != 0 && answer.state < SOCKET_STATES)
        counts->states[answer.state]++;
    /* Those of a socket that listens are connections. */
    if (answer.state == LISTEN)
        return;
    counts->rx_bytes += answer.rx_bytes;
    counts->tx_bytes += answer.tx_bytes;
}

/* Takes messages. Gives 0 at the end of the answer, an errno, or -1 if more messages follow. */
static int take_messages(const struct diag *diag, const char *at, const char *end, struct socket_counts *counts)
{
    for (;;) {
        struct netlink_header header;
        const char *message = at;
        int error = netlink_next(&at, end, &header);

        if (error != 0)
            return error;
        if (header.sequence != diag->sequence)
            continue;
        if (header.type == NETLINK_IS_DONE)
            return 0;
        if (header.type == NETLINK_IS_ERROR || header.length < sizeof header + sizeof(struct answer))
            return EIO;
        count(message + sizeof header, counts);
    }
}

static int ask(struct diag *diag, uint8_t family, uint8_t protocol, struct socket_counts *counts)
{
    static char message[NETLINK_BYTES];
    struct {
        struct netlink_header header;
        struct about about;
    } request;
    int error = -1;

    request.header =
        (struct netlink_header){sizeof request, SOCKETS_OF_FAMILY, NETLINK_REQUEST | NETLINK_DUMP, ++diag->sequence, 0};
    request.about = (struct about){.family = family, .protocol = protocol, .states = ALL_STATES};
    if (send(diag->socket, &request, sizeof request, MSG_DONTWAIT) < 0)
        return errno;
    while (error == -1) {
        ssize_t got = recv(diag->socket, message, sizeof message, MSG_DONTWAIT | MSG_TRUNC);

        if (got >= 0)
            error = (size_t)got > sizeof message ? EMSGSIZE : take_messages(diag, message, message + got, counts);
        else if (errno != EINTR)
            error = errno;
    }
    return error;
}

bool diag_count(struct diag *diag, uint8_t family, uint8_t protocol, struct socket_counts *counts)
{
    memset(counts, 0, sizeof *counts);
    if (diag->is_off)
        return false;
    if (diag->socket < 0)
        diag->socket = socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, NETLINK_OF_SOCKETS);
    return diag->socket >= 0 && ask(diag, family, protocol, counts) == 0;
}
