/* SPDX-License-Identifier: MIT */
/*
 * How the programs read a hypervisor's files: Firecracker's metrics from FIFOs and files, and answers about a balloon. The time
 * is the test's own, so that a test of hours takes no time. Each test stands for a peer that is unlucky or hostile.
 */
#define _GNU_SOURCE
#include "../../examples/tools/common/collect/hypervisor.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define SECOND INT64_C(1000000000)
#define MIB ((size_t)1 << 20)
/* When the lines begin. */
#define BASE UINT64_C(1795694400000)

static const char *test;
static int failures;

static void check(uint64_t number, uint64_t wanted, int line)
{
    if (number != wanted) {
        printf("%s, line %d: %lld is not %lld\n", test, line, (long long)number, (long long)wanted);
        failures++;
    }
}

#define CHECK(number, wanted) check((uint64_t)(number), (uint64_t)(wanted), __LINE__)
#define CHECK_REASON(reason, wanted) check_reason(reason, wanted, __LINE__)

static void check_reason(const char *reason, const char *wanted, int line)
{
    if (reason == NULL || strcmp(reason, wanted) != 0) {
        printf("%s, line %d: '%s' is not '%s'\n", test, line, reason == NULL ? "" : reason, wanted);
        failures++;
    }
}

static void must(bool done, const char *what)
{
    if (!done) {
        printf("%s: %s: %s\n", test, what, strerror(errno));
        exit(1);
    }
}

/* ---- What the peer does ---- */

static int open_to_write(const char *path)
{
    int fd = open(path, O_WRONLY | O_CREAT | O_APPEND | O_NONBLOCK | O_CLOEXEC, 0600);

    must(fd >= 0, path);
    return fd;
}

static bool put(int fd, const char *text)
{
    return write(fd, text, strlen(text)) == (ssize_t)strlen(text);
}

static void append(const char *path, const char *text)
{
    int fd = open_to_write(path);

    must(put(fd, text), path);
    close(fd);
}

/* A line of the last `ms`, in which the guest received and sent `bytes` in `packets`. The string is used again. */
static const char *line_of(int64_t ms, uint64_t bytes, uint64_t packets, uint64_t missed)
{
    static char line[512];

    snprintf(
        line, sizeof line,
        "{\"utc_timestamp_ms\":%llu,\"logger\":{\"missed_metrics_count\":%llu},\"mmds\":{\"tx_bytes\":0,\"tx_frames\":"
        "0},"
        "\"net\":{\"rx_bytes_count\":%llu,\"rx_packets_count\":%llu,\"tx_bytes_count\":%llu,\"tx_packets_count\":%llu},"
        "\"block\":{\"read_bytes\":1,\"write_bytes\":2,\"read_count\":3,\"write_count\":4}}\n",
        (unsigned long long)BASE + (unsigned long long)ms, (unsigned long long)missed,
        (unsigned long long)bytes + 12 * (unsigned long long)packets, (unsigned long long)packets,
        (unsigned long long)bytes + 12 * (unsigned long long)packets, (unsigned long long)packets);
    return line;
}

static const char *simple_line(int64_t ms, uint64_t bytes)
{
    return line_of(ms, bytes, 1, 0);
}

/* ---- What is read ---- */

/* The bytes per second that the guest received by the lines that came until `seconds`; VMM_UNKNOWN without any. */
static uint64_t rate_at(struct metrics *metrics, double seconds)
{
    struct traffic traffic;

    metrics_read(metrics, (int64_t)(seconds * 1e9), &traffic);
    for (size_t i = 0; i < TRAFFIC_MEMBERS; i++)
        if (traffic.elapsed_ns == 0)
            CHECK(traffic.added[i], VMM_UNKNOWN);
    return traffic.elapsed_ns == 0 ? VMM_UNKNOWN
                                   : traffic.added[TRAFFIC_RX_BYTES] * 1000 / (uint64_t)(traffic.elapsed_ns / 1000000);
}

static struct metrics opened(const char *path)
{
    struct metrics metrics;

