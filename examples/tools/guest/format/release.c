/* SPDX-License-Identifier: MIT */
#include "release.h"

#include <errno.h>
#include <math.h>
#include <string.h>

#include "../../common/message.h"
#include "../../common/read.h"
#include "../../common/words.h"

static const char *const keys[RELEASE_KEYS] = {
    [RELEASE_BUILD_ID] = "BUILD_ID",
    [RELEASE_ID] = "ID",
    [RELEASE_ID_LIKE] = "ID_LIKE",
    [RELEASE_IMAGE_ID] = "IMAGE_ID",
    [RELEASE_IMAGE_VERSION] = "IMAGE_VERSION",
    [RELEASE_NAME] = "NAME",
    [RELEASE_PRETTY_NAME] = "PRETTY_NAME",
    [RELEASE_VARIANT] = "VARIANT",
    [RELEASE_VARIANT_ID] = "VARIANT_ID",
    [RELEASE_VERSION] = "VERSION",
    [RELEASE_VERSION_CODENAME] = "VERSION_CODENAME",
    [RELEASE_VERSION_ID] = "VERSION_ID",
};

/* The value of a shell's assignment: in quotes of either kind, or without. In double quotes a backslash makes the character
 * after it plain. A value that does not fit is "". */
static void take_value(struct vmm_span text, char *value, size_t room)
{
    const char *at = text.start, *end = text.start + text.length;
    bool is_single = text.length >= 2 && *at == '\'' && end[-1] == '\'';
    bool is_double = text.length >= 2 && *at == '"' && end[-1] == '"';
    size_t length = 0;

    if (is_single || is_double) {
        at++;
        end--;
    }
    for (; at != end && length < room - 1; at++) {
        if (!is_single && *at == '\\' && at + 1 != end)
            at++;
        value[length++] = *at;
    }
    value[at == end && memchr(value, '\0', length) == NULL ? length : 0] = '\0';
}

/* What is a number at the start of a text, with at most one point in it; NaN without a digit. */
static double number_at_start(const char *text)
{
    double number = 0, unit = 1;
    bool after_point = false;

    if (*text < '0' || *text > '9')
        return NAN;
    for (; (*text >= '0' && *text <= '9') || (*text == '.' && !after_point); text++) {
        after_point = after_point || *text == '.';
        if (*text == '.')
            continue;
        number = number * 10 + (*text - '0');
        unit = after_point ? unit * 10 : 1;
    }
    return number / unit;
}

/* The file, or the one of the vendor. There may be neither. */
static bool read_release(const struct roots *roots, struct file *file)
{
    static const char *const paths[] = {"/etc/os-release", "/usr/lib/os-release"};
    static char path[ROOTS_PATH_BYTES];
    static bool complained;
    int error = ENOENT;

    for (unsigned i = 0; i < sizeof paths / sizeof paths[0] && error == ENOENT; i++) {
        if (!roots_path(roots, paths[i], path))
            return false;
        *file = file_of_kernel(path);
        error = file_read_start(file, 65536);
    }
    if (error != 0 && error != ENOENT)
        complain(path, &complained, strerror(error));
    return error == 0;
}

static void read_values(struct release_facts *release, struct vmm_text text)
{
    struct vmm_key_value row;
    vmm_status status;

    while ((status = vmm_key_next(&text, VMM_KEY_LINES, &row, sizeof row)) != VMM_END) {
        for (unsigned i = 0; status == VMM_OK && i < RELEASE_KEYS; i++) {
            if (word_is(row.key, keys[i]))
                take_value(row.value, release->values[i], sizeof release->values[i]);
        }
    }
}

void release_take(struct release_facts *release, const struct roots *roots)
{
    struct file file = file_of_kernel("");

    memset(release, 0, sizeof *release);
    release->one = VMM_UNKNOWN;
    release->version = NAN;
    release->thing.start_ns = VMM_UNKNOWN;
    /* With the /proc of another machine alone, its /etc is not there. */
    if (roots->root == NULL && roots->proc != NULL)
        return;
    if (read_release(roots, &file)) {
        release->one = 1;
        read_values(release, vmm_text_of(file.bytes, file.length));
        release->version = number_at_start(release->values[RELEASE_VERSION_ID]);
        if (!(release->version > 0))
            release->version = NAN;
    }
    file_release(&file);
    for (unsigned i = 0; i < RELEASE_KEYS; i++)
        release->thing.labels[i] = release->values[i][0] == '\0' ? NULL : release->values[i];
}
