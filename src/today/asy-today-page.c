/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-today"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "model/asy-family-file.h"
#include "today/asy-due-row.h"
#include "today/asy-today-data.h"
#include "today/asy-today-page.h"
#include "today/asy-today-side.h"
#include "ui/asy-export.h"
#include "ui/asy-format.h"
#include "ui/asy-intervention-row.h"
#include "ui/asy-list-menu.h"
#include "ui/asy-nav-button.h"
#include "ui/asy-page.h"
#include "ui/asy-ui.h"
#include "ui/asy-words.h"

/* Rows of a group that are built at once; the rest comes when asked for. */
#define ROWS_AT_ONCE 12
/* Below this width the side column goes under the main one. */
#define NARROW_WIDTH 1000

struct _AsyTodayPage
{
  AdwBin parent_instance;

  AsyContext *context;
  AsyTodayData *data;           /* nullable until the first answer */
  GArray *worker_ids;           /* gint64 by place in worker_choice, which starts with 0 */
  guint shown_late;
  guint shown_week;
  guint shown_later;
  gboolean is_filling;
  GdkSurface *surface;

  /* template children */
  AdwWindowTitle *title;
  GtkDropDown *worker_choice;
  GtkBox *columns;
  GtkBox *main_column;
  GtkBox *side_column;
};

static void asy_today_page_page_init (AsyPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AsyTodayPage, asy_today_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (ASY_TYPE_PAGE, asy_today_page_page_init))

static void rebuild (AsyTodayPage *self);

static void
on_row_activated_cb (GtkListBox *list, GtkListBoxRow *row, gpointer user_data)
{
  if (ASY_IS_DUE_ROW (row))
    asy_due_row_answer (ASY_DUE_ROW (row));
}

static void
on_more_clicked_cb (GtkButton *button, gpointer user_data)
{
  AsyTodayPage *self = user_data;
  guint *shown = g_object_get_data (G_OBJECT (button), "shown");

  *shown += 4 * ROWS_AT_ONCE;
  rebuild (self);
}

static GtkWidget *
new_more_button (AsyTodayPage *self, guint rest, guint *shown)
{
  g_autofree char *label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Show %u more", "Show %u more", rest), rest);
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (button, 6);
  g_object_set_data (G_OBJECT (button), "shown", shown);
  g_signal_connect (button, "clicked", G_CALLBACK (on_more_clicked_cb), self);
  return button;
}

/* A list of @n entries from @first on, of which *@shown are built. */
static GtkWidget *
new_list (AsyTodayPage *self, guint first, guint n, guint *shown, gboolean is_main)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *list = gtk_list_box_new ();
  const guint visible = MIN (n, *shown);

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  g_signal_connect (list, "row-activated", G_CALLBACK (on_row_activated_cb), self);
  for (guint i = 0; i < visible; i++)
    gtk_list_box_append (GTK_LIST_BOX (list),
                         asy_due_row_new (self->context, g_ptr_array_index (self->data->due, first + i), self->data->today, is_main && i == 0));
  gtk_box_append (GTK_BOX (box), list);
  if (n > visible)
    gtk_box_append (GTK_BOX (box), new_more_button (self, n - visible, shown));
  return box;
}

static void
add_group (AsyTodayPage *self, const char *title, const char *note, AsyMeaning meaning, guint first, guint n, guint *shown,
           gboolean is_main)
{
  GtkWidget *group = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *suffix = note != NULL ? asy_caption_new (note) : NULL;
  GtkWidget *heading = asy_heading_new (title, (int) n, suffix);

  asy_ui_set_meaning (gtk_widget_get_first_child (heading), meaning);
  gtk_box_append (GTK_BOX (group), heading);
  gtk_box_append (GTK_BOX (group), new_list (self, first, n, shown, is_main));
  gtk_box_append (self->main_column, group);
}

/* Threats to children go before everything else, until they are closed. */
static void
add_interventions (AsyTodayPage *self)
{
  GtkWidget *group = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *button = gtk_button_new_with_label (_ ("Register"));
  GtkWidget *heading = asy_heading_new (_ ("Interventions under way"), (int) self->data->interventions->len, button);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "asy-link");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "app.show-interventions");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", (gint64) 0);
  asy_ui_set_meaning (gtk_widget_get_first_child (heading), ASY_MEANING_LATE);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  for (guint i = 0; i < self->data->interventions->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), asy_intervention_row_new (g_ptr_array_index (self->data->interventions, i)));
  gtk_box_append (GTK_BOX (group), heading);
  gtk_box_append (GTK_BOX (group), list);
  gtk_box_append (self->main_column, group);
}

