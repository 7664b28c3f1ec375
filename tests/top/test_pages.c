/* SPDX-License-Identifier: MIT */
/*
 * What vmmetrics-top shows, as text and without a terminal: pages of a model that is made here, at widths and heights
 * from the smallest on; what is unknown, new and reset; the order; names with bytes that must not be printed as they
 * are.
 */
#define _GNU_SOURCE
#include <locale.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "top/graph.h"
#include "top/pages.h"

enum { VMS = 40, WIDEST = 400 };

/* A model with three machines of all sorts, and more that are idle. */
struct fixture {
    struct vm vms[VMS];
    struct vm *list[VMS];
    struct model model;
    struct view view;
    struct canvas canvas;
};

static void set(struct vm *vm, enum figure_id id, double value)
{
    vm->figures[id] = figure_of(value);
}

static void name(struct vm *vm, uint64_t pid, const char *text)
{
    vm->pid = pid;
    snprintf(vm->name, sizeof vm->name, "%s", text);
    snprintf(vm->comm, sizeof vm->comm, "firecracker");
}

static void fill_first(struct vm *vm)
{
    static const double values[] = {0.1, 0.4, 0.8, 1.2, 1.6, 2, 0, 1};

    name(vm, 4321, "web-1");
    vm->has_cgroup = true;
    set(vm, FIGURE_CPU, 1.03);
    set(vm, FIGURE_VCPU_CPU, 1);
    set(vm, FIGURE_OVERHEAD, 0.03);
    set(vm, FIGURE_WAIT, 0.52);
    set(vm, FIGURE_VCPUS, 2);
    set(vm, FIGURE_THREADS, 5);
    set(vm, FIGURE_THROTTLED, 0.25);
    set(vm, FIGURE_RESIDENT, 1288490189);
    set(vm, FIGURE_GUEST_USED, 340 << 20);
    set(vm, FIGURE_GUEST_TOTAL, 512 << 20);
    set(vm, FIGURE_BALLOON, 64 << 20);
    set(vm, FIGURE_NET_IN, 340 << 10);
    set(vm, FIGURE_NET_OUT, 5 << 20);
    set(vm, FIGURE_NET, (5 << 20) + (340 << 10));
    set(vm, FIGURE_DISK_READ, 0);
    set(vm, FIGURE_DISK_WRITTEN, 12 << 20);
    set(vm, FIGURE_DISK, 12 << 20);
    set(vm, FIGURE_PRESSURE, 0.971);
    for (size_t i = 0; i < sizeof values / sizeof values[0]; i++)
        history_add(&vm->histories[FIGURE_CPU], figure_of(values[i]));
}

static struct fixture *make(void)
{
    struct fixture *fixture = calloc(1, sizeof *fixture);
    struct model *model;

    assert_non_null(fixture);
    model = &fixture->model;
    fill_first(&fixture->vms[0]);
    name(&fixture->vms[1], 99, "a-machine-with-a-long-name");
    for (size_t i = 0; i < FIGURES; i++)
        fixture->vms[1].figures[i] = figure_of_rate(VMM_FIRST, NAN);
    name(&fixture->vms[2], 1234567, "fc-1234567");
    set(&fixture->vms[2], FIGURE_CPU, 16);
    set(&fixture->vms[2], FIGURE_RESIDENT, 3e9);
    fixture->vms[2].figures[FIGURE_NET] = figure_of_rate(VMM_RESET, NAN);
    fixture->vms[2].figures[FIGURE_NET_IN] = figure_of_rate(VMM_RESET, NAN);
    for (size_t i = 3; i < VMS; i++) {
        char text[16];

        snprintf(text, sizeof text, "idle-%02zu", i);
        name(&fixture->vms[i], 5000 + i, text);
        set(&fixture->vms[i], FIGURE_CPU, 0);
    }
    for (size_t i = 0; i < VMS; i++)
        fixture->list[i] = &fixture->vms[i];
    model->vms = fixture->list;
    model->count = 3;
    model->samples = 9;
    snprintf(model->time, sizeof model->time, "12:34:56");
    snprintf(model->self.name, sizeof model->self.name, "host");
    model->self.cpu_count = 4;
    model->self.busy = figure_of(0.43);
    model->self.steal = figure_of(0.1);
    model->self.memory_total = figure_of(16.0 * (1 << 30));
    model->self.memory_used = figure_of(4.0 * (1 << 30));
    model->self.memory_available = figure_of(12.0 * (1 << 30));
    model->self.pressure[SELF_CPU_PRESSURE].figures[0] = figure_of(0.12);
    fixture->view.interval = 1;
    fixture->view.sort = COLUMN_CPU;
    fixture->view.columns = choice_usual();
    fixture->view.chosen = 4321;
    return fixture;
}

static void release(struct fixture *fixture)
{
    canvas_release(&fixture->canvas);
    free(fixture);
}

/* All rows of a canvas, each with a newline; to be freed. */
static char *text_of(const struct canvas *canvas)
{
    char *text = calloc((size_t)canvas->height + 1, 4 * (size_t)canvas->width + 2), *at = text;

    assert_non_null(text);
    for (int row = 0; row < canvas->height; row++) {
        at += canvas_text(canvas, row, at);
        *at++ = '\n';
    }
    *at = '\0';
    return text;
}

/* No filter; the order is that of the fixture. */
static void show_all(struct model *model)
{
    model->shown = model->count;
}

/* Draws a page, as it is after a sample; a height of 0 is the table as a script gets it. */
static char *page(struct fixture *fixture, int width, int height, enum symbols symbols)
{
    show_all(&fixture->model);
    canvas_begin(&fixture->canvas, width, symbols);
    if (height == 0)
        table_draw(&fixture->canvas, &fixture->model, &fixture->view, 0);
    else
        page_draw(&fixture->canvas, &fixture->model, &fixture->view, height);
    return text_of(&fixture->canvas);
}

static void assert_page(struct fixture *fixture, int width, int height, enum symbols symbols, const char *expected)
{
    char *text = page(fixture, width, height, symbols);

    assert_string_equal(text, expected);
    free(text);
}

/* ---- Numbers ---- */

static void assert_figure(double value, enum unit unit, const char *expected)
{
    char text[FIGURE_BYTES];

    figure_text(figure_of(value), unit, text);
    assert_string_equal(text, expected);
}

