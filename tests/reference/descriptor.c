/* SPDX-License-Identifier: MIT */
/* What the link of a descriptor says. The whole text is the link. */
#include <stdlib.h>
#include <string.h>

#include "examples.h"
#include "views.h"

static bool is(struct piece text, const char *word)
{
    return text.length == strlen(word) && memcmp(text.bytes, word, text.length) == 0;
}

/* Whether the text is this word and a number after it; a number that no member can have is unknown. */
static bool is_numbered(struct piece text, const char *word, uint64_t *number)
{
    size_t at = strlen(word);

    if (text.length <= at || memcmp(text.bytes, word, at) != 0)
        return false;
    if (text.bytes[at] >= '0' && text.bytes[at] <= '9' && ref_number(text.bytes, text.length, &at, number) &&
        at == text.length)
        return true;
    *number = VMM_UNKNOWN;
    return false;
}

static uint32_t kind_of(struct piece link, uint64_t *number)
{
    size_t dev = 0;

    *number = VMM_UNKNOWN;
    if (is(link, "anon_inode:kvm-vm"))
        return VMM_DESCRIPTOR_KVM_VM;
    if (is(link, "anon_inode:kvm-vcpu") || is_numbered(link, "anon_inode:kvm-vcpu:", number))
        return VMM_DESCRIPTOR_KVM_VCPU;
    if (link.length == 0 || link.bytes[0] != '/')
        return VMM_DESCRIPTOR_OTHER;
    if (link.length >= 10 && memcmp(link.bytes + link.length - 10, " (deleted)", 10) == 0)
        link.length -= 10;
    for (size_t end = 5; end < link.length; end++)
        if (memcmp(link.bytes + end - 5, "/dev/", 5) == 0)
            dev = end;
    if (dev == 0)
        return VMM_DESCRIPTOR_OTHER;
    link = (struct piece){link.bytes + dev, link.length - dev};
    if (is(link, "kvm"))
        return VMM_DESCRIPTOR_KVM;
    if (is(link, "net/tun"))
        return VMM_DESCRIPTOR_TUN;
    return is_numbered(link, "tap", number) ? VMM_DESCRIPTOR_MACVTAP : VMM_DESCRIPTOR_DEVICE;
}

static struct outcome expect(const char *bytes, size_t length, size_t at, void *out, size_t size)
{
    uint64_t number;
    uint32_t kind = kind_of((struct piece){bytes + at, length - at}, &number);

    view_store(out, size, 0, kind, (size_t)number);
    return (struct outcome){VMM_OK, length, NOWHERE};
}

static vmm_status read_link(struct vmm_text *text, void *out, size_t out_size)
{
    uint64_t number = 7;
    uint32_t kind;
    size_t length;
    char *copy;

    if (out == NULL || out_size < sizeof(uint64_t))
        return view_refuse(text);
    view_begin(out, out_size, VIEW_BYTES(1));
    if (text == NULL || text->pos == NULL || text->pos > text->end)
        return view_refuse(text);
    length = (size_t)(text->end - text->pos);
    copy = view_copy(text->pos, length);
    text->pos = text->end;
    text->error = NULL;
    kind = vmm_descriptor_of(copy, length, &number);
    view_store(out, out_size, 0, kind, (size_t)number);
    if (vmm_descriptor_of(copy, length, NULL) != kind)
        view_store(out, out_size, 0, SIZE_MAX, 0);
    free(copy);
    return VMM_OK;
}

static const struct example links[] = {
    GOOD("anon_inode:kvm-vcpu:3"),
    GOOD("anon_inode:kvm-vcpu"),
    GOOD("anon_inode:kvm-vcpu:18446744073709551613"),
    GOOD("anon_inode:kvm-vcpu:18446744073709551614"),
    GOOD("anon_inode:kvm-vcpu:99999999999999999999999"),
    GOOD("anon_inode:kvm-vcpu-stats:3"),
    GOOD("anon_inode:kvm-vm"),
    GOOD("anon_inode:[eventfd]"),
    GOOD("/dev/kvm"),
    GOOD("/mnt/dev/net/tun"),
    GOOD("/dev/tap7"),
    GOOD("/dev/tap7 (deleted)"),
    GOOD("/dev/tap"),
    GOOD("/srv/dev/x/dev/loop0"),
    GOOD("/dev/"),
    GOOD(" (deleted)"),
    GOOD("socket:[1]"),
    GOOD(""),
    NO_MORE_EXAMPLES,
};

static const struct piece usual[] = {PIECE("anon_inode:kvm-vcpu:12"), PIECE("/mnt/dev/net/tun (deleted)"),
                                     PIECE("/dev/tap12"), NO_MORE_TEXTS};

static const struct format descriptor_format = {
    .name = "descriptor",
    .kind = ONE_RECORD,
    .parse = read_link,
    .reference = expect,
    .bytes = VIEW_BYTES(1),
    .examples = links,
    .usual = usual,
    .may_lack_newline = true,
};

const struct group descriptor_group = {"descriptor", &descriptor_format, 1, false, 0};
