/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-calendar"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/asy-text.h"
#include "calendar/asy-calendar-exchange.h"
#include "exchange/asy-ical.h"
#include "ui/asy-compat.h"
#include "ui/asy-errors.h"
#include "ui/asy-format.h"
#include "ui/asy-rows.h"
#include "ui/asy-ui.h"

/* Rows of the preview: more than anybody reads. */
#define ROWS_MAX 60
#define LIST_WIDTH 400
#define LIST_HEIGHT 260

static const char *const patterns[] = { "*.ics", NULL };

static GtkWidget *
new_list (void)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  return list;
}

/* Out. */

typedef struct {
  GtkWidget *page;
  GtkWidget *names;             /* the switch, while it is asked */
  gint64 worker_id;
  AsyDay monday;
  gboolean with_names;
} Export;

static void
export_free (gpointer data)
{
  Export *export = data;

  g_object_unref (export->page);
  g_clear_object (&export->names);
  g_free (export);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Export, export_free)

typedef struct {
  gint64 worker_id;
  AsyDay monday;
  gboolean with_names;
  GFile *file;
} ExportRequest;

static void
export_request_free (gpointer data)
{
  ExportRequest *request = data;

  g_object_unref (request->file);
  g_free (request);
}

static gpointer
export_job (AsySession *session, gpointer data, GError **error)
{
  const ExportRequest *request = data;
  guint n_entries;
  gsize size;
  g_autoptr (GBytes) bytes = asy_ical_export (session, request->worker_id, request->monday, request->monday + 6, 0, request->with_names,
                                              _("Busy"), &n_entries, error);
  const char *text;

  if (bytes == NULL)
    return NULL;
  text = g_bytes_get_data (bytes, &size);
  return g_file_replace_contents (request->file, text, size, NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL, NULL, error) ? ASY_STORE_DONE : NULL;
}

static void
on_exported_cb (gpointer owner, gpointer result, const GError *error)
{
  AsyContext *context = asy_context_of (owner);

  if (context == NULL)
    return;
  if (result == NULL)
    asy_context_show_error (context, owner, error);
  else
    asy_context_toast (context, _("The week is saved as a calendar"));
}

static void
on_export_file_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Export) export = user_data;
  g_autoptr (GFile) file = asy_ui_save_file_finish (result);
  AsyContext *context = asy_context_of (export->page);
  ExportRequest *request;

  if (file == NULL || context == NULL)
    return;
  request = g_new0 (ExportRequest, 1);
  request->worker_id = export->worker_id;
  request->monday = export->monday;
  request->with_names = export->with_names;
  request->file = g_steal_pointer (&file);
  asy_context_ask (context, export->page, "calendar-file", export_job, request, export_request_free, NULL, on_exported_cb);
}

static void
on_export_answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Export) export = user_data;
  g_autofree char *answer = asy_ui_ask_finish (result);
  const AsyFileKind kind = { _("Calendars (iCalendar)"), patterns };
  int year;
  const int week = asy_day_get_iso_week (export->monday, &year);
  g_autofree char *name = g_strdup_printf (_("Week %d-W%02d.ics"), year, week);
  GtkWidget *page = export->page;

  if (g_str_equal (answer, "cancel"))
    return;
  export->with_names = asy_switch_row_get_active (ASY_SWITCH_ROW (export->names));
  asy_ui_save_file_async (page, _("Save the Week as a Calendar"), &kind, NULL, name, on_export_file_cb, g_steal_pointer (&export));
}

void
asy_calendar_export_begin (GtkWidget *page, gint64 worker_id, AsyDay monday)
{
  const AsyAnswer answers[] = {
    { "cancel", _("_Cancel"), ADW_RESPONSE_DEFAULT },
    { "save", _("_Choose a File…"), ADW_RESPONSE_SUGGESTED },
  };
  Export *export = g_new0 (Export, 1);
  GtkWidget *list = new_list ();

  export->page = g_object_ref (page);
  export->names = g_object_ref_sink (asy_switch_row_new (_("Name families and addresses"), _("Otherwise each entry only says that the time is taken")));
  export->worker_id = worker_id;
  export->monday = monday;
  gtk_list_box_append (GTK_LIST_BOX (list), export->names);
  asy_ui_ask_async (page, _("Save the Week as a Calendar?"),
                    _("The file opens in Outlook, Thunderbird and telephones. It is not encrypted: with names it holds personal data."), answers,
                    G_N_ELEMENTS (answers), "save", list, on_export_answered_cb, export);
}

/* In: a calendar that was read, with what it would do. */

