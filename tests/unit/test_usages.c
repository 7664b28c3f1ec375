/* SPDX-License-Identifier: MIT */
/*
 * The promises that all usages share, over the table of usages; a test is named `disk_usage: every output size`, and the
 * argument `disk_usage` selects those of one usage. The results themselves are compared with the usage's reference; here
 * stands what does not follow from a reference: which calls must be made, and the status where it is the same for all
 * usages.
 */
#include <stdio.h>
#include <string.h>

#include "reference/check_usage.h"
#include "support_usage.h"

#define ENOUGH 1200 /* how many random records must be tried to meet each status and each member */
#define REPEAT 3    /* how many records of chance each promise is tried with */

static const struct usage *const usages[] = {
#define EACH_USAGE(name) &usage_##name,
#include "reference/lists.h"
};

/* What is being tried, for the message of a failure. */
static char trying[160];

static void fail_test(const char *condition, const char *file, int line)
{
    print_error("%s: %s\n", trying, condition);
    _fail(file, line);
}

/* ---- samples ---- */

/* Rows with room for two records each, and the call that points to them. */
struct samples {
    uint64_t rows[2][1 << 12];
    struct usage_call call;
};

static const struct usage_input *input_of(const struct usage *usage, unsigned side)
{
    return side == 0 ? usage_before(usage) : &usage->after;
}

static size_t rows_of(const struct samples *samples, unsigned side)
{
    return side == 0 ? samples->call.before_count : samples->call.after_count;
}

static void *row_of(const struct usage *usage, struct samples *samples, unsigned side, size_t row)
{
    return usage_row(input_of(usage, side), samples->rows[side], row);
}

static bool has_side(const struct usage *usage, unsigned side)
{
    return input_of(usage, side)->record_id != 0;
}

/* Small numbers, among which those of closed sets are, and large ones. */
static uint64_t usual_number(void)
{
    static const uint64_t limits[] = {5, 1000, 1000000, UINT64_C(1) << 40};

    return (chance() >> 20) % limits[chance_below(COUNT_OF(limits))] + 1;
}

/*
 * A record in which all members that the usage reads are known. Its other members, and the bytes after it, are noise.
 */
static void make_row(const struct usage *usage, unsigned side, size_t index, const char *earlier, char *row)
{
    const struct usage_input *input = input_of(usage, side);
    const struct usage_members *members = usage_members(input);

    for (size_t offset = 0; offset < 2 * input->bytes; offset += 8)
        usage_set_word(row, offset, chance_of(20) ? VMM_UNKNOWN : chance_number());
    usage_set_word(row, 0, input->bytes);
    usage_set_word(row, 8, chance_of(80) ? input->record_id : chance_of(50) ? 0 : VMM_UNKNOWN);
    for (unsigned i = 0; i < members->count; i++) {
        const struct usage_member *member = &members->rows[i];
        uint64_t old = earlier == NULL ? 0 : usage_word(earlier, member->offset);

        if (earlier != NULL && member->is_identity)
            memcpy(row + member->offset, earlier + member->offset, member->bytes);
        else if (member->bytes != 8)
            memcpy(row + member->offset, "vda", 4);
        else if (member->is_identity)
            usage_set_word(row, member->offset, 100 + 7 * index);
        else if (earlier != NULL && (member->falls || chance_of(50)))
            usage_set_word(row, member->offset, old + usual_number());
        else
            usage_set_word(row, member->offset, usual_number());
    }
}

static void make_samples(const struct usage *usage, struct samples *samples)
{
    size_t count = usage->is_of_rows ? 4 : 1;

    memset(samples, 0, sizeof *samples);
    samples->call = (struct usage_call){
        .before = has_side(usage, 0) ? samples->rows[0] : NULL,
        .after = samples->rows[1],
        .before_count = count,
        .after_count = count,
        .row_size = usage->after.bytes,
        .elapsed_ns = SECOND,
        .number = 100,
    };
    assert_true(2 * count * input_of(usage, 1)->bytes <= sizeof samples->rows[1]);
    for (unsigned side = 0; side < 2; side++)
        for (size_t i = 0; has_side(usage, side) && i < count; i++)
            make_row(usage, side, i, side == 1 && usage->is_between ? (char *)row_of(usage, samples, 0, i) : NULL,
                     row_of(usage, samples, side, i));
}

