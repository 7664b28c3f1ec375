/* SPDX-License-Identifier: MIT */
/* What is promised of every format. */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "format.h"

/* What a status other than VMM_OK may be. */
static bool is_error(vmm_status status)
{
    return status == VMM_E_SYNTAX || status == VMM_E_TRUNCATED;
}

/* ---- records ---- */

/*
 * The members of a record that are names, and the offsets of those that are gauges of bytes or pages. Asked once for each
 * record: vmm_member_at() goes through all of them.
 */
struct names {
    bool known;
    size_t count, size_count;
    struct members name[4];
    size_t sizes[160];
};

bool promise_is_described(const struct format *format)
{
    return format->record_id != 0 && format->record_id != OWN_RECORD;
}

static const struct names *names_of(const struct format *format)
{
    static const struct names none;
    static struct names known[64];
    struct names *names;
    struct vmm_member_info field;

    if (!promise_is_described(format))
        return &none;
    names = &known[format->record_id];
    for (uint32_t i = 0; !names->known && vmm_member_at(format->record_id, i, &field, sizeof field) == VMM_OK; i++)
        if (field.type == VMM_TYPE_NAME)
            names->name[names->count++] = (struct members){(size_t)field.offset, (size_t)field.bytes};
        else if (field.type == VMM_TYPE_UINT64 && field.kind == VMM_KIND_GAUGE &&
                 (field.unit == VMM_UNIT_BYTES || field.unit == VMM_UNIT_PAGES))
            names->sizes[names->size_count++] = (size_t)field.offset;
    names->known = true;
    return names;
}

static size_t valid_size(const struct format *format, size_t out_size)
{
    return out_size < format->bytes ? out_size : format->bytes;
}

/* A record begins with its size and its type. */
size_t promise_least(const struct format *format)
{
    return (format->record_id == 0 ? 1 : 2) * sizeof(uint64_t);
}

static void set_type(const struct format *format, void *out, size_t out_size)
{
    if (format->record_id != 0)
        ref_store(out, out_size, sizeof(uint64_t), format->record_id);
}

/* The number of the member that a byte of a record belongs to. */
static long member_of(const struct format *format, size_t offset)
{
    return (long)offset / 8 - (long)promise_least(format) / 8;
}

/* Whether the record is the caller's, who begins it. */
static bool is_begun_by_caller(const struct format *format)
{
    return format->kind != ROWS && format->file != 0;
}

void promise_unknown(const struct format *format, void *out, size_t out_size)
{
    const struct names *names = names_of(format);
    uint64_t size = valid_size(format, out_size);

    memset(out, 0xff, out_size);
    memcpy(out, &size, sizeof size);
    set_type(format, out, out_size);
    for (size_t i = 0; i < names->count; i++)
        if (names->name[i].offset + names->name[i].count <= size)
            memset((char *)out + names->name[i].offset, 0, names->name[i].count);
}

void promise_begun(const struct format *format, void *out, size_t out_size)
{
    /* Another number in each member, and below 2^63 in both orders of bytes: see refer(). */
    for (size_t i = 0; i < out_size; i++) {
        size_t word = i / 8 + 1;

        ((unsigned char *)out)[i] = (unsigned char)(i % 8 == 0   ? word % 128
                                                    : i % 8 == 1 ? 0x20 + word / 128
                                                                 : 0x10 + i % 8);
    }
    ref_store(out, out_size, 0, valid_size(format, out_size));
    set_type(format, out, out_size);
}

void promise_forget(const struct format *format, void *out, size_t out_size)
{
    const struct names *names = names_of(format);
    const size_t size = valid_size(format, out_size);

    for (const struct members *set = format->sets; set->count != 0; set++)
        for (size_t offset = set->offset; offset < set->offset + 8 * set->count; offset += 8) {
            uint64_t unknown = VMM_UNKNOWN;
            size_t end = 0;

            for (size_t i = 0; i < names->count; i++)
                if (offset >= names->name[i].offset && offset < names->name[i].offset + names->name[i].count) {
                    unknown = 0;
                    end = names->name[i].offset + names->name[i].count;
                }
            /* A name is there in whole, or not at all. */
            if (end <= size)
                ref_store(out, size, offset, unknown);
        }
}

