/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ui/asy-import-file.h"
#include "ui/asy-import-page.h"
#include "ui/asy-choice-row.h"
#include "ui/asy-compat.h"
#include "ui/asy-export.h"
#include "ui/asy-nav-button.h"
#include "ui/asy-page.h"
#include "ui/asy-pill.h"
#include "ui/asy-ui.h"

#define COLUMN_WIDTH 900
#define CELL_CHARS 22
/* Problems shown one by one; the list in a file has all. */
#define PROBLEMS_SHOWN 100

/* What the page says of each kind of table. */
static const struct {
  const char *word;             /* that another page asks with */
  const char *title;
  const char *about;
  const char *needed[5];        /* fields of which one names what comes in */
  const char *hint;             /* while they are missing */
  const char *added;
  const char *updated;
  const char *refused;
} kinds[] = {
  [ASY_IMPORT_PROVIDERS] = {
    "providers",
    N_("Import of Specialists"),
    N_("A list with one row a place, saved as CSV. Public lists of schools and of welfare centres are recognised; of others you say "
       "what their columns mean. Nothing is written before you have seen what would happen."),
    { "name", NULL },
    N_("Say which column holds the name."),
    N_("Places that are not in the directory"),
    N_("Known places; what the office has changed stays"),
    NULL,
  },
  [ASY_IMPORT_FAMILIES] = {
    "families",
    N_("Import of Families"),
    N_("A table with one row a person or one a family, saved as CSV. First you see what its columns mean and what would happen; "
       "nothing is written before."),
    { "surname", "surname-given", "given-surname", "family-name", NULL },
    N_("Say which column holds the name of the family or of the person."),
    N_("People and families that are not in the register"),
    N_("Known ones; only what is blank is filled in"),
    N_("A family comes in whole or not at all"),
  },
};

struct _AsyImportPage
{
  AdwBin parent_instance;

  AsyContext *context;
  AsyImportKind kind;
  gboolean is_by_hand;          /* although the table was recognised */
  AsyImportFile *file;          /* nullable until chosen */
  GPtrArray *choices;           /* AsyChoiceRow by column, borrowed */
  GPtrArray *problems;          /* char **: row, column, reason, what came of it */
  GCancellable *cancellable;    /* of what runs */
  struct Run *checked;          /* nullable: the dry run that is shown */
  gboolean is_done;

  /* children, owned by the widget tree */
  AdwWindowTitle *title;
  GtkButton *next_button;
  GtkStack *stack;
  AdwBin *choose_bin;
  GtkBox *map_box;
  GtkWidget *names_hint;        /* nullable until columns are chosen by hand */
  GtkBox *result_box;
  GtkProgressBar *bar;
};

static void asy_import_page_page_init (AsyPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AsyImportPage, asy_import_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (ASY_TYPE_PAGE, asy_import_page_page_init))

/* One reading of the table, and then a dry run or the import; shared with the threads. */
typedef struct Run {
  GWeakRef page;
  AsyImportFile *file;
  AsyImportMap *map;
  AsyDay today;
  gboolean is_dry;
  GCancellable *cancellable;
  AsyImportBatch *batch;        /* once it is read */
  AsyImportCounts counts;
  int percent;                  /* told last, by the worker */
} Run;

static void
run_clear (gpointer data)
{
  Run *run = data;

  g_weak_ref_clear (&run->page);
  asy_import_file_unref (run->file);
  asy_import_map_unref (run->map);
  g_object_unref (run->cancellable);
  asy_import_batch_free (run->batch);
}

static void
run_unref (gpointer run)
{
  g_atomic_rc_box_release_full (run, run_clear);
}

static void
show_step (AsyImportPage *self, const char *name)
{
  const gboolean is_map = g_str_equal (name, "map");
  const gboolean is_result = g_str_equal (name, "result");

  gtk_stack_set_visible_child_name (self->stack, name);
  gtk_widget_set_visible (GTK_WIDGET (self->next_button), is_map || (is_result && !self->is_done));
  gtk_button_set_label (self->next_button, is_map ? _("_Check the Table") : _("_Import"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->next_button), TRUE);
}

