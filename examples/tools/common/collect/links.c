/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "links.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../netlink.h"

/* No host has more interfaces that are read. */
enum { MOST_LINKS = 1 << 20 };

/* As in <linux/rtnetlink.h> and <linux/if_link.h>, which are not everywhere. */
enum { NETLINK_OF_ROUTES = 0, GET_STATS = 94, LINK_64 = 1, ONLY_LINK_64 = 1 << (LINK_64 - 1) };

struct about {
    uint8_t family;
    uint8_t pad[3];
    uint32_t ifindex;
    uint32_t filter;
};

struct attribute {
    uint16_t length;
    uint16_t type;
};

/* The first of struct rtnl_link_stats64, which begins at 4 bytes. */
struct stats {
    uint64_t rx_packets;
    uint64_t tx_packets;
    uint64_t rx_bytes;
    uint64_t tx_bytes;
    uint64_t rx_errors;
    uint64_t tx_errors;
    uint64_t rx_dropped;
    uint64_t tx_dropped;
};

struct link {
    uint64_t ifindex;
    struct link_counters counters;
};

/* What the kernel answered, in the order of the interfaces' numbers. */
struct answer {
    struct link *list;
    size_t count;
    size_t capacity;
    /* Of the request, and of the messages that are taken now. */
    int64_t time_ns;
    int64_t messages_ns;
};

struct links {
    int socket;
    /* The kernel does not answer, or in another way. */
    bool is_refused;
    uint32_t sequence;
    /* Of the last request for all interfaces, and of the last request for one. */
    struct answer all;
    struct answer one;
    char message[NETLINK_BYTES];
};

void links_free(struct links *links)
{
    if (links != NULL) {
        if (links->socket >= 0)
            close(links->socket);
        free(links->all.list);
        free(links->one.list);
    }
    free(links);
}

static int by_number(const void *a, const void *b)
{
    const struct link *one = a, *other = b;

    return one->ifindex < other->ifindex ? -1 : one->ifindex > other->ifindex;
}

static int add(struct answer *answer, const struct link *link)
{
    if (answer->count == answer->capacity) {
        size_t capacity = answer->capacity == 0 ? 64 : answer->capacity * 2;
        struct link *list = capacity > MOST_LINKS ? NULL : realloc(answer->list, capacity * sizeof *list);

        if (list == NULL)
            return ENOMEM;
        answer->list = list;
        answer->capacity = capacity;
    }
    answer->list[answer->count++] = *link;
    return 0;
}

/* Adds the interface of a message, which has `length` bytes. */
static int take(struct answer *answer, const char *message, size_t length)
{
    struct link link = {.counters.time_ns = answer->messages_ns};
    struct attribute attribute;
    struct about about;
    struct stats stats;
    size_t at = sizeof(struct netlink_header) + sizeof about + sizeof attribute;

    if (length < at + sizeof stats)
        return 0;
    memcpy(&about, message + sizeof(struct netlink_header), sizeof about);
    memcpy(&attribute, message + at - sizeof attribute, sizeof attribute);
    if (attribute.type != LINK_64 || attribute.length < sizeof attribute + sizeof stats)
        return 0;
    memcpy(&stats, message + at, sizeof stats);
    link.ifindex = about.ifindex;
    link.counters.rx_bytes = stats.rx_bytes;
    link.counters.tx_bytes = stats.tx_bytes;
    link.counters.rx_packets = stats.rx_packets;
    link.counters.tx_packets = stats.tx_packets;
    link.counters.rx_dropped = stats.rx_dropped;
    link.counters.tx_dropped = stats.tx_dropped;
    return add(answer, &link);
}

/* Gives 0 at the end of the answer, an errno, or -1 if more messages follow. */
static int take_message(struct answer *answer, const struct netlink_header *header, const char *message)
{
    int32_t result = -EIO;
    int error;

    if (header->type == NETLINK_IS_DONE)
        return 0;
    if (header->type == NETLINK_IS_ERROR) {
        if (header->length >= sizeof *header + sizeof result)
            memcpy(&result, message + sizeof *header, sizeof result);
        return result > 0 || result < -4095 ? EIO : -result;
    }
    error = take(answer, message, header->length);
    return error == 0 && (header->flags & NETLINK_MULTI) != 0 ? -1 : error;
}

