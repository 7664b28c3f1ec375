/* SPDX-License-Identifier: MIT */
/* Names of block devices, and numbers of their drivers. */
#include "test.h"

#include <stdio.h>
#include <string.h>

#include "parse/block_device.h"

/* The names of partitions and of paths, and of their disks. */
TEST(a_part_and_its_disk)
{
    static const struct {
        const char *name, *disk; /* the disk is NULL if the name is not a part's */
    } names[] = {
        {"sda1", "sda"},
        {"sdaa127", "sdaa"},
        {"hdb3", "hdb"},
        {"vdz9", "vdz"},
        {"xvda1", "xvda"},
        {"dasda1", "dasda"},
        {"ubda1", "ubda"},
        {"nvme0n1p1", "nvme0n1"},
        {"mmcblk0p12", "mmcblk0"},
        {"loop7p2", "loop7"},
        {"nvme0c1n1", "nvme0n1"},
        {"nvme12c345n6", "nvme12n6"},
        {"nvme0c1n1p1", "nvme0c1n1"},
        {"0p1", "0"},
        {"", NULL},
        {"1", NULL},
        {"12", NULL},
        {"a1", NULL},
        {"p1", NULL},
        {"ap1", NULL},
        {"0p", NULL},
        {"sda", NULL},
        {"sd1", NULL},
        {"sr0", NULL},
        {"dm-0", NULL},
        {"md127", NULL},
        {"zram0", NULL},
        {"sdA1", NULL},
        {"sd{1", NULL},
        {"sd`1", NULL},
        {"s~a1", NULL},
        {"asda1x", NULL},
        {"1sda1", NULL},
        {"fd0", NULL},
        {"nvme0n1", NULL},
        {"nvmec0n1", NULL},
        {"nvmexc0n1", NULL},
        {"nvme0cxn1", NULL},
        {"nvme0", NULL},
        {"nvme0c", NULL},
        {"nvme0x1n1", NULL},
        {"nvme0cn1", NULL},
        {"nvme0c1", NULL},
        {"nvme0c1x1", NULL},
        {"nvme0c1n", NULL},
        {"nvme0c1nx", NULL},
        {"nvme0c1n1x", NULL},
        {"nvmx0c1n1", NULL},
        {"sca1n1", NULL},
    };

    for (size_t i = 0; i < COUNT_OF(names); i++) {
        struct arena arena = arena_new(40);
        size_t length = strlen(names[i].name);
        struct vmm_block_part part;

        /* With a NUL at its end, and without one. */
        for (size_t bytes = length; bytes < length + 2; bytes++) {
            const char *name = arena_at_end(&arena, names[i].name, bytes);
            char disk[40], longer[42], shorter[40];

            if (vmm_find_block_part(name, bytes, &part) != (names[i].disk != NULL))
                fail_msg("%s: expected %s", names[i].name, names[i].disk == NULL ? "no disk" : names[i].disk);
            if (names[i].disk == NULL)
                continue;
            memset(disk, 0, sizeof disk);
            snprintf(disk, sizeof disk, "%s", names[i].disk);
            snprintf(longer, sizeof longer, "%s0", disk);
            snprintf(shorter, sizeof shorter, "%.*s", (int)strlen(disk) - 1, disk);
            if (!vmm_is_block_part_of(name, &part, disk, bytes) || vmm_is_block_part_of(name, &part, longer, bytes) ||
                vmm_is_block_part_of(name, &part, shorter, bytes) || vmm_is_block_part_of(name, &part, name, bytes))
                fail_msg("%s: expected %s", names[i].name, disk);
        }
        arena_free(&arena);
    }
}

