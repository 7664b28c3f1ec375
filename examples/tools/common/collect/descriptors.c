/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "descriptors.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/statfs.h>
#include <sys/syscall.h>
#include <unistd.h>

/* As in <linux/if_tun.h>, which is not everywhere: the network namespace of an interface; since Linux 5.2. */
#ifndef TUNGETDEVNETNS
#define TUNGETDEVNETNS _IO('T', 227)
#endif

enum { MOST_VCPUS = 4096, LINK_BYTES = 512 };

/* Where the descriptors of a process are. */
struct place {
    struct reader *reader;
    uint64_t pid;
    int directory;
    /* It is the kernel's own list, whose links lead to what is open; else only their texts can be used. */
    bool is_real;
    /* A descriptor of the process; -1 if there is none. */
    int process;
    /* A bit for each virtual CPU that was seen. */
    unsigned char seen[MOST_VCPUS / 8];
};

/* Keeps why something could not be looked at, unless it has ended. */
static void keep_error(struct descriptors *found, int error)
{
    if (error == 0 || reader_is_gone(error))
        return;
    found->is_incomplete = true;
    found->error = error;
}

static bool read_link(int directory, const char *name, char text[LINK_BYTES])
{
    ssize_t length = readlinkat(directory, name, text, LINK_BYTES - 1);

    text[length < 0 ? 0 : length] = '\0';
    return length >= 0;
}

/* An old kernel prints no number: its virtual CPUs cannot be told apart. */
static void add_vcpu(struct place *place, struct descriptors *found, uint64_t number)
{
    if (number >= MOST_VCPUS || (place->seen[number / 8] & (1U << number % 8)) != 0)
        return;
    place->seen[number / 8] |= (unsigned char)(1U << number % 8);
    found->vcpus = vmm_is_known(found->vcpus) ? found->vcpus + 1 : 1;
}

static bool is_key(const struct vmm_key_value *line, const char *key)
{
    return line->key.length == strlen(key) && memcmp(line->key.start, key, line->key.length) == 0;
}

/* A TAP of several queues has a descriptor for each. */
static void add_tap(struct descriptors *found, const struct held_tap *tap)
{
    for (size_t i = 0; i < found->tap_count; i++) {
        const struct held_tap *known = &found->taps[i];

        if (strcmp(known->name, tap->name) == 0 && known->name_space == tap->name_space &&
            known->macvtap == tap->macvtap)
            return;
    }
    if (found->tap_count == MOST_TAPS)
        found->is_incomplete = true;
    else
        found->taps[found->tap_count++] = *tap;
}

/* The number of the network namespace of a TAP, from a copy of its descriptor. */
static uint64_t name_space_of(const struct place *place, const char *descriptor)
{
    uint64_t number = VMM_UNKNOWN;
#ifdef SYS_pidfd_getfd
    int copy =
        place->process < 0 ? -1 : (int)syscall(SYS_pidfd_getfd, place->process, (int)strtol(descriptor, NULL, 10), 0);
    int name_space = copy < 0 ? -1 : ioctl(copy, TUNGETDEVNETNS);
    struct stat status;

    if (name_space >= 0 && fstat(name_space, &status) == 0)
        number = status.st_ino;
    if (name_space >= 0)
        close(name_space);
    if (copy >= 0)
        close(copy);
#else
    (void)place;
    (void)descriptor;
#endif
    return number;
}

/* Reads `fdinfo` of a descriptor: the TAP that it belongs to, and whether it may write. Returns false where it may not,
 * or cannot be read. */
static bool read_info(const struct place *place, const char *name, struct descriptors *found)
{
    struct held_tap tap = {.macvtap = VMM_UNKNOWN};
    struct vmm_key_value line;
    struct vmm_text text;
    char relative[64];
    bool writes = false;

    snprintf(relative, sizeof relative, "fdinfo/%.32s", name);
    keep_error(found, reader_read_proc(place->reader, place->pid, relative, &text));
    while (vmm_key_next(&text, VMM_KEY_LINES, &line, sizeof line) == VMM_OK) {
        if (is_key(&line, "flags")) {
            writes = (strtoul(line.value.start, NULL, 8) & O_ACCMODE) != O_RDONLY;
        } else if (is_key(&line, "iff") && line.value.length != 0 && line.value.length < sizeof tap.name) {
            memcpy(tap.name, line.value.start, line.value.length);
            tap.name_space = name_space_of(place, name);
            add_tap(found, &tap);
        }
    }
    return writes;
}

