/* SPDX-License-Identifier: MIT */
/*
 * The pages. Each is drawn onto an empty canvas; `height` is the screen's, or 0 for a page that is as long as it
 * takes.
 */
#ifndef TOP_PAGES_H
#define TOP_PAGES_H

#include "canvas.h"
#include "model.h"

/* One row for each machine. Moves `first_row` so that the chosen machine is visible. */
void table_draw(struct canvas *canvas, const struct model *model, struct view *view, int height);

/* All numbers of the chosen machine, and what could not be read. */
void detail_draw(struct canvas *canvas, const struct model *model, const struct view *view);

/* The histories of the chosen machine as graphs that fill the screen. */
void graph_page_draw(struct canvas *canvas, const struct model *model, const struct view *view, int height);

/* This machine itself. */
void self_draw(struct canvas *canvas, const struct model *model, const struct view *view);

/* All columns of the table, and which are shown. Keeps the chosen line on the screen. */
void columns_draw(struct canvas *canvas, const struct model *model, struct view *view, int height);

void help_draw(struct canvas *canvas, const struct view *view);

/*
 * The first line of a page of the chosen machine, `*vm`. Gives false, and says so on the page, if there is no machine.
 */
bool page_begin(struct canvas *canvas, const struct model *model, const struct view *view, const struct vm **vm);

/* The page that is chosen, as it stands on a screen: scrolled, and with a line of keys or a message at its foot. */
void page_draw(struct canvas *canvas, const struct model *model, struct view *view, int height);

#endif
