/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-plans"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "base/asy-text.h"
#include "plans/asy-library-form.h"
#include "plans/asy-library-page.h"
#include "plans/asy-plan-library.h"
#include "store/asy-libraries.h"
#include "ui/asy-nav-button.h"
#include "ui/asy-page.h"
#include "ui/asy-rows.h"
#include "ui/asy-ui.h"

#define COLUMN_WIDTH 860

struct _AsyLibraryPage
{
  AdwBin parent_instance;

  AsyContext *context;
  AsyLibrary *library;          /* nullable */
  char *folded;                 /* nullable: what is sought */

  /* children, owned by the widget tree */
  AdwWindowTitle *title;
  GtkWidget *search;
  GtkWidget *hidden_toggle;
  GtkListBox *list;
};

static void asy_library_page_page_init (AsyPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AsyLibraryPage, asy_library_page, ADW_TYPE_BIN, G_IMPLEMENT_INTERFACE (ASY_TYPE_PAGE, asy_library_page_page_init))

static AsyDictionary *
get_dictionary (AsyLibraryPage *self)
{
  return asy_context_get_office (self->context)->dictionary;
}

/* A row knows its entry, which lives as long as the library that is shown. */
static AsyLibraryEntry *
entry_of (gpointer row)
{
  return g_object_get_data (G_OBJECT (row), "entry");
}

/* Hiding and removing. */

typedef struct {
  gint64 goal_id;
  gboolean is_retired;
} HideRequest;

static gpointer
hide_job (AsySession *session, gpointer data, GError **error)
{
  const HideRequest *request = data;

  return asy_library_set_retired (session, request->goal_id, request->is_retired, error) ? ASY_STORE_DONE : NULL;
}

static void
set_retired (AsyLibraryPage *self, gint64 goal_id, gboolean is_retired)
{
  const HideRequest request = { goal_id, is_retired };

  asy_context_ask (self->context, self, NULL, hide_job, g_memdup2 (&request, sizeof request), g_free, NULL, NULL);
}

/* What a toast takes back. */
typedef struct {
  AsyLibraryPage *page;
  AsyLibraryGoal *goal;
  GPtrArray *tasks;             /* AsyLibraryTask */
} TakeBack;

static void
take_back_free (gpointer data, GClosure *closure)
{
  TakeBack *back = data;

  g_object_unref (back->page);
  g_object_unref (back->goal);
  g_ptr_array_unref (back->tasks);
  g_free (back);
}

static TakeBack *
take_back_new (AsyLibraryPage *self, AsyLibraryEntry *entry)
{
  TakeBack *back = g_new0 (TakeBack, 1);

  back->page = g_object_ref (self);
  back->goal = asy_record_duplicate (entry->goal);
  back->tasks = asy_record_array_new ();
  for (guint i = 0; i < entry->tasks->len; i++)
    g_ptr_array_add (back->tasks, asy_record_duplicate (entry->tasks->pdata[i]));
  return back;
}

static void
on_show_again_cb (gpointer user_data)
{
  const TakeBack *back = user_data;

  set_retired (back->page, asy_record_get_id (ASY_RECORD (back->goal)), FALSE);
}

static void
on_hide_clicked_cb (GtkButton *button, gpointer user_data)
{
  AsyLibraryPage *self = ASY_LIBRARY_PAGE (gtk_widget_get_ancestor (GTK_WIDGET (button), ASY_TYPE_LIBRARY_PAGE));
  AsyLibraryEntry *entry = entry_of (user_data);
  const gboolean is_retired = asy_library_goal_get_retired (entry->goal);

  set_retired (self, asy_record_get_id (ASY_RECORD (entry->goal)), !is_retired);
  if (!is_retired)
    asy_context_toast_undo (self->context, _ ("The goal is proposed no more"), G_CALLBACK (on_show_again_cb), take_back_new (self, entry), take_back_free);
}

static gpointer
remove_job (AsySession *session, gpointer request, GError **error)
{
  return asy_library_remove (session, *(gint64 *) request, error) ? ASY_STORE_DONE : NULL;
}

static gpointer
put_back_job (AsySession *session, gpointer request, GError **error)
{
  const TakeBack *back = request;

  return asy_library_save (session, back->goal, back->tasks, error) ? ASY_STORE_DONE : NULL;
}

