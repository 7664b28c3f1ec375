/* SPDX-License-Identifier: MIT */
/* Every promise to the formats of a group: see reference/format.h. */
#include "support_formats.h"

#include "support_json.h"
#include "test.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A text that is longer is not tried in every way. */
enum { LONG = 2500 };

/* ---- the texts of a format ---- */

typedef void with_text(const struct format *format, struct piece text);

static void each_sample(const struct format *format, with_text *use)
{
    for (size_t i = 0; i <= COUNT_OF(format->more_samples); i++) {
        const char *folder = i == 0 ? format->samples : format->more_samples[i - 1];

        for (const char *const *names = folder == NULL ? NULL : sample_names(folder); names != NULL && *names != NULL;
             names++) {
            struct sample sample = sample_load(*names);

            use(format, (struct piece){sample.bytes == NULL ? "" : sample.bytes, sample.length});
            sample_free(&sample);
        }
    }
}

static void each_example(const struct format *format, with_text *use)
{
    for (const struct example *example = format->examples; example->text.bytes != NULL; example++)
        use(format, example->text);
}

static void each_usual(const struct format *format, with_text *use)
{
    for (const struct piece *text = format->usual; text != NULL && text->bytes != NULL; text++)
        use(format, *text);
}

static void read_all(const struct format *format, struct piece text)
{
    promise_text(format, text, format->bytes, NULL, NULL);
}

/* ---- promises ---- */

static void samples(const struct format *format)
{
    each_sample(format, read_all);
}

/* The formats that share a test, and how many share its time. */
static const struct format *formats;
static size_t share = 1;

/* Whatever a file's bytes are, it may be read as another. */
static void samples_of_others(const struct format *format)
{
    for (size_t i = 0; i < share; i++) {
        const char *const *names = formats[i].samples == NULL ? NULL : sample_names(formats[i].samples);

        for (; names != NULL && *names != NULL; names++) {
            struct sample sample = sample_load(*names);

            read_all(format, (struct piece){sample.bytes, sample.length});
            sample_free(&sample);
        }
    }
}

/* What is written down here, not computed by the reference. */
static void examples(const struct format *format)
{
    for (const struct example *example = format->examples; example->text.bytes != NULL; example++) {
        struct reading reading = promise_text(format, example->text, format->bytes, NULL, NULL);

        if (reading.first.status != example->status || reading.first.error != example->error)
            promise_broken(format, example->text, "status %d, error %ld; expected %d, %ld (-1: none)",
                           (int)reading.first.status, (long)reading.first.error, (int)example->status,
                           (long)example->error);
    }
}

/* Text that is cut is found to be cut where it ends, and costs nothing before. */
static void cut(const struct format *format, struct piece text)
{
    struct reading whole = promise_text(format, text, format->bytes, NULL, NULL);
    const unsigned step = chance_step();
    size_t lines = 0;

    for (size_t at = 0; at < text.length; at++) {
        struct reading reading;

        lines += at != 0 && text.bytes[at - 1] == '\n';
        if (at >= 300 && (at % step != 0 || (text.length > LONG && at >= 600 && at + 1500 < text.length)))
            continue;
        reading = promise_text(format, (struct piece){text.bytes, at}, format->bytes, NULL, NULL);
        if (format->kind == ROWS && ((!format->span_lines && reading.rows > whole.rows + format->may_lack_newline) ||
                                     (!format->share_lines && !format->may_lack_newline && reading.rows > lines)))
            promise_broken(format, text, "cut at %ld it has %ld rows", (long)at, (long)reading.rows);
        if (whole.first.status == VMM_OK && format->kind == ONE_RECORD && !format->may_lack_newline && at != 0 &&
            text.bytes[at - 1] != '\n' && (reading.first.status != VMM_E_TRUNCATED || reading.first.error != at))
            promise_broken(format, text, "cut at %ld: status %d, error %ld", (long)at, (int)reading.first.status,
                           (long)reading.first.error);
    }
}

static void every_cut(const struct format *format)
{
    each_sample(format, cut);
    each_usual(format, cut);
    each_example(format, cut);
}

static void each_size(const struct format *format, struct piece text, size_t step)
{
    for (size_t size = 8; size <= format->bytes * 2; size += step)
        promise_text(format, text, size, NULL, NULL);
}

