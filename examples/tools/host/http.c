/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "http.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "../common/clock.h"
#include "../common/message.h"
#include "request.h"

/* The longest times in which a request comes, an answer is taken, and the client ends the connection after it. */
enum { TAKE_MS = 5000, ANSWER_MS = 30000, LINGER_MS = 2000 };
/* Bytes that are read after the request, at most. */
enum { LINGER_BYTES = 65536 };

static int64_t after_ms(int ms)
{
    return now_ns() + (int64_t)ms * 1000000;
}

/* Waits until a descriptor is ready. Returns 0 or an errno: ETIMEDOUT after the time. */
static int wait_for(int fd, short event, int64_t until_ns)
{
    for (;;) {
        struct pollfd wanted = {fd, event, 0};
        int64_t left_ns = until_ns - now_ns();
        int count = left_ns <= 0 ? 0 : poll(&wanted, 1, (int)(left_ns / 1000000) + 1);

        if (count > 0)
            return 0;
        if (count == 0)
            return ETIMEDOUT;
        if (errno != EINTR)
            return errno;
    }
}

/* Reads what is there. Returns 0 or an errno; at the end no byte is read. */
static int read_some(char *bytes, size_t room, size_t *length, int64_t until_ns)
{
    for (;;) {
        int error = wait_for(STDIN_FILENO, POLLIN, until_ns);
        ssize_t got = error == 0 ? read(STDIN_FILENO, bytes, room) : 0;

        if (got < 0 && (errno == EINTR || errno == EAGAIN))
            continue;
        *length = got > 0 ? (size_t)got : 0;
        return got < 0 ? errno : error;
    }
}

/* ---- The request ---- */

/* inetd makes the connection standard error too: a message there would become a part of the answer. */
static void keep_messages_out(void)
{
    struct stat answer, messages;
    int nowhere;

    if (fstat(STDOUT_FILENO, &answer) != 0 || fstat(STDERR_FILENO, &messages) != 0 || !S_ISSOCK(answer.st_mode) ||
        answer.st_dev != messages.st_dev || answer.st_ino != messages.st_ino)
        return;
    nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
    if (nowhere < 0 || dup2(nowhere, STDERR_FILENO) < 0)
        close(STDERR_FILENO);
    if (nowhere >= 0)
        close(nowhere);
}

bool http_take(struct http *http)
{
    static char bytes[REQUEST_BYTES];
    int64_t until_ns = after_ms(TAKE_MS);
    size_t length = 0, more;

    *http = (struct http){.status = 0};
    keep_messages_out();
    signal(SIGPIPE, SIG_IGN);
    while (http->status == 0) {
        int error = read_some(bytes + length, sizeof bytes - length, &more, until_ns);

        if (error == ETIMEDOUT)
            http->status = 408;
        else if (error != 0 && error != ECONNRESET)
            message("standard input", strerror(error));
        if (error != 0)
            return http->status != 0;
        if (more == 0 && length == 0)
            return false;
        length += more;
        http->status = more == 0 ? 400 : request_status(bytes, length, &http->is_head);
    }
    return true;
}

/* ---- The answer ---- */

static int write_all(const char *bytes, size_t length, int64_t until_ns)
{
    /* What a pipe takes without a wait when it is ready. */
    const size_t piece = 4096;

    while (length != 0) {
        int error = wait_for(STDOUT_FILENO, POLLOUT, until_ns);
        ssize_t written;

        if (error != 0)
            return error;
        written = send(STDOUT_FILENO, bytes, length, MSG_DONTWAIT | MSG_NOSIGNAL);
        if (written < 0 && errno == ENOTSOCK)
            written = write(STDOUT_FILENO, bytes, length < piece ? length : piece);
        if (written < 0 && errno != EINTR && errno != EAGAIN)
            return errno;
        if (written > 0) {
            bytes += written;
            length -= (size_t)written;
        }
    }
    return 0;
}

static const char *status_text(unsigned status)
{
    static const struct {
        unsigned status;
        const char *text;
    } all[] = {
        {200, "OK"},
        {400, "Bad Request"},
        {404, "Not Found"},
        {405, "Method Not Allowed"},
        {408, "Request Timeout"},
        {414, "URI Too Long"},
        {431, "Request Header Fields Too Large"},
        {505, "HTTP Version Not Supported"},
    };

    for (size_t i = 0; i < sizeof all / sizeof all[0]; i++) {
        if (all[i].status == status)
            return all[i].text;
    }
    return "Internal Server Error";
}

static int write_head(const struct http *http, const char *type, size_t length, int64_t until_ns)
{
    char head[512], date[64] = "";
    time_t now = time(NULL);
    struct tm parts;
    int bytes;

    if (gmtime_r(&now, &parts) != NULL)
        strftime(date, sizeof date, "Date: %a, %d %b %Y %H:%M:%S GMT\r\n", &parts);
    bytes = snprintf(head, sizeof head,
                     "HTTP/1.1 %u %s\r\n%s%sContent-Type: %s\r\nContent-Length: %zu\r\nCache-Control: no-store\r\n"
                     "Connection: close\r\n\r\n",
                     http->status, status_text(http->status), date, http->status == 405 ? "Allow: GET, HEAD\r\n" : "",
                     type, length);
    return write_all(head, (size_t)bytes, until_ns);
}

/* Ends the connection. If bytes of the client were left unread, the kernel would drop the answer (RFC 9112, 9.6). */
static int end(int error)
{
    int64_t until_ns = after_ms(LINGER_MS);

    if (error == 0 && shutdown(STDOUT_FILENO, SHUT_WR) == 0) {
        char bytes[4096];
        size_t length = 1;

        for (size_t all = 0; all < LINGER_BYTES && length != 0; all += length) {
            if (read_some(bytes, sizeof bytes, &length, until_ns) != 0)
                break;
        }
    }
    return error == EPIPE || error == ECONNRESET || error == ETIMEDOUT ? 0 : error;
}

int http_answer(const struct http *http, const char *type, int file)
{
    int64_t until_ns = after_ms(ANSWER_MS);
    char bytes[16384];
    struct stat status;
    int error = fstat(file, &status) == 0 ? 0 : errno;
    off_t done = 0;

    if (error == 0)
        error = write_head(http, type, (size_t)status.st_size, until_ns);
    while (error == 0 && !http->is_head && done < status.st_size) {
        ssize_t got = pread(file, bytes, sizeof bytes, done);

        error = got > 0 ? write_all(bytes, (size_t)got, until_ns) : got == 0 ? EIO : errno;
        done += got;
    }
    return end(error);
}

int http_refuse(const struct http *http, const char *reason)
{
    int64_t until_ns = after_ms(ANSWER_MS);
    char body[512];
    int length = snprintf(body, sizeof body, "%u %s%s%s\n", http->status, status_text(http->status),
                          reason == NULL ? "" : ": ", reason == NULL ? "" : reason);
    int error = write_head(http, "text/plain; charset=utf-8", (size_t)length, until_ns);

    if (error == 0 && !http->is_head)
        error = write_all(body, (size_t)length, until_ns);
    return end(error);
}
