/* SPDX-License-Identifier: MIT */
#include "pages.h"

#include <stdio.h>
#include <string.h>

/* Lines that begin with a blank are plain, others are headings. */
static const char *const lines[] = {
    "Keys",
    " up down j k PgUp PgDn Home End   choose a machine, or move on a long page",
    " Enter   the page of a machine     left right   the previous, the next machine",
    " g       this machine itself: the host, or a guest",
    " q Esc   back; q in the table: end",
    " + -     a longer, a shorter interval  Space   pause, and go on",
    " sort by: c CPU  m memory  n network  d disk  p pressure  o overhead  w wait",
    "          t throttled  a name; the same key again reverses the order",
    "Instead of a number",
    " -       unknown, not zero: it cannot be read, or no file has it. The page of a",
    "         machine has the reasons",
    " new     no rate yet: a rate needs two samples",
    " reset   a counter started again, as after a restart: no rate from this sample",
    "Columns, since the previous sample; CPU in percent of one CPU",
    " CPU     what all threads of its monitor used",
    " SHARE   of all its vCPUs: | used, : wanted but waiting for a CPU, . left",
    " WAIT    its vCPUs were ready to run and had no CPU: the guest's steal",
    " OVERH   used by the other threads of the monitor",
    " THROT   share of periods in which its cgroup's CPU limit stopped it",
    " LIMIT   share of its CPU limit that was used",
    " RES     memory that the host has given to the monitor: resident",
    " GUEST   used in the guest, total - available, from its balloon statistics",
    " BALL    memory that the balloon holds",
    " CGMEM   memory of its cgroup",
    " NET/s   bytes in and out, seen from the guest; IN/s and OUT/s: each alone",
    " DISK/s  bytes read and written by its cgroup; RD/s and WR/s: each alone",
    " PSI     time in which a task of its cgroup waited: largest of CPU, memory, I/O",
    "Above the table",
    " CPU     of this host: | all but idle, iowait and steal; : steal",
    " MEM     of this host: total - available; and resident memory of all machines",
    "Pictures",
    " The newest value of a history is to the right. For CPU the highest character",
    " means all of its vCPUs, for other numbers the largest value on the screen.",
};

void help_draw(struct canvas *canvas)
{
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++)
        canvas_put(canvas, (int)i, 0, lines[i][0] == ' ' ? STYLE_PLAIN : STYLE_STRONG, lines[i]);
}

/* ---- What is at the foot of a screen ---- */

static void draw_foot(struct canvas *canvas, const struct model *model, const struct view *view, int row, bool is_long)
{
    static const char *const table_keys[] = {"q quit",           "  ? help",         "  Enter details",
                                             "  g this machine", "  cmndpowta sort", "  Space pause"};
    static const char *const other_keys[] = {"q back", "  ? help", "  Space pause"};
    bool table = view->page == PAGE_TABLE;
    size_t count = table ? sizeof table_keys / sizeof table_keys[0] : sizeof other_keys / sizeof other_keys[0];
    int column = 0;

    if (model->message[0] != '\0') {
        canvas_put(canvas, row, 0, STYLE_WARN, model->message);
        return;
    }
    for (size_t i = 0; i < count; i++)
        column = canvas_put_whole(canvas, row, column, STYLE_FAINT, table ? table_keys[i] : other_keys[i]);
    if (is_long)
        column = canvas_put_whole(canvas, row, column, STYLE_FAINT, "  up down more");
    if (view->page == PAGE_DETAIL)
        canvas_put_whole(canvas, row, column, STYLE_FAINT, "  left right other machine");
}

/* Moves what is on a canvas up by `scroll` rows, and cuts it at `height`. */
static void scroll_up(struct canvas *canvas, int scroll, int height)
{
    int left = canvas->height - scroll;

    if (scroll > 0 && left > 0)
        memmove(canvas->cells, canvas->cells + (size_t)scroll * (size_t)canvas->width,
                (size_t)left * (size_t)canvas->width * sizeof *canvas->cells);
    canvas->height = left < height ? left : height;
}

void page_draw(struct canvas *canvas, const struct model *model, struct view *view, int height)
{
    int body = height >= 4 ? height - 1 : height, longest;

    if (view->page == PAGE_TABLE) {
        table_draw(canvas, model, view, body);
    } else if (view->page == PAGE_DETAIL) {
        detail_draw(canvas, model, view);
    } else if (view->page == PAGE_SELF) {
        self_draw(canvas, model, view);
    } else {
        help_draw(canvas);
    }
    longest = canvas->height - body;
    if (view->scroll > longest)
        view->scroll = longest;
    if (view->scroll < 0)
        view->scroll = 0;
    scroll_up(canvas, view->scroll, body);
    if (body < height)
        draw_foot(canvas, model, view, body, view->page != PAGE_TABLE && longest > 0);
}
