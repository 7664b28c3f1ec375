/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "guest.h"

#include <math.h>
#include <stdio.h>
#include <string.h>
#include <vmmetrics/vmmetrics.h>

#include "view.h"

enum {
    CPUS = 4,
    CPU_COLUMNS = 10,
    SOFTIRQS = 10,
    DISKS = 2,
    COLUMNS = 17,
    FIRST_DISCARD = 11,
    INTERFACE_COLUMNS = 16,
    DEVICE_COUNTERS = 8,
    BALLOON_COUNTERS = 4
};
/* The columns of a row of /proc/stat that matter here; the first eight are all of the time. */
enum { USER, NICE, SYSTEM, IDLE, IOWAIT, IRQ, SOFTIRQ, STEAL, GUEST, GUEST_NICE };

/* True totals: none of them wraps. */
struct state {
    struct cpu {
        bool is_online;
        uint64_t ticks[CPU_COLUMNS];
    } cpus[CPUS];
    uint64_t switches, processes;
    uint64_t softirqs[SOFTIRQS];
    uint64_t disks[DISKS][COLUMNS];
    uint64_t interface[INTERFACE_COLUMNS];
    uint64_t some_usec, full_usec;
    uint64_t balloon[BALLOON_COUNTERS];
    uint64_t device[DEVICE_COUNTERS];
};

/* What the library read of a sample. */
struct records {
    /* The call that finds no more rows writes, too. */
    struct vmm_cpu total, cpus[CPUS + 1];
    size_t cpu_count;
    struct vmm_stat stat;
    struct vmm_disk disks[DISKS];
    struct vmm_net interface;
    struct vmm_pressure pressure;
    struct vmm_balloon balloon;
    struct vmm_hypervisor_device devices[2];
};

struct guest {
    struct state now, before, snapshot;
    struct records records[2];
    unsigned turn;
    bool has_before, has_snapshot;
    int64_t time_ns;
    /* The caller knows of each start and restore. */
    uint64_t generation, generation_before;
    /* What happens in this step; EVENTS for nothing. */
    enum event event;
    bool was_restored;
};

struct guest *guest_new(void)
{
    struct guest *guest = model_alloc(sizeof *guest);

    for (int i = 0; i < CPUS; i++)
        guest->now.cpus[i].is_online = i < 2;
    for (int i = 0; i < SOFTIRQS; i++)
        guest->now.softirqs[i] = one_of(2) ? UINT32_MAX - random_below(1 << 26) : random_below(UINT32_MAX);
    guest->now.disks[0][15 - 1] = guest->now.disks[0][17 - 1] = UINT32_MAX - random_below(1 << 26);
    guest->event = EVENTS;
    guest->generation = 1;
    return guest;
}

bool guest_happen(struct guest *guest, enum event event)
{
    bool is_restart = event == RESTARTED_UNDER_NAME || event == RESTARTED_UNDER_PID || event == SNAPSHOT_RESTORED;

    /* Without anything counted, nothing can be seen to fall. */
    if (is_restart && (guest->was_restored || !guest->has_before))
        return false;
    guest->event = event == SNAPSHOT_RESTORED && !guest->has_snapshot ? RESTARTED_UNDER_NAME : event;
    if (event == GUEST_CPU_PLUGGED || event == GUEST_CPU_UNPLUGGED) {
        struct cpu *cpu = &guest->now.cpus[1 + random_below(CPUS - 1)];

        if (cpu->is_online != (event == GUEST_CPU_UNPLUGGED))
            return false;
        cpu->is_online = !cpu->is_online;
    }
    return true;
}

/* ---- Time ---- */

static void grow_cpu(struct cpu *cpu, uint64_t ticks)
{
    static const unsigned shares[CPU_COLUMNS] = {20, 2, 10, 50, 5, 1, 2, 10, 10, 1};

    for (int i = 0; i < CPU_COLUMNS; i++)
        cpu->ticks[i] += ticks * shares[i] / 100;
    cpu->ticks[USER]++;
}