/* Samples whose result is VMM_OK. */
static void make_usual(const struct usage *usage, struct samples *samples)
{
    do
        make_samples(usage, samples);
    while (usage_check_once(usage, samples->call, usage->bytes) != VMM_OK);
}

static void try_once(const struct usage *usage, const struct samples *samples)
{
    usage_check_once(usage, samples->call, usage->bytes);
}

static void try_status(const struct usage *usage, struct usage_call call, vmm_status wanted)
{
    vmm_status status = usage_check_once(usage, call, usage->bytes);

    if (status != wanted)
        fail_test(vmm_status_text(status), __FILE__, __LINE__);
}

/* Makes each member that is read unknown, but not identities where these are to stay. */
static void forget(const struct usage *usage, struct samples *samples, unsigned side, uint64_t value, bool identities)
{
    const struct usage_members *members = usage_members(input_of(usage, side));

    for (size_t row = 0; row < rows_of(samples, side); row++)
        for (unsigned i = 0; i < members->count; i++) {
            const struct usage_member *member = &members->rows[i];
            char *at = (char *)row_of(usage, samples, side, row) + member->offset;

            if (member->is_identity && !identities)
                continue;
            if (member->bytes == 8)
                usage_set_word(at, 0, value);
            else
                memset(at, 0, member->bytes);
        }
}

/* A place in the samples: one member of one row on one side. */
struct place {
    unsigned side;
    size_t row;
    struct vmm_member_info field;
};

static void *at(const struct usage *usage, struct samples *samples, const struct place *place)
{
    return (char *)row_of(usage, samples, place->side, place->row) + place->field.offset;
}

/* Goes through all members of all records, also through members that the usage does not read. False after the last. */
static bool next_place(const struct usage *usage, const struct samples *samples, struct place *place, uint32_t *index)
{
    for (; place->side < 2; place->side++, place->row = 0, *index = 0)
        for (; has_side(usage, place->side) && place->row < rows_of(samples, place->side); place->row++, *index = 0)
            if (field_of(input_of(usage, place->side)->record_id, (*index)++, &place->field)) {
                snprintf(trying, sizeof trying, "%s.%s", place->side == 0 ? "before" : "after", place->field.name);
                return true;
            }
    return false;
}

/* ---- promises ---- */

/* The function writes as many whole members as the size can hold, and nothing after them; for each status. */
static void every_output_size(const struct usage *usage, struct samples *samples)
{
    struct usage_call call = samples->call;

    for (unsigned choice = 0; choice < 6; choice++) {
        vmm_status wanted = VMM_OK;

        make_usual(usage, samples);
        call = samples->call;
        if (choice == 1) {
            call.after = NULL;
            wanted = VMM_E_ARGUMENT;
        } else if (choice == 2) {
            forget(usage, samples, 1, VMM_UNKNOWN, usage->is_of_rows);
            wanted = VMM_E_EMPTY;
        } else if (choice == 3 && usage->is_between) {
            call.before = NULL;
            wanted = VMM_FIRST;
        } else if (choice == 4 && usage->is_timed) {
            call.elapsed_ns = 0;
            wanted = VMM_NO_INTERVAL;
        } else if (choice == 5 && usage->is_between) {
            forget(usage, samples, 0, MOST, false);
            wanted = VMM_RESET;
        }
        for (size_t size = 0; size <= 2 * usage->bytes; size++) {
            snprintf(trying, sizeof trying, "size %zu, %s", size, vmm_status_text(wanted));
            assert_int_equal(usage_check_once(usage, call, size), size < 16 ? VMM_E_ARGUMENT : wanted);
        }
    }
}

/* Members after the size of a record are unknown, and are not looked at. */
static void shorter_records(const struct usage *usage, struct samples *samples)
{
    for (unsigned which = 1; which <= 3; which++)
        for (uint64_t size = 0; size <= 2 * usage->after.bytes; size += size < 300 ? 1 : chance_step()) {
            snprintf(trying, sizeof trying, "size %llu of %u", (unsigned long long)size, which);
            for (unsigned side = 0; side < 2; side++)
                for (size_t row = 0; has_side(usage, side) && row < rows_of(samples, side); row++)
                    usage_set_word(row_of(usage, samples, side, row), 0,
                                   which & (1U << side) ? size : input_of(usage, side)->bytes);
            try_once(usage, samples);
        }
}

