/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-plans"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "law/asy-name-check.h"
#include "plans/asy-library-form.h"
#include "plans/asy-plan-library.h"
#include "plans/asy-plan-words.h"
#include "store/asy-libraries.h"
#include "ui/asy-choice-row.h"
#include "ui/asy-rows.h"
#include "ui/asy-ui.h"

#define DAYS_MAX 1100

/* All of this belongs to the form. */
typedef struct {
  AsyForm *form;
  AsyLibraryGoal *goal;         /* the form's copy */
  GPtrArray *tasks;             /* owned: AsyLibraryTask, being edited */
  GPtrArray *loaded;            /* owned: the same as they were loaded */
  GPtrArray *rows;              /* owned; GtkWidget, one a task */
  GtkWidget *task_group;
  GPtrArray *owners;            /* nullable: AsyNameOwner, who may not be named */
  gint64 family_id;
} LibraryForm;

static void
library_form_free (gpointer data)
{
  LibraryForm *self = data;

  g_ptr_array_unref (self->tasks);
  g_ptr_array_unref (self->loaded);
  g_ptr_array_unref (self->rows);
  g_clear_pointer (&self->owners, g_ptr_array_unref);
  g_free (self);
}

static AsyDictionary *
get_dictionary (LibraryForm *self)
{
  return asy_context_get_office (asy_form_get_context (self->form))->dictionary;
}

static GPtrArray *
duplicate_all (GPtrArray *tasks)
{
  GPtrArray *copies = asy_record_array_new ();

  for (guint i = 0; i < tasks->len; i++)
    g_ptr_array_add (copies, asy_record_duplicate (tasks->pdata[i]));
  return copies;
}

/* In the worker. */

typedef struct {
  AsyLibraryGoal *goal;
  GPtrArray *tasks;
  gint64 family_id;
} SaveRequest;

static void
save_request_free (gpointer data)
{
  SaveRequest *request = data;

  g_object_unref (request->goal);
  g_ptr_array_unref (request->tasks);
  g_free (request);
}

static gpointer
save_job (AsySession *session, gpointer data, GError **error)
{
  SaveRequest *request = data;

  return asy_library_keep (session, request->family_id, request->goal, request->tasks, error) ? g_object_ref (request->goal) : NULL;
}

static gpointer
make_request (AsyForm *form, gpointer user_data)
{
  const LibraryForm *self = user_data;
  SaveRequest *request = g_new0 (SaveRequest, 1);

  request->goal = asy_record_duplicate (self->goal);
  request->tasks = duplicate_all (self->tasks);
  request->family_id = self->family_id;
  return request;
}

/* What is still to be done. */

static char *
check_text (const LibraryForm *self, const char *text)
{
  if (self->owners == NULL)
    return NULL;
  if (asy_name_check_has_stand_in (text))
    return g_strdup (_ ("Write the words in [brackets] as the sentence asks"));
  if (asy_name_check_finds (text, self->owners))
    return g_strdup (_ ("Somebody of the family is still named"));
  return NULL;
}

static char *
check_texts (const LibraryForm *self, gpointer record)
{
  guint n;
  const AsyField *fields = asy_record_get_fields (record, &n);
  char *problem = NULL;

  for (guint i = 0; problem == NULL && i < n; i++)
    if (fields[i].type == ASY_FIELD_TEXT)
      problem = check_text (self, asy_record_get_text (record, i));
  return problem;
}

static char *
check (AsyForm *form, gpointer user_data)
{
  const LibraryForm *self = user_data;
  char *problem = check_texts (self, self->goal);

  for (guint i = 0; problem == NULL && i < self->tasks->len; i++)
    if (asy_library_task_get_what (self->tasks->pdata[i]) == NULL)
      problem = g_strdup (_ ("Write what is to be done, or remove the row"));
    else
      problem = check_texts (self, self->tasks->pdata[i]);
  return problem;
}

/* Tasks. */

static void
describe_row (LibraryForm *self, GtkWidget *row, AsyLibraryTask *task)
{
  const char *what = asy_library_task_get_what (task);
  const char *often = asy_dictionary_get_label (get_dictionary (self), ASY_DICT_FREQUENCY, asy_library_task_get_frequency (task));
  g_autofree char *who = asy_plan_library_dup_who (task, get_dictionary (self));
  g_autofree char *text = *often != '\0' ? g_strdup_printf ("%s · %s", who, often) : g_strdup (who);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), what != NULL ? what : _ ("New task"));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), text);
}

