/* Balloon statistics of three hypervisors, against a reference parser. The input is the answer of one. */
#include <stdio.h>
#include <string.h>

#include "../reference/balloon.h"
#include "fuzz.h"

#define LAST_UPDATE offsetof(struct vmm_balloon, last_update_seconds)

/* ---- reference ---- */

static struct outcome wrong(const char *bytes, size_t length, size_t error)
{
    struct outcome outcome = {error == length ? VMM_E_TRUNCATED : VMM_E_SYNTAX, ref_next_line(bytes, length, error),
                              error};
    return outcome;
}

static struct outcome reference(const char *bytes, size_t length, size_t at, void *out, size_t size)
{
    struct json_keys known = {balloon_keys, sizeof balloon_keys / sizeof balloon_keys[0], bytes, out, size, false,
                              NULL};
    struct json_visitor visitor = json_visit_keys(&known);
    struct outcome outcome = {VMM_E_EMPTY, length, NOWHERE};
    uint64_t *words = out;

    json_space(bytes, length, &at);
    if (at == length)
        return outcome;
    if (bytes[at] != '{' || !json_value(bytes, length, &at, 0, "", &visitor))
        return wrong(bytes, length, at);
    while (at < length && (ref_blank(bytes[at]) || bytes[at] == '\r'))
        at++;
    if (at < length && bytes[at] != '\n')
        return wrong(bytes, length, at);
    if (LAST_UPDATE + 8 <= size && words[LAST_UPDATE / 8] == 0)
        words[LAST_UPDATE / 8] = VMM_UNKNOWN;
    outcome.status = known.known ? VMM_OK : VMM_E_EMPTY;
    outcome.pos = at < length ? at + 1 : at;
    return outcome;
}

/* ---- the library ---- */

static vmm_status parse(struct vmm_text *text, void *out, size_t out_size)
{
    return vmm_balloon_parse(text, out, out_size);
}

/* A record, printed by each path that a member has, reads as the same record. */
static void check_printed(const struct vmm_balloon *record)
{
    for (size_t i = 0; i < sizeof balloon_keys / sizeof balloon_keys[0]; i++) {
        struct vmm_balloon again, alone;
        uint64_t value;
        char text[200], path[64], *dot;
        struct piece piece;
        int length = 0, open = 1;

        memcpy(&value, (const char *)record + balloon_keys[i].offset, sizeof value);
        CHECK(vmm_record_init(VMM_RECORD_BALLOON, &alone, sizeof alone) == VMM_OK);
        if (value % balloon_keys[i].unit == 0)
            memcpy((char *)&alone + balloon_keys[i].offset, &value, sizeof value);
        strcpy(path, balloon_keys[i].path);
        length += snprintf(text, sizeof text, "{\"");
        for (char *p = path; (dot = strchr(p, '.')) != NULL; p = dot + 1, open++) {
            *dot = '\0';
            length += snprintf(text + length, sizeof text - (size_t)length, "%s\":{\"", p);
        }
        length += snprintf(text + length, sizeof text - (size_t)length, "%s\":",
                           strrchr(balloon_keys[i].path, '.') == NULL ? path : strrchr(balloon_keys[i].path, '.') + 1);
        if (value == VMM_UNKNOWN || value % balloon_keys[i].unit != 0)
            length += snprintf(text + length, sizeof text - (size_t)length, "null");
        else
            length += snprintf(text + length, sizeof text - (size_t)length, "%llu",
                               (unsigned long long)(value / balloon_keys[i].unit));
        while (open-- != 0)
            text[length++] = '}';
        piece = fuzz_copy(text, (size_t)length);
        CHECK(fuzz_check(parse, reference, piece, 0, &again, sizeof again, sizeof again).status == VMM_OK);
        CHECK(memcmp(&again, &alone, sizeof again) == 0);
        fuzz_free(piece);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const char *bytes = (const char *)data;
    struct piece text = fuzz_copy(bytes, size);
    struct vmm_balloon record;
    struct outcome outcome = fuzz_check(parse, reference, text, 0, &record, sizeof record, sizeof record);
    size_t length = 0, out_size;
    unsigned index = 0;

    while (fuzz_next_size(bytes, size, sizeof record, &index, &out_size))
        fuzz_check(parse, reference, text, 0, NULL, sizeof record, out_size);
    while (fuzz_next_prefix(bytes, size, &length)) {
        struct piece prefix = fuzz_copy(bytes, length);

        fuzz_check(parse, reference, prefix, 0, &record, sizeof record, sizeof record);
        fuzz_free(prefix);
    }
    if (outcome.status == VMM_OK) {
        fuzz_check(parse, reference, text, 0, &record, sizeof record, sizeof record);
        check_printed(&record);
    }
    fuzz_free(text);
    return 0;
}