static void test_numbers_are_short(void **state)
{
    (void)state;
    assert_figure(0, UNIT_RATIO, "0%");
    assert_figure(0.0004, UNIT_RATIO, "0%");
    assert_figure(0.0006, UNIT_RATIO, "0.1%");
    assert_figure(0.0994, UNIT_RATIO, "9.9%");
    assert_figure(0.0996, UNIT_RATIO, "10%");
    assert_figure(0.97, UNIT_RATIO, "97%");
    assert_figure(1, UNIT_RATIO, "100%");
    assert_figure(1.83, UNIT_CPUS, "183%");
    assert_figure(128, UNIT_CPUS, "13k");
    assert_figure(0, UNIT_BYTES, "0");
    assert_figure(1, UNIT_BYTES, "1.0B");
    assert_figure(1023, UNIT_BYTES, "1023B");
    assert_figure(1023.6, UNIT_BYTES, "1.0K");
    assert_figure(340 << 10, UNIT_BYTES, "340K");
    assert_figure(1288490189, UNIT_BYTES, "1.2G");
    assert_figure(1.8446744073709552e19, UNIT_BYTES, "16E");
    assert_figure(2, UNIT_COUNT, "2");
    assert_figure(2, UNIT_RATE, "2.0");
    assert_figure(1600, UNIT_RATE, "1.6k");
    assert_figure(4, UNIT_SECONDS, "4s");
    assert_figure(7200, UNIT_SECONDS, "2h");
    assert_figure(1e300, UNIT_BYTES, ">9999");
    assert_figure(1e300, UNIT_RATIO, ">9999");
    assert_figure(1e300, UNIT_SECONDS, ">9999");
}

static void test_no_number_is_wider_than_five(void **state)
{
    (void)state;
    for (unsigned unit = UNIT_CPUS; unit <= UNIT_SECONDS; unit++) {
        double value = 1e-9;

        for (int i = 0; i < 30000; i++) {
            char text[FIGURE_BYTES];

            figure_text(figure_of(value), (enum unit)unit, text);
            assert_in_range(strlen(text), 1, 5);
            value *= 1.0137;
        }
    }
}

static void assert_word(struct figure figure, const char *expected)
{
    char text[FIGURE_BYTES];

    figure_text(figure, UNIT_BYTES, text);
    assert_string_equal(text, expected);
}

static void test_what_is_not_known_has_a_word(void **state)
{
    struct figure unknown = figure_of(NAN), new = figure_of_rate(VMM_FIRST, NAN), reset = figure_of_rate(VMM_RESET, 3);

    (void)state;
    assert_word(unknown, "-");
    assert_word(new, "new");
    assert_word(reset, "reset");
    assert_word(figure_of_count(VMM_UNKNOWN), "-");
    assert_word(figure_of_count(VMM_UNLIMITED), "-");
    assert_word(figure_of_rate(VMM_E_EMPTY, NAN), "-");
    assert_word(figure_of(INFINITY), "-");
    /* A sum that lacks a part is unknown, for the same reason. */
    assert_word(figure_sum(unknown, figure_of(5)), "-");
    assert_word(figure_sum(figure_of(2), figure_of(5)), "7.0B");
    assert_word(figure_sum(unknown, reset), "reset");
    assert_word(figure_largest(new, unknown), "new");
    assert_word(figure_largest(figure_of(2), figure_of(5)), "5.0B");
    assert_word(figure_largest(figure_of(2), unknown), "-");
    assert_word(figure_sum(new, figure_of(5)), "new");
}

/* ---- Pages ---- */

static void test_table_at_80(void **state)
{
    struct fixture *fixture = make();

    (void)state;
    assert_page(fixture, 80, 12, SYMBOLS_BRAILLE,
                "vmmetrics-top  host  12:34:56  every 1 s                      3 machines  by cpu\n"
                "CPU ━━━━━━╍╍───────   43% of 4 CPUs  steal  10%  PSI cpu  12% mem    - io    -\n"
                "MEM ━━━━───────────  4.0G of  16G  available  12G  machines hold  new\n"
                " NAME          ▾CPU SHARE   WAIT OVERH THROT   RES GUEST  BALL NET/s DISK/s  PSI\n"
                ">web-1         103% ━━━╍╍─   52%  3.0%   25%  1.2G  340M   64M  5.3M    12M  97%\n"
                " a-mach…-name   new new      new   new   new   new   new   new   new    new  new\n"
                " fc-1234567   1600% -          -     -     -  2.8G     -     - reset      -    -\n"
                "\n"
                "\n"
                "\n"
                "\n"
                "q quit  ? help  / filter  Enter numbers  v graphs  g this machine  C columns\n");
    release(fixture);
}

static void test_table_at_40(void **state)
{
    struct fixture *fixture = make();

    (void)state;
    assert_page(fixture, 40, 12, SYMBOLS_ASCII,
                "vmmetrics-top  host  12:34:56  every 1 s\n"
                "CPU   43% of 4 CPUs  steal  10%\n"
                "MEM  4.0G of  16G  available  12G\n"
                " NAME            *CPU   RES NET/s DISK/s\n"
                ">web-1           103%  1.2G  5.3M    12M\n"
                " a-machi~g-name   new   new   new    new\n"
                " fc-1234567     1600%  2.8G reset      -\n"
                "\n"
                "\n"
                "\n"
                "\n"
                "q quit  ? help  / filter  Enter numbers\n");
    release(fixture);
}

static void test_table_at_100(void **state)
{
    struct fixture *fixture = make();

    (void)state;
    fixture->view.histories = true;
    assert_page(fixture, 100, 12, SYMBOLS_BRAILLE,
                "vmmetrics-top  host  12:34:56  every 1 s                                          3 machines  by cpu\n"
                "CPU ━━━━━━━━╍╍─────────   43% of 4 CPUs  steal  10%  PSI cpu  12% mem    - io    -\n"
                "MEM ━━━━━──────────────  4.0G of  16G  available  12G  machines hold  new\n"
                " NAME                PID  ▾CPU SHARE  HISTORY   WAIT OVERH THROT   RES GUEST  BALL NET/s DISK/s  PSI\n"
                ">web-1              4321  103% ━━━╍╍─ ▁▂▄▅▇█▁▅   52%  3.0%   25%  1.2G  340M   64M  5.3M    12M  97%\n"
                " a-machi…ng-name      99   new new               new   new   new   new   new   new   new    new  new\n"
                " fc-1234567      1234567 1600% -                   -     -     -  2.8G     -     - reset      -    -\n"
                "\n"
                "\n"
                "\n"
                "\n"
                "q quit  ? help  / filter  Enter numbers  v graphs  g this machine  C columns  < > sort  r reverse\n");
    release(fixture);
}

