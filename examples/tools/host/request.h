/* SPDX-License-Identifier: MIT */
/* A request of HTTP/1.1 (RFC 9112), as far as it has come. Nothing is read here. */
#ifndef HOST_REQUEST_H
#define HOST_REQUEST_H

#include <stdbool.h>
#include <stddef.h>

/* Bytes of the first line, and of the whole request with its empty line, at most. */
enum { REQUEST_LINE_BYTES = 4096, REQUEST_BYTES = 8192 };

/*
 * Returns the status of the answer: 200 for the page of the metrics. Returns 0 if more of the request must come; there are
 * fewer than REQUEST_BYTES bytes then. `is_head` is set as soon as the method is known.
 */
unsigned request_status(const char *bytes, size_t length, bool *is_head);

#endif