/* Problems */

static void
add_problem (AsyImportPage *self, const AsyImportNote *note, gboolean is_refused)
{
  char **cells = g_new0 (char *, 5);

  cells[0] = g_strdup_printf ("%u", note->row);
  cells[1] = g_strdup (note->column != NULL ? note->column : "");
  cells[2] = g_strdup (_(asy_import_reason_get_label (note->reason)));
  cells[3] = g_strdup (is_refused ? C_ ("row of a table", "refused") : C_ ("row of a table", "note"));
  g_ptr_array_add (self->problems, cells);
}

static void
list_problems (AsyImportPage *self, AsyImportBatch *batch)
{
  g_autoptr (GPtrArray) refused = asy_import_batch_list_refused (batch);

  g_ptr_array_set_size (self->problems, 0);
  for (guint i = 0; i < refused->len; i++)
    add_problem (self, g_ptr_array_index (refused, i), TRUE);
  for (guint i = 0; i < batch->remarks->len; i++)
    add_problem (self, g_ptr_array_index (batch->remarks, i), FALSE);
  for (guint i = 0; i < batch->kept->len; i++)
    add_problem (self, g_ptr_array_index (batch->kept, i), FALSE);
}

static void
on_save_problems_cb (AsyImportPage *self)
{
  AsyTable *table = asy_table_new ("import-problems", _("Problems"));

  asy_table_add_column (table, _("Row"), ASY_TABLE_TEXT);
  asy_table_add_column (table, _("Column"), ASY_TABLE_TEXT);
  asy_table_add_column (table, _("Problem"), ASY_TABLE_TEXT);
  asy_table_add_column (table, _("Result"), ASY_TABLE_TEXT);
  for (guint i = 0; i < self->problems->len; i++)
    for (guint j = 0; j < 4; j++)
      asy_table_add_text (table, ((char **) g_ptr_array_index (self->problems, i))[j]);
  asy_export_report (self->context, C_ ("file name", "problems"), table);
}

static GtkWidget *
new_problem_row (char **cells, gboolean is_refused)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *pill = asy_pill_new (cells[3], is_refused ? ASY_MEANING_LATE : ASY_MEANING_SOON);
  g_autofree char *title = *cells[1] != '\0' ? g_strdup_printf (_("Row %s, %s"), cells[0], cells[1]) : g_strdup_printf (_("Row %s"), cells[0]);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), cells[2]);
  gtk_widget_set_valign (pill, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), pill);
  return row;
}

static GtkWidget *
new_list (void)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  return list;
}

static void
append_problems (AsyImportPage *self, guint n_refused)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Save the List…"));
  GtkWidget *list = new_list ();
  const guint n_shown = MIN (self->problems->len, PROBLEMS_SHOWN);

  gtk_widget_set_halign (button, GTK_ALIGN_END);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_save_problems_cb), self, G_CONNECT_SWAPPED);
  for (guint i = 0; i < n_shown; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), new_problem_row (g_ptr_array_index (self->problems, i), i < n_refused));
  gtk_box_append (self->result_box, asy_heading_new (_("Problems"), (int) self->problems->len, button));
  gtk_box_append (self->result_box, list);
  if (self->problems->len > n_shown)
    {
      const guint rest = self->problems->len - n_shown;
      g_autofree char *text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u more is in the saved list.",
                                                            "%u more are in the saved list.", rest), rest);

      gtk_box_append (self->result_box, asy_caption_new (text));
    }
}

/* What would come, or came, of it */

static void
append_count (GtkWidget *list, const char *title, const char *subtitle, guint count)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *number = g_strdup_printf ("%u", count);
  GtkWidget *label = gtk_label_new (number);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_add_css_class (label, "title-4");
  gtk_widget_add_css_class (label, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
}

