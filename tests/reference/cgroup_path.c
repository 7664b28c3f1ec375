/* SPDX-License-Identifier: MIT */
/*
 * Rows of /proc/PID/cgroup, and the way from them to a directory: the first line of the text is the controller, the
 * lines up to a line `%` are /proc/PID/cgroup, and the rest is mountinfo.
 */
#include <stdlib.h>
#include <string.h>

#include "examples.h"
#include "views.h"

enum { HIERARCHY, CONTROLLERS, PATH, FIELDS };

/* ---- rows ---- */

static size_t find(struct piece text, size_t at, char c)
{
    while (at < text.length && text.bytes[at] != c)
        at++;
    return at;
}

static struct outcome membership_at(const char *bytes, size_t length, size_t at, struct piece fields[FIELDS])
{
    struct outcome outcome = {VMM_OK, ref_next_line(bytes, length, at), NOWHERE};
    struct piece line = {bytes + at, length - at};
    size_t first, second, digits = 0;

    if (at == length) {
        outcome.status = VMM_END;
        return outcome;
    }
    line.length = find(line, 0, '\n');
    first = find(line, 0, ':');
    second = find(line, first + 1, ':');
    while (digits < first && line.bytes[digits] >= '0' && line.bytes[digits] <= '9')
        digits++;
    if (digits == 0 || digits < first || first == line.length)
        return ref_error(bytes, length, at + digits);
    if (second >= line.length || second + 1 == line.length)
        return ref_error(bytes, length, at + line.length);
    if (line.bytes[second + 1] != '/')
        return ref_error(bytes, length, at + second + 1);
    if (at + line.length == length)
        return ref_error(bytes, length, length);
    fields[HIERARCHY] = (struct piece){line.bytes, first};
    fields[CONTROLLERS] = (struct piece){line.bytes + first + 1, second - first - 1};
    fields[PATH] = (struct piece){line.bytes + second + 1, line.length - second - 1};
    return outcome;
}

static struct outcome expect_row(const char *bytes, size_t length, size_t at, void *out, size_t size)
{
    struct piece fields[FIELDS];
    struct outcome outcome = membership_at(bytes, length, at, fields);

    for (unsigned i = 0; i < FIELDS && outcome.status == VMM_OK; i++)
        view_store(out, size, i, (size_t)(fields[i].bytes - bytes) - at, fields[i].length);
    return outcome;
}

static vmm_status next_row(struct vmm_text *text, void *out, size_t out_size)
{
    const char *start = text == NULL ? NULL : text->pos;
    struct vmm_cgroup_membership row;
    vmm_status status;

    if (out == NULL || out_size < sizeof(uint64_t))
        return vmm_cgroup_membership_next(text, NULL, sizeof row);
    memset(&row, 0x5a, sizeof row);
    status = vmm_cgroup_membership_next(text, &row, sizeof row);
    view_of_spans(out, out_size, start, (const struct vmm_span[]){row.hierarchy, row.controllers, row.path}, FIELDS);
    return status;
}

static const struct example rows[] = {
    GOOD("12:cpu,cpuacct:/docker/a:b\n"),
    GOOD("0::/vm 1/a:b\\134c\n"),
    GOOD("2147483647:hugetlb:/ (deleted)\n"),
    GOOD("00::/x\n"),
    GOOD("1:\0c\xff:/\0\r\t\x80 \n"),
    END(""),
    CUT("1"),
    CUT("0:"),
    CUT("0::"),
    CUT("0::/"),
    CUT("1:cpu:/x"),
    REFUSED("\n", 0),
    REFUSED(":\n", 0),
    REFUSED("::/\n", 0),
    REFUSED("x::/\n", 0),
    REFUSED("0\n", 1),
    REFUSED("0:\n", 2),
    REFUSED("0::\n", 3),
    REFUSED("0:/\n", 3),
    REFUSED("0::x\n", 3),
    REFUSED("0:: /\n", 3),
    REFUSED("0 ::/\n", 1),
    REFUSED(" 0::/\n", 0),
    REFUSED("-1:cpu:/x\n", 0),
    REFUSED("+1::/\n", 0),
    REFUSED("1x:cpu:/x\n", 1),
    REFUSED("1:cpu\n", 5),
    REFUSED("1:cpu:\n", 6),
    REFUSED("1:cpu:x:/y\n", 6),
    REFUSED("1:cpu:\r\n", 6),
    REFUSED("0x1::/\n", 1),
    REFUSED("1.5::/\n", 1),
    REFUSED("1,2:cpu:/\n", 1),
    REFUSED("\t\n", 0),
    REFUSED("1:c/p/u\n", 7),
    REFUSED("1:cpu:..\n", 6),
    REFUSED("1/:cpu:/\n", 1),
    NO_MORE_EXAMPLES,
};

