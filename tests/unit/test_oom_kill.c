/* SPDX-License-Identifier: MIT */
/* The kernel's log about processes that were killed for want of memory. */
#include "test.h"

#include <string.h>

#include "support_usage.h"

/* The only row of a text. */
static struct vmm_oom_kill row_of(const char *bytes)
{
    struct vmm_oom_kill row;

    read_text(&oom_kill_group.formats[0], bytes, strlen(bytes), &row);
    return row;
}

#define CHOSEN "oom-kill:constraint=CONSTRAINT_MEMCG,nodemask=(null),cpuset=vm,mems_allowed=0,oom_memcg=/vm,task_memcg="

TEST(both_lines_of_a_kill)
{
    struct vmm_oom_kill rows[2];

    assert_int_equal(read_rows(oom_kill_group.formats, "kmsg/written-both-lines", rows, 2), 2);
    assert_int_equal(rows[0].line, VMM_OOM_LINE_CHOSEN);
    assert_int_equal(rows[0].constraint, VMM_OOM_CONSTRAINT_MEMCG);
    assert_string_equal(rows[0].task, "python3");
    assert_int_equal(rows[0].pid, 42);
    assert_int_equal(rows[0].uid, 1000);
    assert_int_equal(rows[0].sequence, 1234);
    assert_int_equal(rows[0].time_usec, 5678901);
    assert_int_equal(rows[0].total_vm_bytes, VMM_UNKNOWN);
    assert_int_equal(rows[1].line, VMM_OOM_LINE_KILLED);
    assert_int_equal(rows[1].constraint, VMM_OOM_CONSTRAINT_MEMCG);
    assert_string_equal(rows[1].task, "python3");
    assert_int_equal(rows[1].pid, 42);
    assert_int_equal(rows[1].uid, 1000);
    assert_int_equal(rows[1].total_vm_bytes, 1024);
    assert_int_equal(rows[1].anon_rss_bytes, 2048);
    assert_int_equal(rows[1].file_rss_bytes, 3072);
    assert_int_equal(rows[1].shmem_rss_bytes, 4096);
    assert_int_equal(rows[1].pgtables_bytes, 5120);
    check_near(rows[1].oom_score_adj, -6);
}

/* The paths, from the position after the call. Another line comes first. */
TEST(paths_in_the_text)
{
    struct vmm_text text = vmm_text_of(TEXT("x\n" CHOSEN "/vm/a b,c,task=abc,pid=42,uid=0\nx\n"));
    struct vmm_oom_kill row;

    assert_int_equal(vmm_oom_kill_next(&text, &row, sizeof row), VMM_OK);
    assert_int_equal(row.oom_memcg_length, 3);
    assert_memory_equal(text.pos - row.oom_memcg_distance, "/vm", 3);
    assert_int_equal(row.task_memcg_length, 9);
    assert_memory_equal(text.pos - row.task_memcg_distance, "/vm/a b,c", 9);
    assert_int_equal(vmm_oom_kill_next(&text, &row, sizeof row), VMM_END);
    assert_string_equal(row.task, "");
}

/* Of the whole machine no cgroup is at its limit. */
TEST(the_whole_machine)
{
    struct vmm_oom_kill row = row_of("[71.304689][ T9694] oom-kill:constraint=CONSTRAINT_NONE,nodemask=(null),cpuset=/,"
                                     "mems_allowed=0-1,global_oom,task_memcg=/user.slice,task=a.out,pid=9692,uid=-2\n");

    assert_int_equal(row.constraint, VMM_OOM_CONSTRAINT_NONE);
    assert_int_equal(row.time_usec, 71304689);
    assert_int_equal(row.sequence, VMM_UNKNOWN);
    assert_int_equal(row.oom_memcg_length, VMM_UNKNOWN);
    assert_int_equal(row.task_memcg_length, 11);
    /* The user nobody of NFS, which the kernel prints as a signed number. */
    assert_int_equal(row.uid, UINT32_MAX - 1);
}

/* Names that look like the numbers after them: 15 bytes are the most that a process can have. */
TEST(names_forge_no_number)
{
    struct vmm_oom_kill row = row_of(CHOSEN "/vm,task=,pid=1,uid=0,pid=42,uid=7\n");

    assert_string_equal(row.task, ",pid=1,uid=0");
    assert_int_equal(row.pid, 42);
    assert_int_equal(row.uid, 7);
    /* A newline ends the line where names are not escaped. */
    row = row_of(CHOSEN "/vm,task=,pid=1,uid=0\n");
    assert_int_equal(row.pid, VMM_UNKNOWN);
    assert_int_equal(row.uid, VMM_UNKNOWN);
    assert_string_equal(row.task, "");
    row = row_of("Out of memory: Killed process 42 (x) total-vm:9kB) total-vm:1kB, anon-rss:2kB\n");
    assert_string_equal(row.task, "x) total-vm:9kB");
    assert_int_equal(row.total_vm_bytes, 1024);
    assert_int_equal(row.constraint, VMM_UNKNOWN);
    /* In the path of a cgroup. */
    row = row_of(CHOSEN "/vm,pid=1,uid=0,task=abc,pid=42,uid=7\n");
    assert_int_equal(row.pid, 42);
    assert_string_equal(row.task, "abc");
    assert_int_equal(row.task_memcg_length, 15);
}

