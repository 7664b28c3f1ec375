/* SPDX-License-Identifier: MIT */
/*
 * The lines of two platforms that run sandboxes in virtual machines, with the members that these platforms have and no
 * others. Their receivers refuse a whole batch of lines if one line lacks a number that they need, so such a line is not
 * printed.
 */
#ifndef GUEST_FORMAT_SANDBOX_H
#define GUEST_FORMAT_SANDBOX_H

#include "../../common/json.h"
#include "../options.h"
#include "../pace.h"
#include "../sample.h"

/*
 * What vm0's guest agent writes since September 2026, or what E2B's API answers about a sandbox:
 * https://e2b.dev/docs/api-reference/sandboxes/get-sandbox-metrics
 */
void sandbox_print(struct json *out, const struct sample *sample, const struct pace *pace,
                   const struct options *options);

#endif