/* What the names alone say. */
TEST(beginnings_of_names)
{
    static const struct {
        const char *name;
        enum vmm_block block;
    } names[] = {
        {"dm-0", VMM_BLOCK_ON_OTHERS},    {"md0", VMM_BLOCK_ON_OTHERS},  {"md_d1", VMM_BLOCK_ON_OTHERS},
        {"bcache0", VMM_BLOCK_ON_OTHERS}, {"zd16", VMM_BLOCK_ON_OTHERS}, {"loop0", VMM_BLOCK_MAYBE},
        {"nbd15", VMM_BLOCK_MAYBE},       {"drbd0", VMM_BLOCK_MAYBE},    {"ublkb9", VMM_BLOCK_MAYBE},
        {"dm-", VMM_BLOCK_LOWEST},        {"dm", VMM_BLOCK_LOWEST},      {"mdx", VMM_BLOCK_LOWEST},
        {"od0", VMM_BLOCK_LOWEST},        {"dmx0", VMM_BLOCK_LOWEST},    {"sda", VMM_BLOCK_LOWEST},
        {"", VMM_BLOCK_LOWEST},           {"xloop0", VMM_BLOCK_LOWEST},  {"ublkc0", VMM_BLOCK_LOWEST},
    };
    struct vmm_majors none;

    vmm_read_majors(NULL, &none);
    for (size_t i = 0; i < COUNT_OF(names); i++) {
        struct arena arena = arena_new(40);
        size_t length = strlen(names[i].name);

        for (size_t bytes = length; bytes < length + 2; bytes++)
            if (vmm_block_of_name(&none, arena_at_end(&arena, names[i].name, bytes), bytes, 8) != names[i].block)
                fail_msg("%s: expected %d", names[i].name, (int)names[i].block);
        arena_free(&arena);
    }
}

/* Each number is one bit of a table. */
TEST(every_number_of_a_driver)
{
    static const char *const drivers[] = {"device-mapper", "loop", "virtblk"};
    static const enum vmm_block blocks[] = {VMM_BLOCK_ON_OTHERS, VMM_BLOCK_MAYBE, VMM_BLOCK_LOWEST};

    for (unsigned i = 0; i < COUNT_OF(drivers); i++)
        for (unsigned major = 0; major < 520; major++) {
            struct vmm_majors majors, none;
            char devices[80];
            struct vmm_text text;

            memset(&majors, 0x5a, sizeof majors);
            snprintf(devices, sizeof devices, "Character devices:\n  8 loop\n\nBlock devices:\n%3u %s\n", major,
                     drivers[i]);
            text = vmm_text_of(devices, strlen(devices));
            vmm_read_majors(&text, &majors);
            vmm_read_majors(NULL, &none);
            for (unsigned k = 0; k < 520; k++) {
                enum vmm_block wanted = k == major && k < 512 ? blocks[i] : vmm_block_of_major(&none, k);

                if (vmm_block_of_major(&majors, k) != wanted)
                    fail_msg("%s has %u: expected %d of %u", drivers[i], major, (int)wanted, k);
            }
        }
}

/* Texts that tell nothing about the number 8, which stays a disk's. */
TEST(texts_without_block_devices)
{
    static const char *const texts[] = {"8 loop\n",
                                        "Character devices:\n8 loop\n",
                                        "Block\n8 loop\n",
                                        "Block devices\n8 loop\n",
                                        "Block devicesx\n8 loop\n",
                                        "xBlock devices:\n8 loop\n"};
    struct vmm_majors majors;
    struct vmm_text unusable = {texts[0] + 1, texts[0], NULL}, none = {NULL, NULL, NULL};

    for (size_t i = 0; i < COUNT_OF(texts); i++) {
        struct vmm_text text = vmm_text_of(texts[i], strlen(texts[i]));

        vmm_read_majors(&text, &majors);
        assert_int_equal(vmm_block_of_major(&majors, 8), VMM_BLOCK_LOWEST);
    }
    vmm_read_majors(&unusable, &majors);
    assert_int_equal(vmm_block_of_major(&majors, 8), VMM_BLOCK_LOWEST);
    vmm_read_majors(&none, &majors);
    assert_int_equal(vmm_block_of_major(&majors, 8), VMM_BLOCK_LOWEST);
}
