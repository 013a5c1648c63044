/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-families"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "families/asy-kin-forms.h"
#include "store/asy-person-merge.h"
#include "ui/asy-format.h"
#include "ui/asy-rows.h"
#include "ui/asy-words.h"

/* The request: the record that stays with its chosen values, and the other. */
typedef struct {
  AsyPerson *kept;
  gint64 merged_id;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_clear_object (&request->kept);
  g_free (request);
}

static gpointer
merge_job (AsySession *session, gpointer data, GError **error)
{
  const Request *request = data;
  gint64 *id = g_new0 (gint64, 1);

  if (asy_person_merge (session, request->kept, request->merged_id, id, error))
    return id;
  g_free (id);
  return NULL;
}

static gpointer
make_request (AsyForm *form, gpointer user_data)
{
  Request *request = g_new0 (Request, 1);

  request->kept = asy_record_duplicate (asy_form_get_record (form, 0));
  request->merged_id = asy_record_get_id (user_data);
  return request;
}

/* Taking back */

static gpointer
part_job (AsySession *session, gpointer request, GError **error)
{
  return asy_person_part (session, *(gint64 *) request, error) ? ASY_STORE_DONE : NULL;
}

void
asy_kin_part (AsyContext *context, gpointer owner, gint64 merge_id)
{
  gint64 *request = g_new (gint64, 1);

  *request = merge_id;
  asy_context_ask (context, owner, NULL, part_job, request, g_free, NULL, NULL);
}

typedef struct {
  AsyContext *context;
  gint64 merge_id;
} Undo;

static void
undo_free (gpointer data, GClosure *closure)
{
  Undo *undo = data;

  g_object_unref (undo->context);
  g_free (undo);
}

static void
on_undo_cb (gpointer source, gpointer user_data)
{
  Undo *undo = user_data;

  asy_kin_part (undo->context, undo->context, undo->merge_id);
}

static void
on_merged_cb (AsyForm *form, gpointer result, gpointer user_data)
{
  Undo *undo = g_new0 (Undo, 1);

  undo->context = g_object_ref (asy_form_get_context (form));
  undo->merge_id = *(gint64 *) result;
  asy_context_toast_undo (undo->context, _("The two records are one now"), G_CALLBACK (on_undo_cb), undo, undo_free);
}

/* Values side by side */

static char *
dup_value (AsyPerson *person, guint field)
{
  static const char *const sexes[] = { N_("not known"), N_("woman"), N_("man") };
  const AsyField *info = &asy_record_get_fields (ASY_RECORD (person), NULL)[field];
  char *text;

  if (field == ASY_PERSON_SEX)
    return g_strdup (_(sexes[asy_person_get_sex (person)]));
  if (field == ASY_PERSON_NO_PESEL_REASON)
    return g_strdup (asy_person_get_no_pesel_reason (person) == ASY_PERSON_NO_PESEL_REASON_NONE
                     ? "–" : asy_no_pesel_reason_get_label ((AsyPersonNoPeselReason) asy_person_get_no_pesel_reason (person)));
  text = info->type == ASY_FIELD_DAY ? asy_format_day ((AsyDay) asy_record_get_int (ASY_RECORD (person), field))
                                     : asy_record_dup_field_as_text (ASY_RECORD (person), field);
  return text != NULL ? text : g_strdup ("–");
}

static void
on_chosen_cb (GtkCheckButton *button, gpointer user_data)
{
  AsyPerson *copy = user_data;
  AsyPerson *source = g_object_get_data (G_OBJECT (button), "source");
  const guint field = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "field"));
  g_autofree char *text = asy_record_dup_field_as_text (ASY_RECORD (source), field);

  if (gtk_check_button_get_active (button))
    asy_record_set_field_from_text (ASY_RECORD (copy), field, text);
}

static GtkWidget *
new_choice (AsyPerson *source, guint field, AsyPerson *copy, GtkWidget *group_with)
{
  g_autofree char *value = dup_value (source, field);
  GtkWidget *button = gtk_check_button_new_with_label (value);

  if (group_with != NULL)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (button), GTK_CHECK_BUTTON (group_with));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (button), "source", g_object_ref (source), g_object_unref);
  g_object_set_data (G_OBJECT (button), "field", GUINT_TO_POINTER (field));
  g_signal_connect (button, "toggled", G_CALLBACK (on_chosen_cb), copy);
  return button;
}

/* What is blank in the record that stays is taken from the other. */
static GtkWidget *
new_field_row (AsyPerson *kept, AsyPerson *merged, AsyPerson *copy, guint field)
{
  GtkWidget *row = asy_action_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *first = new_choice (kept, field, copy, NULL);
  GtkWidget *second = new_choice (merged, field, copy, first);
  g_autofree char *value = asy_record_dup_field_as_text (ASY_RECORD (kept), field);
  const gboolean is_blank = value == NULL || g_str_equal (value, "none") || g_str_equal (value, "unknown");

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(asy_record_get_fields (ASY_RECORD (kept), NULL)[field].label));
  gtk_box_append (GTK_BOX (box), first);
  gtk_box_append (GTK_BOX (box), second);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (is_blank ? second : first), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), box);
  return row;
}

static void
add_differences (AsyForm *form, AsyPerson *kept, AsyPerson *merged)
{
  AsyPerson *copy = asy_form_get_record (form, 0);
  GtkWidget *group = adw_preferences_group_new ();
  guint n, n_different = 0;
  const AsyField *fields = asy_record_get_fields (ASY_RECORD (kept), &n);

  for (guint i = 0; i < n; i++)
    {
      if ((fields[i].flags & ASY_FIELD_HIDDEN) != 0 || asy_record_field_equals (ASY_RECORD (kept), ASY_RECORD (merged), i))
        continue;
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), new_field_row (kept, merged, copy, i));
      n_different++;
    }
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), n_different > 0 ? _("What Stays") : _("Both Records Say the Same"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group),
                                         _("Families, visits, consents, tasks and kinship of both records come together, a name "
                                           "that is given up stays as a former one. This can be taken back."));
  asy_form_add_group (form, group);
}

void
asy_kin_form_merge (AsyContext *context, AsyPerson *kept, AsyPerson *merged)
{
  AsyForm *form = asy_form_new (context, _("Merge Two Records"));
  g_autofree char *name = asy_person_dup_full_name (kept);

  asy_form_set_subtitle (form, name);
  asy_form_set_save_label (form, _("_Merge"));
  (void) asy_form_add_record (form, kept);
  g_object_set_data_full (G_OBJECT (form), "merged", g_object_ref (merged), g_object_unref);
  add_differences (form, kept, merged);
  asy_form_set_request (form, make_request, merged, request_free, g_free);
  asy_form_set_job (form, merge_job);
  asy_form_allow_unchanged (form);
  g_signal_connect (form, "saved", G_CALLBACK (on_merged_cb), NULL);
  asy_form_present (form);
}