/* The next thirty days are folded away: one line says what comes first. */
static void
add_later (AsyTodayPage *self, guint first, guint n)
{
  const AsyDueEntry *nearest = g_ptr_array_index (self->data->due, first);
  g_autofree char *day = asy_format_day_short (nearest->deadline.due);
  g_autofree char *title = g_strdup_printf (_ ("Next %d days"), ASY_TODAY_HORIZON_DAYS);
  g_autofree char *note = g_strdup_printf (_ ("%s · %s, %s"), day, asy_deadline_kind_get_short_label (nearest->deadline.kind),
                                           nearest->family_name != NULL ? nearest->family_name : "");
  GtkWidget *expander = gtk_expander_new (NULL);
  GtkWidget *heading = asy_heading_new (title, (int) n, asy_caption_new (note));
  GtkWidget *list = new_list (self, first, n, &self->shown_later, FALSE);

  gtk_widget_set_margin_bottom (heading, 0);
  gtk_widget_set_hexpand (heading, TRUE);
  gtk_expander_set_label_widget (GTK_EXPANDER (expander), heading);
  gtk_widget_set_margin_top (list, 7);
  gtk_expander_set_child (GTK_EXPANDER (expander), list);
  gtk_expander_set_expanded (GTK_EXPANDER (expander), self->shown_later > ROWS_AT_ONCE);
  gtk_box_append (self->main_column, expander);
}

static GtkWidget *
new_all_done (AsyTodayPage *self)
{
  g_autofree char *text = NULL;

  if (self->data->due->len > 0)
    {
      const AsyDueEntry *nearest = g_ptr_array_index (self->data->due, 0);
      g_autofree char *day = asy_format_day_full (nearest->deadline.due);

      text = g_strdup_printf (_ ("The nearest term: %s, %s."), day,
                              asy_deadline_kind_get_short_label (nearest->deadline.kind));
    }
  return asy_empty_new ("emblem-ok-symbolic", _ ("All is done for today"), text, NULL, NULL);
}

static void
rebuild (AsyTodayPage *self)
{
  const guint n_late = self->data->n_late;
  const guint n_week = self->data->n_week;
  const guint n_later = self->data->due->len - n_late - n_week;
  g_autofree char *sunday = asy_format_day_short (self->data->sunday);
  g_autofree char *until = g_strdup_printf (_ ("until Sunday, %s"), sunday);

  asy_ui_clear_box (self->main_column);
  if (self->data->interventions->len > 0)
    add_interventions (self);
  if (n_late > 0)
    add_group (self, _ ("Overdue"), NULL, ASY_MEANING_LATE, 0, n_late, &self->shown_late, TRUE);
  if (n_week > 0)
    add_group (self, _ ("This week"), until, ASY_MEANING_PLAIN, n_late, n_week, &self->shown_week, n_late == 0);
  if (n_late + n_week + self->data->interventions->len == 0)
    gtk_box_append (self->main_column, new_all_done (self));
  if (n_later > 0)
    add_later (self, n_late + n_week, n_later);
  asy_ui_clear_box (self->side_column);
  asy_today_side_fill (self->side_column, self->context, self->data);
}

static void
append_worker (AsyTodayPage *self, GtkStringList *names, gint64 id, const char *name)
{
  gtk_string_list_append (names, name);
  g_array_append_val (self->worker_ids, id);
}

static void
fill_workers (AsyTodayPage *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  const guint selected = gtk_drop_down_get_selected (self->worker_choice);
  const gint64 chosen = selected < self->worker_ids->len ? g_array_index (self->worker_ids, gint64, selected) : 0;
  guint place = 0;

  g_array_set_size (self->worker_ids, 0);
  append_worker (self, names, 0, _ ("All assistants"));
  for (guint i = 0; i < self->data->workers->len; i++)
    {
      AsyWorker *worker = g_ptr_array_index (self->data->workers, i);
      g_autofree char *name = asy_worker_dup_full_name (worker);

      append_worker (self, names, asy_record_get_id (ASY_RECORD (worker)), name);
      if (asy_record_get_id (ASY_RECORD (worker)) == chosen)
        place = i + 1;
    }
  self->is_filling = TRUE;
  gtk_drop_down_set_model (self->worker_choice, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->worker_choice, place);
  self->is_filling = FALSE;
}

static void
on_loaded_cb (gpointer owner, gpointer result, const GError *error)
{
  AsyTodayPage *self = owner;
  AsyTodayData *data = result;
  g_autofree char *day = NULL;

  if (data == NULL)
    {
      asy_context_show_error (self->context, GTK_WIDGET (self), error);
      return;
    }
  g_clear_pointer (&self->data, asy_today_data_free);
  self->data = data;
  day = asy_format_day_full (data->today);
  adw_window_title_set_title (self->title, day);
  fill_workers (self);
  rebuild (self);
  asy_context_set_counter (self->context, "today", data->n_untold + data->n_late + data->n_week,
                           data->n_untold + data->n_late > 0 ? ASY_MEANING_LATE : ASY_MEANING_PLAIN);
}

static AsyTodayRequest *
new_request (AsyTodayPage *self)
{
  AsyTodayRequest *request = g_new0 (AsyTodayRequest, 1);
  const guint selected = gtk_drop_down_get_selected (self->worker_choice);

  if (selected < self->worker_ids->len)
    request->worker_id = g_array_index (self->worker_ids, gint64, selected);
  return request;
}

