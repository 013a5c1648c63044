/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "families/asy-family-data.h"
#include "ui/asy-form.h"

G_BEGIN_DECLS

/* What every form of a family begins with. */

/** A form that says whose it is and keeps @data. */
AsyForm *asy_form_new_of_family (AsyContext *context, AsyFamilyData *data, const char *title);

/** What the form was opened with. (transfer none) */
AsyFamilyData *asy_form_get_family_data (AsyForm *form);

/** An AsyFormCheck: @family is the form's copy of an #AsyFamily. */
char *asy_form_check_email (AsyForm *form, gpointer family) G_GNUC_WARN_UNUSED_RESULT;

/** A job that saves the form's only record by @call, `gboolean (AsySession *, gpointer, GError **)`. */
#define ASY_FORM_DEFINE_JOB(name, call)                           \
  static gpointer                                                 \
  name (AsySession *session, gpointer request, GError **error)    \
  {                                                               \
    return call (session, request, error) ? ASY_STORE_DONE : NULL; \
  }

G_END_DECLS
