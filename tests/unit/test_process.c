/* SPDX-License-Identifier: MIT */
/* The files of /proc/PID and /proc/PID/task/TID. */
#include "test.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { NAME = 64 };

static struct vmm_process unknown_process(void)
{
    struct vmm_process process;

    assert_int_equal(vmm_record_init(VMM_RECORD_PROCESS, &process, sizeof process), VMM_OK);
    return process;
}

static vmm_status read_bytes(struct vmm_process *process, uint32_t id, const char *bytes, size_t length)
{
    struct vmm_text text = vmm_text_of(bytes, length);

    check_piece(&process_group.formats[id - VMM_FILE_PROCESS_STAT], bytes, length);
    return vmm_record_read(&text, id, process, sizeof *process);
}

#define READ(process, id, string)                                                                                      \
    assert_int_equal(read_bytes(&(process), VMM_FILE_PROCESS_##id, string, strlen(string)), VMM_OK)

static struct vmm_process sample_of(uint32_t id, const char *name)
{
    const struct format *format = &process_group.formats[id - VMM_FILE_PROCESS_STAT];
    struct vmm_process process;
    char path[128];

    snprintf(path, sizeof path, "%s/%s", format->samples, name);
    read_sample(format, path, &process);
    return process;
}

#define SAMPLE_OF(id, name) sample_of(VMM_FILE_PROCESS_##id, name)

/* A line of stat with this name, state, and the other fields `fields`. */
static struct builder stat_of(const char *name, size_t length, const char *rest)
{
    struct builder builder = {NULL, 0, 0};

    builder_print(&builder, "4218 (");
    builder_add(&builder, name, length);
    builder_print(&builder, ")%s", rest);
    return builder;
}

/* Fields 3 to 52, each another number. */
static const char rest[] =
    " S 4200 4217 4216 34816 4215 4194560 10 11 12 13 14 15 16 17 20 -5 6 0 22 23 24 25 26 27 28 29 "
    "30 31 32 33 34 35 36 37 -1 39 40 41 42 43 44 45 46 47 48 49 50 51 768\n";

static struct vmm_process named(const char *name, size_t length)
{
    struct builder builder = stat_of(name, length, rest);
    struct vmm_process process = unknown_process();

    assert_int_equal(read_bytes(&process, VMM_FILE_PROCESS_STAT, builder.bytes, builder.length), VMM_OK);
    builder_free(&builder);
    return process;
}

/* ---- every file ---- */

TEST(an_error_in_one_file_leaves_the_others)
{
    struct vmm_process process = named(TEXT("fc_vcpu 7"));

    READ(process, STATM, "1 2 3 4 5 6 7\n");
    READ(process, SCHEDSTAT, "8 9 10\n");
    READ(process, IO, "rchar: 11\n");
    assert_int_equal(read_bytes(&process, VMM_FILE_PROCESS_SCHEDSTAT, TEXT("8 x 10\n")), VMM_E_SYNTAX);
    check_unknown_number(process.run_time_ns);
    check_unknown_number(process.run_delay_ns);
    check_unknown_number(process.timeslices);
    assert_int_equal(process.statm_size_pages, 1);
    assert_int_equal(process.rchar_bytes, 11);
    assert_int_equal(process.vcpu, 7);
    assert_int_equal(read_bytes(&process, VMM_FILE_PROCESS_STAT, TEXT("1 (a) S 1 2")), VMM_E_TRUNCATED);
    check_unknown_number(process.pid);
    assert_string_equal(process.comm, "");
    check_unknown_number(process.vcpu);
    check_unknown_number(process.state);
    check_unknown_number(process.ppid);
    check_unknown_number(process.exit_code);
    check_nan(process.priority);
    assert_int_equal(process.statm_dt_pages, 7);
    assert_int_equal(process.rchar_bytes, 11);
}

/* ---- stat ---- */

TEST(every_field_of_stat)
{
    struct vmm_process process = named(TEXT("firecracker"));
    const uint64_t *column = &process.ppid;

    assert_int_equal(process.pid, 4218);
    assert_string_equal(process.comm, "firecracker");
    check_unknown_number(process.vcpu);
    assert_int_equal(process.state, VMM_PROCESS_STATE_SLEEPING);
    assert_int_equal(process.ppid, 4200);
    assert_int_equal(process.pgrp, 4217);
    assert_int_equal(process.session, 4216);
    assert_int_equal(process.tty_nr, 34816);
    assert_int_equal(process.tpgid, 4215);
    assert_int_equal(process.flags, 4194560);
    assert_int_equal(process.minflt, 10);
    assert_int_equal(process.cminflt, 11);
    assert_int_equal(process.majflt, 12);
    assert_int_equal(process.cmajflt, 13);
    assert_int_equal(process.utime_ticks, 14);
    assert_int_equal(process.stime_ticks, 15);
    assert_int_equal(process.cutime_ticks, 16);
    assert_int_equal(process.cstime_ticks, 17);
    check_near(process.priority, 20);
    check_near(process.nice, -5);
    assert_int_equal(process.num_threads, 6);
    assert_int_equal(process.itrealvalue, 0);
    assert_int_equal(process.starttime_ticks, 22);
    assert_int_equal(process.vsize_bytes, 23);
    assert_int_equal(process.rss_pages, 24);
    assert_int_equal(process.rsslim_bytes, 25);
    assert_int_equal(process.startcode, 26);
    assert_int_equal(process.endcode, 27);
    assert_int_equal(process.startstack, 28);
    assert_int_equal(process.kstkesp, 29);
    assert_int_equal(process.kstkeip, 30);
    assert_int_equal(process.signal, 31);
    assert_int_equal(process.blocked, 32);
    assert_int_equal(process.sigignore, 33);
    assert_int_equal(process.sigcatch, 34);
    assert_int_equal(process.wchan, 35);
    assert_int_equal(process.nswap, 36);
    assert_int_equal(process.cnswap, 37);
    check_near(process.exit_signal, -1);
    assert_int_equal(process.processor, 39);
    assert_int_equal(process.rt_priority, 40);
    assert_int_equal(process.policy, 41);
    assert_int_equal(process.delayacct_blkio_ticks, 42);
    assert_int_equal(process.guest_time_ticks, 43);
    assert_int_equal(process.cguest_time_ticks, 44);
    assert_int_equal(process.start_data, 45);
    assert_int_equal(process.end_data, 46);
    assert_int_equal(process.start_brk, 47);
    assert_int_equal(process.arg_start, 48);
    assert_int_equal(process.arg_end, 49);
    assert_int_equal(process.env_start, 50);
    assert_int_equal(process.env_end, 51);
    assert_int_equal(process.exit_code, 768);
    /* Nothing is left out. */
    assert_ptr_equal(column + 48, &process.exit_code);
}

/* Blanks, parentheses and newlines, and what looks like the rest of the line. */
TEST(names_that_hold_anything)
{
    static const struct {
        const char *name;
        size_t length;
    } names[] = {
        {TEXT("")},
        {TEXT(")")},
        {TEXT("(")},
        {TEXT("()")},
        {TEXT("))))")},
        {TEXT(") ")},
        {TEXT(") S ")},
        {TEXT(") S 1 2 3\n")},
        {TEXT("a b")},
        {TEXT(" ")},
        {TEXT("\n")},
        {TEXT("\n\n")},
        {TEXT("a\nb")},
        {TEXT("x) S 4\n)")},
        {TEXT("1 (a) S 2\n3 (b")},
        {TEXT("\t")},
        {TEXT("\x01\xff\xfe\x80")},
        {TEXT("kworker/u8:1-ext4-rsv-conversion")},
        {TEXT("0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcde")},
        {TEXT(")))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))")},
        {TEXT("\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n"
              "\n\n\n\n\n\n\n\n\n\n\n")},
    };

    for (size_t i = 0; i < COUNT_OF(names); i++) {
        struct vmm_process process = named(names[i].name, names[i].length);
        char wanted[NAME] = {0};

        memcpy(wanted, names[i].name, names[i].length);
        assert_memory_equal(process.comm, wanted, NAME);
        assert_int_equal(process.ppid, 4200);
        assert_int_equal(process.exit_code, 768);
        check_unknown_number(process.vcpu);
    }
}

TEST(names_of_every_length)
{
    for (size_t length = 0; length <= 80; length++) {
        for (unsigned with = 0; with < 3; with++) {
            char name[80];
            struct builder builder;
            struct vmm_process process = unknown_process();

            memset(name, with == 1 ? ')' : 'n', sizeof name);
            if (with == 2)
                name[length / 2] = ')';
            builder = stat_of(name, length, rest);
            assert_int_equal(read_bytes(&process, VMM_FILE_PROCESS_STAT, builder.bytes, builder.length) == VMM_OK,
                             length < NAME);
            /* With less after it than a line has, so that the end is near. */
            for (size_t less = 0; less < sizeof rest - 1; less += with == 0 ? 1 : 7)
                check_piece(&process_group.formats[PROCESS_STAT], builder.bytes, builder.length - less);
            builder_free(&builder);
        }
    }
}

/* No kernel prints a NUL in a name. `fire` would be the name of such a line, and the rest would stand after it. */
TEST(a_nul_in_a_name_is_refused)
{
    for (size_t length = 1; length < NAME; length++) {
        for (size_t at = 0; at < length; at++) {
            char name[NAME];
            struct builder builder;
            struct vmm_process process = unknown_process();

            memset(name, 'f', sizeof name);
            name[at] = '\0';
            builder = stat_of(name, length, rest);
            assert_int_equal(read_bytes(&process, VMM_FILE_PROCESS_STAT, builder.bytes, builder.length), VMM_E_SYNTAX);
            assert_string_equal(process.comm, "");
            check_unknown_number(process.vcpu);
            check_piece(&process_group.formats[PROCESS_STAT], builder.bytes, builder.length);
            builder_free(&builder);
        }
    }
}

/* A text that ends after a newline in a name is no line, however much the name looks like one. */
TEST(a_name_that_was_cut_is_no_line)
{
    char name[NAME + 1] = "x) S";

    /* As many numbers as have room in a name. */
    for (size_t i = 4; i + 2 < NAME - 1; i += 2)
        memcpy(name + i, " 1", 2);
    name[NAME - 3] = '\n';
    for (size_t times = 0; times < 2; times++) {
        struct builder builder = {NULL, 0, 0};
        struct vmm_process process = unknown_process();

        builder_print(&builder, "4218 (%s", name);
        assert_int_equal(read_bytes(&process, VMM_FILE_PROCESS_STAT, builder.bytes, builder.length), VMM_E_SYNTAX);
        builder_free(&builder);
        name[NAME - 2] = '\n';
    }
}

/* The names of virtual CPUs' threads, all of the name and nothing else. */
TEST(virtual_cpus_are_told_by_their_names)
{
    static const struct {
        const char *name;
        uint64_t vcpu;
    } names[] = {
        {"fc_vcpu 0", 0},
        {"fc_vcpu 31", 31},
        {"fc_vcpu 1234567", 1234567},
        {"vcpu0", 0},
        {"vcpu255", 255},
        {"CPU 0/KVM", 0},
        {"CPU 12/KVM", 12},
        {"CPU 3/TCG", 3},
        {"CPU 7/MSHV", 7},
        {"vcpu18446744073709551613", UINT64_C(18446744073709551613)},
        {"vcpu18446744073709551614", VMM_UNKNOWN},
        {"vcpu99999999999999999999999999999999999999999999999999999999999", VMM_UNKNOWN},
        {"fc_vcpu", VMM_UNKNOWN},
        {"fc_vcpu ", VMM_UNKNOWN},
        {"fc_vcpu  0", VMM_UNKNOWN},
        {"fc_vcpu0", VMM_UNKNOWN},
        {"fc_vcpu 0 ", VMM_UNKNOWN},
        {"fc_vcpu 0x", VMM_UNKNOWN},
        {"fc_vcpu 00", VMM_UNKNOWN},
        {"fc_vcpu 01", VMM_UNKNOWN},
        {"fc_vcpu -1", VMM_UNKNOWN},
        {"fc_vcpu +1", VMM_UNKNOWN},
        {" fc_vcpu 0", VMM_UNKNOWN},
        {"Fc_vcpu 0", VMM_UNKNOWN},
        {"fc_vmm", VMM_UNKNOWN},
        {"fc_api", VMM_UNKNOWN},
        {"vcpu", VMM_UNKNOWN},
        {"vcpu 0", VMM_UNKNOWN},
        {"vcpu0/KVM", VMM_UNKNOWN},
        {"vcpu-0", VMM_UNKNOWN},
        {"xvcpu0", VMM_UNKNOWN},
        {"vcp", VMM_UNKNOWN},
        {"CPU 0", VMM_UNKNOWN},
        {"CPU 0/", VMM_UNKNOWN},
        {"CPU 0/KV", VMM_UNKNOWN},
        {"CPU 0/KVMx", VMM_UNKNOWN},
        {"CPU 0/KVM ", VMM_UNKNOWN},
        {"CPU 0/kvm", VMM_UNKNOWN},
        {"CPU 0/HVF", VMM_UNKNOWN},
        {"CPU 0/WHPX", VMM_UNKNOWN},
        {"CPU 0/TCGx", VMM_UNKNOWN},
        {"CPU 0/MSH", VMM_UNKNOWN},
        {"CPU  0/KVM", VMM_UNKNOWN},
        {"CPU0/KVM", VMM_UNKNOWN},
        {"CPU /KVM", VMM_UNKNOWN},
        {"CPU x/KVM", VMM_UNKNOWN},
        {"CPU 00/KVM", VMM_UNKNOWN},
        {"ALL CPUs/TCG", VMM_UNKNOWN},
        {"IO mon_iothread", VMM_UNKNOWN},
        {"vhost-4218", VMM_UNKNOWN},
        {"kvm-nx-lpage-re", VMM_UNKNOWN},
        {"", VMM_UNKNOWN},
    };

    for (size_t i = 0; i < COUNT_OF(names); i++) {
        struct vmm_process process = named(names[i].name, strlen(names[i].name));

        if (process.vcpu != names[i].vcpu)
            fail_msg("\"%s\": %" PRIu64, names[i].name, process.vcpu);
    }
}

TEST(states)
{
    static const char known[] = "RSDTtZXIPKW";

    for (unsigned byte = 1; byte < 256; byte++) {
        struct builder builder = {NULL, 0, 0};
        struct vmm_process process = unknown_process(), other = unknown_process();
        const char *at = strchr(known, (int)byte);
        uint64_t wanted = byte == 'x' ? VMM_PROCESS_STATE_DEAD : at != NULL ? (uint64_t)(at - known) + 1 : VMM_UNKNOWN;

        /* These would end the name there, or be no letter. */
        if (byte == ')' || byte == ' ' || byte == '\t' || byte == '\n')
            continue;
        builder_print(&builder, "1 (a) %c%s", (int)byte, rest + 2);
        assert_int_equal(read_bytes(&process, VMM_FILE_PROCESS_STAT, builder.bytes, builder.length), VMM_OK);
        assert_int_equal(process.state, wanted);
        builder.length = 0;
        builder_print(&builder, "State:\t%c (some words)\n", (int)byte);
        assert_int_equal(read_bytes(&other, VMM_FILE_PROCESS_STATUS, builder.bytes, builder.length), VMM_OK);
        assert_int_equal(other.state, wanted);
        builder_free(&builder);
    }
    assert_int_equal(VMM_PROCESS_STATE_RUNNING, 1);
    assert_int_equal(VMM_PROCESS_STATE_WAKING, sizeof known - 1);
}

/* 44 fields before 3.3, 47 before 3.5, 52 since; some systems leave out delayacct_blkio_ticks. */
TEST(lines_of_every_number_of_fields)
{
    for (size_t fields = 3; fields <= 54; fields++) {
        struct builder builder = {NULL, 0, 0};
        struct vmm_process process = unknown_process();
        vmm_status status;

        builder_print(&builder, "1 (a) S");
        for (size_t field = 4; field <= fields; field++)
            builder_print(&builder, " %lu", (unsigned long)field);
        builder_print(&builder, "\n");
        status = read_bytes(&process, VMM_FILE_PROCESS_STAT, builder.bytes, builder.length);
        if (fields < 33) {
            assert_int_equal(status, VMM_E_SYNTAX);
        } else {
            assert_int_equal(status, VMM_OK);
            for (size_t field = 21; field <= 52; field++)
                if (field != 38)
                    assert_int_equal((&process.ppid)[field - 4], field <= fields ? field : VMM_UNKNOWN);
        }
        builder_free(&builder);
    }
}

TEST(samples_of_old_kernels)
{
    struct vmm_process process = SAMPLE_OF(STAT, "linux-2.6.32-44-fields");

    assert_string_equal(process.comm, "qemu-kvm");
    assert_int_equal(process.utime_ticks, 801342);
    assert_int_equal(process.guest_time_ticks, 700123);
    assert_int_equal(process.cguest_time_ticks, 20);
    check_unknown_number(process.start_data);
    check_unknown_number(process.exit_code);
    process = SAMPLE_OF(STAT, "linux-3.3-47-fields");
    assert_int_equal(process.start_data, 8396800);
    assert_int_equal(process.start_brk, 25231360);
    check_unknown_number(process.arg_start);
    check_unknown_number(process.exit_code);
}

TEST(sample_of_a_future_kernel)
{
    struct vmm_process process = SAMPLE_OF(STAT, "linux-7.x-55-fields");

    assert_int_equal(process.vcpu, 17);
    assert_int_equal(process.state, VMM_PROCESS_STATE_RUNNING);
    assert_int_equal(process.rsslim_bytes, 1073741824);
    assert_int_equal(process.exit_code, 0);
}

TEST(sample_of_a_process)
{
    struct vmm_process process = SAMPLE_OF(STAT, "linux-6.18-process");

    assert_int_equal(process.pid, 25597);
    assert_string_equal(process.comm, "firecracker");
    assert_int_equal(process.state, VMM_PROCESS_STATE_RUNNING);
    assert_int_equal(process.ppid, 25547);
    assert_int_equal(process.session, 803);
    check_unknown_number(process.tpgid);
    assert_int_equal(process.minflt, 10341);
    assert_int_equal(process.utime_ticks, 27);
    assert_int_equal(process.stime_ticks, 2);
    check_near(process.priority, 20);
    check_near(process.nice, 0);
    assert_int_equal(process.num_threads, 8);
    assert_int_equal(process.starttime_ticks, 661952);
    assert_int_equal(process.vsize_bytes, 103231488);
    assert_int_equal(process.rss_pages, 10606);
    assert_int_equal(process.rsslim_bytes, VMM_UNLIMITED);
    assert_int_equal(process.startcode, UINT64_C(94870230003712));
    check_near(process.exit_signal, 17);
    assert_int_equal(process.env_end, UINT64_C(140735078617074));
    /* A user without the right to trace it sees no addresses. */
    process = SAMPLE_OF(STAT, "linux-6.18-process-seen-by-nobody");
    assert_int_equal(process.startcode, 1);
    assert_int_equal(process.endcode, 1);
    assert_int_equal(process.startstack, 0);
    assert_int_equal(process.start_data, 0);
    assert_int_equal(process.minflt, 10380);
}

TEST(samples_of_threads)
{
    struct vmm_process process = SAMPLE_OF(STAT, "linux-6.18-thread-firecracker-vcpu");

    assert_int_equal(process.pid, 25598);
    assert_int_equal(process.vcpu, 0);
    assert_int_equal(process.num_threads, 8);
    check_near(process.priority, 9);
    check_near(process.nice, -11);
    check_near(process.exit_signal, -1);
    process = SAMPLE_OF(STAT, "linux-6.18-thread-cloud-hypervisor-vcpu");
    assert_int_equal(process.vcpu, 3);
    process = SAMPLE_OF(STAT, "linux-6.18-thread-qemu-vcpu");
    assert_int_equal(process.vcpu, 1);
    process = SAMPLE_OF(STAT, "linux-6.18-thread-firecracker-api");
    assert_string_equal(process.comm, "fc_api");
    check_unknown_number(process.vcpu);
    process = SAMPLE_OF(STAT, "linux-6.18-thread-real-time");
    check_near(process.priority, -50);
    assert_int_equal(process.rt_priority, 49);
    assert_int_equal(process.policy, 1);
    process = SAMPLE_OF(STAT, "linux-6.18-thread-name-with-newline");
    assert_string_equal(process.comm, "a) S 1 (b\n) Z ");
    assert_int_equal(process.pid, 25602);
    assert_int_equal(process.ppid, 25547);
    process = SAMPLE_OF(STAT, "linux-6.18-thread-name-of-any-bytes");
    assert_string_equal(process.comm, "\xff\xfe\x01 ) (");
    process = SAMPLE_OF(STAT, "name-like-a-line");
    assert_string_equal(process.comm, "x) S 1 2 3 4\n");
    assert_int_equal(process.ppid, 4200);
    assert_int_equal(process.state, VMM_PROCESS_STATE_RUNNING);
}

/* A zombie has a thread and no memory; what it used stays. */
TEST(sample_of_a_zombie)
{
    struct vmm_process process = SAMPLE_OF(STAT, "linux-6.18-zombie");

    assert_int_equal(process.state, VMM_PROCESS_STATE_ZOMBIE);
    assert_int_equal(process.num_threads, 1);
    assert_int_equal(process.utime_ticks, 2);
    assert_int_equal(process.vsize_bytes, 0);
    assert_int_equal(process.rss_pages, 0);
    assert_int_equal(process.exit_code, 768);
    process = SAMPLE_OF(STATUS, "linux-6.18-zombie");
    assert_int_equal(process.state, VMM_PROCESS_STATE_ZOMBIE);
    assert_int_equal(process.fd_size, 0);
    check_unknown_number(process.vm_rss_bytes);
    check_unknown_number(process.vm_size_bytes);
    process = SAMPLE_OF(STATM, "linux-6.18-zombie");
    assert_int_equal(process.statm_resident_pages, 0);
}

/* A process whose main thread has ended looks dead, but has threads. */
TEST(sample_of_an_exited_main_thread)
{
    struct vmm_process process = SAMPLE_OF(STAT, "linux-6.18-exited-leader");

    assert_int_equal(process.state, VMM_PROCESS_STATE_ZOMBIE);
    assert_int_equal(process.num_threads, 2);
    process = SAMPLE_OF(STATUS, "linux-6.18-exited-leader");
    assert_int_equal(process.state, VMM_PROCESS_STATE_ZOMBIE);
    assert_int_equal(process.num_threads, 2);
    check_unknown_number(process.vm_rss_bytes);
}

/* No memory of their own. */
TEST(samples_of_kernel_threads)
{
    struct vmm_process process = SAMPLE_OF(STAT, "linux-6.18-kernel-worker");

    assert_string_equal(process.comm, "kworker/R-quota_events_unbound");
    assert_int_equal(process.state, VMM_PROCESS_STATE_IDLE);
    assert_int_equal(process.flags & 0x00200000, 0x00200000);
    check_near(process.nice, -20);
    process = SAMPLE_OF(STAT, "linux-6.18-longest-name");
    assert_int_equal(strlen(process.comm), NAME - 1);
    process = SAMPLE_OF(STATUS, "linux-6.18-kernel-thread");
    assert_int_equal(process.kthread, 1);
    assert_int_equal(process.pid, 2);
    assert_int_equal(process.ppid, 0);
    check_unknown_number(process.vm_peak_bytes);
    check_unknown_number(process.vm_rss_bytes);
    check_unknown_number(process.core_dumping);
    assert_int_equal(process.num_threads, 1);
}

TEST(sample_with_extreme_numbers)
{
    struct vmm_process process = SAMPLE_OF(STAT, "extreme-numbers");

    assert_int_equal(process.state, VMM_PROCESS_STATE_TRACING_STOP);
    check_unknown_number(process.pgrp);
    check_unknown_number(process.session);
    assert_int_equal(process.flags, UINT32_MAX);
    assert_int_equal(process.minflt, UINT64_C(18446744073709551613));
    check_unknown_number(process.cminflt);
    check_unknown_number(process.majflt);
    assert_int_equal(process.utime_ticks, UINT64_C(999999999999999));
    assert_int_equal(process.stime_ticks, UINT64_C(1000000000000000));
    /* Printed with a sign, so they may be below zero. */
    check_unknown_number(process.cutime_ticks);
    check_unknown_number(process.cstime_ticks);
    check_near(process.priority, -100);
    check_near(process.nice, -20);
    check_unknown_number(process.num_threads);
    assert_int_equal(process.starttime_ticks, UINT64_C(18446744073709551613));
    check_unknown_number(process.rss_pages);
    /* One below "no limit" is no number either, but not that. */
    check_unknown_number(process.rsslim_bytes);
    check_near(process.exit_signal, -1);
    assert_int_equal(process.guest_time_ticks, 7);
    check_unknown_number(process.exit_code);
}

/* The width of the kernel's `unsigned long` is not guessed. */
TEST(sample_of_a_32_bit_kernel)
{
    struct vmm_process process = SAMPLE_OF(STAT, "32-bit");

    assert_int_equal(process.minflt, UINT32_MAX);
    assert_int_equal(process.utime_ticks, UINT32_MAX);
    assert_int_equal(process.starttime_ticks, UINT64_C(4294967296));
    assert_int_equal(process.rsslim_bytes, UINT32_MAX);
}

TEST(limits_of_resident_memory)
{
    static const struct {
        const char *number;
        uint64_t limit;
    } limits[] = {
        {"0", 0},
        {"1073741824", 1073741824},
        {"9223372036854775807", INT64_MAX},
        {"18446744073709551613", UINT64_C(18446744073709551613)},
        {"18446744063709551615", UINT64_C(18446744063709551615)},
        {"18446744073709551614", VMM_UNKNOWN},
        {"18446744073709551615", VMM_UNLIMITED},
        {"18446744073709551616", VMM_UNKNOWN},
        {"184467440737095516150", VMM_UNKNOWN},
        {"018446744073709551615", VMM_UNKNOWN},
        {"-1", VMM_UNKNOWN},
    };

    for (size_t i = 0; i < COUNT_OF(limits); i++) {
        struct vmm_process process = unknown_process();
        struct builder builder = {NULL, 0, 0};

        builder_print(&builder,
                      "1 (a) S 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 %s 26 27 28 29 30 31 32 33\n",
                      limits[i].number);
        assert_int_equal(read_bytes(&process, VMM_FILE_PROCESS_STAT, builder.bytes, builder.length), VMM_OK);
        assert_int_equal(process.rsslim_bytes, limits[i].limit);
        builder_free(&builder);
    }
}

/* ---- status ---- */

TEST(sample_of_status)
{
    struct vmm_process process = SAMPLE_OF(STATUS, "linux-6.18-process");

    assert_int_equal(process.state, VMM_PROCESS_STATE_RUNNING);
    assert_int_equal(process.tgid, 25597);
    assert_int_equal(process.pid, 25597);
    assert_int_equal(process.ppid, 25547);
    assert_int_equal(process.uid_real, 0);
    assert_int_equal(process.uid_fs, 0);
    assert_int_equal(process.kthread, 0);
    assert_int_equal(process.vm_size_bytes, 103231488);
    assert_int_equal(process.vm_rss_bytes, process.rss_anon_bytes + process.rss_file_bytes + process.rss_shmem_bytes);
    assert_int_equal(process.num_threads, 8);
    assert_int_equal(process.cpus_allowed, 2);
    assert_int_equal(process.mems_allowed, 1);
    assert_int_equal(process.thp_enabled, 1);
    assert_int_equal(process.nonvoluntary_ctxt_switches, 6);
    check_unknown_number(process.vm_pmd_bytes);
    /* The same of a thread: its own number, and the process's. */
    process = SAMPLE_OF(STATUS, "linux-6.18-thread-firecracker-vcpu");
    assert_int_equal(process.tgid, 25597);
    assert_int_equal(process.pid, 25598);
    process = SAMPLE_OF(STATUS, "linux-6.18-process-seen-by-nobody");
    assert_int_equal(process.vm_size_bytes, 103231488);
}

/* Firecracker's jailer gives it a user, a filter of system calls, and a PID namespace in which it is process 1. */
TEST(sample_of_status_in_a_namespace)
{
    struct vmm_process process;

    read_sample(&process_group.formats[VMM_FILE_PROCESS_STATUS - VMM_FILE_PROCESS_STAT],
                "captures/firecracker-1.17.0-jailed/idle/status", &process);
    assert_int_equal(process.pid, 1416);
    assert_int_equal(process.ns_pid, 1);
    assert_int_equal(process.ns_tgid, 1);
    assert_int_equal(process.ns_pgid, 0);
    assert_int_equal(process.ns_sid, 0);
    assert_int_equal(process.gid_real, 1234);
    assert_int_equal(process.gid_fs, 1234);
    assert_int_equal(process.ngid, 0);
    assert_int_equal(process.tracer_pid, 0);
    assert_int_equal(process.no_new_privs, 1);
    assert_int_equal(process.seccomp, 2);
    assert_int_equal(process.seccomp_filters, 1);
    /* Without namespaces both numbers are the same. */
    process = SAMPLE_OF(STATUS, "linux-6.18-thread-firecracker-vcpu");
    assert_int_equal(process.ns_pid, process.pid);
    assert_int_equal(process.ns_tgid, process.tgid);
}

TEST(sample_of_status_of_4_9)
{
    struct vmm_process process = SAMPLE_OF(STATUS, "linux-4.9");

    assert_int_equal(process.tgid, 4218);
    assert_int_equal(process.pid, 4223);
    assert_int_equal(process.uid_real, 0);
    assert_int_equal(process.uid_effective, 107);
    assert_int_equal(process.uid_saved, 0);
    assert_int_equal(process.uid_fs, 107);
    assert_int_equal(process.fd_size, 64);
    assert_int_equal(process.vm_peak_bytes, UINT64_C(4358844) * 1024);
    assert_int_equal(process.vm_lck_bytes, 64 * 1024);
    assert_int_equal(process.vm_pin_bytes, 128 * 1024);
    assert_int_equal(process.vm_hwm_bytes, UINT64_C(2098444) * 1024);
    assert_int_equal(process.vm_rss_bytes, UINT64_C(2098440) * 1024);
    assert_int_equal(process.rss_anon_bytes, 4188 * 1024);
    assert_int_equal(process.rss_file_bytes, 2100 * 1024);
    assert_int_equal(process.rss_shmem_bytes, UINT64_C(2092152) * 1024);
    assert_int_equal(process.vm_data_bytes, UINT64_C(4200340) * 1024);
    assert_int_equal(process.vm_stk_bytes, 132 * 1024);
    assert_int_equal(process.vm_exe_bytes, 2072 * 1024);
    assert_int_equal(process.vm_lib_bytes, 8 * 1024);
    assert_int_equal(process.vm_pte_bytes, 4236 * 1024);
    assert_int_equal(process.vm_pmd_bytes, 20 * 1024);
    assert_int_equal(process.vm_swap_bytes, UINT64_C(123456789) * 1024);
    assert_int_equal(process.hugetlb_pages_bytes, 1048576 * 1024);
    assert_int_equal(process.num_threads, 9);
    assert_int_equal(process.cpus_allowed, 6);
    assert_int_equal(process.mems_allowed, 1);
    assert_int_equal(process.voluntary_ctxt_switches, 1);
    assert_int_equal(process.nonvoluntary_ctxt_switches, UINT64_C(18446744073709551613));
    check_unknown_number(process.kthread);
    check_unknown_number(process.core_dumping);
}

/* Hardened and old kernels drop lines and add some; blank lines and empty values happen. */
TEST(status_with_other_lines)
{
    struct vmm_process process = SAMPLE_OF(STATUS, "linux-6.18-last-lines-empty");

    assert_int_equal(process.state, VMM_PROCESS_STATE_TRACING_STOP);
    assert_int_equal(process.uid_real, 65534);
    assert_int_equal(process.core_dumping, 1);
    assert_int_equal(process.thp_enabled, 0);
    assert_int_equal(process.cpus_allowed, 0);
    assert_int_equal(process.mems_allowed, 9);
    assert_int_equal(process.nonvoluntary_ctxt_switches, 6);
    check_unknown_number(process.vm_rss_bytes);
    process = SAMPLE_OF(STATUS, "linux-2.6.32");
    assert_int_equal(process.state, VMM_PROCESS_STATE_DISK_SLEEP);
    assert_int_equal(process.cpus_allowed, 16);
    check_unknown_number(process.rss_anon_bytes);
    check_unknown_number(process.vm_pin_bytes);
}

/* Meaning and unit are the same, so they feed the same members. */
TEST(what_stat_and_status_both_say)
{
    struct vmm_process of_stat = SAMPLE_OF(STAT, "linux-6.18-thread-firecracker-vcpu");
    struct vmm_process of_status = SAMPLE_OF(STATUS, "linux-6.18-thread-firecracker-vcpu");

    assert_int_equal(of_stat.pid, of_status.pid);
    assert_int_equal(of_stat.state, of_status.state);
    assert_int_equal(of_stat.ppid, of_status.ppid);
    assert_int_equal(of_stat.num_threads, of_status.num_threads);
    READ(of_stat, STATUS, "State:\tD (disk sleep)\nThreads:\t77\n");
    assert_int_equal(of_stat.state, VMM_PROCESS_STATE_DISK_SLEEP);
    assert_int_equal(of_stat.num_threads, 77);
    assert_int_equal(of_stat.pid, of_status.pid);
}

/* ---- statm, io, schedstat, smaps_rollup ---- */

TEST(statm)
{
    struct vmm_process process = SAMPLE_OF(STATM, "linux-6.18-process");

    assert_int_equal(process.statm_size_pages, 25203);
    assert_int_equal(process.statm_resident_pages, 10647);
    assert_int_equal(process.statm_shared_pages, 366);
    assert_int_equal(process.statm_text_pages, 1);
    assert_int_equal(process.statm_lib_pages, 0);
    assert_int_equal(process.statm_data_pages, 24666);
    assert_int_equal(process.statm_dt_pages, 0);
    process = SAMPLE_OF(STATM, "linux-6.18-large");
    check_unknown_number(process.statm_text_pages);
    assert_int_equal(process.statm_data_pages, UINT64_C(4294967296));
    process = unknown_process();
    READ(process, STATM, "1 2\n");
    assert_int_equal(process.statm_resident_pages, 2);
    check_unknown_number(process.statm_shared_pages);
    READ(process, STATM, "  1\t2  3 4 5 6 7 8 9 x\n");
    assert_int_equal(process.statm_dt_pages, 7);
}

/* What it kept from being written may be more than what it wrote. B8.3: blank lines. */
TEST(io)
{
    struct vmm_process process = SAMPLE_OF(IO, "linux-6.18-process");

    assert_int_equal(process.rchar_bytes, 5739);
    assert_int_equal(process.wchar_bytes, 1759);
    assert_int_equal(process.syscr, 11);
    assert_int_equal(process.syscw, 3);
    assert_int_equal(process.read_bytes, 0);
    assert_int_equal(process.write_bytes, 12288);
    assert_int_equal(process.cancelled_write_bytes, 0);
    process = SAMPLE_OF(IO, "linux-6.18-busy");
    assert_int_equal(process.rchar_bytes, UINT64_C(18446744073709551613));
    assert_int_equal(process.read_bytes, 20471808);
    assert_int_equal(process.write_bytes, 4096);
    assert_int_equal(process.cancelled_write_bytes, 1048576);
    process = SAMPLE_OF(IO, "blank-lines");
    assert_int_equal(process.rchar_bytes, 5);
    assert_int_equal(process.cancelled_write_bytes, 11);
    READ(process, IO, "write_bytes: -4096\ncancelled_write_bytes:7\n");
    check_unknown_number(process.write_bytes);
    assert_int_equal(process.cancelled_write_bytes, 7);
    /* Another name with the same end, and the other way round. */
    process = unknown_process();
    READ(process, IO, "cancelled_write_bytes: 5\n");
    check_unknown_number(process.write_bytes);
}

/* A file that may not be read leaves its members unknown, which is not 0. */
TEST(io_that_may_not_be_read)
{
    struct vmm_process process = named(TEXT("firecracker"));

    check_unknown_number(process.read_bytes);
    check_unknown_number(process.write_bytes);
    assert_int_equal(read_bytes(&process, VMM_FILE_PROCESS_IO, TEXT("")), VMM_E_EMPTY);
    check_unknown_number(process.read_bytes);
    assert_int_equal(process.pid, 4218);
}

TEST(schedstat)
{
    struct vmm_process process = SAMPLE_OF(SCHEDSTAT, "linux-6.18-process");

    assert_int_equal(process.run_time_ns, 23505076);
    assert_int_equal(process.run_delay_ns, 190037392);
    assert_int_equal(process.timeslices, 8);
    /* A kernel that does not count prints 0 0 0. */
    process = SAMPLE_OF(SCHEDSTAT, "off");
    check_unknown_number(process.run_time_ns);
    check_unknown_number(process.run_delay_ns);
    check_unknown_number(process.timeslices);
    READ(process, SCHEDSTAT, "0 5 0\n");
    assert_int_equal(process.run_time_ns, 0);
    assert_int_equal(process.run_delay_ns, 5);
    assert_int_equal(process.timeslices, 0);
    process = SAMPLE_OF(SCHEDSTAT, "linux-6.18-zombie");
    assert_int_equal(process.run_time_ns, 28847908);
}

/* Kernel threads and zombies have none; older kernels then gave an empty file. */
TEST(smaps_rollup)
{
    struct vmm_process process = SAMPLE_OF(SMAPS_ROLLUP, "linux-4.14");

    assert_int_equal(process.smaps_rss_bytes, UINT64_C(2098444) * 1024);
    assert_int_equal(process.smaps_pss_bytes, UINT64_C(2097100) * 1024);
    assert_int_equal(process.smaps_shared_clean_bytes, 1500 * 1024);
    assert_int_equal(process.smaps_shared_dirty_bytes, 0);
    assert_int_equal(process.smaps_private_clean_bytes, 604 * 1024);
    assert_int_equal(process.smaps_private_dirty_bytes, UINT64_C(2096340) * 1024);
    assert_int_equal(process.smaps_referenced_bytes, UINT64_C(2090000) * 1024);
    assert_int_equal(process.smaps_anonymous_bytes, 4188 * 1024);
    assert_int_equal(process.smaps_lazy_free_bytes, 12 * 1024);
    assert_int_equal(process.smaps_anon_huge_pages_bytes, 2048 * 1024);
    assert_int_equal(process.smaps_shmem_pmd_mapped_bytes, UINT64_C(2092032) * 1024);
    assert_int_equal(process.smaps_shared_hugetlb_bytes, 16 * 1024);
    assert_int_equal(process.smaps_private_hugetlb_bytes, 1048576 * 1024);
    assert_int_equal(process.smaps_swap_bytes, 40 * 1024);
    assert_int_equal(process.smaps_swap_pss_bytes, 20 * 1024);
    assert_int_equal(process.smaps_locked_bytes, 64 * 1024);
    check_unknown_number(process.smaps_pss_dirty_bytes);
    check_unknown_number(process.smaps_ksm_bytes);
    process = SAMPLE_OF(SMAPS_ROLLUP, "linux-6.18-process");
    assert_true(process.smaps_pss_dirty_bytes != VMM_UNKNOWN && process.smaps_ksm_bytes != VMM_UNKNOWN);
    assert_int_equal(process.smaps_pss_bytes / 4096 <= process.smaps_rss_bytes / 4096, 1);
    /* Line by line: a file of each mapping has the same keys, and the last would count. */
    assert_int_equal(
        read_bytes(&process, VMM_FILE_PROCESS_SMAPS_ROLLUP, TEXT("558c7908e000-7ffdfb54e000 ---p [rollup]\n")),
        VMM_E_EMPTY);
    check_unknown_number(process.smaps_rss_bytes);
}

/* ---- input and output ---- */

/* Of a file of one line, the first line counts, and the text is at its end afterwards. */
TEST(a_second_line_is_ignored)
{
    static const char two[] = "1 2 3\n4 5 6\n";
    struct vmm_text text = vmm_text_of(two, sizeof two - 1);
    struct vmm_process process = unknown_process();

    assert_int_equal(vmm_record_read(&text, VMM_FILE_PROCESS_SCHEDSTAT, &process, sizeof process), VMM_OK);
    assert_ptr_equal(text.pos, text.end);
    assert_int_equal(process.run_time_ns, 1);
    assert_int_equal(vmm_record_read(&text, VMM_FILE_PROCESS_SCHEDSTAT, &process, sizeof process), VMM_E_EMPTY);
}
