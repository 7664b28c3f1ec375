/* SPDX-License-Identifier: MIT */
/*
 * The kernel's log: `oom-kill:constraint=CONSTRAINT_MEMCG,...,oom_memcg=/vm,task_memcg=/vm,task=python3,pid=42,uid=0`,
 * and `Memory cgroup out of memory: Killed process 42 (python3) total-vm:1kB, anon-rss:2kB`. A name may be any text, so
 * numbers are taken after the last name.
 */
#include "vmmetrics/oom_kill.h"

#include "../record/tables.h"

#define RECORD struct vmm_oom_kill

enum { NAME_ROOM = sizeof(((RECORD *)NULL)->task) };

/*
 * The most bytes that the kernel lets a process have in its name. Where bytes are not escaped, a newline in the name
 * ends the line, and what stands before it may look like the end of a line: fewer bytes than these.
 */
enum { LONGEST_COMM = 15 };

/* A word, as its length too. */
#define WORD_OF(word) word, sizeof(word) - 1

/* What stands before a message. */
struct log_prefix {
    uint64_t sequence;
    uint64_t time_usec;
    /* Whether bytes are escaped as \xNN, as in /dev/kmsg. */
    bool has_escapes;
};

/* Where a number and the byte after it end; NULL for anything else. */
VMM_ONCE static const char *after_number(const char *p, const char *end, char delimiter, uint64_t *value)
{
    const char *error;

    p = vmm_take_number(p, end, value, &error);
    return p != NULL && p != end && *p == delimiter ? p + 1 : NULL;
}

/* /dev/kmsg: `6,1234,5678901,-;`. NULL for anything else. */
static const char *after_kmsg_prefix(const char *p, const char *end, struct log_prefix *prefix)
{
    uint64_t priority, sequence, time_usec;

    p = after_number(p, end, ',', &priority);
    if (p == NULL)
        return NULL;
    p = after_number(p, end, ',', &sequence);
    if (p == NULL)
        return NULL;
    p = after_number(p, end, ',', &time_usec);
    if (p == NULL)
        return NULL;
    while (p != end && *p != '\n') {
        if (*p == ';') {
            prefix->sequence = sequence;
            prefix->time_usec = time_usec;
            prefix->has_escapes = true;
            return p + 1;
        }
        p++;
    }
    return NULL;
}

/* dmesg: `[   12.345678] `, or any other text in brackets. NULL for anything else. */
VMM_ONCE static const char *after_brackets(const char *p, const char *end, uint64_t *time_usec)
{
    const char *fraction, *after;
    uint64_t seconds, usec;

    if (p == end || *p != '[')
        return NULL;
    fraction = after_number(vmm_skip_blanks(p + 1, end), end, '.', &seconds);
    if (fraction != NULL) {
        after = after_number(fraction, end, ']', &usec);
        if (after != NULL && after - fraction == 7 && seconds < UINT64_MAX / 10000000)
            *time_usec = seconds * 1000000 + usec;
    }
    while (p != end && *p != '\n') {
        if (*p == ']') {
            after = vmm_after_word(p, end, WORD_OF("] "));
            /* Other brackets follow. */
            return after != NULL || vmm_after_word(p, end, WORD_OF("][")) == NULL ? after : p + 1;
        }
        p++;
    }
    return NULL;
}

/* Where the message of the line at p begins. */
static const char *take_prefix(const char *p, const char *end, struct log_prefix *prefix)
{
    uint64_t none;
    const char *after = after_kmsg_prefix(p, end, prefix);

    if (after != NULL)
        return after;
    after = after_brackets(p, end, &prefix->time_usec);
    if (after == NULL)
        return p;
    p = after;
    /* The thread that wrote the message: `[ T123] `. */
    after = after_brackets(p, end, &none);
    return after == NULL ? p : after;
}

static unsigned hex_of(char c)
{
    if (vmm_is_digit(c))
        return (unsigned)(c - '0');
    return c >= 'a' && c <= 'f' ? (unsigned)(c - 'a') + 10 : 16;
}

