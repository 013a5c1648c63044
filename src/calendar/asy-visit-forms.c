/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-calendar"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/asy-text.h"
#include "calendar/asy-clash-words.h"
#include "calendar/asy-repeat-group.h"
#include "calendar/asy-visit-forms.h"
#include "calendar/asy-visit-remove.h"
#include "law/asy-person-names.h"
#include "law/asy-plan-rules.h"
#include "store/asy-families.h"
#include "store/asy-plans.h"
#include "store/asy-visits.h"
#include "store/asy-workers.h"
#include "ui/asy-choice-row.h"
#include "ui/asy-compat.h"
#include "ui/asy-date-row.h"
#include "ui/asy-form.h"
#include "ui/asy-format.h"
#include "ui/asy-rows.h"
#include "ui/asy-time-row.h"
#include "ui/asy-words.h"

void
asy_visit_answer_free (AsyVisitAnswer *answer)
{
  if (answer == NULL)
    return;
  g_clear_pointer (&answer->workers, g_ptr_array_unref);
  g_clear_pointer (&answer->families, g_ptr_array_unref);
  g_clear_pointer (&answer->family, asy_family_file_unref);
  g_clear_pointer (&answer->in_force, asy_plan_file_free);
  g_clear_pointer (&answer->visit, asy_visit_file_free);
  g_free (answer);
}

/* Work goes by what was agreed while an amendment is still a draft. */
static gboolean
load_plan_in_force (AsySession *session, AsyVisitAnswer *answer, GError **error)
{
  GPtrArray *plans = answer->family->plans;

  for (guint i = 1; i < plans->len; i++)
    {
      AsyPlan *plan = g_ptr_array_index (plans, i);

      if (!asy_plan_is_in_force (plan, answer->family->loaded_on))
        continue;
      answer->in_force = asy_plan_file_load (session, asy_record_get_id (ASY_RECORD (plan)), error);
      return answer->in_force != NULL;
    }
  return TRUE;
}

static AsyPlanFile *
get_plan (const AsyVisitAnswer *answer)
{
  if (answer->in_force != NULL || answer->family == NULL)
    return answer->in_force;
  return answer->family->plan;
}

static gboolean
load_answer (AsySession *session, const AsyVisitRequest *request, AsyVisitAnswer *answer, GError **error)
{
  gint64 family_id = request->family_id;

  answer->workers = asy_workers_list (session, FALSE, error);
  answer->families = answer->workers != NULL ? asy_families_list (session, ASY_FAMILIES_ACTIVE, error) : NULL;
  if (answer->families == NULL)
    return FALSE;
  if (request->visit_id != 0)
    {
      answer->visit = asy_visit_file_load (session, request->visit_id, error);
      if (answer->visit == NULL)
        return FALSE;
      family_id = asy_visit_get_family_id (answer->visit->visit);
    }
  if (family_id == 0)
    return TRUE;
  answer->family = asy_family_file_load (session, family_id, FALSE, error);
  return answer->family != NULL && load_plan_in_force (session, answer, error);
}

gpointer
asy_visit_answer_job (AsySession *session, gpointer request, GError **error)
{
  AsyVisitAnswer *answer = g_new0 (AsyVisitAnswer, 1);

  if (load_answer (session, request, answer, error))
    return answer;
  asy_visit_answer_free (answer);
  return NULL;
}

static gpointer
plan_job (AsySession *session, gpointer request, GError **error)
{
  return asy_visit_plan (session, request, error) ? ASY_STORE_DONE : NULL;
}

/* What the form of a planned visit means: one visit, a new series, or a change of a series. */
typedef struct {
  AsyVisit *visit;              /* owned */
  gboolean is_repeated;
  AsyVisitRule rule;
  AsyVisitOff off;
  AsySeriesScope scope;
} PlanRequest;

static void
plan_request_free (gpointer data)
{
  PlanRequest *request = data;

  g_object_unref (request->visit);
  g_free (request);
}

static gpointer
plan_request_job (AsySession *session, gpointer data, GError **error)
{
  PlanRequest *request = data;
  gboolean ok;

  if (request->is_repeated)
    ok = asy_visit_series_plan (session, request->visit, &request->rule, request->off, NULL, error);
  else if (request->scope != ASY_SERIES_THIS)
    ok = asy_visit_series_change (session, request->visit, request->scope, NULL, error);
  else
    ok = asy_visit_plan (session, request->visit, error);
  return ok ? ASY_STORE_DONE : NULL;
}

static GtkWidget *
new_group (const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  if (title != NULL)
    adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  return group;
}