    metrics_open(&metrics, path);
    must(metrics.fd >= 0, path);
    return metrics;
}

static struct metrics new_file(void)
{
    unlink("file");
    close(open_to_write("file"));
    return opened("file");
}

/* The other end is for the peer. */
static struct metrics new_fifo(int *fd)
{
    struct metrics metrics;

    unlink("fifo");
    must(mkfifo("fifo", 0600) == 0, "fifo");
    metrics = opened("fifo");
    *fd = open_to_write("fifo");
    return metrics;
}

/* ---- The tests ---- */

/* A line of a capture. The string is used again. */
static const char *captured(const char *name, unsigned number)
{
    static char line[8192];
    char path[512];
    FILE *file;

    snprintf(path, sizeof path, VMM_TEST_DATA "/firecracker-metrics/firecracker-1.17-%s", name);
    file = fopen(path, "r");
    must(file != NULL, path);
    for (unsigned i = 0; i < number; i++)
        must(fgets(line, sizeof line, file) != NULL, path);
    fclose(file);
    return line;
}

/* Lines of a real machine: the TAP device counted 6,692 bytes each way in 24 packets. */
static void captured_lines(void)
{
    struct metrics metrics = new_file();
    struct traffic traffic;

    append("file", captured("plain", 1));
    CHECK(rate_at(&metrics, 2), VMM_UNKNOWN);
    append("file", captured("plain", 2));
    metrics_read(&metrics, 62 * SECOND, &traffic);
    CHECK(traffic.elapsed_ns, 60 * SECOND);
    CHECK(traffic.added[TRAFFIC_RX_BYTES], 6692);
    CHECK(traffic.added[TRAFFIC_TX_BYTES], 6692);
    CHECK(traffic.added[TRAFFIC_RX_PACKETS], 24);
    CHECK(traffic.added[TRAFFIC_TX_PACKETS], 24);
    CHECK(traffic.added[TRAFFIC_READ_BYTES], 3420160);
    metrics_close(&metrics);
    metrics = new_file();
    append("file", captured("jailed", 1));
    CHECK(rate_at(&metrics, 1), VMM_UNKNOWN);
    metrics_close(&metrics);
}

/* A real machine that was restored from a snapshot in a new process, which wrote a file of its own. */
static void restored_machine(void)
{
    struct metrics metrics = new_file();
    struct traffic traffic;

    append("file", captured("before-restore", 1));
    CHECK(rate_at(&metrics, 1), VMM_UNKNOWN);
    append("file", captured("before-restore", 2));
    metrics_read(&metrics, 38 * SECOND, &traffic);
    CHECK(traffic.elapsed_ns, 36417 * SECOND / 1000);
    CHECK(traffic.added[TRAFFIC_RX_BYTES], 6350 - 12 * 17);
    unlink("file");
    append("file", captured("restored", 1));
    CHECK(rate_at(&metrics, 61), VMM_UNKNOWN);
    append("file", captured("restored", 2));
    metrics_read(&metrics, 76 * SECOND, &traffic);
    CHECK(traffic.elapsed_ns, 15217 * SECOND / 1000);
    CHECK(traffic.added[TRAFFIC_RX_BYTES], 670 - 12 * 7);
    append("file", captured("restored", 3));
    metrics_read(&metrics, 121 * SECOND, &traffic);
    CHECK(traffic.added[TRAFFIC_RX_BYTES], 1098 - 12 * 11);
    CHECK(traffic.added[TRAFFIC_TX_BYTES], 1180 - 12 * 12);
    metrics_close(&metrics);
}

