/**
 * @file net.h
 * Network interfaces and sockets.
 */
#ifndef VMMETRICS_NET_H
#define VMMETRICS_NET_H

#include "base.h"

#ifdef __cplusplus
extern "C" {
#endif

/** A network interface. */
struct vmm_net {
    /** Bytes of this struct that are valid. */
    uint64_t size;
    /** Number of the interface. Count; identity. */
    uint64_t ifindex;
};

/** An interface's traffic. */
struct vmm_net_rate {
    /** Bytes of this struct that are valid. */
    uint64_t size;
    /** Number of the interface. Count; identity. */
    uint64_t ifindex;
};

/** A socket. */
struct vmm_socket {
    /** Bytes of this struct that are valid. */
    uint64_t size;
    /** State. Count; gauge. */
    uint64_t state;
};

/** Reads one file of an interface. */
VMM_API vmm_status vmm_net_read(uint32_t file_id, struct vmm_text *text, struct vmm_net *out, size_t out_size);

/** Gives the next row of /proc/net/dev. */
VMM_API vmm_status vmm_net_next(struct vmm_text *text, struct vmm_net *row, size_t row_size);

/** A TAP as its guest sees it. */
VMM_API vmm_status vmm_net_guest_view(const struct vmm_net *net, struct vmm_net *out, size_t out_size);

/** Traffic a second. */
VMM_API vmm_status vmm_net_rate_between(const struct vmm_net *before, const struct vmm_net *after, int64_t elapsed_ns,
                                        struct vmm_net_rate *out, size_t out_size);

/** Gives the next socket. */
VMM_API vmm_status vmm_socket_next(struct vmm_text *text, struct vmm_socket *row, size_t row_size);

#ifdef __cplusplus
}
#endif

#endif