static void grow(struct state *state, int64_t elapsed_ns)
{
    uint64_t ms = (uint64_t)elapsed_ns / 1000000;

    for (int i = 0; i < CPUS; i++) {
        if (state->cpus[i].is_online)
            grow_cpu(&state->cpus[i], ms / 10);
    }
    state->switches += 1 + random_below(1 << 20);
    state->processes += 1 + random_below(1000);
    for (int i = 0; i < SOFTIRQS; i++)
        grow_32(&state->softirqs[i], random_below(1 << 24), WRAP_SOFTIRQ);
    for (int i = 0; i < DISKS; i++) {
        uint64_t *columns = state->disks[i];

        for (int k = 0; k < COLUMNS; k++)
            columns[k] +=
                k == 8 || k == 3 || k == 7 || k == 9 || k == 10 || k == 14 || k == 16 ? 0 : 1 + random_below(100000);
        grow_32(&columns[3], random_below(4 * ms + 1), WRAP_READ_MS);
        grow_32(&columns[7], random_below(4 * ms + 1), WRAP_WRITE_MS);
        grow_32(&columns[9], random_below(ms + 1), WRAP_IO_MS);
        grow_32(&columns[10], random_below(8 * ms + 1), WRAP_WEIGHTED_MS);
        grow_32(&columns[14], random_below(4 * ms + 1), WRAP_DISCARD_MS);
        grow_32(&columns[16], random_below(4 * ms + 1), WRAP_FLUSH_MS);
    }
    for (int i = 0; i < INTERFACE_COLUMNS; i++)
        state->interface[i] += 1 + random_below(1 << 20);
    state->some_usec += 1 + random_below(ms * 1000 + 1);
    state->full_usec += 1 + random_below(ms * 500 + 1);
    for (int i = 0; i < BALLOON_COUNTERS; i++)
        state->balloon[i] += 1 + random_below(100000);
    for (int i = 0; i < DEVICE_COUNTERS; i++)
        state->device[i] += 1 + random_below(1 << 24);
}

static void boot(struct state *state)
{
    struct state fresh = {.switches = 0};

    for (int i = 0; i < CPUS; i++)
        fresh.cpus[i].is_online = state->cpus[i].is_online;
    *state = fresh;
}

static void step(struct guest *guest, int64_t elapsed_ns)
{
    struct cpu *cpu = &guest->now.cpus[0];
    struct cpu old = *cpu;
    int column = one_of(2) ? IDLE : IOWAIT;

    guest->was_restored = guest->event == RESTARTED_UNDER_NAME || guest->event == RESTARTED_UNDER_PID ||
                          guest->event == SNAPSHOT_RESTORED;
    if (guest->was_restored) {
        if (guest->event == SNAPSHOT_RESTORED)
            guest->now = guest->snapshot;
        else
            boot(&guest->now);
        guest->generation++;
        /* Another guest from now on, so that an earlier snapshot is not its own. */
        guest->has_snapshot = guest->event == SNAPSHOT_RESTORED;
        return;
    }
    grow(&guest->now, elapsed_ns);
    if (guest->event == GUEST_STEPPED_BACK && old.ticks[column] > 1000000)
        cpu->ticks[column] = old.ticks[column] - (one_of(4) ? 1000000 : 1 + random_below(5));
    if (guest->event == GUEST_CLOCK_OF_CPU_JUMPED)
        cpu->ticks[IDLE] += (uint64_t)elapsed_ns / 10000000 * 100 + 1000000;
    if (guest->has_before && one_of(10)) {
        guest->snapshot = guest->before;
        guest->has_snapshot = true;
    }
}

/* ---- Texts ---- */

static void put_cpu(struct text *text, const char *name, const uint64_t ticks[CPU_COLUMNS])
{
    put(text, name);
    for (int i = 0; i < CPU_COLUMNS; i++) {
        put(text, " ");
        put_number(text, ticks[i]);
    }
    put(text, "\n");
}

static void total_of(const struct state *state, uint64_t total[CPU_COLUMNS])
{
    memset(total, 0, CPU_COLUMNS * sizeof *total);
    for (int i = 0; i < CPUS; i++) {
        for (int k = 0; k < CPU_COLUMNS; k++)
            total[k] += state->cpus[i].ticks[k];
    }
}