static void
show_result (AsyImportPage *self, Run *run)
{
  GtkWidget *list = new_list ();
  g_autoptr (GPtrArray) refused = asy_import_batch_list_refused (run->batch);
  const AsyImportCounts *counts = &run->counts;

  self->is_done = !run->is_dry;
  list_problems (self, run->batch);
  asy_ui_clear_box (self->result_box);
  append_count (list, run->is_dry ? _("Will be added") : _("Added"), run->is_dry ? _(kinds[self->kind].added) : NULL,
                counts->n_added);
  append_count (list, run->is_dry ? _("Will be completed") : _("Completed"),
                run->is_dry ? _(kinds[self->kind].updated) : NULL, counts->n_updated);
  append_count (list, _("Known already"), NULL, counts->n_same);
  append_count (list, _("Passed over"), _("Blank and repeated rows"), counts->n_skipped);
  append_count (list, run->is_dry ? _("Will be refused") : _("Refused"),
                kinds[self->kind].refused != NULL ? _(kinds[self->kind].refused) : NULL, refused->len);
  gtk_box_append (self->result_box, asy_heading_new (run->is_dry ? _("What would happen: nothing is written yet") : _("The table is in"),
                                                     -1, NULL));
  gtk_box_append (self->result_box, list);
  if (self->problems->len > 0)
    append_problems (self, refused->len);
  show_step (self, "result");
  gtk_widget_set_sensitive (GTK_WIDGET (self->next_button), counts->n_added + counts->n_updated > 0);
  if (gtk_widget_get_visible (GTK_WIDGET (self->next_button)))
    gtk_widget_grab_focus (GTK_WIDGET (self->next_button));
}

/* Running */

typedef struct {
  Run *run;
  double done;
} Told;

static void
told_free (gpointer data)
{
  Told *told = data;

  run_unref (told->run);
  g_free (told);
}

static gboolean
on_told_cb (gpointer data)
{
  const Told *told = data;
  g_autoptr (AsyImportPage) page = g_weak_ref_get (&told->run->page);

  if (page != NULL)
    gtk_progress_bar_set_fraction (page->bar, told->done);
  return G_SOURCE_REMOVE;
}

/* In the worker. */
static gboolean
tell_progress (double done, gpointer user_data, GError **error)
{
  Run *run = user_data;
  const int percent = (int) (done * 100);
  Told *told;

  if (g_cancellable_set_error_if_cancelled (run->cancellable, error))
    return FALSE;
  if (percent == run->percent)
    return TRUE;
  run->percent = percent;
  told = g_new0 (Told, 1);
  told->run = g_atomic_rc_box_acquire (run);
  told->done = done;
  g_idle_add_full (G_PRIORITY_DEFAULT, on_told_cb, told, told_free);
  return TRUE;
}

static gpointer
store_job (AsySession *session, gpointer request, GError **error)
{
  Run *run = request;

  return asy_import_store_full (session, run->batch, run->file->name, run->is_dry, tell_progress, run, &run->counts, error)
             ? ASY_STORE_DONE
             : NULL;
}

static void
on_failed (AsyImportPage *self, const GError *error)
{
  show_step (self, self->checked != NULL ? "result" : self->file != NULL ? "map" : "choose");
  asy_context_show_error (self->context, GTK_WIDGET (self), error);
}

static void
on_stored_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Run *run = user_data;
  g_autoptr (AsyImportPage) page = g_weak_ref_get (&run->page);
  g_autoptr (GError) error = NULL;

  (void) asy_store_run_finish (ASY_STORE (source), result, &error);
  if (page != NULL && error != NULL)
    on_failed (page, error);
  else if (page != NULL)
    {
      g_clear_pointer (&page->checked, run_unref);
      page->checked = run->is_dry ? g_atomic_rc_box_acquire (run) : NULL;
      show_result (page, run);
    }
  run_unref (run);
}

