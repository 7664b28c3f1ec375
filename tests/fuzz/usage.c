#include "usage.h"

#include <stdlib.h>
#include <string.h>

static void *allocate(size_t bytes)
{
    void *block = malloc(bytes);

    if (block == NULL && bytes != 0)
        abort();
    return block;
}

static uint64_t word_at(const void *record, size_t offset)
{
    uint64_t word;

    memcpy(&word, (const char *)record + offset, sizeof word);
    return word;
}

static void set_word(void *record, size_t offset, uint64_t word)
{
    memcpy((char *)record + offset, &word, sizeof word);
}

/* ---- records from an input ---- */

uint64_t fuzz_take(struct fuzz_input *input, unsigned bytes)
{
    uint64_t value = 0;

    for (unsigned i = 0; i < bytes && input->length != 0; i++, input->length--)
        value |= (uint64_t)*input->bytes++ << 8 * i;
    return value;
}

uint64_t fuzz_take_number(struct fuzz_input *input, uint64_t near)
{
    static const uint64_t limits[] = {
        0,
        1,
        2,
        INT32_MAX,
        (uint64_t)INT32_MAX + 1,
        UINT32_MAX,
        (uint64_t)UINT32_MAX + 1,
        1ULL << 53,
        1000,
        1000000000,
        INT64_MAX / 2,
        INT64_MAX,
        1ULL << 63,
        UINT64_MAX / 100,
        1ULL << 62,
        1ULL << 61,
        VMM_UNLIMITED - 2,
        VMM_UNLIMITED - 1,
        VMM_UNLIMITED,
        VMM_UNKNOWN,
    };
    unsigned choice = (unsigned)fuzz_take(input, 1);
    unsigned more = choice >> 3;

    switch (choice & 7) {
    case 0:
        return near + more;
    case 1:
        return near + fuzz_take(input, 2);
    case 2:
        return near + fuzz_take(input, 5);
    case 3:
        return near - more;
    case 4:
        return near - fuzz_take(input, 4);
    case 5:
        return fuzz_take(input, 8);
    case 6:
        return limits[more % (sizeof limits / sizeof limits[0])];
    default:
        return VMM_UNKNOWN;
    }
}

void fuzz_take_name(struct fuzz_input *input, const char *near, char *name, size_t bytes)
{
    memcpy(name, near, bytes);
    switch (fuzz_take(input, 1) & 3) {
    case 1:
        memset(name, 0, bytes);
        break;
    case 2:
        for (size_t i = 0; i < bytes; i++)
            name[i] = (char)fuzz_take(input, 1);
        break;
    case 3:
        name[fuzz_take(input, 1) % bytes] = (char)fuzz_take(input, 1);
        break;
    default:
        break;
    }
}

int64_t fuzz_take_time(struct fuzz_input *input)
{
    static const int64_t times[] = {1000000000, 100000000, 1, INT64_MAX, 3600000000000, INT64_MAX / 2, 0, INT64_MIN};
    unsigned choice = (unsigned)fuzz_take(input, 1);
    unsigned index = choice >> 1 & 7;

    return (choice & 1) == 0 ? times[index] : (int64_t)(fuzz_take(input, 1 + index) << (choice >> 4));
}

size_t fuzz_take_size(struct fuzz_input *input, size_t right)
{
    size_t choice = (size_t)fuzz_take(input, 1);

    if ((choice & 3) == 0)
        return right;
    choice = (choice >> 2) + 64 * (size_t)fuzz_take(input, 1);
    return choice % (2 * right + 1);
}

void fuzz_noise(void *record, size_t bytes, uint64_t salt)
{
    for (size_t offset = 0; offset + 8 <= bytes; offset += 8) {
        salt = fuzz_choice((const char *)&salt, sizeof salt, 0);
        set_word(record, offset, (salt & 7) == 0 ? VMM_UNKNOWN : salt >> (salt & 63));
    }
}

void *fuzz_record(const void *record)
{
    uint64_t size = word_at(record, 0);
    size_t bytes = size < 8 ? 8 : (size_t)size;

    return memcpy(allocate(bytes), record, bytes);
}