static const struct piece usual_rows[] = {PIECE("12:cpu,cpuacct:/docker/a:b\n0::/x\n"), NO_MORE_TEXTS};

/* ---- paths ---- */

static bool equal(struct piece a, const char *bytes, size_t length)
{
    return a.length == length && memcmp(a.bytes, bytes, length) == 0;
}

static struct piece without(struct piece text, size_t first)
{
    return (struct piece){text.bytes + first, text.length - first};
}

static bool has_word(struct piece list, struct piece word)
{
    for (;;) {
        size_t comma = find(list, 0, ',');

        if (equal(word, list.bytes, comma))
            return true;
        if (comma == list.length)
            return false;
        list = without(list, comma + 1);
    }
}

struct input {
    struct piece controller, membership, mounts;
};

static struct input input_of(struct piece text)
{
    size_t line = find(text, 0, '\n'), at;
    struct input input = {{text.bytes, line}, {text.bytes + text.length, 0}, {text.bytes + text.length, 0}};
    size_t nul = find(input.controller, 0, '\0');

    /* It is a string. */
    input.controller.length = nul;
    if (line == text.length)
        return input;
    input.membership = without(text, line + 1);
    for (at = 0; at < input.membership.length;
         at = ref_next_line(input.membership.bytes, input.membership.length, at)) {
        if (ref_same(input.membership.bytes, input.membership.length, at, "%\n")) {
            input.mounts = without(input.membership, at + 2);
            input.membership.length = at;
            break;
        }
    }
    return input;
}

/* The rest of a path in a mount whose root is `root`; its bytes are NULL where the mount does not show it. */
static struct piece rest_of(struct piece path, const char *root, size_t length)
{
    const struct piece none = {NULL, 0};

    if (path.length < length || memcmp(path.bytes, root, length) != 0)
        return none;
    path = without(path, root[length - 1] == '/' ? length - 1 : length);
    if ((path.length != 0 && path.bytes[0] != '/') || equal(path, "/..", 3) ||
        (path.length >= 4 && memcmp(path.bytes, "/../", 4) == 0))
        return none;
    return path;
}

vmm_status ref_cgroup_path(struct piece controller, struct piece membership, struct piece mounts, char *out,
                           size_t *count)
{
    struct piece v1 = {NULL, 0}, v2 = {NULL, 0}, fields[FIELDS], mount[MOUNT_FIELDS];
    struct outcome row;
    unsigned hidden = 0;

    *count = 0;
    for (size_t at = 0;; at = row.pos) {
        row = membership_at(membership.bytes, membership.length, at, fields);
        if (row.status == VMM_END)
            break;
        if (row.status != VMM_OK)
            continue;
        if (v1.bytes == NULL && controller.length != 0 && has_word(fields[CONTROLLERS], controller))
            v1 = fields[PATH];
        if (v2.bytes == NULL && fields[CONTROLLERS].length == 0 && equal(fields[HIERARCHY], "0", 1))
            v2 = fields[PATH];
    }
    if (v1.bytes == NULL && v2.bytes == NULL)
        return VMM_E_EMPTY;
    for (size_t at = 0;; at = row.pos) {
        const char *type = v1.bytes != NULL ? "cgroup" : "cgroup2";
        struct piece rest;

        row = ref_mount(mounts.bytes, mounts.length, at, mount);
        if (row.status == VMM_END || hidden == 16)
            return VMM_END;
        if (row.status != VMM_OK || !equal(mount[MOUNT_TYPE], type, strlen(type)) ||
            (v1.bytes != NULL && !has_word(mount[MOUNT_SUPER], controller)))
            continue;
        rest = rest_of(v1.bytes != NULL ? v1 : v2, out,
                       ref_unescape(mount[MOUNT_ROOT].bytes, mount[MOUNT_ROOT].length, out));
        if (rest.bytes == NULL)
            continue;
        if (rest.length == 1)
            rest.length = 0;
        if (ref_is_hidden(mount, rest, mounts)) {
            hidden++;
            continue;
        }
        *count = ref_unescape(mount[MOUNT_POINT].bytes, mount[MOUNT_POINT].length, out);
        if (*count == 1 && rest.length != 0)
            *count = 0;
        if (rest.length != 0)
            memcpy(out + *count, rest.bytes, rest.length);
        *count += rest.length;
        return memchr(out, 0, *count) == NULL ? VMM_OK : VMM_E_ARGUMENT;
    }
}