static void test_table_at_132(void **state)
{
    struct fixture *fixture = make();

    (void)state;
    fixture->view.histories = true;
    fixture->view.sort = COLUMN_MEMORY;
    fixture->view.reverse = true;
    assert_page(fixture, 132, 12, SYMBOLS_ASCII,
                "vmmetrics-top  host  12:34:56  every 1 s                                                             "
                "3 machines  by memory, reversed\n"
                "CPU [||||||||||::...........]   43% of 4 CPUs  steal  10%  PSI cpu  12% mem    - io    -\n"
                "MEM [||||||.................]  4.0G of  16G  available  12G  machines hold  new\n"
                " NAME                  PID VCPU   CPU SHARE  HISTORY           WAIT OVERH THROT  *RES GUEST  BALL "
                "CGMEM  IN/s OUT/s  RD/s  WR/s  PSI\n"
                ">web-1                4321    2  103% |||::.         _.-=*#_=   52%  3.0%   25%  1.2G  340M   64M     "
                "-  340K  5.0M     0   12M  97%\n"
                " a-machin~ong-name      99  new   new new                       new   new   new   new   new   new   "
                "new   new   new   new   new  new\n"
                " fc-1234567        1234567    - 1600% -                           -     -     -  2.8G     -     -     "
                "- reset     -     -     -    -\n"
                "\n"
                "\n"
                "\n"
                "\n"
                "q quit  ? help  / filter  Enter numbers  v graphs  g this machine  C columns  < > sort  r reverse  "
                "Space pause  + - interval\n");
    release(fixture);
}

static void test_one_page_of_no_machine(void **state)
{
    struct fixture *fixture = make();

    (void)state;
    fixture->model.count = 0;
    fixture->view.chosen = 0;
    assert_page(fixture, 80, 0, SYMBOLS_ASCII,
                "vmmetrics-top  host  12:34:56  every 1 s                      0 machines  by cpu\n"
                "CPU [||||||:......]   43% of 4 CPUs  steal  10%  PSI cpu  12% mem    - io    -\n"
                "MEM [|||..........]  4.0G of  16G  available  12G  machines hold    0\n"
                " NAME           CPU SHARE   WAIT OVERH THROT   RES GUEST  BALL NET/s DISK/s  PSI\n"
                "no virtual machine found: looked for a descriptor anon_inode:kvm-vm, and for\n"
                "processes named firecracker, cloud-hypervisor, qemu-system-*, qemu-kvm,\n"
                "qemu-dm-*, kvm, crosvm\n");
    release(fixture);
}

static void test_first_sample_is_measured_yet(void **state)
{
    struct fixture *fixture = make();
    char *text;

    (void)state;
    fixture->model.samples = 1;
    text = page(fixture, 80, 24, SYMBOLS_ASCII);
    assert_non_null(strstr(text, "  measuring "));
    free(text);
    fixture->view.paused = true;
    text = page(fixture, 80, 24, SYMBOLS_ASCII);
    assert_non_null(strstr(text, "  PAUSED "));
    free(text);
    release(fixture);
}

static size_t words_of(const char *line, size_t length)
{
    size_t words = 0;

    for (size_t i = 0; i < length; i++)
        words += line[i] != ' ' && (i == 0 || line[i - 1] == ' ');
    return words;
}

/* For scripts: a word below each heading, and no row wider than the page. */
static void test_each_row_has_a_word_for_each_heading(void **state)
{
    struct fixture *fixture = make();

    (void)state;
    fixture->view.chosen = 0;
    for (int width = 1; width < WIDEST; width++) {
        char *text = page(fixture, width, 0, SYMBOLS_ASCII), *line = text;
        size_t headings = 0;

        for (int row = 0; *line != '\0'; row++) {
            size_t length = strcspn(line, "\n");

            assert_in_range(length, 0, width);
            if (row == 3)
                headings = words_of(line, length);
            else if (row > 3 && width >= 20)
                assert_int_equal(words_of(line, length), headings);
            line += length + 1;
        }
        free(text);
    }
    release(fixture);
}

static void test_all_sizes(void **state)
{
    struct fixture *fixture = make();

    (void)state;
    fixture->view.histories = true;
    fixture->model.count = VMS;
    for (unsigned which = PAGE_TABLE; which <= PAGE_HELP; which++) {
        fixture->view.page = (enum page)which;
        for (int width = 1; width < WIDEST; width += width < 140 ? 1 : 37) {
            for (int height = 1; height < 60; height += height < 12 ? 1 : 5) {
                for (int scroll = 0; scroll < 100; scroll += 33) {
                    fixture->view.scroll = scroll;
                    free(page(fixture, width, height, SYMBOLS_BRAILLE));
                    assert_in_range(fixture->canvas.height, 1, height);
                }
            }
        }
    }
    release(fixture);
}

static void test_one_row_shows_the_chosen_machine(void **state)
{
    struct fixture *fixture = make();

    (void)state;
    fixture->view.chosen = 1234567;
    assert_page(fixture, 40, 1, SYMBOLS_ASCII, ">fc-1234567     1600%  2.8G reset      -\n");
    release(fixture);
}

static void test_the_chosen_one_stays_in_sight(void **state)
{
    struct fixture *fixture = make();

    (void)state;
    fixture->model.count = VMS;
    for (size_t i = 0; i < (size_t)2 * VMS; i++) {
        /* Down, and up again. */
        size_t at = i < VMS ? i : 2 * VMS - 1 - i;
        char *text, mark[32];

        fixture->view.chosen = fixture->vms[at].pid;
        snprintf(mark, sizeof mark, "\n>%.6s", fixture->vms[at].name);
        text = page(fixture, 80, 14, SYMBOLS_ASCII);
        assert_non_null(strstr(text, mark));
        free(text);
    }
    /* Machines that have gone leave no empty rows. */
    fixture->view.first_row = 30;
    fixture->model.count = 10;
    fixture->view.chosen = fixture->vms[9].pid;
    free(page(fixture, 80, 14, SYMBOLS_ASCII));
    assert_int_equal(fixture->view.first_row, 1);
    release(fixture);
}

