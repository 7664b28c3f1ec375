/* SPDX-License-Identifier: MIT */
/*
 * What the collector reads with: where /proc and /sys are, the caller's clock, and one buffer for all machines. The
 * collector has no global variable and prints nothing, so that several readers may exist beside each other.
 */
#ifndef COLLECT_READER_H
#define COLLECT_READER_H

#include <vmmetrics/vmmetrics.h>

#include "../roots.h"

/* A copy of a file that is the same for all machines: it is read at most once a second. */
struct kept_text {
    char *bytes;
    size_t length;
    int64_t time_ns;
};

struct reader {
    struct roots roots;
    /* The time of a monotonic clock, in nanoseconds. The collector asks this function, and no clock by itself. */
    int64_t (*time_ns)(void *user);
    void *user;
    char *bytes;
    size_t capacity;
    struct kept_text mounts;
    struct kept_text devices;
    /* The counters of interfaces that the kernel was asked for; NULL before that. */
    struct links *links;
    /* Directories in which files are written to seldom; NULL before there are some. */
    struct watches *watches;
    /* Machines that are read with it in each pass, and descriptors that each of them may keep open; 0 for no bound. */
    size_t machines;
    size_t most_kept;
    /*
     * Of /proc/PID/status the caller uses only the resident memory and the memory of hugetlbfs: `status` is read only
     * where `statm` and an address space of the same size do not say the same.
     */
    bool is_brief;
    /* The caller also uses the limits of a process, how many files it has open, what it read and wrote, and the swap of its
     * cgroup. */
    bool is_thorough;
};

/* No file that the collector reads is longer. */
#define READER_MOST_BYTES ((size_t)16 << 20)

/* Types of file systems, as statfs() gives them: <linux/magic.h> is not everywhere. */
enum { PROC_TYPE = 0x9fa0, CGROUP_TYPE = 0x27e0eb, CGROUP2_TYPE = 0x63677270 };

/* Room for any path below a root. */
enum { READER_PATH_BYTES = ROOTS_PATH_BYTES + 4096 };

/*
 * Open a file for reading, without waiting for anything; reader_open_at() in a directory that is open, or AT_FDCWD.
 * Give a descriptor, or -1 and set errno.
 */
int reader_open(const char *path);
int reader_open_at(int directory, const char *path);

/*
 * Whether a descriptor may stay open: the last descriptors of the process are left for files that are closed again at
 * once, so that reading goes on when there are more files than descriptors.
 */
bool reader_may_keep(int fd);
/* The bound for each machine. */
void reader_share(struct reader *reader, size_t machines);

/*
 * Read all of a file into the reader's buffer, which the next call uses again. Return 0 or an errno: EFBIG for a file
 * of more than READER_MOST_BYTES, EAGAIN for one that has nothing to read now.
 *
 * The kernel prints most files as a whole: then one read() gives all of it, and reader_read_whole() does not look for
 * the end if that read() filled only a part of the buffer and its text ends with a newline. Lists that the kernel prints
 * row by row (net/dev, mountinfo, devices, cgroup.procs) come in several parts, each with whole rows.
 */
int reader_read(struct reader *reader, int fd, struct vmm_text *text);
int reader_read_whole(struct reader *reader, int fd, struct vmm_text *text);
int reader_read_path(struct reader *reader, const char *path, struct vmm_text *text);
int reader_read_proc(struct reader *reader, uint64_t pid, const char *name, struct vmm_text *text);

/* The mounts that paths of cgroups are found in: the reader's own, or those of the first process of another root. */
int reader_read_mounts(struct reader *reader, struct vmm_text *text);

/* /proc/devices, which has the numbers of the drivers. */
int reader_read_devices(struct reader *reader, struct vmm_text *text);

/* The path of a file of a process: /proc/PID/NAME. */
bool reader_proc(const struct reader *reader, uint64_t pid, const char *name, char path[ROOTS_PATH_BYTES]);

/* A path as the machine that is read has it, such as a mount point: below the reader's roots. */
bool reader_rebase(const struct reader *reader, const char *absolute, char path[READER_PATH_BYTES]);

void reader_release(struct reader *reader);

/* Whether an error means that what was read has ended, or was never there. Each other error leaves a number unknown. */
bool reader_is_gone(int error);

#endif