void fuzz_whole(const struct fuzz_side *side, const void *record, void *whole)
{
    uint64_t size = word_at(record, 0);

    memset(whole, 0xff, side->bytes);
    set_word(whole, 0, side->bytes);
    for (unsigned i = 0; i < side->count; i++) {
        const struct fuzz_member *member = &side->members[i];
        bool has = member->offset + member->bytes <= size;

        if (has)
            memcpy((char *)whole + member->offset, (const char *)record + member->offset, member->bytes);
        else if (member->bytes != 8)
            memset((char *)whole + member->offset, 0, member->bytes);
    }
}

/* ---- what the library wrote ---- */

/* The members of a record, which the library is asked for only once. */
struct fields {
    struct vmm_field *rows;
    unsigned count;
};

static struct fields fields_of(uint32_t record_id)
{
    static struct fields known[64];
    struct fields *fields = &known[record_id];
    struct vmm_record record;

    CHECK(record_id < sizeof known / sizeof known[0]);
    if (fields->rows == NULL) {
        CHECK(vmm_record_at(record_id, &record, sizeof record) == VMM_OK);
        fields->count = (unsigned)record.fields;
        fields->rows = allocate(fields->count * sizeof fields->rows[0]);
        for (unsigned i = 0; i < fields->count; i++)
            CHECK(vmm_field_at(record_id, i, &fields->rows[i], sizeof fields->rows[i]) == VMM_OK);
    }
    return *fields;
}

void fuzz_unknown(uint32_t record_id, void *record, size_t bytes)
{
    struct fields fields = fields_of(record_id);

    memset(record, 0xff, bytes);
    for (const struct vmm_field *field = fields.rows; field < fields.rows + fields.count; field++)
        if (field->type == VMM_TYPE_NAME && field->offset + field->bytes <= bytes)
            memset((char *)record + field->offset, 0, (size_t)field->bytes);
}

void fuzz_check_written(uint32_t record_id, size_t bytes, vmm_status status, const void *out, size_t out_size)
{
    unsigned char *wanted = allocate(out_size + bytes);
    size_t size = out_size < bytes ? out_size : bytes;

    fuzz_unknown(record_id, wanted, size);
    CHECK(out_size >= 8 || status == VMM_E_ARGUMENT);
    if (out_size >= 8) {
        CHECK(word_at(out, 0) == size);
        for (size_t i = size; i < out_size; i++)
            CHECK(((const unsigned char *)out)[i] == 0xff);
        if (status != VMM_OK)
            CHECK(memcmp((const char *)out + 8, wanted + 8, size - 8) == 0);
    }
    free(wanted);
}

bool fuzz_same_members(uint32_t record_id, const void *a, const void *b, size_t size)
{
    struct fields fields = fields_of(record_id);

    for (const struct vmm_field *field = fields.rows; field < fields.rows + fields.count; field++)
        if (field->offset + field->bytes <= size &&
            memcmp((const char *)a + field->offset, (const char *)b + field->offset, (size_t)field->bytes) != 0)
            return false;
    return true;
}

/* The bits of a double that is NaN, but not unknown, so no result. */
#define UNSURE (UINT64_MAX - 1)

void fuzz_unsure(double *member)
{
    set_word(member, 0, UNSURE);
}

/* Unknown is one NaN only, and there is no other number that is none, and none below zero. */
static void check_double(const void *record, size_t offset)
{
    uint64_t bits = word_at(record, offset);

    CHECK(bits == VMM_UNKNOWN || bits < 0x7ff0000000000000);
}

static void compare_doubles(const void *got, const void *wanted, size_t offset)
{
    double value, right;

    check_double(got, offset);
    if (word_at(wanted, offset) == UNSURE)
        return;
    CHECK((word_at(got, offset) == VMM_UNKNOWN) == (word_at(wanted, offset) == VMM_UNKNOWN));
    if (word_at(got, offset) == VMM_UNKNOWN)
        return;
    memcpy(&value, (const char *)got + offset, sizeof value);
    memcpy(&right, (const char *)wanted + offset, sizeof right);
    CHECK(ref_near((long double)value, (long double)right));
}