static void put_stat(struct text *text, const struct state *state)
{
    static const char *const names[CPUS] = {"cpu0", "cpu1", "cpu2", "cpu3"};
    uint64_t total[CPU_COLUMNS];

    total_of(state, total);
    put_cpu(text, "cpu ", total);
    for (int i = 0; i < CPUS; i++) {
        if (state->cpus[i].is_online)
            put_cpu(text, names[i], state->cpus[i].ticks);
    }
    put(text, "intr 5 0 5\n");
    put_line(text, "ctxt ", state->switches);
    put(text, "btime 1700000000\n");
    put_line(text, "processes ", state->processes);
    put(text, "procs_running 1\nprocs_blocked 0\nsoftirq 5");
    for (int i = 0; i < SOFTIRQS; i++) {
        put(text, " ");
        put_number(text, (uint32_t)state->softirqs[i]);
    }
    put(text, "\n");
}

static void put_disks(struct text *text, const struct state *state)
{
    static const char *const names[DISKS] = {" 254       0 vda", " 254      16 vdb"};

    for (int i = 0; i < DISKS; i++) {
        put(text, names[i]);
        for (int k = 0; k < COLUMNS; k++) {
            bool is_32 = k == 3 || k == 7 || k == 9 || k == 10 || k == 14 || k == 16;

            put(text, " ");
            put_number(text, is_32 ? (uint32_t)state->disks[i][k] : state->disks[i][k]);
        }
        put(text, "\n");
    }
}

static struct vmm_text text_of(const struct text *text)
{
    return vmm_text_of(text->bytes, text->length);
}

static void must_be_ok(const struct vm *vm, const char *what, vmm_status status)
{
    if (status != VMM_OK)
        is_wrong(vm, what, "a text that is read", vmm_status_text(status));
}

/* Cloud Hypervisor's totals, and an increment of Firecracker. */
static void read_devices(const struct guest *guest, const struct vm *vm, struct records *records)
{
    static const char *const names[DEVICE_COUNTERS] = {"read_bytes", "write_bytes", "read_ops",  "write_ops",
                                                       "rx_bytes",   "tx_bytes",    "rx_frames", "tx_frames"};
    static struct text text;
    struct vmm_text read;

    text.length = 0;
    put(&text, "{\"_disk0\":{");
    for (int i = 0; i < DEVICE_COUNTERS; i++) {
        put(&text, i == 4 ? "},\"_net1\":{\"" : i == 0 ? "\"" : ",\"");
        put(&text, names[i]);
        put(&text, "\":");
        put_number(&text, guest->now.device[i]);
    }
    put(&text, "}}");
    read = text_of(&text);
    for (int i = 0; i < 2; i++) {
        must_be_ok(vm, "vm.counters",
                   vmm_hypervisor_device_next(&read, &records->devices[i], sizeof records->devices[i]));
        records->devices[i].instance_id = guest->generation;
    }
}

static void read_all(const struct guest *guest, const struct vm *vm, struct records *records)
{
    static struct text text;
    const struct state *state = &guest->now;
    struct vmm_text read;

    text.length = 0;
    put_stat(&text, state);
    read = text_of(&text);
    must_be_ok(vm, "/proc/stat", vmm_cpu_next(&read, &records->total, sizeof records->total));
    records->cpu_count = 0;
    while (vmm_cpu_next(&read, &records->cpus[records->cpu_count], sizeof records->cpus[0]) == VMM_OK)
        records->cpu_count++;
    must_be_ok(vm, "/proc/stat", vmm_stat_parse(&read, &records->stat, sizeof records->stat));
    text.length = 0;
    put_disks(&text, state);
    read = text_of(&text);
    for (int i = 0; i < DISKS; i++)
        must_be_ok(vm, "/proc/diskstats", vmm_disk_next(&read, &records->disks[i], sizeof records->disks[i]));
    text.length = 0;
    put(&text, "  eth0:");
    for (int i = 0; i < INTERFACE_COLUMNS; i++) {
        put(&text, " ");
        put_number(&text, state->interface[i]);
    }
    put(&text, "\n");
    read = text_of(&text);
    must_be_ok(vm, "/proc/net/dev", vmm_net_next(&read, &records->interface, sizeof records->interface));
    records->interface.instance_id = guest->generation;
    text.length = 0;
    put_line(&text, "some avg10=0.00 avg60=0.00 avg300=0.00 total=", state->some_usec);
    put_line(&text, "full avg10=0.00 avg60=0.00 avg300=0.00 total=", state->full_usec);
    read = text_of(&text);
    must_be_ok(vm, "/proc/pressure", vmm_pressure_parse(&read, &records->pressure, sizeof records->pressure));
    text.length = 0;
    put(&text, "{\"target_pages\":1,\"actual_pages\":1,\"swap_in\":");
    put_number(&text, state->balloon[0]);
    put(&text, ",\"swap_out\":");
    put_number(&text, state->balloon[1]);
    put(&text, ",\"major_faults\":");
    put_number(&text, state->balloon[2]);
    put(&text, ",\"minor_faults\":");
    put_number(&text, state->balloon[3]);
    put(&text, "}");
    read = text_of(&text);
    must_be_ok(vm, "the balloon", vmm_balloon_parse(&read, &records->balloon, sizeof records->balloon));
    read_devices(guest, vm, records);
}

