/* SPDX-License-Identifier: MIT */
#include "answers.h"

#include <stdbool.h>
#include <string.h>

static bool is_named(const struct vmm_key_value *member, const char *name)
{
    return member->key.length == strlen(name) && memcmp(member->key.start, name, member->key.length) == 0;
}

static struct vmm_text inside(const struct vmm_key_value *member)
{
    return vmm_text_of(member->value.start, member->value.length);
}

/* Goes through a JSON object to its end. Gives the value of a member; NULL where there is none. */
static struct vmm_span value_in(struct vmm_text *object, const char *name)
{
    struct vmm_key_value member;
    struct vmm_span found = {NULL, 0};

    while (vmm_key_next(object, VMM_KEY_JSON, &member, sizeof member) == VMM_OK) {
        if (is_named(&member, name))
            found = member.value;
    }
    return found;
}

static uint64_t number_in(struct vmm_text object, const char *name)
{
    struct vmm_span span = value_in(&object, name);
    struct vmm_text text = vmm_text_of(span.start, span.length);
    uint64_t number;

    return span.start != NULL && vmm_value_parse(&text, VMM_VALUE_NUMBER, &number) == VMM_OK ? number : VMM_UNKNOWN;
}

/* The virtual CPUs in QEMU's list: the objects with a `cpu-index`. */
static uint64_t count_cpus(struct vmm_text list)
{
    uint64_t count = 0;

    while (list.pos != list.end) {
        struct vmm_text object = list;

        if (*list.pos != '{') {
            list.pos++;
            continue;
        }
        count += vmm_is_known(number_in(object, "cpu-index")) ? 1 : 0;
        value_in(&list, "");
        if (list.pos == object.pos)
            break;
    }
    return count == 0 ? VMM_UNKNOWN : count;
}

static uint64_t vcpus_in(struct vmm_text object)
{
    struct vmm_key_value member;
    uint64_t vcpus = VMM_UNKNOWN;

    while (vmm_key_next(&object, VMM_KEY_JSON, &member, sizeof member) == VMM_OK) {
        uint64_t number = VMM_UNKNOWN;

        if (is_named(&member, "config")) {
            struct vmm_text config = inside(&member);
            struct vmm_span cpus = value_in(&config, "cpus");

            number = number_in(vmm_text_of(cpus.start, cpus.length), "boot_vcpus");
        } else if (is_named(&member, "machine-config")) {
            number = number_in(inside(&member), "vcpu_count");
        } else if (is_named(&member, "vcpu_count")) {
            struct vmm_text value = inside(&member);

            if (vmm_value_parse(&value, VMM_VALUE_NUMBER, &number) != VMM_OK)
                number = VMM_UNKNOWN;
        } else if (is_named(&member, "return")) {
            number = count_cpus(inside(&member));
        }
        if (vmm_is_known(number) && number != 0)
            vcpus = number;
    }
    return vcpus;
}

uint64_t answers_vcpus(struct vmm_text text)
{
    uint64_t vcpus = VMM_UNKNOWN;

    while (text.pos != text.end) {
        const char *start = text.pos;
        uint64_t number = vcpus_in(text);

        if (vmm_is_known(number))
            vcpus = number;
        value_in(&text, "");
        if (text.pos == start)
            break;
    }
    return vcpus;
}