/* Copies the name from p to `name_end`, which is before `end`; nothing if it does not fit. `name` is all zeros. */
VMM_ONCE static void copy_task(const char *p, const char *name_end, const char *end, bool has_escapes,
                               char name[NAME_ROOM])
{
    unsigned length = 0;

    while (p != name_end && p != end && length < NAME_ROOM - 1) {
        char c = *p++;
        const char *q = p;
        unsigned digits[2] = {16, 16};

        if (has_escapes && c == '\\' && q != name_end && q != end && *q == 'x') {
            q++;
            for (unsigned i = 0; i < 2 && q != name_end && q != end; i++)
                digits[i] = hex_of(*q++);
        }
        if (digits[0] < 16 && digits[1] < 16) {
            c = (char)(unsigned char)(digits[0] << 4 | digits[1]);
            p = q;
        }
        name[length] = c;
        length++;
        if (c == '\0')
            break;
    }
    /* No process has a name with a NUL. */
    if (p != name_end || (length != 0 && name[length - 1] == '\0'))
        memset(name, 0, NAME_ROOM);
}

/* A mark in a line: where it begins, where its value begins, and how many there are. The last one counts. */
struct oom_mark {
    const char *at;
    const char *value;
    unsigned count;
};

enum { OOM_MEMCG, TASK_MEMCG, TASK, PID, UID, GLOBAL_OOM, OOM_MARKS };

static const struct vmm_word oom_marks[] = {
    ONE_OF(",oom_memcg=", OOM_MEMCG),
    ONE_OF(",task_memcg=", TASK_MEMCG),
    ONE_OF(",task=", TASK),
    ONE_OF(",pid=", PID),
    ONE_OF(",uid=", UID),
    ONE_OF(",global_oom", GLOBAL_OOM),
};

/*
 * Finds the marks of the line from p on. `pid` becomes the last `,pid=` before the last `,uid=`. Returns where the line
 * ends.
 */
static const char *find_marks(const char *p, const char *end, struct oom_mark marks[OOM_MARKS], struct oom_mark *pid)
{
    for (; p != end && *p != '\n'; p++) {
        if (*p != ',')
            continue;
        for (unsigned i = 0; i < OOM_MARKS; i++) {
            const char *value = vmm_after_word(p, end, oom_marks[i].word, oom_marks[i].length);

            if (value == NULL)
                continue;
            if (i == UID)
                *pid = marks[PID];
            marks[i].at = p;
            marks[i].value = value;
            marks[i].count++;
        }
    }
    return p;
}

/* Takes a number that ends at `number_end`. False if it does not, with the wrong byte in `error`. */
VMM_ONCE static bool take_whole_number(const char *p, const char *number_end, const char *end, uint64_t *value,
                                       const char **error)
{
    const char *after = vmm_take_number(p, end, value, error);

    if (after != NULL && after != number_end)
        *error = after;
    return after == number_end;
}

/* Stores where a path is in the text: how far before the next line. */
VMM_ONCE static void store_path(const char *path, const char *path_end, const char *line_end, size_t offset, void *row,
                                size_t size)
{
    vmm_store(row, size, offset, (uint64_t)(line_end + 1 - path));
    vmm_store(row, size, offset + sizeof(uint64_t), (uint64_t)(path_end - path));
}

static const struct vmm_word constraints[] = {
    ONE_OF("NONE,", VMM_OOM_CONSTRAINT_NONE),
    ONE_OF("CPUSET,", VMM_OOM_CONSTRAINT_CPUSET),
    ONE_OF("MEMORY_POLICY,", VMM_OOM_CONSTRAINT_MEMORY_POLICY),
    ONE_OF("MEMCG,", VMM_OOM_CONSTRAINT_MEMCG),
};

/*
 * Takes the line of the process that was chosen, after `constraint=CONSTRAINT_`. Returns where it ends; NULL if a
 * byte is wrong, with that byte in `error`.
 */