/* Whole members as ever; a part of one, and what the library does not know, all ones; after that nothing. */
static void every_output_size(const struct format *format)
{
    bool seen[16] = {false};
    const size_t step = chance_step();
    /* The many files of a directory need not have all sizes each. 7 meets each part of a member in turn. */
    const size_t whole = (share > 16 ? 40 : 8) * step, between = (share > 16 ? 7 : 1) * step;

    for (const struct example *example = format->examples; example->text.bytes != NULL; example++) {
        bool *known = &seen[(example->status + 8) % 16];

        /* Sizes of whole members for all, sizes between for one of each status. */
        each_size(format, example->text, *known ? whole : 8);
        if (!*known)
            each_size(format, example->text, between);
        *known = true;
    }
    for (const struct piece *text = format->usual; text != NULL && text->bytes != NULL; text++)
        each_size(format, *text, 8 * step);
}

static void arguments(const struct format *format)
{
    for (const struct example *example = format->examples; example->text.bytes != NULL; example++)
        promise_arguments(format, example->text);
}

static void reused_output(const struct format *format)
{
    for (const struct example *first = format->examples; first->text.bytes != NULL; first++)
        if (first->status == VMM_OK)
            for (const struct example *second = format->examples; second->text.bytes != NULL; second++)
                promise_reused(format, first->text, second->text);
}

static void read_only_input(const struct format *format)
{
    places_read_only(true);
    each_example(format, read_all);
    each_usual(format, read_all);
    each_sample(format, read_all);
    places_read_only(false);
}

static void replace_bytes(const struct format *format, struct piece text)
{
    const unsigned step = chance_step();
    struct builder builder = {NULL, 0, 0};

    builder_add(&builder, text.bytes, text.length);
    for (size_t at = 0; at < text.length; at++) {
        /* Where there are to be fewer, others at each place. */
        for (unsigned byte = (unsigned)(at % step); byte < 256; byte += step) {
            builder.bytes[at] = (char)byte;
            read_all(format, piece_of(&builder));
        }
        builder.bytes[at] = text.bytes[at];
    }
    builder_free(&builder);
}

static void every_byte(const struct format *format)
{
    each_usual(format, replace_bytes);
}

static void try_unknown_lines(const struct format *format, struct piece text)
{
    static const char *const common[] = {
        "\n", "x\n", " \n", "\xff\xfe\x80\n",
        "a line that is much longer than the lines that the kernel prints into these files, and is skipped wide\n"};
    size_t known = 0;
    struct lines lines;

    if (text.length > LONG || (text.length != 0 && text.bytes[text.length - 1] != '\n'))
        return;
    while (format->unknown[known] != NULL)
        known++;
    lines = lines_of(text.bytes, text.length);
    for (size_t at = 0; at <= lines.count; at++) {
        size_t place = at == lines.count ? text.length : (size_t)(lines.start[at] - text.bytes);

        for (size_t i = 0; i < known + (format->kind == ROWS ? 0 : COUNT_OF(common)); i++) {
            const char *line = i < known ? format->unknown[i] : common[i - known];
            struct builder builder = {NULL, 0, 0};

            builder_add(&builder, text.bytes, place);
            builder_add(&builder, line, strlen(line));
            builder_add(&builder, text.bytes + place, text.length - place);
            promise_same(format, text, piece_of(&builder), true, "with an unknown line");
            builder_free(&builder);
        }
    }
    lines_free(&lines);
}

static void unknown_lines(const struct format *format)
{
    each_sample(format, try_unknown_lines);
    each_usual(format, try_unknown_lines);
    /* And as the reference reads them. */
    for (size_t i = 0; format->unknown[i] != NULL; i++)
        cut(format, (struct piece){format->unknown[i], strlen(format->unknown[i])});
}

/* The pieces of a text in another order. */
static void put_in_order(const struct format *format, struct piece text, const struct lines *pieces,
                         const size_t *order)
{
    struct builder builder = {NULL, 0, 0};

    for (size_t i = 0; i < pieces->count; i++)
        builder_add(&builder, pieces->start[order[i]], pieces->length[order[i]]);
    promise_same(format, text, piece_of(&builder), true, "permuted");
    builder_free(&builder);
}