static void test_details_say_why_something_is_not_known(void **state)
{
    struct fixture *fixture = make();
    struct vm *vm = &fixture->vms[2];
    char *text;

    (void)state;
    fixture->view.page = PAGE_DETAIL;
    fixture->view.chosen = vm->pid;
    vm->troubles.list[vm->troubles.count++] = (struct trouble){.thing = "fd", .error = 13};
    for (int width = 60; width <= 132; width += 36) {
        text = page(fixture, width, 99, SYMBOLS_ASCII);
        assert_non_null(strstr(text, "Not known, and why"));
        assert_non_null(strstr(text, "fd: Permission denied"));
        assert_non_null(strstr(text, "vCPUs: no descriptor, thread name or"));
        assert_non_null(strstr(text, "cgroup: it has none of its own"));
        assert_non_null(strstr(text, "network: no TAP found"));
        assert_non_null(strstr(text, "guest memory: needs --balloon"));
        free(text);
    }
    release(fixture);
}

static void test_long_pages_scroll(void **state)
{
    struct fixture *fixture = make();
    char *text;

    (void)state;
    fixture->view.page = PAGE_HELP;
    /* Nothing of it is cut at the usual width. */
    text = page(fixture, 200, 99, SYMBOLS_ASCII);
    for (const char *line = text; *line != '\0'; line += strcspn(line, "\n") + 1)
        assert_in_range(strcspn(line, "\n"), 0, 80);
    free(text);
    text = page(fixture, 80, 10, SYMBOLS_ASCII);
    assert_int_equal(strncmp(text, "Keys\n", 5), 0);
    assert_non_null(strstr(text, "up down more"));
    free(text);
    fixture->view.scroll = 10000;
    text = page(fixture, 80, 10, SYMBOLS_ASCII);
    assert_non_null(strstr(text, "largest value on the screen"));
    assert_in_range(fixture->view.scroll, 5, 100);
    free(text);
    release(fixture);
}

/* ---- Columns, filters, thresholds and graphs ---- */

static void assert_columns(struct fixture *fixture, const char *words, int width, const char *expected)
{
    char word[32], *text, *line;

    if (words[0] == '\0')
        fixture->view.columns = choice_usual();
    else
        assert_null(choice_take(&fixture->view.columns, words, word));
    text = page(fixture, width, 0, SYMBOLS_ASCII);
    line = text;
    for (int i = 0; i < 3; i++)
        line += strcspn(line, "\n") + 1;
    assert_memory_equal(line, expected, strlen(expected));
    free(text);
}

static void test_columns_are_those_that_were_chosen(void **state)
{
    struct fixture *fixture = make();
    struct layout layout;
    char word[32];

    (void)state;
    fixture->view.chosen = 0;
    assert_columns(fixture, "pressure,NAME wait", 30,
                   "  PSI NAME                WAIT\n"
                   "  97% web-1                52%\n");
    /* Those for which there is no room are left out, and said. */
    assert_columns(fixture, "name,cpu,wait,overhead,network", 30, " NAME            CPU  WAIT\n");
    layout = layout_of(&fixture->view.columns, 30, false);
    assert_int_equal(layout.count, 3);
    assert_int_equal(layout.left_out, 2);
    assert_columns(fixture, "", 40, " NAME             CPU   RES NET/s DISK/s\n");
    assert_string_equal(choice_take(&fixture->view.columns, "name,what", word), "no such column");
    assert_string_equal(word, "what");
    assert_string_equal(choice_take(&fixture->view.columns, "cpu CPU", word), "this column is named twice");
    assert_string_equal(choice_take(&fixture->view.columns, " , ", word), "no column is named");
    /* What was wrong has changed nothing. */
    assert_false(fixture->view.columns.is_chosen);
    release(fixture);
}

/* All columns are known by one word, fit on the pages that have them, and have a text on the pages of columns and help. */
static void test_each_column_is_one_of_a_kind(void **state)
{
    struct choice choice = choice_usual();

    (void)state;
    for (unsigned i = 0; i < COLUMNS; i++) {
        const struct column *column = &table_columns[i];

        assert_int_equal(column_of(column->word, strlen(column->word)), i);
        assert_int_equal(column_of(column->heading, strlen(column->heading)), i);
        assert_in_range(strlen(column->heading), 1, column->width);
        assert_in_range(strlen(column->text), 5, 60);
    }
    for (int width = 20; width < WIDEST; width++)
        assert_int_equal(layout_of(&choice, width, true).left_out, 0);
}

static void test_filter(void **state)
{
    struct machine *machine = calloc(1, sizeof *machine);
    struct fixture *fixture = make();
    struct model *model = &fixture->model;
    char filter[FILTER_BYTES] = "";

    (void)state;
    assert_non_null(machine);
    machine->tap_count = machine->disk_count = 1;
    memcpy(machine->taps[0].name, "tap-blue", 9);
    memcpy(machine->disks[0].name, "nvme1n1", 8);
    fixture->vms[2].machine = machine;
    for (size_t i = 0; i < 6; i++) {
        static const struct {
            const char *filter;
            size_t shown;
            char first;
        } cases[] = {
            {"", 3, 'f'},        {"WEB", 1, 'w'}, {"blue", 1, 'f'}, {"nvme1", 1, 'f'}, {"4321|long-name", 2, 'w'},
            {"nothing", 0, '\0'}};

        snprintf(fixture->view.filters[PAGE_TABLE], FILTER_BYTES, "%s", cases[i].filter);
        model_arrange(model, &fixture->view);
        assert_int_equal(model->shown, cases[i].shown);
        if (model->shown != 0)
            assert_int_equal(model->vms[0]->name[0], cases[i].first);
    }
    assert_true(filter_has("|", "a"));
    assert_true(filter_has("b|", "abc"));
    assert_false(filter_has("|x", "abc"));
    /* It is typed a character at a time, and never longer than its room. */
    filter_add(filter, 'a');
    filter_add(filter, 0x4f60);
    assert_string_equal(filter, "a\xe4\xbd\xa0");
    filter_remove(filter);
    assert_string_equal(filter, "a");
    for (int i = 0; i < 100; i++)
        filter_add(filter, 0x4f60);
    assert_int_equal(strlen(filter), 61);
    filter_remove(filter);
    filter_remove(filter);
    assert_int_equal(strlen(filter), 55);
    free(machine);
    release(fixture);
}