static void
reload (AsyTodayPage *self)
{
  asy_context_ask (self->context, self, "load", asy_today_data_job, new_request (self), g_free, (GDestroyNotify) asy_today_data_free,
                   on_loaded_cb);
}

static void
on_worker_chosen_cb (AsyTodayPage *self)
{
  if (!self->is_filling && self->context != NULL)
    reload (self);
}

static void
on_changed_cb (AsyStore *store, const char *kind, gint64 id, gpointer user_data)
{
  static const char *const followed[] = { "*", "family", "case_file", "assignment", "consent", "plan", "plan_copy", "plan_review", "task", "visit",
                                          "assessment", "court_request", "monitoring_date", "monitoring_card", "step_skip",
                                          "intervention", "family_warning", "worker", "letter", NULL };

  if (g_strv_contains (followed, kind))
    reload (ASY_TODAY_PAGE (user_data));
}

/* There are no breakpoints in this version of the toolkit. */
static void
on_layout_cb (GdkSurface *surface, int width, int height, gpointer user_data)
{
  AsyTodayPage *self = user_data;
  const GtkOrientation wanted = width < NARROW_WIDTH ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL;

  if (gtk_orientable_get_orientation (GTK_ORIENTABLE (self->columns)) != wanted)
    gtk_orientable_set_orientation (GTK_ORIENTABLE (self->columns), wanted);
}

static void
asy_today_page_map (GtkWidget *widget)
{
  AsyTodayPage *self = ASY_TODAY_PAGE (widget);
  GdkSurface *surface = gtk_native_get_surface (gtk_widget_get_native (widget));

  if (self->surface != surface)
    {
      g_set_object (&self->surface, surface);
      g_signal_connect_object (surface, "layout", G_CALLBACK (on_layout_cb), self, G_CONNECT_DEFAULT);
      on_layout_cb (surface, gdk_surface_get_width (surface), gdk_surface_get_height (surface), self);
    }
  GTK_WIDGET_CLASS (asy_today_page_parent_class)->map (widget);
}

static void
asy_today_page_activate (AsyPage *page)
{
  AsyTodayPage *self = ASY_TODAY_PAGE (page);

  gtk_widget_child_focus (GTK_WIDGET (self->main_column), GTK_DIR_TAB_FORWARD);
}

static AsyTable *
load_table (AsySession *session, gpointer data, GError **error)
{
  const AsyTodayRequest *request = data;

  return asy_list_load_due (session, asy_session_get_today (session) + ASY_TODAY_HORIZON_DAYS, request->worker_id, error);
}

static gboolean
asy_today_page_export_list (AsyPage *page)
{
  AsyTodayPage *self = ASY_TODAY_PAGE (page);

  asy_export_list (self->context, C_ ("file name", "deadlines"), load_table, new_request (self), g_free);
  return TRUE;
}

static void
asy_today_page_page_init (AsyPageInterface *iface)
{
  iface->export_list = asy_today_page_export_list;
  iface->activate = asy_today_page_activate;
}

static void
asy_today_page_dispose (GObject *object)
{
  AsyTodayPage *self = ASY_TODAY_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), ASY_TYPE_TODAY_PAGE);
  g_clear_object (&self->context);
  g_clear_object (&self->surface);
  g_clear_pointer (&self->data, asy_today_data_free);
  g_clear_pointer (&self->worker_ids, g_array_unref);

  G_OBJECT_CLASS (asy_today_page_parent_class)->dispose (object);
}

static void
asy_today_page_class_init (AsyTodayPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = asy_today_page_dispose;
  widget_class->map = asy_today_page_map;

  g_type_ensure (ASY_TYPE_LIST_MENU);
  g_type_ensure (ASY_TYPE_NAV_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class, ASY_RESOURCE_BASE "/ui/today/today-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AsyTodayPage, title);
  gtk_widget_class_bind_template_child (widget_class, AsyTodayPage, worker_choice);
  gtk_widget_class_bind_template_child (widget_class, AsyTodayPage, columns);
  gtk_widget_class_bind_template_child (widget_class, AsyTodayPage, main_column);
  gtk_widget_class_bind_template_child (widget_class, AsyTodayPage, side_column);
  gtk_widget_class_bind_template_callback (widget_class, on_worker_chosen_cb);
}

static void
asy_today_page_init (AsyTodayPage *self)
{
  self->worker_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->shown_late = self->shown_week = self->shown_later = ROWS_AT_ONCE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
asy_today_page_new (AsyContext *context)
{
  AsyTodayPage *self = g_object_new (ASY_TYPE_TODAY_PAGE, NULL);

  self->context = g_object_ref (context);
  g_signal_connect_object (asy_context_get_store (context), "changed", G_CALLBACK (on_changed_cb), self, G_CONNECT_DEFAULT);
  reload (self);
  return GTK_WIDGET (self);
}
