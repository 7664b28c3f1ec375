/* SPDX-License-Identifier: MIT */
/*
 * The kernel's files as they look on machines of any size: made from a fixed seed, so that figures can be compared.
 */
#ifndef VMM_GENERATE_H
#define VMM_GENERATE_H

#include <stddef.h>
#include <stdint.h>

struct buffer {
    char *bytes;
    size_t length;
    size_t capacity;
};

void buffer_printf(struct buffer *buffer, const char *format, ...) __attribute__((format(printf, 2, 3)));

/*
 * From here on the functions below print the same machine's files with other numbers, for each `number` others. 0, as at
 * the start, is what the figures of the manual are of.
 */
void generate_variant(uint64_t number);

/* For the sources of the generator: begins a file, and gives a number below a limit. */
void generate_start(void);
uint64_t generate_below(uint64_t limit);

/* /proc/stat of a machine that was up for 90 days and ran guests; with two or fewer CPUs, of a small VM, up for one. */
void generate_stat(struct buffer *buffer, unsigned cpus, unsigned interrupts);

/* The first two rows of /proc/stat of a machine with so many CPUs: the total, and one CPU. */
void generate_cpu_total(struct buffer *buffer, unsigned cpus);

/* /proc/meminfo of Linux 6.18 on x86, 32 GiB; with an unknown key after every `unknown_every` lines. */
void generate_meminfo(struct buffer *buffer, unsigned unknown_every);

/* /proc/pressure/io of a busy machine that was up for days. */
void generate_pressure(struct buffer *buffer);

/* /proc/diskstats of Linux 6.18: half of the devices are busy, and every other device is an unused loop device. */
void generate_diskstats(struct buffer *buffer, unsigned devices);

/* /proc/vmstat of Linux 6.18 on x86, with every key that this kernel prints. */
void generate_vmstat(struct buffer *buffer);
void generate_netstat(struct buffer *buffer);

/* memory.stat of a cgroup (version 2) of Linux 6.18 that has run for a while. */
void generate_memory_stat(struct buffer *buffer);

/* io.stat of a cgroup that used so many devices. */
void generate_io_stat(struct buffer *buffer, unsigned devices);

/* Files of a Firecracker process that has run for weeks, and the status of one of its vCPU threads; Linux 6.18. */
void generate_process_stat(struct buffer *buffer);
void generate_process_status(struct buffer *buffer);

/* A file of a directory. */
struct generated_file {
    const char *name;
    const char *text;
};

/* The files of a cgroup v2 with limits, as Linux 6.12 prints them; one without a name ends them. */
extern const struct generated_file generated_cgroup[];
/* /proc/self/mountinfo of a machine with containers: as many rows. */
void generate_mountinfo(struct buffer *buffer, unsigned rows);
/* /proc/net/dev of a host: loopback, a network card, and TAPs; one TAP in eight was never used. */
void generate_net_dev(struct buffer *buffer, unsigned interfaces);

/* A line of Firecracker 1.17's metrics, of a VM with so many drives and an interface. */
void generate_firecracker_line(struct buffer *buffer, unsigned drives);
/* Balloon statistics, all of them: Firecracker's answer, and QEMU's. */
void generate_firecracker_balloon(struct buffer *buffer);
void generate_qemu_balloon(struct buffer *buffer);
/* Cloud Hypervisor's counters of so many disks and as many interfaces. */
void generate_cloud_hypervisor_counters(struct buffer *buffer, unsigned disks);
void generate_qemu_disks(struct buffer *buffer, unsigned disks);

#endif
