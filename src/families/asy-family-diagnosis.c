/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-families"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "families/asy-diagnosis-forms.h"
#include "families/asy-diagnosis-words.h"
#include "families/asy-family-tabs.h"
#include "model/asy-letter-file.h"
#include "families/asy-involvement-card.h"
#include "store/asy-diagnoses.h"
#include "ui/asy-compat.h"
#include "ui/asy-format.h"
#include "ui/asy-pill.h"
#include "ui/asy-ui.h"
#include "ui/asy-words.h"

struct _AsyFamilyDiagnosis
{
  AsyFamilyTab parent_instance;

  GtkBox *column;               /* inside the page */
};

G_DEFINE_FINAL_TYPE (AsyFamilyDiagnosis, asy_family_diagnosis, ASY_TYPE_FAMILY_TAB)

static AsyFamilyData *
data_of (gpointer self)
{
  return asy_family_tab_get_data (ASY_FAMILY_TAB (self));
}

static AsyContext *
context_of (gpointer self)
{
  return asy_family_tab_get_context (ASY_FAMILY_TAB (self));
}

static AsyDiagnosisFile *
file_of (gpointer self)
{
  AsyFamilyData *data = data_of (self);

  return data != NULL ? data->file->diagnosis : NULL;
}

static GArray *
find_gaps (gpointer self)
{
  AsyFamilyData *data = data_of (self);

  return asy_diagnosis_find_gaps (data->file->diagnosis, data->file->members, data->today);
}

/* The sheet of a closed case is only read. */
static gboolean
can_edit (AsyFamilyData *data)
{
  return data->file->current != NULL && data->stage != ASY_STAGE_CLOSED;
}

/* What is shown */

static GtkListBox *
add_section (AsyFamilyDiagnosis *self, const char *title, int count, const char *button_label, const char *icon_name,
             const char *action)
{
  const char *label = can_edit (data_of (self)) ? button_label : NULL;

  return asy_family_column_add_card (self->column, asy_family_heading_new (title, count, label, icon_name, action));
}

static gboolean
was_asked_before (GArray *gaps, guint place)
{
  const AsyDiagnosisGapKind kind = g_array_index (gaps, AsyDiagnosisGap, place).kind;

  return place > 0 && g_array_index (gaps, AsyDiagnosisGap, place - 1).kind == kind;
}

static GtkWidget *
new_gap_row (const AsyDiagnosisGap *gap)
{
  GtkWidget *pill = asy_pill_new (gap->is_blocking ? _("Obligatory") : _("To be written"),
                                  gap->is_blocking ? ASY_MEANING_LATE : ASY_MEANING_SOON);

  return asy_family_record_row_new (asy_diagnosis_gap_get_text (gap->kind), NULL, pill, asy_diagnosis_gap_get_action (gap->kind),
                                    gap->item_id != 0 ? gap->item_id : gap->person_id);
}

static void
fill_state (AsyFamilyDiagnosis *self, AsyFamilyData *data)
{
  static const char *const papers[] = { ASY_LETTER_KIND_DIAGNOSIS, NULL };
  AsyDiagnosis *diagnosis = data->file->diagnosis->diagnosis;
  g_autofree char *begun = asy_format_day_long (asy_diagnosis_get_made_on (diagnosis));
  g_autofree char *done = asy_format_day_long (asy_diagnosis_get_completed_on (diagnosis));
  g_autofree char *text = done != NULL ? g_strdup_printf (_("begun on %s, completed on %s"), begun, done)
                                       : g_strdup_printf (_("begun on %s"), begun);
  GtkListBox *card = add_section (self, _("Diagnosis of the Family"), -1, done != NULL ? _("Change the Day") : C_("diagnosis", "Complete"),
                                  "emblem-ok-symbolic", "diagnosis.complete");
  g_autoptr (GArray) gaps = find_gaps (self);
  GtkWidget *pill = asy_pill_new (done != NULL ? C_("diagnosis", "Completed") : C_("diagnosis", "In progress"),
                                  done != NULL ? ASY_MEANING_DONE : ASY_MEANING_INFO);

  gtk_list_box_append (card, asy_family_record_row_new (_("State of the diagnosis"), text, pill, NULL, 0));
  gtk_list_box_append (card, asy_family_papers_row_new (papers));
  for (guint i = 0; i < gaps->len && can_edit (data); i++)
    if (!was_asked_before (gaps, i))
      gtk_list_box_append (card, new_gap_row (&g_array_index (gaps, AsyDiagnosisGap, i)));
}

