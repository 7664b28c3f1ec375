/* SPDX-License-Identifier: MIT */
/* What keys do. */
#ifndef TOP_CONTROL_H
#define TOP_CONTROL_H

#include "model.h"

struct control {
    struct model *model;
    struct view *view;
    /* The size of the screen. */
    int width;
    int height;
    /* The page that q leads back to. */
    enum page first_page;
    /* Whether the user has changed the columns, and the order, since they were saved. */
    bool has_new_columns;
    bool has_new_order;
    /* Whether the page of columns was left. */
    bool is_to_save;
};

/* Takes a key: a character, or one of enum key. Gives false at the end. */
bool control_key(struct control *control, int key);

/* Chooses the machine that is so many rows below; 0 keeps the chosen one, or chooses the first if it is not there. */
void control_choose(struct control *control, int64_t by);

void control_turn_to(struct control *control, enum page page);

#endif
