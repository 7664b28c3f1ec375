/*
 * Rows of /proc/PID/cgroup, and the way from them to a directory, against references. The first line of the input is
 * the controller, what follows up to a line `%` is /proc/PID/cgroup, and the rest mountinfo. Rows of that are read by
 * the library, which fuzz_mountinfo.c sees to.
 */
#include <stdlib.h>
#include <string.h>

#include "fuzz.h"

/* ---- reference ---- */

/* A string that knows its length, as it may have any bytes. */
struct string {
    const char *bytes;
    size_t length;
};

static struct string part(const char *bytes, size_t start, size_t end)
{
    /* Nothing may be added to NULL. */
    struct string string = {start == 0 ? bytes : bytes + start, end - start};
    return string;
}

static struct string of_span(struct vmm_span span)
{
    return part(span.start, 0, span.length);
}

static bool equal(struct string a, struct string b)
{
    return a.length == b.length && (a.length == 0 || memcmp(a.bytes, b.bytes, a.length) == 0);
}

static bool begins(struct string string, struct string with)
{
    return string.length >= with.length && equal(part(string.bytes, 0, with.length), with);
}

static struct string constant(const char *bytes)
{
    return part(bytes, 0, strlen(bytes));
}

static struct string without(struct string string, size_t first)
{
    return part(string.bytes, first, string.length);
}

static size_t find(struct string string, size_t at, char c)
{
    while (at < string.length && string.bytes[at] != c)
        at++;
    return at;
}

struct row {
    struct outcome outcome;
    struct string hierarchy, controllers, path;
};

static struct row reference_row(const char *bytes, size_t length, size_t at)
{
    struct row row = {{VMM_END, ref_next_line(bytes, length, at), NOWHERE}, {NULL, 0}, {NULL, 0}, {NULL, 0}};
    struct string line = part(bytes, at, length);
    size_t first, second, digits = 0;

    if (at == length)
        return row;
    line.length = find(line, 0, '\n');
    first = find(line, 0, ':');
    second = find(line, first + 1, ':');
    while (digits < first && line.bytes[digits] >= '0' && line.bytes[digits] <= '9')
        digits++;
    if (digits == 0 || digits < first || first == line.length)
        row.outcome.error = at + digits;
    else if (second >= line.length)
        row.outcome.error = at + line.length;
    else if (second + 1 == line.length || line.bytes[second + 1] != '/')
        row.outcome.error = at + second + 1;
    else if (at + line.length == length)
        row.outcome.error = length;
    if (row.outcome.error != NOWHERE) {
        row.outcome.status = row.outcome.error == length ? VMM_E_TRUNCATED : VMM_E_SYNTAX;
        return row;
    }
    row.outcome.status = VMM_OK;
    row.hierarchy = part(line.bytes, 0, first);
    row.controllers = part(line.bytes, first + 1, second);
    row.path = without(line, second + 1);
    return row;
}

static bool has_word(struct string list, struct string word)
{
    for (;;) {
        size_t comma = find(list, 0, ',');

        if (equal(part(list.bytes, 0, comma), word))
            return true;
        if (comma == list.length)
            return false;
        list = without(list, comma + 1);
    }
}

static size_t undo(struct string escaped, char *out)
{
    size_t count = 0;

    for (size_t i = 0; i < escaped.length; count++) {
        const char *p = escaped.bytes + i;

        if (escaped.length - i >= 4 && p[0] == '\\' && p[1] >= '0' && p[1] <= '3' && p[2] >= '0' && p[2] <= '7' &&
            p[3] >= '0' && p[3] <= '7' && (p[1] != '0' || p[2] != '0' || p[3] != '0')) {
            out[count] = (char)((p[1] - '0') * 64 + (p[2] - '0') * 8 + p[3] - '0');
            i += 4;
        } else {
            out[count] = *p;
            i++;
        }
    }
    return count;
}

