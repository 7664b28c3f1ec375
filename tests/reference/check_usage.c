/* SPDX-License-Identifier: MIT */
#include "check_usage.h"

#include <stdlib.h>
#include <string.h>

void (*usage_failed)(const char *condition, const char *file, int line);

static void *allocate(size_t bytes)
{
    void *block = malloc(bytes == 0 ? 1 : bytes);

    if (block == NULL)
        abort();
    return block;
}

uint64_t usage_word(const void *record, size_t offset)
{
    uint64_t word;

    memcpy(&word, (const char *)record + offset, sizeof word);
    return word;
}

void usage_set_word(void *record, size_t offset, uint64_t word)
{
    memcpy((char *)record + offset, &word, sizeof word);
}

/* ---- descriptions ---- */

struct fields {
    struct vmm_member_info rows[MOST_MEMBERS];
    unsigned count;
};

/* The members of a record, which the library is asked for only once. */
static const struct fields *fields_of(uint32_t record_id)
{
    static struct fields known[64];
    struct fields *fields = &known[record_id];

    USAGE_CHECK(record_id < sizeof known / sizeof known[0]);
    if (fields->count == 0)
        while (vmm_member_at(record_id, fields->count, &fields->rows[fields->count], sizeof fields->rows[0]) == VMM_OK)
            fields->count++;
    return fields;
}

const struct usage_input *usage_before(const struct usage *usage)
{
    return usage->is_between ? &usage->after : &usage->before;
}

/* Takes the next of the words. */
static bool next_word(const char **words, char *word, size_t room)
{
    size_t length;

    *words += strspn(*words, " ");
    length = strcspn(*words, " ");
    USAGE_CHECK(length < room);
    /* gcc cannot see that the check ends the program. */
    length = length < room ? length : room - 1;
    memcpy(word, *words, length);
    word[length] = '\0';
    *words += length;
    return length != 0;
}

static void add_member(struct usage_members *members, const struct vmm_member_info *field, char mark)
{
    members->rows[members->count++] =
        (struct usage_member){(size_t)field->offset, (size_t)field->bytes, mark == '=', mark == '+'};
}

const struct usage_members *usage_members(const struct usage_input *input)
{
    static struct {
        const struct usage_input *input;
        struct usage_members members;
    } known[64];
    struct usage_members *members;
    const struct fields *fields = fields_of(input->record_id);
    const char *words = input->members;
    char word[80];
    unsigned at = 0;

    while (known[at].input != NULL && known[at].input != input)
        at++;
    members = &known[at].members;
    if (known[at].input == input)
        return members;
    USAGE_CHECK(at + 1 < sizeof known / sizeof known[0]);
    known[at].input = input;
    while (next_word(&words, word, sizeof word)) {
        unsigned before = members->count;

        for (unsigned i = 0; i < fields->count; i++)
            if (strcmp(word, "*") == 0 || strcmp(word + strspn(word, "=+"), fields->rows[i].name) == 0)
                add_member(members, &fields->rows[i], word[0]);
        USAGE_CHECK(members->count != before);
    }
    return members;
}

void *usage_row(const struct usage_input *input, const void *rows, size_t index)
{
    /* NOLINTNEXTLINE(performance-no-int-to-ptr): takes the const away. */
    return (char *)(uintptr_t)rows + index * 2 * input->bytes;
}

bool usage_result_member(const struct usage *usage, const void *out, unsigned index, bool *is_known)
{
    const struct fields *fields = fields_of(usage->record_id);
    const struct vmm_member_info *field = &fields->rows[index];

    if (index >= fields->count)
        return false;
    *is_known = field->type == VMM_TYPE_NAME ? ((const char *)out)[field->offset] != '\0'
                                             : usage_word(out, (size_t)field->offset) != VMM_UNKNOWN;
    return true;
}

/* ---- records ---- */

/* What a record begins with: its size and its type. */
enum { HEAD = 16 };

/* As many rows as the function is to see, in a block of exact size. */
struct block {
    void *bytes;
    size_t length;
};

