/* SPDX-License-Identifier: MIT */
/* For CLOCK_BOOTTIME. */
#define _GNU_SOURCE
#include "pace.h"

#include <errno.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#include "../common/clock.h"
#include "../common/read.h"

/* Less than this is the scheduler's doing. */
static const int64_t least_ns = 100000000;
static const int64_t ms = 1000000;

static int64_t clock_ns(clockid_t clock)
{
    struct timespec time;

    if (clock_gettime(clock, &time) != 0)
        return 0;
    return (int64_t)time.tv_sec * 1000000000 + time.tv_nsec;
}

/* The id that the kernel has made of this start of the machine; "" if it cannot be read. */
static void read_boot_id(const struct roots *roots, char boot_id[40])
{
    static char path[ROOTS_PATH_BYTES];
    static struct file file;
    size_t length = 0;

    roots_proc(roots, "sys/kernel/random/boot_id", path);
    file.path = path;
    file.fd = -1;
    file.kernel = true;
    if (file_read(&file) == 0 && file.length < 40)
        length = file.length;
    memcpy(boot_id, file.bytes == NULL ? "" : file.bytes, length);
    boot_id[length] = '\0';
    file_close(&file);
}

/* ---- The kernel's messages: a hypervisor that restores a machine gives it another generation id (VMGENID) ---- */

/* struct sockaddr_nl and numbers of linux/netlink.h, which not every C library has. */
struct netlink_address {
    sa_family_t family;
    uint16_t padding;
    uint32_t port;
    uint32_t groups;
};

static int open_messages(void)
{
    const int of_devices = 15;
    const struct netlink_address from_kernel = {AF_NETLINK, 0, 0, 1};
    int fd = socket(AF_NETLINK, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, of_devices);

    if (fd >= 0 && bind(fd, (const struct sockaddr *)(const void *)&from_kernel, sizeof from_kernel) == 0)
        return fd;
    if (fd >= 0)
        close(fd);
    return -1;
}

/* Whether a text is among those of a message, each of which ends in a NUL. */
static bool has_text(const char *message, size_t length, const char *text)
{
    size_t wanted = strlen(text) + 1;

    for (const char *end = message + length; (size_t)(end - message) >= wanted;) {
        const char *nul = memchr(message, '\0', (size_t)(end - message));

        if (memcmp(message, text, wanted) == 0)
            return true;
        if (nul == NULL)
            break;
        message = nul + 1;
    }
    return false;
}

/* Whether there is a message about a new generation. Reads what has come, but not without end. */
static bool is_new_generation(int fd)
{
    static char message[4096];
    struct netlink_address from = {0, 0, 1, 0};
    bool found = false;

    for (unsigned count = 0; fd >= 0 && count < 1000; count++) {
        socklen_t bytes = sizeof from;
        ssize_t length = recvfrom(fd, message, sizeof message, 0, (struct sockaddr *)(void *)&from, &bytes);

        if (length < 0 && errno == EAGAIN)
            break;
        /* Only the kernel's port is 0. */
        if (length > 0 && bytes == sizeof from && from.port == 0)
            found = has_text(message, (size_t)length, "NEW_VMGENID=1") || found;
    }
    return found;
}

/* ---- ---- */

void pace_init(struct pace *pace, const struct roots *roots, bool needs_boot_id)
{
    pace->roots = roots;
    pace->due_ns = now_ns();
    pace->said.gap_ms = -1;
    pace->messages = -1;
    if (needs_boot_id)
        read_boot_id(roots, pace->boot_id);
}

void pace_listen(struct pace *pace)
{
    if (roots_are_own(pace->roots))
        pace->messages = open_messages();
}

void pace_wait(struct pace *pace, int64_t interval_ns)
{
    int64_t earliest = pace->read_ns + interval_ns / 2;
    struct timespec until;

    pace->interval_ns = interval_ns;
    if (interval_ns == 0)
        return;
    pace->due_ns += interval_ns;
    /* What is missed is not made up for. The moments of the samples stay whole intervals apart. */
    if (pace->due_ns < earliest)
        pace->due_ns += (earliest - pace->due_ns + interval_ns - 1) / interval_ns * interval_ns;
    pace->due_boot_ns = pace->boot_ns + (pace->due_ns - pace->read_ns);
    until.tv_sec = (time_t)(pace->due_ns / 1000000000);
    until.tv_nsec = (long)(pace->due_ns % 1000000000);
    while (clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &until, NULL) == EINTR) {
    }
}

void pace_begin(struct pace *pace)
{
    int64_t boot_ns = clock_ns(CLOCK_BOOTTIME), late_ns = boot_ns - pace->due_boot_ns;
    int64_t step_ns = clock_ns(CLOCK_REALTIME) - boot_ns - pace->day_minus_boot_ns;
    /* A clock that is made to run faster or slower gains or loses half a thousandth at most. */
    int64_t drift_ns = (boot_ns - pace->boot_ns) / 1000;

    pace->said.gap_ms = -1;
    pace->said.lag_ms = pace->interval_ns == 0 ? 0 : (now_ns() - pace->due_ns) / ms;
    pace->said.stepped = false;
    pace->said.restored = is_new_generation(pace->messages);
    if (pace->interval_ns == 0)
        return;
    if (late_ns >= least_ns && late_ns >= pace->interval_ns / 2) {
        char boot_id[sizeof pace->boot_id];

        pace->said.gap_ms = late_ns / ms;
        read_boot_id(pace->roots, boot_id);
        pace->said.restored |= boot_id[0] != '\0' && pace->boot_id[0] != '\0' && strcmp(boot_id, pace->boot_id) != 0;
        memcpy(pace->boot_id, boot_id, sizeof boot_id);
    }
    if (step_ns >= least_ns + drift_ns || step_ns <= -least_ns - drift_ns) {
        pace->said.stepped = true;
        pace->said.step_ms = step_ns / ms;
    }
}

void pace_read(struct pace *pace)
{
    pace->read_ns = now_ns();
    pace->boot_ns = clock_ns(CLOCK_BOOTTIME);
    pace->day_minus_boot_ns = clock_ns(CLOCK_REALTIME) - pace->boot_ns;
}
