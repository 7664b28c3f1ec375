/* SPDX-License-Identifier: MIT */
/* The kernel's log about processes that it kills for want of memory. */
#include "vmmetrics/oom_kill.h"

#include "log_prefix.h"
#include "oom_lines.h"
#include "words.h"

#define RECORD struct vmm_oom_kill

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
static vmm_status next_oom_line(struct vmm_text *text, struct vmm_oom_kill *row, size_t row_size,
                                char name[VMM_TASK_ROOM])
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
        struct vmm_log_prefix prefix = {VMM_UNKNOWN, VMM_UNKNOWN, false};
        const char *message, *chosen, *killed;
        bool is_memcg = false;

        /* Many lines may be empty. */
        if (*p == '\n') {
            p++;
            continue;
        }
        message = vmm_take_log_prefix(p, end, &prefix);
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
        p = chosen != NULL ? vmm_take_chosen(chosen, end, prefix.has_escapes, name, row, size, &error)
                           : vmm_take_killed(killed, end, prefix.has_escapes, name, row, size, &error);
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
    char name[VMM_TASK_ROOM] = "";
    vmm_status status = next_oom_line(text, row, row_size, name);

    if (status != VMM_OK)
        memset(name, 0, VMM_TASK_ROOM);
    if (row != NULL && row_size >= offsetof(RECORD, task) + VMM_TASK_ROOM)
        memcpy(row->task, name, VMM_TASK_ROOM);
    return status;
}

#undef RECORD
