/* SPDX-License-Identifier: MIT */
#include "pages.h"

#include <stdio.h>
#include <string.h>

/* Lines that begin with a blank are plain, others are headings. */
static const char *const lines[] = {
    "Keys",
    " up down j k PgUp PgDn Home End   choose a machine, or move on a long page",
    " Enter   all of the chosen machine     left right   the one before, the next",
    " g       this machine itself, be it a host or a guest",
    " q Esc   back; q in the table: end",
    " + -     a longer, a shorter interval  Space   pause, and go on",
    " sort by: c CPU  m memory  n network  d disk  p pressure  o overhead  w wait",
    "          t throttled  a name; the same key again turns the order round",
    "Instead of a number",
    " -       not known: it cannot be read here, or nobody says it. The page of a",
    "         machine has the reasons. It is not zero",
    " new     no rate yet: that takes two samples",
    " reset   a counter began anew, as after a restart: no rate from this sample",
    "Columns, of the time since the sample before; CPU in percent of one CPU",
    " CPU     what all threads of its monitor used",
    " SHARE   of all its vCPUs: | used, : wanted but waiting for a CPU, . left",
    " WAIT    its vCPUs were ready to run and had no CPU: the guest's steal",
    " OVERH   used by the monitor's other threads: what the machine costs besides",
    " THROT   share of periods in which its cgroup's CPU limit stopped it",
    " LIMIT   used share of that limit",
    " RES     memory that the host has given to the monitor: resident",
    " GUEST   used in the guest, total - available, as the guest tells its balloon",
    " BALL    what the balloon holds",
    " CGMEM   memory of its cgroup",
    " NET/s   bytes in and out as the guest means it; IN/s and OUT/s apart",
    " DISK/s  bytes read and written by its cgroup; RD/s and WR/s apart",
    " PSI     time in which some of its cgroup waited: most of CPU, memory, I/O",
    "Above the table",
    " CPU     of this host: | all but idle, iowait and steal; : steal",
    " MEM     of this host: total - available; and what all machines have resident",
    "Pictures",
    " A history's newest value is to the right. For CPU the highest character is",
    " all of its vCPUs, for all else the largest value that is seen.",
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