static struct block block_of(const struct usage *usage, const struct usage_input *input, const void *rows, size_t count,
                             size_t row_size)
{
    struct block block = {NULL, 0};
    uint64_t size;

    if (rows == NULL)
        return block;
    if (usage->is_of_rows) {
        block.length = count * row_size;
        block.bytes = allocate(block.length);
        for (size_t i = 0; i < count; i++)
            memcpy((char *)block.bytes + i * row_size, usage_row(input, rows, i), row_size);
        return block;
    }
    /* A record of a newer caller may say any size. */
    size = usage_word(rows, 0);
    block.length = size < 8 ? 8 : size > 2 * input->bytes ? 2 * input->bytes : (size_t)size;
    block.bytes = allocate(block.length);
    memcpy(block.bytes, rows, block.length);
    return block;
}

/*
 * A record as the library must see it: members outside its size, and members that the usage does not read, are unknown.
 */
static void make_whole(const struct usage_input *input, const void *record, uint64_t size, void *whole)
{
    const struct usage_members *members = usage_members(input);

    memset(whole, 0xff, input->bytes);
    usage_set_word(whole, 0, input->bytes);
    usage_set_word(whole, 8, size < HEAD ? VMM_UNKNOWN : usage_word(record, 8));
    for (unsigned i = 0; i < members->count; i++) {
        const struct usage_member *member = &members->rows[i];
        bool has = member->offset + member->bytes <= size;

        if (has)
            memcpy((char *)whole + member->offset, (const char *)record + member->offset, member->bytes);
        else if (member->bytes != 8)
            memset((char *)whole + member->offset, 0, member->bytes);
    }
}

/* An array of whole records, one after the other. */
static void *whole_of(const struct usage *usage, const struct usage_input *input, const void *rows, size_t count,
                      size_t row_size)
{
    char *whole = allocate(input->bytes * (count + 1));

    /* A record that is not given counts as a record in which nothing is known. */
    memset(whole, 0xff, input->bytes);
    for (size_t i = 0; rows != NULL && i < count; i++) {
        const void *row = usage_row(input, rows, i);
        uint64_t size = usage_word(row, 0);

        if (usage->is_of_rows && size > row_size)
            size = row_size;
        make_whole(input, row, size, whole + i * input->bytes);
    }
    return whole;
}

static struct usage_call whole_call(const struct usage *usage, struct usage_call call)
{
    if (call.before == NULL)
        call.before_count = 0;
    if (call.after == NULL)
        call.after_count = 0;
    call.before = whole_of(usage, usage_before(usage), call.before, call.before_count, call.row_size);
    call.after = whole_of(usage, &usage->after, call.after, call.after_count, call.row_size);
    return call;
}

static void free_whole(struct usage_call whole)
{
    /* NOLINTBEGIN(performance-no-int-to-ptr): takes the const away. */
    free((void *)(uintptr_t)whole.before);
    free((void *)(uintptr_t)whole.after);
    /* NOLINTEND(performance-no-int-to-ptr) */
}

/* ---- results ---- */

static void make_unknown(uint32_t record_id, void *record, size_t bytes)
{
    const struct fields *fields = fields_of(record_id);

    memset(record, 0xff, bytes);
    for (const struct vmm_member_info *field = fields->rows; field < fields->rows + fields->count; field++)
        if (field->type == VMM_TYPE_NAME && field->offset + field->bytes <= bytes)
            memset((char *)record + field->offset, 0, (size_t)field->bytes);
}

static double double_at(const void *record, size_t offset)
{
    double value;

    memcpy(&value, (const char *)record + offset, sizeof value);
    return value;
}

/* Unknown has exactly one representation. All other results are numbers of 0 or more. */
static void check_double(const void *record, size_t offset)
{
    uint64_t bits = usage_word(record, offset);

    USAGE_CHECK(bits == VMM_UNKNOWN || bits < 0x7ff0000000000000);
}

static void compare_doubles(const void *got, const void *wanted, size_t offset)
{
    double unsure;

    usage_unsure(&unsure);
    check_double(got, offset);
    /* NOLINTNEXTLINE(bugprone-suspicious-memory-comparison,cert-exp42-c,cert-flp37-c): the bits of a NaN count. */
    if (memcmp((const char *)wanted + offset, &unsure, sizeof unsure) == 0)
        return;
    USAGE_CHECK((usage_word(got, offset) == VMM_UNKNOWN) == (usage_word(wanted, offset) == VMM_UNKNOWN));
    if (usage_word(got, offset) != VMM_UNKNOWN)
        USAGE_CHECK(ref_near((long double)double_at(got, offset), (long double)double_at(wanted, offset)));
}

/*
 * Numbers must be the same, doubles near, and unknown in all bits. A member that is not whole within `size` is unknown.
 */