static void
on_task_cb (AsyRecord *task, GParamSpec *pspec, gpointer user_data)
{
  LibraryForm *self = user_data;
  guint place;

  if (g_ptr_array_find (self->tasks, task, &place))
    describe_row (self, self->rows->pdata[place], ASY_LIBRARY_TASK (task));
  asy_form_touch (self->form);
}

/* Who: a role, or a kind of institution. */

#define KIND_PREFIX "kind:"

static char *
dup_who_code (AsyLibraryTask *task)
{
  const char *kind = asy_library_task_get_provider_kind (task);

  return kind != NULL ? g_strconcat (KIND_PREFIX, kind, NULL) : g_strdup (asy_task_who_kind_nicks[asy_library_task_get_who_kind (task)]);
}

static void
on_who_chosen_cb (AsyChoiceRow *row, gpointer task)
{
  const char *code = asy_choice_row_get_code (row);
  const gboolean is_kind = g_str_has_prefix (code, KIND_PREFIX);

  asy_record_set_field_from_text (task, ASY_LIBRARY_TASK_WHO_KIND, is_kind ? "institution" : code);
  asy_library_task_set_provider_kind (task, is_kind ? code + strlen (KIND_PREFIX) : NULL);
}

static GtkWidget *
new_who_row (LibraryForm *self, AsyLibraryTask *task)
{
  GtkWidget *row = asy_choice_row_new (_ ("Who"));
  GPtrArray *kinds = asy_dictionary_list (get_dictionary (self), ASY_DICT_PROVIDER_KIND);
  g_autofree char *code = dup_who_code (task);

  for (int i = 0; asy_task_who_kind_nicks[i] != NULL; i++)
    asy_choice_row_append (ASY_CHOICE_ROW (row), asy_task_who_kind_nicks[i], asy_plan_get_who_kind_label ((AsyTaskWhoKind) i), NULL);
  for (guint i = 0; kinds != NULL && i < kinds->len; i++)
    {
      const AsyDictEntry *kind = kinds->pdata[i];
      g_autofree char *kind_code = g_strconcat (KIND_PREFIX, kind->code, NULL);

      if (!kind->retired || g_str_equal (kind_code, code))
        asy_choice_row_append (ASY_CHOICE_ROW (row), kind_code, kind->label, _ ("institution"));
    }
  asy_choice_row_set_code (ASY_CHOICE_ROW (row), code);
  g_signal_connect_object (row, "chosen", G_CALLBACK (on_who_chosen_cb), task, G_CONNECT_DEFAULT);
  return row;
}

static void
remove_at (LibraryForm *self, guint place)
{
  g_signal_handlers_disconnect_by_data (self->tasks->pdata[place], self);
  adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self->task_group), self->rows->pdata[place]);
  g_ptr_array_remove_index (self->rows, place);
  g_ptr_array_remove_index (self->tasks, place);
}

static gboolean
find_row (LibraryForm *self, GtkButton *button, guint *ret_place)
{
  return g_ptr_array_find (self->rows, gtk_widget_get_ancestor (GTK_WIDGET (button), ADW_TYPE_EXPANDER_ROW), ret_place);
}

static void
on_remove_cb (GtkButton *button, gpointer user_data)
{
  LibraryForm *self = user_data;
  guint place;

  if (!find_row (self, button, &place))
    return;
  remove_at (self, place);
  asy_form_touch (self->form);
}

static void fill_tasks (LibraryForm *self, GPtrArray *tasks);

static void
on_move_up_cb (GtkButton *button, gpointer user_data)
{
  LibraryForm *self = user_data;
  g_autoptr (GPtrArray) tasks = NULL;
  gpointer moved;
  guint place;

  if (!find_row (self, button, &place) || place == 0)
    return;
  tasks = duplicate_all (self->tasks);
  moved = g_ptr_array_steal_index (tasks, place);
  g_ptr_array_insert (tasks, (int) place - 1, moved);
  fill_tasks (self, tasks);
  gtk_widget_child_focus (self->rows->pdata[place - 1], GTK_DIR_TAB_FORWARD);
  asy_form_touch (self->form);
}