/* Takes messages. Gives 0 at the end of the answer, an errno, or -1 if more messages follow. */
static int take_messages(const struct links *links, struct answer *answer, const char *at, const char *end)
{
    int error = -1;

    while (error == -1) {
        struct netlink_header header;
        const char *message = at;

        error = netlink_next(&at, end, &header);
        if (error != 0)
            return error;
        error = header.sequence == links->sequence ? take_message(answer, &header, message) : -1;
    }
    return error;
}

/* Asks for an interface, or for all where the number is 0. Waits no longer than the kernel makes the answer. */
static int ask(const struct reader *reader, struct answer *answer, uint64_t ifindex)
{
    struct links *links = reader->links;
    struct {
        struct netlink_header header;
        struct about about;
    } request;
    int error = -1;

    request.header =
        (struct netlink_header){sizeof request, GET_STATS,
                                ifindex == 0 ? NETLINK_REQUEST | NETLINK_DUMP : NETLINK_REQUEST, ++links->sequence, 0};
    request.about = (struct about){.ifindex = (uint32_t)ifindex, .filter = ONLY_LINK_64};
    answer->count = 0;
    answer->time_ns = reader->time_ns(reader->user);
    if (send(links->socket, &request, sizeof request, MSG_DONTWAIT) < 0)
        return errno;
    while (error == -1) {
        ssize_t got;

        /*
         * These messages were made at the end of the call before. That call may have waited for another program that
         * adds or removes interfaces.
         */
        answer->messages_ns = reader->time_ns(reader->user);
        got = recv(links->socket, links->message, sizeof links->message, MSG_DONTWAIT | MSG_TRUNC);
        if (got >= 0)
            error = (size_t)got > sizeof links->message
                        ? EMSGSIZE
                        : take_messages(links, answer, links->message, links->message + got);
        else if (errno != EINTR)
            error = errno;
    }
    if (answer->count != 0)
        qsort(answer->list, answer->count, sizeof *answer->list, by_number);
    return error;
}

bool links_may_be_asked(struct reader *reader)
{
    struct links *links = reader->links;

    if (!roots_are_own(&reader->roots) || reader->roots.sys != NULL)
        return false;
    if (links == NULL) {
        links = reader->links = calloc(1, sizeof *links);
        if (links == NULL)
            return false;
        links->socket = socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, NETLINK_OF_ROUTES);
        /* Each network has the loopback interface, with the number 1. */
        links->is_refused = links->socket < 0 || ask(reader, &links->one, 1) != 0 || links->one.count != 1;
    }
    return !links->is_refused;
}

static bool find(const struct answer *answer, uint64_t ifindex, struct link_counters *counters)
{
    struct link wanted = {.ifindex = ifindex};
    const struct link *found =
        answer->count == 0 ? NULL : bsearch(&wanted, answer->list, answer->count, sizeof wanted, by_number);

    if (found != NULL)
        *counters = found->counters;
    return found != NULL;
}

int links_read(struct reader *reader, uint64_t ifindex, int64_t after_ns, struct link_counters *counters)
{
    struct links *links = reader->links;
    int error;

    /* Of many interfaces that are not read only some are asked for. */
    if (after_ns != 0 && links->all.time_ns <= after_ns && reader->machines > 1 &&
        reader->machines * 8 >= links->all.count)
        ask(reader, &links->all, 0);
    if (after_ns != 0 && links->all.time_ns > after_ns && find(&links->all, ifindex, counters))
        return 0;
    /* It is newer than the last request for all, or came or went during that request, which then may lack others too. */
    error = ask(reader, &links->one, ifindex);
    if (error == 0 && !find(&links->one, ifindex, counters))
        error = ENODEV;
    return error;
}