static GtkWidget *
add (AsyForm *form, GtkWidget *group, gpointer copy, guint field, GtkWidget *row)
{
  asy_form_bind (form, copy, field, row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return row;
}

static GtkWidget *
new_family_row (const AsyVisitAnswer *answer)
{
  GtkWidget *row = asy_choice_row_new (_ ("Family"));

  asy_choice_row_append_none (ASY_CHOICE_ROW (row), _ ("Work without a family"));
  for (guint i = 0; i < answer->families->len; i++)
    {
      AsyFamilyRow *family = g_ptr_array_index (answer->families, i);

      asy_choice_row_append_id (ASY_CHOICE_ROW (row), asy_family_row_get_id (family), asy_family_row_get_name (family),
                                asy_family_row_get_district (family));
    }
  return row;
}

static GtkWidget *
new_worker_row (const AsyVisitAnswer *answer)
{
  GtkWidget *row = asy_choice_row_new (_ ("Assistant"));

  for (guint i = 0; i < answer->workers->len; i++)
    {
      AsyWorker *worker = g_ptr_array_index (answer->workers, i);
      g_autofree char *name = asy_worker_dup_full_name (worker);

      asy_choice_row_append_id (ASY_CHOICE_ROW (row), asy_record_get_id (ASY_RECORD (worker)), name, NULL);
    }
  return row;
}

static const AsyChoice places[] = {
  { "home", N_ ("At the family's home") }, { "chosen", N_ ("A place that the family named") }, { "office", N_ ("At the centre") },
  { "institution", N_ ("At an institution") }, { NULL, NULL },
};

static void
add_when (AsyForm *form, GtkWidget *group, AsyVisit *copy)
{
  add (form, group, copy, ASY_VISIT_DAY, asy_date_row_new (_ ("Day")));
  add (form, group, copy, ASY_VISIT_START_MINUTE, asy_time_row_new (_ ("Start"), FALSE));
  add (form, group, copy, ASY_VISIT_MINUTES, asy_time_row_new (_ ("Length"), TRUE));
}

static char *
check_length (AsyForm *form, gpointer user_data)
{
  AsyVisit *visit = asy_form_get_record (form, 0);

  if (asy_visit_get_minutes (visit) <= 0)
    return g_strdup (_ ("Give the length of the visit."));
  if (asy_visit_get_end_minute (visit) > 24 * 60)
    return g_strdup (_ ("The visit would end after midnight."));
  return NULL;
}

/* What stands in the way is shown while one chooses; it is not refused. */

static gpointer
conflicts_job (AsySession *session, gpointer request, GError **error)
{
  return asy_visits_find_conflicts (session, request, error);
}

static char *
dup_absence (AsyAbsence *absence)
{
  g_autofree char *words = asy_absence_dup_words (absence);

  return g_strdup_printf (_("The assistant is absent: %s."), words);
}

static char *
dup_outside_hours (const AsyVisitConflict *conflict)
{
  g_autofree char *range = asy_text_time_range (conflict->hours_start, conflict->hours_end - conflict->hours_start);

  if (conflict->hours_start == conflict->hours_end)
    return g_strdup (_("The assistant does not work that day."));
  return g_strdup_printf (_("It is outside the assistant's hours, %s."), range);
}

static char *
dup_conflict (const AsyVisitConflict *conflict)
{
  const char *family = conflict->other != NULL ? conflict->other->family_name : NULL;
  const char *worker = conflict->other != NULL ? conflict->other->worker_name : NULL;
  const char *other = family != NULL ? family : _ ("other work");

  switch (conflict->kind)
    {
    case ASY_VISIT_CONFLICT_WORKER:
      return g_strdup_printf (_ ("The assistant is elsewhere at that time: %s."), other);
    case ASY_VISIT_CONFLICT_FAMILY:
      return g_strdup_printf (_ ("The family has a visit of %s at that time."), worker);
    case ASY_VISIT_CONFLICT_REST:
      return g_strdup_printf (_ ("Less than 11 hours of rest (art. 132 KP): %s."), other);
    case ASY_VISIT_CONFLICT_DAY_OFF:
      return g_strdup (_ ("It is a day off."));
    case ASY_VISIT_CONFLICT_ABSENCE:
      return dup_absence (conflict->absence);
    case ASY_VISIT_CONFLICT_HOURS:
      return dup_outside_hours (conflict);
    case ASY_VISIT_CONFLICT_TRAVEL:
    default:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Too little time for the way: %d minute is missing (%s).",
                                           "Too little time for the way: %d minutes are missing (%s).", (gulong) conflict->missing_minutes),
                              conflict->missing_minutes, other);
    }
}