static void
add_button (LibraryForm *self, GtkWidget *row, const char *icon, const char *name, GCallback clicked)
{
  GtkWidget *button = asy_icon_button_new (icon, name, NULL);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect (button, "clicked", clicked, self);
  adw_expander_row_add_action (ADW_EXPANDER_ROW (row), button);
}

/* The row of a task that stands in the list already. */
static GtkWidget *
add_row (LibraryForm *self, AsyLibraryTask *task)
{
  GtkWidget *row = adw_expander_row_new ();
  GtkWidget *what = asy_form_bind (self->form, task, ASY_LIBRARY_TASK_WHAT, adw_entry_row_new ());
  GtkWidget *often = asy_choice_row_new ("");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  describe_row (self, row, task);
  asy_choice_row_append_none (ASY_CHOICE_ROW (often), _ ("not set"));
  asy_choice_row_set_dictionary (ASY_CHOICE_ROW (often), get_dictionary (self), ASY_DICT_FREQUENCY);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), what);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), new_who_row (self, task));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), asy_form_bind (self->form, task, ASY_LIBRARY_TASK_FREQUENCY, often));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row),
                            asy_form_bind (self->form, task, ASY_LIBRARY_TASK_DAYS, asy_number_row_new ("", 0, DAYS_MAX, 1, 0)));
  add_button (self, row, "user-trash-symbolic", _ ("Remove"), G_CALLBACK (on_remove_cb));
  add_button (self, row, "go-up-symbolic", _ ("Move up"), G_CALLBACK (on_move_up_cb));
  g_signal_connect (task, "notify", G_CALLBACK (on_task_cb), self);
  g_ptr_array_add (self->rows, g_object_ref_sink (row));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->task_group), row);
  return what;
}

/* In place of those that stand there. */
static void
fill_tasks (LibraryForm *self, GPtrArray *tasks)
{
  while (self->rows->len > 0)
    remove_at (self, self->rows->len - 1);
  for (guint i = 0; i < tasks->len; i++)
    {
      g_ptr_array_add (self->tasks, asy_record_duplicate (tasks->pdata[i]));
      (void) add_row (self, self->tasks->pdata[i]);
    }
}

static void
on_add_cb (GtkButton *button, gpointer user_data)
{
  LibraryForm *self = user_data;
  AsyLibraryTask *task = asy_library_task_new ();
  GtkWidget *what;

  g_ptr_array_add (self->tasks, task);
  what = add_row (self, task);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self->rows->pdata[self->rows->len - 1]), TRUE);
  gtk_widget_grab_focus (what);
  asy_form_touch (self->form);
}

static GtkWidget *
new_add_button (LibraryForm *self)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *content = adw_button_content_new ();

  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), "list-add-symbolic");
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), _ ("Add a _task"));
  adw_button_content_set_use_underline (ADW_BUTTON_CONTENT (content), TRUE);
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect (button, "clicked", G_CALLBACK (on_add_cb), self);
  return button;
}

static void
add_task_group (LibraryForm *self)
{
  self->task_group = adw_preferences_group_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self->task_group), _ ("Tasks"));
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self->task_group), new_add_button (self));
  fill_tasks (self, self->loaded);
  asy_form_add_group (self->form, self->task_group);
}

/* The goal. */

static void
on_aim_chosen_cb (AsyChoiceRow *row, gpointer goal)
{
  asy_record_set_field_from_text (goal, ASY_LIBRARY_GOAL_AIM, asy_choice_row_get_code (row));
}

static GtkWidget *
new_aim_row (LibraryForm *self)
{
  GtkWidget *row = asy_choice_row_new (_ ("Statutory aim (art. 8)"));
  g_autofree char *code = g_strdup_printf ("%d", (int) asy_library_goal_get_aim (self->goal));

  asy_choice_row_set_dictionary (ASY_CHOICE_ROW (row), get_dictionary (self), ASY_DICT_STATUTORY_AIM);
  if (asy_library_goal_get_aim (self->goal) != 0)
    asy_choice_row_set_code (ASY_CHOICE_ROW (row), code);
  g_signal_connect_object (row, "chosen", G_CALLBACK (on_aim_chosen_cb), self->goal, G_CONNECT_DEFAULT);
  return row;
}