/* The style of the cell in which a text begins. */
static enum style style_at(const struct fixture *fixture, int row, const char *wanted)
{
    char text[4 * WIDEST + 1];
    const char *found;

    canvas_text(&fixture->canvas, row, text);
    found = strstr(text, wanted);
    assert_non_null(found);
    return fixture->canvas.cells[row * fixture->canvas.width + (int)(found - text)].style;
}

static void test_thresholds(void **state)
{
    static const struct {
        const char *words;
        enum figure_id figure;
        double value;
        const char *shown;
        enum style style;
    } cases[] = {
        {"cpu", FIGURE_CPU, 1.5, "150%", STYLE_PLAIN},
        {"cpu", FIGURE_CPU, 1.6, "160%", STYLE_WARN},
        {"cpu", FIGURE_CPU, 1.9, "190%", STYLE_BAD},
        {"wait", FIGURE_WAIT, 0.19, "19%", STYLE_PLAIN},
        {"wait", FIGURE_WAIT, 0.2, "20%", STYLE_WARN},
        {"wait", FIGURE_WAIT, 0.6, "60%", STYLE_BAD},
        {"throttled", FIGURE_THROTTLED, 0.25, "25%", STYLE_BAD},
        {"limit", FIGURE_LIMIT_USED, 0.8, "80%", STYLE_WARN},
        {"guest", FIGURE_GUEST_USED, 410 << 20, "410M", STYLE_WARN},
        {"guest", FIGURE_GUEST_USED, 400 << 20, "400M", STYLE_PLAIN},
        {"pressure", FIGURE_PRESSURE, 0.5, "50%", STYLE_BAD},
        {"drops-in", FIGURE_DROPS_IN, 1, "1.0", STYLE_WARN},
        {"kills", FIGURE_OOM_KILLS, 1, "1", STYLE_BAD},
        {"memory", FIGURE_RESIDENT, 1e15, "909T", STYLE_PLAIN},
    };
    struct fixture *fixture = make();
    char word[32];

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        assert_null(choice_take(&fixture->view.columns, cases[i].words, word));
        set(&fixture->vms[0], cases[i].figure, cases[i].value);
        free(page(fixture, 60, 12, SYMBOLS_ASCII));
        if (style_at(fixture, 4, cases[i].shown) != cases[i].style)
            fail_msg("%s %s", cases[i].words, cases[i].shown);
    }
    /* Of an unknown number of virtual CPUs no use is much. */
    fixture->vms[0].figures[FIGURE_VCPUS] = figure_of(NAN);
    assert_null(choice_take(&fixture->view.columns, "cpu", word));
    free(page(fixture, 60, 12, SYMBOLS_ASCII));
    assert_int_equal(style_at(fixture, 4, "190%"), STYLE_PLAIN);
    release(fixture);
}

static void assert_graph(enum symbols symbols, bool is_down, const char *first, const char *second)
{
    static const double values[] = {NAN, 0, 1, 2, 4, 5, 8, 8};
    struct history history = {.count = 0};
    struct series series = {&history, STYLE_IN, 8, THRESHOLD_NONE, 1};
    struct canvas canvas = {.cells = NULL};
    char text[400];
    int width = symbols == SYMBOLS_BRAILLE ? 4 : 8;

    for (size_t i = 0; i < sizeof values / sizeof values[0]; i++)
        history_add(&history, figure_of(values[i]));
    canvas_begin(&canvas, width, symbols);
    graph_draw(&canvas, (struct area){0, 0, width, 2}, &series, is_down);
    canvas_text(&canvas, 0, text);
    assert_string_equal(text, first);
    canvas_text(&canvas, 1, text);
    assert_string_equal(text, second);
    canvas_release(&canvas);
}

/* Unknown is blank, zero is not. */
static void test_graphs(void **state)
{
    (void)state;
    assert_graph(SYMBOLS_BRAILLE, false, "  ⢀⣿", "⢀⣠⣿⣿");
    assert_graph(SYMBOLS_BRAILLE, true, "⠈⠙⣿⣿", "  ⠈⣿");
    assert_graph(SYMBOLS_BLOCKS, false, "     ▂██", " ▁▂▄████");
    assert_graph(SYMBOLS_BLOCKS, true, " ▀▀▀████", "     ▀██");
    assert_graph(SYMBOLS_ASCII, false, "     .||", " ..:||||");
    assert_graph(SYMBOLS_ASCII, true, " '':||||", "     '||");
}

static void assert_ceiling(double value, enum unit unit, double expected)
{
    assert_true(fabs(graph_ceiling(value, unit) - expected) < expected * 1e-6);
}

static void test_scales_end_with_a_round_number(void **state)
{
    (void)state;
    assert_ceiling(0, UNIT_BYTES, 1024);
    assert_ceiling(1025, UNIT_BYTES, 2048);
    assert_ceiling(512 << 20, UNIT_BYTES, 512 << 20);
    assert_ceiling(0, UNIT_CPUS, 0.01);
    assert_ceiling(0.31, UNIT_CPUS, 0.5);
    assert_ceiling(1.03, UNIT_CPUS, 2);
    assert_ceiling(16, UNIT_CPUS, 20);
}

static void test_page_of_graphs(void **state)
{
    struct fixture *fixture = make();

    (void)state;
    for (size_t i = 0; i < 8; i++)
        moments_add(&fixture->model.moments, (int64_t)i * 2000000000);
    for (size_t i = 0; i < 8; i++)
        history_add(&fixture->vms[0].histories[FIGURE_NET_OUT], figure_of((double)i * 1024));
    fixture->view.page = PAGE_GRAPH;
    fixture->view.histories = true;
    assert_page(fixture, 44, 22, SYMBOLS_ASCII,
                "web-1  host  12:34:56  every 1 s\n"
                "+- CPU - used 103% - wait 52% -------------+\n"
                "|   200%                              .:|  |\n"
                "|                                  .:||||.||\n"
                "|    50%                                   |\n"
                "+------------------------------------- now +\n"
                "+- Memory - resident 1.2G -----------------+\n"
                "|   512M                                   |\n"
                "|                     unknown              |\n"
                "|      0                                   |\n"
                "+------------------------------------------+\n"
                "+- Network - received/s 340K --------------+\n"
                "| 1.0K/s              unknown              |\n"
                "|                                  '':||||||\n"
                "| 8.0K/s                                ':||\n"
                "+------------------------------------------+\n"
                "+- Disk - read/s 0 - written/s 12M --------+\n"
                "| 1.0K/s              unknown              |\n"
                "|                                          |\n"
                "| 1.0K/s                                   |\n"
                "+------------------------------------------+\n"
                "q back  ? help  Tab numbers  Space pause\n");
    free(page(fixture, 120, 40, SYMBOLS_BRAILLE));
    release(fixture);
}

