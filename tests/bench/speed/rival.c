/* SPDX-License-Identifier: MIT */
/*
 * This library beside another one: `rival_NAME [ROUNDS [WAKE-UPS [MILLISECONDS]]]`.
 *
 * On the same bytes: in a mount namespace of its own, a generated file lies over the one of /proc that the other library
 * opens, with other numbers in each round. What reading it costs is measured in the same round in the way that the other
 * library does it, without the library, and taken off. And whole samples of the real /proc, back to back and once a
 * wake-up, where this library reads the same files through descriptors that stay open.
 */
#define _GNU_SOURCE
#include "rival.h"

#include <fcntl.h>
#include <sched.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "formats.h"
#include "kept.h"
#include "measure.h"

enum { MOST_ROUNDS = 10000, MOST_FILES = 16, NO_NAMESPACE = 77 };

static double theirs[MOST_ROUNDS], ours[MOST_ROUNDS];
static char room[1 << 20];

/* ---- the same bytes ---- */

static bool write_text(const char *path, const char *text)
{
    int fd = open(path, O_WRONLY | O_CLOEXEC);
    bool fine = fd >= 0 && write(fd, text, strlen(text)) == (ssize_t)strlen(text);

    if (fd >= 0)
        close(fd);
    return fine;
}

/* A mount namespace of this process alone, for which one need not be root where the system lets everybody. */
static bool enter_namespace(void)
{
    char map[64];

    if (unshare(CLONE_NEWNS) != 0) {
        unsigned uid = getuid();

        snprintf(map, sizeof map, "%u %u 1", uid, uid);
        if (unshare(CLONE_NEWUSER | CLONE_NEWNS) != 0 || !write_text("/proc/self/uid_map", map))
            return false;
    }
    return mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) == 0 && mount("none", "/tmp", "tmpfs", 0, NULL) == 0;
}

/* What the other library does to get the bytes, and nothing more. */
static size_t read_as(const struct rival_part *part)
{
    static FILE *stream;
    static int fd = -1;
    size_t length = 0, got;
    ssize_t count;

    switch (part->reading) {
    case KEPT_STREAM:
        if (stream == NULL)
            stream = fopen(part->path, "r");
        if (stream == NULL)
            return 0;
        rewind(stream);
        while ((got = fread(room + length, 1, 8192, stream)) > 0)
            length += got;
        break;
    case KEPT_DESCRIPTOR:
        if (fd < 0)
            fd = open(part->path, O_RDONLY | O_CLOEXEC);
        lseek(fd, 0, SEEK_SET);
        count = read(fd, room, 8191);
        length = count > 0 ? (size_t)count : 0;
        break;
    case NEW_STREAM:
        stream = fopen(part->path, "r");
        if (stream == NULL)
            return 0;
        while ((got = fread(room + length, 1, 8192, stream)) > 0)
            length += got;
        fclose(stream);
        break;
    case NEW_DESCRIPTOR:
        fd = open(part->path, O_RDONLY | O_CLOEXEC);
        while ((count = read(fd, room + length, 8191)) > 0)
            length += (size_t)count;
        close(fd);
        break;
    }
    return length;
}

static const struct file *find_file(const char *name)
{
    for (size_t i = 0; i < file_count; i++)
        if (strcmp(files[i].name, name) == 0)
            return &files[i];
    abort();
}

/* Makes the file, and sees that both read it alike. */
static bool prepare(const struct rival_part *part, const struct file *file, int fd, struct buffer *buffer)
{
    struct output output = make_output(file->format, file->format->row_size == 0 ? 0 : file->rows + 8);
    bool fine;
    size_t rows;

    file->generate(buffer, file->rows);
    fine = ftruncate(fd, 0) == 0 && pwrite(fd, buffer->bytes, buffer->length, 0) == (ssize_t)buffer->length;
    rows = file->format->readers[LIBRARY](buffer->bytes, buffer->length, &output);
    fine = fine && rows != 0 && part->refresh() && part->agrees(&output, rows);
    if (!fine)
        fprintf(stderr, "%s and this library do not agree on %s\n", rival.name, part->file);
    free_output(&output);
    return fine;
}

