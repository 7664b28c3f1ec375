/* SPDX-License-Identifier: MIT */
/* How many sockets there are: TCP's by state, and UDP's. */
#ifndef GUEST_SOCKETS_H
#define GUEST_SOCKETS_H

#include <stdbool.h>
#include <stdint.h>

#include "../../common/json.h"
#include "../source.h"
#include "diag.h"

enum socket_file { SOCKET_TCP, SOCKET_TCP6, SOCKET_UDP, SOCKET_UDP6, SOCKET_FILES };

struct sockets {
    struct source files[SOCKET_FILES];
    struct diag diag;
    /* Of each file. All numbers of a file are unknown where a socket of it could not be read. */
    struct socket_counts counts[SOCKET_FILES];
    /* There is no such file: the machine has no sockets of this kind. */
    bool is_absent[SOCKET_FILES];
};

void sockets_init(struct sockets *sockets, const struct roots *roots);

void sockets_take(struct sockets *sockets);

/* As one object. */
void sockets_print(struct json *out, const struct sockets *sockets);

#endif