static void compare(uint32_t record_id, const void *got, const void *wanted, size_t size)
{
    const struct fields *fields = fields_of(record_id);

    for (const struct vmm_member_info *field = fields->rows; field < fields->rows + fields->count; field++) {
        size_t offset = (size_t)field->offset;

        if (field->offset + field->bytes > size)
            for (; offset < size; offset++)
                USAGE_CHECK(((const unsigned char *)got)[offset] == 0xff);
        else if (field->type == VMM_TYPE_DOUBLE)
            compare_doubles(got, wanted, offset);
        else if (field->type == VMM_TYPE_NAME || usage_word(wanted, offset) != USAGE_UNSURE_NUMBER)
            USAGE_CHECK(memcmp((const char *)got + offset, (const char *)wanted + offset, (size_t)field->bytes) == 0);
    }
}

/* In twice the time rates are half of it, averages and numbers stay. */
static void compare_halved(uint32_t record_id, const void *got, const void *halved)
{
    const struct fields *fields = fields_of(record_id);

    for (const struct vmm_member_info *field = fields->rows; field < fields->rows + fields->count; field++) {
        size_t offset = (size_t)field->offset;

        /* A share of the time may become known with more time, or stop at one. */
        if (field->unit == VMM_UNIT_RATIO)
            continue;
        if (field->type != VMM_TYPE_DOUBLE || field->unit == VMM_UNIT_MS || field->unit == VMM_UNIT_NS ||
            field->unit == VMM_UNIT_BYTES || usage_word(got, offset) == VMM_UNKNOWN) {
            USAGE_CHECK(memcmp((const char *)got + offset, (const char *)halved + offset, (size_t)field->bytes) == 0);
            continue;
        }
        check_double(halved, offset);
        USAGE_CHECK(ref_near((long double)double_at(got, offset), 2 * (long double)double_at(halved, offset)));
    }
}

static void check_bytes(const unsigned char *bytes, size_t length, unsigned char wanted)
{
    for (size_t i = 0; i < length; i++)
        USAGE_CHECK(bytes[i] == wanted);
}

/* What the library wrote: the record's size, unknown after it and on an error, and nothing after the end. */
static void check_written(const struct usage *usage, vmm_status status, const unsigned char *out, size_t out_size)
{
    size_t size = out_size < usage->bytes ? out_size : usage->bytes;
    unsigned char *wanted = allocate(size);

    USAGE_CHECK(usage_word(out, 0) == size && usage_word(out, 8) == usage->record_id);
    check_bytes(out + size, out_size - size, 0xff);
    make_unknown(usage->record_id, wanted, size);
    if (status != VMM_OK)
        USAGE_CHECK(memcmp(out + HEAD, wanted + HEAD, size - HEAD) == 0);
    free(wanted);
}

enum { CANARIES = 64 };

/*
 * Calls the function with records that are each in a block of their own size where `exact`, for AddressSanitizer to see
 * what is read after them; else with all that lies after them, and with canaries after the result. The result goes to
 * `out`, which has room for the whole.
 */
static vmm_status call_function(const struct usage *usage, struct usage_call call, bool exact, void *out,
                                size_t out_size)
{
    static unsigned char filling = 0x5a;
    struct block before = block_of(usage, usage_before(usage), call.before, call.before_count, call.row_size);
    struct block after = block_of(usage, &usage->after, call.after, call.after_count, call.row_size);
    size_t room = exact ? out_size : out_size + CANARIES;
    unsigned char *block = allocate(room);
    struct usage_call given = call;
    vmm_status status;

    /* What a reused buffer held must not show, so it holds something else each time. */
    filling = (unsigned char)(filling * 5 + 1);
    memset(block, filling, room);
    if (exact || usage->is_of_rows) {
        given.before = before.bytes;
        given.after = after.bytes;
    }
    status = usage->function(&given, block, out_size);
    for (size_t i = 0; i < call.before_count && before.bytes != NULL && usage->is_of_rows; i++)
        USAGE_CHECK(memcmp((char *)before.bytes + i * call.row_size, usage_row(usage_before(usage), call.before, i),
                           call.row_size) == 0);
    for (size_t i = 0; i < call.after_count && after.bytes != NULL && usage->is_of_rows; i++)
        USAGE_CHECK(memcmp((char *)after.bytes + i * call.row_size, usage_row(&usage->after, call.after, i),
                           call.row_size) == 0);
    if (!usage->is_of_rows) {
        USAGE_CHECK(before.bytes == NULL || memcmp(before.bytes, call.before, before.length) == 0);
        USAGE_CHECK(after.bytes == NULL || memcmp(after.bytes, call.after, after.length) == 0);
    }
    check_bytes(block + out_size, room - out_size, filling);
    if (out_size < HEAD)
        check_bytes(block, out_size, filling);
    else
        check_written(usage, status, block, out_size);
    USAGE_CHECK(out_size >= HEAD || status == VMM_E_ARGUMENT);
    memcpy(out, block, out_size < usage->bytes ? out_size : usage->bytes);
    free(before.bytes);
    free(after.bytes);
    free(block);
    return status;
}