static const char *take_chosen(const char *p, const char *end, bool has_escapes, char name[NAME_ROOM], void *row,
                               size_t size, const char **error)
{
    struct oom_mark marks[OOM_MARKS], pid = {p, p, 0};
    const struct oom_mark *task = &marks[TASK], *task_memcg = &marks[TASK_MEMCG], *oom_memcg = &marks[OOM_MEMCG];
    const char *line_end, *after;
    uint64_t value = VMM_UNKNOWN;
    bool is_of_name;

    for (unsigned i = 0; i < OOM_MARKS; i++)
        marks[i] = pid;
    for (unsigned i = 0; i < ROWS_OF(constraints); i++) {
        if (vmm_after_word(p, end, constraints[i].word, constraints[i].length) != NULL)
            vmm_store(row, size, offsetof(RECORD, constraint), constraints[i].value);
    }
    line_end = find_marks(p, end, marks, &pid);
    *error = line_end;
    if (line_end == end || pid.count == 0 || task->count == 0)
        return NULL;
    if (!take_whole_number(pid.value, marks[UID].at, end, &value, error))
        return NULL;
    is_of_name = !has_escapes && line_end - task->value < LONGEST_COMM;
    vmm_store(row, size, offsetof(RECORD, pid), is_of_name ? VMM_UNKNOWN : value);
    /* A user above 2^31 is printed as a negative number. */
    p = marks[UID].value;
    after = vmm_after_word(p, end, "-", 1);
    if (!take_whole_number(after != NULL ? after : p, line_end, end, &value, error))
        return NULL;
    if (after != NULL)
        value = value - 1 <= INT32_MAX ? ((uint64_t)1 << 32) - value : VMM_UNKNOWN;
    vmm_store(row, size, offsetof(RECORD, uid), is_of_name ? VMM_UNKNOWN : value);
    if (task->count != 1 || is_of_name)
        return line_end;
    copy_task(task->value, pid.at, end, has_escapes, name);
    if (task_memcg->count != 1 || task_memcg->value > task->at)
        return line_end;
    if (oom_memcg->count + marks[GLOBAL_OOM].count != 1)
        return line_end;
    store_path(task_memcg->value, task->at, line_end, offsetof(RECORD, task_memcg_distance), row, size);
    if (oom_memcg->count == 1 && oom_memcg->value <= task_memcg->at)
        store_path(oom_memcg->value, task_memcg->at, line_end, offsetof(RECORD, oom_memcg_distance), row, size);
    return line_end;
}

/* Numbers of the process that was killed. */
static const struct vmm_key killed_rows[] = {
    ROW("total-vm:", total_vm_bytes, KIB),   ROW("vsz:", total_vm_bytes, KIB),
    ROW("anon-rss:", anon_rss_bytes, KIB),   ROW("file-rss:", file_rss_bytes, KIB),
    ROW("shmem-rss:", shmem_rss_bytes, KIB), ROW("UID:", uid, NUMBER),
    ROW("pgtables:", pgtables_bytes, KIB),   ROW("oom_score_adj:", oom_score_adj, SIGNED),
};

/* Takes `name:value` words up to the end of the line. Returns where it ends; NULL when a byte is wrong. */
static const char *take_killed_numbers(const char *p, const char *end, void *row, size_t size, const char **error)
{
    while (p != end && *p != '\n') {
        const char *after = NULL;
        unsigned i = 0;
        uint64_t value = VMM_UNKNOWN;

        for (; i < ROWS_OF(killed_rows) && after == NULL; i++)
            after = vmm_after_word(p, end, killed_rows[i].key, killed_rows[i].length);
        if (after == NULL) {
            p++;
            continue;
        }
        i--;
        p = vmm_take_value(killed_rows[i].form, after, end, &value, error);
        if (p != NULL && killed_rows[i].form == VMM_FORM_KIB)
            p = vmm_take_word(p, end, "kB", 2, error);
        if (p == NULL)
            return NULL;
        vmm_store_value(row, size, killed_rows[i].offset, value);
    }
    *error = p;
    return p == end ? NULL : p;
}

/*
 * Takes the line of the process that was killed, after `Killed process `. Returns where it ends; NULL if a byte is
 * wrong, with that byte in `error`.
 */