static void
store (AsyImportPage *self, Run *run)
{
  asy_store_run_async (asy_context_get_store (self->context), store_job, g_atomic_rc_box_acquire (run), run_unref, NULL,
                       run->cancellable, on_stored_cb, g_atomic_rc_box_acquire (run));
}

static void
read_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Run *run = task_data;
  GError *error = NULL;

  run->batch = run->file->kind == ASY_IMPORT_FAMILIES ? asy_import_read_families (run->file->bytes, run->map, run->today, &error)
                                                      : asy_import_read (run->file->bytes, run->map, &error);
  /* What ships with the program need not be kept. */
  if (run->batch != NULL && (run->map == run->file->recognised || asy_import_file_remember (run->file, run->map, &error)))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  AsyImportPage *self = ASY_IMPORT_PAGE (source);
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    store (self, g_task_get_task_data (G_TASK (result)));
  else
    on_failed (self, error);
}

static Run *
new_run (AsyImportPage *self, AsyImportMap *map, gboolean is_dry)
{
  Run *run = g_atomic_rc_box_new0 (Run);

  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  g_weak_ref_init (&run->page, self);
  run->file = asy_import_file_ref (self->file);
  run->map = asy_import_map_ref (map);
  run->today = asy_context_get_today (self->context);
  run->is_dry = is_dry;
  run->cancellable = g_object_ref (self->cancellable);
  gtk_progress_bar_set_fraction (self->bar, 0);
  gtk_progress_bar_set_text (self->bar, is_dry ? _("Checking the table…") : _("Importing…"));
  show_step (self, "running");
  return run;
}

static void
read_table (AsyImportPage *self, AsyImportMap *map, gboolean is_dry)
{
  g_autoptr (GTask) task = NULL;
  Run *run = new_run (self, map, is_dry);

  task = g_task_new (self, run->cancellable, on_read_cb, NULL);
  g_task_set_task_data (task, run, run_unref);
  g_task_run_in_thread (task, read_in_thread);
}

static void
on_cancel_cb (AsyImportPage *self)
{
  g_cancellable_cancel (self->cancellable);
}

/* What the columns mean */

/* Known by its columns, and nobody has said otherwise. */
static gboolean
is_recognised (AsyImportPage *self)
{
  return self->file->recognised != NULL && self->file->remembered == NULL && !self->is_by_hand;
}

static AsyImportMap *
make_map (AsyImportPage *self)
{
  g_autofree int *fields = g_new0 (int, self->file->n_columns);

  if (is_recognised (self))
    return asy_import_map_ref (self->file->recognised);
  for (guint i = 0; i < self->file->n_columns; i++)
    {
      const char *code = asy_choice_row_get_code (g_ptr_array_index (self->choices, i));
      gint64 field;

      fields[i] = code != NULL && g_ascii_string_to_signed (code, 10, 0, G_MAXINT, &field, NULL) ? (int) field : -1;
    }
  return asy_import_map_choose (self->file->fields, (const char *const *) self->file->header, fields);
}

static void
check (AsyImportPage *self)
{
  g_autoptr (AsyImportMap) map = make_map (self);

  g_clear_pointer (&self->checked, run_unref);
  read_table (self, map, TRUE);
}

static void
on_next_clicked_cb (AsyImportPage *self)
{
  if (self->checked != NULL && g_str_equal (gtk_stack_get_visible_child_name (self->stack), "result"))
    read_table (self, self->checked->map, FALSE);
  else
    check (self);
}

static gboolean
is_fed (AsyImportPage *self, const char *name)
{
  for (guint i = 0; i < self->choices->len; i++)
    {
      const char *code = asy_choice_row_get_code (g_ptr_array_index (self->choices, i));
      gint64 field;

      if (code != NULL && g_ascii_string_to_signed (code, 10, 0, G_MAXINT, &field, NULL) &&
          g_str_equal (asy_import_map_get_field_name (self->file->fields, (guint) field), name))
        return TRUE;
    }
  return FALSE;
}

