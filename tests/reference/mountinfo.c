/* SPDX-License-Identifier: MIT */
/* Rows of mountinfo, and paths without their octal escapes. */
#include <stdlib.h>
#include <string.h>

#include "examples.h"
#include "views.h"

/* ---- rows ---- */

struct outcome ref_mount(const char *bytes, size_t length, size_t at, struct piece fields[MOUNT_FIELDS])
{
    struct outcome outcome = {VMM_OK, ref_next_line(bytes, length, at), NOWHERE};
    size_t line_end = at;
    unsigned field = 0;

    if (at == length) {
        outcome.status = VMM_END;
        return outcome;
    }
    while (line_end < length && bytes[line_end] != '\n')
        line_end++;
    while (field < MOUNT_SUPER) {
        struct piece word = {bytes + at, 0};

        while (at + word.length < line_end && word.bytes[word.length] != ' ')
            word.length++;
        if ((word.length == 0 && field != MOUNT_SOURCE) || (field == MOUNT_POINT && *word.bytes != '/'))
            return ref_error(bytes, length, at);
        if (at + word.length == line_end)
            return ref_error(bytes, length, line_end);
        at += word.length + 1;
        if (field != MOUNT_OPTIONAL) {
            fields[field++] = word;
            continue;
        }
        /* Empty, or from the first to the last of the words before the dash. */
        if (fields[field - 1].bytes + fields[field - 1].length + 1 == word.bytes)
            fields[field] = (struct piece){word.bytes, 0};
        if (word.length == 1 && *word.bytes == '-')
            field++;
        else
            fields[field].length = (size_t)(word.bytes + word.length - fields[field].bytes);
    }
    fields[MOUNT_SUPER] = (struct piece){bytes + at, line_end - at};
    return line_end == length ? ref_error(bytes, length, length) : outcome;
}

static struct outcome expect_row(const char *bytes, size_t length, size_t at, void *out, size_t size)
{
    struct piece fields[MOUNT_FIELDS];
    struct outcome outcome = ref_mount(bytes, length, at, fields);

    for (unsigned i = 0; i < MOUNT_FIELDS && outcome.status == VMM_OK; i++)
        view_store(out, size, i, (size_t)(fields[i].bytes - bytes) - at, fields[i].length);
    return outcome;
}

static vmm_status next_row(struct vmm_text *text, void *out, size_t out_size)
{
    const char *start = text == NULL ? NULL : text->pos;
    struct vmm_span spans[MOUNT_FIELDS];
    struct vmm_mount row;
    vmm_status status;

    _Static_assert(sizeof row == sizeof spans, "a row is a list of spans");
    if (out == NULL || out_size < sizeof(uint64_t))
        return vmm_mount_next(text, NULL, sizeof row);
    memset(&row, 0x5a, sizeof row);
    status = vmm_mount_next(text, &row, sizeof row);
    memcpy(spans, &row, sizeof spans);
    view_of_spans(out, out_size, start, spans, MOUNT_FIELDS);
    return status;
}

#define ROW "22 27 0:21 / /proc rw,relatime shared:12 master:1 - proc proc rw\n"