/* The record before the reference stores what it read, and after an error. */
static void begin(const struct format *format, void *out, size_t out_size, bool error)
{
    if (!is_begun_by_caller(format)) {
        promise_unknown(format, out, out_size);
        return;
    }
    promise_begun(format, out, out_size);
    if (format->kind == ONE_RECORD)
        promise_unknown(format, out, valid_size(format, out_size));
    else if (!format->keeps || error)
        promise_forget(format, out, out_size);
}

/* Large enough for a size of twice any record, and what stands after it. */
union any_record {
    uint64_t words[RECORD_WORDS];
    unsigned char bytes[RECORD_WORDS * 8];
};

/* ---- what a format is made of ---- */

vmm_status promise_parse(const struct format *format, struct vmm_text *text, void *out, size_t out_size)
{
    if (format->parse != NULL)
        return format->parse(text, out, out_size);
    return format->kind == ROWS ? vmm_cgroup_io_next(text, format->file, out, out_size)
                                : vmm_record_read(text, format->file, out, out_size);
}

static struct outcome refer_plainly(const struct format *format, struct piece text, size_t at, void *out, size_t size)
{
    if (format->reference != NULL)
        return format->reference(text.bytes, text.length, at, out, size);
    if (format->keys != NULL)
        return ref_keys(text.bytes, text.length, at, format->delimiter, format->keys, format->key_count, out, size);
    return (format->kind == ROWS ? ref_row : ref_values)(format, text.bytes, text.length, at, out, size);
}

/*
 * A gauge of bytes or pages of 2^63 or more is a negative number without its sign, whatever the format: it is unknown.
 * Members that the text does not fill stay as they are.
 */
static struct outcome refer(const struct format *format, struct piece text, size_t at, void *out, size_t size)
{
    const struct names *names = names_of(format);
    uint64_t old[sizeof names->sizes / sizeof names->sizes[0]];
    struct outcome outcome;

    for (size_t i = 0; i < names->size_count && names->sizes[i] + 8 <= size; i++)
        old[i] = ref_load(out, names->sizes[i]);
    outcome = refer_plainly(format, text, at, out, size);
    for (size_t i = 0; i < names->size_count && names->sizes[i] + 8 <= size; i++) {
        uint64_t value = ref_load(out, names->sizes[i]);

        if (value != old[i] && value >= (uint64_t)1 << 63)
            ref_store(out, size, names->sizes[i], VMM_UNKNOWN);
    }
    return outcome;
}

bool promise_prints(const struct format *format)
{
    return format->print != NULL || format->reference == NULL;
}

bool promise_print(const struct format *format, struct builder *text, const void *record, unsigned shape)
{
    if (!promise_prints(format))
        return false;
    if (format->print != NULL)
        return format->print(text, record, shape);
    if (format->keys != NULL)
        return ref_print_keys(text, format->delimiter, format->keys, format->key_count, record, format->keeps, shape);
    return ref_print_values(format, text, record, shape);
}

/* Whether a text that is cut inside a line is found to be so. */
static bool cut_is_seen(const struct format *format)
{
    return !format->may_lack_newline &&
           (format->reference != NULL || format->keys != NULL || format->sets[0].count > 1);
}

/* ---- one call ---- */

struct outcome promise_call(const struct format *format, struct piece text, const char *placed, size_t at, void *out,
                            size_t out_size)
{
    static const char old_error[1];
    struct vmm_text view = vmm_text_of(placed, text.length);
    const char *start = view.pos + at;
    struct outcome said = {VMM_OK, at, NOWHERE};

    view.pos = start;
    view.error = old_error;
    said.status = promise_parse(format, &view, out, out_size);
    if (view.end != placed + text.length)
        promise_broken(format, text, "the end of the text has moved");
    if (view.pos < start || view.pos > view.end)
        promise_broken(format, text, "the position is outside the rest of the text");
    said.pos = at + (size_t)(view.pos - start);
    if (view.error != NULL) {
        if (view.error < start || view.error > view.end)
            promise_broken(format, text, "the error is outside the rest of the text");
        said.error = at + (size_t)(view.error - start);
    }
    return said;
}