static void try_orders(const struct format *format, struct piece text)
{
    struct lines lines = lines_of(text.bytes, text.length);
    size_t *order = calloc(lines.count + 1, sizeof *order);

    if (order == NULL)
        abort();
    /* Backwards, each line moved to the front and to the end, then by chance. */
    for (size_t i = 0; i < lines.count; i++)
        order[i] = lines.count - 1 - i;
    if (text.length <= LONG)
        put_in_order(format, text, &lines, order);
    for (size_t moved = 0; moved < lines.count && text.length <= LONG; moved++) {
        order[0] = moved;
        for (size_t i = 1; i < lines.count; i++)
            order[i] = i <= moved ? i - 1 : i;
        put_in_order(format, text, &lines, order);
        for (size_t i = 0; i < lines.count; i++)
            order[i] = i < moved ? i : i + 1;
        order[lines.count - 1] = moved;
        put_in_order(format, text, &lines, order);
    }
    chance_seed(text.length);
    for (unsigned time = 0; time < 100 && text.length <= LONG; time++) {
        for (size_t i = 0; i < lines.count; i++)
            order[i] = i;
        for (size_t i = lines.count; i > 1; i--) {
            size_t other = chance_below(i);
            size_t kept = order[i - 1];

            order[i - 1] = order[other];
            order[other] = kept;
        }
        put_in_order(format, text, &lines, order);
    }
    free(order);
    lines_free(&lines);
}

/* ---- records that are printed ---- */

/* A member, and what it is when it is known: a number that every unit can have. */
static void set_member(const struct format *format, const struct vmm_member_info *field, void *record, uint64_t number)
{
    double real = (double)number;

    number *= format->scale == 0 ? 1 : format->scale;
    if (field->type == VMM_TYPE_NAME)
        memcpy((char *)record + field->offset, "name", 5);
    else if (field->type == VMM_TYPE_DOUBLE)
        memcpy((char *)record + field->offset, &real, sizeof real);
    else
        ref_store(record, SIZE_MAX, (size_t)field->offset, format->words != NULL ? 1 : number);
}

static bool is_set_by(const struct format *format, const struct vmm_member_info *field)
{
    if (format->sets[0].count == 0)
        return true;
    for (const struct members *set = format->sets; set->count != 0; set++)
        if (field->offset >= set->offset && field->offset < set->offset + 8 * set->count)
            return true;
    return false;
}

/* A record in which the members that this format sets are unknown. */
static void nothing_known(const struct format *format, struct record *record)
{
    promise_unknown(format, record, format->bytes);
    if (format->kind != FILE_OF_RECORD)
        return;
    promise_begun(format, record, format->bytes);
    if (!format->keeps)
        promise_forget(format, record, format->bytes);
}

static unsigned printed_as(const struct format *format, const struct record *record)
{
    struct record fitted = *record;

    if (format->fit != NULL)
        format->fit(&fitted);
    return promise_printed(format, &fitted);
}

/* Each alone, and all together: a text that has every key that there ever was. */
static void every_member(const struct format *format)
{
    struct record all, record;
    struct vmm_member_info field;
    unsigned printed = 0;

    for (size_t i = 0; format->words != NULL && format->words[i] != NULL; i++) {
        nothing_known(format, &record);
        ref_store(&record, sizeof record, format->sets[0].offset, i + 1);
        promise_printed(format, &record);
    }
    nothing_known(format, &all);
    for (uint32_t i = 0; field_of(format->record_id, i, &field); i++) {
        if (!is_set_by(format, &field))
            continue;
        nothing_known(format, &record);
        set_member(format, &field, &record, (UINT64_C(1000) + i) * 1024);
        printed += printed_as(format, &record);
        set_member(format, &field, &all, (UINT64_C(5000) - i) * 1024);
        printed += printed_as(format, &all);
    }
    if (printed == 0 || printed_as(format, &all) == 0)
        promise_broken(format, (struct piece){"", 0}, "no record can be printed");
}

static void printed_again(const struct format *format)
{
    each_sample(format, promise_printed_again);
    each_example(format, promise_printed_again);
}