static bool is_begun(const struct usage *usage, const struct usage_call *call, const struct usage_call *whole)
{
    if (call->before == NULL)
        return false;
    return usage->is_begun != NULL ? usage->is_begun(whole) : usage_word(call->before, 0) != 0;
}

/* Whether a record is of another type than the usage takes, as far as it says. The rows of a usage are not asked. */
static bool is_of_another_type(const struct usage *usage, const struct usage_input *input, const void *record)
{
    uint64_t type = record == NULL || usage_word(record, 0) < HEAD ? VMM_UNKNOWN : usage_word(record, 8);

    return !usage->is_of_rows && type != input->record_id && type != 0 && type != VMM_UNKNOWN;
}

/* What should come out. */
static vmm_status expect(const struct usage *usage, const struct usage_call *call, const struct usage_call *whole,
                         void *wanted)
{
    make_unknown(usage->record_id, wanted, usage->bytes);
    if (call->after == NULL || is_of_another_type(usage, &usage->after, call->after))
        return VMM_E_ARGUMENT;
    if (usage->is_between && !is_begun(usage, call, whole))
        return VMM_FIRST;
    if (is_of_another_type(usage, usage_before(usage), call->before))
        return VMM_E_ARGUMENT;
    if (usage->is_timed && call->elapsed_ns <= 0)
        return VMM_NO_INTERVAL;
    return usage->reference(whole, wanted);
}

/* Calls the function in both ways, and compares with what should come out, which goes to `wanted`. */
static vmm_status check_against(const struct usage *usage, struct usage_call call, const struct usage_call *whole,
                                size_t out_size, void *out, void *wanted)
{
    size_t size = out_size < usage->bytes ? out_size : usage->bytes;
    vmm_status right = expect(usage, &call, whole, wanted), status = VMM_OK;

    for (int exact = 1; exact >= 0; exact--) {
        status = call_function(usage, call, exact == 1, out, out_size);
        if (out_size < HEAD)
            continue;
        USAGE_CHECK(right == USAGE_UNSURE || status == right);
        if (status == VMM_OK && right == VMM_OK)
            compare(usage->record_id, out, wanted, size);
    }
    if (status == VMM_OK && right == VMM_OK && size == usage->bytes && usage->is_sound != NULL)
        USAGE_CHECK(usage->is_sound(whole, out));
    return status;
}

static vmm_status check_size(const struct usage *usage, struct usage_call call, size_t out_size, void *out)
{
    void *wanted = allocate(usage->bytes);
    struct usage_call whole = whole_call(usage, call);
    vmm_status status = check_against(usage, call, &whole, out_size, out, wanted);

    free_whole(whole);
    free(wanted);
    return status;
}

vmm_status usage_check_once(const struct usage *usage, struct usage_call call, size_t out_size)
{
    void *out = allocate(usage->bytes);
    vmm_status status = check_size(usage, call, out_size, out);

    free(out);
    return status;
}

vmm_status usage_check_result(const struct usage *usage, struct usage_call call, void *out)
{
    return check_size(usage, call, usage->bytes, out);
}

/* ---- one call in many ways ---- */

static void check_status(const struct usage *usage, struct usage_call call, vmm_status wanted)
{
    void *out = allocate(usage->bytes);

    USAGE_CHECK(call_function(usage, call, false, out, usage->bytes) == wanted);
    free(out);
}

