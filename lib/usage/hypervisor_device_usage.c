/* SPDX-License-Identifier: MIT */
/* The traffic of a virtual machine's device a second. */
#include "arithmetic.h"
#include "vmmetrics/hypervisor.h"

#define AT(member) offsetof(struct vmm_hypervisor_device, member)
#define NOW(member) vmm_input(after, AT(member))
/* The rate from a counter of Cloud Hypervisor or an increment of Firecracker. */
#define RATE(total, increment)                                                                                         \
    vmm_per_second(counter_or_increment(VMM_GREW(hypervisor_device, total), NOW(increment), &status), elapsed_ns)

/* The growth of a counter that both samples have, or else the increment of the later sample. */
static uint64_t counter_or_increment(uint64_t growth, uint64_t increment, vmm_status *status)
{
    if (growth != VMM_UNKNOWN)
        return growth;
    if (vmm_is_number(increment) && *status == VMM_E_EMPTY)
        *status = VMM_OK;
    return increment;
}

static vmm_status hypervisor_device_usage(const struct vmm_hypervisor_device *before,
                                          const struct vmm_hypervisor_device *after, int64_t elapsed_ns,
                                          struct vmm_hypervisor_device_usage *usage)
{
    vmm_status status = VMM_E_EMPTY;

    vmm_store_name(usage, sizeof *usage, VMM_NAME_OF(struct vmm_hypervisor_device_usage),
                   vmm_input_name(after, VMM_NAME_OF(struct vmm_hypervisor_device)));
    usage->device_type = NOW(device_type);
    usage->instance_id = NOW(instance_id);
    usage->read_bytes_per_second = RATE(total_read_bytes, increment_read_bytes);
    usage->write_bytes_per_second = RATE(total_write_bytes, increment_write_bytes);
    usage->reads_per_second = RATE(total_read_ops, increment_read_count);
    usage->writes_per_second = RATE(total_write_ops, increment_write_count);
    usage->rx_bytes_per_second = RATE(total_rx_bytes, increment_rx_bytes);
    usage->tx_bytes_per_second = RATE(total_tx_bytes, increment_tx_bytes);
    usage->rx_packets_per_second = RATE(total_rx_frames, increment_rx_packets);
    usage->tx_packets_per_second = RATE(total_tx_frames, increment_tx_packets);
    return status;
}

vmm_status vmm_hypervisor_device_usage_between(const struct vmm_hypervisor_device *before,
                                               const struct vmm_hypervisor_device *after, int64_t elapsed_ns,
                                               struct vmm_hypervisor_device_usage *out, size_t out_size)
{
    struct vmm_hypervisor_device_usage usage;
    vmm_status status = vmm_begin_between(before, after, elapsed_ns, VMM_RECORD_HYPERVISOR_DEVICE, &usage,
                                          VMM_RECORD_HYPERVISOR_DEVICE_USAGE);

    if (status == VMM_OK)
        status = hypervisor_device_usage(before, after, elapsed_ns, &usage);
    return vmm_give(status, VMM_RECORD_HYPERVISOR_DEVICE_USAGE, &usage, out, out_size);
}

#undef AT
#undef NOW
#undef RATE