static void
forget_row (gpointer record, gpointer user_data)
{
  asy_record_set_id (record, 0);
  asy_record_set_revision (record, 0);
}

static void
put_back_free (gpointer data)
{
  take_back_free (data, NULL);
}

static void
on_put_back_cb (gpointer user_data)
{
  const TakeBack *back = user_data;
  TakeBack *request = g_new0 (TakeBack, 1);

  request->page = g_object_ref (back->page);
  request->goal = asy_record_duplicate (back->goal);
  request->tasks = g_ptr_array_ref (back->tasks);
  forget_row (request->goal, NULL);
  g_ptr_array_foreach (request->tasks, forget_row, NULL);
  asy_context_ask (back->page->context, back->page, NULL, put_back_job, request, put_back_free, NULL, NULL);
}

static void
on_remove_clicked_cb (GtkButton *button, gpointer user_data)
{
  AsyLibraryPage *self = ASY_LIBRARY_PAGE (gtk_widget_get_ancestor (GTK_WIDGET (button), ASY_TYPE_LIBRARY_PAGE));
  AsyLibraryEntry *entry = entry_of (user_data);
  const gint64 goal_id = asy_record_get_id (ASY_RECORD (entry->goal));

  asy_context_ask (self->context, self, NULL, remove_job, g_memdup2 (&goal_id, sizeof goal_id), g_free, NULL, NULL);
  asy_context_toast_undo (self->context, _ ("The goal was removed from the library"), G_CALLBACK (on_put_back_cb), take_back_new (self, entry),
                          take_back_free);
}

/* Rows. */

static char *
dup_subtitle (AsyLibraryEntry *entry)
{
  const guint n = entry->tasks->len;
  g_autofree char *tasks = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u task", "%u tasks", n), n);
  const char *origin = !asy_library_goal_get_shipped (entry->goal) ? _ ("of the office")
                       : asy_record_get_revision (ASY_RECORD (entry->goal)) > 1 ? _ ("from the program, changed by the office")
                                                                               : _ ("from the program");

  return asy_library_goal_get_retired (entry->goal) ? g_strdup_printf (_ ("hidden · %s · %s"), tasks, origin)
                                                    : g_strdup_printf ("%s · %s", tasks, origin);
}

static void
add_button (GtkWidget *row, const char *icon, const char *name, GCallback clicked)
{
  GtkWidget *button = asy_icon_button_new (icon, name, NULL);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect (button, "clicked", clicked, row);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static GtkWidget *
new_row (AsyLibraryPage *self, AsyLibraryEntry *entry)
{
  GtkWidget *row = asy_action_row_new ();
  const gboolean is_retired = asy_library_goal_get_retired (entry->goal);
  g_autofree char *subtitle = dup_subtitle (entry);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), asy_library_goal_get_title (entry->goal));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data (G_OBJECT (row), "entry", entry);
  g_object_set_data_full (G_OBJECT (row), "words", asy_plan_library_dup_words (entry, get_dictionary (self)), g_free);
  if (is_retired)
    gtk_widget_add_css_class (row, "dim-label");
  add_button (row, is_retired ? "view-reveal-symbolic" : "view-conceal-symbolic", is_retired ? _ ("Propose it again") : _ ("Hide: propose it no more"),
              G_CALLBACK (on_hide_clicked_cb));
  if (!asy_library_goal_get_shipped (entry->goal))
    add_button (row, "user-trash-symbolic", _ ("Remove from the library"), G_CALLBACK (on_remove_clicked_cb));
  return row;
}

static void
show_count (AsyLibraryPage *self)
{
  guint n = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; i < self->library->entries->len; i++)
    if (!asy_library_goal_get_retired (((AsyLibraryEntry *) self->library->entries->pdata[i])->goal))
      n++;
  text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u goal is proposed", "%u goals are proposed", n), n);
  adw_window_title_set_subtitle (self->title, text);
}