static const struct example rows[] = {
    GOOD(ROW),
    GOOD("1 2 0:1 /\0 /\0\t rw\0 \0 - \0 \r \0 \r\n"),
    GOOD("56 50 0:45 / /e rw - tmpfs  \n"),
    GOOD("55 50 0:44 / /- - - - - -\n"),
    GOOD("57 50 0:46 / /f rw - tmpfs none rw, - tmpfs x  rw \n"),
    GOOD("53 50 0:42 / /c rw shared:9 future:1:2 -- -x x- idmap:7 - fuse.a\\040b a\\011b rw,user_id=0\n"),
    END(""),
    CUT("1"),
    CUT("1 2 0:1 / /m rw - "),
    CUT("1 2 0:1 / /m rw - cgroup2 x rw"),
    REFUSED("\n", 0),
    REFUSED(" \n", 0),
    REFUSED("\t\n", 1),
    REFUSED("1\n", 1),
    REFUSED("1 \n", 2),
    REFUSED("1 2 0:1 / /\n", 11),
    REFUSED("1 2 0:1 / / rw\n", 14),
    REFUSED("1 2 0:1 / / rw \n", 15),
    REFUSED("1 2 0:1 / / rw -\n", 16),
    REFUSED("1 2 0:1 / / rw - \n", 17),
    REFUSED("1 2 0:1 / / rw - t\n", 18),
    REFUSED("1 2 0:1 / / rw - t \n", 19),
    REFUSED("1 2 0:1 / / rw - t s\n", 20),
    REFUSED("1 2 0:1 / / rw s:1 t s rw\n", 25),
    REFUSED("1 2 0:1 / / rw s:1 -- t s rw\n", 28),
    REFUSED("1 2 0:1 / / rw -t s rw\n", 22),
    REFUSED(" 1 2 0:1 / / rw - t s rw\n", 0),
    REFUSED("1  2 0:1 / / rw - t s rw\n", 2),
    REFUSED("1 2  0:1 / / rw - t s rw\n", 4),
    REFUSED("1 2 0:1  / / rw - t s rw\n", 8),
    REFUSED("1 2 0:1 /  / rw - t s rw\n", 10),
    REFUSED("1 2 0:1 / /  rw - t s rw\n", 12),
    REFUSED("1 2 0:1 / / rw  - t s rw\n", 15),
    REFUSED("1 2 0:1 / / rw s:1  - t s rw\n", 19),
    REFUSED("1 2 0:1 / / rw -  s rw\n", 17),
    REFUSED("1 2 0:1 / mnt rw - t s rw\n", 10),
    REFUSED("1 2 0:1 / \\057 rw - t s rw\n", 10),
    REFUSED("1\t2 0:1 / / rw - t s rw\n", 12),
    NO_MORE_EXAMPLES,
};

static const struct piece usual_rows[] = {
    PIECE("22 27 0:21 / /proc rw,relatime s:12 - proc  rw a\n" ROW),
    NO_MORE_TEXTS,
};

/* ---- paths ---- */

size_t ref_unescape(const char *bytes, size_t length, char *out)
{
    size_t count = 0;

    for (size_t i = 0; i < length; count++) {
        unsigned value = 0;

        /* A backslash and three octal digits, of a byte that is not 0. */
        for (size_t k = 1; bytes[i] == '\\' && k <= 3 && i + 3 < length; k++)
            value = bytes[i + k] < '0' || bytes[i + k] > '7' ? 4096 : value * 8 + (unsigned)(bytes[i + k] - '0');
        if (value > 0 && value < 256) {
            out[count] = (char)value;
            i += 4;
        } else {
            out[count] = bytes[i++];
        }
    }
    return count;
}

char *view_copy(const char *bytes, size_t length)
{
    char *copy = malloc(length == 0 ? 1 : length);

    if (copy == NULL)
        abort();
    if (length != 0)
        memcpy(copy, bytes, length);
    return copy;
}

/* The whole text is a path, which has no NUL byte in it. */
static struct outcome expect_path(const char *bytes, size_t length, size_t at, void *out, size_t size)
{
    char *path = view_copy(bytes, length);
    size_t count = ref_unescape(bytes + at, length - at, path);
    struct outcome outcome = {memchr(path, 0, count) == NULL ? VMM_OK : VMM_E_ARGUMENT, length, NOWHERE};

    view_of_bytes(out, size, path, count);
    free(path);
    return outcome;
}

/* Into a buffer of this size, which has nothing in it after an error. VMM_E_EMPTY where it has. */
static vmm_status unescape(const struct vmm_span *path, char *buffer, size_t size, size_t *needed)
{
    vmm_status status;

    if (size != 0)
        memset(buffer, 'x', size);
    *needed = SIZE_MAX;
    status = vmm_path_unescape(path, buffer, size, needed);
    return status != VMM_OK && size != 0 && buffer[0] != '\0' ? VMM_E_EMPTY : status;
}

