/* SPDX-License-Identifier: MIT */
/* For MAP_ANONYMOUS. */
#define _GNU_SOURCE
#include "helper.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "../common/message.h"
#include "source.h"

/* Processes at most. All but one may wait for a file system; each costs the sample in which it begins HELPER_WAIT_MS. */
enum { PROCESSES = 16 };

/* A process that asks, in memory that it shares with this one. */
struct asking {
    /* 0 if there is none in this place. */
    pid_t pid;
    /* The path that it asks now; behind the last one if all are answered. */
    atomic_size_t path;
    /* Whether this program has given up waiting for its answer about a path. The process ends when it has the answer. */
    atomic_bool given_up;
    size_t unanswered;
};

static struct {
    /* Both are shared. */
    struct asking *processes;
    struct answer *answers;
    /* The one that is asked now; NULL if there is none. */
    struct asking *asked;
    bool root_is_local;
    sigset_t signals;
} helper;

/* Whether / is on a block device, by what the kernel knows without asking the file system. */
static bool is_on_a_device(void)
{
#ifdef SYS_statx
    /* struct statx, and AT_STATX_DONT_SYNC; not every C library has them. */
    struct {
        uint32_t other[34];
        uint32_t dev_major;
        uint32_t rest[64 - 35];
    } root;
    const int dont_sync = 0x4000;

    return syscall(SYS_statx, AT_FDCWD, "/", dont_sync, 0, &root) == 0 && root.dev_major != 0;
#else
    return false;
#endif
}

/* Whether a row of mountinfo is a file system that answers at once: one of a block device, or one of these. */
static bool is_local(const struct vmm_mount *mount)
{
    static const char types[][8] = {"rootfs", "tmpfs", "ramfs", "overlay", "btrfs", "zfs"};

    if (memcmp(mount->device.start, "0:", 2) != 0)
        return true;
    for (unsigned i = 0; i < sizeof types / sizeof types[0]; i++) {
        if (mount->type.length == strlen(types[i]) && memcmp(mount->type.start, types[i], mount->type.length) == 0)
            return true;
    }
    return false;
}

/* Whether / of this machine answers at once. The row of / is one of the first; reading it costs more than the other way. */
static bool find_root(const struct options *options)
{
    static const struct roots own = {NULL, NULL, NULL};
    static struct source mounts;
    struct vmm_mount mount;
    struct vmm_text text;
    vmm_status status;
    bool local = false;

    if (options->roots.root != NULL)
        return false;
    if (is_on_a_device())
        return true;
    source_init(&mounts, &own, "self/mountinfo", true);
    /* Without this file / is asked like any other. */
    mounts.complained = true;
    if (!source_read_start(&mounts, 4096, &text))
        return false;
    while ((status = vmm_mount_next(&text, &mount, sizeof mount)) != VMM_END) {
        if (status != VMM_OK || mount.mount_point.length != 1)
            continue;
        local = is_local(&mount);
        if (!local)
            break;
    }
    file_release(&mounts.file);
    return local;
}

static void begin(const struct options *options)
{
    size_t bytes = options->path_count * sizeof *helper.answers + PROCESSES * sizeof *helper.processes;
    void *memory = mmap(NULL, bytes, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);

    if (memory == MAP_FAILED)
        fail("paths", strerror(errno));
    helper.processes = memory;
    helper.answers = (struct answer *)(void *)(helper.processes + PROCESSES);
    helper.root_is_local = find_root(options);
}

static void answer(const struct options *options, size_t path)
{
    struct answer *to = &helper.answers[path];
    const char *root = options->roots.root, *name = options->paths[path];

    /* Only the formats of collectors print the path. */
    if (root == NULL && options->format < FORMAT_CLOUDWATCH)
        to->error = filesystem_read(name, &to->record);
    else
        to->error = filesystem_read_below(root, name, &to->record, to->real);
}

static bool is_direct(const struct options *options, size_t path)
{
    return helper.root_is_local && strcmp(options->paths[path], "/") == 0;
}

static bool is_waited_for(size_t path)
{
    for (unsigned i = 0; i < PROCESSES; i++) {
        const struct asking *process = &helper.processes[i];

        if (process->pid != 0 && atomic_load(&process->given_up) && process->unanswered == path)
            return true;
    }
    return false;
}

/* ---- The other process ---- */