/* The path in `out`, which has room for both texts, and its length; VMM_E_ARGUMENT where a NUL would end it. */
static vmm_status reference_path(struct string membership, struct string mounts, struct string controller, char *out,
                                 size_t *count)
{
    struct string v1 = {NULL, 0}, v2 = {NULL, 0};
    struct vmm_text text = vmm_text_of(mounts.bytes, mounts.length);
    vmm_status status;
    size_t at = 0;

    *count = 0;
    for (;;) {
        struct row row = reference_row(membership.bytes, membership.length, at);

        if (row.outcome.status == VMM_END)
            break;
        at = row.outcome.pos;
        if (row.outcome.status != VMM_OK)
            continue;
        if (v1.bytes == NULL && controller.length != 0 && has_word(row.controllers, controller))
            v1 = row.path;
        if (v2.bytes == NULL && row.controllers.length == 0 && equal(row.hierarchy, constant("0")))
            v2 = row.path;
    }
    if (v1.bytes == NULL && v2.bytes == NULL)
        return VMM_E_EMPTY;
    for (;;) {
        struct string path = v1.bytes != NULL ? v1 : v2, root;
        struct vmm_mount mount;

        status = vmm_mount_next(&text, &mount, sizeof mount);
        if (status == VMM_END)
            return VMM_END;
        if (status != VMM_OK)
            continue;
        if (!equal(of_span(mount.type), constant(v1.bytes != NULL ? "cgroup" : "cgroup2")))
            continue;
        if (v1.bytes != NULL && !has_word(of_span(mount.super_options), controller))
            continue;
        root = part(out, 0, undo(of_span(mount.root), out));
        if (!begins(path, root))
            continue;
        path = without(path, out[root.length - 1] == '/' ? root.length - 1 : root.length);
        if (path.length != 0 && path.bytes[0] != '/')
            continue;
        if (equal(path, constant("/..")) || begins(path, constant("/../")))
            continue;
        if (path.length == 1)
            path.length = 0;
        *count = undo(of_span(mount.mount_point), out);
        if (*count == 1 && path.length != 0)
            *count = 0;
        if (path.length != 0)
            memcpy(out + *count, path.bytes, path.length);
        *count += path.length;
        return memchr(out, 0, *count) == NULL ? VMM_OK : VMM_E_ARGUMENT;
    }
}

/* ---- the library against it ---- */

/* A row, printed as the kernel would, reads as the same row. */
static void check_printed(const struct vmm_cgroup_membership *row)
{
    const struct vmm_span fields[] = {row->hierarchy, row->controllers, row->path};
    struct vmm_cgroup_membership again;
    size_t filled = 0;
    struct vmm_text view;
    struct piece text;
    char *printed = malloc(row->hierarchy.length + row->controllers.length + row->path.length + 3);

    CHECK(printed != NULL);
    for (unsigned i = 0; i < 3; i++) {
        memcpy(printed + filled, fields[i].start, fields[i].length);
        filled += fields[i].length;
        printed[filled++] = "::\n"[i];
    }
    text = fuzz_copy(printed, filled);
    free(printed);
    fuzz_current(text);
    view = vmm_text_of(text.bytes, text.length);
    CHECK(vmm_cgroup_membership_next(&view, &again, sizeof again) == VMM_OK);
    CHECK(view.pos == view.end);
    CHECK(equal(of_span(again.hierarchy), of_span(row->hierarchy)));
    CHECK(equal(of_span(again.controllers), of_span(row->controllers)));
    CHECK(equal(of_span(again.path), of_span(row->path)));
    fuzz_free(text);
}

static void check_rows(struct string bytes)
{
    struct piece text = fuzz_copy(bytes.bytes, bytes.length);
    struct vmm_text view = vmm_text_of(text.bytes, text.length);
    vmm_status status;

    do {
        size_t at = (size_t)(view.pos - text.bytes);
        struct row right = reference_row(text.bytes, text.length, at);
        struct vmm_cgroup_membership row;

        fuzz_current(text);
        memset(&row, 0x5a, sizeof row);
        view.error = bytes.bytes;
        status = vmm_cgroup_membership_next(&view, &row, sizeof row);
        CHECK(status == right.outcome.status);
        CHECK(view.end == text.bytes + text.length);
        CHECK(view.pos == text.bytes + right.outcome.pos);
        CHECK(view.error == (right.outcome.error == NOWHERE ? NULL : text.bytes + right.outcome.error));
        CHECK(status == VMM_END || view.pos > text.bytes + at);
        CHECK(row.hierarchy.start == right.hierarchy.bytes && row.hierarchy.length == right.hierarchy.length);
        CHECK(row.controllers.start == right.controllers.bytes && row.controllers.length == right.controllers.length);
        CHECK(row.path.start == right.path.bytes && row.path.length == right.path.length);
        if (status == VMM_OK)
            check_printed(&row);
    } while (status != VMM_END);
    fuzz_free(text);
}

