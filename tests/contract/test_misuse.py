# SPDX-License-Identifier: MIT
"""Each mistake that a careful user can make is caught: by a compiler, by a status, or by a result that is unknown.

usage: test_misuse.py INCLUDE LIBRARY.a [COMPILER...]

Each row is a program with one mistake. It is compiled by each compiler with -Wall -Wextra and run. The row says what
catches the mistake: the compiler's warning, or the lines that the program prints."""

import pathlib
import shutil
import subprocess
import sys
import tempfile

PROGRAM = """#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <string.h>
#include <vmmetrics/vmmetrics.h>

static inline struct vmm_text text_of(const char *string)
{
    return vmm_text_of(string, strlen(string));
}

int main(void)
{
%s
    return 0;
}
"""
DISKS = r"8 0 sda 1 2 3 4 5 6 7 8 9 10 11\n8 x bad 1\n8 1 sdb 1 2 3 4 5 6 7 8 9 10 11\n"

# Number, the mistake, the program, and what catches it: what it prints, or the warning of each compiler.
ROWS = [
    ("1", "a record that begins with zeros: what was not read is unknown, not 0", """
    struct vmm_text text = text_of("5000\\n");
    struct vmm_cgroup cgroup = {0};
    vmm_status status = vmm_record_read(&text, VMM_FILE_CGROUP_MEMORY_CURRENT, &cgroup, sizeof cgroup);
    printf("%d %" PRIu64 " %d\\n", (int)status, cgroup.memory_current_bytes, vmm_is_known(cgroup.memory_max_bytes));
""", "0 5000 0"),
    ("2", "a file of another record is refused", """
    struct vmm_text text = text_of("12345\\n");
    struct vmm_net net;
    vmm_record_init(VMM_RECORD_NET, &net, sizeof net);
    printf("%d ", (int)vmm_record_read(&text, VMM_FILE_CGROUP_MEMORY_CURRENT, &net, sizeof net));
    printf("%d\\n", vmm_is_known(net.tx_packets));
""", "-1 0"),
    ("2b", "a record that began as another is refused by its usage", """
    struct vmm_text text = text_of("12345\\n");
    struct vmm_net net = {0};
    struct vmm_net_usage usage;
    vmm_status read = vmm_record_read(&text, VMM_FILE_CGROUP_MEMORY_CURRENT, &net, sizeof net);
    printf("%d %d\\n", (int)read, (int)vmm_net_usage_between(&net, &net, 1000, &usage, sizeof usage));
""", "0 -1"),
    ("2c", "the id of a record in place of a file", """
    struct vmm_text text = text_of("12345\\n");
    struct vmm_net net = {0};
    printf("%d\\n", (int)vmm_record_read(&text, VMM_RECORD_NET, &net, sizeof net));
""", ("enum-conversion", "enum-conversion")),
    ("2d", "a number that is no file", """
    struct vmm_text text = text_of("12345\\n");
    struct vmm_net net = {0};
    printf("%d\\n", (int)vmm_record_read(&text, (enum vmm_file)7, &net, sizeof net));
""", "-1"),
    ("3", "a loop that ends at the first bad row: the text is not at its end, and says where the bad row is", f"""
    struct vmm_text text = text_of("{DISKS}");
    const char *start = text.pos;
    struct vmm_disk disk;
    unsigned rows = 0;
    while (vmm_disk_next(&text, &disk, sizeof disk) == VMM_OK)
        rows++;
    printf("%u %d %d\\n", rows, text.pos == text.end, (int)(text.error - start));
""", "1 0 34"),
    ("3, mended", "the loop of the headers gives every row but the bad one", f"""
    struct vmm_text text = text_of("{DISKS}");
    struct vmm_disk disk;
    unsigned rows = 0, bad = 0;
    vmm_status status;
    while ((status = vmm_disk_next(&text, &disk, sizeof disk)) != VMM_END)
        if (status == VMM_OK)
            rows++;
        else
            bad++;
    printf("%u %u\\n", rows, bad);
""", "2 1"),
    ("3b", "a loop to VMM_END whose call has a wrong argument ends", f"""
    struct vmm_text text = text_of("{DISKS}");
    unsigned calls = 0;
    while (vmm_disk_next(&text, NULL, 0) != VMM_END)
        calls++;
    while (vmm_disk_next(NULL, NULL, 0) != VMM_END)
        calls++;
    printf("%u\\n", calls);
""", "1"),
    ("4", "a limit of 0 for none is refused", """
    struct vmm_cgroup cgroup;
    struct vmm_cgroup_memory_usage usage;
    vmm_record_init(VMM_RECORD_CGROUP, &cgroup, sizeof cgroup);
    cgroup.memory_current_bytes = 5000;
    printf("%d\\n", (int)vmm_cgroup_memory_usage_of(&cgroup, NULL, 0, &usage, sizeof usage));
""", "-1"),
    ("5", "time and tick rate are not two numbers that can change places, but named members", """
    const struct vmm_interval interval = {.ticks_per_second = 100, .elapsed_ns = 1000000000};
    struct vmm_process before, after;
    struct vmm_process_usage usage;
    vmm_record_init(VMM_RECORD_PROCESS, &before, sizeof before);
    vmm_record_init(VMM_RECORD_PROCESS, &after, sizeof after);
    before.utime_ticks = before.stime_ticks = 0;
    after.utime_ticks = after.stime_ticks = 25;
    printf("%d ", (int)vmm_process_usage_between(&before, &after, &interval, &usage, sizeof usage));
    printf("%g\\n", usage.cores_used);
""", "0 0.5"),
    ("5b", "milliseconds for nanoseconds: shares of time become unknown, rates do not", """
    struct vmm_disk before, after;
    struct vmm_disk_usage usage;
    vmm_record_init(VMM_RECORD_DISK, &before, sizeof before);
    vmm_record_init(VMM_RECORD_DISK, &after, sizeof after);
    before.io_ms = before.reads = 0;
    after.io_ms = 500;
    after.reads = 10;
    printf("%d ", (int)vmm_disk_usage_between(&before, &after, 1000, &usage, sizeof usage));
    printf("%d %g\\n", isnan(usage.busy_ratio) != 0, usage.reads_per_second);
""", "0 1 1e+07"),
    ("6", "the earlier and the later sample in each other's place", """
    struct vmm_disk before, after;
    struct vmm_disk_usage usage;
    vmm_record_init(VMM_RECORD_DISK, &before, sizeof before);
    vmm_record_init(VMM_RECORD_DISK, &after, sizeof after);
    before.reads = 1;
    after.reads = 10;
    printf("%d\\n", (int)vmm_disk_usage_between(&after, &before, 1000000000, &usage, sizeof usage));
""", "4"),
    ("7", "the size of a pointer in place of the record's", """
    struct vmm_text text = text_of("MemTotal: 1 kB\\n");
    struct vmm_meminfo record, *memory = &record;
    printf("%d\\n", (int)vmm_meminfo_parse(&text, memory, sizeof memory));
""", "-1"),
    ("8", "a difference and a sum of what is unknown, and a limit that is none, by the library's functions", """
    struct vmm_net before, after, growth;
    char number[VMM_VALUE_ROOM];
    vmm_record_init(VMM_RECORD_NET, &before, sizeof before);
    vmm_record_init(VMM_RECORD_NET, &after, sizeof after);
    before.rx_bytes = 7;
    after.rx_bytes = 10;
    after.tx_bytes = 10;
    printf("%d ", (int)vmm_record_growth(&before, &after, &growth, sizeof growth));
    printf("%" PRIu64 " %d ", growth.rx_bytes, vmm_is_known(growth.tx_bytes));
    vmm_value_print(VMM_UNLIMITED, number, sizeof number, NULL);
    printf("%s ", number);
    printf("%d\\n", (int)vmm_value_print(VMM_UNKNOWN, number, sizeof number, NULL));
""", "0 3 0 max -4"),
    ("9", "a buffer that is too small has a status of its own, and the size that is needed", """
    const struct vmm_span path = {"/mnt/a\\\\040b", 11};
    char buffer[4];
    size_t needed;
    vmm_status status = vmm_path_unescape(&path, buffer, sizeof buffer, &needed);
    printf("%s: %zu\\n", vmm_status_text(status), needed);
""", "the buffer is too small: 9"),
    ("10", "a text that is parsed twice", """
    struct vmm_text text = text_of("MemTotal: 1 kB\\n");
    struct vmm_meminfo memory;
    vmm_meminfo_parse(&text, &memory, sizeof memory);
    printf("%s\\n", vmm_status_text(vmm_meminfo_parse(&text, &memory, sizeof memory)));
""", "no known key or value in the text, or the text was read before"),
]


