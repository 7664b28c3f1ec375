/* SPDX-License-Identifier: MIT */
/* The kernel's log about processes that were killed for want of memory. */
#include <string.h>

#include "examples.h"

#define AT(member) offsetof(struct vmm_oom_kill, member)

enum { ROOM = sizeof(((struct vmm_oom_kill *)NULL)->task) };

/* The place after a word at `at`; NOWHERE if it is not there. */
static size_t after(const char *bytes, size_t length, size_t at, const char *word)
{
    return ref_same(bytes, length, at, word) ? at + strlen(word) : NOWHERE;
}

/* The place after a number and a byte; NOWHERE for anything else. */
static size_t after_number(const char *bytes, size_t length, size_t at, char delimiter, uint64_t *value)
{
    return ref_number(bytes, length, &at, value) && at < length && bytes[at] == delimiter ? at + 1 : NOWHERE;
}

struct prefix {
    size_t message;
    uint64_t sequence, time;
    bool has_escapes;
};

/* The place after `[...] `; NOWHERE if there is none. */
static size_t after_brackets(const char *bytes, size_t length, size_t at)
{
    if (at == length || bytes[at] != '[')
        return NOWHERE;
    while (at < length && bytes[at] != ']' && bytes[at] != '\n')
        at++;
    return ref_same(bytes, length, at, "][") ? at + 1 : after(bytes, length, at, "] ");
}

static struct prefix prefix_of(const char *bytes, size_t length, size_t line)
{
    struct prefix prefix = {line, VMM_UNKNOWN, VMM_UNKNOWN, false};
    uint64_t numbers[3];
    size_t at = line, end;

    for (int i = 0; i < 3 && at != NOWHERE; i++)
        at = after_number(bytes, length, at, ',', &numbers[i]);
    while (at != NOWHERE && at < length && bytes[at] != ';' && bytes[at] != '\n')
        at++;
    if (at != NOWHERE && at < length && bytes[at] == ';')
        return (struct prefix){at + 1, numbers[1], numbers[2], true};
    end = after_brackets(bytes, length, line);
    if (end == NOWHERE)
        return prefix;
    at = after_number(bytes, length, ref_skip_blanks(bytes, length, line + 1), '.', &numbers[0]);
    if (at != NOWHERE && after_number(bytes, length, at, ']', &numbers[1]) == at + 7 &&
        numbers[0] < UINT64_MAX / 10000000)
        prefix.time = numbers[0] * 1000000 + numbers[1];
    prefix.message = end;
    end = after_brackets(bytes, length, end);
    if (end != NOWHERE)
        prefix.message = end;
    return prefix;
}

static int hex(char c)
{
    const char *digits = "0123456789abcdef", *found = c == '\0' ? NULL : strchr(digits, c);

    return found == NULL ? -1 : (int)(found - digits);
}

/* A name of the text. It is unknown where it does not fit. */
static void store_name(const char *bytes, size_t from, size_t to, bool has_escapes, void *out, size_t size)
{
    char name[ROOM] = "";
    size_t length = 0;

    for (; from < to; from++) {
        char c = bytes[from];

        if (length == ROOM - 1)
            return;
        if (has_escapes && to - from >= 4 && c == '\\' && bytes[from + 1] == 'x' && hex(bytes[from + 2]) >= 0 &&
            hex(bytes[from + 3]) >= 0) {
            c = (char)(unsigned char)(hex(bytes[from + 2]) * 16 + hex(bytes[from + 3]));
            from += 3;
        }
        if (c == '\0')
            return;
        name[length++] = c;
    }
    if (AT(task) + ROOM <= size)
        memcpy((char *)out + AT(task), name, ROOM);
}

/* How often a word is in [from, to), and the last place of it. */
static unsigned count(const char *bytes, size_t from, size_t to, const char *word, size_t *last)
{
    unsigned found = 0;

    for (; from < to; from++)
        if (after(bytes, to, from, word) != NOWHERE) {
            *last = from;
            found++;
        }
    return found;
}

