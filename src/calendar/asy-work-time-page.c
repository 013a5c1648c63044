/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-calendar"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/asy-hours.h"
#include "base/asy-text.h"
#include "calendar/asy-work-time-forms.h"
#include "calendar/asy-work-time-page.h"
#include "model/asy-family-file.h"
#include "store/asy-repo.h"
#include "store/asy-work-time.h"
#include "store/asy-workers.h"
#include "ui/asy-format.h"
#include "ui/asy-nav-button.h"
#include "ui/asy-page.h"
#include "ui/asy-rows.h"
#include "ui/asy-ui.h"
#include "ui/asy-words.h"

#define COLUMN_WIDTH 760
#define DAYS_BACK 366
#define DAYS_AHEAD 732
#define DUTY_START_MINUTE (16 * 60)
#define DUTY_MINUTES (4 * 60)

typedef enum { PART_HOURS, PART_ABSENCES, PART_SHIFTS, N_PARTS } Part;

struct _AsyWorkTimePage
{
  AdwBin parent_instance;

  AsyContext *context;
  gint64 worker_id;
  AsyWorker *worker;            /* nullable until loaded */
  GPtrArray *workers;           /* AsyWorker; nullable until loaded */
  gboolean wants_focus;

  /* children, owned by the widget tree */
  AdwWindowTitle *title;
  AdwPreferencesGroup *groups[N_PARTS];
  GPtrArray *rows;              /* GtkWidget, borrowed: what the groups hold now */
};

static void asy_work_time_page_page_init (AsyPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AsyWorkTimePage, asy_work_time_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (ASY_TYPE_PAGE, asy_work_time_page_page_init))

/* Loading. */

typedef struct {
  gint64 worker_id;
  AsyDay today;
} Request;

typedef struct {
  AsyWorker *worker;
  GPtrArray *workers;
  AsyWorkTime *time;
} Answer;

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_clear_object (&answer->worker);
  g_clear_pointer (&answer->workers, g_ptr_array_unref);
  g_clear_pointer (&answer->time, asy_work_time_free);
  g_free (answer);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Answer, answer_free)

static gpointer
load_job (AsySession *session, gpointer data, GError **error)
{
  const Request *request = data;
  g_autoptr (Answer) answer = g_new0 (Answer, 1);

  answer->worker = asy_repo_load (session, ASY_TYPE_WORKER, request->worker_id, error);
  if (answer->worker != NULL)
    answer->workers = asy_workers_list (session, FALSE, error);
  if (answer->workers != NULL)
    answer->time = asy_work_time_load (session, request->worker_id, request->today - DAYS_BACK, request->today + DAYS_AHEAD, error);
  return answer->time != NULL ? g_steal_pointer (&answer) : NULL;
}

/* What a row says. */

static void
append_days (GString *text, int first, int last, const char *hours)
{
  int start, end;
  g_autofree char *range = NULL;

  if (hours == NULL || !asy_hours_parse (hours, &start, &end))
    return;
  range = asy_text_time_range (start, end - start);
  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append (text, asy_text_weekday_short (first));
  if (last > first)
    g_string_append_printf (text, ASY_TEXT_EN_DASH "%s", asy_text_weekday_short (last));
  g_string_append_printf (text, " %s", range);
}

/* `pn–czw 8:00–16:00 · pt 8:00–14:00` */
static char *
dup_hours (AsyRecord *record)
{
  GString *text = g_string_new (NULL);

  for (int first = 1, next; first <= 7; first = next)
    {
      const char *hours = asy_record_get_text (record, ASY_WORK_HOURS_FIELD (first));

      for (next = first + 1; next <= 7 && g_strcmp0 (hours, asy_record_get_text (record, ASY_WORK_HOURS_FIELD (next))) == 0; next++)
        ;
      append_days (text, first, next - 1, hours);
    }
  if (text->len == 0)
    g_string_append (text, _("no hours"));
  return g_string_free (text, FALSE);
}

static char *
find_worker_name (AsyWorkTimePage *self, gint64 id)
{
  for (guint i = 0; i < self->workers->len; i++)
    if (asy_record_get_id (self->workers->pdata[i]) == id)
      return asy_worker_dup_full_name (self->workers->pdata[i]);
  return NULL;
}