/* The field for the word of why is there as long as anything is in the way, of this visit or of a repetition. */
static gboolean
has_clash (AsyForm *form)
{
  AsyRepeatGroup *repeat = g_object_get_data (G_OBJECT (form), "repeat");

  return gtk_widget_get_visible (g_object_get_data (G_OBJECT (form), "clash")) || (repeat != NULL && asy_repeat_group_get_clashes (repeat));
}

static void
update_note (AsyForm *form)
{
  GObject *label = g_object_get_data (G_OBJECT (form), "clash");

  gtk_widget_set_visible (g_object_get_data (label, "note"), has_clash (form));
  asy_form_touch (form);
}

static void
on_conflicts_cb (gpointer owner, gpointer result, const GError *error)
{
  GtkLabel *label = GTK_LABEL (owner);
  g_autoptr (GPtrArray) conflicts = result;
  GString *text = g_string_new (NULL);

  for (guint i = 0; conflicts != NULL && i < conflicts->len; i++)
    {
      g_autofree char *line = dup_conflict (g_ptr_array_index (conflicts, i));

      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", line);
    }
  gtk_label_set_text (label, text->str);
  gtk_widget_set_visible (GTK_WIDGET (label), text->len > 0);
  gtk_widget_set_visible (g_object_get_data (G_OBJECT (label), "note"), has_clash (g_object_get_data (G_OBJECT (label), "form")));
  g_string_free (text, TRUE);
}

static void
look_for_conflicts (GtkLabel *label)
{
  AsyForm *form = g_object_get_data (G_OBJECT (label), "form");
  AsyVisit *visit = asy_form_get_record (form, 0);

  if (asy_visit_get_worker_id (visit) == 0 || asy_visit_get_day (visit) == ASY_DAY_NONE || asy_visit_get_minutes (visit) <= 0)
    return;
  asy_context_ask (asy_form_get_context (form), label, "conflicts", conflicts_job, asy_record_duplicate (visit), g_object_unref,
                   (GDestroyNotify) g_ptr_array_unref, on_conflicts_cb);
}

static GtkWidget *
new_conflict_label (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_margin_bottom (label, 8);
  gtk_widget_add_css_class (label, "soon");
  gtk_widget_set_visible (label, FALSE);
  return label;
}

/* The words stand above the field, in a group of their own: a group puts its rows first. */
static GtkWidget *
add_conflict_groups (AsyForm *form, AsyVisit *copy)
{
  GtkWidget *words = new_group (NULL);
  GtkWidget *why = new_group (NULL);
  GtkWidget *label = new_conflict_label ();

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (words), label);
  add (form, why, copy, ASY_VISIT_CLASH_NOTE, asy_text_row_new (_ ("Why in spite of it"), 2));
  g_object_set_data (G_OBJECT (label), "form", form);
  g_object_set_data (G_OBJECT (label), "note", why);
  g_object_set_data (G_OBJECT (form), "clash", label);
  asy_form_add_group (form, words);
  asy_form_add_group (form, why);
  return label;
}

static void
add_conflicts (AsyForm *form, AsyVisit *copy)
{
  GtkWidget *label = add_conflict_groups (form, copy);

  gtk_widget_set_visible (g_object_get_data (G_OBJECT (label), "note"), FALSE);
  g_signal_connect_object (copy, "notify", G_CALLBACK (look_for_conflicts), label, G_CONNECT_SWAPPED);
  look_for_conflicts (GTK_LABEL (label));
}

/* Something may stand in the way of a visit, but not without a word of why. */
static char *
check_clash (AsyForm *form, gpointer user_data)
{
  if (!has_clash (form) || asy_visit_get_clash_note (asy_form_get_record (form, 0)) != NULL)
    return NULL;
  return g_strdup (_ ("Say why the visit stands in spite of what is in its way."));
}

static const AsyChoice scopes[] = {
  { "this", N_ ("Only this visit") }, { "later", N_ ("This one and later ones") }, { "all", N_ ("All that are planned") }, { NULL, NULL },
};

static gpointer
make_plan_request (AsyForm *form, gpointer user_data)
{
  PlanRequest *request = g_new0 (PlanRequest, 1);
  AsyRepeatGroup *repeat = g_object_get_data (G_OBJECT (form), "repeat");
  AsyChoiceRow *scope = g_object_get_data (G_OBJECT (form), "scope");
  const char *code = scope != NULL ? asy_choice_row_get_code (scope) : "this";

  request->visit = asy_record_duplicate (asy_form_get_record (form, 0));
  request->is_repeated = repeat != NULL && asy_repeat_group_get_rule (repeat, &request->rule, &request->off);
  request->scope = g_str_equal (code, "all") ? ASY_SERIES_ALL : g_str_equal (code, "later") ? ASY_SERIES_LATER : ASY_SERIES_THIS;
  return request;
}