/* ---- numbers ---- */

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Each number of a text replaced by one of every length, at every distance from the end of the text. */
static void replace_numbers(const struct format *format, struct piece text)
{
    const unsigned step = chance_step();

    for (size_t at = 0, end; at < text.length; at = end + 1) {
        end = at;
        while (end < text.length && is_digit(text.bytes[end]))
            end++;
        for (unsigned digits = 0; at != end && digits <= 24; digits++) {
            struct builder builder = {NULL, 0, 0};

            builder_add(&builder, text.bytes, at);
            for (unsigned i = 0; i < digits; i++)
                builder_add(&builder, &"9182736450"[i % 10], 1);
            builder_add(&builder, text.bytes + end, text.length - end);
            read_all(format, piece_of(&builder));
            builder.length = at + digits;
            builder_add(&builder, "\n", 1);
            for (unsigned distance = 0; distance <= 40; distance += step) {
                read_all(format, piece_of(&builder));
                builder_add(&builder, "7", 1);
            }
            builder_free(&builder);
        }
    }
}

static void numbers(const struct format *format)
{
    each_usual(format, replace_numbers);
}

/* ---- chance ---- */

/* Lines of samples and of good examples, to be put together anew. */
static struct builder pool;

static void add_to_pool(const struct format *format, struct piece text)
{
    struct lines lines = lines_of(text.bytes, text.length);

    (void)format;
    for (size_t i = 0; i < lines.count; i++)
        if (lines.length[i] < 400)
            builder_add(&pool, lines.start[i], lines.length[i]);
    if (pool.length != 0 && pool.bytes[pool.length - 1] != '\n')
        builder_add(&pool, "\n", 1);
    lines_free(&lines);
}

static void add_known_to_pool(const struct format *format)
{
    struct record all;
    struct vmm_member_info field;
    struct builder text = {NULL, 0, 0};

    if (!promise_prints(format) || !promise_is_described(format))
        return;
    nothing_known(format, &all);
    for (uint32_t i = 0; field_of(format->record_id, i, &field); i++)
        if (is_set_by(format, &field))
            set_member(format, &field, &all, (UINT64_C(5000) - i) * 1024);
    if (format->fit != NULL)
        format->fit(&all);
    /* Each comes twice, so that its lines do as often as those of the samples. */
    for (unsigned i = 0; i < 2 && promise_print(format, &text, &all, 0); i++)
        ;
    add_to_pool(format, piece_of(&text));
    builder_free(&text);
}

static void add_number(struct builder *builder)
{
    static const char *const odd[] = {"",
                                      "-",
                                      "--1",
                                      "+1",
                                      "-5",
                                      "1x",
                                      "1.5",
                                      ".50",
                                      "1.",
                                      "1.234",
                                      "x",
                                      "\xb1",
                                      "0x10",
                                      "18446744073709551613",
                                      "18446744073709551614",
                                      "18446744073709551615",
                                      "18446744073709551616",
                                      "18014398509481983",
                                      "18014398509481984",
                                      "36028797018963967",
                                      "36028797018963968",
                                      "184467440737095515",
                                      "184467440737095517",
                                      "9223372036854775807",
                                      "9223372036854775808",
                                      "9007199254740991",
                                      "9007199254740992",
                                      "2147483647",
                                      "2147483648",
                                      "000000000000000000000000000012"};

    if (chance_of(4))
        builder_print(builder, "%s", odd[chance_below(COUNT_OF(odd))]);
    else
        builder_print(builder, "%" PRIu64, chance_of(20) ? chance_below(10) : chance_number());
}