static void
describe_hours (AsyWorkTimePage *self, AsyRecord *record, char **ret_title, char **ret_text)
{
  g_autofree char *from = asy_format_day (asy_work_hours_get_from_day (ASY_WORK_HOURS (record)));

  *ret_title = dup_hours (record);
  *ret_text = g_strdup_printf (_("from %s"), from);
}

static void
describe_absence (AsyWorkTimePage *self, AsyRecord *record, char **ret_title, char **ret_text)
{
  AsyAbsence *absence = ASY_ABSENCE (record);
  g_autofree char *from = asy_format_day (asy_absence_get_from_day (absence));
  g_autofree char *until = asy_format_day (asy_absence_get_until_day (absence));
  g_autofree char *name = find_worker_name (self, asy_absence_get_substitute_id (absence));
  g_autofree char *days = g_str_equal (from, until) ? g_strdup (from) : g_strdup_printf ("%s" ASY_TEXT_EN_DASH "%s", from, until);

  *ret_title = g_strdup_printf ("%s: %s", asy_absence_kind_get_label ((AsyAbsenceKind) asy_absence_get_kind (absence)), days);
  *ret_text = name != NULL ? g_strdup_printf (_("stands in: %s"), name) : g_strdup (_("nobody stands in"));
}

static void
describe_shift (AsyWorkTimePage *self, AsyRecord *record, char **ret_title, char **ret_text)
{
  AsyDutyShift *shift = ASY_DUTY_SHIFT (record);
  g_autofree char *day = asy_format_day_full (asy_duty_shift_get_day (shift));
  g_autofree char *range = asy_text_time_range ((int) asy_duty_shift_get_start_minute (shift), (int) asy_duty_shift_get_minutes (shift));

  *ret_title = g_strdup_printf ("%s, %s", day, range);
  *ret_text = g_strdup (asy_duty_shift_get_note (shift));
}

/* Taking away. */

typedef struct {
  AsyContext *context;
  AsyRecord *record;
} Removal;

static void
removal_free (gpointer data, GClosure *closure)
{
  Removal *removal = data;

  g_object_unref (removal->context);
  g_object_unref (removal->record);
  g_free (removal);
}

static gpointer
delete_job (AsySession *session, gpointer request, GError **error)
{
  return asy_work_time_delete (session, request, error) ? ASY_STORE_DONE : NULL;
}

static gpointer
restore_job (AsySession *session, gpointer request, GError **error)
{
  gboolean ok;

  if (ASY_IS_WORK_HOURS (request))
    ok = asy_work_hours_save (session, request, error);
  else if (ASY_IS_ABSENCE (request))
    ok = asy_absence_save (session, request, error);
  else
    ok = asy_duty_shift_save (session, request, error);
  return ok ? ASY_STORE_DONE : NULL;
}

static void
on_restore_cb (gpointer data)
{
  Removal *removal = data;
  AsyRecord *record = asy_record_duplicate (removal->record);

  asy_record_set_id (record, 0);
  asy_record_set_revision (record, 0);
  asy_record_set_uid (record, NULL);
  asy_context_ask (removal->context, removal->context, NULL, restore_job, record, g_object_unref, NULL, NULL);
}

static void
on_deleted_cb (gpointer owner, gpointer result, const GError *error)
{
  AsyWorkTimePage *self = owner;
  Removal *removal;

  if (error != NULL)
    {
      asy_context_show_error (self->context, GTK_WIDGET (self), error);
      return;
    }
  removal = g_new0 (Removal, 1);
  removal->context = g_object_ref (self->context);
  removal->record = g_object_ref (g_object_get_data (owner, "removed"));
  asy_context_toast_undo (self->context, _("Removed from the working time"), G_CALLBACK (on_restore_cb), removal, removal_free);
}

static void
on_remove_cb (GtkWidget *button)
{
  AsyWorkTimePage *self = ASY_WORK_TIME_PAGE (gtk_widget_get_ancestor (button, ASY_TYPE_WORK_TIME_PAGE));
  AsyRecord *record = g_object_get_data (G_OBJECT (button), "record");

  g_object_set_data_full (G_OBJECT (self), "removed", g_object_ref (record), g_object_unref);
  asy_context_ask (self->context, self, "delete", delete_job, asy_record_duplicate (record), g_object_unref, NULL, on_deleted_cb);
}

/* Opening. */

static void
open_form (AsyWorkTimePage *self, AsyRecord *record)
{
  if (ASY_IS_WORK_HOURS (record))
    asy_work_hours_form_open (self->context, ASY_WORK_HOURS (record));
  else if (ASY_IS_ABSENCE (record))
    asy_absence_form_open (self->context, ASY_ABSENCE (record), self->workers);
  else
    asy_duty_shift_form_open (self->context, ASY_DUTY_SHIFT (record));
}