static void
add_goal_group (LibraryForm *self)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *area = asy_choice_row_new ("");
  AdwPreferencesGroup *place = ADW_PREFERENCES_GROUP (group);

  asy_choice_row_set_dictionary (ASY_CHOICE_ROW (area), get_dictionary (self), ASY_DICT_WORK_AREA);
  adw_preferences_group_add (place, asy_form_bind (self->form, self->goal, ASY_LIBRARY_GOAL_TITLE, adw_entry_row_new ()));
  adw_preferences_group_add (place, asy_form_bind (self->form, self->goal, ASY_LIBRARY_GOAL_AREA, area));
  adw_preferences_group_add (place, new_aim_row (self));
  adw_preferences_group_add (place, asy_form_bind (self->form, self->goal, ASY_LIBRARY_GOAL_EFFECT, asy_text_row_new ("", 2)));
  adw_preferences_group_add (place, asy_form_bind (self->form, self->goal, ASY_LIBRARY_GOAL_MEASURE, asy_text_row_new ("", 2)));
  asy_form_add_group (self->form, group);
}

/* Drafts. */

static GPtrArray *
collect_tasks (AsyForm *form, gpointer user_data)
{
  return duplicate_all (((LibraryForm *) user_data)->tasks);
}

static gpointer
new_blank (const char *table)
{
  return asy_library_task_new ();
}

/* A draft knows no numbers of records: it takes those that stand in the register, in their order. */
static void
restore_tasks (AsyForm *form, GPtrArray *records, gpointer user_data)
{
  LibraryForm *self = user_data;

  for (guint i = 0; i < records->len && i < self->loaded->len; i++)
    {
      asy_record_set_id (records->pdata[i], asy_record_get_id (self->loaded->pdata[i]));
      asy_record_set_uid (records->pdata[i], asy_record_get_uid (self->loaded->pdata[i]));
      asy_record_set_revision (records->pdata[i], asy_record_get_revision (self->loaded->pdata[i]));
    }
  fill_tasks (self, records);
  asy_form_touch (self->form);
}

/* @tasks: (transfer full) */
static LibraryForm *
open_form (AsyContext *context, const char *title, AsyLibraryGoal *goal, GPtrArray *tasks)
{
  LibraryForm *self = g_new0 (LibraryForm, 1);

  self->form = asy_form_new (context, title);
  self->goal = asy_form_add_record (self->form, goal);
  self->tasks = asy_record_array_new ();
  self->loaded = tasks;
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_object_set_data_full (G_OBJECT (self->form), "library-form", self, library_form_free);
  return self;
}

static void
present (LibraryForm *self)
{
  add_goal_group (self);
  add_task_group (self);
  asy_form_add_check (self->form, check, self);
  asy_form_set_job (self->form, save_job);
  asy_form_set_request (self->form, make_request, self, save_request_free, g_object_unref);
  /* What is on its way from a plan is there again at any time. */
  if (self->owners == NULL)
    {
      asy_form_set_draft (self->form, "library_goal");
      asy_form_set_draft_list (self->form, collect_tasks, new_blank, restore_tasks, self);
    }
  asy_form_present (self->form);
}

AsyForm *
asy_library_form_open (AsyContext *context, AsyLibraryEntry *entry, const char *area)
{
  g_autoptr (AsyLibraryGoal) goal = entry != NULL ? g_object_ref (entry->goal) : asy_library_goal_new ();
  GPtrArray *tasks = entry != NULL ? duplicate_all (entry->tasks) : asy_record_array_new ();
  LibraryForm *self;

  if (entry == NULL)
    asy_library_goal_set_area (goal, area);
  self = open_form (context, entry != NULL ? _ ("Goal of the library") : _ ("New goal of the library"), goal, tasks);
  present (self);
  return self->form;
}

/* From a plan. */

