/* SPDX-License-Identifier: MIT */
/* What three hypervisors say about a balloon and the size of a machine. */
#include "examples.h"
#include "json.h"

/* The path of every member, of each hypervisor. */
#define AT(member) offsetof(struct vmm_balloon, member)
/* A number of the guest: of Firecracker, and QEMU with its envelope or without. */
#define GUEST(member, firecracker, qemu)                                                                               \
    {firecracker, AT(member), 1}, {"stats." qemu, AT(member), 1},                                                      \
    {                                                                                                                  \
        "return.stats." qemu, AT(member), 1                                                                            \
    }

static const struct json_key balloon_keys[] = {
    {"target_pages", AT(target_bytes), 4096},
    {"actual_pages", AT(actual_bytes), 4096},
    {"target_mib", AT(target_rounded_bytes), 1048576},
    {"actual_mib", AT(actual_rounded_bytes), 1048576},
    {"vcpu_count", AT(vcpus), 1},
    {"config.cpus.boot_vcpus", AT(vcpus), 1},
    {"config.cpus.max_vcpus", AT(max_vcpus), 1},
    {"mem_size_mib", AT(memory_size_bytes), 1048576},
    {"config.memory.size", AT(memory_size_bytes), 1},
    {"total_size_mib", AT(hotplug_size_bytes), 1048576},
    {"config.memory.hotplug_size", AT(hotplug_size_bytes), 1},
    {"requested_size_mib", AT(hotplug_requested_bytes), 1048576},
    {"config.memory.hotplugged_size", AT(hotplug_requested_bytes), 1},
    {"plugged_size_mib", AT(hotplug_plugged_bytes), 1048576},
    {"block_size_mib", AT(hotplug_block_bytes), 1048576},
    {"slot_size_mib", AT(hotplug_slot_bytes), 1048576},
    {"host_cmd", AT(hinting_host_cmd), 1},
    {"guest_cmd", AT(hinting_guest_cmd), 1},
    {"config.balloon.size", AT(target_bytes), 1},
    {"memory_actual_size", AT(logical_vm_size_bytes), 1},
    {"actual", AT(logical_vm_size_bytes), 1},
    {"return.actual", AT(logical_vm_size_bytes), 1},
    {"last-update", AT(last_update_seconds), 1},
    {"return.last-update", AT(last_update_seconds), 1},
    GUEST(swap_in_bytes, "swap_in", "stat-swap-in"),
    GUEST(swap_out_bytes, "swap_out", "stat-swap-out"),
    GUEST(major_faults, "major_faults", "stat-major-faults"),
    GUEST(minor_faults, "minor_faults", "stat-minor-faults"),
    GUEST(free_memory_bytes, "free_memory", "stat-free-memory"),
    GUEST(total_memory_bytes, "total_memory", "stat-total-memory"),
    GUEST(available_memory_bytes, "available_memory", "stat-available-memory"),
    GUEST(disk_caches_bytes, "disk_caches", "stat-disk-caches"),
    GUEST(hugetlb_allocations, "hugetlb_allocations", "stat-htlb-pgalloc"),
    GUEST(hugetlb_failures, "hugetlb_failures", "stat-htlb-pgfail"),
    GUEST(oom_kill, "oom_kill", "stat-oom-kills"),
    GUEST(alloc_stall, "alloc_stall", "stat-alloc-stalls"),
    GUEST(async_scan_bytes, "async_scan", "stat-async-scans"),
    GUEST(direct_scan_bytes, "direct_scan", "stat-direct-scans"),
    GUEST(async_reclaim_bytes, "async_reclaim", "stat-async-reclaims"),
    GUEST(direct_reclaim_bytes, "direct_reclaim", "stat-direct-reclaims"),
};

enum { KEYS = sizeof balloon_keys / sizeof balloon_keys[0] };

