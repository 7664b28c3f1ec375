/* SPDX-License-Identifier: MIT */
/*
 * Fake virtual machines. Each is a process that is called firecracker, with threads that are called like virtual CPUs, a
 * TAP, and cgroups. It sends the same number of frames in each half of a second.
 *
 * Orders are lines of standard input, and each gets a line as its answer:
 *
 *     start NAME TAP VCPUS FRAMES [CGROUP]...    the number of the process
 *     end PID                                    `ended`, when the process and its TAP are gone
 *
 * All machines end with this program.
 */
#define _GNU_SOURCE
#include <fcntl.h>
#include <limits.h>
#include <net/if.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/* As in <linux/if_tun.h>, which is not everywhere. */
#define SET_INTERFACE _IOW('T', 202, int)
enum { IS_TAP = 0x0002, WITHOUT_HEADER = 0x1000 };

enum { MOST_WORDS = 32, FRAME_BYTES = 1000, STEP_NS = 500000000 };

static void need(int good, const char *what)
{
    if (good)
        return;
    perror(what);
    _exit(EXIT_FAILURE);
}

static void *vcpu(void *number)
{
    char name[16];

    snprintf(name, sizeof name, "fc_vcpu %d", *(const int *)number);
    prctl(PR_SET_NAME, name);
    for (;;)
        pause();
    return NULL;
}

static int open_tap(const char *name)
{
    struct ifreq request = {.ifr_flags = IS_TAP | WITHOUT_HEADER};
    int tap = open("/dev/net/tun", O_RDWR | O_NONBLOCK), any = socket(AF_INET, SOCK_DGRAM, 0);

    snprintf(request.ifr_name, sizeof request.ifr_name, "%s", name);
    need(tap >= 0 && ioctl(tap, SET_INTERFACE, &request) == 0, name);
    request.ifr_flags = IFF_UP;
    need(ioctl(any, SIOCSIFFLAGS, &request) == 0, name);
    close(any);
    return tap;
}

static void join_cgroup(const char *directory)
{
    char path[PATH_MAX];
    int procs;

    snprintf(path, sizeof path, "%s/cgroup.procs", directory);
    procs = open(path, O_WRONLY);
    need(procs >= 0 && write(procs, "0", 1) == 1, directory);
    close(procs);
}

/* machine --id NAME TAP VCPUS FRAMES [CGROUP]... */
static void be_machine(char **words)
{
    static char frame[FRAME_BYTES] = {'\xff', '\xff', '\xff', '\xff', '\xff', '\xff', 2, 0, 0, 0, 0, 1, '\x88', '\xb5'};
    static int numbers[64];
    int vcpus = atoi(words[4]), frames = atoi(words[5]), tap;
    struct timespec next;
    pthread_attr_t small;

    prctl(PR_SET_PDEATHSIG, SIGKILL);
    prctl(PR_SET_NAME, "firecracker");
    for (char **directory = words + 6; *directory != NULL; directory++)
        join_cgroup(*directory);
    tap = strcmp(words[3], "-") == 0 ? -1 : open_tap(words[3]);
    pthread_attr_init(&small);
    pthread_attr_setstacksize(&small, 65536);
    need(vcpus <= (int)(sizeof numbers / sizeof numbers[0]), "virtual CPUs");
    for (int i = 0; i < vcpus; i++) {
        pthread_t thread;

        numbers[i] = i;
        need(pthread_create(&thread, &small, vcpu, &numbers[i]) == 0, "thread");
    }
    need(write(STDOUT_FILENO, "", 1) == 1, "answer");
    close(STDOUT_FILENO);
    clock_gettime(CLOCK_MONOTONIC, &next);
    for (;;) {
        next.tv_nsec += STEP_NS;
        next.tv_sec += next.tv_nsec / 1000000000;
        next.tv_nsec %= 1000000000;
        clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &next, NULL);
        for (int i = 0; tap >= 0 && i < frames; i++)
            need(write(tap, frame, sizeof frame) == (ssize_t)sizeof frame, "frame");
    }
}

/* Gives the number of the process when the machine is complete. */
static pid_t start(char **words)
{
    int ready[2];
    pid_t pid;
    char byte;

    need(pipe2(ready, O_CLOEXEC) == 0, "pipe");
    pid = fork();
    need(pid >= 0, "fork");
    if (pid == 0) {
        need(dup2(ready[1], STDOUT_FILENO) == STDOUT_FILENO, "dup2");
        execv("/proc/self/exe", words);
        need(0, "exec");
    }
    close(ready[1]);
    if (read(ready[0], &byte, 1) != 1) {
        waitpid(pid, NULL, 0);
        pid = -1;
    }
    close(ready[0]);
    return pid;
}

int main(int argc, char **argv)
{
    char line[8192];

    if (argc > 5 && strcmp(argv[1], "--id") == 0)
        be_machine(argv);
    while (fgets(line, sizeof line, stdin) != NULL) {
        static char program[] = "firecracker", option[] = "--id";
        char *words[MOST_WORDS + 3] = {program, option};
        size_t count = 2;

        line[strcspn(line, "\n")] = '\0';
        for (char *word = strtok(line, " "); word != NULL && count < MOST_WORDS + 2; word = strtok(NULL, " "))
            words[count++] = word;
        if (count > 3 && strcmp(words[2], "start") == 0) {
            memmove(words + 2, words + 3, (count - 2) * sizeof words[0]);
            printf("%d\n", (int)start(words));
        } else if (count > 3 && strcmp(words[2], "end") == 0) {
            kill(atoi(words[3]), SIGKILL);
            waitpid(atoi(words[3]), NULL, 0);
            puts("ended");
        }
        fflush(stdout);
    }
    return EXIT_SUCCESS;
}