/* What cannot be told apart is unknown; the numbers are known. */
TEST(names_that_cannot_be_told_apart)
{
    struct vmm_oom_kill row = row_of(CHOSEN "/vm,task=a,task=bcd,pid=42,uid=7\n");

    assert_string_equal(row.task, "");
    assert_int_equal(row.task_memcg_length, VMM_UNKNOWN);
    assert_int_equal(row.oom_memcg_length, VMM_UNKNOWN);
    assert_int_equal(row.pid, 42);
    row = row_of(CHOSEN "/vm,task_memcg=/x,task=bcd,pid=42,uid=7\n");
    assert_string_equal(row.task, "bcd");
    assert_int_equal(row.oom_memcg_length, VMM_UNKNOWN);
    /* The only path is a part of the name. */
    row = row_of("oom-kill:constraint=CONSTRAINT_NONE,cpuset=,global_oom,task=a,task_memcg=/x,pid=42,uid=7\n");
    assert_string_equal(row.task, "a,task_memcg=/x");
    assert_int_equal(row.task_memcg_length, VMM_UNKNOWN);
    row = row_of(
        "oom-kill:constraint=CONSTRAINT_NONE,cpuset=,oom_memcg=/x,global_oom,task_memcg=/,task=bcd,pid=42,uid=7\n");
    assert_int_equal(row.oom_memcg_length, VMM_UNKNOWN);
}

/* Only /dev/kmsg has escapes. */
TEST(escapes)
{
    assert_string_equal(row_of("6,1,2,-;" CHOSEN "/vm,task=a\\x0ab\\x5c\\xg0,pid=4,uid=7\n").task, "a\nb\\\\xg0");
    assert_string_equal(row_of(CHOSEN "/vm,task=a\\x0ab,pid=4,uid=7\n").task, "a\\x0ab");
}

/* Real names and cgroups that look like the kernel's words, in /dev/kmsg. */
TEST(kills_of_linux_6_1)
{
    static const char *const names[] = {"python3", ",pid=1,uid=0", "x) total-vm:9kB", "new\nline\\t\001", "group", "sh",
                                        "sh"};
    static const uint64_t pids[] = {98, 100, 102, 105, 107, 109, 118};
    struct vmm_oom_kill rows[16];
    size_t count = read_rows(oom_kill_group.formats, "kmsg/linux-6.1-x86_64", rows, 16), i = 0;

    /* Two lines for each kill, and a third one for the group. */
    assert_int_equal(count, 15);
    for (size_t kill = 0; kill < COUNT_OF(names); kill++, i += 2) {
        assert_int_equal(rows[i].line, VMM_OOM_LINE_CHOSEN);
        assert_int_equal(rows[i].constraint, kill == 6 ? VMM_OOM_CONSTRAINT_NONE : VMM_OOM_CONSTRAINT_MEMCG);
        assert_int_equal(rows[i].pid, pids[kill]);
        assert_int_equal(rows[i].uid, 0);
        assert_int_equal(rows[i + 1].line, VMM_OOM_LINE_KILLED);
        assert_int_equal(rows[i + 1].pid, pids[kill]);
        assert_string_equal(rows[i + 1].task, names[kill]);
        assert_int_equal(rows[i + 1].file_rss_bytes, 4096);
        assert_int_equal(rows[i + 1].shmem_rss_bytes, 1580 * 1024);
        assert_int_equal(rows[i + 1].total_vm_bytes, (kill == 6 ? 329948 : 14556) * 1024);
        /* memory.oom.group. */
        i += kill == 4;
    }
    /* The path contains ",task=". */
    assert_string_equal(rows[2].task, "");
    assert_int_equal(rows[2].task_memcg_length, VMM_UNKNOWN);
    /* /box/outer, /box/outer/inner. */
    assert_int_equal(rows[11].oom_memcg_length, 10);
    assert_int_equal(rows[11].task_memcg_length, 16);
    assert_int_equal(rows[13].oom_memcg_length, VMM_UNKNOWN);
    check_near(rows[14].oom_score_adj, 900);
}

TEST(old_kernels)
{
    struct vmm_oom_kill row = row_of("Killed process 4 (a) total-vm:5kB, anon-rss:6kB, file-rss:7kB\n");

    assert_int_equal(row.total_vm_bytes, 5120);
    assert_int_equal(row.shmem_rss_bytes, VMM_UNKNOWN);
    assert_int_equal(row.uid, VMM_UNKNOWN);
    check_nan(row.oom_score_adj);
    row = row_of("Killed process 4 (a) vsz:5kB, anon-rss:6kB, file-rss:7kB\n");
    assert_int_equal(row.total_vm_bytes, 5120);
}

/* The kernel splits a long line; the next one is read. */
TEST(a_line_that_was_split)
{
    struct vmm_text text =
        vmm_text_of(TEXT("6,1,2,-;" CHOSEN "/a\n6,2,2,+;b,task=a,pid=42,uid=0\n"
                         "3,3,3,-;Out of memory: Killed process 42 (a) total-vm:1kB, anon-rss:1kB\n"));
    struct vmm_oom_kill row;

    assert_int_equal(vmm_oom_kill_next(&text, &row, sizeof row), VMM_E_SYNTAX);
    assert_int_equal(vmm_oom_kill_next(&text, &row, sizeof row), VMM_OK);
    assert_int_equal(row.pid, 42);
    assert_int_equal(row.sequence, 3);
}
