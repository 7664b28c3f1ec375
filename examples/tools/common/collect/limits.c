/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "limits.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/statfs.h>
#include <unistd.h>

#include "../words.h"
#include "descriptors.h"

void limits_init(struct limits *limits)
{
    memset(limits, 0xff, sizeof *limits);
}

/* As the lines begin, without the word `Max`. */
static const char *const names[LIMITS] = {
    [LIMIT_CPU_SECONDS] = "cpu time",
    [LIMIT_DATA_BYTES] = "data size",
    [LIMIT_STACK_BYTES] = "stack size",
    [LIMIT_RESIDENT_BYTES] = "resident set",
    [LIMIT_FILES] = "open files",
    [LIMIT_LOCKED_BYTES] = "locked memory",
    [LIMIT_VIRTUAL_BYTES] = "address space",
    [LIMIT_FILE_LOCKS] = "file locks",
    [LIMIT_SIGNALS] = "pending signals",
    [LIMIT_NICE] = "nice priority",
    [LIMIT_REALTIME] = "realtime priority",
};

static uint64_t take_limit(struct vmm_text *words)
{
    struct vmm_text before = *words;
    struct vmm_span word;

    word_next(words, &word);
    if (word_is(word, "unlimited"))
        return VMM_UNLIMITED;
    *words = before;
    return word_number(words, VMM_VALUE_NUMBER);
}

vmm_status limits_read(struct vmm_text text, struct limits *limits)
{
    vmm_status status, error = VMM_OK;
    struct vmm_key_value line;

    while ((status = vmm_key_next(&text, VMM_KEY_LINES, &line, sizeof line)) != VMM_END) {
        for (unsigned i = 0; status == VMM_OK && i < LIMITS; i++) {
            size_t length = strlen(names[i]);
            struct vmm_text words = text_of_span(line.value);

            if (line.value.length <= length || memcmp(line.value.start, names[i], length) != 0)
                continue;
            words.pos += length;
            limits->soft[i] = take_limit(&words);
            limits->hard[i] = take_limit(&words);
            if (!vmm_is_known(limits->hard[i]))
                status = VMM_E_SYNTAX;
        }
        if (status < 0)
            error = status;
    }
    return error;
}

/* The kernel's own number, which is the size of the directory since Linux 6.2. */
static bool has_size(int fd, uint64_t *count)
{
    struct statfs system;
    struct stat status;

    if (fstatfs(fd, &system) != 0 || system.f_type != PROC_TYPE || fstat(fd, &status) != 0 || status.st_size <= 0)
        return false;
    *count = (uint64_t)status.st_size;
    return true;
}

int descriptors_count(int directory, uint64_t *count)
{
    int fd = openat(directory, "fd", O_PATH | O_DIRECTORY | O_CLOEXEC), error = fd < 0 ? errno : 0;
    struct dirent *entry;
    uint64_t found = 0;
    bool is_known;
    DIR *list;

    *count = VMM_UNKNOWN;
    if (fd < 0)
        return error;
    is_known = has_size(fd, count);
    close(fd);
    if (is_known)
        return 0;
    fd = openat(directory, "fd", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    list = fd < 0 ? NULL : fdopendir(fd);
    if (list == NULL) {
        error = errno;
        if (fd >= 0)
            close(fd);
        return error;
    }
    while ((void)(errno = 0), (entry = readdir(list)) != NULL && found <= MOST_DESCRIPTORS)
        found += entry->d_name[0] == '.' ? 0 : 1;
    error = errno;
    closedir(list);
    if (error == 0 && found > MOST_DESCRIPTORS)
        error = EOVERFLOW;
    if (error == 0)
        *count = found;
    return error;
}