/* What the metadata service answers is received, but not from the TAP device. */
static void answers_of_the_metadata_service(void)
{
    struct metrics metrics = new_file();
    struct traffic traffic;

    append("file", simple_line(0, 9));
    CHECK(rate_at(&metrics, 1), VMM_UNKNOWN);
    append("file", "{\"utc_timestamp_ms\":1795694401000,\"mmds\":{\"tx_bytes\":500,\"tx_frames\":5},\"net\":{"
                   "\"rx_bytes_count\":1584,\"rx_packets_count\":7,\"tx_bytes_count\":112,\"tx_packets_count\":1}}\n");
    metrics_read(&metrics, 2 * SECOND, &traffic);
    CHECK(traffic.added[TRAFFIC_RX_BYTES], 1000);
    CHECK(traffic.added[TRAFFIC_RX_PACKETS], 2);
    CHECK(traffic.added[TRAFFIC_TX_BYTES], 100);
    CHECK(traffic.added[TRAFFIC_READ_BYTES], VMM_UNKNOWN);
    metrics_close(&metrics);
}

/* A piece of a line waits for the rest of it, and the first line only says when the second one's increments began. */
static void whole_lines_only(void)
{
    struct metrics metrics = new_file();
    char line[512], piece[51] = "";

    append("file", simple_line(0, 7777));
    CHECK(rate_at(&metrics, 1), VMM_UNKNOWN);
    CHECK(rate_at(&metrics, 2), VMM_UNKNOWN);
    append("file", simple_line(1500, 300));
    strcpy(line, simple_line(3000, 600));
    memcpy(piece, line, 50);
    append("file", piece);
    CHECK(rate_at(&metrics, 3), 200);
    append("file", line + 50);
    CHECK(rate_at(&metrics, 4), 400);
    CHECK(rate_at(&metrics, 5), VMM_UNKNOWN);
    metrics_close(&metrics);
}

/* A line that is bad takes its increments with it, and the next one only begins anew. */
static void bad_lines(void)
{
    static const char *const bad[] = {"no metrics\n", "{\"net\":{\"rx_bytes_count\":5}}\n", "\xff\n", "{}\n", "{\n"};
    struct metrics metrics = new_file();

    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        double now = 10 * (double)(i + 1);

        append("file", simple_line((int64_t)now * 1000, 1));
        CHECK(rate_at(&metrics, now), VMM_UNKNOWN);
        append("file", bad[i]);
        append("file", simple_line((int64_t)now * 1000 + 1000, 5000));
        CHECK(rate_at(&metrics, now + 1), VMM_UNKNOWN);
        append("file", simple_line((int64_t)now * 1000 + 3000, 400));
        CHECK(rate_at(&metrics, now + 3), 200);
        append("file", bad[i]);
        CHECK(rate_at(&metrics, now + 4), VMM_UNKNOWN);
    }
    metrics_close(&metrics);
}

/* Writes a line every 50 ms, with 5,000 bytes more, as Firecracker does: without waiting, and what did not fit is counted. */
static void write_lines(int fd, int64_t *ms, unsigned count, uint64_t *missed)
{
    static char line[4096];

    for (unsigned i = 0; i < count; i++) {
        *ms += 50;
        strcpy(line, line_of(*ms, 5000, 0, *missed));
        /* As long as a real line. */
        memset(line + strlen(line) - 1, ' ', sizeof line);
        strcpy(line + 3700, "\n");
        *missed = put(fd, line) ? 0 : *missed + 1;
    }
}

/* A FIFO that was full: 100,000 bytes a second are true, and all others are wrong. */
static void lines_that_firecracker_could_not_write(void)
{
    int64_t ms = 0;
    uint64_t missed = 0;
    unsigned unknown = 0, right = 0;
    int fd;
    struct metrics metrics = new_fifo(&fd);

    for (unsigned i = 0; i < 20; i++) {
        bool is_slow = i < 10;
        uint64_t rate;

        write_lines(fd, &ms, is_slow ? 60 : 10, &missed);
        rate = rate_at(&metrics, (double)ms / 1000);
        unknown += rate == VMM_UNKNOWN;
        right += rate == 100000;
        CHECK(rate == VMM_UNKNOWN || rate == 100000, 1);
    }
    CHECK(missed, 0);
    /* The first sample is right but for its end. In the first one after the slow ones a line says what was missed before. */
    CHECK(right, 10);
    CHECK(unknown, 10);
    close(fd);
    metrics_close(&metrics);
}