static GtkWidget *
new_remove_button (AsyDiagnosisItem *item)
{
  g_autofree char *name = g_strdup_printf (_("Remove: %s"), asy_diagnosis_item_get_body (item));
  GtkWidget *button = asy_icon_button_new ("user-trash-symbolic", name, "diagnosis.remove-item");

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", asy_record_get_id (ASY_RECORD (item)));
  asy_ui_set_tooltip (button, _("Remove"));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  return button;
}

static GtkWidget *
new_item_suffix (AsyDiagnosisItem *item, gboolean with_button)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  const AsyDiagnosisItemKind kind = asy_diagnosis_item_get_kind (item);

  if (kind == ASY_DIAGNOSIS_ITEM_KIND_DIFFICULTY)
    gtk_box_append (GTK_BOX (box), asy_pill_new (asy_level_get_label (asy_diagnosis_item_get_severity (item)),
                                                 asy_level_get_meaning (asy_diagnosis_item_get_severity (item))));
  else if (kind == ASY_DIAGNOSIS_ITEM_KIND_RESOURCE)
    gtk_box_append (GTK_BOX (box), asy_pill_new (asy_diagnosis_state_get_label (asy_diagnosis_item_get_state (item)),
                                                 asy_diagnosis_state_get_meaning (asy_diagnosis_item_get_state (item))));
  if (with_button)
    gtk_box_append (GTK_BOX (box), new_remove_button (item));
  return box;
}

/* Where it belongs and whose it is. */
static char *
dup_item_text (AsyFamilyDiagnosis *self, AsyFamilyData *data, AsyDiagnosisItem *item)
{
  AsyDictionary *dictionary = asy_context_get_office (context_of (self))->dictionary;
  AsyPerson *person = asy_family_file_find_person (data->file, asy_diagnosis_item_get_person_id (item));
  g_autofree char *name = person != NULL ? asy_person_dup_full_name (person) : NULL;
  const char *where = NULL;

  if (asy_diagnosis_item_get_kind (item) == ASY_DIAGNOSIS_ITEM_KIND_RESOURCE)
    where = asy_diagnosis_level_get_label (asy_diagnosis_item_get_level (item));
  else if (asy_diagnosis_item_get_area (item) != NULL)
    where = asy_dictionary_get_label (dictionary, ASY_DICT_WORK_AREA, asy_diagnosis_item_get_area (item));
  if (where != NULL && name != NULL)
    return g_strconcat (where, " · ", name, NULL);
  return g_strdup (where != NULL ? where : name);
}

static GtkWidget *
new_item_row (AsyFamilyDiagnosis *self, AsyFamilyData *data, AsyDiagnosisItem *item)
{
  g_autofree char *text = dup_item_text (self, data, item);
  GtkWidget *row = asy_family_record_row_new (asy_diagnosis_item_get_body (item), text, new_item_suffix (item, can_edit (data)),
                                              can_edit (data) ? "diagnosis.edit-item" : NULL, asy_record_get_id (ASY_RECORD (item)));

  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  return row;
}