/* Whether a number fills [from, to), and the wrong byte if not. */
static bool whole_number(const char *bytes, size_t length, size_t from, size_t to, uint64_t *value, size_t *error)
{
    *error = from;
    if (!ref_number(bytes, length, error, value))
        return false;
    return *error == to;
}

static struct outcome expect_chosen(const char *bytes, size_t length, size_t at, bool has_escapes, void *out,
                                    size_t size)
{
    static const char *const constraints[] = {"NONE,", "CPUSET,", "MEMORY_POLICY,", "MEMCG,"};
    size_t end = at, uid = 0, pid = 0, task = 0, task_memcg = 0, oom_memcg = 0, error, none;
    uint64_t value;
    bool negative, of_name;

    for (unsigned i = 0; i < 4; i++)
        if (ref_same(bytes, length, at, constraints[i]))
            ref_store(out, size, AT(constraint), i + 1);
    while (end < length && bytes[end] != '\n')
        end++;
    if (end == length || count(bytes, at, end, ",uid=", &uid) == 0 || count(bytes, at, uid, ",pid=", &pid) == 0 ||
        count(bytes, at, end, ",task=", &task) == 0)
        return ref_error(bytes, length, end);
    if (!whole_number(bytes, length, pid + 5, uid, &value, &error))
        return ref_error(bytes, length, error);
    /* All of it may be the first part of a name that has a newline. */
    of_name = !has_escapes && end - task - 6 <= 14;
    ref_store(out, size, AT(pid), of_name ? VMM_UNKNOWN : value);
    negative = bytes[uid + 5] == '-';
    if (!whole_number(bytes, length, uid + 5 + negative, end, &value, &error))
        return ref_error(bytes, length, error);
    if (negative)
        value = value != 0 && value <= (uint64_t)1 << 31 ? ((uint64_t)1 << 32) - value : VMM_UNKNOWN;
    ref_store(out, size, AT(uid), of_name ? VMM_UNKNOWN : value);
    if (count(bytes, at, end, ",task=", &task) == 1 && !of_name && task + 6 <= pid) {
        unsigned limits = count(bytes, at, end, ",oom_memcg=", &oom_memcg);

        store_name(bytes, task + 6, pid, has_escapes, out, size);
        if (count(bytes, at, end, ",task_memcg=", &task_memcg) == 1 && task_memcg + 12 <= task &&
            limits + count(bytes, at, end, ",global_oom", &none) == 1) {
            ref_store(out, size, AT(task_memcg_distance), end + 1 - task_memcg - 12);
            ref_store(out, size, AT(task_memcg_length), task - task_memcg - 12);
            if (limits == 1 && oom_memcg + 11 <= task_memcg) {
                ref_store(out, size, AT(oom_memcg_distance), end + 1 - oom_memcg - 11);
                ref_store(out, size, AT(oom_memcg_length), task_memcg - oom_memcg - 11);
            }
        }
    }
    return (struct outcome){VMM_OK, end + 1, NOWHERE};
}

static const struct {
    const char *name;
    size_t offset;
} sizes[] = {
    {"total-vm:", AT(total_vm_bytes)},
    {"vsz:", AT(total_vm_bytes)},
    {"anon-rss:", AT(anon_rss_bytes)},
    {"file-rss:", AT(file_rss_bytes)},
    {"shmem-rss:", AT(shmem_rss_bytes)},
    {"pgtables:", AT(pgtables_bytes)},
    {"UID:", AT(uid)},
    {"oom_score_adj:", AT(oom_score_adj)},
};

