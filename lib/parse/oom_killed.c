/* SPDX-License-Identifier: MIT */
/* `Killed process 42 (python3) total-vm:1kB, anon-rss:2kB`. A name may be any text, so numbers are taken after it. */
#include "oom_lines.h"
#include "words.h"

#define RECORD struct vmm_oom_kill

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

const char *vmm_take_killed(const char *p, const char *end, bool has_escapes, char name[VMM_TASK_ROOM], void *row,
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
    if (p == end || name_end == NULL || (!has_escapes && p - name_end < VMM_LONGEST_COMM))
        return NULL;
    vmm_copy_task(begin, name_end, end, has_escapes, name);
    return take_killed_numbers(name_end, end, row, size, error);
}

#undef RECORD