static void
on_activated_cb (GtkWidget *row)
{
  open_form (ASY_WORK_TIME_PAGE (gtk_widget_get_ancestor (row, ASY_TYPE_WORK_TIME_PAGE)), g_object_get_data (G_OBJECT (row), "record"));
}

static AsyRecord *
new_record (AsyWorkTimePage *self, Part part)
{
  const AsyDay today = asy_context_get_today (self->context);
  AsyRecord *record;

  if (part == PART_HOURS)
    return ASY_RECORD (asy_work_hours_new_usual (self->worker_id, today));
  if (part == PART_ABSENCES)
    {
      record = ASY_RECORD (asy_absence_new ());
      asy_absence_set_worker_id (ASY_ABSENCE (record), self->worker_id);
      asy_absence_set_from_day (ASY_ABSENCE (record), today);
      asy_absence_set_until_day (ASY_ABSENCE (record), today);
      return record;
    }
  record = ASY_RECORD (asy_duty_shift_new ());
  asy_duty_shift_set_worker_id (ASY_DUTY_SHIFT (record), self->worker_id);
  asy_duty_shift_set_day (ASY_DUTY_SHIFT (record), today);
  asy_duty_shift_set_start_minute (ASY_DUTY_SHIFT (record), DUTY_START_MINUTE);
  asy_duty_shift_set_minutes (ASY_DUTY_SHIFT (record), DUTY_MINUTES);
  return record;
}

static void
add_to (GtkWidget *widget, Part part)
{
  AsyWorkTimePage *self = ASY_WORK_TIME_PAGE (widget);
  g_autoptr (AsyRecord) record = NULL;

  if (self->worker == NULL)
    return;
  record = new_record (self, part);
  open_form (self, record);
}

static void
add_hours_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  add_to (widget, PART_HOURS);
}

static void
add_absence_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  add_to (widget, PART_ABSENCES);
}

static void
add_shift_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  add_to (widget, PART_SHIFTS);
}

/* Showing. */

static GtkWidget *
new_row (AsyRecord *record, const char *title, const char *text)
{
  GtkWidget *row = asy_action_row_new ();
  g_autofree char *label = g_strdup_printf (_("Remove %s"), title);
  GtkWidget *button = asy_icon_button_new ("user-trash-symbolic", label, NULL);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (text != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_object_set_data_full (G_OBJECT (button), "record", g_object_ref (record), g_object_unref);
  g_signal_connect (button, "clicked", G_CALLBACK (on_remove_cb), NULL);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "record", g_object_ref (record), g_object_unref);
  g_signal_connect (row, "activated", G_CALLBACK (on_activated_cb), NULL);
  return row;
}

static void
add_row (AsyWorkTimePage *self, Part part, GtkWidget *row)
{
  adw_preferences_group_add (self->groups[part], row);
  g_ptr_array_add (self->rows, row);
}

static void
fill_part (AsyWorkTimePage *self, Part part, GPtrArray *records)
{
  static const char *const nothing[] = { N_("No hours are noted: nothing is said about visits at any hour."), N_("No absences"),
                                         N_("No shifts") };
  void (*const describers[]) (AsyWorkTimePage *, AsyRecord *, char **, char **) = { describe_hours, describe_absence, describe_shift };

  for (guint i = 0; i < records->len; i++)
    {
      g_autofree char *title = NULL, *text = NULL;

      describers[part](self, records->pdata[i], &title, &text);
      add_row (self, part, new_row (records->pdata[i], title, text));
    }
  if (records->len == 0)
    {
      GtkWidget *row = asy_action_row_new ();

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(nothing[part]));
      gtk_widget_add_css_class (row, "dim-label");
      add_row (self, part, row);
    }
}

static void
clear (AsyWorkTimePage *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (gtk_widget_get_ancestor (self->rows->pdata[i], ADW_TYPE_PREFERENCES_GROUP)),
                                  self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
}