static const char *after_slash(const char *path)
{
    const char *slash = strrchr(path, '/');

    return slash == NULL ? path : slash + 1;
}

static void replace(char *text, char from, char to)
{
    for (; *text != '\0'; text++) {
        if (*text == from)
            *text = to;
    }
}

bool device_number(const char *text, unsigned *major, unsigned *minor)
{
    char *colon, *end;

    *major = (unsigned)strtoul(text, &colon, 10);
    if (colon == text || *colon != ':')
        return false;
    *minor = (unsigned)strtoul(colon + 1, &end, 10);
    return end != colon + 1;
}

void device_path(const struct device *device, const char *file, char path[DEVICE_PATH_BYTES])
{
    char name[sizeof device->name];

    memcpy(name, device->name, sizeof name);
    replace(name, '/', '!');
    snprintf(path, DEVICE_PATH_BYTES, "class/block/%s/%s", name, file);
}

/* The device's directory in /sys, which its number leads to. */
static bool name_by_number(const struct place *place, struct device *device, struct descriptors *found)
{
    char relative[64], path[ROOTS_PATH_BYTES], text[LINK_BYTES];

    snprintf(relative, sizeof relative, "dev/block/%u:%u", device->major, device->minor);
    if (!roots_sys(&place->reader->roots, relative, path))
        return false;
    if (!read_link(AT_FDCWD, path, text)) {
        keep_error(found, errno);
        return false;
    }
    if (snprintf(device->name, sizeof device->name, "%s", after_slash(text)) >= (int)sizeof device->name)
        return false;
    replace(device->name, '!', '/');
    return true;
}

/* Without the kernel's own links the text must do: /dev/NAME, if /sys has such a device. */
static bool number_by_name(const struct place *place, const char *text, struct device *device,
                           struct descriptors *found)
{
    char relative[DEVICE_PATH_BYTES], path[ROOTS_PATH_BYTES];
    char digits[32] = "";
    struct vmm_text number;
    int error;

    if (strncmp(text, "/dev/", 5) != 0 || strlen(text + 5) >= sizeof device->name)
        return false;
    memcpy(device->name, text + 5, strlen(text + 5) + 1);
    device_path(device, "dev", relative);
    if (!roots_sys(&place->reader->roots, relative, path))
        return false;
    error = reader_read_path(place->reader, path, &number);
    keep_error(found, error);
    if (error != 0)
        return false;
    snprintf(digits, sizeof digits, "%.*s", (int)(number.end - number.pos), number.pos);
    return device_number(digits, &device->major, &device->minor);
}

/* What statx() gives, which not every C library has: the mode, and the number of a device. */
struct file_status {
    uint32_t ignored[7];
    uint16_t mode;
    uint16_t spare;
    uint64_t also_ignored[12];
    uint32_t device_major;
    uint32_t device_minor;
    uint64_t rest[15];
};
_Static_assert(offsetof(struct file_status, mode) == 28 && offsetof(struct file_status, device_major) == 128 &&
                   sizeof(struct file_status) == 256,
               "struct statx");

/* Asks only for what the kernel has at hand: a file of a server that does not answer must not hold the look up. */
static bool read_status(int directory, const char *name, struct file_status *status)
{
    enum { DONT_SYNC = 0x4000, ONLY_TYPE = 1 };

    return syscall(SYS_statx, directory, name, DONT_SYNC | AT_NO_AUTOMOUNT, ONLY_TYPE, status) == 0;
}

static bool find_device(const struct place *place, const char *name, const char *text, struct device *device,
                        struct descriptors *found)
{
    struct file_status status;

    if (!place->is_real)
        return number_by_name(place, text, device, found);
    if (!read_status(place->directory, name, &status)) {
        /* A file of a server that is gone is no device. */
        keep_error(found, errno == ESTALE || errno == ENOTCONN ? 0 : errno);
        return false;
    }
    if (!S_ISBLK(status.mode))
        return false;
    device->major = status.device_major;
    device->minor = status.device_minor;
    return name_by_number(place, device, found);
}

/* The interface of a macvtap, from the link of its device in /sys: `.../net/macvtap0/macvtap/tap7`. */
static bool take_macvtap(const char *text, struct held_tap *tap)
{
    const char *name = strstr(text, "/net/"), *last = after_slash(text);
    size_t length = name == NULL ? 0 : strcspn(name + 5, "/");
    char *end;

    if (length == 0 || length >= sizeof tap->name || strncmp(last, "tap", 3) != 0)
        return false;
    memcpy(tap->name, name + 5, length);
    tap->macvtap = strtoull(last + 3, &end, 10);
    return end != last + 3 && *end == '\0';
}