static vmm_status read_path(struct vmm_text *text, void *out, size_t out_size)
{
    struct vmm_span path;
    vmm_status status;
    char *buffer, *exact;
    size_t needed;

    if (out == NULL || out_size < sizeof(uint64_t))
        return view_refuse(text);
    view_begin(out, out_size, VIEW_BYTES(1));
    if (text == NULL || text->pos == NULL || text->pos > text->end)
        return view_refuse(text);
    path = (struct vmm_span){text->pos, (size_t)(text->end - text->pos)};
    text->pos = text->end;
    text->error = NULL;
    buffer = malloc(path.length + 1);
    if (buffer == NULL)
        abort();
    status = unescape(&path, buffer, path.length + 1, &needed);
    if (needed != (status == VMM_OK ? strlen(buffer) + 1 : 0))
        status = VMM_E_EMPTY;
    if (status == VMM_OK) {
        size_t count = strlen(buffer);

        view_of_bytes(out, out_size < VIEW_BYTES(1) ? out_size : VIEW_BYTES(1), buffer, count);
        /* As large as is needed, and one less. */
        exact = view_copy(buffer, count + 1);
        for (size_t i = count + 1; i <= path.length; i++)
            if (buffer[i] != 'x')
                status = VMM_E_EMPTY;
        if (unescape(&path, exact, count + 1, &needed) != VMM_OK || memcmp(exact, buffer, count + 1) != 0 ||
            unescape(&path, exact, count, &needed) != VMM_E_SPACE || needed != count + 1 ||
            vmm_path_unescape(&path, exact, count, NULL) != VMM_E_SPACE)
            status = VMM_E_EMPTY;
        free(exact);
    }
    free(buffer);
    return status;
}

#define NUL_INSIDE(text)                                                                                               \
    {                                                                                                                  \
        PIECE(text), VMM_E_ARGUMENT, NOWHERE                                                                           \
    }

static const struct example paths[] = {
    GOOD("/mnt/plain"),
    GOOD("/mnt/a\\040blank"),
    GOOD(""),
    GOOD("\\040\\011\\012\\134\\043"),
    GOOD("\\001\\177\\200\\377"),
    GOOD("\\134\\060\\064\\060"),
    GOOD("\\"),
    GOOD("\\0"),
    GOOD("\\04"),
    GOOD("\\04x"),
    GOOD("\\0x0"),
    GOOD("\\048"),
    GOOD("\\084"),
    GOOD("\\400"),
    GOOD("\\777"),
    GOOD("\\840"),
    GOOD("\\/40"),
    GOOD("\\:40"),
    GOOD("\\-40"),
    GOOD("\\\\040"),
    GOOD("\\04\\040"),
    GOOD("/vm1\\000x"),
    GOOD("\\000040"),
    NUL_INSIDE("/vm1\0x"),
    NUL_INSIDE("\0"),
    NO_MORE_EXAMPLES,
};

static const struct piece usual_paths[] = {PIECE("/a\\040b\\134\\1234"), NO_MORE_TEXTS};

/* ---- the mount that holds a path: the first line of the text is the path, the rest is mountinfo ---- */

/*
 * Appends the components of a path, each after one slash. Returns false if the path does not begin at the root, or has a
 * component `..`.
 */
static bool add_components(struct piece path, char *out, size_t *length)
{
    bool is_good = path.length != 0 && path.bytes[0] == '/';

    for (size_t at = 0; at < path.length;) {
        size_t end = ++at;

        while (end < path.length && path.bytes[end] != '/')
            end++;
        is_good = is_good && !(end - at == 2 && memcmp(path.bytes + at, "..", 2) == 0);
        if (end - at != 0 && !(end - at == 1 && path.bytes[at] == '.')) {
            out[(*length)++] = '/';
            memcpy(out + *length, path.bytes + at, end - at);
            *length += end - at;
        }
        at = end;
    }
    return is_good;
}

static bool is_piece(struct piece a, struct piece b)
{
    return a.length == b.length && memcmp(a.bytes, b.bytes, a.length) == 0;
}

/*
 * The row of a mount at a place of the path: in the mount `in`, the last, and if there is no such mount, the first of
 * all.
 */