static void
fill_items (AsyFamilyDiagnosis *self, AsyFamilyData *data, AsyDiagnosisItemKind kind)
{
  static const struct {
    const char *title, *action, *nothing;
  } words[] = {
    { N_("Strengths"), "diagnosis.add-strength", N_("What the family can do, likes and has managed already.") },
    { N_("Difficulties"), "diagnosis.add-difficulty", N_("What stands in the way, by work area: the goals of the plan begin here.") },
    { N_("Resources"), "diagnosis.add-resource", N_("What the family has, may lose or lacks: in a person, in the family, in its surroundings.") },
  };
  AsyDiagnosisFile *file = data->file->diagnosis;
  const guint n = asy_diagnosis_file_count (file, kind);
  GtkListBox *card = add_section (self, _(words[kind].title), (int) n, _("Add"), "list-add-symbolic", words[kind].action);

  for (guint i = 0; i < file->items->len; i++)
    if (asy_diagnosis_item_get_kind (file->items->pdata[i]) == (int) kind)
      gtk_list_box_append (card, new_item_row (self, data, file->items->pdata[i]));
  if (n == 0)
    gtk_list_box_append (card, asy_family_nothing_row_new (_(words[kind].nothing)));
}

/* The child's own words come first, then the rest of what is written. */
static char *
dup_sheet_text (AsyChildSheet *sheet)
{
  static const guint fields[] = { ASY_CHILD_SHEET_SCHOOL, ASY_CHILD_SHEET_HEALTH, ASY_CHILD_SHEET_PLACE_AT_HOME,
                                  ASY_CHILD_SHEET_SUPPORT, ASY_CHILD_SHEET_LEGAL, ASY_CHILD_SHEET_NOTE };
  g_autoptr (GString) text = g_string_new (NULL);

  if (asy_child_sheet_says_nothing (sheet))
    return g_strdup (_("Place at home, school, health, support, legal situation, what the child says"));
  if (asy_child_sheet_get_voice (sheet) != NULL)
    g_string_append_printf (text, _("“%s”"), asy_child_sheet_get_voice (sheet));
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (asy_record_get_text (ASY_RECORD (sheet), fields[i]) != NULL)
      g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", asy_record_get_text (ASY_RECORD (sheet), fields[i]));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static GtkWidget *
new_child_row (AsyFamilyData *data, const AsyMemberEntry *entry)
{
  const gint64 id = asy_record_get_id (ASY_RECORD (entry->person));
  AsyChildSheet *sheet = asy_diagnosis_file_find_child (data->file->diagnosis, id);
  g_autofree char *name = asy_person_dup_full_name (entry->person);
  g_autofree char *age = asy_person_dup_age (entry->person, data->today);
  g_autofree char *title = *age != '\0' ? g_strdup_printf ("%s, %s", name, age) : g_strdup (name);
  g_autofree char *text = dup_sheet_text (sheet);
  GtkWidget *pill = asy_child_sheet_says_nothing (sheet) ? asy_pill_new (_("To be written"), ASY_MEANING_SOON) : NULL;

  return asy_family_record_row_new (title, text, pill, can_edit (data) ? "diagnosis.child" : NULL, id);
}

static void
fill_children (AsyFamilyDiagnosis *self, AsyFamilyData *data)
{
  GtkListBox *card = add_section (self, _("Children One by One"), -1, NULL, NULL, NULL);
  guint n = 0;

  for (guint i = 0; i < data->file->members->len; i++)
    {
      const AsyMemberEntry *entry = data->file->members->pdata[i];

      if (!asy_member_entry_is_child (entry, data->today) || asy_member_get_left_on (entry->member) != ASY_DAY_NONE ||
          g_strcmp0 (asy_member_get_role (entry->member), "unborn") == 0)
        continue;
      gtk_list_box_append (card, new_child_row (data, entry));
      n++;
    }
  if (n == 0)
    gtk_list_box_append (card, asy_family_nothing_row_new (_("No child is noted among the people of the family.")));
}

/* What is written as it stands, and one line with what is not. */
static void
fill_texts (AsyFamilyDiagnosis *self, AsyDiagnosis *diagnosis, const char *title, const char *action, const guint *fields, guint n)
{
  GtkListBox *card = add_section (self, title, -1, _("Edit"), "document-edit-symbolic", action);
  const AsyField *known = asy_record_get_fields (ASY_RECORD (diagnosis), NULL);
  g_autoptr (GString) missing = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      const char *text = asy_record_get_text (ASY_RECORD (diagnosis), fields[i]);

      if (text != NULL)
        gtk_list_box_append (card, asy_family_fact_row_new (_(known[fields[i]].label), text, NULL, 0));
      else
        g_string_append_printf (missing, "%s%s", missing->len > 0 ? " · " : "", _(known[fields[i]].label));
    }
  if (missing->len > 0)
    {
      g_autofree char *text = g_strdup_printf (_("Not written yet: %s"), missing->str);

      gtk_list_box_append (card, asy_family_nothing_row_new (text));
    }
}