static void
on_loaded_cb (gpointer owner, gpointer result, const GError *error)
{
  AsyWorkTimePage *self = owner;
  g_autoptr (Answer) answer = result;
  g_autofree char *name = NULL;

  if (answer == NULL)
    {
      asy_context_show_error (self->context, GTK_WIDGET (self), error);
      return;
    }
  g_set_object (&self->worker, answer->worker);
  g_clear_pointer (&self->workers, g_ptr_array_unref);
  self->workers = g_steal_pointer (&answer->workers);
  name = asy_worker_dup_full_name (self->worker);
  adw_window_title_set_subtitle (self->title, name);
  clear (self);
  fill_part (self, PART_HOURS, answer->time->hours);
  fill_part (self, PART_ABSENCES, answer->time->absences);
  fill_part (self, PART_SHIFTS, answer->time->shifts);
  if (self->wants_focus)
    self->wants_focus = !gtk_widget_child_focus (GTK_WIDGET (self->groups[PART_HOURS]), GTK_DIR_TAB_FORWARD);
}

static void
reload (AsyWorkTimePage *self)
{
  const Request request = { self->worker_id, asy_context_get_today (self->context) };

  if (self->worker_id != 0)
    asy_context_ask (self->context, self, "load", load_job, g_memdup2 (&request, sizeof request), g_free, answer_free, on_loaded_cb);
}

static void
on_changed_cb (AsyWorkTimePage *self, const char *kind, gint64 id)
{
  static const char *const followed[] = { "*", "worker", "work_hours", "absence", "duty_shift", NULL };

  if (g_strv_contains (followed, kind))
    reload (self);
}

/* AsyPage */

static gboolean
asy_work_time_page_show (AsyPage *page, const char *what, gint64 id, const char *detail)
{
  AsyWorkTimePage *self = ASY_WORK_TIME_PAGE (page);

  if (!g_str_equal (what, "work-time"))
    return FALSE;
  self->worker_id = id;
  reload (self);
  return TRUE;
}

static void
asy_work_time_page_activate (AsyPage *page)
{
  ASY_WORK_TIME_PAGE (page)->wants_focus = TRUE;
}

static void
asy_work_time_page_page_init (AsyPageInterface *iface)
{
  iface->show = asy_work_time_page_show;
  iface->activate = asy_work_time_page_activate;
}

/* Building. */

static AdwPreferencesGroup *
new_group (const char *title, const char *label, const char *action_name)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action_name);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (group), button);
  return ADW_PREFERENCES_GROUP (group);
}

static GtkWidget *
new_column (AsyWorkTimePage *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  self->groups[PART_HOURS] = new_group (_("Hours of Work"), _("New _Hours…"), "work-time.add-hours");
  self->groups[PART_ABSENCES] = new_group (_("Absences"), _("New _Absence…"), "work-time.add-absence");
  self->groups[PART_SHIFTS] = new_group (_("Duty Rota"), _("New _Shift…"), "work-time.add-shift");
  for (guint part = 0; part < N_PARTS; part++)
    gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->groups[part]));
  gtk_widget_set_margin_top (box, 18);
  gtk_widget_set_margin_bottom (box, 24);
  gtk_widget_set_margin_start (box, 20);
  gtk_widget_set_margin_end (box, 20);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), COLUMN_WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  gtk_widget_set_vexpand (scroller, TRUE);
  return scroller;
}

static void
asy_work_time_page_dispose (GObject *object)
{
  AsyWorkTimePage *self = ASY_WORK_TIME_PAGE (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->workers, g_ptr_array_unref);
  g_clear_object (&self->worker);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (asy_work_time_page_parent_class)->dispose (object);
}

static void
asy_work_time_page_class_init (AsyWorkTimePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = asy_work_time_page_dispose;
  gtk_widget_class_install_action (widget_class, "work-time.add-hours", NULL, add_hours_action);
  gtk_widget_class_install_action (widget_class, "work-time.add-absence", NULL, add_absence_action);
  gtk_widget_class_install_action (widget_class, "work-time.add-shift", NULL, add_shift_action);
}

static void
asy_work_time_page_init (AsyWorkTimePage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();

  self->rows = g_ptr_array_new ();
  self->title = ADW_WINDOW_TITLE (adw_window_title_new (_("Working Time"), NULL));
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), GTK_WIDGET (self->title));
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), asy_back_button_new ());
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), new_column (self));
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
asy_work_time_page_new (AsyContext *context)
{
  AsyWorkTimePage *self = g_object_new (ASY_TYPE_WORK_TIME_PAGE, NULL);

  self->context = g_object_ref (context);
  g_signal_connect_object (asy_context_get_store (context), "changed", G_CALLBACK (on_changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
