/* SPDX-License-Identifier: MIT */
#define _POSIX_C_SOURCE 200809L
#include "request.h"

#include <string.h>
#include <strings.h>
#include <vmmetrics/vmmetrics.h>

/* What is left of the request. */
struct lines {
    const char *at;
    const char *end;
};

static bool is_equal(struct vmm_span span, const char *text)
{
    return span.length == strlen(text) && memcmp(span.start, text, span.length) == 0;
}

static bool begins_with(struct vmm_span span, const char *text)
{
    return span.length >= strlen(text) && strncasecmp(span.start, text, strlen(text)) == 0;
}

static struct vmm_span without(struct vmm_span span, size_t bytes)
{
    return (struct vmm_span){span.start + bytes, span.length - bytes};
}

/* The first bytes of a span that are in `set`, or that are not. NUL is never in a set. */
static size_t length_of(struct vmm_span span, const char *set, bool are_in)
{
    size_t length = 0;

    while (length < span.length && (span.start[length] != '\0' && strchr(set, span.start[length]) != NULL) == are_in)
        length++;
    return length;
}

/* A line may end with a newline alone. Returns false if its end has not come. */
static bool next_line(struct lines *lines, struct vmm_span *line)
{
    const char *newline = memchr(lines->at, '\n', (size_t)(lines->end - lines->at));

    if (newline == NULL)
        return false;
    *line = (struct vmm_span){lines->at, (size_t)(newline - lines->at)};
    if (line->length != 0 && newline[-1] == '\r')
        line->length--;
    lines->at = newline + 1;
    return true;
}

/* The characters of methods and of the names of fields. */
static const char token[] = "!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

/* ---- The first line: METHOD TARGET VERSION ---- */

/* Visible characters of ASCII, and blanks between them. */
static bool is_printable(struct vmm_span line)
{
    for (size_t i = 0; i < line.length; i++) {
        if (line.start[i] < 0x20 || line.start[i] > 0x7e)
            return false;
    }
    return true;
}

/* The path of a target, without a host before the path and a query after it. Empty if the target is malformed. */
static struct vmm_span path_of(struct vmm_span target)
{
    static const char *const schemes[] = {"http://", "https://"};

    for (size_t i = 0; i < sizeof schemes / sizeof schemes[0]; i++) {
        if (!begins_with(target, schemes[i]))
            continue;
        target = without(target, strlen(schemes[i]));
        if (length_of(target, "/?", false) == 0)
            return without(target, target.length);
        target = without(target, length_of(target, "/?", false));
        if (target.length == 0 || target.start[0] == '?')
            return (struct vmm_span){"/", 1};
        break;
    }
    target.length = target.length != 0 && target.start[0] == '/' ? length_of(target, "?", false) : 0;
    return target;
}

static unsigned status_of_version(struct vmm_span version)
{
    bool is_version = version.length == 8 && memcmp(version.start, "HTTP/", 5) == 0 && version.start[6] == '.' &&
                      length_of(without(version, 5), "0123456789", true) == 1 &&
                      length_of(without(version, 7), "0123456789", true) == 1;

    return !is_version ? 400 : version.start[5] == '1' ? 200 : 505;
}

/* Gives the status of a request with this first line, which is final if it is 400 or 505. */
static unsigned status_of_line(struct vmm_span line, bool *is_head, bool *needs_host)
{
    struct vmm_span method = {line.start, length_of(line, token, true)}, target, path;
    bool is_get = is_equal(method, "GET");
    unsigned status;

    *is_head = is_equal(method, "HEAD");
    if (method.length == 0 || method.length == line.length || line.start[method.length] != ' ')
        return 400;
    target = without(line, method.length + 1);
    target.length = length_of(target, " ", false);
    if (target.length == 0 || target.start + target.length == line.start + line.length)
        return 400;
    status = status_of_version(without(line, method.length + 1 + target.length + 1));
    if (status != 200)
        return status;
    *needs_host = line.start[line.length - 1] != '0';
    path = path_of(target);
    if (path.length == 0)
        return is_get || *is_head ? 400 : 405;
    if (!is_equal(path, "/metrics") && !is_equal(path, "/"))
        return 404;
    return is_get || *is_head ? 200 : 405;
}

/* ---- The fields: NAME: VALUE ---- */

/* Counts the field that names the host. Returns false if the line is no field. */
static bool take_field(struct vmm_span line, size_t *hosts)
{
    size_t length = length_of(line, token, true);
    struct vmm_span value;

    if (length == 0 || length == line.length || line.start[length] != ':')
        return false;
    value = without(line, length + 1);
    for (size_t i = 0; i < value.length; i++) {
        unsigned char byte = (unsigned char)value.start[i];

        if ((byte < 0x20 && byte != '\t') || byte == 0x7f)
            return false;
    }
    if (length != 4 || !begins_with(line, "host"))
        return true;
    ++*hosts;
    value = without(value, length_of(value, " \t", true));
    value = without(value, length_of(value, " \t/?#@,", false));
    return length_of(value, " \t", true) == value.length;
}

unsigned request_status(const char *bytes, size_t length, bool *is_head)
{
    struct lines lines = {bytes, bytes + length};
    struct vmm_span line = {bytes, 0};
    bool is_whole, needs_host = false;
    size_t hosts = 0;
    unsigned status;

    /* An empty line before the first is passed over. */
    is_whole = next_line(&lines, &line) && (line.length != 0 || next_line(&lines, &line));
    if (!is_whole) {
        line = (struct vmm_span){lines.at, (size_t)(lines.end - lines.at)};
        if (line.length != 0 && lines.end[-1] == '\r')
            line.length--;
    }
    if (!is_printable(line))
        return 400;
    if (line.length > REQUEST_LINE_BYTES)
        return 414;
    if (!is_whole)
        return 0;
    status = status_of_line(line, is_head, &needs_host);
    if (status == 400 || status == 505)
        return status;
    do {
        if (!next_line(&lines, &line))
            return length < REQUEST_BYTES ? 0 : 431;
        if (line.length != 0 && !take_field(line, &hosts))
            return 400;
    } while (line.length != 0);
    return hosts > 1 || (needs_host && hosts == 0) ? 400 : status;
}