static struct outcome expect_path(const char *bytes, size_t length, size_t at, void *out, size_t size)
{
    struct input input = input_of((struct piece){bytes + at, length - at});
    struct outcome outcome = {VMM_OK, length, NOWHERE};
    char *path = view_copy(bytes, length);
    size_t count;

    outcome.status = ref_cgroup_path(input.controller, input.membership, input.mounts, path, &count);
    view_of_bytes(out, size, path, count);
    free(path);
    return outcome;
}

/* Into a buffer of this size. VMM_FIRST where it has something in it after an error, or a text was moved. */
static vmm_status call(const struct vmm_text texts[2], const char *controller, char *buffer, size_t size,
                       size_t *needed)
{
    struct vmm_text views[2] = {texts[0], texts[1]};
    vmm_status status;

    if (size != 0)
        memset(buffer, 'x', size);
    *needed = SIZE_MAX;
    status = vmm_cgroup_path_of(&views[0], &views[1], controller, buffer, size, needed);
    return memcmp(views, texts, sizeof views) != 0 || (status != VMM_OK && size != 0 && buffer[0] != '\0') ? VMM_FIRST
                                                                                                           : status;
}

/* The texts are in blocks of their own, so that a byte read beside them is noticed. */
static vmm_status read_path(struct vmm_text *text, void *out, size_t out_size)
{
    struct input input;
    struct vmm_text texts[2];
    char *membership_copy, *mounts_copy, *controller, *buffer;
    vmm_status status;
    size_t room, needed;

    if (out == NULL || out_size < sizeof(uint64_t))
        return view_refuse(text);
    view_begin(out, out_size, VIEW_BYTES(1));
    if (text == NULL || text->pos == NULL || text->pos > text->end)
        return view_refuse(text);
    input = input_of((struct piece){text->pos, (size_t)(text->end - text->pos)});
    text->pos = text->end;
    text->error = NULL;
    membership_copy = view_copy(input.membership.bytes, input.membership.length);
    mounts_copy = view_copy(input.mounts.bytes, input.mounts.length);
    controller = malloc(input.controller.length + 1);
    room = input.membership.length + input.mounts.length + 1;
    buffer = malloc(room);
    if (controller == NULL || buffer == NULL)
        abort();
    memcpy(controller, input.controller.bytes, input.controller.length);
    controller[input.controller.length] = '\0';
    texts[0] = vmm_text_of(membership_copy, input.membership.length);
    texts[1] = vmm_text_of(mounts_copy, input.mounts.length);
    status = call(texts, controller, buffer, room, &needed);
    if (controller[0] == '\0' && call(texts, NULL, buffer, room, &needed) != status)
        status = VMM_FIRST;
    if (needed != (status == VMM_OK ? strlen(buffer) + 1 : 0))
        status = VMM_FIRST;
    if (status == VMM_OK) {
        size_t count = strlen(buffer);
        /* As large as is needed, and one less. */
        char *exact = view_copy(buffer, count + 1);

        view_of_bytes(out, out_size < VIEW_BYTES(1) ? out_size : VIEW_BYTES(1), buffer, count);
        if (call(texts, controller, exact, count + 1, &needed) != VMM_OK || memcmp(exact, buffer, count + 1) != 0 ||
            call(texts, controller, exact, count, &needed) != VMM_E_SPACE || needed != count + 1 ||
            vmm_cgroup_path_of(&texts[0], &texts[1], controller, exact, count, NULL) != VMM_E_SPACE)
            status = VMM_FIRST;
        free(exact);
    }
    free(buffer);
    free(controller);
    free(mounts_copy);
    free(membership_copy);
    return status;
}