/* Nothing comes in without a name. */
static void
update_next (AsyImportPage *self)
{
  gboolean has_names = is_recognised (self);

  for (guint i = 0; kinds[self->kind].needed[i] != NULL; i++)
    has_names = has_names || is_fed (self, kinds[self->kind].needed[i]);
  if (self->names_hint != NULL)
    gtk_widget_set_visible (self->names_hint, !has_names);
  gtk_widget_set_sensitive (GTK_WIDGET (self->next_button), has_names);
}

/* A field is fed by one column: the other one that fed it lets it go. */
static void
on_field_chosen_cb (AsyImportPage *self, AsyChoiceRow *row)
{
  const char *code = asy_choice_row_get_code (row);

  for (guint i = 0; i < self->choices->len; i++)
    {
      AsyChoiceRow *other = g_ptr_array_index (self->choices, i);

      if (other != row && code != NULL && g_strcmp0 (asy_choice_row_get_code (other), code) == 0)
        asy_choice_row_set_code (other, NULL);
    }
  update_next (self);
}

/* `Nazwisko: Nowak · Wilk`. */
static char *
describe_column (AsyImportFile *file, guint column)
{
  g_autofree char *sample = asy_import_file_dup_sample (file, column);

  return *sample != '\0' ? g_strdup_printf (_("%s: %s"), file->header[column], sample) : g_strdup (file->header[column]);
}

static GtkWidget *
new_choice (AsyImportPage *self, guint column)
{
  g_autofree char *title = describe_column (self->file, column);
  GtkWidget *row = asy_choice_row_new (title);
  const int proposed = asy_import_file_propose (self->file, column);

  asy_choice_row_append_none (ASY_CHOICE_ROW (row), _("Leave out"));
  for (guint i = 0; i < asy_import_map_get_n_fields (self->file->fields); i++)
    {
      g_autofree char *code = g_strdup_printf ("%u", i);

      asy_choice_row_append (ASY_CHOICE_ROW (row), code, _(asy_import_map_get_field_label (self->file->fields, i)), NULL);
    }
  if (proposed >= 0)
    {
      g_autofree char *code = g_strdup_printf ("%d", proposed);

      asy_choice_row_set_code (ASY_CHOICE_ROW (row), code);
    }
  g_signal_connect_object (row, "chosen", G_CALLBACK (on_field_chosen_cb), self, G_CONNECT_SWAPPED);
  return row;
}

/* As wide as what stands in the column, within reason. */
static int
measure_column (AsyImportFile *file, guint column)
{
  glong width = g_utf8_strlen (file->header[column], -1);

  for (guint i = 0; i < file->rows->len; i++)
    width = MAX (width, g_utf8_strlen (((char **) g_ptr_array_index (file->rows, i))[column], -1));
  return (int) MIN (width, CELL_CHARS);
}

static GtkWidget *
new_cell (const char *text, gboolean is_head, int width)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), width);
  gtk_label_set_max_width_chars (GTK_LABEL (label), CELL_CHARS);
  gtk_widget_add_css_class (label, is_head ? "caption-heading" : "caption");
  return label;
}