/* The row that had the keyboard, or the one in its place. */
static void
focus_place (AsyLibraryPage *self, int place)
{
  GtkListBoxRow *row = place >= 0 ? gtk_list_box_get_row_at_index (self->list, place) : NULL;

  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static int
get_focused_place (AsyLibraryPage *self)
{
  GtkWidget *child = gtk_widget_get_focus_child (GTK_WIDGET (self->list));

  return GTK_IS_LIST_BOX_ROW (child) ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (child)) : -1;
}

static void
on_loaded_cb (gpointer owner, gpointer result, const GError *error)
{
  AsyLibraryPage *self = owner;
  g_autoptr (AsyLibrary) old = g_steal_pointer (&self->library);
  const int place = get_focused_place (self);

  if (result == NULL)
    {
      self->library = g_steal_pointer (&old);
      asy_context_show_error (self->context, GTK_WIDGET (self), error);
      return;
    }
  self->library = result;
  asy_ui_clear_list (self->list);
  for (guint i = 0; i < self->library->entries->len; i++)
    gtk_list_box_append (self->list, new_row (self, self->library->entries->pdata[i]));
  show_count (self);
  focus_place (self, place);
}

static gpointer
load_job (AsySession *session, gpointer request, GError **error)
{
  return asy_library_load (session, error);
}

static void
reload (AsyLibraryPage *self)
{
  asy_context_ask (self->context, self, "library", load_job, NULL, NULL, (GDestroyNotify) asy_library_unref, on_loaded_cb);
}

static void
on_changed_cb (AsyLibraryPage *self, const char *kind, gint64 id)
{
  static const char *const followed[] = { "*", "library_goal", "library_task", NULL };

  if (g_strv_contains (followed, kind))
    reload (self);
}

/* Searching. */

static gboolean
is_shown (GtkListBoxRow *row, gpointer user_data)
{
  AsyLibraryPage *self = user_data;

  if (asy_library_goal_get_retired (entry_of (row)->goal) && !gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->hidden_toggle)))
    return FALSE;
  return self->folded == NULL || asy_library_matches_words (g_object_get_data (G_OBJECT (row), "words"), self->folded);
}

static void
on_search_changed_cb (AsyLibraryPage *self)
{
  g_free (self->folded);
  self->folded = asy_text_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  gtk_list_box_invalidate_filter (self->list);
}

/* Enter in the search: to the first that is found. */
static void
on_search_activate_cb (AsyLibraryPage *self)
{
  gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
}

static void
on_header_cb (GtkListBoxRow *row, GtkListBoxRow *before, gpointer user_data)
{
  AsyLibraryPage *self = user_data;
  const char *area = asy_library_goal_get_area (entry_of (row)->goal);
  GtkWidget *label;

  if (before != NULL && g_strcmp0 (asy_library_goal_get_area (entry_of (before)->goal), area) == 0)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  if (gtk_list_box_row_get_header (row) != NULL)
    return;
  label = gtk_label_new (asy_dictionary_get_label (get_dictionary (self), ASY_DICT_WORK_AREA, area));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_set_margin_start (label, 12);
  gtk_widget_set_margin_top (label, 14);
  gtk_widget_set_margin_bottom (label, 8);
  gtk_list_box_row_set_header (row, label);
}

/* Editing. */

static void
on_row_activated_cb (AsyLibraryPage *self, GtkListBoxRow *row)
{
  asy_library_form_open (self->context, entry_of (row), NULL);
}

static void
on_new_clicked_cb (AsyLibraryPage *self)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, MAX (get_focused_place (self), 0));

  asy_library_form_open (self->context, NULL, row != NULL ? asy_library_goal_get_area (entry_of (row)->goal) : NULL);
}

static gboolean
asy_library_page_show (AsyPage *page, const char *what, gint64 id, const char *detail)
{
  if (!g_str_equal (what, "library"))
    return FALSE;
  reload (ASY_LIBRARY_PAGE (page));
  return TRUE;
}

static void
asy_library_page_activate (AsyPage *page)
{
  gtk_widget_grab_focus (ASY_LIBRARY_PAGE (page)->search);
}

static gboolean
asy_library_page_search (AsyPage *page)
{
  asy_library_page_activate (page);
  return TRUE;
}

static void
asy_library_page_page_init (AsyPageInterface *iface)
{
  iface->show = asy_library_page_show;
  iface->activate = asy_library_page_activate;
  iface->search = asy_library_page_search;
}