/* A new visit may repeat; one of a series is changed alone or with the others. */
static void
add_series (AsyForm *form, AsyVisit *copy)
{
  GtkWidget *group, *scope;

  if (asy_record_get_id (ASY_RECORD (copy)) == 0)
    {
      group = asy_repeat_group_new (form, copy);
      g_object_set_data (G_OBJECT (form), "repeat", group);
      g_signal_connect_object (group, "notify::clashes", G_CALLBACK (update_note), form, G_CONNECT_SWAPPED);
      asy_form_add_group (form, group);
    }
  else if (asy_visit_get_series_id (copy) != 0)
    {
      group = new_group (NULL);
      scope = asy_choice_row_new (_ ("The visit repeats; change"));
      asy_choice_row_set_choices (ASY_CHOICE_ROW (scope), scopes);
      asy_choice_row_set_code (ASY_CHOICE_ROW (scope), "this");
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), scope);
      g_object_set_data (G_OBJECT (form), "scope", scope);
      asy_form_add_group (form, group);
    }
}

static void
on_remove_cb (AsyForm *form)
{
  g_autoptr (AsyContext) context = g_object_ref (asy_form_get_context (form));
  g_autoptr (AsyVisit) visit = asy_record_duplicate (g_object_get_data (G_OBJECT (form), "saved"));

  gtk_window_destroy (GTK_WINDOW (form));
  asy_visit_remove_begin (context, visit);
}

static void
add_remove_button (AsyForm *form, AsyVisit *visit)
{
  GtkWidget *group = new_group (NULL);
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Delete the visit"));

  gtk_widget_add_css_class (button, "destructive-action");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (form), "saved", g_object_ref (visit), g_object_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_remove_cb), form, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), button);
  asy_form_add_group (form, group);
}

void
asy_visit_plan_form_open (AsyContext *context, AsyVisit *visit, const AsyVisitAnswer *answer)
{
  const gboolean is_new = asy_record_get_id (ASY_RECORD (visit)) == 0;
  AsyForm *form = asy_form_new (context, is_new ? _ ("New visit") : _ ("Visit"));
  AsyVisit *copy = asy_form_add_record (form, visit);
  GtkWidget *who = new_group (NULL);
  GtkWidget *when = new_group (NULL);
  GtkWidget *what = new_group (NULL);
  GtkWidget *kind = asy_choice_row_new (_ ("Kind"));
  GtkWidget *place = asy_choice_row_new (_ ("Place"));

  add (form, who, copy, ASY_VISIT_FAMILY_ID, new_family_row (answer));
  add (form, who, copy, ASY_VISIT_WORKER_ID, new_worker_row (answer));
  asy_choice_row_set_dictionary (ASY_CHOICE_ROW (kind), asy_context_get_office (context)->dictionary, ASY_DICT_CONTACT);
  add (form, who, copy, ASY_VISIT_KIND, kind);
  add_when (form, when, copy);
  asy_choice_row_set_choices (ASY_CHOICE_ROW (place), places);
  add (form, what, copy, ASY_VISIT_PLACE, place);
  add (form, what, copy, ASY_VISIT_PLACE_TEXT, adw_entry_row_new ());
  add (form, what, copy, ASY_VISIT_PURPOSE, asy_text_row_new (_ ("Purpose"), 2));
  add (form, what, copy, ASY_VISIT_TWO_PERSONS, asy_switch_row_new (_ ("Visit in twos"), NULL));
  asy_form_add_group (form, who);
  asy_form_add_group (form, when);
  add_series (form, copy);
  add_conflicts (form, copy);
  asy_form_add_group (form, what);
  if (!is_new)
    add_remove_button (form, visit);
  asy_form_add_check (form, check_length, NULL);
  asy_form_add_check (form, check_clash, NULL);
  asy_form_set_job (form, plan_request_job);
  asy_form_set_request (form, make_plan_request, NULL, plan_request_free, NULL);
  asy_form_set_draft (form, "visit");
  if (is_new)
    asy_form_allow_unchanged (form);
  asy_form_present (form);
}

void
asy_visit_clash_form_open (AsyContext *context, AsyVisit *visit, const char *reason)
{
  AsyForm *form = asy_form_new (context, _ ("Something is in the way"));
  AsyVisit *copy = asy_form_add_record (form, visit);
  GtkWidget *label = add_conflict_groups (form, copy);
  g_autofree char *day = asy_format_day_full (asy_visit_get_day (visit));
  g_autofree char *time = asy_text_time_range ((int) asy_visit_get_start_minute (visit), (int) asy_visit_get_minutes (visit));
  g_autofree char *when = g_strdup_printf ("%s, %s", day, time);

  asy_form_set_subtitle (form, when);
  gtk_label_set_text (GTK_LABEL (label), reason);
  gtk_widget_set_visible (label, TRUE);
  asy_form_add_check (form, check_clash, NULL);
  asy_form_set_job (form, plan_job);
  asy_form_present (form);
}