typedef struct {
  gint64 worker_id;
  GFile *file;
  char *name;
  gboolean is_real;             /* not only looked at */
  AsyIcal *ical;                /* nullable: not read, or unusable */
  AsyCalendarCounts counts;
  GError *error;                /* nullable: why it is unusable */
  guint line;                   /* of that; 0: of none */
} Import;

static void
import_free (gpointer data)
{
  Import *import = data;

  if (import == NULL)
    return;
  g_clear_object (&import->file);
  g_free (import->name);
  asy_ical_free (import->ical);
  g_clear_error (&import->error);
  g_free (import);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Import, import_free)

/* What a job is handed stays with the store, so the answer is another one. */
static Import *
import_pass_on (Import *from)
{
  Import *import = g_new0 (Import, 1);

  import->worker_id = from->worker_id;
  import->name = g_strdup (from->name);
  import->ical = g_steal_pointer (&from->ical);
  return import;
}

static void
read_file (Import *import, GFile *file, AsyDay today)
{
  g_autoptr (GBytes) bytes = g_file_load_bytes (file, NULL, NULL, &import->error);

  if (bytes != NULL)
    import->ical = asy_ical_read (bytes, today, today + ASY_ICAL_DAYS_AHEAD, &import->line, &import->error);
}

static gpointer
import_job (AsySession *session, gpointer data, GError **error)
{
  Import *request = data;
  g_autoptr (Import) import = import_pass_on (request);

  if (import->ical == NULL)
    read_file (import, request->file, asy_session_get_today (session));
  if (import->ical != NULL &&
      !asy_ical_store (session, import->ical, import->worker_id, import->name, !request->is_real, &import->counts, error))
    return NULL;
  return g_steal_pointer (&import);
}

static const char *
get_verdict (AsyCalendarVerdict verdict)
{
  static const char *const labels[] = {
    [ASY_CALENDAR_ADDED] = N_("will be added"),
    [ASY_CALENDAR_CHANGED] = N_("will be changed"),
    [ASY_CALENDAR_SAME] = N_("stays the same"),
    [ASY_CALENDAR_KEPT] = N_("stays as the office changed it"),
    [ASY_CALENDAR_DELETED] = N_("skipped: the office deleted it"),
    [ASY_CALENDAR_UNAVAILABLE] = N_("skipped: the assistant is not at work on that day"),
    [ASY_CALENDAR_OWN] = N_("skipped: it comes from this register"),
  };

  return _(labels[verdict]);
}

static void
add_row (GtkWidget *list, const char *title, const char *subtitle)
{
  GtkWidget *row = asy_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
}

static void
add_entry_row (GtkWidget *list, const AsyCalendarEntry *entry)
{
  g_autofree char *day = asy_format_day_full (entry->day);
  g_autofree char *time = entry->minutes == 24 * 60 ? g_strdup (_("all day")) : asy_text_time_range (entry->start_minute, entry->minutes);
  g_autofree char *what = g_strdup_printf ("%s, %s: %s", day, time, get_verdict (entry->verdict));

  add_row (list, entry->title != NULL ? entry->title : _("Busy"), what);
}

static void
add_note_row (GtkWidget *list, const AsyIcalNote *note)
{
  g_autofree char *line = g_strdup_printf (_("Line %u"), note->line);
  const char *label = _(asy_ical_reason_get_label (note->reason));
  g_autofree char *text = note->detail != NULL ? g_strdup_printf ("%s: %s", label, note->detail) : g_strdup (label);

  add_row (list, line, text);
}

/* What needs a look comes first: remarks, then whatever does not stay the same. */
static GtkWidget *
new_preview (const Import *import)
{
  GtkWidget *list = new_list ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  guint n = 0;

  for (guint i = 0; i < import->ical->notes->len && n < ROWS_MAX / 2; i++, n++)
    add_note_row (list, g_ptr_array_index (import->ical->notes, i));
  for (guint i = 0; i < import->ical->entries->len && n < ROWS_MAX; i++)
    {
      const AsyCalendarEntry *entry = g_ptr_array_index (import->ical->entries, i);

      if (entry->verdict == ASY_CALENDAR_SAME)
        continue;
      add_entry_row (list, entry);
      n++;
    }
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), LIST_HEIGHT);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  gtk_widget_set_size_request (scroller, LIST_WIDTH, -1);
  gtk_widget_set_visible (scroller, n > 0);
  return scroller;
}

static void
add_count (GString *text, const char *label, guint n)
{
  if (n == 0)
    return;
  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append_printf (text, "%s: %u", label, n);
}