static struct outcome expect_killed(const char *bytes, size_t length, size_t at, bool has_escapes, void *out,
                                    size_t size)
{
    size_t end = at, name, name_end = NOWHERE;
    uint64_t value;

    if (!ref_number(bytes, length, &at, &value))
        return ref_error(bytes, length, at);
    ref_store(out, size, AT(pid), value);
    for (const char *wanted = " ("; *wanted != '\0'; wanted++, at++)
        if (at == length || bytes[at] != *wanted)
            return ref_error(bytes, length, at);
    for (name = end = at; end < length && bytes[end] != '\n'; end++)
        if (ref_same(bytes, length, end, ") total-vm:") || ref_same(bytes, length, end, ") vsz:"))
            name_end = end;
    if (end == length || name_end == NOWHERE || (!has_escapes && end - name_end <= 14))
        return ref_error(bytes, length, end);
    store_name(bytes, name, name_end, has_escapes, out, size);
    for (at = name_end; at < end;) {
        size_t i = 0;
        bool negative, is_size;
        double number;

        while (i < sizeof sizes / sizeof sizes[0] && !ref_same(bytes, length, at, sizes[i].name))
            i++;
        if (i == sizeof sizes / sizeof sizes[0]) {
            at++;
            continue;
        }
        at += strlen(sizes[i].name);
        is_size = sizes[i].offset != AT(uid) && sizes[i].offset != AT(oom_score_adj);
        negative = sizes[i].offset == AT(oom_score_adj) && bytes[at] == '-';
        if (negative && !(bytes[++at] >= '0' && bytes[at] <= '9'))
            return ref_error(bytes, length, at);
        if (!ref_number(bytes, length, &at, &value))
            return ref_error(bytes, length, at);
        for (const char *wanted = is_size ? "kB" : ""; *wanted != '\0'; wanted++, at++)
            if (at == length || bytes[at] != *wanted)
                return ref_error(bytes, length, at);
        if (is_size)
            value = ref_times(value, 1024);
        if (sizes[i].offset == AT(oom_score_adj) && value != VMM_UNKNOWN) {
            number = negative ? -(double)value : (double)value;
            memcpy(&value, &number, sizeof value);
        }
        ref_store(out, size, sizes[i].offset,
                  is_size && value != VMM_UNKNOWN && value >> 63 != 0 ? VMM_UNKNOWN : value);
    }
    return (struct outcome){VMM_OK, end + 1, NOWHERE};
}

static struct outcome expect(const char *bytes, size_t length, size_t at, void *out, size_t size)
{
    static const char *const reasons[] = {
        "Memory cgroup out of memory: ", "Out of memory: ", "Out of memory (oom_kill_allocating_task): ", ""};
    while (at < length) {
        const struct prefix prefix = prefix_of(bytes, length, at);
        size_t chosen = after(bytes, length, prefix.message, "oom-kill:constraint=CONSTRAINT_"), killed = NOWHERE;
        unsigned reason = 0;

        for (; reason < 4 && killed == NOWHERE; reason++)
            if (ref_same(bytes, length, prefix.message, reasons[reason]))
                killed = after(bytes, length, prefix.message + strlen(reasons[reason]), "Killed process ");
        if (chosen != NOWHERE || killed != NOWHERE) {
            ref_store(out, size, AT(line), chosen != NOWHERE ? 1 : 2);
            ref_store(out, size, AT(sequence), prefix.sequence);
            ref_store(out, size, AT(time_usec), prefix.time);
            if (chosen != NOWHERE)
                return expect_chosen(bytes, length, chosen, prefix.has_escapes, out, size);
            if (reason == 1)
                ref_store(out, size, AT(constraint), VMM_OOM_CONSTRAINT_MEMCG);
            return expect_killed(bytes, length, killed, prefix.has_escapes, out, size);
        }
        at = ref_next_line(bytes, length, at);
        if (bytes[at - 1] != '\n')
            return ref_error(bytes, length, length);
    }
    return (struct outcome){VMM_END, length, NOWHERE};
}

#define CHOSEN                                                                                                         \
    "oom-kill:constraint=CONSTRAINT_MEMCG,nodemask=(null),cpuset=vm,mems_allowed=0,oom_memcg=/vm,task_memcg=/vm/a,"
#define KILLED "Memory cgroup out of memory: Killed process 42 (python3) total-vm:1kB, anon-rss:2kB, file-rss:3kB, "

