/* SPDX-License-Identifier: MIT */
/* A program of somebody else's: reads a CPU row and prints it. It is C and C++. */
#include <inttypes.h>
#include <stdio.h>

#include <vmmetrics/vmmetrics.h>

int main(void)
{
    static const char stat[] = "cpu  1 2 3 4\ncpu0 5 6 7 18446744073709551614\n";
    struct vmm_text text = vmm_text_of(stat, sizeof stat - 1);
    struct vmm_cpu cpu;
    vmm_status status;

    while ((status = vmm_cpu_next(&text, &cpu, sizeof cpu)) == VMM_OK)
        printf("user %" PRIu64 " idle %" PRIx64 " steal %" PRIx64 "\n", cpu.user_ticks, cpu.idle_ticks,
               cpu.steal_ticks);
    printf("%s\n", vmm_status_text(status));
    return status == VMM_END ? 0 : 1;
}
