/* The traffic of a virtual machine's device a second. */
#include "arithmetic.h"
#include "vmmetrics/counter.h"
#include "vmmetrics/hypervisor.h"

#define RECORD struct vmm_hypervisor_device_rate

#define AT(member) offsetof(struct vmm_hypervisor_device, member)

/* What is read of Firecracker and of Cloud Hypervisor, and where the rate goes. */
static const struct {
    uint16_t increment;
    uint16_t total;
    uint16_t rate;
} inputs[] = {
    {AT(increment_read_bytes), AT(total_read_bytes), offsetof(RECORD, read_bytes_per_second)},
    {AT(increment_write_bytes), AT(total_write_bytes), offsetof(RECORD, write_bytes_per_second)},
    {AT(increment_read_count), AT(total_read_ops), offsetof(RECORD, reads_per_second)},
    {AT(increment_write_count), AT(total_write_ops), offsetof(RECORD, writes_per_second)},
    {AT(increment_rx_bytes), AT(total_rx_bytes), offsetof(RECORD, rx_bytes_per_second)},
    {AT(increment_tx_bytes), AT(total_tx_bytes), offsetof(RECORD, tx_bytes_per_second)},
    {AT(increment_rx_packets), AT(total_rx_frames), offsetof(RECORD, rx_packets_per_second)},
    {AT(increment_tx_packets), AT(total_tx_frames), offsetof(RECORD, tx_packets_per_second)},
};
enum { INPUTS = sizeof inputs / sizeof inputs[0] };

static bool is_another(const struct vmm_hypervisor_device *before, const struct vmm_hypervisor_device *after)
{
    return vmm_differ(before, after, AT(device_kind)) || vmm_differ(before, after, AT(instance_id)) ||
           vmm_names_differ(before, after, AT(name), sizeof before->name);
}

/* Counters that both samples have, or else the increments of the later one. */
static vmm_status growths_between(const struct vmm_hypervisor_device *before, const struct vmm_hypervisor_device *after,
                                  uint64_t growths[INPUTS])
{
    vmm_status result = VMM_E_EMPTY;

    for (unsigned i = 0; i < INPUTS; i++) {
        vmm_status status = vmm_counter_between(vmm_input(before, inputs[i].total), vmm_input(after, inputs[i].total),
                                                VMM_WIDTH_64, &growths[i]);

        if (status == VMM_RESET)
            return VMM_RESET;
        if (status != VMM_OK)
            growths[i] = vmm_input(after, inputs[i].increment);
        if (vmm_is_known(growths[i]))
            result = VMM_OK;
    }
    return result;
}

vmm_status vmm_hypervisor_device_rate_between(const struct vmm_hypervisor_device *before,
                                              const struct vmm_hypervisor_device *after, int64_t elapsed_ns,
                                              struct vmm_hypervisor_device_rate *out, size_t out_size)
{
    size_t size = vmm_begin(out, out_size, sizeof *out);
    uint64_t growths[INPUTS] = {0};
    vmm_status status;

    vmm_store_name(out, size, offsetof(RECORD, name), sizeof out->name, "");
    if (size == 0 || after == NULL)
        return VMM_E_ARGUMENT;
    if (before == NULL || before->size == 0)
        return VMM_FIRST;
    if (elapsed_ns <= 0)
        return VMM_NO_INTERVAL;
    if (is_another(before, after))
        return VMM_RESET;
    status = growths_between(before, after, growths);
    if (status != VMM_OK)
        return status;
    vmm_store_name(out, size, offsetof(RECORD, name), sizeof out->name,
                   vmm_input_name(after, AT(name), sizeof after->name));
    vmm_store(out, size, offsetof(RECORD, device_kind), vmm_input(after, AT(device_kind)));
    vmm_store(out, size, offsetof(RECORD, instance_id), vmm_input(after, AT(instance_id)));
    for (unsigned i = 0; i < INPUTS; i++)
        vmm_store_rate(out, size, inputs[i].rate, growths[i], elapsed_ns);
    return VMM_OK;
}