def compile_and_run(compiler, folder, number, body, include, library):
    """The compiler's warnings, and what the program prints."""
    source = pathlib.Path(folder, "misuse.c")
    program = pathlib.Path(folder, "misuse")
    source.write_text(PROGRAM % body.strip("\n"), encoding="utf-8")
    built = subprocess.run([compiler, "-std=c11", "-Wall", "-Wextra", "-Wno-unused-function",
                            f"-I{include}", source, library, "-lm", "-o", program],
                           stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    if built.returncode:
        return built.stdout, None
    ran = subprocess.run([program], stdout=subprocess.PIPE, text=True, timeout=20, check=False)
    return built.stdout, ran.stdout.strip() if ran.returncode == 0 else f"exit status {ran.returncode}"


def main():
    include, library, *compilers = sys.argv[1:]
    compilers = [compiler for compiler in compilers or ["gcc", "clang"] if shutil.which(compiler)]
    wrong = 0
    with tempfile.TemporaryDirectory() as folder:
        for compiler in compilers:
            for number, mistake, body, caught in ROWS:
                warnings, printed = compile_and_run(compiler, folder, number, body, include, library)
                if isinstance(caught, tuple):
                    wanted = caught["clang" in compiler]
                    good = f"-W{wanted}" in warnings and printed is not None
                    seen = f"warning -W{wanted}" if good else warnings or "no warning"
                else:
                    good = printed == caught and not warnings
                    seen = printed if not warnings else warnings
                print(f"{compiler} {number}: {mistake}: {seen}" if good else
                      f"broken: {compiler} {number}: {mistake}: wanted {caught!r}, seen {seen!r}")
                wrong += not good
    print(f"{len(ROWS)} mistakes, {len(compilers)} compilers, {wrong} not caught")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