/* The beginning of the table, as it was understood. */
static GtkWidget *
new_preview (AsyImportFile *file)
{
  GtkWidget *grid = gtk_grid_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_grid_set_column_spacing (GTK_GRID (grid), 18);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_widget_set_margin_top (grid, 12);
  gtk_widget_set_margin_bottom (grid, 12);
  gtk_widget_set_margin_start (grid, 14);
  gtk_widget_set_margin_end (grid, 14);
  for (guint i = 0; i < file->n_columns; i++)
    {
      const int width = measure_column (file, i);

      gtk_grid_attach (GTK_GRID (grid), new_cell (file->header[i], TRUE, width), (int) i, 0, 1, 1);
      for (guint j = 0; j < file->rows->len; j++)
        gtk_grid_attach (GTK_GRID (grid), new_cell (((char **) g_ptr_array_index (file->rows, j))[i], FALSE, width), (int) i,
                         (int) j + 1, 1, 1);
    }
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), grid);
  gtk_widget_add_css_class (scroller, "card");
  asy_ui_set_name (scroller, _("Beginning of the table"));
  gtk_widget_set_has_tooltip (scroller, FALSE);
  return scroller;
}

static char *
describe_file (AsyImportFile *file)
{
  g_autofree char *rows = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u row", "%u rows", file->n_rows), file->n_rows);
  g_autofree char *mark = file->delimiter == '\t' ? g_strdup (_("tab")) : g_strdup_printf ("%c", file->delimiter);

  return g_strdup_printf (_("%s · letters %s · cells parted by “%s”"), rows, file->encoding, mark);
}

/* A public list: what its columns mean is known, and shown. */
static GtkWidget *
new_known_column (AsyImportFile *file, guint column)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = describe_column (file, column);
  const int field = asy_import_map_find_column (file->recognised, file->header[column]);
  const char *meaning = asy_import_map_is_key (file->recognised, file->header[column]) ? _("Number in the source")
                        : field >= 0 ? _(asy_import_map_get_field_label (file->recognised, (guint) field)) : _("Left out");
  GtkWidget *label = gtk_label_new (meaning);

  if (field < 0)
    gtk_widget_add_css_class (label, "dim-label");
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  return row;
}

static void show_map (AsyImportPage *self);

static void
on_by_hand_cb (AsyImportPage *self)
{
  self->is_by_hand = TRUE;
  show_map (self);
}

static void
append_known_columns (AsyImportPage *self)
{
  GtkWidget *list = new_list ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_("Choose by _Hand"));

  self->names_hint = NULL;
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_by_hand_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->map_box, asy_heading_new (asy_import_map_get_title (self->file->recognised), -1, button));
  for (guint i = 0; i < self->file->n_columns; i++)
    if (*self->file->header[i] != '\0')
      gtk_list_box_append (GTK_LIST_BOX (list), new_known_column (self->file, i));
  gtk_box_append (self->map_box, list);
}

static void
append_choices (AsyImportPage *self)
{
  GtkWidget *list = new_list ();
  GtkWidget *caption = asy_caption_new (self->file->remembered != NULL ? _("As chosen for such a table before")
                                                                       : _("Proposed by the names of the columns"));

  gtk_box_append (self->map_box, asy_heading_new (_("What the columns mean"), (int) self->file->n_columns, caption));
  self->names_hint = asy_caption_new (_(kinds[self->kind].hint));
  asy_ui_set_meaning (self->names_hint, ASY_MEANING_LATE);
  gtk_box_append (self->map_box, self->names_hint);
  for (guint i = 0; i < self->file->n_columns; i++)
    {
      GtkWidget *row = new_choice (self, i);

      g_ptr_array_add (self->choices, row);
      gtk_widget_set_visible (row, *self->file->header[i] != '\0');
      gtk_list_box_append (GTK_LIST_BOX (list), row);
    }
  gtk_box_append (self->map_box, list);
}

static void
show_map (AsyImportPage *self)
{
  g_autofree char *about = describe_file (self->file);

  asy_ui_clear_box (self->map_box);
  g_ptr_array_set_size (self->choices, 0);
  adw_window_title_set_subtitle (self->title, self->file->name);
  gtk_box_append (self->map_box, asy_heading_new (_("The table"), -1, asy_caption_new (about)));
  gtk_box_append (self->map_box, new_preview (self->file));
  if (is_recognised (self))
    append_known_columns (self);
  else
    append_choices (self);
  show_step (self, "map");
  update_next (self);
  if (is_recognised (self))
    gtk_widget_grab_focus (GTK_WIDGET (self->next_button));
  else
    gtk_widget_child_focus (gtk_widget_get_last_child (GTK_WIDGET (self->map_box)), GTK_DIR_TAB_FORWARD);
}