/* What is true of all that a parser says, whatever the reference thinks. */
static void check_sense(const struct format *format, struct piece text, size_t at, struct outcome said)
{
    if ((said.error != NOWHERE) != is_error(said.status))
        promise_broken(format, text, "status %d with%s an error", (int)said.status, said.error == NOWHERE ? "out" : "");
    if ((said.status == VMM_E_TRUNCATED) != (said.error == text.length))
        promise_broken(format, text, "a text that was cut has its error at its end, and no other text");
    if (said.error != NOWHERE && (said.pos <= at || said.pos < said.error))
        promise_broken(format, text, "the position is not after the error");
    if (said.error != NOWHERE && said.pos != text.length && text.bytes[said.pos - 1] != '\n' &&
        !(format->share_lines && text.bytes[said.pos] != '\0' && strchr(",}] \t\n", text.bytes[said.pos]) != NULL))
        promise_broken(format, text, "the position is not after a line");
    if (format->kind != ROWS && cut_is_seen(format) && at < text.length && text.bytes[text.length - 1] != '\n' &&
        said.status != VMM_E_ARGUMENT && !is_error(said.status))
        promise_broken(format, text, "it stops inside a line, and is not found to be cut");
}

static void compare(const struct format *format, struct piece text, struct outcome said, struct outcome right,
                    const unsigned char *got, const unsigned char *wanted, size_t room)
{
    if (said.status != right.status || said.pos != right.pos || said.error != right.error)
        promise_broken(format, text, "status %d, position %ld, error %ld; expected %d, %ld, %ld (-1: none)",
                       (int)said.status, (long)said.pos, (long)said.error, (int)right.status, (long)right.pos,
                       (long)right.error);
    if (memcmp(got, wanted, room) == 0)
        return;
    for (size_t i = 0; i < room; i++)
        if (got[i] != wanted[i])
            promise_broken(format, text, "byte %ld of the record, in member %ld, is 0x%02x; expected 0x%02x", (long)i,
                           member_of(format, i), got[i], wanted[i]);
}

/* A call of the reference; `wanted` holds what a caller's memory did before. */
static struct outcome expect(const struct format *format, struct piece text, size_t at, void *wanted, size_t out_size)
{
    struct outcome right = {VMM_E_ARGUMENT, at, NOWHERE};

    if (out_size < promise_least(format)) {
        right.pos = text.length;
        if (format->kind == ROWS && at == text.length)
            right.status = VMM_END;
        return right;
    }
    begin(format, wanted, out_size, false);
    right = refer(format, text, at, wanted, valid_size(format, out_size));
    if (right.status != VMM_OK)
        begin(format, wanted, out_size, true);
    return right;
}

/* A record, before a call. What it held must not show, so it holds something else each time. */
static void fill(const struct format *format, void *record, size_t out_size, size_t room)
{
    static unsigned char filling = 0x5a;

    filling = (unsigned char)(filling * 5 + 1);
    memset(record, filling, room);
    if (!is_begun_by_caller(format) || out_size < promise_least(format))
        return;
    promise_begun(format, record, out_size);
    /* The type need not be said. */
    if (filling % 4 < 2)
        ref_store(record, out_size, sizeof(uint64_t), filling % 4 == 0 ? 0 : VMM_UNKNOWN);
    /* Each call says anew how long the record is. */
    ref_store(record, out_size, 0, filling | 1U);
}