/* logrotate's copytruncate: what was written before and not read is lost, and 811 bytes a second were never there. */
static void truncated_file(void)
{
    struct metrics metrics = new_file();
    int64_t ms = 0;

    for (unsigned i = 0; i < 30; i++, ms += 400) {
        uint64_t rate;

        append("file", simple_line(ms, 2000));
        rate = rate_at(&metrics, (double)ms / 1000);
        CHECK(rate, i == 0 || i == 11 || i == 21 ? VMM_UNKNOWN : 5000);
        /* Once between two lines, once with a line that is not read. */
        if (i == 20)
            append("file", simple_line(ms + 100, 500));
        if (i == 10 || i == 20)
            must(truncate("file", 0) == 0, "file");
    }
    metrics_close(&metrics);
}

static void replaced_file(void)
{
    struct metrics metrics = new_file();
    int64_t ms = 0;

    for (unsigned i = 0; i < 30; i++, ms += 400) {
        append("file", simple_line(ms, 2000));
        CHECK(rate_at(&metrics, (double)ms / 1000), i == 0 || i == 11 ? VMM_UNKNOWN : 5000);
        if (i == 10)
            must(rename("file", "old") == 0, "file");
    }
    /* While there is none, the old one is read on. */
    must(rename("file", "old") == 0, "file");
    append("old", simple_line(ms, 2000));
    CHECK(rate_at(&metrics, (double)ms / 1000), 5000);
    must(mkdir("file", 0700) == 0, "file");
    append("old", simple_line(ms + 400, 2000));
    CHECK(rate_at(&metrics, (double)ms / 1000 + 0.4), 5000);
    CHECK_REASON(metrics.reason, "is a directory");
    rmdir("file");
    metrics_close(&metrics);
}

/* More than 4 MiB at once, in a file: the rest of it is passed over. */
static void long_file(void)
{
    struct metrics metrics = new_file();
    static char text[5 * MIB];
    int64_t ms = 0;

    for (size_t length = 0; length < sizeof text - 512; ms += 1000)
        length += strlen(strcpy(text + length, simple_line(ms, 1000)));
    CHECK(rate_at(&metrics, 1), VMM_UNKNOWN);
    append("file", text);
    CHECK(rate_at(&metrics, 2), VMM_UNKNOWN);
    append("file", simple_line(ms, 1000));
    CHECK(rate_at(&metrics, 3), VMM_UNKNOWN);
    append("file", simple_line(ms + 1000, 7000));
    CHECK(rate_at(&metrics, 4), 7000);
    CHECK(metrics.capacity < 4 * MIB, 1);
    metrics_close(&metrics);
}

/* A line without an end is no line, and its tail is none although it looks like one. */
static void long_line(void)
{
    struct metrics metrics = new_file();
    static char text[3 * MIB];

    append("file", simple_line(0, 1));
    CHECK(rate_at(&metrics, 1), VMM_UNKNOWN);
    memset(text, 'x', sizeof text - 1);
    append("file", text);
    CHECK(rate_at(&metrics, 2), VMM_UNKNOWN);
    CHECK(metrics.capacity < 2 * MIB, 1);
    append("file", simple_line(1000, 5000));
    append("file", simple_line(2000, 600));
    CHECK(rate_at(&metrics, 3), VMM_UNKNOWN);
    append("file", simple_line(3000, 700));
    CHECK(rate_at(&metrics, 4), 700);
    metrics_close(&metrics);
}