/* The file */

typedef struct {
  GFile *file;
  AsyImportKind kind;
} Loading;

static void
loading_free (gpointer data)
{
  Loading *loading = data;

  g_object_unref (loading->file);
  g_free (loading);
}

static void
load_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const Loading *loading = task_data;
  GError *error = NULL;
  AsyImportFile *file = asy_import_file_load (loading->file, loading->kind, cancellable, &error);

  if (file != NULL)
    g_task_return_pointer (task, file, (GDestroyNotify) asy_import_file_unref);
  else
    g_task_return_error (task, error);
}

static void
on_file_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  AsyImportPage *self = ASY_IMPORT_PAGE (source);
  g_autoptr (GError) error = NULL;
  AsyImportFile *file = g_task_propagate_pointer (G_TASK (result), &error);

  if (file == NULL)
    {
      on_failed (self, error);
      return;
    }
  g_clear_pointer (&self->checked, run_unref);
  g_clear_pointer (&self->file, asy_import_file_unref);
  self->file = file;
  self->is_done = FALSE;
  self->is_by_hand = FALSE;
  show_map (self);
}

void
asy_import_page_open (AsyImportPage *self, GFile *file)
{
  const Loading loading = { file, self->kind };
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (ASY_IS_IMPORT_PAGE (self));
  g_return_if_fail (G_IS_FILE (file));

  g_object_ref (file);
  task = g_task_new (self, NULL, on_file_loaded_cb, NULL);
  g_task_set_task_data (task, g_memdup2 (&loading, sizeof loading), loading_free);
  g_task_run_in_thread (task, load_in_thread);
}

static void
on_file_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AsyImportPage) self = user_data;
  g_autoptr (GFile) file = asy_ui_open_file_finish (result);

  if (file != NULL)
    asy_import_page_open (self, file);
}

static void
choose_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  static const char *const patterns[] = { "*.csv", "*.CSV", "*.txt", "*.tsv", NULL };
  const AsyFileKind kind = { _("Tables as text (CSV)"), patterns };

  asy_ui_open_file_async (widget, _("Choose a Table"), &kind, NULL, on_file_chosen_cb, g_object_ref (widget));
}

/* The page */

static void
begin (AsyImportPage *self, AsyImportKind kind)
{
  self->kind = kind;
  self->is_done = FALSE;
  g_clear_pointer (&self->checked, run_unref);
  g_clear_pointer (&self->file, asy_import_file_unref);
  adw_window_title_set_title (self->title, _(kinds[kind].title));
  adw_window_title_set_subtitle (self->title, NULL);
  adw_bin_set_child (self->choose_bin, asy_empty_new ("document-open-symbolic", _("Bring In What You Have Kept Elsewhere"),
                                                      _(kinds[kind].about), _("_Choose a Table…"), "import.choose"));
  show_step (self, "choose");
}

/* Another kind of table begins anew, as does one after it is in; what runs is not disturbed. */
static gboolean
asy_import_page_show (AsyPage *page, const char *what, gint64 id, const char *detail)
{
  AsyImportPage *self = ASY_IMPORT_PAGE (page);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].word, what))
      {
        if ((self->kind != (AsyImportKind) i || self->is_done) && !g_str_equal (gtk_stack_get_visible_child_name (self->stack), "running"))
          begin (self, (AsyImportKind) i);
        return TRUE;
      }
  return FALSE;
}