/* ---- Comparing ---- */

static void must_be(const struct vm *vm, const char *what, vmm_status wanted, vmm_status found)
{
    tally.resets += wanted == VMM_RESET;
    if (wanted != found)
        is_wrong(vm, what, vmm_status_text(wanted), vmm_status_text(found));
}

static enum must must_if(bool is_known)
{
    return is_known ? MUST_BE_KNOWN : MUST_BE_UNKNOWN;
}

/* What CPUs gained. */
struct gains {
    long double columns[CPU_COLUMNS];
    long double total;
    bool is_reset;
};

/* Idle, iowait and steal may step back by less than all that was gained. */
static struct gains gains_of(const uint64_t before[CPU_COLUMNS], const uint64_t now[CPU_COLUMNS])
{
    struct gains gains = {.total = 0};
    long double fall = 0;

    for (int i = 0; i < CPU_COLUMNS; i++) {
        long double gain = (long double)now[i] - (long double)before[i];

        if (gain < 0) {
            gains.is_reset |= i != IDLE && i != IOWAIT && i != STEAL;
            fall = fmaxl(fall, -gain);
            gain = 0;
        }
        gains.columns[i] = gain;
        gains.total += i < GUEST ? gain : 0;
    }
    gains.is_reset |= fall > 0 && fall >= gains.total;
    return gains;
}

static void check_gains(const struct vm *vm, const char *what, const struct gains *gains, vmm_status status,
                        const struct vmm_cpu_usage *usage)
{
    const double found[CPU_COLUMNS] = {
        usage->user_ratio, usage->nice_ratio,    usage->system_ratio, usage->idle_ratio,  usage->iowait_ratio,
        usage->irq_ratio,  usage->softirq_ratio, usage->steal_ratio,  usage->guest_ratio, usage->guest_nice_ratio};
    bool is_known = !gains->is_reset && gains->total >= 1;
    long double idle = gains->columns[IDLE];

    must_be(vm, what, gains->is_reset ? VMM_RESET : is_known ? VMM_OK : VMM_NO_INTERVAL, status);
    for (int i = 0; i < CPU_COLUMNS; i++)
        check_real(vm, what, must_if(is_known), gains->columns[i] / gains->total, found[i]);
    check_real(vm, what, must_if(is_known), (gains->total - idle) / gains->total, usage->busy_cloudwatch_ratio);
    check_real(vm, what, must_if(is_known), (gains->total - idle - gains->columns[IOWAIT]) / gains->total,
               usage->busy_gopsutil_ratio);
}