static void test_pages_have_their_own_filters(void **state)
{
    struct fixture *fixture = make();
    char *text;

    (void)state;
    fixture->view.page = PAGE_HELP;
    snprintf(fixture->view.filters[PAGE_HELP], FILTER_BYTES, "hugetlbfs");
    text = page(fixture, 80, 5, SYMBOLS_ASCII);
    assert_string_equal(text, " HUGE    memory of hugetlbfs\n\n\n\n/hugetlbfs Esc clear  q back  / filter\n");
    free(text);
    release(fixture);
}

/* ---- Order ---- */

static const char *order_of(struct fixture *fixture, enum column_id sort, bool reverse)
{
    static char order[8];

    fixture->view.sort = sort;
    fixture->view.reverse = reverse;
    model_arrange(&fixture->model, &fixture->view);
    for (size_t i = 0; i < 3; i++)
        order[i] = fixture->model.vms[i]->name[0];
    return order;
}

static void test_order(void **state)
{
    struct fixture *fixture = make();

    (void)state;
    /* w(eb-1), a(-machine...) without any known number, f(c-1234567). */
    assert_string_equal(order_of(fixture, COLUMN_CPU, false), "fwa");
    assert_string_equal(order_of(fixture, COLUMN_CPU, true), "wfa");
    assert_string_equal(order_of(fixture, COLUMN_MEMORY, false), "fwa");
    assert_string_equal(order_of(fixture, COLUMN_NETWORK, false), "waf");
    assert_string_equal(order_of(fixture, COLUMN_NETWORK, true), "waf");
    assert_string_equal(order_of(fixture, COLUMN_PRESSURE, false), "waf");
    assert_string_equal(order_of(fixture, COLUMN_NAME, false), "afw");
    assert_string_equal(order_of(fixture, COLUMN_NAME, true), "wfa");
    fixture->model.count = 0;
    model_arrange(&fixture->model, &fixture->view);
    assert_int_equal(model_chosen(&fixture->model, &fixture->view), 0);
    release(fixture);
}

/* ---- Characters ---- */

static void assert_shown(const char *bytes, enum symbols symbols, const char *expected)
{
    struct canvas canvas = {.cells = NULL};
    char text[400];

    canvas_begin(&canvas, 80, symbols);
    canvas_put(&canvas, 0, 0, STYLE_PLAIN, bytes);
    canvas_text(&canvas, 0, text);
    assert_string_equal(text, expected);
    canvas_release(&canvas);
}

/* Whether there is a locale that says how wide characters are: none for machines of another byte order than the host. */
static bool knows_widths;

static void test_hostile_text(void **state)
{
    /* U+202E, which turns what follows around; in a string it would turn this line around, too. */
    static const char reversing[] = {'a', '\xe2', '\x80', '\xae', 'b', '\0'};

    (void)state;
    if (!knows_widths)
        skip();
    assert_shown("\x1b[2J\a\x7f", SYMBOLS_BRAILLE, "?[2J??");
    assert_shown("gr\xc3\xbc\xc3\x9f", SYMBOLS_BRAILLE, "gr\xc3\xbc\xc3\x9f");
    assert_shown("gr\xc3\xbc\xc3\x9f", SYMBOLS_ASCII, "gr??");
    /* Two columns wide, and none at all; one of the other direction; cut; too long; a surrogate. */
    assert_shown("\xe4\xbd\xa0\xe2\x80\x8b|", SYMBOLS_BRAILLE, "\xe4\xbd\xa0?|");
    assert_shown("\xe4\xbd\xa0|", SYMBOLS_ASCII, "?|");
    assert_shown(reversing, SYMBOLS_BRAILLE, "a?b");
    assert_shown("\xc3", SYMBOLS_BRAILLE, "?");
    assert_shown("\xe4\xbd", SYMBOLS_BRAILLE, "?");
    assert_shown("\xc0\xaf\xff\x80", SYMBOLS_BRAILLE, "????");
    assert_shown("\xed\xa0\x80\xf0\x9f\x98\x80", SYMBOLS_BRAILLE, "?\xf0\x9f\x98\x80");
    assert_shown("\xe0\x82\xa0\xf0\x80\x80\xa0", SYMBOLS_BRAILLE, "??");
}

static void test_fields(void **state)
{
    struct canvas canvas = {.cells = NULL};
    char text[400];

    (void)state;
    if (!knows_widths)
        skip();
    canvas_begin(&canvas, 20, SYMBOLS_BRAILLE);
    canvas_put_left(&canvas, 0, 0, 6, STYLE_PLAIN, "a longer one");
    canvas_put_right(&canvas, 0, 7, 5, STYLE_PLAIN, "42");
    assert_int_equal(canvas_put_whole(&canvas, 0, 13, STYLE_PLAIN, "no room for it"), 13);
    assert_int_equal(canvas_put_whole(&canvas, 0, 13, STYLE_PLAIN, "for this"), 13);
    assert_int_equal(canvas_put_whole(&canvas, 0, 13, STYLE_PLAIN, "for itt"), 20);
    canvas_text(&canvas, 0, text);
    assert_string_equal(text, "a lon\xe2\x80\xa6    42 for itt");
    /* The middle of a name is left out, by columns: a wide character that does not fit is not halved. */
    canvas_put_name(&canvas, 1, 0, 9, STYLE_PLAIN, "sandbox-production-0012");
    canvas_put_name(&canvas, 1, 10, 8, STYLE_PLAIN, "\xe4\xbd\xa0\xe4\xbd\xa0\xe4\xbd\xa0\xe4\xbd\xa0\xe4\xbd\xa0");
    canvas_text(&canvas, 1, text);
    assert_string_equal(text, "sand\xe2\x80\xa6"
                              "0012 \xe4\xbd\xa0\xe4\xbd\xa0\xe2\x80\xa6\xe4\xbd\xa0");
    /* Over half of a wide character the other half goes. */
    canvas_put(&canvas, 1, 11, STYLE_PLAIN, "xy");
    canvas_text(&canvas, 1, text);
    assert_string_equal(text, "sand\xe2\x80\xa6"
                              "0012  xy \xe2\x80\xa6\xe4\xbd\xa0");
    /* Beyond its edges nothing happens. */
    canvas_put(&canvas, 0, -3, STYLE_PLAIN, "abcdef");
    canvas_put(&canvas, -1, 0, STYLE_PLAIN, "x");
    canvas_put_character(&canvas, 1 << 30, 0, STYLE_PLAIN, 'x');
    canvas_text(&canvas, 0, text);
    assert_string_equal(text, "defon\xe2\x80\xa6    42 for itt");
    assert_int_equal(canvas.height, 2);
    canvas_release(&canvas);
}

