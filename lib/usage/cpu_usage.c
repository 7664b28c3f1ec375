/* How a CPU spent the time between two samples of its row. */
#include "arithmetic.h"
#include "vmmetrics/cpu.h"

#define RECORD struct vmm_cpu_usage

/* The columns in the order of both records. The first eight are all of the time; the guests' are parts of others. */
enum { USER, NICE, SYSTEM, IDLE, IOWAIT, IRQ, SOFTIRQ, STEAL, GUEST, GUEST_NICE };
#define STATES GUEST
#define REQUIRED IOWAIT
#define COLUMNS (GUEST_NICE + 1)

static uint64_t ticks(const struct vmm_cpu *cpu, unsigned column)
{
    return vmm_input(cpu, offsetof(struct vmm_cpu, user_ticks) + column * sizeof(uint64_t));
}

static bool may_step_back(unsigned column)
{
    return column == IDLE || column == IOWAIT || column == STEAL;
}

/*
 * The ticks that each column gained, unknown where the kernel does not print it, and their total over the states, which
 * is rebuilt from the parts so that shares of it add up to one.
 */
static vmm_status gains_between(const struct vmm_cpu *before, const struct vmm_cpu *after, uint64_t gains[COLUMNS],
                                uint64_t *total)
{
    uint64_t largest_fall = 0;

    for (unsigned i = 0; i < REQUIRED; i++)
        if (!vmm_is_known(ticks(after, i)))
            return VMM_E_EMPTY;
    *total = 0;
    for (unsigned i = 0; i < COLUMNS; i++) {
        uint64_t old = ticks(before, i);
        uint64_t new = ticks(after, i);

        gains[i] = VMM_UNKNOWN;
        if (vmm_is_known(old) != vmm_is_known(new))
            return VMM_RESET;
        if (!vmm_is_known(new))
            continue;
        if (new >= old) {
            gains[i] = new - old;
            if (i < STATES)
                *total = vmm_add(*total, gains[i]);
        } else if (may_step_back(i)) {
            gains[i] = 0;
            if (old - new > largest_fall)
                largest_fall = old - new;
        } else {
            return VMM_RESET;
        }
    }
    if (largest_fall != 0 && largest_fall >= *total)
        return VMM_RESET;
    return VMM_OK;
}

static uint64_t smaller(uint64_t a, uint64_t b)
{
    return a < b ? a : b;
}

/* The ticks gained in the states that are not in a set of them. */
static double ticks_without(const uint64_t gains[COLUMNS], unsigned states)
{
    double sum = 0;

    for (unsigned i = 0; i < STATES; i++)
        if (gains[i] != VMM_UNKNOWN && (states >> i & 1) == 0)
            sum += (double)gains[i];
    return sum;
}

/* A share, which rounding may not lift above one. */
static double share(double part, double whole)
{
    return part < whole ? part / whole : 1;
}

vmm_status vmm_cpu_usage_between(const struct vmm_cpu *before, const struct vmm_cpu *after, struct vmm_cpu_usage *out,
                                 size_t out_size)
{
    static const unsigned idle = 1U << IDLE;
    static const unsigned iowait = 1U << IOWAIT;
    static const unsigned steal = 1U << STEAL;
    size_t size = vmm_begin(out, out_size, sizeof *out);
    uint64_t gains[COLUMNS];
    double whole;
    uint64_t total;
    vmm_status status;

    if (size == 0 || after == NULL)
        return VMM_E_ARGUMENT;
    if (before == NULL || before->size == 0)
        return VMM_FIRST;
    if (vmm_input(before, offsetof(struct vmm_cpu, id)) != vmm_input(after, offsetof(struct vmm_cpu, id)))
        return VMM_RESET;
    status = gains_between(before, after, gains, &total);
    if (status != VMM_OK)
        return status;

    /* Hostile counters may add up to more than 64 bits; as a double their total is near enough for shares. */
    whole = ticks_without(gains, 0);
    if (whole < 1)
        return VMM_NO_INTERVAL;
    vmm_store(out, size, offsetof(RECORD, id), vmm_input(after, offsetof(struct vmm_cpu, id)));
    vmm_store(out, size, offsetof(RECORD, total_ticks), total);
    for (unsigned i = 0; i < COLUMNS; i++) {
        static const unsigned char container[COLUMNS] = {[GUEST] = USER, [GUEST_NICE] = NICE};
        uint64_t gain = gains[i];

        if (gain == VMM_UNKNOWN)
            continue;
        /* By rounding, guests may seem to have run a tick longer than the time that contains theirs. */
        if (i >= STATES)
            gain = smaller(gain, gains[container[i]]);
        vmm_store_double(out, size, offsetof(RECORD, user_ratio) + i * sizeof(double), (double)gain / whole);
    }
    vmm_store_double(out, size, offsetof(RECORD, busy_cloudwatch_ratio), share(ticks_without(gains, idle), whole));
    vmm_store_double(out, size, offsetof(RECORD, busy_gopsutil_ratio),
                     share(ticks_without(gains, idle | iowait), whole));
    vmm_store_double(out, size, offsetof(RECORD, busy_node_exporter_ratio),
                     share(ticks_without(gains, idle | iowait | steal), whole));
    return VMM_OK;
}