void fuzz_compare(uint32_t record_id, const void *got, const void *wanted)
{
    struct fields fields = fields_of(record_id);

    for (const struct vmm_field *field = fields.rows; field < fields.rows + fields.count; field++) {
        size_t offset = (size_t)field->offset;

        if (field->type == VMM_TYPE_DOUBLE)
            compare_doubles(got, wanted, offset);
        else if (field->type == VMM_TYPE_NAME || word_at(wanted, offset) != FUZZ_UNSURE_NUMBER)
            CHECK(memcmp((const char *)got + offset, (const char *)wanted + offset, (size_t)field->bytes) == 0);
    }
}

void fuzz_compare_halved(uint32_t record_id, const void *got, const void *halved)
{
    struct fields fields = fields_of(record_id);

    for (const struct vmm_field *field = fields.rows; field < fields.rows + fields.count; field++) {
        size_t offset = (size_t)field->offset;
        double value, half;

        /* A share of the time may become known with more time, or stop at one. */
        if (field->unit == VMM_UNIT_RATIO)
            continue;
        if (field->type != VMM_TYPE_DOUBLE || field->unit == VMM_UNIT_MS || field->unit == VMM_UNIT_BYTES ||
            word_at(got, offset) == VMM_UNKNOWN) {
            CHECK(memcmp((const char *)got + offset, (const char *)halved + offset, (size_t)field->bytes) == 0);
            continue;
        }
        check_double(halved, offset);
        memcpy(&value, (const char *)got + offset, sizeof value);
        memcpy(&half, (const char *)halved + offset, sizeof half);
        CHECK(ref_near((long double)value, 2 * (long double)half));
    }
}

/* ---- the checks of a usage ---- */

/* Records with room for twice their size, which hold noise behind what they have. */
struct records {
    void *before;
    void *after;
};

static void take_record(struct fuzz_input *input, const struct fuzz_side *side, const void *near, void *record)
{
    /* As long as the longest name. */
    static const char disk[64] = "vda";
    size_t size = fuzz_take_size(input, side->bytes);

    set_word(record, 0, size);
    for (unsigned i = 0; i < side->count; i++) {
        const struct fuzz_member *member = &side->members[i];
        char *at = (char *)record + member->offset;

        if (member->bytes == 8)
            set_word(record, member->offset, fuzz_take_number(input, near == NULL ? 0 : word_at(near, member->offset)));
        else if (near == NULL)
            fuzz_take_name(input, disk, at, member->bytes);
        else
            fuzz_take_name(input, (const char *)near + member->offset, at, member->bytes);
    }
}

/*
 * Calls the function with these records, each in a block of its own size where `exact`, else with all that lies behind it.
 * The result goes to `out`, which has room for `room` bytes.
 */
static vmm_status call_function(const struct fuzz_usage *usage, struct fuzz_call call, bool exact, void *out,
                                size_t out_size)
{
    static unsigned char filling = 0x5a;
    void *before = exact && call.before != NULL ? fuzz_record(call.before) : NULL;
    void *after = exact && call.after != NULL ? fuzz_record(call.after) : NULL;
    struct fuzz_call given = call;
    unsigned char *block = allocate(out_size);
    vmm_status status;

    /* What a reused buffer held must not show, so it holds something else each time. */
    filling = (unsigned char)(filling * 5 + 1);
    memset(block, filling, out_size);
    if (exact) {
        given.before = before;
        given.after = after;
    }
    status = usage->function(&given, block, out_size);
    if (before != NULL)
        CHECK(memcmp(before, call.before, word_at(call.before, 0) < 8 ? 8 : (size_t)word_at(call.before, 0)) == 0);
    if (after != NULL)
        CHECK(memcmp(after, call.after, word_at(call.after, 0) < 8 ? 8 : (size_t)word_at(call.after, 0)) == 0);
    if (out_size < 8)
        for (size_t i = 0; i < out_size; i++)
            CHECK(block[i] == filling);
    fuzz_check_written(usage->record_id, usage->bytes, status, block, out_size);
    memcpy(out, block, out_size < usage->bytes ? out_size : usage->bytes);
    free(before);
    free(after);
    free(block);
    return status;
}

/* Calls the function in another way, which must give the same. */
static void check_same(const struct fuzz_usage *usage, struct fuzz_call call, vmm_status status, const void *out)
{
    void *again = allocate(usage->bytes);

    CHECK(call_function(usage, call, false, again, usage->bytes) == status);
    CHECK(fuzz_same_members(usage->record_id, again, out, usage->bytes));
    free(again);
}