struct reading promise_text(const struct format *format, struct piece text, size_t out_size, row_visitor *visit,
                            void *context)
{
    static union any_record wanted, before;
    struct reading reading = {{VMM_OK, 0, NOWHERE}, {VMM_OK, 0, NOWHERE}, 0};
    const char *placed[MOST_PLACES];
    unsigned places = place_text(text, placed), ends = 0;
    struct outcome right;
    size_t at = 0, calls = 0;

    do {
        size_t room;
        unsigned char *got = place_record(out_size, &room);

        if (room > sizeof wanted)
            promise_broken(format, text, "the record is too large for the tests");
        fill(format, before.bytes, out_size, room);
        memcpy(wanted.bytes, before.bytes, room);
        right = expect(format, text, at, wanted.bytes, out_size);
        for (unsigned i = 0; i < places; i++) {
            struct outcome said;

            memcpy(got, before.bytes, room);
            said = promise_call(format, text, placed[i], at, got, out_size);
            check_sense(format, text, at, said);
            compare(format, text, said, right, got, wanted.bytes, room);
        }
        if (right.status == VMM_OK && visit != NULL)
            visit(format, wanted.bytes, context);
        place_record_release(got);
        if (calls++ == 0)
            reading.first = right;
        if (right.status != VMM_END && right.status != VMM_E_ARGUMENT) {
            reading.last = right;
            reading.rows += right.status == VMM_OK;
            if (format->kind == ROWS && right.pos <= at)
                promise_broken(format, text, "a loop over rows would not end");
        } else if (format->json && right.status == VMM_END && right.pos != text.length) {
            if (right.pos <= at)
                promise_broken(format, text, "a loop over objects would not end");
        } else {
            ends++;
        }
        at = right.pos;
    } while (format->kind == ROWS && ends < 2);
    /* Where a text was cut, rows are said to be. */
    if (format->kind == ROWS && !format->ends_early && !format->may_lack_newline && text.length != 0 &&
        out_size >= promise_least(format) && text.bytes[text.length - 1] != '\n' && !is_error(reading.last.status))
        promise_broken(format, text, "it stops inside a line, and is not found to be cut");
    for (unsigned i = 0; i < places; i++)
        if (text.length != 0 && memcmp(placed[i], text.bytes, text.length) != 0)
            promise_broken(format, text, "the text was written to");
    place_release(placed);
    return reading;
}

void promise_reused(const struct format *format, struct piece first, struct piece second)
{
    static union any_record record, wanted;
    struct outcome said, right;

    if (is_begun_by_caller(format))
        promise_begun(format, record.bytes, format->bytes);
    promise_call(format, first, first.bytes, 0, record.bytes, format->bytes);
    said = promise_call(format, second, second.bytes, 0, record.bytes, format->bytes);
    right = expect(format, second, 0, wanted.bytes, format->bytes);
    compare(format, second, said, right, record.bytes, wanted.bytes, format->bytes);
}

void promise_same(const struct format *format, struct piece one, struct piece other, bool same_lines, const char *what)
{
    static union any_record record, again;
    struct outcome said, repeated;
    size_t at = 0, other_at = 0;

    do {
        fill(format, record.bytes, format->bytes, format->bytes);
        memcpy(again.bytes, record.bytes, format->bytes);
        said = promise_call(format, one, one.bytes, at, record.bytes, format->bytes);
        repeated = promise_call(format, other, other.bytes, other_at, again.bytes, format->bytes);
        if (said.status != repeated.status)
            promise_broken(format, other, "%s: status %d; expected %d", what, (int)repeated.status, (int)said.status);
        if (same_lines && said.error != NOWHERE && said.pos - said.error != repeated.pos - repeated.error)
            promise_broken(format, other, "%s: the error is at another byte of its line", what);
        for (size_t i = 0; i < format->bytes; i++)
            if (record.bytes[i] != again.bytes[i])
                promise_broken(format, other, "%s: member %ld differs", what, member_of(format, i));
        at = said.pos;
        other_at = repeated.pos;
    } while (format->kind == ROWS && (said.status != VMM_END || (format->json && at != one.length)));
}

/* ---- printing ---- */

static void check_printed(const struct format *format, const void *record, void *context)
{
    const union any_record *wanted = context;

    if (memcmp(record, wanted->bytes, format->bytes) != 0) {
        for (size_t i = 0; i < format->bytes; i++)
            if (((const unsigned char *)record)[i] != wanted->bytes[i])
                promise_broken(format, (struct piece){"", 0}, "printed and read again, member %ld differs",
                               member_of(format, i));
    }
}

unsigned promise_printed(const struct format *format, const void *record)
{
    union any_record wanted;
    struct builder text = {NULL, 0, 0};
    unsigned shape = 0;

    memcpy(wanted.bytes, record, format->bytes);
    while (promise_print(format, &text, wanted.bytes, shape)) {
        struct reading reading = promise_text(format, piece_of(&text), format->bytes, check_printed, &wanted);

        if (text.length != 0 && (reading.first.status != VMM_OK || reading.rows != 1))
            promise_broken(format, piece_of(&text), "what is printed is not one record");
        text.length = 0;
        shape++;
    }
    builder_free(&text);
    return shape;
}

