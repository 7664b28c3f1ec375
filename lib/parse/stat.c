/* The counters of /proc/stat, behind its CPU rows: `ctxt 123456`. */
#include "../record/engine.h"
#include "../scan/scan.h"
#include "vmmetrics/system.h"

#define RECORD struct vmm_stat
#define KEYS(KEY)                                                                                                      \
    KEY(intr, COUNT, COUNTER_SUM, "intr ")                                                                             \
    KEY(ctxt, COUNT, COUNTER, "ctxt ")                                                                                 \
    KEY(btime_seconds, SECONDS, GAUGE, "btime ")                                                                       \
    KEY(processes, COUNT, COUNTER_LONG, "processes ")                                                                  \
    KEY(procs_running, COUNT, GAUGE, "procs_running ")                                                                 \
    KEY(procs_blocked, COUNT, GAUGE, "procs_blocked ")
#define SOFTIRQS(MEMBER)                                                                                               \
    MEMBER(softirq, COUNT, COUNTER_SUM)                                                                                \
    MEMBER(softirq_hi, COUNT, COUNTER_32)                                                                              \
    MEMBER(softirq_timer, COUNT, COUNTER_32)                                                                           \
    MEMBER(softirq_net_tx, COUNT, COUNTER_32)                                                                          \
    MEMBER(softirq_net_rx, COUNT, COUNTER_32)                                                                          \
    MEMBER(softirq_block, COUNT, COUNTER_32)                                                                           \
    MEMBER(softirq_irq_poll, COUNT, COUNTER_32)                                                                        \
    MEMBER(softirq_tasklet, COUNT, COUNTER_32)                                                                         \
    MEMBER(softirq_sched, COUNT, COUNTER_32)                                                                           \
    MEMBER(softirq_hrtimer, COUNT, COUNTER_32)                                                                         \
    MEMBER(softirq_rcu, COUNT, COUNTER_32)

static const struct vmm_key rows[] = {KEYS(VMM_KEY) VMM_KEY_LIST(softirq, softirq_rcu, COUNT, "softirq ")};
static const struct vmm_keys keys = VMM_TABLE(rows);

/* Where the CPU rows at p end. Their first bytes tell; a row that was cut is left to be refused. */
static const char *skip_cpus(const char *p, const char *end)
{
    while (end - p >= 4 && (vmm_load4(p) & 0xffffff) == ('c' | 'p' << 8 | 'u' << 16)) {
        const char *line_end = vmm_line_end(p, end);

        if (line_end == end)
            break;
        p = line_end + 1;
    }
    return p;
}

vmm_status vmm_stat_parse(struct vmm_text *text, struct vmm_stat *out, size_t out_size)
{
    if (vmm_begin_text(text, out, out_size, sizeof *out) == 0)
        return VMM_E_ARGUMENT;
    text->pos = skip_cpus(text->pos, text->end);
    return vmm_fill_keys(text, &keys, out, out_size);
}
