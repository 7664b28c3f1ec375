/* SPDX-License-Identifier: MIT */
#define _POSIX_C_SOURCE 200809L
#include "json.h"

#include <errno.h>
#include <math.h>
#include <string.h>
#include <unistd.h>

#include "decimal.h"

void json_init(struct json *json, int fd)
{
    json->fd = fd;
    json->error = 0;
    json->comma = false;
    json->exact = false;
    json->length = 0;
}

void json_flush(struct json *json)
{
    size_t done = 0;

    while (done != json->length && json->error == 0) {
        ssize_t written = write(json->fd, json->bytes + done, json->length - done);
        if (written >= 0)
            done += (size_t)written;
        else if (errno != EINTR)
            json->error = errno;
    }
    json->length = 0;
}

static void put_byte(struct json *json, char byte)
{
    json->bytes[json->length++] = byte;
    if (json->length == sizeof json->bytes)
        json_flush(json);
}

static void put(struct json *json, const char *bytes, size_t length)
{
    while (length != 0) {
        size_t room = sizeof json->bytes - json->length;
        size_t part = length < room ? length : room;

        memcpy(json->bytes + json->length, bytes, part);
        json->length += part;
        if (part == room)
            json_flush(json);
        bytes += part;
        length -= part;
    }
}

/* What every value begins with. */
static void separate(struct json *json)
{
    if (json->comma)
        put_byte(json, ',');
    json->comma = true;
}

void json_raw(struct json *json, const char *text)
{
    put(json, text, strlen(text));
}

void json_open(struct json *json, char bracket)
{
    separate(json);
    put_byte(json, bracket);
    json->comma = false;
}

void json_open_member(struct json *json, const char *name, char bracket)
{
    json_key(json, name);
    json_open(json, bracket);
}

void json_close(struct json *json, const char *brackets)
{
    json_raw(json, brackets);
    json->comma = true;
}

void json_key(struct json *json, const char *name)
{
    separate(json);
    put_byte(json, '"');
    json_raw(json, name);
    put(json, "\":", 2);
    json->comma = false;
}

void json_null(struct json *json)
{
    separate(json);
    json_raw(json, "null");
}

static void put_integer(struct json *json, uint64_t value)
{
    char digits[20];
    size_t at = sizeof digits;

    do {
        digits[--at] = (char)('0' + value % 10);
        value /= 10;
    } while (value != 0);
    put(json, digits + at, sizeof digits - at);
}

void json_integer(struct json *json, uint64_t value)
{
    separate(json);
    put_integer(json, value);
}

void json_hundredths(struct json *json, uint64_t value)
{
    separate(json);
    put_integer(json, value / 100);
    put_byte(json, '.');
    put_byte(json, (char)('0' + value / 10 % 10));
    put_byte(json, (char)('0' + value % 10));
}

static bool is_whole(double value)
{
    const double limit = 9007199254740992;
    double whole;

    if (!(value > -limit && value < limit))
        return false;
    whole = (double)(int64_t)value;
    return !(whole < value || whole > value);
}

void json_double(struct json *json, double value)
{
    if (is_whole(value) && fabs(value) >= 1) {
        separate(json);
        if (value < 0)
            put_byte(json, '-');
        put_integer(json, (uint64_t)fabs(value));
    } else if (isfinite(value)) {
        char text[32];

        separate(json);
        put(json, text, decimal_of(value, json->exact ? DECIMAL_EXACT : 6, text));
    } else {
        json_null(json);
    }
}

int32_t json_decode(const unsigned char *text, size_t left, size_t *length)
{
    unsigned first = text[0], low = 0x80, high = 0xbf;
    size_t wanted;
    uint32_t character;

    *length = 1;
    if (first < 0x80)
        return (int32_t)first;
    if (first >= 0xc2 && first <= 0xdf)
        wanted = 2;
    else if (first >= 0xe0 && first <= 0xef)
        wanted = 3;
    else if (first >= 0xf0 && first <= 0xf4)
        wanted = 4;
    else
        return -1;
    /* Second bytes that would make a longer spelling than needed, a surrogate, or a number beyond Unicode's last. */
    if (first == 0xe0)
        low = 0xa0;
    else if (first == 0xed)
        high = 0x9f;
    else if (first == 0xf0)
        low = 0x90;
    else if (first == 0xf4)
        high = 0x8f;
    character = first & (0x7fU >> wanted);
    for (; *length < wanted; ++*length) {
        unsigned next = *length < left ? text[*length] : 0;

        if (next < low || next > high)
            return -1;
        character = character << 6 | (next & 0x3f);
        low = 0x80;
        high = 0xbf;
    }
    return (int32_t)character;
}

void json_escaped(struct json *json, const char *text, size_t length)
{
    static const char hex[] = "0123456789abcdef";
    const unsigned char *bytes = (const unsigned char *)text;

    while (length != 0) {
        size_t taken;
        int32_t character = json_decode(bytes, length, &taken);

        if (character < 0) {
            json_raw(json, "\\ufffd");
        } else if (character == '"' || character == '\\') {
            put_byte(json, '\\');
            put_byte(json, (char)character);
        } else if (character < 0x20 || (character >= 0x7f && character < 0xa0)) {
            json_raw(json, "\\u00");
            put_byte(json, hex[character >> 4]);
            put_byte(json, hex[character & 15]);
        } else {
            put(json, (const char *)bytes, taken);
        }
        bytes += taken;
        length -= taken;
    }
}

void json_string(struct json *json, const char *text, size_t length)
{
    separate(json);
    put_byte(json, '"');
    json_escaped(json, text, length);
    put_byte(json, '"');
}

void json_end_line(struct json *json)
{
    put_byte(json, '\n');
    json->comma = false;
}