/* Recording: the form edits the record and three sets beside it. */

typedef struct {
  AsyForm *form;                /* borrowed: it owns this */
  AsyVisitFile *file;           /* its sets are edited in place */
} Recording;

static void
recording_free (gpointer data)
{
  Recording *recording = data;

  asy_visit_file_free (recording->file);
  g_free (recording);
}

static gpointer
record_job (AsySession *session, gpointer request, GError **error)
{
  return asy_visit_record (session, request, error) ? ASY_STORE_DONE : NULL;
}

static AsyVisitFile *
copy_file (const AsyVisitFile *file, AsyVisit *visit)
{
  AsyVisitFile *copy = asy_visit_file_new (visit);

  asy_visit_file_add_sets (copy, file);
  return copy;
}

static gpointer
make_request (AsyForm *form, gpointer user_data)
{
  Recording *recording = user_data;
  g_autoptr (AsyVisit) visit = asy_record_duplicate (asy_form_get_record (form, 0));

  return copy_file (recording->file, visit);
}

static AsyVisitPerson *
find_person (AsyVisitFile *file, gint64 id)
{
  for (guint i = 0; i < file->persons->len; i++)
    if (g_array_index (file->persons, AsyVisitPerson, i).person_id == id)
      return &g_array_index (file->persons, AsyVisitPerson, i);
  return NULL;
}

static gint64
id_of (gpointer widget)
{
  return *(gint64 *) g_object_get_data (widget, "id");
}

static void
on_person_toggled_cb (GtkCheckButton *check, gpointer user_data)
{
  Recording *recording = user_data;
  const gboolean is_seen_box = g_object_get_data (G_OBJECT (check), "seen") != NULL;
  const gboolean is_active = gtk_check_button_get_active (check);
  AsyVisitPerson *person = find_person (recording->file, id_of (check));

  if (person == NULL)
    {
      asy_visit_file_add_person (recording->file, id_of (check), !is_seen_box && is_active, is_seen_box && is_active);
      asy_form_touch (recording->form);
      return;
    }
  if (is_seen_box)
    person->seen = is_active;
  else
    person->present = is_active;
  asy_form_touch (recording->form);
}

static GtkWidget *
new_check (Recording *recording, const char *label, gint64 id, gboolean is_active, GCallback callback)
{
  GtkWidget *check = gtk_check_button_new_with_label (label);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), is_active);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (check), "id", g_memdup2 (&id, sizeof id), g_free);
  g_signal_connect (check, "toggled", callback, recording);
  return check;
}

static void
name_check (GtkWidget *check, const char *format_name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, format_name, -1);
}

static void
add_person_row (GtkWidget *group, Recording *recording, const AsyMemberEntry *entry)
{
  const AsyDay on = asy_visit_get_day (recording->file->visit);
  GtkWidget *row = asy_action_row_new ();
  const gint64 id = asy_record_get_id (ASY_RECORD (entry->person));
  const AsyVisitPerson *known = find_person (recording->file, id);
  g_autofree char *name = asy_person_names_on (entry->person, entry->names, on);
  g_autofree char *age = asy_person_dup_age (entry->person, on);
  g_autofree char *present_name = g_strdup_printf (_ ("Present: %s"), name);
  g_autofree char *seen_name = g_strdup_printf (_ ("Child seen: %s"), name);
  GtkWidget *present = new_check (recording, _ ("present"), id, known != NULL && known->present, G_CALLBACK (on_person_toggled_cb));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), age);
  name_check (present, present_name);
  if (asy_member_entry_is_child (entry, on))
    {
      GtkWidget *seen = new_check (recording, _ ("seen"), id, known != NULL && known->seen, G_CALLBACK (on_person_toggled_cb));

      g_object_set_data (G_OBJECT (seen), "seen", GINT_TO_POINTER (1));
      name_check (seen, seen_name);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), seen);
    }
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), present);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

static GtkWidget *
new_people_group (Recording *recording, AsyFamilyFile *family)
{
  GtkWidget *group = new_group (_ ("Who was there, and which children were seen"));

  for (guint i = 0; i < family->members->len; i++)
    {
      const AsyMemberEntry *entry = g_ptr_array_index (family->members, i);

      if (asy_member_get_left_on (entry->member) == ASY_DAY_NONE)
        add_person_row (group, recording, entry);
    }
  return group;
}