/* A line with other numbers, and now and then another gap, a byte less or a byte more. */
static void add_line_like(struct builder *builder, const char *line, size_t length)
{
    static const char *const gaps[] = {"", "  ", "\t", " \t ", "               ", "\n", ":", "/"};
    static const char *const ends[] = {"\n", "\n", "\n", "\n",  "\n",   "\n", "\n",
                                       "\n", "\n", "\n", " \n", "\r\n", "",   " x\n"};
    /* Most lines are as usual but for their numbers, and some have nothing new at all. */
    const bool usual = chance_of(70), same = chance_of(20);
    /* Of a long line, all but a few numbers must stay where one that is wrong spoils it. */
    const unsigned replaced = chance_of(50) ? 60 : 5;

    for (size_t i = 0; i < length && line[i] != '\n'; i++) {
        if (!same && is_digit(line[i]) && (i == 0 || !is_digit(line[i - 1])) && chance_of(replaced)) {
            add_number(builder);
            while (i + 1 < length && is_digit(line[i + 1]))
                i++;
        } else if (!usual && ref_blank(line[i]) && chance_of(10)) {
            builder_print(builder, "%s", gaps[chance_below(COUNT_OF(gaps))]);
        } else if (!usual && chance_of(1)) {
            if (chance_of(50))
                builder_add(builder, &line[chance_below(length)], 1);
        } else {
            builder_add(builder, &line[i], 1);
        }
    }
    builder_print(builder, "%s", same ? "\n" : ends[chance_below(COUNT_OF(ends))]);
}

static bool has_example(const struct format *format, vmm_status status)
{
    for (const struct example *example = format->examples; example->text.bytes != NULL; example++)
        if (example->status == status)
            return true;
    return false;
}

static void random_texts(const struct format *format)
{
    static const char interesting[] = " \t\n\r\0:.,=/|{}\"0123456789-kBmMcpuasd\x01\x7f\x80\xb0\xff";
    struct builder builder = {NULL, 0, 0};
    struct lines lines;
    size_t line = 0, left = chance_rounds(8000000) / share;
    unsigned seen[4] = {0}, rounds = 0;

    pool.length = 0;
    each_sample(format, add_to_pool);
    for (const struct example *example = format->examples; example->text.bytes != NULL; example++)
        if (example->status == VMM_OK)
            add_to_pool(format, example->text);
    each_usual(format, add_to_pool);
    add_known_to_pool(format);
    lines = lines_of(pool.bytes, pool.length);
    chance_seed(2);
    while (left != 0 && rounds < chance_rounds(100000) / share) {
        builder.length = 0;
        for (size_t i = chance_below(format->kind == FILE_OF_RECORD ? 2 : 7) + 1; i > 0; i--) {
            line = chance_of(75) ? (line + 1) % lines.count : chance_below(lines.count);
            add_line_like(&builder, lines.start[line], lines.length[line]);
        }
        if (builder.length != 0 && chance_of(15)) {
            size_t place = chance_below(builder.length);

            if (chance_of(80))
                builder.bytes[place] = interesting[chance_below(sizeof interesting - 1)];
            else
                builder.bytes[place] = (char)(unsigned char)chance_below(256);
        }
        if (builder.length != 0 && chance_of(15))
            builder.length = chance_below(builder.length);
        switch (promise_text(format, piece_of(&builder), format->bytes, NULL, NULL).first.status) {
        case VMM_OK:
            seen[0]++;
            break;
        case VMM_E_SYNTAX:
            seen[1]++;
            break;
        case VMM_E_TRUNCATED:
            seen[2]++;
            break;
        default:
            seen[3]++;
            break;
        }
        left -= left < builder.length ? left : builder.length;
        rounds++;
    }
    /* Each that an example has was met; but nearly any word may be one, and all short texts are tried elsewhere. */
    if (format->words == NULL && format->letters.bytes == NULL && !format->seldom_good &&
        (seen[0] < rounds / 10 || (has_example(format, VMM_E_SYNTAX) && seen[1] < rounds / 50) ||
         (has_example(format, VMM_E_TRUNCATED) && seen[2] < rounds / 2000)))
        promise_broken(format, (struct piece){"", 0}, "of %u texts %u were good, %u malformed, %u cut, %u others",
                       rounds, seen[0], seen[1], seen[2], seen[3]);
    lines_free(&lines);
    builder_free(&builder);
    builder_free(&pool);
}

static void bytes_that_are_no_text(const struct format *format)
{
    char bytes[300];

    chance_seed(1);
    for (unsigned time = 0, rounds = chance_rounds(5000) / (unsigned)share; time < rounds; time++) {
        size_t length = chance_below(sizeof bytes);

        for (size_t i = 0; i < length; i++)
            bytes[i] = (char)chance_below(256);
        read_all(format, (struct piece){bytes, length});
    }
}