static void keep_record(const struct format *format, const void *record, void *context)
{
    builder_add(context, record, format->bytes);
}

void promise_printed_again(const struct format *format, struct piece text)
{
    struct builder records = {NULL, 0, 0};

    promise_text(format, text, format->bytes, keep_record, &records);
    for (size_t at = 0; at < records.length; at += format->bytes)
        promise_printed(format, records.bytes + at);
    builder_free(&records);
}

/* ---- arguments ---- */

/* A call with a text that cannot be read, or none; it is moved to its end, so that a loop over rows stops. */
static void check_text_refused(const struct format *format, struct piece text, struct vmm_text *view, size_t out_size)
{
    static union any_record record, wanted;
    vmm_status right = VMM_E_ARGUMENT, status;

    fill(format, record.bytes, out_size, sizeof record);
    memcpy(wanted.bytes, record.bytes, sizeof wanted);
    /* On errors too the output of a parser has its size and is unknown; that of a file stays as it is. */
    if (!is_begun_by_caller(format))
        promise_unknown(format, wanted.bytes, out_size);
    /* Rows end before an argument is looked at. */
    if (format->kind == ROWS && (view == NULL || view->pos == view->end))
        right = VMM_END;
    status = promise_parse(format, view, record.bytes, out_size);
    if (status != right)
        promise_broken(format, text, "a text that cannot be read: status %d; expected %d", (int)status, (int)right);
    if (view != NULL && (view->pos != view->end || view->error != NULL))
        promise_broken(format, text, "a text that cannot be read is not at its end after the call");
    compare(format, text, (struct outcome){0}, (struct outcome){0}, record.bytes, wanted.bytes, sizeof record);
}

void promise_arguments(const struct format *format, struct piece text)
{
    static const char old_error[1];

    for (unsigned i = 0; i < 8; i++) {
        struct vmm_text view = vmm_text_of(text.bytes, text.length);

        view.error = old_error;
        if (i / 2 == 1)
            view.pos = view.end + 1;
        if (i / 2 >= 2)
            view.pos = NULL;
        if (i / 2 == 3)
            view.end = NULL;
        check_text_refused(format, text, i / 2 == 0 ? NULL : &view, i % 2 == 0 ? format->bytes : format->bytes * 2);
    }
    for (unsigned i = 0; i < 3; i++) {
        struct vmm_text view = vmm_text_of(text.bytes, text.length);
        vmm_status right = VMM_E_ARGUMENT;

        view.error = old_error;
        if (i == 2)
            view.pos = view.end;
        if (format->kind == ROWS && (i == 1 || view.pos == view.end))
            right = VMM_END;
        if (promise_parse(format, i == 1 ? NULL : &view, NULL, format->bytes) != right ||
            (i != 1 && (view.pos != view.end || view.error != NULL)))
            promise_broken(format, text, "no record is taken for one");
    }
    /* A record too small to hold its own size and type. */
    for (size_t out_size = 0; out_size < promise_least(format); out_size++)
        promise_text(format, text, out_size, NULL, NULL);
}

void promise_not_begun(const struct format *format, struct piece text)
{
    static union any_record record, wanted;
    const size_t sizes[] = {format->bytes, 2 * format->bytes, promise_least(format), format->bytes - 1};

    for (size_t i = 0; is_begun_by_caller(format) && i < sizeof sizes / sizeof sizes[0]; i++) {
        struct outcome said, right;

        fill(format, record.bytes, sizes[i], sizeof record);
        memcpy(wanted.bytes, record.bytes, sizeof wanted);
        ref_store(record.bytes, sizes[i], 0, 0);
        /* It is not looked at. */
        ref_store(record.bytes, sizes[i], sizeof(uint64_t), format->record_id + i);
        promise_unknown(format, wanted.bytes, sizes[i]);
        right = refer(format, text, 0, wanted.bytes, valid_size(format, sizes[i]));
        if (right.status != VMM_OK)
            promise_unknown(format, wanted.bytes, sizes[i]);
        said = promise_call(format, text, text.bytes, 0, record.bytes, sizes[i]);
        compare(format, text, said, right, record.bytes, wanted.bytes, sizeof record);
    }
}
