/* Lines of Firecracker's metrics, against a reference parser. The input is a file of them. */
#include <string.h>

#include "../reference/hypervisor.h"
#include "fuzz.h"

/* ---- reference ---- */

static struct outcome wrong(const char *bytes, size_t length, size_t error)
{
    struct outcome outcome = {error == length ? VMM_E_TRUNCATED : VMM_E_SYNTAX, ref_next_line(bytes, length, error),
                              error};
    return outcome;
}

static struct outcome reference(const char *bytes, size_t length, size_t at, void *out, size_t size)
{
    struct json_keys known = {
        hypervisor_keys, sizeof hypervisor_keys / sizeof hypervisor_keys[0], bytes, out, size, false, NULL};
    struct json_visitor visitor = json_visit_keys(&known);
    struct outcome outcome = {VMM_END, length, NOWHERE};
    size_t line_end;

    json_space(bytes, length, &at);
    if (at == length)
        return outcome;
    for (line_end = at; line_end < length && bytes[line_end] != '\n';)
        line_end++;
    if (bytes[at] != '{' || !json_value(bytes, line_end, &at, 0, "", &visitor))
        return wrong(bytes, length, at);
    while (at < line_end && (ref_blank(bytes[at]) || bytes[at] == '\r'))
        at++;
    if (at < line_end)
        return wrong(bytes, length, at);
    outcome.status = known.known ? VMM_OK : VMM_E_EMPTY;
    outcome.pos = at < length ? at + 1 : at;
    return outcome;
}

/* ---- the library ---- */

static vmm_status parse(struct vmm_text *text, void *out, size_t out_size)
{
    return vmm_hypervisor_parse(text, out, out_size);
}

/* All lines with records of this size. */
static void check_lines(struct piece text, size_t out_size)
{
    size_t at = 0;

    for (;;) {
        struct vmm_hypervisor line;
        struct outcome outcome = fuzz_check(parse, reference, text, at, &line, sizeof line, out_size);

        if (outcome.status == VMM_END || outcome.status == VMM_E_ARGUMENT)
            break;
        CHECK(outcome.pos > at);
        at = outcome.pos;
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const char *bytes = (const char *)data;
    struct piece text = fuzz_copy(bytes, size);
    size_t length = 0, out_size;
    unsigned index = 0;

    check_lines(text, sizeof(struct vmm_hypervisor));
    while (fuzz_next_size(bytes, size, sizeof(struct vmm_hypervisor), &index, &out_size))
        check_lines(text, out_size);
    while (fuzz_next_prefix(bytes, size, &length)) {
        struct piece prefix = fuzz_copy(bytes, length);

        check_lines(prefix, sizeof(struct vmm_hypervisor));
        fuzz_free(prefix);
    }
    fuzz_free(text);
    return 0;
}