/* The size of Cloud Hypervisor's balloon. */
static uint64_t balloon_of(const void *record)
{
    uint64_t memory = ref_load(record, AT(memory_size_bytes)), left = ref_load(record, AT(logical_vm_size_bytes));
    uint64_t hotplug = ref_load(record, AT(hotplug_size_bytes));
    bool is_certain = memory != VMM_UNKNOWN && left <= memory && (hotplug == 0 || hotplug == VMM_UNKNOWN);

    return is_certain ? memory - left : VMM_UNKNOWN;
}

static struct outcome expect(const char *bytes, size_t length, size_t at, void *out, size_t size)
{
    struct outcome outcome;

    json_space(bytes, length, &at);
    if (at == length)
        return (struct outcome){VMM_E_EMPTY, length, NOWHERE};
    outcome = json_object(balloon_keys, KEYS, bytes, length, at, length, out, size);
    /* QEMU's 0 for a guest that has told nothing yet. */
    if (AT(last_update_seconds) + 8 <= size && ref_load(out, AT(last_update_seconds)) == 0)
        ref_store(out, size, AT(last_update_seconds), VMM_UNKNOWN);
    if (AT(actual_bytes) + 8 <= size && ref_load(out, AT(actual_bytes)) == VMM_UNKNOWN)
        ref_store(out, size, AT(actual_bytes), balloon_of(out));
    return outcome;
}

static bool print(struct builder *text, const void *record, unsigned shape)
{
    return json_print_keys(text, balloon_keys, KEYS, record, shape);
}

/* In whole pages and MiB, with a size of the balloon where it follows from others. */
static void fit(void *record)
{
    for (size_t i = 0; i < KEYS; i++) {
        uint64_t value = ref_load(record, balloon_keys[i].offset);

        if (value != VMM_UNKNOWN && value % balloon_keys[i].unit != 0)
            ref_store(record, SIZE_MAX, balloon_keys[i].offset, value * balloon_keys[i].unit / 1024);
    }
    if (ref_load(record, AT(actual_bytes)) == VMM_UNKNOWN && balloon_of(record) != VMM_UNKNOWN)
        ref_store(record, SIZE_MAX, AT(memory_size_bytes), VMM_UNKNOWN);
}

