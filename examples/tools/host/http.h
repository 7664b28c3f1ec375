/* SPDX-License-Identifier: MIT */
/*
 * One request of HTTP on standard input, and its answer on standard output, as systemd (Accept=yes) and inetd run a program
 * for each connection. Each step is bounded in time and bytes, whatever the client does.
 */
#ifndef HOST_HTTP_H
#define HOST_HTTP_H

#include <stdbool.h>

struct http {
    /* Of the answer that the request asks for: 200 if it is for the metrics. */
    unsigned status;
    /* Only the head of the answer is wanted. */
    bool is_head;
};

/* Takes the request. Returns false if the client has left without one. */
bool http_take(struct http *http);

/* Answers with `status` and the bytes of a file. Returns 0 or an errno; a client that has left or reads nothing is no error. */
int http_answer(const struct http *http, const char *type, int file);

/* Answers with another status than 200, and with a reason. */
int http_refuse(const struct http *http, const char *reason);

#endif
