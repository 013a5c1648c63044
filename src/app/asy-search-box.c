/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-app"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/asy-search-box.h"
#include "store/asy-search.h"
#include "ui/asy-errors.h"
#include "ui/asy-family-sign.h"
#include "ui/asy-two-lines.h"
#include "ui/asy-ui.h"

#define HITS_OF_A_KIND 6
#define RESULTS_WIDTH_PX 420
#define RESULTS_HEIGHT_PX 460

struct _AsySearchBox
{
  GtkWidget parent_instance;

  AsyContext *context;          /* owned */

  /* children, owned by the widget tree */
  GtkWidget *overlay;
  GtkWidget *entry;
  GtkWidget *key_hint;
  GtkWidget *popover;
  GtkWidget *list;
  GtkWidget *message;
};

G_DEFINE_FINAL_TYPE (AsySearchBox, asy_search_box, GTK_TYPE_WIDGET)

static const struct {
  const char *kind;
  const char *title;
  const char *icon_name;
  const char *action;
  gboolean is_tab;              /* of a family, named like the kind */
} kinds[] = {
  { ASY_SEARCH_FAMILY, N_("Families"), "go-home-symbolic", "show-family", FALSE },
  { ASY_SEARCH_PERSON, N_("People"), "avatar-default-symbolic", "show-person", FALSE },
  { ASY_SEARCH_PROVIDER, N_("Specialists"), "x-office-address-book-symbolic", "show-provider", FALSE },
  { ASY_SEARCH_WORKER, N_("Assistants"), "system-users-symbolic", "show-worker", FALSE },
  { ASY_SEARCH_LETTER, N_("Letters"), "mail-unread-symbolic", "show-letter", FALSE },
  { ASY_SEARCH_VISITS, N_("In the Notes of Visits"), "x-office-calendar-symbolic", "show-family-tab", TRUE },
  { ASY_SEARCH_DIAGNOSIS, N_("In the Diagnosis"), "view-list-bullet-symbolic", "show-family-tab", TRUE },
  { ASY_SEARCH_CASE, N_("In the Course of the Case"), "go-home-symbolic", "show-family-tab", TRUE },
  { ASY_SEARCH_PLAN, N_("In the Plan of Work"), "view-list-bullet-symbolic", "show-family-tab", TRUE },
  { ASY_SEARCH_ASSESSMENTS, N_("In the Assessments"), "document-properties-symbolic", "show-family-tab", TRUE },
  { ASY_SEARCH_SAFETY, N_("In Warnings and Interventions"), "dialog-warning-symbolic", "show-family-tab", TRUE },
};

static int
find_kind (const char *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kinds[i].kind, kind) == 0)
      return (int) i;
  return -1;
}

/* The rows. Each knows its kind (an index) and its id. */

static GQuark
hit_quark (void)
{
  return g_quark_from_static_string ("asy-hit");
}

/* Of a row; the rows of one search serve the next: they are filled at every letter that is typed. */
typedef struct {
  int kind;
  gint64 id;
  AsyTwoLines *lines;           /* borrowed from the row */
  int header_kind;              /* -1: it has none */
} Hit;

static Hit *
get_hit (GtkListBoxRow *row)
{
  return g_object_get_qdata (G_OBJECT (row), hit_quark ());
}

static GtkListBoxRow *
new_row (void)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *lines = asy_two_lines_new (ASY_TWO_LINES_HIT);
  Hit *hit = g_new0 (Hit, 1);

  hit->header_kind = -1;
  hit->lines = ASY_TWO_LINES (lines);
  g_object_set_qdata_full (G_OBJECT (row), hit_quark (), hit, g_free);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), lines);
  gtk_widget_set_focusable (row, FALSE);
  return GTK_LIST_BOX_ROW (row);
}

static gboolean
leads_to_family (int kind)
{
  return kinds[kind].is_tab || g_str_equal (kinds[kind].kind, ASY_SEARCH_FAMILY);
}

/* Whoever is sought by a name of old is recognised by it. */
static char *
dup_subtitle (const AsySearchHit *found)
{
  const char *subtitle = found->subtitle != NULL ? found->subtitle : "";
  g_autofree char *former = NULL;

  if (found->former == NULL)
    return g_strdup (subtitle);
  former = g_strdup_printf (_("formerly %s"), found->former);
  return *subtitle != '\0' ? g_strdup_printf ("%s · %s", subtitle, former) : g_steal_pointer (&former);
}

static void
show_hit (AsySearchBox *self, Hit *hit, const AsySearchHit *found, const char *subtitle)
{
  const char *warning = leads_to_family (hit->kind) ? asy_family_sign_get_text (self->context, found->id) : NULL;
  const char *const texts[ASY_TWO_LINES_N_PARTS] = { [ASY_TWO_LINES_NAME] = found->title, [ASY_TWO_LINES_SECOND] = subtitle };

  asy_two_lines_set (hit->lines, texts, ASY_MEANING_PLAIN);
  asy_two_lines_set_sign (hit->lines, 0, warning != NULL ? "dialog-warning-symbolic" : NULL, ASY_MEANING_LATE, warning);
}