static bool mount_at(struct piece mounts, struct piece place, const struct piece *in, struct piece fields[MOUNT_FIELDS])
{
    char *point = view_copy(mounts.bytes, mounts.length);
    struct piece row[MOUNT_FIELDS];
    struct outcome outcome;
    bool found = false;

    for (size_t at = 0;; at = outcome.pos) {
        size_t count;

        outcome = ref_mount(mounts.bytes, mounts.length, at, row);
        if (outcome.status == VMM_END)
            break;
        if (outcome.status != VMM_OK)
            continue;
        count = ref_unescape(row[MOUNT_POINT].bytes, row[MOUNT_POINT].length, point);
        if (row[MOUNT_POINT].length == 1)
            count = 0;
        if (!is_piece((struct piece){point, count}, place) ||
            (in != NULL && (!is_piece(row[MOUNT_PARENT], in[MOUNT_ID]) || is_piece(row[MOUNT_ID], in[MOUNT_ID]))))
            continue;
        if (in != NULL || !found)
            memcpy(fields, row, sizeof row);
        found = true;
    }
    free(point);
    return found;
}

/* Walks from component to component, and at each one through the mounts that are there. */
static vmm_status walk_to(const char *walk, size_t length, struct piece mounts, struct piece fields[MOUNT_FIELDS])
{
    struct piece in[MOUNT_FIELDS];
    size_t steps = 0;

    for (size_t at = 0; at <= length && steps <= 64; at++)
        if (at == 0 || at == length || walk[at] == '/')
            while (steps <= 64 && mount_at(mounts, (struct piece){walk, at}, steps == 0 ? NULL : in, fields)) {
                memcpy(in, fields, sizeof in);
                steps++;
            }
    if (steps != 0)
        memcpy(fields, in, sizeof in);
    return steps == 0 ? VMM_END : steps <= 64 ? VMM_OK : VMM_E_SPACE;
}

vmm_status ref_mount_of(struct piece path, struct piece mounts, struct piece fields[MOUNT_FIELDS])
{
    char *walk = view_copy(path.bytes, path.length);
    size_t length = 0;
    vmm_status status = add_components(path, walk, &length) ? walk_to(walk, length, mounts, fields) : VMM_E_ARGUMENT;

    free(walk);
    return status;
}

bool ref_is_hidden(const struct piece mount[MOUNT_FIELDS], struct piece rest, struct piece mounts)
{
    struct piece point = mount[MOUNT_POINT], holder[MOUNT_FIELDS];
    char *walk = malloc(point.length + rest.length + 1);
    size_t length;
    vmm_status status;

    if (walk == NULL)
        abort();
    length = point.length == 1 ? 0 : ref_unescape(point.bytes, point.length, walk);
    add_components(rest, walk, &length);
    status = walk_to(walk, length, mounts, holder);
    free(walk);
    return status != VMM_OK || holder[MOUNT_ID].bytes != mount[MOUNT_ID].bytes;
}

static void split_input(struct piece text, struct piece *path, struct piece *mounts)
{
    size_t line = 0;
    const char *nul;

    while (line < text.length && text.bytes[line] != '\n')
        line++;
    nul = memchr(text.bytes, 0, line);
    *path = (struct piece){text.bytes, nul == NULL ? line : (size_t)(nul - text.bytes)};
    line = line < text.length ? line + 1 : line;
    *mounts = (struct piece){text.bytes + line, text.length - line};
}

static struct outcome expect_holder(const char *bytes, size_t length, size_t at, void *out, size_t size)
{
    struct outcome outcome = {VMM_OK, length, NOWHERE};
    struct piece path, mounts, fields[MOUNT_FIELDS];

    split_input((struct piece){bytes + at, length - at}, &path, &mounts);
    outcome.status = ref_mount_of(path, mounts, fields);
    for (unsigned i = 0; i < MOUNT_FIELDS && outcome.status == VMM_OK; i++)
        view_store(out, size, i, (size_t)(fields[i].bytes - mounts.bytes), fields[i].length);
    return outcome;
}