static const struct example examples[] = {
    GOOD(CHOSEN "task=python3,pid=42,uid=0\n"),
    GOOD(KILLED "shmem-rss:4kB, UID:1000 pgtables:5kB oom_score_adj:-6\n"),
    GOOD("6,1234,5678901,-;" CHOSEN "task=a\\x0ab\\x5c\\x4,pid=42,uid=-2\n SUBSYSTEM=x\n"),
    GOOD("[   12.345678] " CHOSEN "task=a,pid=42,uid=0\n[   12.4] x\n"),
    GOOD("[   12.345678][ T9694] Killed process 4 (a) vsz:1kB, anon-rss:2kB, file-rss:3kB\n"),
    GOOD("[Fri May 15 17:19:17 2026] Out of memory: Killed process 4 (a) total-vm:1kB, anon-rss:2kB\n"),
    /* Names that look like the end of the line. */
    GOOD(CHOSEN "task=,pid=1,uid=0,pid=42,uid=7\n"),
    GOOD(CHOSEN "task=a,task=b,pid=42,uid=7\n"),
    GOOD("Killed process 42 (x) total-vm:9kB) total-vm:1kB, anon-rss:2kB\n"),
    GOOD("oom-kill:constraint=CONSTRAINT_OTHER,global_oom,task_memcg=/,oom_memcg=/x,task=abc,pid=42,uid=7\n"),
    /* The first lines of names with a newline: ",pid=1,uid=0\n" and ") total-vm:9kB\n". */
    GOOD(CHOSEN "task=,pid=1,uid=0\n"),
    REFUSED("Killed process 42 () total-vm:9kB\n", 33),
    END(""),
    END("\n"),
    END("6,1,2,-;x oom-kill:constraint=CONSTRAINT_MEMCG,pid=1,uid=1\n"),
    END("oom-kill:constraint=,pid=1,uid=1\n"),
    CUT("oom"),
    CUT(CHOSEN "task=a,pid=42,uid=7"),
    CUT("Killed process "),
    CUT("Killed process 42 (a"),
    CUT("Killed process 42 (a) total-vm:1"),
    REFUSED("oom-kill:constraint=CONSTRAINT_NONE\n", 35),
    REFUSED("oom-kill:constraint=CONSTRAINT_NONE,uid=7\n", 41),
    REFUSED("oom-kill:constraint=CONSTRAINT_NONE,pid=1,uid=7\n", 47),
    REFUSED("oom-kill:constraint=CONSTRAINT_NONE,task=abcdefg,pid=x,uid=7\n", 53),
    REFUSED("oom-kill:constraint=CONSTRAINT_NONE,task=abcdefg,pid=1x,uid=7\n", 54),
    REFUSED("oom-kill:constraint=CONSTRAINT_NONE,task=abcdefg,pid=1,uid=7 \n", 60),
    REFUSED("Killed process x\n", 15),
    REFUSED("Killed process 42 \n", 18),
    REFUSED("Killed process 42 (a)\n", 21),
    REFUSED("Killed process 42 (a) total-vm:1, anon\n", 32),
    REFUSED("Killed process 42 (a) total-vm:x, anon\n", 31),
    REFUSED("Killed process 42 (a) total-vm:1kB oom_score_adj:--1\n", 50),
    NO_MORE_EXAMPLES,
};
static const struct piece usual[] = {
    PIECE("6,12,345,-;oom-kill:constraint=CONSTRAINT_NONE,global_oom,task_memcg=/a,task=b,pid=42,uid=1\n"),
    PIECE("[ 1.234567] Out of memory: Killed process 4 (a) total-vm:1kB, UID:2 oom_score_adj:-3\n"), NO_MORE_TEXTS};

static const char *const unknown[] = {"x\n", "6,1,2,-;x\n", "[    0.000000] x\n", "Killed by 5\n", "\n", NULL};

static const struct format oom_kill_format = {
    .name = "oom_kill",
    .kind = ROWS,
    .parse = library_oom_kill_next,
    .reference = expect,
    .record_id = VMM_RECORD_OOM_KILL,
    .bytes = sizeof(struct vmm_oom_kill),
    .samples = "kmsg",
    .examples = examples,
    .usual = usual,
    .unknown = unknown,
    .span_lines = true,
    .seldom_good = true,
};

const struct group oom_kill_group = {"oom_kill", &oom_kill_format, 1, false, 0};