static void
set_hit (AsySearchBox *self, int position, int kind, const AsySearchHit *found)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), position);
  g_autofree char *subtitle = dup_subtitle (found);
  Hit *hit;

  if (row == NULL)
    {
      row = new_row ();
      gtk_list_box_append (GTK_LIST_BOX (self->list), GTK_WIDGET (row));
    }
  hit = get_hit (row);
  hit->kind = kind;
  hit->id = found->id;
  show_hit (self, hit, found, subtitle);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, found->title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, subtitle, -1);
  gtk_widget_set_visible (GTK_WIDGET (row), TRUE);
}

/* Rows that nothing was found for wait for the next letter. */
static void
hide_from (AsySearchBox *self, int position)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), position++)) != NULL)
    gtk_widget_set_visible (GTK_WIDGET (row), FALSE);
}

static GtkWidget *
new_header (int kind, gboolean is_first)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (kinds[kind].icon_name));
  gtk_box_append (GTK_BOX (box), asy_caption_new (_(kinds[kind].title)));
  gtk_widget_set_margin_start (box, 9);
  gtk_widget_set_margin_top (box, is_first ? 3 : 9);
  gtk_widget_set_margin_bottom (box, 3);
  return box;
}

static void
put_header (GtkListBoxRow *row, GtkListBoxRow *before, gpointer user_data)
{
  Hit *hit = get_hit (row);
  const int wanted = before != NULL && get_hit (before)->kind == hit->kind ? -1 : hit->kind;

  if (hit->header_kind == wanted)
    return;
  hit->header_kind = wanted;
  gtk_list_box_row_set_header (row, wanted >= 0 ? new_header (wanted, before == NULL) : NULL);
}

static void
select_at (AsySearchBox *self, int position)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), position);

  if (row != NULL && gtk_widget_get_visible (GTK_WIDGET (row)))
    gtk_list_box_select_row (GTK_LIST_BOX (self->list), row);
}

static void
show_message (AsySearchBox *self, const char *text)
{
  gtk_label_set_text (GTK_LABEL (self->message), text != NULL ? text : "");
  gtk_widget_set_visible (self->message, text != NULL);
}

static void
on_found_cb (gpointer owner, gpointer result, const GError *error)
{
  AsySearchBox *self = owner;
  g_autoptr (GPtrArray) groups = result;
  int n = 0;

  if (error != NULL)
    {
      hide_from (self, 0);
      g_autofree char *sentence = asy_error_describe (error);

      show_message (self, sentence);
      return;
    }
  for (guint g = 0; g < groups->len; g++)
    {
      const AsySearchGroup *group = groups->pdata[g];
      int kind = find_kind (group->kind);

      for (guint i = 0; kind >= 0 && i < group->hits->len; i++)
        set_hit (self, n++, kind, group->hits->pdata[i]);
    }
  hide_from (self, n);
  gtk_list_box_invalidate_headers (GTK_LIST_BOX (self->list));
  show_message (self, groups->len == 0 ? _("Nothing found") : NULL);
  select_at (self, 0);
}

static gpointer
search_job (AsySession *session, gpointer request, GError **error)
{
  return asy_search (session, NULL, request, HITS_OF_A_KIND, error);
}

static gboolean
has_text (AsySearchBox *self)
{
  return *gtk_editable_get_text (GTK_EDITABLE (self->entry)) != '\0';
}

static void
close_results (AsySearchBox *self)
{
  gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static void
on_changed_cb (AsySearchBox *self)
{
  gtk_widget_set_visible (self->key_hint, !has_text (self));
  if (!has_text (self) || self->context == NULL)
    {
      close_results (self);
      return;
    }
  asy_context_ask (self->context, self, "search", search_job, g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))),
                   g_free, (GDestroyNotify) g_ptr_array_unref, on_found_cb);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
open_row (AsySearchBox *self, GtkListBoxRow *row)
{
  Hit hit;

  if (row == NULL)
    return;
  hit = *get_hit (row);
  close_results (self);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  asy_context_go (self->context, kinds[hit.kind].action, hit.id, kinds[hit.kind].is_tab ? kinds[hit.kind].kind : NULL);
}

static void
on_row_activated_cb (AsySearchBox *self, GtkListBoxRow *row)
{
  open_row (self, row);
}

static void
on_activate_cb (AsySearchBox *self)
{
  open_row (self, gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list)));
}

static void
on_stop_cb (AsySearchBox *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  close_results (self);
}