/* Making. */

static GtkWidget *
new_header (AsyLibraryPage *self)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *add = gtk_button_new ();
  GtkWidget *content = adw_button_content_new ();

  self->title = ADW_WINDOW_TITLE (adw_window_title_new (_ ("Library of goals and tasks"), NULL));
  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), "list-add-symbolic");
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), _ ("_New goal"));
  adw_button_content_set_use_underline (ADW_BUTTON_CONTENT (content), TRUE);
  gtk_button_set_child (GTK_BUTTON (add), content);
  g_signal_connect_object (add, "clicked", G_CALLBACK (on_new_clicked_cb), self, G_CONNECT_SWAPPED);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), GTK_WIDGET (self->title));
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), asy_back_button_new ());
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), add);
  return header;
}

static GtkWidget *
new_search_line (AsyLibraryPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->search = gtk_search_entry_new ();
  self->hidden_toggle = gtk_toggle_button_new_with_mnemonic (_ ("_Hidden too"));
  gtk_widget_set_hexpand (self->search, TRUE);
  gtk_search_entry_set_search_delay (GTK_SEARCH_ENTRY (self->search), 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Search the library"), -1);
  g_object_set (self->search, "placeholder-text", _ ("Goal, task or area"), NULL);
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (on_search_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "activate", G_CALLBACK (on_search_activate_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->hidden_toggle, "toggled", G_CALLBACK (on_search_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->search);
  gtk_box_append (GTK_BOX (box), self->hidden_toggle);
  return box;
}

static void
make_list (AsyLibraryPage *self)
{
  GtkWidget *none = gtk_label_new (_ ("Nothing found"));

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_widget_add_css_class (none, "dim-label");
  gtk_widget_set_margin_top (none, 18);
  gtk_widget_set_margin_bottom (none, 18);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_widget_set_valign (GTK_WIDGET (self->list), GTK_ALIGN_START);
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_list_box_set_placeholder (self->list, none);
  gtk_list_box_set_filter_func (self->list, is_shown, self, NULL);
  gtk_list_box_set_header_func (self->list, on_header_cb, self, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Goals of the library"), -1);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (on_row_activated_cb), self, G_CONNECT_SWAPPED);
}

static GtkWidget *
new_column (AsyLibraryPage *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  make_list (self);
  gtk_box_append (GTK_BOX (box), new_search_line (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  gtk_widget_set_margin_top (box, 18);
  gtk_widget_set_margin_bottom (box, 24);
  gtk_widget_set_margin_start (box, 20);
  gtk_widget_set_margin_end (box, 20);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), COLUMN_WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  gtk_widget_set_vexpand (scroller, TRUE);
  return scroller;
}

GtkWidget *
asy_library_page_new (AsyContext *context)
{
  AsyLibraryPage *self = g_object_new (ASY_TYPE_LIBRARY_PAGE, NULL);

  self->context = g_object_ref (context);
  g_signal_connect_object (asy_context_get_store (context), "changed", G_CALLBACK (on_changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

static void
asy_library_page_dispose (GObject *object)
{
  AsyLibraryPage *self = ASY_LIBRARY_PAGE (object);

  /* The list asks for headers and what is shown while it is taken apart. */
  if (self->list != NULL)
    {
      gtk_list_box_set_header_func (self->list, NULL, NULL, NULL);
      gtk_list_box_set_filter_func (self->list, NULL, NULL, NULL);
    }
  self->list = NULL;
  g_clear_object (&self->context);

  G_OBJECT_CLASS (asy_library_page_parent_class)->dispose (object);
}

static void
asy_library_page_finalize (GObject *object)
{
  AsyLibraryPage *self = ASY_LIBRARY_PAGE (object);

  g_clear_pointer (&self->library, asy_library_unref);
  g_free (self->folded);

  G_OBJECT_CLASS (asy_library_page_parent_class)->finalize (object);
}

static void
asy_library_page_class_init (AsyLibraryPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = asy_library_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = asy_library_page_finalize;
}

static void
asy_library_page_init (AsyLibraryPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (box), new_header (self));
  gtk_box_append (GTK_BOX (box), new_column (self));
  adw_bin_set_child (ADW_BIN (self), box);
}