static void check_arguments(const struct usage *usage, struct usage_call call, vmm_status status)
{
    static const uint64_t nothing[1] = {0};
    struct usage_call other = call;
    struct block before = block_of(usage, usage_before(usage), call.before, call.before_count, call.row_size);
    struct block after = block_of(usage, &usage->after, call.after, call.after_count, call.row_size);

    other.before = before.bytes;
    other.after = after.bytes;
    USAGE_CHECK(usage->function(&other, NULL, usage->bytes) == VMM_E_ARGUMENT);
    free(before.bytes);
    free(after.bytes);
    other = call;
    other.after = NULL;
    check_status(usage, other, VMM_E_ARGUMENT);
    other.before = NULL;
    check_status(usage, other, VMM_E_ARGUMENT);
    other.after = call.after;
    if (!usage->is_between)
        usage_check_once(usage, other, usage->bytes);
    if (!usage->is_between || status == VMM_E_ARGUMENT)
        return;
    other = call;
    other.before = NULL;
    check_status(usage, other, VMM_FIRST);
    other = call;
    other.before_count = 0;
    if (usage->is_of_rows)
        check_status(usage, other, VMM_FIRST);
    other = call;
    other.before = nothing;
    if (!usage->is_of_rows)
        check_status(usage, other, VMM_FIRST);
    for (int i = 0; usage->is_timed && status != VMM_FIRST && i < 2; i++) {
        other = call;
        other.elapsed_ns = i == 0 ? 0 : -(call.elapsed_ns & INT64_MAX);
        check_status(usage, other, VMM_NO_INTERVAL);
    }
}

static const void *partner_of(const struct usage *usage, const struct usage_call *whole, size_t index)
{
    return usage->partner == NULL ? whole->before : usage->partner(whole, index);
}

/* Whatever else is right, one counter that falls is enough. */
static void check_falls(const struct usage *usage, struct usage_call call, const struct usage_call *whole)
{
    const struct usage_members *members = usage_members(&usage->after);

    for (size_t row = 0; row < call.after_count; row++) {
        void *after = usage_row(&usage->after, call.after, row);
        const void *before = partner_of(usage, whole, row);

        for (unsigned i = 0; i < members->count && before != NULL; i++) {
            size_t offset = members->rows[i].offset;
            uint64_t old = usage_word(before, offset), new = usage_word(after, offset);
            uint64_t seen = usage_word((const char *)whole->after + row * usage->after.bytes, offset);

            if (!members->rows[i].falls || !ref_known(old) || !ref_known(seen) || old == 0)
                continue;
            usage_set_word(after, offset, new % old);
            check_status(usage, call, VMM_RESET);
            usage_set_word(after, offset, new);
        }
    }
}

/* The result may be where the record was. */
static void check_in_place(const struct usage *usage, const struct usage_call *whole, const void *out)
{
    void *both = allocate(usage->bytes);
    struct usage_call call = *whole;

    memcpy(both, whole->after, usage->bytes);
    call.after = both;
    USAGE_CHECK(usage->function(&call, both, usage->bytes) == VMM_OK);
    USAGE_CHECK(memcmp(both, out, usage->bytes) == 0);
    free(both);
}

/* The result stays the same where members that the usage does not read become unknown. */
static void check_whole(const struct usage *usage, struct usage_call whole, vmm_status status, const void *out)
{
    void *other = allocate(usage->bytes);

    whole.row_size = usage->after.bytes;
    USAGE_CHECK(usage->function(&whole, other, usage->bytes) == status);
    USAGE_CHECK(memcmp(other, out, usage->bytes) == 0);
    free(other);
}

void usage_check(const struct usage *usage, struct usage_call call, size_t out_size)
{
    void *out = allocate(usage->bytes), *other = allocate(usage->bytes), *wanted = allocate(usage->bytes);
    struct usage_call whole = whole_call(usage, call), again = call;
    vmm_status status = check_against(usage, call, &whole, usage->bytes, out, wanted);

    check_against(usage, call, &whole, out_size, other, wanted);
    if (status != VMM_FIRST)
        check_whole(usage, whole, status, out);
    if (status == VMM_OK && usage->is_in_place)
        check_in_place(usage, &whole, out);
    again.elapsed_ns *= call.elapsed_ns <= INT64_MAX / 2 && call.elapsed_ns > 0 ? 2 : 1;
    if (status == VMM_OK && usage->is_timed && again.elapsed_ns != call.elapsed_ns) {
        USAGE_CHECK(call_function(usage, again, true, other, usage->bytes) == VMM_OK);
        compare_halved(usage->record_id, out, other);
    }
    if (status == VMM_OK && usage->is_between)
        check_falls(usage, call, &whole);
    check_arguments(usage, call, status);
    free_whole(whole);
    free(out);
    free(other);
    free(wanted);
}