static gboolean
on_key_cb (AsySearchBox *self, guint keyval, guint keycode, GdkModifierType state)
{
  GtkListBoxRow *selected = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));
  int position = selected != NULL ? gtk_list_box_row_get_index (selected) : -1;

  if (!gtk_widget_get_visible (self->popover))
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down)
    select_at (self, position + 1);
  else if ((keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up) && position > 0)
    select_at (self, position - 1);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static void
on_leave_cb (AsySearchBox *self)
{
  close_results (self);
}

void
asy_search_box_begin (AsySearchBox *self)
{
  g_return_if_fail (ASY_IS_SEARCH_BOX (self));

  gtk_widget_grab_focus (self->entry);
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
  if (has_text (self))
    on_changed_cb (self);
}

void
asy_search_box_set_context (AsySearchBox *self, AsyContext *context)
{
  g_return_if_fail (ASY_IS_SEARCH_BOX (self));

  g_set_object (&self->context, context);
}

static void
asy_search_box_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AsySearchBox *self = ASY_SEARCH_BOX (widget);

  gtk_widget_size_allocate (self->overlay, &(GtkAllocation){ 0, 0, width, height }, baseline);
  gtk_popover_present (GTK_POPOVER (self->popover));
}

static void
asy_search_box_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                        int *minimum_baseline, int *natural_baseline)
{
  gtk_widget_measure (ASY_SEARCH_BOX (widget)->overlay, orientation, for_size, minimum, natural, minimum_baseline, natural_baseline);
}

static gboolean
asy_search_box_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (ASY_SEARCH_BOX (widget)->entry);
}

static void
asy_search_box_dispose (GObject *object)
{
  AsySearchBox *self = ASY_SEARCH_BOX (object);

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_pointer (&self->overlay, gtk_widget_unparent);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (asy_search_box_parent_class)->dispose (object);
}

static void
asy_search_box_class_init (AsySearchBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = asy_search_box_dispose;
  widget_class->size_allocate = asy_search_box_size_allocate;
  widget_class->measure = asy_search_box_measure;
  widget_class->grab_focus = asy_search_box_grab_focus;
}

static void
build_entry (AsySearchBox *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->overlay = gtk_overlay_new ();
  gtk_widget_set_parent (self->overlay, GTK_WIDGET (self));
  self->entry = gtk_search_entry_new ();
  g_object_set (self->entry, "placeholder-text", _("Search"), NULL);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 4);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->entry), 4);
  gtk_search_entry_set_search_delay (GTK_SEARCH_ENTRY (self->entry), 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Search the whole register"), -1);
  gtk_overlay_set_child (GTK_OVERLAY (self->overlay), self->entry);

  /* Translators: the keys that lead to the search. */
  self->key_hint = gtk_label_new (_("Ctrl+K"));
  gtk_widget_add_css_class (self->key_hint, "asy-key");
  gtk_widget_add_css_class (self->key_hint, "dim-label");
  gtk_widget_set_halign (self->key_hint, GTK_ALIGN_END);
  gtk_widget_set_valign (self->key_hint, GTK_ALIGN_CENTER);
  gtk_widget_set_can_target (self->key_hint, FALSE);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->key_hint), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_overlay_add_overlay (GTK_OVERLAY (self->overlay), self->key_hint);

  g_signal_connect_swapped (self->entry, "search-changed", G_CALLBACK (on_changed_cb), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (on_activate_cb), self);
  g_signal_connect_swapped (self->entry, "stop-search", G_CALLBACK (on_stop_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_cb), self);
  gtk_widget_add_controller (self->entry, keys);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_leave_cb), self);
  gtk_widget_add_controller (self->entry, focus);
}

static void
build_results (AsySearchBox *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->popover = gtk_popover_new ();
  /* The field keeps the focus while one types. */
  gtk_popover_set_autohide (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self->popover), GTK_POS_BOTTOM);
  gtk_widget_set_halign (self->popover, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->popover, "asy-results");
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));

  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_BROWSE);
  gtk_list_box_set_header_func (GTK_LIST_BOX (self->list), put_header, NULL, NULL);
  gtk_widget_add_css_class (self->list, "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Search results"), -1);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (on_row_activated_cb), self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), RESULTS_HEIGHT_PX);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  gtk_box_append (GTK_BOX (box), scroller);
  self->message = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->message), TRUE);
  gtk_widget_add_css_class (self->message, "dim-label");
  gtk_widget_set_margin_top (self->message, 9);
  gtk_widget_set_margin_bottom (self->message, 9);
  gtk_widget_set_visible (self->message, FALSE);
  gtk_box_append (GTK_BOX (box), self->message);
  gtk_widget_set_size_request (box, RESULTS_WIDTH_PX, -1);
  gtk_popover_set_child (GTK_POPOVER (self->popover), box);
}

static void
asy_search_box_init (AsySearchBox *self)
{
  build_entry (self);
  build_results (self);
}