static void check_status(const struct fuzz_usage *usage, struct fuzz_call call, vmm_status status)
{
    void *out = allocate(usage->bytes);

    CHECK(call_function(usage, call, false, out, usage->bytes) == status);
    free(out);
}

static vmm_status wanted_status(const struct fuzz_usage *usage, const struct fuzz_call *call,
                                const struct fuzz_call *whole, void *wanted)
{
    if (usage->is_between && word_at(call->before, 0) == 0)
        return VMM_FIRST;
    if (usage->is_timed && call->elapsed_ns <= 0)
        return VMM_NO_INTERVAL;
    return usage->reference(whole, wanted);
}

static void check_arguments(const struct fuzz_usage *usage, struct fuzz_call call)
{
    static const uint64_t nothing[1] = {0};
    struct fuzz_call other = call;

    CHECK(usage->function(&call, NULL, usage->bytes) == VMM_E_ARGUMENT);
    other.after = NULL;
    check_status(usage, other, VMM_E_ARGUMENT);
    if (usage->is_between) {
        other = call;
        other.before = NULL;
        check_status(usage, other, VMM_FIRST);
        other.before = nothing;
        check_status(usage, other, VMM_FIRST);
    }
    if (usage->is_timed && word_at(call.before, 0) != 0) {
        other = call;
        other.elapsed_ns = call.elapsed_ns > 0 ? -call.elapsed_ns : call.elapsed_ns;
        check_status(usage, other, VMM_NO_INTERVAL);
    }
}

/* Whatever else is right, one counter that falls is enough. */
static void check_falls(const struct fuzz_usage *usage, struct fuzz_call call)
{
    void *lower = allocate(2 * usage->after.bytes);

    memcpy(lower, call.after, 2 * usage->after.bytes);
    call.after = lower;
    for (unsigned i = 0; i < usage->after.count; i++) {
        const struct fuzz_member *member = &usage->after.members[i];
        size_t end = member->offset + 8;
        uint64_t old, new;

        if (!member->falls || end > word_at(call.before, 0) || end > word_at(lower, 0))
            continue;
        old = word_at(call.before, member->offset);
        new = word_at(lower, member->offset);
        if (!ref_known(old) || !ref_known(new) || old == 0)
            continue;
        set_word(lower, member->offset, new % old);
        check_status(usage, call, VMM_RESET);
        set_word(lower, member->offset, new);
    }
    free(lower);
}

static void check_call(const struct fuzz_usage *usage, struct fuzz_call call, struct fuzz_input *input)
{
    size_t out_size = fuzz_take_size(input, usage->bytes);
    void *out = allocate(usage->bytes), *wanted = allocate(usage->bytes), *other = allocate(2 * usage->bytes);
    void *before = allocate(2 * usage->before.bytes), *after = allocate(2 * usage->after.bytes);
    struct fuzz_call whole = call;
    vmm_status status = call_function(usage, call, true, out, usage->bytes), right;

    if (call.before != NULL) {
        fuzz_whole(&usage->before, call.before, before);
        whole.before = before;
    }
    fuzz_whole(&usage->after, call.after, after);
    whole.after = after;
    fuzz_unknown(usage->record_id, wanted, usage->bytes);
    right = wanted_status(usage, &call, &whole, wanted);
    CHECK(right == FUZZ_UNSURE || status == right);
    if (status == VMM_OK && right == VMM_OK) {
        fuzz_compare(usage->record_id, out, wanted);
        if (usage->check != NULL)
            usage->check(&whole, out);
    }

    /* Records that are longer than they say, and records without what is not read or lies not within them. */
    check_same(usage, call, status, out);
    if (status != VMM_FIRST)
        check_same(usage, whole, status, out);
    CHECK(call_function(usage, call, true, other, out_size) == (out_size < 8 ? VMM_E_ARGUMENT : status));
    CHECK(fuzz_same_members(usage->record_id, out, other, out_size));
    if (status == VMM_OK && usage->is_timed && call.elapsed_ns <= INT64_MAX / 2) {
        struct fuzz_call longer = call;

        longer.elapsed_ns *= 2;
        CHECK(call_function(usage, longer, true, other, usage->bytes) == VMM_OK);
        fuzz_compare_halved(usage->record_id, out, other);
    }
    if (status == VMM_OK && usage->is_between)
        check_falls(usage, call);
    check_arguments(usage, call);
    free(before);
    free(after);
    free(out);
    free(wanted);
    free(other);
}

