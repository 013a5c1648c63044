/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-families"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "families/asy-form-rows.h"
#include "families/asy-intake-rows.h"
#include "ui/asy-choice-row.h"
#include "ui/asy-words.h"

enum { ROW_INTERVIEW_ON, ROW_INTERVIEW_BY, ROW_ANALYSIS_ON, ROW_MOTION_ON, ROW_MOTION_BY, N_PAPER_ROWS };

typedef struct {
  AsyCase *case_file;           /* of the form, which outlives its rows */
  GtkWidget *rows[N_PAPER_ROWS];
} Papers;

/* Art. 11: by the community interview all papers; a minor parent after the
 * interview goes straight to the assignment; neither a court's order nor an
 * application under Za życiem asks for any. What was noted all the same stays
 * to be seen. */
static gboolean
needs_row (Papers *papers, guint row)
{
  static const guint fields[N_PAPER_ROWS] = { ASY_CASE_INTERVIEW_ON, ASY_CASE_INTERVIEW_ON, ASY_CASE_ANALYSIS_ON,
                                              ASY_CASE_MOTION_ON, ASY_CASE_MOTION_ON };
  const AsyCasePath path = (AsyCasePath) asy_case_get_path (papers->case_file);

  if (asy_record_get_int (ASY_RECORD (papers->case_file), fields[row]) != 0)
    return TRUE;
  switch (path)
    {
    case ASY_CASE_PATH_INTERVIEW:
      return TRUE;
    case ASY_CASE_PATH_MINOR_PARENT:
      return row == ROW_INTERVIEW_ON || row == ROW_INTERVIEW_BY;
    case ASY_CASE_PATH_COURT:
    case ASY_CASE_PATH_ZA_ZYCIEM:
    default:
      return FALSE;
    }
}

static void
update_rows (Papers *papers)
{
  for (guint i = 0; i < N_PAPER_ROWS; i++)
    gtk_widget_set_visible (papers->rows[i], needs_row (papers, i));
}

static void
on_path_cb (GtkWidget *row, GParamSpec *pspec, gpointer user_data)
{
  update_rows (user_data);
}

static GtkWidget *
add_path_row (AsyForm *form, AsyCase *case_file)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *row = asy_choice_row_new ("");

  for (int i = 0; asy_case_path_nicks[i] != NULL; i++)
    asy_choice_row_append (ASY_CHOICE_ROW (row), asy_case_path_nicks[i], asy_case_path_get_label ((AsyCasePath) i), NULL);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Notice"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), asy_form_bind (form, case_file, ASY_CASE_PATH, row));
  asy_form_add_group (form, group);
  return row;
}

static GtkWidget *
focus_row (Papers *papers, AsyIntakeFocus focus)
{
  switch (focus)
    {
    case ASY_INTAKE_INTERVIEW:
      return papers->rows[ROW_INTERVIEW_ON];
    case ASY_INTAKE_ANALYSIS:
      return papers->rows[ROW_ANALYSIS_ON];
    case ASY_INTAKE_MOTION:
      return papers->rows[ROW_MOTION_ON];
    case ASY_INTAKE_NOTICE:
    case ASY_INTAKE_NEW_CASE:
    default:
      return NULL;
    }
}

GtkWidget *
asy_intake_rows_add (AsyForm *form, AsyCase *case_file, GtkWidget *reasons, AsyIntakeFocus focus)
{
  static const AsyRowSpec notice[] = {
    { ASY_CASE_NOTICE_ON, ASY_ROW_DAY, NULL, NULL },
    { ASY_CASE_NOTICE_SOURCE, ASY_ROW_DICTIONARY, ASY_DICT_NOTICE_SOURCE, NULL },
    { ASY_CASE_NOTICE_BY, ASY_ROW_TEXT, NULL, NULL },
    { ASY_CASE_NOTICE, ASY_ROW_LONG_TEXT, NULL, NULL },
    { ASY_CASE_URGENT, ASY_ROW_SWITCH, NULL, NULL },
  };
  static const AsyRowSpec specs[N_PAPER_ROWS] = {
    { ASY_CASE_INTERVIEW_ON, ASY_ROW_DAY, NULL, NULL },
    { ASY_CASE_INTERVIEW_BY, ASY_ROW_TEXT, NULL, NULL },
    { ASY_CASE_ANALYSIS_ON, ASY_ROW_DAY, NULL, NULL },
    { ASY_CASE_MOTION_ON, ASY_ROW_DAY, NULL, NULL },
    { ASY_CASE_MOTION_BY, ASY_ROW_TEXT, NULL, NULL },
  };
  static const AsyRowSpec people[] = {
    { ASY_CASE_SOCIAL_WORKER, ASY_ROW_TEXT, NULL, NULL },
    { ASY_CASE_CARE_COORDINATOR, ASY_ROW_TEXT, NULL, NULL },
  };
  Papers *papers = g_new0 (Papers, 1);
  GtkWidget *path = add_path_row (form, case_file);
  AdwPreferencesGroup *group = asy_form_add_rows (form, case_file, NULL, notice, G_N_ELEMENTS (notice), NULL);

  papers->case_file = case_file;
  adw_preferences_group_add (group, reasons);
  g_signal_connect_object (reasons, "changed", G_CALLBACK (asy_form_touch), form, G_CONNECT_SWAPPED);
  asy_form_add_rows (form, case_file, _("Interview, Analysis, Motion"), specs, N_PAPER_ROWS, papers->rows);
  asy_form_add_rows (form, case_file, _("Who Works with the Family"), people, G_N_ELEMENTS (people), NULL);
  g_object_set_data_full (G_OBJECT (path), "papers", papers, g_free);
  g_signal_connect (path, "notify::code", G_CALLBACK (on_path_cb), papers);
  update_rows (papers);
  return focus_row (papers, focus);
}
