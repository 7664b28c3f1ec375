/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "monitor.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "descriptors.h"

/* The kernel keeps 15 bytes of a name. */
static const struct kind {
    const char *name;
    /* The name may go on. */
    bool is_beginning;
    const char *label;
} kinds[] = {
    {"firecracker", false, "fc"}, {"cloud-hyperviso", false, "ch"}, {"qemu-system-", true, "qemu"},
    {"qemu-kvm", false, "qemu"},  {"qemu-dm-", true, "qemu"},       {"kvm", false, "qemu"},
    {"crosvm", false, "crosvm"},
};

static const struct kind *kind_of(const char *comm)
{
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        if (kinds[i].is_beginning ? strncmp(comm, kinds[i].name, strlen(kinds[i].name)) == 0
                                  : strcmp(comm, kinds[i].name) == 0)
            return &kinds[i];
    }
    return NULL;
}

bool monitor_has_name(const char *comm)
{
    return kind_of(comm) != NULL;
}

/* Reads a few bytes without the reader's buffer, which holds a text of the caller. Gives their number, or -1. */
static ssize_t read_small(const struct reader *reader, uint64_t pid, const char *name, char *bytes, size_t size)
{
    char path[ROOTS_PATH_BYTES];
    int fd = reader_proc(reader, pid, name, path) ? reader_open(path) : -1;
    ssize_t length = fd < 0 ? -1 : read(fd, bytes, size);

    if (fd >= 0)
        close(fd);
    return length;
}

enum monitor_kind monitor_is(const struct reader *reader, uint64_t pid)
{
    struct vmm_process process;
    struct vmm_text text;
    char bytes[1024];
    size_t left = MOST_DESCRIPTORS;
    bool is_machine;
    ssize_t length = read_small(reader, pid, "stat", bytes, sizeof bytes);
    int error;

    if (length <= 0)
        return length < 0 && !reader_is_gone(errno) ? MONITOR_IS_HIDDEN : MONITOR_IS_GONE;
    text = vmm_text_of(bytes, (size_t)length);
    vmm_record_init(VMM_RECORD_PROCESS, &process, sizeof process);
    if (vmm_record_read(&text, VMM_FILE_PROCESS_STAT, &process, sizeof process) != VMM_OK)
        return MONITOR_IS_NONE;
    if (monitor_has_name(process.comm))
        return MONITOR_IS_MACHINE;
    /* A thread of the kernel has no memory of its own, and opens nothing. */
    if (process.vsize_bytes == 0)
        return MONITOR_IS_NONE;
    error = descriptors_find_machine(reader, pid, &left, &is_machine);
    if (error != 0)
        return reader_is_gone(error) ? MONITOR_IS_GONE : MONITOR_IS_HIDDEN;
    return is_machine ? MONITOR_IS_MACHINE : MONITOR_IS_NONE;
}

/* ---- Names ---- */

/* The value of `option`: the next word, or the text after a `=`; NULL if this word is not the option. */
static const char *value_of(const char *word, const char *next, const char *option)
{
    size_t length = strlen(option);

    if (strncmp(word, option, length) != 0)
        return NULL;
    if (word[length] == '=')
        return word + length + 1;
    return word[length] == '\0' ? next : NULL;
}

static void keep(const char *value, size_t length, char name[MACHINE_NAME_BYTES])
{
    if (length >= MACHINE_NAME_BYTES)
        length = MACHINE_NAME_BYTES - 1;
    memcpy(name, value, length);
    name[length] = '\0';
}

/* QEMU's -name is a list of words between commas: `guest=NAME` anywhere in it, or NAME alone as its first. */
static void keep_guest(const char *value, char name[MACHINE_NAME_BYTES])
{
    for (const char *at = value; *at != '\0';) {
        size_t length = strcspn(at, ",");

        if (strncmp(at, "guest=", 6) == 0) {
            keep(at + 6, length - 6, name);
            return;
        }
        if (at == value && memchr(at, '=', length) == NULL)
            keep(at, length, name);
        at += length + (at[length] == ',');
    }
}

/* The name of a socket without its directory and its ending. Firecracker's own default says nothing. */
static void keep_socket(const char *value, char name[MACHINE_NAME_BYTES])
{
    const char *last, *dot;

    if (strncmp(value, "path=", 5) == 0)
        value += 5;
    last = strrchr(value, '/');
    last = last == NULL ? value : last + 1;
    dot = strchr(last, '.');
    if (strncmp(last, "fd=", 3) != 0 && strcmp(value, "/run/firecracker.socket") != 0)
        keep(last, dot == NULL || dot == last ? strlen(last) : (size_t)(dot - last), name);
}

void monitor_name_of(const char *words, size_t length, char name[MACHINE_NAME_BYTES])
{
    static const struct {
        const char *option;
        void (*keep)(const char *value, char name[MACHINE_NAME_BYTES]);
        bool is_last;
    } options[] = {{"-name", keep_guest, false},
                   {"--name", keep_guest, false},
                   {"--id", keep_guest, false},
                   {"--api-sock", keep_socket, true},
                   {"--api-socket", keep_socket, true}};
    const char *end = words + length;
    bool has_socket = false;

    name[0] = '\0';
    /* A word that was cut has no NUL, and is not taken. */
    while (words < end && memchr(words, '\0', (size_t)(end - words)) != NULL) {
        const char *next = words + strlen(words) + 1;
        bool has_next = next < end && memchr(next, '\0', (size_t)(end - next)) != NULL;

        for (size_t i = 0; i < sizeof options / sizeof options[0]; i++) {
            const char *value = value_of(words, has_next ? next : "", options[i].option);

            if (value == NULL || value[0] == '\0' || (options[i].is_last && has_socket))
                continue;
            options[i].keep(value, name);
            if (name[0] != '\0' && !options[i].is_last)
                return;
            has_socket = name[0] != '\0';
        }
        words = next;
    }
}

void monitor_name_by_number(const char *comm, uint64_t pid, char name[MACHINE_NAME_BYTES])
{
    const struct kind *kind = kind_of(comm);

    snprintf(name, MACHINE_NAME_BYTES, "%s-%llu", kind == NULL ? "vm" : kind->label, (unsigned long long)pid);
}