static void test_bar_and_history(void **state)
{
    struct canvas canvas = {.cells = NULL};
    struct history history = {.count = 0};
    struct series series = {&history, STYLE_USED, 0, THRESHOLD_NONE, 1};
    char text[400];

    (void)state;
    canvas_begin(&canvas, 40, SYMBOLS_ASCII);
    bar_draw(&canvas, 0, 0, 10, figure_of(0.42), figure_of(0.2), THRESHOLD_BUSY);
    bar_draw(&canvas, 1, 0, 10, figure_of(7), figure_of(NAN), THRESHOLD_BUSY);
    bar_draw(&canvas, 2, 0, 10, figure_of(NAN), figure_of(1), THRESHOLD_BUSY);
    canvas_text(&canvas, 0, text);
    assert_string_equal(text, "||||::....");
    canvas_text(&canvas, 1, text);
    assert_string_equal(text, "||||||||||");
    assert_int_equal(canvas_text(&canvas, 2, text), 0);

    for (int i = 0; i < HISTORY_LENGTH + 8; i++)
        history_add(&history, i == HISTORY_LENGTH + 4 ? figure_of(NAN) : figure_of(i % 8));
    history_draw(&series, &canvas, 3, 0, 8);
    canvas_text(&canvas, 3, text);
    /* The one that is not known is blank. */
    assert_string_equal(text, "_.:- +*#");
    assert_true(fabs(history_largest(&history, 0, 8) - 7) < 0.001);
    series.full = 70;
    history_draw(&series, &canvas, 3, 0, 8);
    canvas_text(&canvas, 3, text);
    assert_string_equal(text, "____ ___");
    canvas_release(&canvas);
}

/* ---- A machine ---- */

static void assert_name(const char *words, size_t length, const char *expected)
{
    struct machine machine = {.pid = 7, .now = &machine.samples[0]};
    struct vm vm;

    monitor_name_of(words, length, machine.name);
    assert_string_equal(machine.name, expected);
    vm_name(&vm, &machine);
    assert_string_equal(vm.name, expected[0] == '\0' ? "vm-7" : expected);
}

#define ASSERT_NAME(words, expected) assert_name(words, sizeof(words) - 1, expected)

static void test_names(void **state)
{
    static const struct {
        const char *comm;
        const char *expected;
    } kinds[] = {{"firecracker", "fc-7"}, {"qemu-system-x86", "qemu-7"}, {"qemu-kvm", "qemu-7"}, {"kvm", "qemu-7"},
                 {"qemu-dm-3", "qemu-7"}, {"cloud-hyperviso", "ch-7"},   {"crosvm", "crosvm-7"}, {"mine", "vm-7"}};
    char text[MACHINE_NAME_BYTES];

    (void)state;
    ASSERT_NAME("fc\0--api-sock\0/run/x\0--id\0web-1\0", "web-1");
    ASSERT_NAME("fc\0--id=web-2\0", "web-2");
    ASSERT_NAME("qemu\0-name\0guest=db,debug-threads=on\0-m\0", "db");
    ASSERT_NAME("qemu\0-name\0debug-threads=on,guest=db\0-m\0", "db");
    ASSERT_NAME("qemu\0-name\0two_words\0", "two_words");
    ASSERT_NAME("ch\0--api-socket\0path=/run/web-3.sock\0", "web-3");
    ASSERT_NAME("ch\0--api-socket\0/run/web-4\0", "web-4");
    ASSERT_NAME("fc\0--api-sock\0/run/firecracker.socket\0", "");
    ASSERT_NAME("crosvm\0run\0--name\0box\0", "box");
    /* Cut, missing, empty, and what only begins like it. */
    ASSERT_NAME("fc\0--id\0web", "");
    ASSERT_NAME("fc\0--id\0", "");
    ASSERT_NAME("fc\0--id=\0", "");
    ASSERT_NAME("fc\0--identity\0x\0", "");
    ASSERT_NAME("", "");
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        monitor_name_by_number(kinds[i].comm, 7, text);
        assert_string_equal(text, kinds[i].expected);
    }
}

/* Two samples a second apart of a monitor with a virtual CPU. */
struct measured {
    struct thread_times threads[2][2];
    struct machine machine;
    struct vm vm;
};

static void set_time(struct sample *sample, int64_t time_ns)
{
    sample->time_ns = sample->threads.time_ns = sample->others_ns = time_ns;
}