static vmm_status find_holder(struct vmm_text *text, void *out, size_t out_size)
{
    struct piece path, mounts;
    struct vmm_text copy, before;
    struct vmm_span spans[MOUNT_FIELDS];
    struct vmm_mount row;
    char *path_copy, *mounts_copy;
    vmm_status status;

    if (out == NULL || out_size < sizeof(uint64_t))
        return view_refuse(text);
    view_begin(out, out_size, VIEW_BYTES(MOUNT_FIELDS));
    if (text == NULL || text->pos == NULL || text->pos > text->end)
        return view_refuse(text);
    split_input((struct piece){text->pos, (size_t)(text->end - text->pos)}, &path, &mounts);
    text->pos = text->end;
    text->error = NULL;
    path_copy = malloc(path.length + 1);
    if (path_copy == NULL)
        abort();
    memcpy(path_copy, path.bytes, path.length);
    path_copy[path.length] = '\0';
    mounts_copy = view_copy(mounts.bytes, mounts.length);
    copy = vmm_text_of(mounts_copy, mounts.length);
    before = copy;
    memset(&row, 0x5a, sizeof row);
    status = vmm_mount_of(&copy, path_copy, &row, sizeof row);
    if (memcmp(&copy, &before, sizeof copy) != 0)
        status = VMM_FIRST;
    memcpy(spans, &row, sizeof spans);
    view_of_spans(out, out_size, mounts_copy, spans, MOUNT_FIELDS);
    free(mounts_copy);
    free(path_copy);
    return status;
}

#define TABLE                                                                                                          \
    "1 0 0:1 / / rw - tmpfs x rw\n2 1 0:2 / /a/b rw - tmpfs x rw\n3 1 0:3 / /a rw - tmpfs x rw\n"                      \
    "4 1 0:4 / /c\\040d rw - tmpfs x rw\n5 4 0:5 / /c\\040d rw - tmpfs x rw\n"
#define WRONG_PATH(text)                                                                                               \
    {                                                                                                                  \
        PIECE(text), VMM_E_ARGUMENT, NOWHERE                                                                           \
    }

static const struct example holders[] = {
    GOOD("/a/b/c\n" TABLE),
    GOOD("/\n" TABLE),
    GOOD("//./a/.//b/\n" TABLE),
    GOOD("/c d/e\n" TABLE),
    GOOD("/ab\n" TABLE),
    GOOD("/a/...\n" TABLE),
    GOOD("/a\0/b\n" TABLE),
    GOOD("/x\nbad\n1 1 0:1 / / rw - rootfs x rw\n2 1 0:2 / / rw - ext4 x rw\n"),
    END("/a"),
    END("/a\n1 0 0:1 / /b rw - tmpfs x rw\n"),
    END("/a\n1 0 0:1 / / rw - tmpfs x rw"),
    WRONG_PATH(""),
    WRONG_PATH("a\n" TABLE),
    WRONG_PATH("/a/..\n" TABLE),
    WRONG_PATH("/../a\n" TABLE),
    NO_MORE_EXAMPLES,
};

static const struct piece usual_holders[] = {PIECE("/a/b\n" TABLE), NO_MORE_TEXTS};

static const struct format mountinfo_formats[] = {
    [MOUNTINFO_ROWS] = {.name = "mountinfo",
                        .kind = ROWS,
                        .parse = next_row,
                        .reference = expect_row,
                        .bytes = VIEW_BYTES(MOUNT_FIELDS),
                        .samples = "proc-mountinfo",
                        .examples = rows,
                        .usual = usual_rows},
    [MOUNTINFO_PATH] = {.name = "mountinfo/path",
                        .kind = ONE_RECORD,
                        .parse = read_path,
                        .reference = expect_path,
                        .bytes = VIEW_BYTES(1),
                        .examples = paths,
                        .usual = usual_paths,
                        .may_lack_newline = true},
    [MOUNTINFO_OF] = {.name = "mountinfo/of",
                      .kind = ONE_RECORD,
                      .parse = find_holder,
                      .reference = expect_holder,
                      .bytes = VIEW_BYTES(MOUNT_FIELDS),
                      .examples = holders,
                      .usual = usual_holders,
                      .may_lack_newline = true,
                      .seldom_good = true},
};

const struct group mountinfo_group = {"mountinfo", mountinfo_formats, 3, false, 0};
