/* SPDX-License-Identifier: MIT */
/*
 * `oom-kill:constraint=CONSTRAINT_MEMCG,...,oom_memcg=/vm,task_memcg=/vm,task=python3,pid=42,uid=0`. A name may be any
 * text, so numbers are taken after the last name.
 */
#include "oom_lines.h"

#define RECORD struct vmm_oom_kill

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

const char *vmm_take_chosen(const char *p, const char *end, bool has_escapes, char name[VMM_TASK_ROOM], void *row,
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
    is_of_name = !has_escapes && line_end - task->value < VMM_LONGEST_COMM;
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
    vmm_copy_task(task->value, pid.at, end, has_escapes, name);
    if (task_memcg->count != 1 || task_memcg->value > task->at)
        return line_end;
    if (oom_memcg->count + marks[GLOBAL_OOM].count != 1)
        return line_end;
    store_path(task_memcg->value, task->at, line_end, offsetof(RECORD, task_memcg_distance), row, size);
    if (oom_memcg->count == 1 && oom_memcg->value <= task_memcg->at)
        store_path(oom_memcg->value, task_memcg->at, line_end, offsetof(RECORD, oom_memcg_distance), row, size);
    return line_end;
}

#undef RECORD
