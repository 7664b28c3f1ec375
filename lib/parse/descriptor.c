/* SPDX-License-Identifier: MIT */
/* What the link of a descriptor says: `anon_inode:kvm-vcpu:3`, `/dev/net/tun`. */
#include "vmmetrics/descriptor.h"

#include "../record/engine.h"

#define AFTER(p, word) vmm_after_word(p, end, word, sizeof(word) - 1)

/* Whether the rest of a text is a number, and nothing else. A number that does not fit is unknown. */
static bool is_number_to_end(const char *p, const char *end, uint64_t *number)
{
    const char *error;
    uint64_t value;

    if (p == NULL || p == end || !vmm_is_digit(*p) || vmm_take_number(p, end, &value, &error) != end)
        return false;
    *number = value;
    return true;
}

static uint32_t inode_kind(const char *name, const char *end, uint64_t *number)
{
    const char *p = AFTER(name, "kvm-vcpu");

    if (AFTER(name, "kvm-vm") == end)
        return VMM_DESCRIPTOR_KVM_VM;
    if (p == end || (p != NULL && is_number_to_end(AFTER(p, ":"), end, number)))
        return VMM_DESCRIPTOR_KVM_VCPU;
    return VMM_DESCRIPTOR_OTHER;
}

/* Whether a name ends at p, with ` (deleted)` after it or without. */
static bool is_end_of_name(const char *p, const char *end)
{
    return p != NULL && (p == end || AFTER(p, " (deleted)") == end);
}

static uint32_t path_kind(const char *path, const char *end, uint64_t *number)
{
    const char *name = NULL, *p, *error;
    uint64_t value;

    /* After the last directory `dev`. */
    for (p = path; p != end; p++) {
        const char *after = AFTER(p, "/dev/");

        if (after != NULL && !is_end_of_name(after, end))
            name = after;
    }
    if (name == NULL)
        return VMM_DESCRIPTOR_OTHER;
    if (is_end_of_name(AFTER(name, "kvm"), end))
        return VMM_DESCRIPTOR_KVM;
    if (is_end_of_name(AFTER(name, "net/tun"), end))
        return VMM_DESCRIPTOR_TUN;
    p = AFTER(name, "tap");
    if (p != NULL && p != end && vmm_is_digit(*p)) {
        p = vmm_take_number(p, end, &value, &error);
        if (is_end_of_name(p, end)) {
            *number = value;
            return VMM_DESCRIPTOR_MACVTAP;
        }
    }
    return VMM_DESCRIPTOR_DEVICE;
}

uint32_t vmm_descriptor_of(const char *link, size_t length, uint64_t *number)
{
    uint64_t found = VMM_UNKNOWN;
    uint32_t kind = VMM_DESCRIPTOR_OTHER;

    if (link != NULL) {
        const char *end = link + length, *inode = AFTER(link, "anon_inode:");

        if (inode != NULL)
            kind = inode_kind(inode, end, &found);
        else if (link != end && *link == '/')
            kind = path_kind(link, end, &found);
    }
    if (number != NULL)
        *number = found;
    return kind;
}