/* The path of a device can be anything: its number leads to its directory in /sys. */
static void look_at_macvtap(const struct place *place, const char *name, uint64_t number, struct descriptors *found)
{
    struct held_tap tap = {.name_space = VMM_UNKNOWN};
    char relative[64], path[ROOTS_PATH_BYTES], text[LINK_BYTES];
    struct file_status status;

    if (!place->is_real) {
        snprintf(relative, sizeof relative, "class/macvtap/tap%llu", (unsigned long long)number);
    } else if (read_status(place->directory, name, &status)) {
        snprintf(relative, sizeof relative, "dev/char/%u:%u", status.device_major, status.device_minor);
    } else {
        keep_error(found, errno);
        return;
    }
    if (!roots_sys(&place->reader->roots, relative, path))
        return;
    if (!read_link(AT_FDCWD, path, text))
        keep_error(found, errno);
    else if (take_macvtap(text, &tap))
        add_tap(found, &tap);
}

static void add_disk(struct descriptors *found, const struct device *device)
{
    for (size_t i = 0; i < found->disk_count; i++) {
        if (found->disks[i].major == device->major && found->disks[i].minor == device->minor)
            return;
    }
    if (found->disk_count == MOST_DISKS)
        found->is_incomplete = true;
    else
        found->disks[found->disk_count++] = *device;
}

static void look_at(struct place *place, const char *name, struct descriptors *found)
{
    char text[LINK_BYTES];
    struct device device;
    uint64_t number;

    if (!read_link(place->directory, name, text)) {
        keep_error(found, errno);
        return;
    }
    switch (vmm_descriptor_of(text, strlen(text), &number)) {
    case VMM_DESCRIPTOR_KVM_VM:
        found->is_machine = true;
        break;
    case VMM_DESCRIPTOR_KVM_VCPU:
        add_vcpu(place, found, number);
        break;
    case VMM_DESCRIPTOR_TUN:
        read_info(place, name, found);
        break;
    case VMM_DESCRIPTOR_MACVTAP:
        look_at_macvtap(place, name, number, found);
        break;
    default:
        /* The node of a block device may have any path. */
        if (text[0] == '/' && find_device(place, name, text, &device, found) && read_info(place, name, found))
            add_disk(found, &device);
        break;
    }
}

static DIR *open_list(const struct reader *reader, uint64_t pid)
{
    char path[ROOTS_PATH_BYTES];

    errno = ENAMETOOLONG;
    return reader_proc(reader, pid, "fd", path) ? opendir(path) : NULL;
}

int descriptors_read(struct reader *reader, uint64_t pid, struct descriptors *found)
{
    struct place place = {.reader = reader, .pid = pid, .process = -1};
    DIR *list = open_list(reader, pid);
    struct dirent *entry;
    struct statfs system;
    int error;

    *found = (struct descriptors){.vcpus = VMM_UNKNOWN};
    if (list == NULL)
        return errno;
    place.directory = dirfd(list);
    if (fstatfs(place.directory, &system) == 0)
        place.is_real = system.f_type == PROC_TYPE;
    else
        keep_error(found, errno);
#ifdef SYS_pidfd_open
    if (roots_are_own(&reader->roots))
        place.process = (int)syscall(SYS_pidfd_open, (pid_t)pid, 0);
#endif
    while ((void)(errno = 0), (entry = readdir(list)) != NULL) {
        if (entry->d_name[0] == '.')
            continue;
        if (++found->count > MOST_DESCRIPTORS) {
            found->is_incomplete = true;
            break;
        }
        look_at(&place, entry->d_name, found);
    }
    error = entry == NULL ? errno : 0;
    closedir(list);
    if (place.process >= 0)
        close(place.process);
    found->is_incomplete |= error != 0;
    return error;
}

int descriptors_find_machine(const struct reader *reader, uint64_t pid, size_t *left, bool *is_machine)
{
    DIR *list = open_list(reader, pid);
    struct dirent *entry;
    size_t count = 0;

    *is_machine = false;
    if (list == NULL)
        return errno;
    while (!*is_machine && count++ < MOST_DESCRIPTORS && *left != 0 && (entry = readdir(list)) != NULL) {
        char text[LINK_BYTES];

        --*left;
        *is_machine = entry->d_name[0] != '.' && read_link(dirfd(list), entry->d_name, text) &&
                      vmm_descriptor_of(text, strlen(text), NULL) == VMM_DESCRIPTOR_KVM_VM;
    }
    closedir(list);
    return 0;
}