/* Two writers that are faster than the reader: a sample ends all the same. */
static void flood(void)
{
    int fd, fast;
    struct metrics metrics = new_fifo(&fd);
    pid_t writers[2];
    int64_t ms = 0;

    fast = open("fifo", O_WRONLY | O_CLOEXEC);
    must(fast >= 0 && fcntl(fast, F_SETPIPE_SZ, MIB) > 0, "fifo");
    for (unsigned i = 0; i < 2; i++) {
        writers[i] = fork();
        if (writers[i] == 0) {
            static char text[65536];

            /* It ends with the test, whatever becomes of it. */
            prctl(PR_SET_PDEATHSIG, SIGKILL);
            for (size_t k = 0; k < sizeof text; k++)
                text[k] = k % 2 == 0 ? 'x' : '\n';
            while (write(fast, text, sizeof text) > 0)
                continue;
            _exit(0);
        }
    }
    for (unsigned i = 0; i < 5; i++)
        CHECK(rate_at(&metrics, i), VMM_UNKNOWN);
    for (unsigned i = 0; i < 2; i++) {
        kill(writers[i], SIGKILL);
        waitpid(writers[i], NULL, 0);
    }
    close(fast);
    CHECK(metrics.capacity < 4 * MIB, 1);
    CHECK(rate_at(&metrics, 6), VMM_UNKNOWN);
    /* The writer may have died inside a line. */
    must(put(fd, "\n"), "fifo");
    for (unsigned i = 0; i < 5; i++, ms += 1000) {
        must(put(fd, simple_line(ms, 3000)), "fifo");
        CHECK(rate_at(&metrics, 7 + i), i == 0 ? VMM_UNKNOWN : 3000);
    }
    close(fd);
    metrics_close(&metrics);
}

/* The clock of the lines is set while the reader's goes on: the time between two lines is not known then. */
static void clock_that_is_set(void)
{
    static const int64_t steps[] = {3600000, 2500, -2500, -3600000};
    struct metrics metrics = new_file();
    double now = 100;
    int64_t ms = 100000000;

    append("file", simple_line(ms, 1));
    CHECK(rate_at(&metrics, now), VMM_UNKNOWN);
    for (size_t i = 0; i < sizeof steps / sizeof steps[0]; i++) {
        for (unsigned k = 0; k < 3; k++) {
            now += 1;
            CHECK(rate_at(&metrics, now), VMM_UNKNOWN);
        }
        now += 1;
        ms += 4000;
        append("file", simple_line(ms, 8000));
        CHECK(rate_at(&metrics, now), 2000);
        ms += steps[i];
        now += 1;
        CHECK(rate_at(&metrics, now), VMM_UNKNOWN);
        now += 1;
        ms += 2000;
        append("file", simple_line(ms, 4000));
        CHECK(rate_at(&metrics, now), VMM_UNKNOWN);
    }
    /* A reader that was stopped reads late, which is no step. */
    append("file", simple_line(ms + 1000, 2000));
    append("file", simple_line(ms + 2000, 2000));
    CHECK(rate_at(&metrics, now + 100), 2000);
    metrics_close(&metrics);
}

/* Lines that a file had before it was opened are about any time. */
static void lines_from_before(void)
{
    struct metrics metrics;

    unlink("file");
    append("file", simple_line(-3600000, 1));
    append("file", simple_line(0, 3600000));
    metrics = opened("file");
    CHECK(rate_at(&metrics, 1), 1000);
    append("file", simple_line(1000, 500));
    CHECK(rate_at(&metrics, 2), 500);
    metrics_close(&metrics);
}

static void metrics_that_are_no_file(void)
{
    struct metrics metrics;

    metrics_open(&metrics, "/dev/zero");
    CHECK_REASON(metrics.reason, "is a device, and not a file");
    CHECK(rate_at(&metrics, 1), VMM_UNKNOWN);
    metrics_close(&metrics);
    metrics_open(&metrics, ".");
    CHECK_REASON(metrics.reason, "is a directory");
    metrics_close(&metrics);
    metrics_open(&metrics, NULL);
    CHECK(metrics.reason == NULL, 1);
    CHECK(rate_at(&metrics, 1), VMM_UNKNOWN);
    metrics_close(&metrics);
    /* One that comes later is read then. */
    unlink("file");
    metrics_open(&metrics, "file");
    CHECK_REASON(metrics.reason, "No such file or directory");
    append("file", simple_line(0, 1));
    CHECK(rate_at(&metrics, 1), VMM_UNKNOWN);
    append("file", simple_line(1000, 900));
    CHECK(rate_at(&metrics, 2), 900);
    metrics_close(&metrics);
}

