/* The traffic of a virtual machine's device a second. */
#include "arithmetic.h"
#include "vmmetrics/hypervisor.h"

#define AT(member) offsetof(struct vmm_hypervisor_device, member)
#define NOW(member) vmm_input(after, AT(member))
/* Of a counter of Cloud Hypervisor and an increment of Firecracker. */
#define RATE(total, increment)                                                                                         \
    vmm_per_second(counter_or_increment(VMM_GREW(hypervisor_device, total), NOW(increment), &status), elapsed_ns)

static const struct vmm_identity hypervisor_device_identity = {{AT(device_kind), AT(instance_id)},
                                                               VMM_NAME_OF(struct vmm_hypervisor_device)};

/* The growth of a counter that both samples have, or else the increment of the later sample. */
static uint64_t counter_or_increment(uint64_t growth, uint64_t increment, vmm_status *status)
{
    if (growth != VMM_UNKNOWN)
        return growth;
    if (vmm_is_known(increment) && *status == VMM_E_EMPTY)
        *status = VMM_OK;
    return increment;
}

static vmm_status hypervisor_device_rate(const struct vmm_hypervisor_device *before,
                                         const struct vmm_hypervisor_device *after, int64_t elapsed_ns,
                                         struct vmm_hypervisor_device_rate *rate)
{
    vmm_status status = VMM_E_EMPTY;

    vmm_store_name(rate, sizeof *rate, VMM_NAME_OF(struct vmm_hypervisor_device_rate),
                   vmm_input_name(after, VMM_NAME_OF(struct vmm_hypervisor_device)));
    rate->device_kind = NOW(device_kind);
    rate->instance_id = NOW(instance_id);
    rate->read_bytes_per_second = RATE(total_read_bytes, increment_read_bytes);
    rate->write_bytes_per_second = RATE(total_write_bytes, increment_write_bytes);
    rate->reads_per_second = RATE(total_read_ops, increment_read_count);
    rate->writes_per_second = RATE(total_write_ops, increment_write_count);
    rate->rx_bytes_per_second = RATE(total_rx_bytes, increment_rx_bytes);
    rate->tx_bytes_per_second = RATE(total_tx_bytes, increment_tx_bytes);
    rate->rx_packets_per_second = RATE(total_rx_frames, increment_rx_packets);
    rate->tx_packets_per_second = RATE(total_tx_frames, increment_tx_packets);
    return status;
}

vmm_status vmm_hypervisor_device_rate_between(const struct vmm_hypervisor_device *before,
                                              const struct vmm_hypervisor_device *after, int64_t elapsed_ns,
                                              struct vmm_hypervisor_device_rate *out, size_t out_size)
{
    struct vmm_hypervisor_device_rate rate;
    vmm_status status = vmm_begin_between(before, after, elapsed_ns, &hypervisor_device_identity, &rate, sizeof rate);

    if (status == VMM_OK)
        status = hypervisor_device_rate(before, after, elapsed_ns, &rate);
    return vmm_give_named(status, &rate, sizeof rate, VMM_NAME_OF(struct vmm_hypervisor_device_rate), out, out_size);
}

#undef AT
#undef NOW
#undef RATE
