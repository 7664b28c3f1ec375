/* SPDX-License-Identifier: MIT */
/*
 * The cgroup of a whole VM, above the cgroups of its threads. libvirt's layout is in its docs/cgroups.rst: `emulator`,
 * `vcpu0` and `iothread1` below `NAME.scope/libvirt`, before 7.1.0 below `NAME.scope`, without systemd below
 * `NAME.libvirt-qemu`, and before 1.0.5 below `libvirt/qemu/NAME`.
 */
#include "../record/engine.h"
#include "vmmetrics/cgroup_path.h"

/* How many components at the end of a path are looked at. */
enum { LAST = 5 };

/* Where the last components of a path begin, the last one first. If there are fewer, the others are empty, at the end. */
struct components {
    const char *path;
    const char *end;
    const char *at[LAST];
};

static struct components components_of(const char *path, const char *end)
{
    struct components found = {path, end, {path, end, end, end, end}};

    for (const char *p = path; p != end; p++)
        if (*p == '/') {
            for (unsigned i = LAST - 1; i > 0; i--)
                found.at[i] = found.at[i - 1];
            found.at[0] = p + 1;
        }
    return found;
}

/* The length of the path before a component; the root stays. */
static size_t length_before(const struct components *path, unsigned index)
{
    size_t length = (size_t)(path->at[index] - path->path);

    return length > 1 ? length - 1 : length;
}

static bool is_end_of_component(const char *p, const char *end)
{
    return p != NULL && (p == end || *p == '/');
}

#define SKIP(p, word) vmm_after_word(p, path->end, word, sizeof(word) - 1)
#define IS_COMPONENT(index, word) is_end_of_component(SKIP(path->at[index], word), path->end)
#define ENDS_WITH(index, word) component_ends_with(path, index, word, sizeof(word) - 1)

/* Whether a component has this word at its end, and something before the word. */
static bool component_ends_with(const struct components *path, unsigned index, const char *word, size_t length)
{
    const char *p = path->at[index], *end = path->end;

    if (p == end || *p == '/')
        return false;
    for (p++; p != end && *p != '/'; p++)
        if (is_end_of_component(vmm_after_word(p, end, word, length), end))
            return true;
    return false;
}

/* Whether a component has a number, and nothing else, from p on. */
static bool is_number_of_thread(const char *p, const char *end)
{
    if (p == NULL || p == end || !vmm_is_digit(*p))
        return false;
    while (p != end && vmm_is_digit(*p))
        p++;
    return is_end_of_component(p, end);
}

static bool is_of_threads(const struct components *path, unsigned index)
{
    return IS_COMPONENT(index, "emulator") || is_number_of_thread(SKIP(path->at[index], "vcpu"), path->end) ||
           is_number_of_thread(SKIP(path->at[index], "iothread"), path->end);
}

/* Whether a component is the directory `libvirt` in a scope of systemd. */
static bool is_in_scope(const struct components *path, unsigned index)
{
    return IS_COMPONENT(index, "libvirt") && ENDS_WITH(index + 1, ".scope");
}

/* Whether libvirt makes cgroups of threads at once in this cgroup. */
static bool is_of_machine(const struct components *path, unsigned index)
{
    return ENDS_WITH(index, ".scope") || ENDS_WITH(index, ".libvirt-qemu") || ENDS_WITH(index, ".libvirt-ch") ||
           (IS_COMPONENT(index + 1, "qemu") && IS_COMPONENT(index + 2, "libvirt"));
}

/* Whether the text of cgroup.type says that the cgroup has threads only, and a cgroup above has their processes. */
static bool is_threaded(const struct vmm_text *type)
{
    const char *p;

    if (type == NULL || type->pos == NULL || type->pos > type->end)
        return false;
    p = vmm_after_word(type->pos, type->end, "threaded", 8);
    return p != NULL && (p == type->end || *p == '\n');
}

size_t vmm_cgroup_scope_of(const char *path, size_t length, const struct vmm_text *type)
{
    struct components found;
    unsigned last = 0;

    if (path == NULL)
        return 0;
    found = components_of(path, path + length);
    if (is_threaded(type)) {
        length = length_before(&found, 0);
        last = 1;
    }
    if (is_in_scope(&found, last))
        return length_before(&found, last);
    if (!is_of_threads(&found, last))
        return length;
    if (is_in_scope(&found, last + 1))
        return length_before(&found, last + 1);
    return is_of_machine(&found, last + 1) ? length_before(&found, last) : length;
}
