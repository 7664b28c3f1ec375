/* SPDX-License-Identifier: MIT */
#include "pages.h"

#include <stdio.h>
#include <string.h>

#include "threshold.h"

/* Lines that begin with a blank are plain, others are headings. */
static const char *const keys[] = {
    "Keys",
    " up down choose a machine, or move on a long page; also j k PgUp PgDn Home End",
    " Enter   the numbers of a machine   v   its graphs   Tab   from one to the other",
    "         left right   the previous, the next machine",
    " g       this machine itself: the host, or a guest",
    " i       there: interfaces and disks without traffic, too",
    " / F4    filter: only rows that have the text in a name, a process or a device;",
    "         a|b for one of two; Enter keeps the filter, Esc clears it",
    " C F2    columns: which are shown, and in which order",
    " < >     sort by the column to the left, to the right   r   reverse the order",
    " sort by c CPU  m memory  n network  d disk  p pressure  o overhead  w wait",
    "         t throttled  a name; the same key again reverses the order",
    " + -     a longer, a shorter interval   Space   pause, and go on",
    " ? F1    this page",
    " q Esc   back; q F10 in the table: end",
    "Instead of a number",
    " -       unknown, not zero: it cannot be read, or no file has it. The page of a",
    "         machine has the reasons",
    " new     no rate yet: a rate needs two samples",
    " reset   a counter started again, as after a restart: no rate from this sample",
};
static const char *const pictures[] = {
    "Above the table",
    " CPU     of this host: all but idle, iowait and steal; after it steal",
    " MEM     of this host: total - available; and resident memory of all machines",
    "Pictures",
    " bar     the first part is used, the second is wanted but without a CPU",
    " history the newest value is to the right; a blank is unknown. For CPU the",
    "         highest character means all vCPUs, else the largest value on the screen",
};

struct help {
    struct canvas *canvas;
    const char *filter;
    int row;
};

/* A heading, or a line whose first word is a key or the heading of a column. */
static void put_line(struct help *help, const char *line)
{
    enum { WORDS = 9 };
    char first[WORDS + 1];

    if (!filter_has(help->filter, line))
        return;
    if (line[0] != ' ') {
        canvas_put(help->canvas, help->row++, 0, STYLE_LABEL, line);
        return;
    }
    snprintf(first, sizeof first, "%s", line);
    canvas_put(help->canvas, help->row, 0, STYLE_PLAIN, line);
    canvas_put(help->canvas, help->row++, 0, STYLE_STRONG, first);
}

static void put_lines(struct help *help, const char *const *lines, size_t count)
{
    for (size_t i = 0; i < count; i++)
        put_line(help, lines[i]);
}

void help_draw(struct canvas *canvas, const struct view *view)
{
    struct help help = {canvas, view->filters[PAGE_HELP], 0};
    char text[128], warn[FIGURE_BYTES], bad[FIGURE_BYTES];

    put_lines(&help, keys, sizeof keys / sizeof keys[0]);
    put_line(&help, "Columns, since the previous sample; CPU in percent of one CPU");
    for (size_t i = 0; i < COLUMNS; i++) {
        snprintf(text, sizeof text, " %-7s %s", table_columns[i].heading, table_columns[i].text);
        put_line(&help, text);
    }
    put_line(&help, "Colours                                           worth a look     bad");
    for (size_t i = 0; i < THRESHOLDS; i++) {
        figure_text(figure_of(thresholds[i].warn), thresholds[i].unit, warn);
        figure_text(figure_of(thresholds[i].bad), thresholds[i].unit, bad);
        snprintf(text, sizeof text, "         %-40s %12s %7s", thresholds[i].name, warn, bad);
        put_line(&help, text);
    }
    put_lines(&help, pictures, sizeof pictures / sizeof pictures[0]);
    if (help.row == 0)
        canvas_put(canvas, 0, 0, STYLE_PLAIN, "no line has this text");
}