/* ---- Balloons ---- */

/* A file that is none is refused at once, and says what it is. */
static void balloon_that_is_no_file(void)
{
    static char text[2 * MIB];
    struct vmm_balloon balloon;

    unlink("fifo");
    must(mkfifo("fifo", 0600) == 0, "fifo");
    CHECK_REASON(balloon_read("fifo", &balloon), "is a FIFO, and not a regular file");
    CHECK(balloon.actual_bytes, VMM_UNKNOWN);
    CHECK_REASON(balloon_read("/dev/zero", &balloon), "is a device, and not a file");
    CHECK_REASON(balloon_read(".", &balloon), "is a directory");
    CHECK_REASON(balloon_read("none", &balloon), "No such file or directory");
    CHECK_REASON(balloon_read("file/none", &balloon), "Not a directory");
    CHECK(balloon_read(NULL, &balloon) == NULL, 1);
    unlink("file");
    append("file", "{\"actual_pages\":2}\n");
    memset(text, ' ', sizeof text - 1);
    text[MIB - 19] = '\0';
    append("file", text);
    CHECK(balloon_read("file", &balloon) == NULL, 1);
    CHECK(balloon.actual_bytes, 8192);
    append("file", " ");
    CHECK_REASON(balloon_read("file", &balloon), "is larger than 1 MiB");
    CHECK(balloon.actual_bytes, VMM_UNKNOWN);
}

/* One file may hold several answers. What is bad in it costs nothing else. */
static void several_answers(void)
{
    struct vmm_balloon balloon;

    unlink("file");
    append("file",
           "{\"return\":{\"actual\":134217728}}\nx\n{\"vcpu_count\":2,\"mem_size_mib\":256}\n{\"actual_pages\":");
    CHECK(balloon_read("file", &balloon) == NULL, 1);
    CHECK(balloon.logical_vm_size_bytes, 134217728);
    CHECK(balloon.vcpus, 2);
    CHECK(balloon.actual_bytes, VMM_UNKNOWN);
    /* Cloud Hypervisor as it answered, with a balloon of 16 MiB. */
    CHECK(balloon_read(VMM_TEST_DATA "/cloud-hypervisor-info/cloud-hypervisor-54-up", &balloon) == NULL, 1);
    CHECK(balloon.logical_vm_size_bytes, 251658240);
    CHECK(balloon.target_bytes, 16 * MIB);
}

int main(void)
{
    static const struct {
        const char *name;
        void (*run)(void);
    } tests[] = {
        {"captured lines", captured_lines},
        {"restored machine", restored_machine},
        {"answers of the metadata service", answers_of_the_metadata_service},
        {"whole lines only", whole_lines_only},
        {"bad lines", bad_lines},
        {"lines that Firecracker could not write", lines_that_firecracker_could_not_write},
        {"truncated file", truncated_file},
        {"replaced file", replaced_file},
        {"long file", long_file},
        {"long line", long_line},
        {"flood", flood},
        {"clock that is set", clock_that_is_set},
        {"lines from before", lines_from_before},
        {"metrics that are no file", metrics_that_are_no_file},
        {"balloon that is no file", balloon_that_is_no_file},
        {"several answers", several_answers},
    };
    char folder[] = "/tmp/vmmetrics-XXXXXX";

    must(mkdtemp(folder) != NULL && chdir(folder) == 0, folder);
    /* Nothing may wait: a test that does is ended. */
    alarm(60);
    for (size_t i = 0; i < sizeof tests / sizeof tests[0]; i++) {
        int before = failures;

        test = tests[i].name;
        tests[i].run();
        printf("%s: %s\n", failures == before ? "good" : "BAD", test);
    }
    unlink("file");
    unlink("fifo");
    unlink("old");
    rmdir(folder);
    return failures != 0;
}