/* A row of another size: smaller it is refused, larger it is the same. */
static void check_row_size(const char *bytes, size_t length)
{
    struct piece text = fuzz_copy(bytes, length);
    struct vmm_text view = vmm_text_of(text.bytes, length), other = view;
    struct vmm_cgroup_membership row, rows[2];
    size_t row_size = (size_t)(fuzz_choice(bytes, length, 5) % (sizeof rows + 1));
    vmm_status status = vmm_cgroup_membership_next(&view, &row, sizeof row);

    if (row_size < sizeof row) {
        CHECK(vmm_cgroup_membership_next(&other, rows, row_size) == VMM_E_ARGUMENT);
        CHECK(other.pos == vmm_text_of(text.bytes, length).pos && other.error == NULL);
    } else {
        CHECK(vmm_cgroup_membership_next(&other, rows, row_size) == status);
        CHECK(other.pos == view.pos && other.error == view.error && memcmp(rows, &row, sizeof row) == 0);
    }
    fuzz_free(text);
}

/* With a buffer of a size: blocks of exact sizes for it and the texts. */
static void check_size(struct piece membership, struct piece mounts, const char *controller, size_t size,
                       vmm_status right, struct string wanted)
{
    const struct vmm_text texts[] = {vmm_text_of(membership.bytes, membership.length),
                                     vmm_text_of(mounts.bytes, mounts.length)};
    struct vmm_text views[2];
    char *buffer = malloc(size);
    vmm_status status;

    memcpy(views, texts, sizeof texts);
    if (size != 0)
        memset(buffer, 'x', size);
    status = vmm_cgroup_path(&views[0], &views[1], controller, buffer, size);
    CHECK(memcmp(views, texts, sizeof texts) == 0);
    if (size == 0 || (right == VMM_OK && size <= wanted.length))
        right = VMM_E_ARGUMENT;
    CHECK(status == right);
    if (status == VMM_OK)
        CHECK(strlen(buffer) == wanted.length && memcmp(buffer, wanted.bytes, wanted.length) == 0);
    else
        CHECK(size == 0 || buffer[0] == '\0');
    free(buffer);
}

static void check_path(struct string membership, struct string mounts, struct string controller)
{
    struct piece pieces[] = {fuzz_copy(membership.bytes, membership.length), fuzz_copy(mounts.bytes, mounts.length)};
    char *path = malloc(membership.length + mounts.length + 1);
    char *name = malloc(controller.length + 1);
    uint64_t choice = fuzz_choice(mounts.bytes, mounts.length, 4);
    size_t count;
    vmm_status right;

    CHECK(path != NULL && name != NULL);
    if (controller.length != 0)
        memcpy(name, controller.bytes, controller.length);
    name[controller.length] = '\0';
    controller.length = strlen(name);
    right = reference_path(membership, mounts, controller, path, &count);
    fuzz_current(pieces[1]);
    check_size(pieces[0], pieces[1], name, count + 1, right, part(path, 0, count));
    check_size(pieces[0], pieces[1], name, count + 100, right, part(path, 0, count));
    check_size(pieces[0], pieces[1], name, (size_t)(choice % (count + 2)), right, part(path, 0, count));
    if (name[0] == '\0')
        check_size(pieces[0], pieces[1], NULL, count + 1, right, part(path, 0, count));
    free(name);
    free(path);
    fuzz_free(pieces[0]);
    fuzz_free(pieces[1]);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct string all = part((const char *)data, 0, size), controller, membership, mounts;
    size_t at = find(all, 0, '\n'), length = 0;

    controller = part(all.bytes, 0, at);
    membership = part(all.bytes, at < size ? at + 1 : size, size);
    mounts = without(membership, membership.length);
    for (at = 0; at < membership.length; at = ref_next_line(membership.bytes, membership.length, at)) {
        if (begins(without(membership, at), constant("%\n"))) {
            mounts = without(membership, at + 2);
            membership.length = at;
            break;
        }
    }
    check_rows(membership);
    check_rows(all);
    check_row_size(all.bytes, all.length);
    check_path(membership, mounts, controller);
    while (fuzz_next_prefix(membership.bytes, membership.length, &length))
        check_path(part(membership.bytes, 0, length), mounts, controller);
    length = 0;
    while (fuzz_next_prefix(mounts.bytes, mounts.length, &length))
        check_path(membership, part(mounts.bytes, 0, length), controller);
    return 0;
}