static const struct example examples[] = {
    GOOD("{\"free_memory\":5,\"swap_in\":1}"),
    GOOD("{\"stats\":{\"stat-swap-in\":1,\"stat-swap-out\":2},\"last-update\":3}\n"),
    GOOD("{\"stats\":{},\"last-update\":0}"),
    GOOD("{\"stats\":null,\"actual\":1}"),
    GOOD("{\"config\":{\"memory\":{\"size\":9}},\"memory_actual_size\":7}"),
    GOOD("{\"config\":{\"memory\":{\"size\":9,\"hotplug_size\":0}},\"memory_actual_size\":9}"),
    GOOD("{\"config\":{\"memory\":{\"size\":9,\"hotplug_size\":1}},\"memory_actual_size\":7}"),
    GOOD("{\"config\":{\"memory\":{\"size\":0},\"balloon\":null},\"memory_actual_size\":7}"),
    GOOD("{\"memory_actual_size\":7,\"actual_pages\":1,\"config\":{\"memory\":{\"size\":9}}}"),
    GOOD("{\"config\":{\"cpus\":{\"boot_vcpus\":1,\"max_vcpus\":2}}}"),
    GOOD("{\"return\": {\"actual\": 1}}\r\n\r\n {\"return\":{\"actual\":2}} \n"),
    GOOD("{\"free_memory\":18446744073709551613,\"swap_in\":18446744073709551614}"),
    GOOD("{\"free_memory\":99999999999999999999999999999999,\"swap_in\":-1}"),
    GOOD("{\"free_memory\":-0,\"swap_in\":1.25e-12,\"swap_out\":1E+3,\"oom_kill\":null}"),
    GOOD("{\"actual_pages\":4503599627370495,\"actual_mib\":17592186044415}"),
    GOOD("{\"actual_pages\":4503599627370496,\"actual_mib\":17592186044416}"),
    GOOD("{\"swap_in\":1,\"swap_out\":2,\"swap_in\":3,\"swap_out\":null}"),
    GOOD("{\"swap_in\":1,\"swap_in_\":2,\"swap_i\":3,\"Swap_in\":4,\"swap\\u005fin\":5,\"x\":{\"swap_in\":6},"
         "\"stats\":{\"swap_in_bytes\":7,\"return\":{\"actual\":8}},\"return\":{\"swap_in\":9}}"),
    EMPTY(""),
    EMPTY("\n"),
    EMPTY(" \r\n\t\n"),
    EMPTY("{}"),
    EMPTY("{\"return\": {}}\r\n"),
    CUT("{"),
    CUT("{\"free_memory\":5"),
    CUT("{\"a\":\"\\"),
    REFUSED("{\"direct_reclaim\":x}", 18),
    REFUSED("{\"stats\":1,\"actual\":1}", 9),
    REFUSED("{\"stats\":[],\"actual\":1}", 9),
    REFUSED("{\"return\":\"OK\"}", 10),
    REFUSED("x", 0),
    REFUSED("[]", 0),
    REFUSED("null", 0),
    REFUSED("\"actual\"", 0),
    REFUSED("}", 0),
    REFUSED("{,}", 1),
    REFUSED("{\"a\"}", 4),
    REFUSED("{\"a\":}", 5),
    REFUSED("{\"a\":1,}", 7),
    REFUSED("{\"a\":1 \"b\":2}", 7),
    REFUSED("{\"a\":1}}", 7),
    REFUSED("{\"a\":1} {\"a\":1}", 8),
    REFUSED("{\"a\":{}{\"actual\":1}}", 7),
    REFUSED("{\"stats\":{}{\"actual\":1}}", 11),
    REFUSED("{\"stats\":{}[]}", 11),
    REFUSED("{\"a\":[1,]}", 8),
    REFUSED("{\"a\":[1 2]}", 8),
    REFUSED("{\"a\":[1}", 7),
    REFUSED("{\"a\":{\"b\":1]", 11),
    REFUSED("{\"a\":\"\x01\"}", 6),
    REFUSED("{\"a\":\"\\x\"}", 7),
    REFUSED("{\"a\":\"\\u12g4\"}", 10),
    REFUSED("{a:1}", 1),
    REFUSED("{\"a\":tru}", 8),
    REFUSED("{\"a\":nulL}", 8),
    REFUSED("{\"a\":01}", 6),
    REFUSED("{\"a\":-}", 6),
    REFUSED("{\"a\":1.}", 7),
    REFUSED("{\"a\":1e}", 7),
    REFUSED("{\"a\":2}/**/", 7),
    REFUSED("\xef\xbb\xbf{\"actual\":1}", 0),
    NO_MORE_EXAMPLES,
};

static const struct piece usual[] = {
    PIECE("{\"target_pages\":65536,\"actual_mib\":255,\"swap_in\":0,\"stats\":{\"stat-htlb-pgfail\":20},\"config\":{},"
          "\"x\":[1.5e3,\"\\u00e9\",null]}\r\n"),
    NO_MORE_TEXTS,
};

static const struct format balloon_format = {
    .name = "balloon",
    .kind = ONE_RECORD,
    .parse = library_balloon_parse,
    .reference = expect,
    .record_id = VMM_RECORD_BALLOON,
    .bytes = sizeof(struct vmm_balloon),
    .samples = "firecracker-balloon",
    .more_samples = {"cloud-hypervisor-info", "qemu-balloon"},
    .examples = examples,
    .usual = usual,
    .print = print,
    .fit = fit,
    .may_lack_newline = true,
    .json = true,
};

const struct group balloon_group = {"balloon", &balloon_format, 1, false, 0};