static void
fill_sheet (AsyFamilyDiagnosis *self, AsyFamilyData *data)
{
  static const guint situation[] = { ASY_DIAGNOSIS_UPBRINGING, ASY_DIAGNOSIS_HOUSING, ASY_DIAGNOSIS_INCOME, ASY_DIAGNOSIS_HEALTH,
                                     ASY_DIAGNOSIS_WORK, ASY_DIAGNOSIS_RELATIONS, ASY_DIAGNOSIS_SOCIETY };
  static const guint conclusions[] = { ASY_DIAGNOSIS_EXPECTATIONS, ASY_DIAGNOSIS_CHILD_VOICE, ASY_DIAGNOSIS_CONCLUSIONS };
  AsyDiagnosis *diagnosis = data->file->diagnosis->diagnosis;

  fill_state (self, data);
  fill_items (self, data, ASY_DIAGNOSIS_ITEM_KIND_STRENGTH);
  fill_items (self, data, ASY_DIAGNOSIS_ITEM_KIND_DIFFICULTY);
  fill_items (self, data, ASY_DIAGNOSIS_ITEM_KIND_RESOURCE);
  fill_children (self, data);
  fill_texts (self, diagnosis, _("Situation of the Family"), "diagnosis.situation", situation, G_N_ELEMENTS (situation));
  fill_texts (self, diagnosis, _("Expectations and Conclusions"), "diagnosis.conclusions", conclusions, G_N_ELEMENTS (conclusions));
}

static GtkWidget *
new_invitation (AsyFamilyData *data)
{
  const gboolean has_case = can_edit (data);
  const AsyDay day = data->file->current != NULL ? asy_case_get_diagnosis_on (data->file->current) : ASY_DAY_NONE;
  g_autofree char *when = asy_format_day_long (day);
  g_autofree char *text = when != NULL ? g_strdup_printf (_("It was completed on %s; its sheet is not in the register."), when)
                          : g_strdup (has_case ? _("What the family can do, what it finds hard, and what each child says.")
                                               : _("A diagnosis belongs to an open case."));

  return asy_empty_new ("edit-find-symbolic", _("There Is No Diagnosis Yet"), text, has_case ? _("_Begin the Diagnosis") : NULL,
                        "diagnosis.situation");
}

static void
update_actions (AsyFamilyDiagnosis *self, AsyFamilyData *data)
{
  static const char *const of_sheet[] = { "diagnosis.complete", "diagnosis.conclusions", "diagnosis.add-strength",
                                          "diagnosis.add-difficulty", "diagnosis.add-resource", "diagnosis.edit-item",
                                          "diagnosis.remove-item", "diagnosis.child" };

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "diagnosis.situation", can_edit (data));
  for (guint i = 0; i < G_N_ELEMENTS (of_sheet); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), of_sheet[i], can_edit (data) && data->file->diagnosis != NULL);
}