static void check_cpus(const struct guest *guest, const struct vm *vm, const struct records *before,
                       const struct records *now, int64_t elapsed_ns)
{
    struct vmm_cpus old = {before->cpus, before->cpu_count, sizeof before->cpus[0]};
    struct vmm_cpus new = {now->cpus, now->cpu_count, sizeof now->cpus[0]};
    struct vmm_interval interval = {elapsed_ns, TICKS_PER_SECOND};
    /* A CPU cannot gain more than the time, a tenth and a second. */
    long double most = ((long double)elapsed_ns * 1.1L / 1e9L + 1) * TICKS_PER_SECOND;
    struct gains gains, sum = {.total = 0};
    struct vmm_cpu_usage usage;
    uint64_t totals[2][CPU_COLUMNS], counted = 0, left_out = 0;
    vmm_status status = vmm_cpu_usage_between(&before->total, &now->total, &usage, sizeof usage);
    size_t i = 0, k = 0;

    total_of(&guest->before, totals[0]);
    total_of(&guest->now, totals[1]);
    gains = gains_of(totals[0], totals[1]);
    check_gains(vm, "cpu_usage of all", &gains, status, &usage);
    for (int id = 0; id < CPUS; id++) {
        bool was_online = guest->before.cpus[id].is_online, is_online = guest->now.cpus[id].is_online;

        if (was_online && is_online) {
            status = vmm_cpu_usage_between(&before->cpus[i], &now->cpus[k], &usage, sizeof usage);
            gains = gains_of(guest->before.cpus[id].ticks, guest->now.cpus[id].ticks);
            check_gains(vm, "cpu_usage", &gains, status, &usage);
        }
        if (is_online && (!was_online || gains.is_reset || gains.total > most)) {
            left_out++;
        } else if (is_online) {
            counted++;
            for (int c = 0; c < CPU_COLUMNS; c++)
                sum.columns[c] += gains.columns[c];
            sum.total += gains.total;
        }
        i += was_online;
        k += is_online;
    }
    sum.is_reset = counted == 0;
    status = vmm_cpus_usage_between(&old, &new, &interval, &usage, sizeof usage);
    check_gains(vm, "cpus_usage", &sum, status, &usage);
    check_number(vm, "cpus_usage.cpus", must_if(status == VMM_OK), counted, usage.cpus);
    check_number(vm, "cpus_usage.cpus_left_out", must_if(status == VMM_OK), left_out, usage.cpus_left_out);
}

/* The growth of a counter of 32 bits; NaN where it cannot be told from a restart. */
static long double growth_32(uint64_t before, uint64_t now)
{
    uint64_t growth = (uint32_t)(now - before);

    return (uint32_t)now < (uint32_t)before && growth > INT32_MAX ? (long double)NAN : (long double)growth;
}

static void check_stat(const struct guest *guest, const struct vm *vm, const struct records *before,
                       const struct records *now)
{
    const struct state *old = &guest->before, *its = &guest->now;
    bool is_reset = its->switches < old->switches || its->processes < old->processes;
    struct vmm_stat growth;
    vmm_status status = vmm_record_growth(&before->stat, &now->stat, &growth, sizeof growth);
    const uint64_t found[SOFTIRQS] = {growth.softirq_hi,      growth.softirq_timer, growth.softirq_net_tx,
                                      growth.softirq_net_rx,  growth.softirq_block, growth.softirq_irq_poll,
                                      growth.softirq_tasklet, growth.softirq_sched, growth.softirq_hrtimer,
                                      growth.softirq_rcu};

    must_be(vm, "stat", is_reset ? VMM_RESET : VMM_OK, status);
    check_number(vm, "stat.ctxt", must_if(!is_reset), its->switches - old->switches, growth.ctxt);
    check_number(vm, "stat.processes", must_if(!is_reset), its->processes - old->processes, growth.processes);
    for (int i = 0; i < SOFTIRQS; i++) {
        long double wanted = growth_32(old->softirqs[i], its->softirqs[i]);

        check_number(vm, "stat.softirq", must_if(!is_reset && !isnan(wanted)), (uint64_t)fmaxl(0, wanted), found[i]);
    }
}