#define MEMBERSHIP "0::/v\n1:cpu:/a b/c\n"
#define MOUNTS "1 2 0:1 /a\\040b /m rw - cgroup x rw,cpu\n2 0 0:2 / / rw - cgroup2 x rw\n"
#define V2_MOUNT "4 3 0:2 / /m rw - cgroup2 x rw\n"
#define NUL_INSIDE(text)                                                                                               \
    {                                                                                                                  \
        PIECE(text), VMM_E_ARGUMENT, NOWHERE                                                                           \
    }

static const struct example paths[] = {
    GOOD("cpu\n" MEMBERSHIP "%\n" MOUNTS),
    GOOD("memory\n" MEMBERSHIP "%\n" MOUNTS),
    GOOD("\n" MEMBERSHIP "%\n" MOUNTS),
    GOOD("cpu:/a\n" MEMBERSHIP "%\n" MOUNTS),
    GOOD("\n\n0:\n0::x\n:\n0::/a\n0::/b%\n\n%\n4 3\n4  3 0:2 / /m rw - cgroup2 x rw\n" V2_MOUNT),
    GOOD("\n0::/\n%\n" V2_MOUNT),
    GOOD("\n0::/a\n%\n1 0 0:1 / / rw - x x rw\n2 1 0:2 / /m rw - cgroup2 x rw\n3 1 0:3 / /m rw - x x rw\n"
         "4 1 0:2 / /n rw - cgroup2 x rw\n"),
    END("\n0::/a\n%\n1 0 0:1 / / rw - x x rw\n2 1 0:2 / /m rw - cgroup2 x rw\n3 2 0:3 / /m/a rw - x x rw\n"),
    GOOD("\n0::/a:b c\\040\n%\n4 3 0:2 /\\141 /no rw - cgroup2 x rw\n" V2_MOUNT),
    END("cpu\n" MEMBERSHIP "%\n"),
    END("\n0::/..\n%\n" V2_MOUNT),
    END("\n0::/../x\n%\n" V2_MOUNT),
    END("cpu\n1:cpu:/\n%\n" V2_MOUNT),
    END("\n0::/\n%\n4 3 0:2 / /m rw - cgroup2 x rw"),
    EMPTY(""),
    EMPTY("cpu"),
    EMPTY("cpu\n%\n" V2_MOUNT),
    EMPTY("cpu\n1:cpu\0cpu:/\n%\n" V2_MOUNT),
    EMPTY("memory\n1:cpu:/\n%\n" V2_MOUNT),
    EMPTY("\n0::\n00::/\n1::/\n0:memory:/\n0::/"),
    NUL_INSIDE("\n0::/a\0b\n%\n" V2_MOUNT),
    NUL_INSIDE("\n0::/a\n%\n4 3 0:2 / /m\0n rw - cgroup2 x rw\n"),
    NO_MORE_EXAMPLES,
};

static const struct piece usual_paths[] = {PIECE("cpu\n" MEMBERSHIP "%\n" MOUNTS), NO_MORE_TEXTS};

/* ---- the cgroup of a VM: the first line of the text is cgroup.type, the rest is the path ---- */

static struct piece parent(struct piece path)
{
    size_t at = path.length;

    while (at > 0 && path.bytes[at - 1] != '/')
        at--;
    return (struct piece){path.bytes, at > 1 ? at - 1 : at};
}

static struct piece last(struct piece path)
{
    size_t at = path.length;

    while (at > 0 && path.bytes[at - 1] != '/')
        at--;
    return without(path, at);
}

static bool is_numbered(struct piece name, const char *word)
{
    size_t length = strlen(word), at = length;

    if (name.length <= length || memcmp(name.bytes, word, length) != 0)
        return false;
    while (at < name.length && name.bytes[at] >= '0' && name.bytes[at] <= '9')
        at++;
    return at == name.length;
}

static bool ends(struct piece path, const char *word)
{
    struct piece name = last(path);
    size_t length = strlen(word);

    return name.length > length && memcmp(name.bytes + name.length - length, word, length) == 0;
}

static bool is_last(struct piece path, const char *word)
{
    return equal(last(path), word, strlen(word));
}

