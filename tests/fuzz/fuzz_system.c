/* /proc/loadavg and /proc/uptime against a reference parser. The input is read as each of them. */
#include <stdio.h>
#include <string.h>

#include "fuzz.h"

#define AT(member) offsetof(struct vmm_system, member)

/* ---- reference ---- */

static struct outcome error_at(const char *bytes, size_t length, size_t error)
{
    struct outcome outcome = {error == length ? VMM_E_TRUNCATED : VMM_E_SYNTAX, ref_next_line(bytes, length, error),
                              error};
    return outcome;
}

/* A number with two decimals. */
static bool hundredths(const char *bytes, size_t length, size_t *at, uint64_t *value)
{
    uint64_t decimals = 0;

    if (!ref_number(bytes, length, at, value) || *at == length || bytes[*at] != '.')
        return false;
    ++*at;
    for (int i = 0; i < 2; i++, ++*at) {
        if (*at == length || bytes[*at] < '0' || bytes[*at] > '9')
            return false;
        decimals = decimals * 10 + (uint64_t)(bytes[*at] - '0');
    }
    *value = *value < VMM_UNLIMITED / 100 ? *value * 100 + decimals : VMM_UNKNOWN;
    return true;
}

/* Numbers with two decimals, then plain ones; a slash stands behind the number of that index. */
static struct outcome reference(const char *bytes, size_t length, size_t at, void *out, size_t size, size_t offset,
                                int decimals, int plain, int slash)
{
    struct outcome outcome = {VMM_E_EMPTY, at, NOWHERE};

    if (at == length)
        return outcome;
    for (int i = 0; i < decimals + plain; i++) {
        uint64_t value;

        if (i == 0 || i != slash + 1) {
            while (at < length && ref_blank(bytes[at]))
                at++;
            if (i != 0 && at < length && bytes[at] == '\n')
                break;
        }
        if (i < decimals ? !hundredths(bytes, length, &at, &value) : !ref_number(bytes, length, &at, &value))
            return error_at(bytes, length, at);
        if (at == length || (i == slash ? bytes[at] != '/' : bytes[at] != '\n' && !ref_blank(bytes[at])))
            return error_at(bytes, length, at);
        if (i == slash)
            at++;
        ref_store(out, size, offset + 8 * (size_t)i, value);
    }
    while (at < length && bytes[at] != '\n')
        at++;
    if (at == length)
        return error_at(bytes, length, at);
    outcome.status = VMM_OK;
    outcome.pos = length;
    return outcome;
}

static struct outcome reference_loadavg(const char *bytes, size_t length, size_t at, void *out, size_t size)
{
    return reference(bytes, length, at, out, size, AT(load1_hundredths), 3, 3, 3);
}

static struct outcome reference_uptime(const char *bytes, size_t length, size_t at, void *out, size_t size)
{
    return reference(bytes, length, at, out, size, AT(uptime_hundredths), 2, 0, -2);
}

/* ---- the library; a file leaves the members of others alone, so it begins with a record in which nothing is known ---- */

static vmm_status read_loadavg(struct vmm_text *text, void *out, size_t out_size)
{
    if (out_size >= 8)
        memset(out, 0xff, out_size);
    return vmm_system_read(VMM_SYSTEM_FILE_LOADAVG, text, out, out_size);
}

static vmm_status read_uptime(struct vmm_text *text, void *out, size_t out_size)
{
    if (out_size >= 8)
        memset(out, 0xff, out_size);
    return vmm_system_read(VMM_SYSTEM_FILE_UPTIME, text, out, out_size);
}

static struct outcome check(struct piece text, bool loadavg, struct vmm_system *out, size_t out_size)
{
    return fuzz_check(loadavg ? read_loadavg : read_uptime, loadavg ? reference_loadavg : reference_uptime, text, 0,
                      out, sizeof(struct vmm_system), out_size);
}

/* A record of all numbers, printed as the kernel would, reads as the same record. */
static void check_printed(const struct vmm_system *record, bool loadavg)
{
    const uint64_t *values = loadavg ? &record->load1_hundredths : &record->uptime_hundredths;
    unsigned long long v[6] = {0};
    char text[200];
    struct vmm_system again;
    struct piece piece;
    int length;

    for (int i = 0; i < (loadavg ? 6 : 2); i++) {
        if (values[i] == VMM_UNKNOWN)
            return;
        v[i] = values[i];
    }
    if (loadavg)
        length = snprintf(text, sizeof text, "%llu.%02llu %llu.%02llu %llu.%02llu %llu/%llu %llu\n", v[0] / 100,
                          v[0] % 100, v[1] / 100, v[1] % 100, v[2] / 100, v[2] % 100, v[3], v[4], v[5]);
    else
        length =
            snprintf(text, sizeof text, "%llu.%02llu %llu.%02llu\n", v[0] / 100, v[0] % 100, v[1] / 100, v[1] % 100);
    piece = fuzz_copy(text, (size_t)length);
    CHECK(check(piece, loadavg, &again, sizeof again).status == VMM_OK);
    CHECK(memcmp(&again, record, sizeof again) == 0);
    fuzz_free(piece);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const char *bytes = (const char *)data;
    struct piece text = fuzz_copy(bytes, size);

    for (int loadavg = 0; loadavg < 2; loadavg++) {
        struct vmm_system record;
        size_t length = 0, out_size;
        unsigned index = 0;

        if (check(text, loadavg, &record, sizeof record).status == VMM_OK)
            check_printed(&record, loadavg);
        while (fuzz_next_size(bytes, size, sizeof record, &index, &out_size))
            check(text, loadavg, NULL, out_size);
        while (fuzz_next_prefix(bytes, size, &length)) {
            struct piece prefix = fuzz_copy(bytes, length);

            check(prefix, loadavg, NULL, sizeof record);
            fuzz_free(prefix);
        }
    }
    fuzz_free(text);
    return 0;
}