static void check_input(const struct fuzz_usage *usage, const uint8_t *data, size_t size)
{
    struct fuzz_input input = {data, size};
    size_t before_room = 2 * usage->before.bytes, after_room = 2 * usage->after.bytes;
    void *before = allocate(before_room), *after = allocate(after_room);
    bool is_alike = usage->before.members == usage->after.members;
    uint64_t salt = fuzz_choice((const char *)data, size, 0);
    struct fuzz_call call;

    fuzz_current((struct piece){(const char *)data, size});
    call.elapsed_ns = usage->is_timed ? fuzz_take_time(&input) : 0;
    call.number = fuzz_take_number(&input, 100);
    call.before = before_room == 0 ? NULL : before;
    call.after = after;
    fuzz_noise(after, after_room, salt);
    if (before_room != 0) {
        fuzz_noise(before, before_room, ~salt);
        take_record(&input, &usage->before, NULL, before);
    }
    take_record(&input, &usage->after, is_alike && before_room != 0 ? before : NULL, after);
    check_call(usage, call, &input);
    free(before);
    free(after);
}

void fuzz_usage(const struct fuzz_usage *usage, const uint8_t *data, size_t size)
{
    size_t length = 0;

    check_input(usage, data, size);
    while (fuzz_every_prefix && fuzz_next_prefix((const char *)data, size, &length))
        check_input(usage, data, length);
    fuzz_current((struct piece){NULL, 0});
}

/* ---- reference ---- */

bool ref_known(uint64_t value)
{
    return value != VMM_UNKNOWN && value != VMM_UNLIMITED;
}

uint64_t ref_gauge(uint64_t value)
{
    return ref_known(value) ? value : VMM_UNKNOWN;
}

bool ref_known_double(double value)
{
    return word_at(&value, 0) != VMM_UNKNOWN;
}

bool ref_growth(uint64_t before, uint64_t after, uint64_t *growth)
{
    *growth = VMM_UNKNOWN;
    if (!ref_known(before) || !ref_known(after))
        return true;
    if (after < before)
        return false;
    *growth = after - before;
    return true;
}

bool ref_growth_32(uint64_t before, uint64_t after, uint64_t *growth)
{
    if (ref_growth(before, after, growth))
        return true;
    if (before > UINT32_MAX)
        return false;
    *growth = ((uint64_t)1 << 32) - before + after;
    return true;
}

bool ref_differ(uint64_t before, uint64_t after)
{
    return ref_known(before) && ref_known(after) && before != after;
}

bool ref_names_differ(const char *before, const char *after, size_t bytes)
{
    return before[0] != '\0' && after[0] != '\0' && strncmp(before, after, bytes) != 0;
}

bool ref_near(long double a, long double b)
{
    long double difference = a < b ? b - a : a - b;

    return difference <= 1e-12L * (a < b ? b : a);
}

void ref_ratio(double *member, uint64_t part, uint64_t whole)
{
    if (ref_known(part) && ref_known(whole) && whole != 0)
        *member = (double)((long double)part / (long double)whole);
}

void ref_rate(double *member, uint64_t growth, int64_t elapsed_ns)
{
    if (ref_known(growth))
        *member = (double)((long double)growth * 1e9L / (long double)elapsed_ns);
}

uint64_t ref_add(uint64_t a, uint64_t b)
{
    uint64_t sum = a + b;

    return ref_known(a) && ref_known(b) && sum >= a && ref_known(sum) ? sum : VMM_UNKNOWN;
}

uint64_t ref_subtract(uint64_t a, uint64_t b)
{
    return ref_known(a) && ref_known(b) && a >= b ? a - b : VMM_UNKNOWN;
}

void ref_name(char *member, const char *name, size_t bytes)
{
    size_t length = 0;

    while (length < bytes - 1 && name[length] != '\0')
        length++;
    memset(member, 0, bytes);
    memcpy(member, name, length);
}
