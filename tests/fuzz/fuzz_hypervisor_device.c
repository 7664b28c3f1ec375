/*
 * Devices of Firecracker and Cloud Hypervisor against a reference parser, and what follows from two of them. The input is a
 * line of metrics, or counters.
 */
#include <string.h>

#include "../reference/device.h"
#include "fuzz.h"

#define NAME offsetof(struct vmm_hypervisor_device, name)
enum { NAME_BYTES = 64 };

/* A name becomes the bytes that it has and zeros, or all ones: see next_row(). */
static struct outcome reference(const char *bytes, size_t length, size_t at, void *out, size_t size)
{
    struct device_outcome device;

    if (size >= NAME + NAME_BYTES)
        memset((char *)out + NAME, 0, NAME_BYTES);
    device = device_next(bytes, at, length, out, size);
    return (struct outcome){device.status, device.pos, device.error == SIZE_MAX ? NOWHERE : device.error};
}

/* ---- the library ---- */

/* fuzz_check() takes all ones for unknown, which no name is. */
static vmm_status next_row(struct vmm_text *text, void *out, size_t out_size)
{
    static const char none[NAME_BYTES];
    vmm_status status = vmm_hypervisor_device_next(text, out, out_size);

    if (out_size >= NAME + NAME_BYTES) {
        CHECK((status == VMM_OK) == (memcmp((char *)out + NAME, none, NAME_BYTES) != 0));
        if (status != VMM_OK)
            memset((char *)out + NAME, 0xff, NAME_BYTES);
    }
    return status;
}

static bool is_of_cloud_hypervisor(const struct vmm_hypervisor_device *device)
{
    return device->device_kind >= VMM_HYPERVISOR_DEVICE_CLOUD_HYPERVISOR_DISK;
}

static void check_usage(const struct vmm_hypervisor_device *before, const struct vmm_hypervisor_device *after)
{
    struct vmm_hypervisor_device_rate rate, turned;
    vmm_status status = vmm_hypervisor_device_rate_between(before, after, 500000000, &rate, sizeof rate);

    CHECK(status == VMM_OK || status == VMM_RESET || status == VMM_E_EMPTY);
    if (status != VMM_OK)
        return;
    CHECK(strcmp(rate.name, after->name) == 0 && before->device_kind == after->device_kind);
    if (!is_of_cloud_hypervisor(after)) {
        /* What the earlier one counted plays no part. */
        CHECK(vmm_hypervisor_device_rate_between(after, after, 500000000, &turned, sizeof turned) == VMM_OK);
        CHECK(fuzz_same(&rate, &turned, sizeof rate));
        if (after->increment_read_bytes != VMM_UNKNOWN)
            CHECK(rate.read_bytes_per_second >= (double)after->increment_read_bytes * 1.999);
    } else if (before->total_rx_bytes != VMM_UNKNOWN && after->total_rx_bytes != VMM_UNKNOWN) {
        double growth = (double)(after->total_rx_bytes - before->total_rx_bytes);

        CHECK(after->total_rx_bytes >= before->total_rx_bytes);
        CHECK(rate.rx_bytes_per_second >= growth * 1.999 && rate.rx_bytes_per_second <= growth * 2.001);
    }
}

/* All rows with records of this size. */
static void check_rows(struct piece text, size_t row_size)
{
    struct vmm_hypervisor_device last;
    bool has_last = false;
    size_t at = 0;

    do {
        struct vmm_hypervisor_device row;
        struct outcome outcome = fuzz_check(next_row, reference, text, at, &row, sizeof row, row_size);

        if (outcome.status == VMM_E_ARGUMENT)
            return;
        CHECK(outcome.pos > at || at == text.length);
        if (outcome.status == VMM_OK && row_size >= sizeof row) {
            CHECK(row.device_kind >= 1 && row.device_kind <= 5);
            /* Increments and totals never meet. */
            CHECK(is_of_cloud_hypervisor(&row)
                      ? row.increment_read_bytes == VMM_UNKNOWN && row.rx_fails == VMM_UNKNOWN
                      : row.total_read_bytes == VMM_UNKNOWN && row.total_rx_bytes == VMM_UNKNOWN);
            if (has_last)
                check_usage(&last, &row);
            last = row;
            has_last = true;
        }
        at = outcome.pos;
    } while (at != text.length);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const char *bytes = (const char *)data;
    struct piece text = fuzz_copy(bytes, size);
    size_t length = 0, out_size;
    unsigned index = 0;

    fuzz_rows_share_lines = true;
    check_rows(text, sizeof(struct vmm_hypervisor_device));
    while (fuzz_next_size(bytes, size, sizeof(struct vmm_hypervisor_device), &index, &out_size))
        check_rows(text, out_size);
    while (fuzz_next_prefix(bytes, size, &length)) {
        struct piece prefix = fuzz_copy(bytes, length);

        check_rows(prefix, sizeof(struct vmm_hypervisor_device));
        fuzz_free(prefix);
    }
    fuzz_free(text);
    return 0;
}