/* Records of a newer caller are longer; only what is known here is looked at. */
static void longer_records(const struct usage *usage, struct samples *samples)
{
    static const uint64_t sizes[] = {4096, UINT64_MAX - 7, UINT64_MAX};

    for (size_t i = 0; i < COUNT_OF(sizes); i++) {
        for (unsigned side = 0; side < 2; side++)
            for (size_t row = 0; has_side(usage, side) && row < rows_of(samples, side); row++)
                usage_set_word(row_of(usage, samples, side, row), 0, sizes[i]);
        try_status(usage, samples->call, VMM_OK);
    }
}

/* What the caller's rows do not have is unknown. */
static void rows_of_every_size(const struct usage *usage, struct samples *samples)
{
    for (size_t size = 16; usage->is_of_rows && size <= 2 * usage->after.bytes; size += 8) {
        snprintf(trying, sizeof trying, "rows of %zu", size);
        samples->call.row_size = size;
        try_once(usage, samples);
    }
}

/* Rows change places; now and then a copy of one row replaces another, so that a thread comes twice. */
static void rows_in_another_order(const struct usage *usage, struct samples *samples)
{
    for (unsigned round = 0; usage->is_of_rows && round < 200; round++) {
        unsigned side = (unsigned)chance_below(2);
        const struct usage_input *input = input_of(usage, side);
        void *one = row_of(usage, samples, side, chance_below(4)),
             *other = row_of(usage, samples, side, chance_below(4));
        struct record kept;

        snprintf(trying, sizeof trying, "order %u", round);
        if (round % 20 == 0)
            make_usual(usage, samples);
        assert_true(input->bytes <= sizeof kept);
        memcpy(&kept, one, input->bytes);
        memmove(one, other, input->bytes);
        if (chance_of(80))
            memcpy(other, &kept, input->bytes);
        try_once(usage, samples);
    }
}

static void arguments(const struct usage *usage, struct samples *samples)
{
    struct usage_call call = samples->call;

    assert_int_equal(usage->function(&call, NULL, usage->bytes), VMM_E_ARGUMENT);
    assert_int_equal(usage->function(&call, NULL, 0), VMM_E_ARGUMENT);
    call.after = NULL;
    try_status(usage, call, VMM_E_ARGUMENT);
    call.elapsed_ns = 0;
    try_status(usage, call, VMM_E_ARGUMENT);
    call.before = NULL;
    try_status(usage, call, VMM_E_ARGUMENT);
    assert_int_equal(usage->function(&call, NULL, 0), VMM_E_ARGUMENT);
}

/* A record of another type is refused, unless it is a sample that is not there. */
static void records_of_another_type(const struct usage *usage, struct samples *samples)
{
    static const uint64_t far[] = {64, 255, UINT64_C(1) << 32, VMM_UNLIMITED - 1, VMM_UNLIMITED};

    for (unsigned side = 0; side < 2 && !usage->is_of_rows; side++)
        for (uint64_t type = 1; has_side(usage, side) && type < 32 + COUNT_OF(far); type++) {
            uint64_t said = type < 32 ? type : far[type - 32];
            vmm_status right = said == input_of(usage, side)->record_id ? VMM_OK : VMM_E_ARGUMENT;

            snprintf(trying, sizeof trying, "type %llu on side %u", (unsigned long long)said, side);
            make_usual(usage, samples);
            usage_set_word(row_of(usage, samples, side, 0), 8, said);
            try_status(usage, samples->call, right);
            samples->call.elapsed_ns = 0;
            if (right == VMM_E_ARGUMENT)
                try_status(usage, samples->call, VMM_E_ARGUMENT);
            /* It does not say its type if that is after its end. */
            samples->call.elapsed_ns = SECOND;
            usage_set_word(row_of(usage, samples, side, 0), 0, 15);
            try_once(usage, samples);
            usage_set_word(row_of(usage, samples, side, 0), 0, 0);
            try_once(usage, samples);
        }
}