static void set_threads(struct measured *measured, size_t which, uint64_t run_ns, uint64_t wait_ns)
{
    struct sample *sample = &measured->machine.samples[which];
    struct vmm_net *net = rows_add(&sample->nets, VMM_RECORD_NET);

    assert_non_null(net);
    measured->threads[which][0] = (struct thread_times){10, 5, VMM_UNKNOWN, run_ns / 10, wait_ns, {0, 0}};
    measured->threads[which][1] = (struct thread_times){11, 5, 0, run_ns, wait_ns, {0, 0}};
    vmm_record_init(VMM_RECORD_PROCESS, &sample->process, sizeof sample->process);
    vmm_record_init(VMM_RECORD_CGROUP, &sample->cgroup, sizeof sample->cgroup);
    vmm_record_init(VMM_RECORD_CGROUP_MEMORY, &sample->cgroup_memory, sizeof sample->cgroup_memory);
    vmm_record_init(VMM_RECORD_PRESSURE, &sample->cpu_pressure, sizeof sample->cpu_pressure);
    vmm_record_init(VMM_RECORD_PRESSURE, &sample->memory_pressure, sizeof sample->memory_pressure);
    vmm_record_init(VMM_RECORD_PRESSURE, &sample->io_pressure, sizeof sample->io_pressure);
    vmm_record_init(VMM_RECORD_BALLOON, &sample->balloon, sizeof sample->balloon);
    sample->threads.list = measured->threads[which];
    sample->threads.count = 2;
    sample->threads.named_vcpus = 1;
    sample->told_vcpus = sample->held_vcpus = VMM_UNKNOWN;
    set_time(sample, 1000000000 * (int64_t)(which + 1));
    memcpy(net->name, "tap0", 5);
    net->rx_bytes = 1000 * which;
    net->tx_bytes = 5000;
}

static void take_nets(struct machine *machine, size_t which)
{
    struct sample *sample = &machine->samples[which];

    growth_take(&machine->net_growth, &sample->nets, sample->others_ns, VMM_RECORD_NET, NULL);
}

static void assert_known(const struct measured *measured, enum figure_id id, double expected)
{
    if (measured->vm.figures[id].known != IS_KNOWN)
        fail_msg("figure %u", (unsigned)id);
    assert_true(fabs(measured->vm.figures[id].value - expected) < 0.001);
}

static void test_measured(void **state)
{
    struct measured *measured = calloc(1, sizeof *measured);
    struct moment moment = {100, 1000};
    struct machine *machine;
    const struct figure *figures;

    (void)state;
    assert_non_null(measured);
    machine = &measured->machine;
    figures = measured->vm.figures;
    set_threads(measured, 0, 1000000000, 0);
    set_threads(measured, 1, 1500000000, 250000000);
    machine->before = &machine->samples[0];
    machine->now = &machine->samples[1];
    machine->count = 1;
    take_nets(machine, 0);
    vm_measure(&measured->vm, machine, moment);
    assert_int_equal(figures[FIGURE_CPU].known, IS_NEW);
    assert_int_equal(figures[FIGURE_NET_IN].known, IS_NEW);
    /* What is not there will not come. */
    assert_int_equal(figures[FIGURE_DISK].known, IS_UNKNOWN);
    assert_int_equal(figures[FIGURE_PRESSURE].known, IS_UNKNOWN);

    machine->count = 2;
    take_nets(machine, 1);
    machine->now->balloon.total_memory_bytes = 500;
    machine->now->balloon.available_memory_bytes = 200;
    machine->now->balloon.last_update_seconds = 990;
    vm_measure(&measured->vm, machine, moment);
    assert_known(measured, FIGURE_CPU, 0.55);
    assert_known(measured, FIGURE_VCPU_CPU, 0.5);
    assert_known(measured, FIGURE_OVERHEAD, 0.05);
    assert_known(measured, FIGURE_WAIT, 0.25);
    assert_known(measured, FIGURE_VCPUS, 1);
    /* What the TAP receives is sent by the machine. */
    assert_known(measured, FIGURE_NET_OUT, 1000);
    assert_known(measured, FIGURE_NET_IN, 0);
    assert_known(measured, FIGURE_GUEST_USED, 300);
    assert_known(measured, FIGURE_TOLD_AGO, 10);
    assert_int_equal(measured->vm.histories[FIGURE_CPU].count, 2);

    /* Counters that fell: the machine was restored, or its TAP made again. */
    machine->before = &machine->samples[1];
    machine->now = &machine->samples[0];
    set_time(machine->now, 3000000000);
    take_nets(machine, 0);
    vm_measure(&measured->vm, machine, moment);
    assert_int_equal(figures[FIGURE_CPU].known, IS_RESET);
    assert_int_equal(figures[FIGURE_NET].known, IS_RESET);
    /* A guest may report impossible numbers. */
    machine->now->balloon.total_memory_bytes = 100;
    machine->now->balloon.available_memory_bytes = 200;
    machine->now->balloon.last_update_seconds = 2000;
    vm_measure(&measured->vm, machine, moment);
    assert_int_equal(figures[FIGURE_GUEST_USED].known, IS_UNKNOWN);
    assert_int_equal(figures[FIGURE_TOLD_AGO].known, IS_UNKNOWN);
    rows_release(&machine->samples[0].nets);
    rows_release(&machine->samples[1].nets);
    growth_release(&machine->net_growth);
    free(measured);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_numbers_are_short),
        cmocka_unit_test(test_no_number_is_wider_than_five),
        cmocka_unit_test(test_what_is_not_known_has_a_word),
        cmocka_unit_test(test_table_at_80),
        cmocka_unit_test(test_table_at_40),
        cmocka_unit_test(test_table_at_100),
        cmocka_unit_test(test_table_at_132),
        cmocka_unit_test(test_one_page_of_no_machine),
        cmocka_unit_test(test_first_sample_is_measured_yet),
        cmocka_unit_test(test_each_row_has_a_word_for_each_heading),
        cmocka_unit_test(test_all_sizes),
        cmocka_unit_test(test_one_row_shows_the_chosen_machine),
        cmocka_unit_test(test_the_chosen_one_stays_in_sight),
        cmocka_unit_test(test_details_say_why_something_is_not_known),
        cmocka_unit_test(test_long_pages_scroll),
        cmocka_unit_test(test_columns_are_those_that_were_chosen),
        cmocka_unit_test(test_each_column_is_one_of_a_kind),
        cmocka_unit_test(test_filter),
        cmocka_unit_test(test_thresholds),
        cmocka_unit_test(test_graphs),
        cmocka_unit_test(test_scales_end_with_a_round_number),
        cmocka_unit_test(test_page_of_graphs),
        cmocka_unit_test(test_pages_have_their_own_filters),
        cmocka_unit_test(test_order),
        cmocka_unit_test(test_hostile_text),
        cmocka_unit_test(test_fields),
        cmocka_unit_test(test_bar_and_history),
        cmocka_unit_test(test_names),
        cmocka_unit_test(test_measured),
    };

    knows_widths = setlocale(LC_CTYPE, "C.UTF-8") != NULL;
    return cmocka_run_group_tests(tests, NULL, NULL);
}