/* Only what there is any of. */
static char *
describe (const Import *import)
{
  const AsyCalendarCounts *counts = &import->counts;
  g_autofree char *until = asy_format_day (import->ical->until);
  g_autofree char *head = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  add_count (text, _("to be added"), counts->n_added);
  add_count (text, _("to be changed"), counts->n_changed);
  add_count (text, _("to be removed"), counts->n_removed);
  add_count (text, _("stay as they are"), counts->n_same + counts->n_kept);
  add_count (text, _("skipped"), counts->n_skipped);
  add_count (text, _("events left out"), import->ical->n_left_out);
  head = g_strdup_printf (_("Entries from today until %s"), until);
  return g_strconcat (head, "\n", text->len > 0 ? text->str : _("none"), NULL);
}

typedef struct {
  GtkWidget *page;
  Import *import;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_object_unref (question->page);
  import_free (question->import);
  g_free (question);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Question, question_free)

static void
on_imported_cb (gpointer owner, gpointer result, const GError *error)
{
  g_autoptr (Import) import = result;
  AsyContext *context = asy_context_of (owner);
  g_autofree char *text = NULL;

  if (context == NULL)
    return;
  if (import == NULL)
    {
      asy_context_show_error (context, owner, error);
      return;
    }
  text = g_strdup_printf (_("Calendar imported: %u added, %u changed, %u removed"), import->counts.n_added, import->counts.n_changed,
                          import->counts.n_removed);
  asy_context_toast (context, text);
}

static void
on_import_answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Question) question = user_data;
  g_autofree char *answer = asy_ui_ask_finish (result);
  AsyContext *context = asy_context_of (question->page);

  if (context == NULL || !g_str_equal (answer, "import"))
    return;
  question->import->is_real = TRUE;
  asy_context_ask (context, question->page, "calendar-file", import_job, g_steal_pointer (&question->import), import_free, import_free,
                   on_imported_cb);
}

static void
ask_about (GtkWidget *page, Import *import)
{
  const AsyCalendarCounts *counts = &import->counts;
  const gboolean has_news = counts->n_added + counts->n_changed + counts->n_removed > 0;
  const AsyAnswer answers[] = {
    { "cancel", has_news ? _("_Cancel") : _("_Close"), ADW_RESPONSE_DEFAULT },
    { "import", _("_Import"), ADW_RESPONSE_SUGGESTED },
  };
  g_autofree char *heading = g_strdup_printf (has_news ? _("Import “%s”?") : _("Nothing new in “%s”"), import->name);
  g_autofree char *body = describe (import);
  Question *question = g_new0 (Question, 1);

  question->page = g_object_ref (page);
  question->import = import;
  asy_ui_ask_async (page, heading, body, answers, has_news ? 2 : 1, has_news ? "import" : "cancel", new_preview (import),
                    on_import_answered_cb, question);
}

static void
on_preview_cb (gpointer owner, gpointer result, const GError *error)
{
  g_autoptr (Import) import = result;
  AsyContext *context = asy_context_of (owner);
  g_autofree char *sentence = NULL;
  g_autofree char *text = NULL;

  if (context == NULL)
    return;
  if (import == NULL)
    asy_context_show_error (context, owner, error);
  else if (import->line > 0)
    {
      sentence = asy_error_describe (import->error);
      text = g_strdup_printf (_("Line %u: %s"), import->line, sentence);
      asy_ui_tell (owner, asy_error_get_heading (import->error), text);
    }
  else if (import->error != NULL)
    asy_context_show_error (context, owner, import->error);
  else
    ask_about (owner, g_steal_pointer (&import));
}

typedef struct {
  GtkWidget *page;
  gint64 worker_id;
} Choice;

static void
on_import_file_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Choice *choice = user_data;
  g_autoptr (GtkWidget) page = choice->page;
  g_autoptr (GFile) file = asy_ui_open_file_finish (result);
  AsyContext *context = asy_context_of (page);
  Import *request;

  if (file == NULL || context == NULL)
    return;
  request = g_new0 (Import, 1);
  request->worker_id = choice->worker_id;
  request->name = g_file_get_basename (file);
  request->file = g_steal_pointer (&file);
  asy_context_ask (context, page, "calendar-file", import_job, request, import_free, import_free, on_preview_cb);
}

void
asy_calendar_import_begin (GtkWidget *page, gint64 worker_id)
{
  const AsyFileKind kind = { _("Calendars (iCalendar)"), patterns };
  Choice *choice = g_new0 (Choice, 1);

  choice->page = g_object_ref (page);
  choice->worker_id = worker_id;
  asy_ui_open_file_async (page, _("Import a Calendar"), &kind, NULL, on_import_file_cb, choice);
}