static void
on_goal_toggled_cb (GtkCheckButton *check, gpointer user_data)
{
  Recording *recording = user_data;
  const gint64 id = id_of (check);

  for (guint i = 0; i < recording->file->goals->len; i++)
    if (g_array_index (recording->file->goals, gint64, i) == id)
      {
        g_array_remove_index (recording->file->goals, i);
        break;
      }
  if (gtk_check_button_get_active (check))
    g_array_append_val (recording->file->goals, id);
  else
    asy_visit_marks_remove (recording->file->goal_marks, id);
  asy_form_touch (recording->form);
}

static gboolean
has_goal (AsyVisitFile *file, gint64 id)
{
  for (guint i = 0; i < file->goals->len; i++)
    if (g_array_index (file->goals, gint64, i) == id)
      return TRUE;
  return FALSE;
}

static void
add_check_row (GtkWidget *group, GtkWidget *check, const char *title)
{
  GtkWidget *row = asy_action_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  name_check (check, title);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  if (ADW_IS_EXPANDER_ROW (group))
    adw_expander_row_add_row (ADW_EXPANDER_ROW (group), row);
  else
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

/* Progress in place: what the visit found done, and how far the goal is. Both
 * say as well that the visit served the goal. */

static void
on_task_toggled_cb (GtkCheckButton *check, gpointer user_data)
{
  Recording *recording = user_data;
  AsyTask *task = g_object_get_data (G_OBJECT (check), "task");
  const gboolean is_done = gtk_check_button_get_active (check);
  const gboolean was_done = asy_task_get_status (task) == ASY_TASK_STATUS_DONE;

  if (is_done == was_done)
    asy_visit_marks_remove (recording->file->task_marks, id_of (check));
  else
    asy_visit_marks_set (recording->file->task_marks, id_of (check), is_done ? ASY_TASK_STATUS_DONE : ASY_TASK_STATUS_IN_PROGRESS,
                         asy_task_get_what (task));
  if (is_done)
    gtk_check_button_set_active (g_object_get_data (G_OBJECT (check), "goal-check"), TRUE);
  asy_form_touch (recording->form);
}

static void
on_status_chosen_cb (AsyChoiceRow *row, gpointer user_data)
{
  Recording *recording = user_data;
  AsyGoal *goal = g_object_get_data (G_OBJECT (row), "goal");
  const gint64 id = asy_record_get_id (ASY_RECORD (goal));
  const int status = (int) asy_choice_row_get_id (row) - 1;

  if (status == (int) asy_goal_get_status (goal))
    asy_visit_marks_remove (recording->file->goal_marks, id);
  else
    {
      asy_visit_marks_set (recording->file->goal_marks, id, status, asy_goal_get_title (goal));
      gtk_check_button_set_active (g_object_get_data (G_OBJECT (row), "goal-check"), TRUE);
    }
  asy_form_touch (recording->form);
}

/* The codes of the list are one above the states: 0 is nothing. */
static GtkWidget *
new_status_row (Recording *recording, AsyGoal *goal, GtkWidget *goal_check)
{
  GtkWidget *row = asy_choice_row_new (_ ("State of the goal"));
  const AsyVisitMark *mark = asy_visit_marks_find (recording->file->goal_marks, asy_record_get_id (ASY_RECORD (goal)));

  for (int i = 0; asy_goal_status_nicks[i] != NULL; i++)
    asy_choice_row_append_id (ASY_CHOICE_ROW (row), i + 1, asy_goal_status_get_label ((AsyGoalStatus) i), NULL);
  asy_choice_row_set_id (ASY_CHOICE_ROW (row), (mark != NULL ? mark->status : (int) asy_goal_get_status (goal)) + 1);
  g_object_set_data_full (G_OBJECT (row), "goal", g_object_ref (goal), g_object_unref);
  g_object_set_data (G_OBJECT (row), "goal-check", goal_check);
  g_signal_connect (row, "chosen", G_CALLBACK (on_status_chosen_cb), recording);
  return row;
}

static void
add_task_row (GtkWidget *expander, Recording *recording, AsyTask *task, GtkWidget *goal_check)
{
  const gint64 id = asy_record_get_id (ASY_RECORD (task));
  const AsyVisitMark *mark = asy_visit_marks_find (recording->file->task_marks, id);
  const int status = mark != NULL ? mark->status : (int) asy_task_get_status (task);
  GtkWidget *check = new_check (recording, NULL, id, status == ASY_TASK_STATUS_DONE, G_CALLBACK (on_task_toggled_cb));

  g_object_set_data_full (G_OBJECT (check), "task", g_object_ref (task), g_object_unref);
  g_object_set_data (G_OBJECT (check), "goal-check", goal_check);
  add_check_row (expander, check, asy_task_get_what (task));
}

static GtkWidget *
new_goal_row (Recording *recording, AsyPlanFile *plan, AsyGoal *goal, AsyDay today)
{
  GtkWidget *expander = adw_expander_row_new ();
  const gint64 id = asy_record_get_id (ASY_RECORD (goal));
  g_autoptr (GPtrArray) tasks = asy_plan_file_list_tasks (plan, id);
  GtkWidget *check = new_check (recording, NULL, id, has_goal (recording->file, id), G_CALLBACK (on_goal_toggled_cb));
  guint done, all, late;
  g_autofree char *progress = NULL;

  asy_goal_count_tasks (tasks, today, &done, &all, &late);
  progress = asy_tasks_dup_progress (done, all, late);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (expander), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (expander), asy_goal_get_title (goal));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (expander), progress);
  name_check (check, asy_goal_get_title (goal));
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (expander), check);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (expander), new_status_row (recording, goal, check));
  for (guint i = 0; i < tasks->len; i++)
    if (asy_task_get_status (g_ptr_array_index (tasks, i)) != ASY_TASK_STATUS_DROPPED)
      add_task_row (expander, recording, g_ptr_array_index (tasks, i), check);
  return expander;
}