/* Answers all paths from the one that is asked, whenever it is woken. */
__attribute__((noreturn)) static void serve(const struct options *options, struct asking *self, pid_t parent)
{
    /* Who reads the lines must see their end when this program has ended. */
    for (int fd = 0; fd <= 2; fd++)
        close(fd);
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    while (getppid() == parent) {
        size_t path = atomic_load(&self->path);

        for (; path < options->path_count && !atomic_load(&self->given_up); atomic_store(&self->path, ++path)) {
            if (!is_direct(options, path) && !is_waited_for(path))
                answer(options, path);
        }
        if (atomic_load(&self->given_up))
            break;
        kill(parent, SIGCHLD);
        sigwaitinfo(&helper.signals, NULL);
    }
    _exit(0);
}

/* Starts a process that asks from a path on. Returns 0 or an errno. */
static int start(const struct options *options, size_t path)
{
    struct asking *process = helper.processes;
    pid_t parent = getpid(), pid;

    while (process != helper.processes + PROCESSES && process->pid != 0)
        process++;
    if (process == helper.processes + PROCESSES)
        return EBUSY;
    sigemptyset(&helper.signals);
    sigaddset(&helper.signals, SIGCHLD);
    sigprocmask(SIG_BLOCK, &helper.signals, NULL);
    atomic_store(&process->given_up, false);
    atomic_store(&process->path, path);
    pid = fork();
    if (pid < 0)
        return errno;
    if (pid == 0)
        serve(options, process, parent);
    process->pid = pid;
    helper.asked = process;
    return 0;
}

/* ---- This process ---- */

/* Waits until all paths from the one that is asked are answered. Returns the path after the one that is given up. */
static size_t wait_for_answers(size_t count)
{
    const struct timespec wait = {0, HELPER_WAIT_MS * 1000000L / 2};
    struct asking *process = helper.asked;
    size_t before = (size_t)-1, path;
    unsigned waits = 0;

    /* Only the second wait without an answer counts: this machine may have been stopped in the first one. */
    while ((path = atomic_load(&process->path)) < count && waits < 2) {
        waits = path == before ? waits : 0;
        before = path;
        if (sigtimedwait(&helper.signals, NULL, &wait) < 0)
            waits += errno == EAGAIN ? 1 : 0;
        else if (waitpid(process->pid, NULL, WNOHANG) != 0)
            break;
    }
    if (path >= count)
        return count;
    process->unanswered = path;
    atomic_store(&process->given_up, true);
    helper.asked = NULL;
    return path + 1;
}

/* The processes that were given up have ended if they have their answers by now. */
static void forget_ended(void)
{
    for (unsigned i = 0; i < PROCESSES; i++) {
        struct asking *process = &helper.processes[i];

        if (process->pid != 0 && atomic_load(&process->given_up) && waitpid(process->pid, NULL, WNOHANG) != 0)
            process->pid = 0;
    }
}

static size_t next_to_ask(const struct options *options, size_t path)
{
    while (path < options->path_count && (is_direct(options, path) || is_waited_for(path)))
        path++;
    return path;
}

void helper_ask(const struct options *options)
{
    size_t count = options->path_count;

    if (helper.answers == NULL)
        begin(options);
    forget_ended();
    for (size_t i = 0; i < count; i++) {
        if (is_direct(options, i))
            answer(options, i);
    }
    for (size_t path = next_to_ask(options, 0); path < count; path = next_to_ask(options, path)) {
        int error = 0;

        if (helper.asked == NULL) {
            error = start(options, path);
        } else {
            atomic_store(&helper.asked->path, path);
            kill(helper.asked->pid, SIGCHLD);
        }
        if (error == 0) {
            path = wait_for_answers(count);
        } else {
            helper.answers[path].error = error;
            path++;
        }
    }
}

int helper_answer(size_t path, const struct answer **answer)
{
    /* The other process may be writing. */
    if (is_waited_for(path))
        return ETIMEDOUT;
    *answer = &helper.answers[path];
    return helper.answers[path].error;
}

void helper_end(void)
{
    for (unsigned i = 0; helper.processes != NULL && i < PROCESSES; i++) {
        const struct asking *process = &helper.processes[i];

        if (process->pid == 0)
            continue;
        kill(process->pid, SIGKILL);
        waitpid(process->pid, NULL, process == helper.asked ? 0 : WNOHANG);
    }
}
