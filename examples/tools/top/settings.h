/* SPDX-License-Identifier: MIT */
/*
 * What the user has chosen, kept in a file: the columns and the order. A line of it is `KEY = VALUE`, and a line that begins
 * with # says nothing.
 */
#ifndef TOP_SETTINGS_H
#define TOP_SETTINGS_H

#include "model.h"

enum { SETTINGS_PATH_BYTES = 4096, SETTINGS_MESSAGE_BYTES = 128 };

/* Instead of a path: no file. */
#define SETTINGS_NONE "none"

/*
 * The path of the file: `wanted`, or top.conf in the folder vmmetrics of $XDG_CONFIG_HOME or of ~/.config if `wanted` is
 * NULL. Gives "" if there is no such place, or the user wants none.
 */
void settings_path(const char *wanted, char path[SETTINGS_PATH_BYTES]);

/*
 * Sets the columns and the order of a view. If the file is wrong or cannot be read, nothing is set, and `message` is the
 * reason. Without a file nothing is set, and the message is empty.
 */
void settings_load(const char *path, struct view *view, char message[SETTINGS_MESSAGE_BYTES]);

/* Replaces the file as a whole, and makes its folders. Gives NULL, or the reason why it cannot. */
const char *settings_save(const char *path, const struct view *view);

#endif