static void
asy_family_diagnosis_fill (AsyFamilyTab *tab, AsyFamilyData *data)
{
  AsyFamilyDiagnosis *self = ASY_FAMILY_DIAGNOSIS (tab);

  update_actions (self, data);
  asy_ui_clear_box (self->column);
  if (data->file->diagnosis != NULL)
    fill_sheet (self, data);
  else
    gtk_box_append (self->column, new_invitation (data));
  asy_involvement_card_append (self->column, data);
}

/* What can be done */

static void
on_form_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  static const struct {
    const char *name;
    void (*open) (AsyContext *, AsyFamilyData *);
  } rows[] = {
    { "diagnosis.situation", asy_diagnosis_form_situation },
    { "diagnosis.conclusions", asy_diagnosis_form_conclusions },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows) && data_of (widget) != NULL; i++)
    if (g_str_equal (rows[i].name, name))
      rows[i].open (context_of (widget), data_of (widget));
}

static void
on_add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *nick = name + strlen ("diagnosis.add-");

  for (int kind = 0; asy_diagnosis_item_kind_nicks[kind] != NULL && file_of (widget) != NULL; kind++)
    if (g_str_equal (asy_diagnosis_item_kind_nicks[kind], nick))
      asy_diagnosis_form_item (context_of (widget), data_of (widget), (AsyDiagnosisItemKind) kind, NULL);
}

static AsyDiagnosisItem *
find_item (GtkWidget *widget, GVariant *parameter)
{
  AsyDiagnosisFile *file = file_of (widget);

  return file != NULL ? asy_diagnosis_file_find_item (file, g_variant_get_int64 (parameter)) : NULL;
}

static void
on_edit_item_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AsyDiagnosisItem *item = find_item (widget, parameter);

  if (item != NULL)
    asy_diagnosis_form_item (context_of (widget), data_of (widget), asy_diagnosis_item_get_kind (item), item);
}

/* Gives what was removed, ready to be saved anew. */
static gpointer
delete_item_job (AsySession *session, gpointer request, GError **error)
{
  AsyRecord *item = request;

  if (!asy_diagnosis_item_delete (session, request, error))
    return NULL;
  asy_record_set_id (item, 0);
  asy_record_set_revision (item, 0);
  asy_record_set_uid (item, NULL);
  return g_object_ref (item);
}

static gpointer
save_item_job (AsySession *session, gpointer request, GError **error)
{
  return asy_diagnosis_item_save (session, request, error) ? ASY_STORE_DONE : NULL;
}

typedef struct {
  AsyContext *context;
  AsyDiagnosisItem *item;
} Undo;

static void
undo_free (gpointer data, GClosure *closure)
{
  Undo *undo = data;

  g_object_unref (undo->context);
  g_object_unref (undo->item);
  g_free (undo);
}

static void
on_undo_cb (gpointer data)
{
  Undo *undo = data;

  asy_context_ask (undo->context, NULL, NULL, save_item_job, asy_record_duplicate (undo->item), g_object_unref, NULL, NULL);
}

static void
on_removed_cb (gpointer owner, gpointer result, const GError *error)
{
  Undo *undo;

  if (result == NULL)
    {
      asy_context_show_error (context_of (owner), owner, error);
      return;
    }
  undo = g_new0 (Undo, 1);
  undo->context = g_object_ref (context_of (owner));
  undo->item = result;
  asy_context_toast_undo (undo->context, _("Removed from the diagnosis"), G_CALLBACK (on_undo_cb), undo, undo_free);
}

static void
on_remove_item_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AsyDiagnosisItem *item = find_item (widget, parameter);

  if (item != NULL)
    asy_context_ask (context_of (widget), widget, NULL, delete_item_job, asy_record_duplicate (item), g_object_unref, g_object_unref,
                     on_removed_cb);
}

static void
on_child_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (file_of (widget) != NULL)
    asy_diagnosis_form_child (context_of (widget), data_of (widget), g_variant_get_int64 (parameter));
}