/* Lays an empty file over one of /proc; -1 where that cannot be done. What is in /proc/net cannot be covered one by one. */
static int cover(const char *path)
{
    bool net = strncmp(path, "/proc/net/", 10) == 0;
    int fd;

    if (net && mount("none", "/proc/net", "tmpfs", 0, NULL) != 0)
        return -1;
    fd = open(net ? path : "/tmp/file", O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (fd >= 0 && !net && mount("/tmp/file", path, NULL, MS_BIND, NULL) != 0) {
        close(fd);
        return -1;
    }
    return fd;
}

static int measure_part(const struct rival_part *part, size_t rounds)
{
    const struct file *file = find_file(part->file);
    struct output output = make_output(file->format, 0);
    struct buffer buffer = {NULL, 0, 0};
    static double readings[MOST_ROUNDS];
    struct figures our, their, reading;
    int fd;

    if (!enter_namespace())
        return NO_NAMESPACE;
    fd = cover(part->path);
    if (fd < 0)
        return NO_NAMESPACE;
    /* Before it is opened by a library that makes room for what it finds. */
    generate_variant(0);
    file->generate(&buffer, file->rows);
    if (pwrite(fd, buffer.bytes, buffer.length, 0) != (ssize_t)buffer.length)
        return EXIT_FAILURE;
    rival.begin();
    for (size_t round = 0; round < rounds; round++) {
        double before;

        generate_variant(round + 1);
        if (!prepare(part, file, fd, &buffer))
            return EXIT_FAILURE;
        before = now_ns();
        read_as(part);
        readings[round] = now_ns() - before;
        before = now_ns();
        part->refresh();
        theirs[round] = now_ns() - before;
        if (read_as(part) != buffer.length)
            return EXIT_FAILURE;
        before = now_ns();
        file->format->readers[LIBRARY](room, buffer.length, &output);
        ours[round] = now_ns() - before - clock_ns();
    }
    reading = figures_of(readings, rounds);
    their = figures_of(theirs, rounds);
    our = figures_of(ours, rounds);
    printf("bytes\t%s\t%s\t%.0f\t%.0f\t%.0f\t%.0f\t%.0f\t%.0f\n", rival.name, part->file, reading.least, reading.median,
           their.least - reading.least, their.median - reading.median, our.least, our.median);
    return EXIT_SUCCESS;
}

/* In a process of its own, as there is no way back out of the namespace. */
static int measure_part_apart(const struct rival_part *part, size_t rounds)
{
    int status = 0;
    pid_t child;

    fflush(stdout);
    child = fork();
    if (child == 0) {
        int result = measure_part(part, rounds);

        fflush(stdout);
        _exit(result);
    }
    if (child < 0 || waitpid(child, &status, 0) != child || !WIFEXITED(status))
        return EXIT_FAILURE;
    return WEXITSTATUS(status);
}

/* ---- whole samples ---- */

static struct kept kept[MOST_FILES];

static bool take_our_sample(void)
{
    bool fine = true;

    for (size_t i = 0; i < rival.sample_count; i++)
        fine = kept_read(&kept[i]) && kept_parse(&kept[i]) && fine;
    return fine;
}

static bool take_sample(bool our_turn, double *ns)
{
    double before = now_ns();
    bool fine = our_turn ? take_our_sample() : rival.sample();

    *ns = now_ns() - before;
    return fine;
}

static bool measure_samples(const char *how, size_t rounds, double ms)
{
    struct figures our, their;

    for (size_t round = 0; round < rounds; round++) {
        for (unsigned turn = 0; turn < 2; turn++) {
            bool our_turn = (round + turn) % 2 == 0;

            if (ms > 0)
                sleep_cold(ms);
            if (!take_sample(our_turn, our_turn ? &ours[round] : &theirs[round])) {
                fprintf(stderr, "%s: a sample failed\n", rival.name);
                return false;
            }
        }
    }
    their = figures_of(theirs, rounds);
    our = figures_of(ours, rounds);
    printf("samples\t%s\t%s\t%zu\t%.0f\t%.0f\t%.0f\t%.0f\n", rival.name, how, rival.sample_count, their.least,
           their.median, our.least, our.median);
    return true;
}

int main(int argc, char **argv)
{
    size_t rounds = argument(argc, argv, 1, 301);
    size_t wake_ups = argument(argc, argv, 2, 41);
    double ms = (double)argument(argc, argv, 3, 20);

    if (rounds < 1 || rounds > MOST_ROUNDS || wake_ups < 1 || wake_ups > MOST_ROUNDS)
        return EXIT_FAILURE;
    for (size_t i = 0; i < rival.part_count; i++) {
        int result = measure_part_apart(&rival.parts[i], rounds);

        if (result == NO_NAMESPACE)
            fprintf(stderr, "%s: no mount namespace for %s here\n", rival.name, rival.parts[i].file);
        else if (result != EXIT_SUCCESS)
            return EXIT_FAILURE;
    }
    for (size_t i = 0; i < rival.sample_count; i++) {
        if (!kept_open(&kept[i], rival.sample_paths[i])) {
            fprintf(stderr, "%s cannot be opened\n", rival.sample_paths[i]);
            return EXIT_FAILURE;
        }
    }
    rival.begin();
    return measure_samples("hot", rounds, 0) && measure_samples("cold", wake_ups, ms) ? EXIT_SUCCESS : EXIT_FAILURE;
}