static const char *take_killed(const char *p, const char *end, bool has_escapes, char name[NAME_ROOM], void *row,
                               size_t size, const char **error)
{
    const char *begin, *name_end = NULL;
    uint64_t value = VMM_UNKNOWN;

    p = vmm_take_number(p, end, &value, error);
    if (p != NULL)
        p = vmm_take_word(p, end, " (", 2, error);
    if (p == NULL)
        return NULL;
    vmm_store(row, size, offsetof(RECORD, pid), value);
    /* The name may contain such words itself; the last ones are the kernel's. */
    for (begin = p; p != end && *p != '\n'; p++) {
        if (*p == ')' && (vmm_after_word(p, end, WORD_OF(") total-vm:")) != NULL ||
                          vmm_after_word(p, end, WORD_OF(") vsz:")) != NULL))
            name_end = p;
    }
    *error = p;
    if (p == end || name_end == NULL || (!has_escapes && p - name_end < LONGEST_COMM))
        return NULL;
    copy_task(begin, name_end, end, has_escapes, name);
    return take_killed_numbers(name_end, end, row, size, error);
}

/* Where the message goes on after `Killed process `; NULL for any other message. */
VMM_ONCE static const char *after_killed(const char *p, const char *end, bool *is_memcg)
{
    const char *after = vmm_after_word(p, end, WORD_OF("Memory cgroup out of memory: "));

    *is_memcg = after != NULL;
    if (after == NULL)
        after = vmm_after_word(p, end, WORD_OF("Out of memory: "));
    if (after == NULL)
        after = vmm_after_word(p, end, WORD_OF("Out of memory (oom_kill_allocating_task): "));
    return vmm_after_word(after == NULL ? p : after, end, WORD_OF("Killed process "));
}

/* The next row without its name, which is copied to `name`. */
static vmm_status next_oom_line(struct vmm_text *text, struct vmm_oom_kill *row, size_t row_size, char name[NAME_ROOM])
{
    size_t size;
    vmm_status status = vmm_begin_row(text, row, row_size, sizeof *row, VMM_RECORD_OOM_KILL, &size);
    const char *p, *end, *error;

    if (status != VMM_OK)
        return status;
    p = text->pos;
    end = text->end;
    error = end;
    while (p != end) {
        struct log_prefix prefix = {VMM_UNKNOWN, VMM_UNKNOWN, false};
        const char *message, *chosen, *killed;
        bool is_memcg = false;

        /* Many lines may be empty. */
        if (*p == '\n') {
            p++;
            continue;
        }
        message = take_prefix(p, end, &prefix);
        chosen = vmm_after_word(message, end, WORD_OF("oom-kill:constraint=CONSTRAINT_"));
        killed = after_killed(message, end, &is_memcg);

        if (chosen == NULL && killed == NULL) {
            p = vmm_end_line(message, end, &error);
            if (p == NULL)
                return vmm_refuse(text, error, row, row_size, sizeof *row);
            continue;
        }
        vmm_store(row, size, offsetof(RECORD, line), chosen != NULL ? VMM_OOM_LINE_CHOSEN : VMM_OOM_LINE_KILLED);
        vmm_store(row, size, offsetof(RECORD, sequence), prefix.sequence);
        vmm_store(row, size, offsetof(RECORD, time_usec), prefix.time_usec);
        if (is_memcg)
            vmm_store(row, size, offsetof(RECORD, constraint), VMM_OOM_CONSTRAINT_MEMCG);
        p = chosen != NULL ? take_chosen(chosen, end, prefix.has_escapes, name, row, size, &error)
                           : take_killed(killed, end, prefix.has_escapes, name, row, size, &error);
        if (p == NULL)
            return vmm_refuse(text, error, row, row_size, sizeof *row);
        text->pos = p + 1;
        return VMM_OK;
    }
    text->pos = end;
    return VMM_END;
}

vmm_status vmm_oom_kill_next(struct vmm_text *text, struct vmm_oom_kill *row, size_t row_size)
{
    char name[NAME_ROOM] = "";
    vmm_status status = next_oom_line(text, row, row_size, name);

    if (status != VMM_OK)
        memset(name, 0, NAME_ROOM);
    if (row != NULL && row_size >= offsetof(RECORD, task) + NAME_ROOM)
        memcpy(row->task, name, NAME_ROOM);
    return status;
}

#undef RECORD
#undef WORD_OF
