/* SPDX-License-Identifier: MIT */
/* What the link of a descriptor says: `anon_inode:kvm-vcpu:3`, `/dev/net/tun`. */
#include "vmmetrics/descriptor.h"

#include "../record/engine.h"

static bool begins_with_word(const char *text, size_t length, const char *word, size_t word_length)
{
    return length >= word_length && memcmp(text, word, word_length) == 0;
}

#define BEGINS_WITH(text, length, word) begins_with_word(text, length, word, sizeof word - 1)
#define IS_WORD(text, length, word) (length == sizeof word - 1 && memcmp(text, word, length) == 0)

/* Whether the rest of a text is a number, and nothing else. A number that does not fit is unknown. */
static bool is_number_to_end(const char *text, size_t length, uint64_t *number)
{
    const char *end = text + length, *error;
    uint64_t value;

    if (length == 0 || !vmm_is_digit(*text) || vmm_take_number(text, end, &value, &error) != end)
        return false;
    *number = value;
    return true;
}

static uint32_t inode_kind(const char *name, size_t length, uint64_t *number)
{
    if (IS_WORD(name, length, "kvm-vm"))
        return VMM_DESCRIPTOR_KVM_VM;
    if (IS_WORD(name, length, "kvm-vcpu"))
        return VMM_DESCRIPTOR_KVM_VCPU;
    if (BEGINS_WITH(name, length, "kvm-vcpu:") && is_number_to_end(name + 9, length - 9, number))
        return VMM_DESCRIPTOR_KVM_VCPU;
    return VMM_DESCRIPTOR_OTHER;
}

static uint32_t path_kind(const char *path, size_t length, uint64_t *number)
{
    static const char deleted[] = " (deleted)";
    size_t name = 0;

    if (length >= sizeof deleted - 1 && memcmp(path + length - (sizeof deleted - 1), deleted, sizeof deleted - 1) == 0)
        length -= sizeof deleted - 1;
    /* After the last directory `dev`. */
    for (size_t i = 0; i + 5 < length; i++)
        if (memcmp(path + i, "/dev/", 5) == 0)
            name = i + 5;
    if (name == 0)
        return VMM_DESCRIPTOR_OTHER;
    path += name;
    length -= name;
    if (IS_WORD(path, length, "kvm"))
        return VMM_DESCRIPTOR_KVM;
    if (IS_WORD(path, length, "net/tun"))
        return VMM_DESCRIPTOR_TUN;
    if (BEGINS_WITH(path, length, "tap") && is_number_to_end(path + 3, length - 3, number))
        return VMM_DESCRIPTOR_MACVTAP;
    return VMM_DESCRIPTOR_DEVICE;
}

uint32_t vmm_descriptor_of(const char *link, size_t length, uint64_t *number)
{
    uint64_t found = VMM_UNKNOWN;
    uint32_t kind = VMM_DESCRIPTOR_OTHER;

    if (link != NULL && BEGINS_WITH(link, length, "anon_inode:"))
        kind = inode_kind(link + 11, length - 11, &found);
    else if (link != NULL && length != 0 && *link == '/')
        kind = path_kind(link, length, &found);
    if (number != NULL)
        *number = found;
    return kind;
}