static void check_disk(const struct vm *vm, const uint64_t old[COLUMNS], const uint64_t its[COLUMNS],
                       const struct vmm_disk *before, const struct vmm_disk *now, int64_t elapsed_ns)
{
    long double grown[COLUMNS], seconds = (long double)elapsed_ns / 1e9L, ns = (long double)elapsed_ns, busy;
    struct vmm_disk_usage usage;
    vmm_status status = vmm_disk_usage_between(before, now, elapsed_ns, &usage, sizeof usage);
    bool is_reset = false;
    enum must must;

    for (int i = 0; i < COLUMNS; i++) {
        bool is_32 = i == 3 || i == 7 || i == 9 || i == 10 || i == 14 || i == 16;

        is_reset |= !is_32 && i != 8 && its[i] < old[i];
        grown[i] = is_32 ? growth_32(old[i], its[i]) : (long double)its[i] - (long double)old[i];
    }
    must = must_if(!is_reset);
    must_be(vm, "disk_usage", is_reset ? VMM_RESET : VMM_OK, status);
    check_real(vm, "disk_usage.reads_per_second", must, grown[0] / seconds, usage.reads_per_second);
    check_real(vm, "disk_usage.read_bytes_per_second", must, 512 * grown[2] / seconds, usage.read_bytes_per_second);
    check_real(vm, "disk_usage.writes_per_second", must, grown[4] / seconds, usage.writes_per_second);
    check_real(vm, "disk_usage.discards_per_second", must, grown[FIRST_DISCARD] / seconds, usage.discards_per_second);
    check_real(vm, "disk_usage.read_await_ms", must_if(!is_reset && grown[0] > 0), grown[3] / grown[0],
               usage.read_await_ms);
    check_real(vm, "disk_usage.write_await_ms", must_if(!is_reset && grown[4] > 0), grown[7] / grown[4],
               usage.write_await_ms);
    check_real(vm, "disk_usage.discard_await_ms", must_if(!is_reset && grown[11] > 0), grown[14] / grown[11],
               usage.discard_await_ms);
    check_real(vm, "disk_usage.flush_await_ms", must_if(!is_reset && grown[15] > 0), grown[16] / grown[15],
               usage.flush_await_ms);
    check_real(vm, "disk_usage.queue_length", must, grown[10] * 1e6L / ns, usage.queue_length);
    busy = grown[9] * 1e6L;
    check_real(vm, "disk_usage.busy_ratio", must_if(!is_reset && busy <= ns * 1.1L + 20e6L), busy < ns ? busy / ns : 1,
               usage.busy_ratio);
}

/* The sum of all disks. */
static void check_rows(const struct guest *guest, const struct vm *vm, const struct records *before,
                       const struct records *now)
{
    const struct vmm_rows old = {before->disks, DISKS, sizeof before->disks[0]},
                          new = {now->disks, DISKS, sizeof now->disks[0]};
    uint64_t reads = 0;
    bool is_reset = false;
    struct vmm_disk growth;
    vmm_status status;

    for (int i = 0; i < DISKS; i++) {
        for (int k = 0; k < COLUMNS; k++) {
            bool is_32 = k == 3 || k == 7 || k == 9 || k == 10 || k == 14 || k == 16;

            is_reset |= !is_32 && guest->now.disks[i][k] < guest->before.disks[i][k];
        }
        reads += guest->now.disks[i][0] - guest->before.disks[i][0];
    }
    status = vmm_rows_growth(VMM_RECORD_DISK, &old, &new, NULL, &growth, sizeof growth);
    must_be(vm, "rows_growth", is_reset ? VMM_RESET : VMM_OK, status);
    check_number(vm, "rows_growth.reads", must_if(!is_reset), reads, growth.reads);
}

static void check_interface(const struct guest *guest, const struct vm *vm, const struct records *before,
                            const struct records *now, int64_t elapsed_ns)
{
    const uint64_t *old = guest->before.interface, *its = guest->now.interface;
    long double seconds = (long double)elapsed_ns / 1e9L;
    bool is_other = guest->generation != guest->generation_before;
    enum must must = must_if(!is_other);
    struct vmm_net_usage usage;
    vmm_status status = vmm_net_usage_between(&before->interface, &now->interface, elapsed_ns, &usage, sizeof usage);

    must_be(vm, "net_usage", is_other ? VMM_RESET : VMM_OK, status);
    check_real(vm, "net_usage.rx_bytes", must, ((long double)its[0] - (long double)old[0]) / seconds,
               usage.rx_bytes_per_second);
    check_real(vm, "net_usage.tx_bytes", must, ((long double)its[8] - (long double)old[8]) / seconds,
               usage.tx_bytes_per_second);
    check_real(vm, "net_usage.rx_errors", must, ((long double)its[2] - (long double)old[2]) / seconds,
               usage.rx_errors_per_second);
}