/* Before all else, even where the counters say something. */
static void the_first_sample_gives_nothing(const struct usage *usage, struct samples *samples)
{
    for (unsigned choice = 0; usage->is_between && choice < 4; choice++) {
        struct usage_call call;

        make_usual(usage, samples);
        if (choice & 1)
            forget(usage, samples, 0, MOST, false);
        for (size_t row = 0; row < samples->call.before_count; row++)
            usage_set_word(row_of(usage, samples, 0, row), 0, 0);
        call = samples->call;
        call.elapsed_ns = choice & 2 ? 0 : SECOND;
        try_status(usage, call, VMM_FIRST);
        call.before = NULL;
        try_status(usage, call, VMM_FIRST);
        call.before_count = 0;
        try_status(usage, call, VMM_FIRST);
    }
}

/* Whatever happened, without time there is no rate of it. */
static void no_time_elapsed(const struct usage *usage, struct samples *samples)
{
    static const int64_t times[] = {0, -1, INT64_MIN};

    for (unsigned choice = 0; usage->is_timed && choice < 4; choice++) {
        make_usual(usage, samples);
        if (choice == 1)
            forget(usage, samples, 0, MOST, false);
        if (choice == 2)
            forget(usage, samples, 0, MOST, !usage->is_of_rows);
        if (choice == 3)
            forget(usage, samples, 0, VMM_UNKNOWN, !usage->is_of_rows);
        for (size_t i = 0; i < COUNT_OF(times); i++) {
            samples->call.elapsed_ns = times[i];
            try_status(usage, samples->call, VMM_NO_INTERVAL);
        }
    }
}

static void try_identity(const struct usage *usage, struct samples *samples, const struct usage_member *member,
                         uint64_t before, uint64_t after)
{
    /* Rows find each other by it. */
    bool is_known = ref_known(before) && ref_known(after) && !usage->is_of_rows;

    for (unsigned choice = 0; choice < 3; choice++) {
        make_usual(usage, samples);
        if (choice != 0)
            forget(usage, samples, choice - 1, VMM_UNKNOWN, false);
        usage_set_word(row_of(usage, samples, 0, 0), member->offset, before);
        usage_set_word(row_of(usage, samples, 1, 0), member->offset, after);
        if (is_known && before != after && choice == 0)
            try_status(usage, samples->call, VMM_RESET);
        else if (is_known && choice == 0)
            try_status(usage, samples->call, VMM_OK);
        else
            try_once(usage, samples);
    }
}

/* Numbers and names are used again; a thing is the same only if its identity says so. */
static void another_thing_is_a_reset(const struct usage *usage, struct samples *samples)
{
    static const uint64_t numbers[] = {0, 1, 7, UINT32_MAX, UINT64_C(1) << 32, MOST, VMM_UNLIMITED, VMM_UNKNOWN};
    const struct usage_members *members = usage_members(input_of(usage, 1));

    for (unsigned i = 0; usage->is_between && i < members->count; i++)
        for (size_t k = 0; members->rows[i].is_identity && members->rows[i].bytes == 8 && k < COUNT_OF(numbers); k++)
            for (size_t m = 0; m < COUNT_OF(numbers); m++) {
                snprintf(trying, sizeof trying, "identity %u: %zu, %zu", i, k, m);
                try_identity(usage, samples, &members->rows[i], numbers[k], numbers[m]);
            }
}

/* A name ends at its NUL or, without one, at its last byte. The bytes after the NUL are not compared. */
static void set_name(char *name, size_t bytes, unsigned choice)
{
    static const char *const names[] = {"", "vda", "vdb", "vd", "vda1", "vDa"};

    memset(name, 'x', bytes);
    if (choice < COUNT_OF(names))
        memcpy(name, names[choice], strlen(names[choice]) + 1);
    else if (choice == COUNT_OF(names))
        name[bytes - 1] = 'y';
    else if (choice == COUNT_OF(names) + 1)
        name[0] = 'y';
}

/* Makes the identities that are numbers unknown in the first row of the later sample. */
static void forget_numbers(const struct usage *usage, struct samples *samples)
{
    const struct usage_members *members = usage_members(&usage->after);

    for (unsigned i = 0; i < members->count; i++)
        if (members->rows[i].is_identity && members->rows[i].bytes == 8)
            usage_set_word(row_of(usage, samples, 1, 0), members->rows[i].offset, VMM_UNKNOWN);
}

