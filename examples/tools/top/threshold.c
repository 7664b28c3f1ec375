/* SPDX-License-Identifier: MIT */
#include "threshold.h"

const struct threshold thresholds[THRESHOLDS] = {
    [THRESHOLD_BUSY] = {"CPU used, of its vCPUs or of the host", 0.8, 0.95, UNIT_RATIO},
    [THRESHOLD_WAIT] = {"WAIT, of its vCPUs", 0.1, 0.3, UNIT_RATIO},
    [THRESHOLD_STEAL] = {"steal of the host's CPUs", 0.05, 0.2, UNIT_RATIO},
    [THRESHOLD_LIMIT] = {"CPU used, of its limit", 0.8, 0.95, UNIT_RATIO},
    [THRESHOLD_THROTTLED] = {"periods throttled", 0.01, 0.25, UNIT_RATIO},
    [THRESHOLD_MEMORY] = {"memory used, in a guest or of the host", 0.8, 0.95, UNIT_RATIO},
    [THRESHOLD_PRESSURE] = {"pressure", 0.2, 0.5, UNIT_RATIO},
    [THRESHOLD_DISK] = {"time in which a disk was busy", 0.8, 0.95, UNIT_RATIO},
    [THRESHOLD_SPACE] = {"space used of the file system", 0.8, 0.95, UNIT_RATIO},
    [THRESHOLD_DROPS] = {"packets dropped in a second", 1, 100, UNIT_COUNT},
    [THRESHOLD_KILLS] = {"processes killed for memory", 1, 1, UNIT_COUNT},
};

/* 0, 1 or 2. */
static unsigned degree(double value, enum threshold_id threshold)
{
    if (threshold == THRESHOLD_NONE)
        return 0;
    return (value >= thresholds[threshold].warn) + (unsigned)(value >= thresholds[threshold].bad);
}

enum style style_of(struct figure figure, enum threshold_id threshold)
{
    static const enum style styles[] = {STYLE_PLAIN, STYLE_WARN, STYLE_BAD};

    if (figure.known == IS_RESET)
        return STYLE_WARN;
    return figure.known == IS_KNOWN ? styles[degree(figure.value, threshold)] : STYLE_FAINT;
}

enum style style_of_used(double value, enum threshold_id threshold)
{
    return STYLE_USED + degree(value, threshold);
}

enum style style_of_vm(const struct vm *vm, enum figure_id figure)
{
    /* What a figure is measured by, and the figure that it is a part of; all others are never worth a look. */
    static const struct {
        enum figure_id figure;
        enum threshold_id threshold;
        enum figure_id whole;
    } measures[] = {
        {FIGURE_CPU, THRESHOLD_BUSY, FIGURE_VCPUS},
        {FIGURE_VCPU_CPU, THRESHOLD_BUSY, FIGURE_VCPUS},
        {FIGURE_WAIT, THRESHOLD_WAIT, FIGURE_VCPUS},
        {FIGURE_GUEST_USED, THRESHOLD_MEMORY, FIGURE_GUEST_TOTAL},
        {FIGURE_LIMIT_USED, THRESHOLD_LIMIT, FIGURES},
        {FIGURE_THROTTLED, THRESHOLD_THROTTLED, FIGURES},
        {FIGURE_PRESSURE, THRESHOLD_PRESSURE, FIGURES},
        {FIGURE_CPU_PRESSURE, THRESHOLD_PRESSURE, FIGURES},
        {FIGURE_MEMORY_PRESSURE, THRESHOLD_PRESSURE, FIGURES},
        {FIGURE_IO_PRESSURE, THRESHOLD_PRESSURE, FIGURES},
        {FIGURE_DROPS_IN, THRESHOLD_DROPS, FIGURES},
        {FIGURE_DROPS_OUT, THRESHOLD_DROPS, FIGURES},
        {FIGURE_OOM_KILLS, THRESHOLD_KILLS, FIGURES},
    };
    struct figure shown = vm->figures[figure];

    for (size_t i = 0; i < sizeof measures / sizeof measures[0]; i++) {
        if (measures[i].figure != figure)
            continue;
        if (measures[i].whole != FIGURES && shown.known == IS_KNOWN) {
            const struct figure *whole = &vm->figures[measures[i].whole];

            /* Of an unknown whole it may be any part. */
            if (whole->known != IS_KNOWN || !(whole->value > 0))
                break;
            shown.value /= whole->value;
        }
        return style_of(shown, measures[i].threshold);
    }
    return style_of(shown, THRESHOLD_NONE);
}