/* From what would happen back to the columns, from there to another file. */
static gboolean
asy_import_page_go_back (AsyPage *page)
{
  AsyImportPage *self = ASY_IMPORT_PAGE (page);
  const char *step = gtk_stack_get_visible_child_name (self->stack);

  if (g_str_equal (step, "running"))
    {
      on_cancel_cb (self);
      return TRUE;
    }
  if (g_str_equal (step, "result") && !self->is_done)
    {
      g_clear_pointer (&self->checked, run_unref);
      show_step (self, "map");
      update_next (self);
      return TRUE;
    }
  if (!g_str_equal (step, "map"))
    return FALSE;
  adw_window_title_set_subtitle (self->title, NULL);
  show_step (self, "choose");
  return TRUE;
}

static void
asy_import_page_activate (AsyPage *page)
{
  gtk_widget_child_focus (GTK_WIDGET (ASY_IMPORT_PAGE (page)->stack), GTK_DIR_TAB_FORWARD);
}

static void
asy_import_page_page_init (AsyPageInterface *iface)
{
  iface->show = asy_import_page_show;
  iface->go_back = asy_import_page_go_back;
  iface->activate = asy_import_page_activate;
}

static void
asy_import_page_dispose (GObject *object)
{
  AsyImportPage *self = ASY_IMPORT_PAGE (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->checked, run_unref);
  g_clear_pointer (&self->file, asy_import_file_unref);
  g_clear_pointer (&self->choices, g_ptr_array_unref);
  g_clear_pointer (&self->problems, g_ptr_array_unref);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (asy_import_page_parent_class)->dispose (object);
}

static void
asy_import_page_class_init (AsyImportPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = asy_import_page_dispose;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "import.choose", NULL, choose_action);
}

/* Building */

static GtkWidget *
new_header (AsyImportPage *self)
{
  GtkWidget *header = adw_header_bar_new ();

  self->title = ADW_WINDOW_TITLE (adw_window_title_new ("", NULL));
  self->next_button = GTK_BUTTON (gtk_button_new ());
  gtk_button_set_use_underline (self->next_button, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->next_button), "suggested-action");
  g_signal_connect_object (self->next_button, "clicked", G_CALLBACK (on_next_clicked_cb), self, G_CONNECT_SWAPPED);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), GTK_WIDGET (self->title));
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), asy_back_button_new ());
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), GTK_WIDGET (self->next_button));
  return header;
}

static GtkWidget *
new_column (GtkBox **ret_box)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_widget_set_margin_top (box, 18);
  gtk_widget_set_margin_bottom (box, 24);
  gtk_widget_set_margin_start (box, 20);
  gtk_widget_set_margin_end (box, 20);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), COLUMN_WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  *ret_box = GTK_BOX (box);
  return scroller;
}

static GtkWidget *
new_running (AsyImportPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Cancel"));

  self->bar = GTK_PROGRESS_BAR (gtk_progress_bar_new ());
  gtk_progress_bar_set_show_text (self->bar, TRUE);
  gtk_widget_set_size_request (GTK_WIDGET (self->bar), 320, -1);
  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_cancel_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->bar));
  gtk_box_append (GTK_BOX (box), button);
  return box;
}

static void
asy_import_page_init (AsyImportPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->choices = g_ptr_array_new ();
  self->problems = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_box_append (GTK_BOX (box), new_header (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  self->choose_bin = ADW_BIN (adw_bin_new ());
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->choose_bin), "choose");
  gtk_stack_add_named (self->stack, new_column (&self->map_box), "map");
  gtk_stack_add_named (self->stack, new_running (self), "running");
  gtk_stack_add_named (self->stack, new_column (&self->result_box), "result");
  asy_ui_hide_others (self->stack);
  adw_bin_set_child (ADW_BIN (self), box);
  begin (self, ASY_IMPORT_FAMILIES);
}

GtkWidget *
asy_import_page_new (AsyContext *context)
{
  AsyImportPage *self = g_object_new (ASY_TYPE_IMPORT_PAGE, NULL);

  self->context = g_object_ref (context);
  return GTK_WIDGET (self);
}