static void names(const struct usage *usage, struct samples *samples)
{
    enum { CHOICES = 9 };

    for (unsigned side = 0; side < 2; side++)
        for (unsigned i = 0; has_side(usage, side) && i < usage_members(input_of(usage, side))->count; i++) {
            const struct usage_member *member = &usage_members(input_of(usage, side))->rows[i];

            for (unsigned k = 0; member->bytes != 8 && k < CHOICES * CHOICES; k++) {
                unsigned before = k / CHOICES, after = k % CHOICES;

                snprintf(trying, sizeof trying, "names %u, %u", before, after);
                make_usual(usage, samples);
                if (has_side(usage, 0))
                    set_name((char *)row_of(usage, samples, 0, 0) + member->offset, member->bytes, before);
                set_name((char *)row_of(usage, samples, 1, 0) + member->offset, member->bytes, after);
                try_once(usage, samples);
                if (!usage->is_between)
                    continue;
                /* A number may identify a thing instead of its name, and so says the reference. */
                forget_numbers(usage, samples);
                try_status(usage, samples->call, before == after || before == 0 || after == 0 ? VMM_OK : VMM_RESET);
            }
        }
}

/* No width is guessed, and neither 2^32 nor 2^64 is ever added. */
static void a_counter_that_fell_is_a_reset(const struct usage *usage, struct samples *samples)
{
    static const uint64_t falls[][2] = {{1, 0},           {8, 7},   {UINT32_MAX, 0}, {UINT64_C(1) << 32, 5},
                                        {MOST, MOST - 1}, {MOST, 0}};
    const struct usage_members *members = usage_members(&usage->after);

    for (unsigned i = 0; usage->is_between && i < members->count; i++)
        for (size_t k = 0; members->rows[i].falls && k < COUNT_OF(falls); k++)
            for (size_t row = 0; row < rows_of(samples, 1); row++)
                for (unsigned alone = 0; alone < 3; alone++) {
                    snprintf(trying, sizeof trying, "counter %u: fall %zu", i, k);
                    make_usual(usage, samples);
                    if (alone != 0)
                        forget(usage, samples, alone - 1, VMM_UNKNOWN, false);
                    usage_set_word(row_of(usage, samples, 0, row), members->rows[i].offset, falls[k][0]);
                    usage_set_word(row_of(usage, samples, 1, row), members->rows[i].offset, falls[k][1]);
                    if (alone == 0)
                        try_status(usage, samples->call, VMM_RESET);
                    else
                        try_once(usage, samples);
                }
}

/* Each member by itself, read or not: unknown, unlimited, at the limits of its type, a little less than before. */
static void each_member_alone(const struct usage *usage, struct samples *samples)
{
    static const uint64_t values[] = {VMM_UNKNOWN, VMM_UNLIMITED, MOST, 0, 1, UINT32_MAX, UINT64_C(1) << 63};
    struct place place = {0};
    uint32_t index = 0;

    while (next_place(usage, samples, &place, &index)) {
        void *word = at(usage, samples, &place);
        char old[128];

        assert_true(place.field.bytes <= sizeof old);
        memcpy(old, word, (size_t)place.field.bytes);
        if (place.field.type == VMM_TYPE_NAME)
            memset(word, 0, (size_t)place.field.bytes);
        for (size_t i = 0; place.field.bytes == 8 && i < COUNT_OF(values); i++) {
            usage_set_word(word, 0, values[i]);
            try_once(usage, samples);
        }
        if (place.field.bytes == 8)
            usage_set_word(word, 0, usage_word(old, 0) - 1);
        try_once(usage, samples);
        memcpy(word, old, (size_t)place.field.bytes);
    }
}