size_t ref_cgroup_scope(struct piece type, struct piece path)
{
    struct piece above;

    if (equal(type, "threaded", 8) || (type.length > 8 && memcmp(type.bytes, "threaded\n", 9) == 0))
        path = parent(path);
    if (is_last(path, "libvirt") && ends(parent(path), ".scope"))
        return parent(path).length;
    if (!is_last(path, "emulator") && !is_numbered(last(path), "vcpu") && !is_numbered(last(path), "iothread"))
        return path.length;
    above = parent(path);
    if (is_last(above, "libvirt") && ends(parent(above), ".scope"))
        return parent(above).length;
    if (ends(above, ".scope") || ends(above, ".libvirt-qemu") || ends(above, ".libvirt-ch") ||
        (is_last(parent(above), "qemu") && is_last(parent(parent(above)), "libvirt")))
        return above.length;
    return path.length;
}

static struct outcome expect_scope(const char *bytes, size_t length, size_t at, void *out, size_t size)
{
    struct piece text = {bytes + at, length - at}, path;
    size_t line = find(text, 0, '\n');

    path = without(text, line < text.length ? line + 1 : line);
    view_store(out, size, 0, path.length == 0 ? 0 : ref_cgroup_scope((struct piece){text.bytes, line}, path),
               path.length);
    return (struct outcome){VMM_OK, length, NOWHERE};
}

static vmm_status read_scope(struct vmm_text *text, void *out, size_t out_size)
{
    struct piece input, path;
    struct vmm_text type;
    char *path_copy, *type_copy;
    size_t line, found;

    if (out == NULL || out_size < sizeof(uint64_t))
        return view_refuse(text);
    view_begin(out, out_size, VIEW_BYTES(1));
    if (text == NULL || text->pos == NULL || text->pos > text->end)
        return view_refuse(text);
    input = (struct piece){text->pos, (size_t)(text->end - text->pos)};
    line = find(input, 0, '\n');
    path = without(input, line < input.length ? line + 1 : line);
    text->pos = text->end;
    text->error = NULL;
    path_copy = view_copy(path.bytes, path.length);
    type_copy = view_copy(input.bytes, line);
    type = vmm_text_of(type_copy, line);
    found = vmm_cgroup_scope_of(path_copy, path.length, &type);
    view_store(out, out_size, 0, found, path.length);
    free(type_copy);
    free(path_copy);
    return VMM_OK;
}

#define SCOPE "/machine.slice/machine-qemu\\x2d1\\x2da.scope"

static const struct example scopes[] = {
    GOOD("\n" SCOPE "/libvirt/emulator"),
    GOOD("threaded\n" SCOPE "/libvirt/vcpu12"),
    GOOD("domain threaded\n" SCOPE "/libvirt"),
    GOOD("\n" SCOPE "/iothread1"),
    GOOD("\n" SCOPE),
    GOOD("\n/machine/qemu-1-a.libvirt-qemu/vcpu0"),
    GOOD("\n/libvirt/qemu/a/emulator"),
    GOOD("\n/a/vcpu0"),
    GOOD("threaded\n/a/b"),
    GOOD("threaded\n/"),
    GOOD("threaded\n/emulator"),
    GOOD("threaded"),
    GOOD(""),
    NO_MORE_EXAMPLES,
};

static const struct piece usual_scopes[] = {PIECE("threaded\n/q.scope/libvirt/vcpu1"),
                                            PIECE("\n/libvirt/qemu/a/emulator"), NO_MORE_TEXTS};

static const struct format cgroup_path_formats[] = {
    [CGROUP_MEMBERSHIP] = {.name = "cgroup_path/membership",
                           .kind = ROWS,
                           .parse = next_row,
                           .reference = expect_row,
                           .bytes = VIEW_BYTES(FIELDS),
                           .samples = "proc-cgroup",
                           .examples = rows,
                           .usual = usual_rows},
    [CGROUP_PATH] = {.name = "cgroup_path",
                     .kind = ONE_RECORD,
                     .parse = read_path,
                     .reference = expect_path,
                     .bytes = VIEW_BYTES(1),
                     .examples = paths,
                     .usual = usual_paths,
                     .may_lack_newline = true,
                     .seldom_good = true},
    [CGROUP_SCOPE] = {.name = "cgroup_path/scope",
                      .kind = ONE_RECORD,
                      .parse = read_scope,
                      .reference = expect_scope,
                      .bytes = VIEW_BYTES(1),
                      .examples = scopes,
                      .usual = usual_scopes,
                      .may_lack_newline = true},
};

const struct group cgroup_path_group = {"cgroup_path", cgroup_path_formats, 3, false, 0};