static void every_short_text(const struct format *format)
{
    enum { LONGEST = 5, MOST = 400000 };
    const unsigned step = chance_step();
    const struct piece letters = format->letters;
    char bytes[LONGEST];

    for (size_t length = 1, count = letters.length; length <= LONGEST && count <= MOST; length++) {
        for (size_t number = 0; number < count; number += step) {
            size_t rest = number;

            for (size_t i = 0; i < length; i++, rest /= letters.length)
                bytes[i] = letters.bytes[rest % letters.length];
            read_all(format, (struct piece){bytes, length});
        }
        count *= letters.length;
    }
}

/* A call after a line that is refused goes on after it. */
static void after_an_error(const struct format *format)
{
    const struct piece good = format->examples[0].text;

    for (const struct example *example = format->examples; example->text.bytes != NULL; example++) {
        struct builder builder = {NULL, 0, 0};
        struct record record, wanted;
        struct vmm_text text;
        const struct piece bad = example->text;

        if (example->status != VMM_E_SYNTAX || bad.bytes[bad.length - 1] != '\n')
            continue;
        builder_add(&builder, bad.bytes, bad.length);
        builder_add(&builder, good.bytes, good.length);
        /* A line may be refused for what is not there yet. */
        if (promise_text(format, piece_of(&builder), format->bytes, NULL, NULL).first.status == VMM_OK) {
            builder_free(&builder);
            continue;
        }
        text = vmm_text_of(builder.bytes, builder.length);
        promise_begun(format, &record, format->bytes);
        if (promise_parse(format, &text, &record, format->bytes) != VMM_E_SYNTAX)
            promise_broken(format, piece_of(&builder), "it is not refused");
        memcpy(&wanted, &record, sizeof wanted);
        /* The rest of the bad text, if it had more lines, is good enough to go on; so take what is whole. */
        if (text.pos > builder.bytes + bad.length)
            promise_broken(format, piece_of(&builder), "the position is after the next text");
        text.pos = builder.bytes + bad.length;
        if (promise_parse(format, &text, &record, format->bytes) != VMM_OK || text.error != NULL)
            promise_broken(format, piece_of(&builder), "the text after the error is not read");
        text = vmm_text_of(good.bytes, good.length);
        promise_parse(format, &text, &wanted, format->bytes);
        assert_memory_equal(&record, &wanted, format->bytes);
        builder_free(&builder);
    }
}

/* A file is found by its name, which `file` then is; a comment may stand after a blank in the format's name. */
static void files_by_name(const struct format *format)
{
    const char *slash = strchr(format->name, '/');
    const char *name = slash == NULL ? format->name : slash + 1;
    const size_t length = strcspn(name, " ");
    uint32_t other = vmm_file_find(format->record_id, name, length - 1);
    struct vmm_file_info file;

    assert_int_equal(format->file / 1000, format->record_id);
    assert_int_equal(vmm_file_find(format->record_id, name, length), format->file);
    /* A part of a name is no name, unless another file has it. */
    if (other != 0) {
        assert_int_equal(vmm_file_at(format->record_id, other % 1000 - 1, &file, sizeof file), VMM_OK);
        assert_int_equal(strlen(file.name), length - 1);
    }
    assert_int_equal(vmm_file_at(format->record_id, format->file % 1000 - 1, &file, sizeof file), VMM_OK);
    assert_int_equal(file.id, format->file);
    assert_int_equal(strlen(file.name), length);
    assert_memory_equal(file.name, name, length);
}

/* Reads a good text as a file that is none of the record's, which must be refused. */
static void refuse_file(const struct format *format, uint32_t file, const struct record *before)
{
    const struct piece text = format->examples[0].text;
    struct vmm_text view = vmm_text_of(text.bytes, text.length);
    struct record record = *before, wanted = *before;
    struct format other = *format;

    other.file = (enum vmm_file)file;
    if (format->kind == ROWS)
        promise_unknown(format, &wanted, format->bytes);
    if (promise_parse(&other, &view, &record, format->bytes) != VMM_E_ARGUMENT)
        promise_broken(format, text, "file %lu is taken", (unsigned long)file);
    assert_memory_equal(&record, &wanted, sizeof record);
    assert_ptr_equal(view.pos, view.end);
    assert_null(view.error);
}