/* Nothing is known; then one member after the other, which may be enough. */
static void one_known_member(const struct usage *usage, struct samples *samples)
{
    static const uint64_t nothing[] = {VMM_UNKNOWN, VMM_UNLIMITED};

    for (size_t i = 0; i < COUNT_OF(nothing); i++)
        for (unsigned which = 1; which <= 3; which++) {
            const struct usage_members *members = usage_members(&usage->after);
            struct samples known;

            make_usual(usage, samples);
            known = *samples;
            for (unsigned side = 0; side < 2; side++)
                if ((which & (1U << side)) != 0 && has_side(usage, side))
                    forget(usage, samples, side, nothing[i], false);
            /* A usage that takes one record of a moment knows nothing without it. */
            if (usage->is_between ? !usage->is_of_rows && which == 3 : (which & 2) != 0)
                try_status(usage, samples->call, VMM_E_EMPTY);
            else
                try_once(usage, samples);
            for (unsigned k = 0; k < members->count; k++) {
                size_t offset = members->rows[k].offset;

                for (unsigned side = 0; side < 2; side++)
                    if (members->rows[k].bytes == 8 && input_of(usage, side) == &usage->after)
                        usage_set_word(row_of(usage, samples, side, 0), offset,
                                       usage_word(row_of(usage, &known, side, 0), offset));
                snprintf(trying, sizeof trying, "member %u alone", k);
                try_once(usage, samples);
                for (unsigned side = 0; side < 2; side++)
                    if (members->rows[k].bytes == 8 && input_of(usage, side) == &usage->after &&
                        (which & (1U << side)) != 0 && !members->rows[k].is_identity)
                        usage_set_word(row_of(usage, samples, side, 0), offset, nothing[i]);
            }
        }
}

/* The largest growth and the extremes of time. */
static void extreme_numbers(const struct usage *usage, struct samples *samples)
{
    static const uint64_t values[] = {0, 1, MOST - 1, MOST};
    static const int64_t times[] = {1, 1000000, SECOND, 3600 * SECOND, INT64_MAX / 2, INT64_MAX};
    static const uint64_t numbers[] = {0, 1, 100, MOST, VMM_UNLIMITED, VMM_UNKNOWN};

    for (size_t i = 0; i < COUNT_OF(values); i++)
        for (size_t k = 0; k < COUNT_OF(values); k++)
            for (size_t time = 0; time < COUNT_OF(times); time++)
                for (size_t number = 0; number < COUNT_OF(numbers); number++) {
                    snprintf(trying, sizeof trying, "values %zu, %zu, time %zu", i, k, time);
                    if (has_side(usage, 0))
                        forget(usage, samples, 0, values[i], false);
                    forget(usage, samples, 1, values[k], false);
                    samples->call.elapsed_ns = times[time];
                    samples->call.number = numbers[number];
                    try_once(usage, samples);
                }
}

/* ---- any records ---- */

/* A special number, or a number near the old one. */
static uint64_t odd_number(uint64_t usual)
{
    static const uint64_t odd[] = {VMM_UNKNOWN, VMM_UNKNOWN, VMM_UNLIMITED, MOST,
                                   0,           INT32_MAX,   UINT32_MAX,    UINT64_C(1) << 63};

    switch (chance_below(4)) {
    case 0:
        return odd[chance_below(COUNT_OF(odd))];
    case 1:
        return usual + chance_below(300) - 150;
    case 2:
        return chance_number();
    default:
        return chance_below(20);
    }
}

/* Makes some members odd; the more, the larger `percent`. */
static void disturb(const struct usage *usage, struct samples *samples, unsigned percent)
{
    static const int64_t times[] = {1, 100000000, SECOND, 4 * SECOND, INT64_MAX};

    for (unsigned side = 0; side < 2; side++)
        for (size_t row = 0; has_side(usage, side) && row < rows_of(samples, side); row++) {
            const struct usage_members *members = usage_members(input_of(usage, side));
            char *record = row_of(usage, samples, side, row);

            for (unsigned i = 0; i < members->count; i++)
                if (!chance_of(percent))
                    continue;
                else if (members->rows[i].bytes == 8)
                    usage_set_word(record, members->rows[i].offset,
                                   odd_number(usage_word(record, members->rows[i].offset)));
                else
                    set_name(record + members->rows[i].offset, members->rows[i].bytes, (unsigned)chance_below(9));
            if (chance_of(3))
                usage_set_word(record, 0, chance_below(2 * input_of(usage, side)->bytes));
        }
    /* Nothing happened; nothing is known. */
    if (usage->is_between && chance_of(3))
        memcpy(samples->rows[1], samples->rows[0], sizeof samples->rows[1]);
    if (chance_of(3))
        forget(usage, samples, 1, VMM_UNKNOWN, usage->is_of_rows);
    samples->call.elapsed_ns = chance_of(3) ? -(int64_t)chance_below(3) : times[chance_below(COUNT_OF(times))];
    if (chance_of(30))
        samples->call.elapsed_ns = (int64_t)(chance() >> (1 + chance_below(63))) + 1;
    if (chance_of(20))
        samples->call.number = odd_number(100);
    if (chance_of(2))
        samples->call.before = NULL;
    if (usage->is_of_rows && chance_of(10))
        samples->call.after_count = chance_below(5);
    if (usage->is_of_rows && chance_of(10))
        samples->call.before_count = chance_below(5);
    /* One row in both samples is itself, so that its identity is known. */
    if (usage->is_of_rows && chance_of(10))
        samples->call.after_count = samples->call.before_count = 1;
}

