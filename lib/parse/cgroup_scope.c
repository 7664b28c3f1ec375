/* SPDX-License-Identifier: MIT */
/*
 * The cgroup of a whole VM, above the cgroups of its threads. libvirt's layout is in its docs/cgroups.rst: `emulator`,
 * `vcpu0` and `iothread1` below `NAME.scope/libvirt`, before 7.1.0 below `NAME.scope`, without systemd below
 * `NAME.libvirt-qemu`, and before 1.0.5 below `libvirt/qemu/NAME`.
 */
#include "../record/engine.h"
#include "vmmetrics/cgroup_path.h"

/* Where the last component begins, after its slash; `length` if it is empty. */
static size_t last_component(const char *path, size_t length)
{
    size_t begin = length;

    while (begin != 0 && path[begin - 1] != '/')
        begin--;
    return begin;
}

/* The path without its last component; the root stays. */
static size_t parent_of(const char *path, size_t length)
{
    size_t begin = last_component(path, length);

    return begin > 1 ? begin - 1 : begin;
}

/* Whether the last component is a word, with a number after the word or without. */
static bool is_component(const char *path, size_t length, const char *word, size_t word_length, bool has_number)
{
    size_t begin = last_component(path, length), end = begin + word_length;

    if (length - begin < word_length || memcmp(path + begin, word, word_length) != 0 || has_number != (end != length))
        return false;
    while (end != length && vmm_is_digit(path[end]))
        end++;
    return end == length;
}

static bool ends_with(const char *path, size_t length, const char *word, size_t word_length)
{
    return length > word_length && memcmp(path + length - word_length, word, word_length) == 0;
}

#define IS_COMPONENT(word, has_number) is_component(path, length, word, sizeof word - 1, has_number)
#define ENDS_WITH(word) ends_with(path, length, word, sizeof word - 1)

static bool is_of_threads(const char *path, size_t length)
{
    return IS_COMPONENT("emulator", false) || IS_COMPONENT("vcpu", true) || IS_COMPONENT("iothread", true);
}

/* Whether libvirt makes cgroups of threads at once in this cgroup. */
static bool is_of_machine(const char *path, size_t length)
{
    if (ENDS_WITH(".scope") || ENDS_WITH(".libvirt-qemu") || ENDS_WITH(".libvirt-ch"))
        return true;
    length = parent_of(path, length);
    if (!IS_COMPONENT("qemu", false))
        return false;
    length = parent_of(path, length);
    return IS_COMPONENT("libvirt", false);
}

/* Whether the text of cgroup.type says that the cgroup has threads only, and a cgroup above has their processes. */
static bool is_threaded(const struct vmm_text *type)
{
    const char *error;
    const char *p;

    if (type == NULL || type->pos == NULL || type->pos > type->end)
        return false;
    p = vmm_take_word(type->pos, type->end, "threaded", 8, &error);
    return p != NULL && (p == type->end || *p == '\n');
}

size_t vmm_cgroup_scope_of(const char *path, size_t length, const struct vmm_text *type)
{
    size_t above;

    if (path == NULL)
        return 0;
    if (is_threaded(type))
        length = parent_of(path, length);
    above = is_of_threads(path, length) ? parent_of(path, length) : length;
    if (is_component(path, above, "libvirt", 7, false) && ends_with(path, parent_of(path, above), ".scope", 6))
        return parent_of(path, above);
    return above == length || is_of_machine(path, above) ? above : length;
}
