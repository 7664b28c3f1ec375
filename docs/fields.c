/*
 * Prints what the library says of its records, as Markdown: a heading and a table for each. The documentation's field
 * tables are made of it; fields.py adds what the comments in the headers say.
 */
#include <inttypes.h>
#include <stdio.h>

#include <vmmetrics/vmmetrics.h>

#define WORD(words, number) ((number) < sizeof(words) / sizeof *(words) ? (words)[number] : "?")

static const char *const types[] = {"?", "uint64_t", "double", "char"};
static const char *const units[] = {"count",   "bytes",        "ticks",        "seconds",     "ratio",
                                    "percent", "microseconds", "hundredths",   "nanoseconds", "bytes/s",
                                    "1/s",     "pages",        "milliseconds", "bits/s"};
static const char *const kinds[] = {"?", "identity", "counter", "gauge", "limit", "increment"};

static void print_width(const struct vmm_field *field)
{
    if (field->width == VMM_WIDTH_KERNEL_LONG)
        printf("kernel_long");
    else if (field->width == VMM_WIDTH_NONE)
        printf("-");
    else
        printf("%" PRIu64, field->width);
}

static void print_field(const struct vmm_field *field)
{
    printf("| %s | %s", field->name, WORD(types, field->type));
    if (field->type == VMM_TYPE_NAME)
        printf("[%" PRIu64 "]", field->bytes);
    printf(" | %s | %s | ", WORD(units, field->unit), WORD(kinds, field->kind));
    print_width(field);
    printf(" | %" PRIu64 " |\n", field->offset);
}

int main(void)
{
    struct vmm_record record;
    struct vmm_field field;

    for (uint32_t id = 1; vmm_record_at(id, &record, sizeof record) == VMM_OK; id++) {
        printf("## %s, %" PRIu64 " bytes\n\n", record.name, record.bytes);
        printf("| member | type | unit | kind | width | offset |\n|---|---|---|---|---|---|\n");
        for (uint32_t i = 0; vmm_field_at(id, i, &field, sizeof field) == VMM_OK; i++)
            print_field(&field);
        printf("\n");
    }
    return fflush(stdout) == 0 && !ferror(stdout) ? 0 : 1;
}