/* Files of other records, and numbers that are no file; in a record of this one, of another, or not begun. */
static void other_files(const struct format *format)
{
    const uint32_t first = format->record_id * 1000;
    uint32_t count = 0;
    struct vmm_file_info file;
    struct record record;

    while (vmm_file_at(format->record_id, count, &file, sizeof file) == VMM_OK)
        count++;
    memset(&record, 0x5a, sizeof record);
    for (uint64_t type = 0; type < 3; type++) {
        const uint32_t none[] = {0,
                                 1,
                                 first,
                                 first + count + 1,
                                 first + 255,
                                 first + 256 + format->file % 1000,
                                 first + 999,
                                 format->file % 1000,
                                 (UINT32_C(1) << 16) + format->file,
                                 (UINT32_C(1) << 31) + format->file,
                                 64000 + format->file % 1000,
                                 UINT32_MAX,
                                 UINT32_MAX - format->file};

        /* Begun, not begun, or begun by a caller who says no type. */
        promise_begun(format, &record, format->bytes);
        if (type == 1)
            ref_store(&record, sizeof record, 0, 0);
        if (type == 2)
            ref_store(&record, sizeof record, 8, 0);
        for (size_t i = 0; i < COUNT_OF(none); i++)
            refuse_file(format, none[i], &record);
    }
    promise_begun(format, &record, format->bytes);
    for (uint32_t other = 1; other < 40; other++)
        for (uint32_t i = 0; other != format->record_id && vmm_file_at(other, i, &file, sizeof file) == VMM_OK; i++)
            refuse_file(format, (uint32_t)file.id, &record);
    /* Rows are never read into one record. */
    ref_store(&record, sizeof record, 0, 0);
    for (uint32_t i = 0; format->kind != ROWS && i < 12; i++)
        refuse_file(format, VMM_RECORD_CGROUP_IO * 1000 + i, &record);
    /* Another record. */
    for (uint64_t type = 1; format->kind != ROWS && type < 70; type++) {
        promise_begun(format, &record, format->bytes);
        ref_store(&record, sizeof record, 8, type < 40 ? type : (UINT64_C(1) << (type - 6)) + format->record_id);
        if (type != format->record_id)
            refuse_file(format, format->file, &record);
    }
}

static void not_begun(const struct format *format)
{
    for (const struct example *example = format->examples; example->text.bytes != NULL; example++)
        promise_not_begun(format, example->text);
}

/* ---- JSON ---- */

/* Objects of JSON: a line of those that are rows. */
static void each_object(const struct format *format, struct piece text, with_text *use)
{
    struct lines lines;

    if (format->kind != ROWS) {
        use(format, text);
        return;
    }
    lines = lines_of(text.bytes, text.length);
    for (size_t i = 0; i < lines.count; i++)
        use(format, (struct piece){lines.start[i], lines.length[i]});
    lines_free(&lines);
}

static void orders_of_objects(const struct format *format, struct piece text)
{
    each_object(format, text, json_orders);
}

static void unknown_json_members(const struct format *format)
{
    each_sample(format, json_unknown_members);
    each_usual(format, json_unknown_members);
}

static void permuted_json_members(const struct format *format)
{
    each_sample(format, orders_of_objects);
    each_usual(format, orders_of_objects);
}

static void cut_objects(const struct format *format)
{
    each_sample(format, json_cuts);
    each_usual(format, json_cuts);
}

static void edited_objects(const struct format *format)
{
    each_sample(format, json_edits);
    each_usual(format, json_edits);
    each_example(format, json_edits);
}

/* ---- registration ---- */

static bool always(const struct format *format)
{
    return format->examples != NULL;
}

static bool forgets(const struct format *format)
{
    return !format->keeps;
}

static bool is_a_file(const struct format *format)
{
    return format->file != 0;
}

static bool is_read_into_a_record(const struct format *format)
{
    return format->file != 0 && format->kind != ROWS;
}

static bool has_samples(const struct format *format)
{
    return format->samples != NULL;
}

static bool has_usual(const struct format *format)
{
    return format->usual != NULL;
}

static bool has_unknown(const struct format *format)
{
    return format->unknown != NULL;
}