static void check_devices(const struct guest *guest, const struct vm *vm, const struct records *before,
                          const struct records *now, int64_t elapsed_ns)
{
    bool is_other = guest->generation != guest->generation_before;
    long double seconds = (long double)elapsed_ns / 1e9L;

    for (int i = 0; i < 2; i++) {
        struct vmm_hypervisor_device_usage usage;
        vmm_status status = vmm_hypervisor_device_usage_between(&before->devices[i], &now->devices[i], elapsed_ns,
                                                                &usage, sizeof usage);
        const double found[2][4] = {{usage.read_bytes_per_second, usage.write_bytes_per_second, usage.reads_per_second,
                                     usage.writes_per_second},
                                    {usage.rx_bytes_per_second, usage.tx_bytes_per_second, usage.rx_packets_per_second,
                                     usage.tx_packets_per_second}};

        must_be(vm, "hypervisor_device_usage", is_other ? VMM_RESET : VMM_OK, status);
        for (int k = 0; k < 4; k++) {
            long double grown =
                (long double)guest->now.device[4 * i + k] - (long double)guest->before.device[4 * i + k];

            check_real(vm, "hypervisor_device_usage", must_if(!is_other), grown / seconds, found[i][k]);
        }
    }
}

static void check_rest(const struct guest *guest, const struct vm *vm, const struct records *before,
                       const struct records *now, int64_t elapsed_ns)
{
    const struct state *old = &guest->before, *its = &guest->now;
    long double usec = (long double)elapsed_ns / 1000;
    long double some = ((long double)its->some_usec - (long double)old->some_usec) / usec;
    bool is_reset = its->some_usec < old->some_usec || its->full_usec < old->full_usec;
    struct vmm_pressure_usage pressure;
    struct vmm_balloon balloon;
    vmm_status status =
        vmm_pressure_usage_between(&before->pressure, &now->pressure, elapsed_ns, &pressure, sizeof pressure);

    must_be(vm, "pressure_usage", is_reset ? VMM_RESET : VMM_OK, status);
    check_real(vm, "pressure_usage.some_ratio", must_if(!is_reset && some <= 1.1L), fminl(some, 1),
               pressure.some_ratio);
    is_reset = false;
    for (int i = 0; i < BALLOON_COUNTERS; i++)
        is_reset |= its->balloon[i] < old->balloon[i];
    status = vmm_record_growth(&before->balloon, &now->balloon, &balloon, sizeof balloon);
    must_be(vm, "balloon", is_reset ? VMM_RESET : VMM_OK, status);
    check_number(vm, "balloon.swap_in_bytes", must_if(!is_reset), its->balloon[0] - old->balloon[0],
                 balloon.swap_in_bytes);
    check_number(vm, "balloon.minor_faults", must_if(!is_reset), its->balloon[3] - old->balloon[3],
                 balloon.minor_faults);
}

void guest_check(struct guest *guest, const struct vm *vm, int64_t now_ns)
{
    const struct records *before = &guest->records[guest->turn % 2];
    struct records *now = &guest->records[++guest->turn % 2];
    int64_t elapsed_ns = now_ns - guest->time_ns;

    step(guest, guest->has_before ? elapsed_ns : 1000000000);
    read_all(guest, vm, now);
    if (guest->has_before) {
        check_cpus(guest, vm, before, now, elapsed_ns);
        check_stat(guest, vm, before, now);
        for (int i = 0; i < DISKS; i++)
            check_disk(vm, guest->before.disks[i], guest->now.disks[i], &before->disks[i], &now->disks[i], elapsed_ns);
        check_rows(guest, vm, before, now);
        check_interface(guest, vm, before, now, elapsed_ns);
        check_devices(guest, vm, before, now, elapsed_ns);
        check_rest(guest, vm, before, now, elapsed_ns);
    }
    guest->before = guest->now;
    guest->generation_before = guest->generation;
    guest->has_before = true;
    guest->time_ns = now_ns;
    guest->event = EVENTS;
}