static AsyLibraryGoal *
make_goal (AsyGoal *from, GPtrArray *owners, GPtrArray *found)
{
  AsyLibraryGoal *goal = asy_library_goal_new ();
  g_autofree char *title = asy_name_check_replace (asy_goal_get_title (from), owners, found);
  g_autofree char *effect = asy_name_check_replace (asy_goal_get_effect (from), owners, found);
  g_autofree char *measure = asy_name_check_replace (asy_goal_get_measure (from), owners, found);

  asy_library_goal_set_area (goal, asy_goal_get_area (from));
  asy_library_goal_set_aim (goal, asy_goal_get_aim (from));
  asy_library_goal_set_title (goal, title);
  asy_library_goal_set_effect (goal, effect);
  asy_library_goal_set_measure (goal, measure);
  return goal;
}

static gint64
get_length (AsyTask *task)
{
  const AsyDay from = asy_task_get_from_day (task), until = asy_task_get_until_day (task);

  return from != ASY_DAY_NONE && until > from ? MIN ((gint64) (until - from), DAYS_MAX) : 0;
}

/* Of the institution that the task names, or of the words that stand for one. */
static const char *
find_provider_kind (AsyTask *task, const AsyPlanAnswer *answer, AsyDictionary *dictionary)
{
  GPtrArray *kinds = asy_dictionary_list (dictionary, ASY_DICT_PROVIDER_KIND);

  for (guint i = 0; i < answer->providers->len; i++)
    if (asy_record_get_id (answer->providers->pdata[i]) == asy_task_get_provider_id (task))
      return asy_provider_get_kind (answer->providers->pdata[i]);
  for (guint i = 0; kinds != NULL && i < kinds->len; i++)
    if (g_strcmp0 (((AsyDictEntry *) kinds->pdata[i])->label, asy_task_get_who_text (task)) == 0)
      return ((AsyDictEntry *) kinds->pdata[i])->code;
  return NULL;
}

static AsyLibraryTask *
make_task (AsyTask *from, const AsyPlanAnswer *answer, AsyDictionary *dictionary, const char *what)
{
  AsyLibraryTask *task = asy_library_task_new ();

  asy_library_task_set_what (task, what);
  asy_library_task_set_who_kind (task, asy_task_get_who_kind (from));
  if (asy_task_get_who_kind (from) == ASY_TASK_WHO_KIND_INSTITUTION)
    asy_library_task_set_provider_kind (task, find_provider_kind (from, answer, dictionary));
  asy_library_task_set_frequency (task, asy_task_get_frequency (from));
  asy_library_task_set_days (task, get_length (from));
  return task;
}

static void
add_found_group (AsyForm *form, GPtrArray *found)
{
  GtkWidget *group = adw_preferences_group_new ();
  g_autofree char *names = NULL;
  g_autofree char *text = NULL;

  g_ptr_array_add (found, NULL);
  names = g_strjoinv (", ", (char **) found->pdata);
  text = g_strdup_printf (_ ("Left out: %s. A word in [brackets] stands in their place; write it as the sentence asks."), names);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("The library names nobody"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), text);
  asy_form_add_group (form, group);
}

AsyForm *
asy_library_form_keep (AsyContext *context, const AsyPlanAnswer *answer, AsyGoal *from)
{
  AsyFamilyFile *family = answer->family;
  AsyDictionary *dictionary = asy_context_get_office (context)->dictionary;
  g_autoptr (GPtrArray) owners = asy_name_check_list_owners (family, dictionary);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (AsyLibraryGoal) goal = make_goal (from, owners, found);
  g_autoptr (GPtrArray) lines = asy_plan_file_list_tasks (family->plan, asy_record_get_id (ASY_RECORD (from)));
  GPtrArray *tasks = asy_record_array_new ();
  LibraryForm *self;

  for (guint i = 0; i < lines->len; i++)
    {
      g_autofree char *what = asy_name_check_replace (asy_task_get_what (lines->pdata[i]), owners, found);

      g_ptr_array_add (tasks, make_task (lines->pdata[i], answer, dictionary, what));
    }
  self = open_form (context, _ ("Keep in the library"), goal, tasks);
  self->owners = g_steal_pointer (&owners);
  self->family_id = asy_record_get_id (ASY_RECORD (family->family));
  if (found->len > 0)
    add_found_group (self->form, found);
  present (self);
  return self->form;
}