static void random_records(const struct usage *usage, struct samples *samples)
{
    static const unsigned percents[] = {0, 1, 3, 10, 40};
    struct vmm_member_info field;
    unsigned seen[8] = {0}, rounds = chance_rounds(6000) < ENOUGH ? ENOUGH : chance_rounds(6000);
    unsigned known[128] = {0};
    struct record out;

    for (unsigned round = 0; round < rounds; round++) {
        vmm_status status;
        bool is_known;

        snprintf(trying, sizeof trying, "round %u", round);
        make_samples(usage, samples);
        disturb(usage, samples, percents[chance_below(COUNT_OF(percents))]);
        status = usage_check_result(usage, samples->call, &out);
        if (round % 16 == 0)
            usage_check(usage, samples->call, chance_below(2 * usage->bytes));
        seen[status < 0 ? 7 : status]++;
        for (unsigned i = 0; status == VMM_OK && usage_result_member(usage, &out, i, &is_known); i++)
            known[i] += is_known;
    }
    /* Each was met: all statuses, and each member known and unknown. */
    assert_true(seen[VMM_OK] > rounds / 20 && seen[7] > rounds / 1000);
    if (usage->is_between)
        assert_true(seen[VMM_FIRST] > rounds / 1000 && seen[VMM_NO_INTERVAL] > rounds / 1000 &&
                    seen[VMM_RESET] > rounds / 1000);
    /* A view has members that are lost in it. */
    for (uint32_t i = 0; usage->record_id != usage->after.record_id && field_of(usage->record_id, i, &field); i++) {
        snprintf(trying, sizeof trying, "%s", field.name);
        if (known[i] == 0)
            fail_test("each member is known now and then", __FILE__, __LINE__);
    }
}

/* ---- registration ---- */

static const struct promise {
    const char *name;
    void (*check)(const struct usage *usage, struct samples *samples);
    unsigned repeat;
} promises[] = {
    {"arguments", arguments, 1},
    {"records of another type", records_of_another_type, 1},
    {"the first sample gives nothing", the_first_sample_gives_nothing, 1},
    {"no time elapsed", no_time_elapsed, 1},
    {"another thing is a reset", another_thing_is_a_reset, 1},
    {"names", names, 1},
    {"a counter that fell is a reset", a_counter_that_fell_is_a_reset, 1},
    {"each member alone", each_member_alone, REPEAT},
    {"one known member", one_known_member, REPEAT},
    {"extreme numbers", extreme_numbers, 1},
    {"every output size", every_output_size, 1},
    {"shorter records", shorter_records, 1},
    {"longer records", longer_records, 1},
    {"rows of every size", rows_of_every_size, 1},
    {"rows in another order", rows_in_another_order, 1},
    {"random records", random_records, 1},
};

/* One test: a promise of a usage. */
struct case_of {
    const struct usage *usage;
    const struct promise *promise;
    char name[80];
};

static void run_case(const void *subject)
{
    const struct case_of *one = subject;
    static struct samples samples;

    usage_failed = fail_test;
    chance_seed(COUNT_OF(promises));
    for (unsigned i = 0; i < one->promise->repeat; i++) {
        strcpy(trying, "usual samples");
        make_usual(one->usage, &samples);
        one->promise->check(one->usage, &samples);
    }
}

__attribute__((constructor)) static void register_all(void)
{
    static struct case_of cases[COUNT_OF(usages) * COUNT_OF(promises)];

    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct case_of *one = &cases[i];

        one->usage = usages[i / COUNT_OF(promises)];
        one->promise = &promises[i % COUNT_OF(promises)];
        snprintf(one->name, sizeof one->name, "%s: %s", one->usage->name, one->promise->name);
        test_add((struct test){.name = one->name, .run_on = run_case, .subject = one});
    }
}