static bool has_letters(const struct format *format)
{
    return format->letters.bytes != NULL;
}

static bool lines_move(const struct format *format)
{
    return format->ends != NULL;
}

static bool is_printed(const struct format *format)
{
    return promise_prints(format) && promise_is_described(format);
}

static void permuted_lines(const struct format *format)
{
    each_sample(format, try_orders);
    each_usual(format, try_orders);
}

static void try_words(const struct format *format, struct piece text)
{
    struct builder changed = {NULL, 0, 0};
    bool good = promise_text(format, text, format->bytes, NULL, NULL).first.status == VMM_OK;

    chance_seed(text.length);
    for (unsigned time = 0; time < 100 && good; time++) {
        changed.length = 0;
        permute_words(text, chance(), &changed);
        promise_same(format, text, piece_of(&changed), false, "with words permuted");
    }
    builder_free(&changed);
}

static void permuted_words(const struct format *format)
{
    each_sample(format, try_words);
    each_usual(format, try_words);
    each_example(format, try_words);
}

static bool words_move(const struct format *format)
{
    return format->words_move;
}

static bool is_json(const struct format *format)
{
    return format->json;
}

static bool is_no_json(const struct format *format)
{
    return !format->json;
}

/* Otherwise all members are rows. */
static bool is_described_json(const struct format *format)
{
    return format->json && promise_is_described(format);
}

/* The order of rows counts. */
static bool is_record_of_json(const struct format *format)
{
    return format->json && !format->share_lines;
}

static const struct {
    const char *name;
    void (*keep)(const struct format *format);
    bool (*applies)(const struct format *format);
} promises[] = {
    {"every sample", samples, has_samples},
    {"samples of others", samples_of_others, is_a_file},
    {"every example", examples, always},
    {"every cut", every_cut, always},
    {"every output size", every_output_size, always},
    {"arguments", arguments, always},
    {"reused output", reused_output, forgets},
    {"read-only input", read_only_input, always},
    {"after an error", after_an_error, always},
    {"files by name", files_by_name, is_a_file},
    {"other files", other_files, is_a_file},
    {"records that have not begun", not_begun, is_read_into_a_record},
    {"every byte", every_byte, has_usual},
    {"every short text", every_short_text, has_letters},
    {"unknown lines", unknown_lines, has_unknown},
    {"permuted lines", permuted_lines, lines_move},
    {"permuted words", permuted_words, words_move},
    {"every member", every_member, is_printed},
    {"printed again", printed_again, is_printed},
    {"numbers of every length", numbers, has_usual},
    {"unknown members of JSON", unknown_json_members, is_described_json},
    {"permuted members of JSON", permuted_json_members, is_record_of_json},
    {"cut objects of JSON", cut_objects, is_json},
    {"edited objects of JSON", edited_objects, is_json},
    {"random texts", random_texts, is_no_json},
    {"bytes that are no text", bytes_that_are_no_text, always},
};

/* A promise to a group of formats. */
struct kept {
    struct kept *next;
    const struct group *group;
    size_t promise;
    char name[80];
};

static void keep(const void *subject)
{
    const struct kept *here = subject;

    formats = here->group->formats;
    share = here->group->count;
    for (size_t i = 0; i < here->group->count; i++)
        if (promises[here->promise].applies(&here->group->formats[i]))
            promises[here->promise].keep(&here->group->formats[i]);
}

/* All that runs, so that a leak checker finds it. */
static struct kept *all_kept;

void formats_add(const struct group *group)
{
    for (size_t i = 0; i < COUNT_OF(promises); i++) {
        /* As long as the program runs. */
        struct kept *next = calloc(1, sizeof *next);
        size_t applies = 0;

        if (next == NULL)
            abort();
        for (size_t k = 0; k < group->count; k++)
            applies += promises[i].applies(&group->formats[k]);
        next->group = group;
        next->promise = i;
        snprintf(next->name, sizeof next->name, "%s: %s", group->name, promises[i].name);
        if (applies == 0) {
            free(next);
            continue;
        }
        next->next = all_kept;
        all_kept = next;
        test_add((struct test){.name = next->name, .run_on = keep, .subject = next});
    }
}