static GtkWidget *
new_goals_group (Recording *recording, AsyPlanFile *plan, AsyDay today)
{
  GtkWidget *group = new_group (_ ("Goals of the plan that the visit served"));

  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), _ ("Unfold a goal to tick off its tasks and to say how far it is."));
  for (guint i = 0; i < plan->goals->len; i++)
    {
      AsyGoal *goal = g_ptr_array_index (plan->goals, i);

      if (asy_goal_get_status (goal) != ASY_GOAL_STATUS_DROPPED || has_goal (recording->file, asy_record_get_id (ASY_RECORD (goal))))
        adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), new_goal_row (recording, plan, goal, today));
    }
  return group;
}

static gboolean
find_duty (AsyVisitFile *file, const char *code, guint *ret_index)
{
  return g_ptr_array_find_with_equal_func (file->duties, code, g_str_equal, ret_index);
}

static void
on_duty_toggled_cb (GtkCheckButton *check, gpointer user_data)
{
  Recording *recording = user_data;
  const char *code = g_object_get_data (G_OBJECT (check), "code");
  guint index;

  if (find_duty (recording->file, code, &index))
    g_ptr_array_remove_index (recording->file->duties, index);
  if (gtk_check_button_get_active (check))
    g_ptr_array_add (recording->file->duties, g_strdup (code));
  asy_form_touch (recording->form);
}

static GtkWidget *
new_duties_group (Recording *recording, AsyContext *context)
{
  GtkWidget *group = new_group (NULL);
  GtkWidget *expander = adw_expander_row_new ();
  GPtrArray *entries = asy_dictionary_list (asy_context_get_office (context)->dictionary, ASY_DICT_DUTY);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (expander), _ ("Tasks of art. 15 (1)"));
  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      const AsyDictEntry *entry = g_ptr_array_index (entries, i);
      g_autofree char *title = g_strdup_printf ("%s. %s", entry->code, entry->label);
      GtkWidget *check = new_check (recording, NULL, 0, find_duty (recording->file, entry->code, NULL), G_CALLBACK (on_duty_toggled_cb));

      g_object_set_data_full (G_OBJECT (check), "code", g_strdup (entry->code), g_free);
      add_check_row (expander, check, title);
    }
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), expander);
  return group;
}

static const AsyChoice states[] = { { "held", N_ ("The visit was held") }, { "missed", N_ ("The visit was not held") }, { NULL, NULL } };

static char *
check_missed (AsyForm *form, gpointer user_data)
{
  AsyVisit *visit = asy_form_get_record (form, 0);

  if (asy_visit_get_state (visit) == ASY_VISIT_STATE_MISSED && asy_visit_get_missed_reason (visit) == NULL)
    return g_strdup (_ ("Say why the visit was not held."));
  if (asy_visit_get_danger (visit) && asy_visit_get_danger_note (visit) == NULL)
    return g_strdup (_ ("Say what signs of danger were seen."));
  return NULL;
}

static GtkWidget *
new_outcome_group (AsyContext *context, AsyForm *form, AsyVisit *copy)
{
  GtkWidget *group = new_group (NULL);
  GtkWidget *state = asy_choice_row_new (_ ("State"));
  GtkWidget *reason = asy_choice_row_new (_ ("Reason for a missed visit"));

  asy_choice_row_set_choices (ASY_CHOICE_ROW (state), states);
  add (form, group, copy, ASY_VISIT_STATE, state);
  asy_choice_row_set_dictionary (ASY_CHOICE_ROW (reason), asy_context_get_office (context)->dictionary, ASY_DICT_MISSED_REASON);
  add (form, group, copy, ASY_VISIT_MISSED_REASON, reason);
  add_when (form, group, copy);
  return group;
}