static void
open_gap (GtkWidget *widget, const AsyDiagnosisGap *gap)
{
  const gint64 id = gap->item_id != 0 ? gap->item_id : gap->person_id;

  (void) gtk_widget_activate_action (widget, asy_diagnosis_gap_get_action (gap->kind), id != 0 ? "x" : NULL, id);
}

static void
on_refusal_answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) widget = user_data;
  g_autofree char *answer = asy_ui_ask_finish (result);
  g_autoptr (GArray) gaps = NULL;
  const AsyDiagnosisGap *gap;

  if (!g_str_equal (answer, "write") || file_of (widget) == NULL)
    return;
  gaps = find_gaps (widget);
  gap = asy_diagnosis_gaps_find_blocking (gaps);
  if (gap != NULL)
    open_gap (widget, gap);
}

/* Says all that is missing, and leads to the first of it. */
static void
refuse (GtkWidget *widget, GArray *gaps)
{
  const AsyAnswer answers[] = {
    { "close", _("_Close"), ADW_RESPONSE_DEFAULT },
    { "write", _("_Write It Down"), ADW_RESPONSE_SUGGESTED },
  };
  g_autoptr (GString) text = g_string_new (_("Work with a family begins with what it can do and with what it finds hard."));

  for (guint i = 0; i < gaps->len; i++)
    if (g_array_index (gaps, AsyDiagnosisGap, i).is_blocking && !was_asked_before (gaps, i))
      g_string_append_printf (text, "\n• %s", asy_diagnosis_gap_get_text (g_array_index (gaps, AsyDiagnosisGap, i).kind));
  asy_ui_ask_async (widget, _("The Diagnosis Is Not Complete Yet"), text->str, answers, G_N_ELEMENTS (answers), "write", NULL,
                    on_refusal_answered_cb, g_object_ref (widget));
}

static void
on_complete_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GArray) gaps = NULL;

  if (file_of (widget) == NULL)
    return;
  gaps = find_gaps (widget);
  if (asy_diagnosis_gaps_find_blocking (gaps) != NULL)
    refuse (widget, gaps);
  else
    asy_diagnosis_form_complete (context_of (widget), data_of (widget));
}

void
asy_family_diagnosis_do_step (AsyFamilyDiagnosis *self)
{
  g_return_if_fail (ASY_IS_FAMILY_DIAGNOSIS (self));

  (void) gtk_widget_activate_action (GTK_WIDGET (self), file_of (self) == NULL ? "diagnosis.situation" : "diagnosis.complete", NULL);
}

static void
asy_family_diagnosis_class_init (AsyFamilyDiagnosisClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  ASY_FAMILY_TAB_CLASS (klass)->fill = asy_family_diagnosis_fill;
  gtk_widget_class_install_action (widget_class, "diagnosis.situation", NULL, on_form_action);
  gtk_widget_class_install_action (widget_class, "diagnosis.conclusions", NULL, on_form_action);
  gtk_widget_class_install_action (widget_class, "diagnosis.add-strength", NULL, on_add_action);
  gtk_widget_class_install_action (widget_class, "diagnosis.add-difficulty", NULL, on_add_action);
  gtk_widget_class_install_action (widget_class, "diagnosis.add-resource", NULL, on_add_action);
  gtk_widget_class_install_action (widget_class, "diagnosis.edit-item", "x", on_edit_item_action);
  gtk_widget_class_install_action (widget_class, "diagnosis.remove-item", "x", on_remove_item_action);
  gtk_widget_class_install_action (widget_class, "diagnosis.child", "x", on_child_action);
  gtk_widget_class_install_action (widget_class, "diagnosis.complete", NULL, on_complete_action);
}

static void
asy_family_diagnosis_init (AsyFamilyDiagnosis *self)
{
  self->column = asy_family_tab_build_column (ASY_FAMILY_TAB (self), 760);
}