static GtkWidget *
new_course_group (AsyForm *form, AsyVisit *copy)
{
  GtkWidget *group = new_group (_ ("Course"));

  add (form, group, copy, ASY_VISIT_COURSE, asy_text_row_new (_ ("Course and observations"), 4));
  add (form, group, copy, ASY_VISIT_NEXT_FAMILY, asy_text_row_new (_ ("Until next time: family"), 2));
  add (form, group, copy, ASY_VISIT_NEXT_ASSISTANT, asy_text_row_new (_ ("Until next time: assistant"), 2));
  return group;
}

static GtkWidget *
new_rest_group (AsyForm *form, AsyVisit *copy)
{
  GtkWidget *group = new_group (_ ("Safety and travel"));

  add (form, group, copy, ASY_VISIT_DANGER, asy_switch_row_new (_ ("Signs of danger to a child"), NULL));
  add (form, group, copy, ASY_VISIT_DANGER_NOTE, asy_text_row_new (_ ("What was seen"), 2));
  add (form, group, copy, ASY_VISIT_TRAVEL_MINUTES, asy_time_row_new (_ ("Travel"), TRUE));
  add (form, group, copy, ASY_VISIT_KM, asy_number_row_new (_ ("Kilometres"), 0, 999, 1, 1));
  return group;
}

/* Signs of danger are more than a note: the register of interventions keeps who was told. */

static void
on_report_answer_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AsyVisit) visit = user_data;
  g_autofree char *answer = asy_ui_ask_finish (result);
  AsyContext *context = g_object_get_data (G_OBJECT (visit), "context");

  if (g_str_equal (answer, "report"))
    asy_context_go (context, "report-visit", asy_record_get_id (ASY_RECORD (visit)), NULL);
}

static void
on_recorded_cb (AsyForm *form, gpointer result, gpointer user_data)
{
  const AsyAnswer answers[] = {
    { "later", _ ("_Not Now"), ADW_RESPONSE_DEFAULT },
    { "report", _ ("_Open an Intervention"), ADW_RESPONSE_SUGGESTED },
  };
  AsyVisit *visit = asy_form_get_record (form, 0);
  AsyContext *context = asy_form_get_context (form);

  if (!asy_visit_get_danger (visit))
    return;
  g_object_set_data_full (G_OBJECT (visit), "context", g_object_ref (context), g_object_unref);
  asy_ui_ask_async (GTK_WIDGET (asy_context_get_window (context)), _ ("Signs of danger to a child"),
                    _ ("Open an intervention now? It keeps who was told, when and what came of it, and reminds of it until it is closed."),
                    answers, G_N_ELEMENTS (answers), "report", NULL, on_report_answer_cb, g_object_ref (visit));
}

void
asy_visit_record_form_open (AsyContext *context, const AsyVisitAnswer *answer)
{
  AsyForm *form = asy_form_new (context, _ ("Record the visit"));
  AsyVisit *copy = asy_form_add_record (form, answer->visit->visit);
  Recording *recording = g_new0 (Recording, 1);
  AsyPlanFile *plan = get_plan (answer);

  recording->form = form;
  recording->file = copy_file (answer->visit, copy);
  g_object_set_data_full (G_OBJECT (form), "recording", recording, recording_free);
  if (asy_visit_get_state (copy) == ASY_VISIT_STATE_PLANNED)
    asy_visit_set_state (copy, ASY_VISIT_STATE_HELD);
  if (answer->family != NULL)
    asy_form_set_subtitle (form, asy_family_get_name (answer->family->family));
  asy_form_add_group (form, new_outcome_group (context, form, copy));
  if (answer->family != NULL)
    asy_form_add_group (form, new_people_group (recording, answer->family));
  asy_form_add_group (form, new_course_group (form, copy));
  if (plan != NULL && plan->goals->len > 0)
    asy_form_add_group (form, new_goals_group (recording, plan, asy_context_get_today (context)));
  asy_form_add_group (form, new_duties_group (recording, context));
  asy_form_add_group (form, new_rest_group (form, copy));
  asy_form_add_check (form, check_length, NULL);
  asy_form_add_check (form, check_missed, NULL);
  asy_form_set_job (form, record_job);
  asy_form_set_request (form, make_request, recording, (GDestroyNotify) asy_visit_file_free, NULL);
  if (answer->family != NULL && !asy_visit_get_danger (answer->visit->visit))
    g_signal_connect (form, "saved", G_CALLBACK (on_recorded_cb), NULL);
  asy_form_set_draft (form, "visit-record");
  asy_form_allow_unchanged (form);
  asy_form_present (form);
}
