/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-plans"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "plans/asy-completion.h"
#include "plans/asy-pick-popover.h"
#include "ui/asy-ui.h"

#define WIDTH_MIN_PX 420
#define WIDTH_MAX_PX 600

struct _AsyCompletion
{
  GtkPopover parent_instance;

  GtkListBox *list;
  GtkWidget *rows[ASY_COMPLETION_MAX];
  GtkWidget *labels[ASY_COMPLETION_MAX];
  GtkWidget *details[ASY_COMPLETION_MAX];
  AsyInlineText *text;          /* weak: what it stands at */
  guint n_shown;
};

G_DEFINE_FINAL_TYPE (AsyCompletion, asy_completion, GTK_TYPE_POPOVER)

enum { SOUGHT, CHOSEN, N_SIGNALS };
static guint signals[N_SIGNALS];

AsyInlineText *
asy_completion_get_text (AsyCompletion *self)
{
  return self->text;
}

guint
asy_completion_get_n_shown (AsyCompletion *self)
{
  return self->n_shown;
}

static int
get_place (AsyCompletion *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  return row != NULL ? gtk_list_box_row_get_index (row) : -1;
}

/* Telling. A description that changes is read where the focus is. */

static void
tell (AsyCompletion *self, const char *words)
{
  if (self->text == NULL)
    return;
  if (words != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
  else
    gtk_accessible_reset_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

static void
tell_number (AsyCompletion *self)
{
  g_autofree char *words = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u proposal: Down chooses", "%u proposals: Down chooses", self->n_shown),
                                            self->n_shown);

  tell (self, words);
}

static void
tell_chosen (AsyCompletion *self, int place)
{
  g_autofree char *words = g_strdup_printf (_ ("%s, %s (%d of %u)"), gtk_label_get_text (GTK_LABEL (self->labels[place])),
                                            gtk_label_get_text (GTK_LABEL (self->details[place])), place + 1, self->n_shown);

  tell (self, words);
}

/* Showing. */

static void
fill_row (AsyCompletion *self, guint place, const AsyProposal *proposal)
{
  const char *detail = proposal->detail != NULL ? proposal->detail : "";

  gtk_label_set_text (GTK_LABEL (self->labels[place]), proposal->label);
  gtk_label_set_text (GTK_LABEL (self->details[place]), detail);
  gtk_widget_set_visible (self->details[place], *detail != '\0');
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->rows[place]), GTK_ACCESSIBLE_PROPERTY_LABEL, proposal->label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, detail, -1);
}

void
asy_completion_hide (AsyCompletion *self)
{
  if (self->n_shown == 0)
    return;
  self->n_shown = 0;
  tell (self, NULL);
  gtk_popover_popdown (GTK_POPOVER (self));
}

/* A row that was just begun stands nowhere yet. */
static gboolean
has_place (AsyInlineText *text)
{
  return gtk_widget_get_mapped (GTK_WIDGET (text)) && gtk_widget_get_width (GTK_WIDGET (text)) > 0;
}

void
asy_completion_show (AsyCompletion *self, const AsyProposal *proposals, guint n_proposals)
{
  const guint n = MIN (n_proposals, ASY_COMPLETION_MAX);

  if (n == 0 || self->text == NULL || !has_place (self->text))
    {
      asy_completion_hide (self);
      return;
    }
  for (guint i = 0; i < ASY_COMPLETION_MAX; i++)
    {
      gtk_widget_set_visible (self->rows[i], i < n);
      if (i < n)
        fill_row (self, i, &proposals[i]);
    }
  gtk_list_box_unselect_all (self->list);
  if (self->n_shown == 0)
    {
      asy_popover_point_to (GTK_POPOVER (self), GTK_WIDGET (self->text));
      gtk_widget_set_size_request (GTK_WIDGET (self), CLAMP (gtk_widget_get_width (GTK_WIDGET (self->text)), WIDTH_MIN_PX, WIDTH_MAX_PX), -1);
      gtk_popover_popup (GTK_POPOVER (self));
    }
  self->n_shown = n;
  tell_number (self);
}

/* Choosing. */

static void
choose (AsyCompletion *self, int place, gboolean is_plain)
{
  asy_completion_hide (self);
  g_signal_emit (self, signals[CHOSEN], 0, (guint) place, is_plain);
}

static void
walk (AsyCompletion *self, int by)
{
  const int place = get_place (self) + by;

  if (place < 0)
    {
      gtk_list_box_unselect_all (self->list);
      tell_number (self);
    }
  else if (place < (int) self->n_shown)
    {
      gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (self->rows[place]));
      tell_chosen (self, place);
    }
}

static void
set_text (AsyCompletion *self, AsyInlineText *text)
{
  if (self->text == text)
    return;
  asy_completion_hide (self);
  g_set_weak_pointer (&self->text, text);
}

static void
seek (AsyCompletion *self, AsyInlineText *text)
{
  g_autofree char *typed = asy_inline_text_dup_text (text);

  set_text (self, text);
  g_signal_emit (self, signals[SOUGHT], 0, typed);
}

/* An empty text asks for what there is. */
static gboolean
open_from_empty (AsyCompletion *self, AsyInlineText *text, guint key)
{
  if (key != GDK_KEY_Down || gtk_text_buffer_get_char_count (gtk_text_view_get_buffer (GTK_TEXT_VIEW (text))) > 0)
    return FALSE;
  seek (self, text);
  if (self->n_shown > 0)
    walk (self, 1);
  return self->n_shown > 0;
}

static gboolean
on_text_key (AsyInlineText *text, guint key, GdkModifierType state, gpointer user_data)
{
  AsyCompletion *self = user_data;
  const int place = get_place (self);

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return FALSE;
  if (self->n_shown == 0 || self->text != text)
    return open_from_empty (self, text, key);
  switch (key)
    {
    case GDK_KEY_Down:
      walk (self, 1);
      return TRUE;
    case GDK_KEY_Up:
      if (place < 0)
        return FALSE;
      walk (self, -1);
      return TRUE;
    case GDK_KEY_Escape:
      asy_completion_hide (self);
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      if (place < 0)
        {
          asy_completion_hide (self);
          return FALSE;
        }
      choose (self, place, (state & GDK_SHIFT_MASK) != 0);
      return TRUE;
    default:
      return FALSE;
    }
}

static void
on_typed_cb (AsyInlineText *text, gpointer user_data)
{
  if (gtk_widget_has_focus (GTK_WIDGET (text)))
    seek (user_data, text);
}

static void
on_text_left_cb (GtkEventControllerFocus *controller, gpointer user_data)
{
  AsyCompletion *self = user_data;

  if (GTK_WIDGET (self->text) == gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller)))
    asy_completion_hide (self);
}

void
asy_completion_follow (AsyCompletion *self, AsyInlineText *text)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  asy_inline_text_set_key_func (text, on_text_key, self);
  g_signal_connect_object (text, "typed", G_CALLBACK (on_typed_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (focus, "leave", G_CALLBACK (on_text_left_cb), self, G_CONNECT_DEFAULT);
  gtk_widget_add_controller (GTK_WIDGET (text), focus);
}

static void
on_row_activated_cb (AsyCompletion *self, GtkListBoxRow *row)
{
  choose (self, gtk_list_box_row_get_index (row), FALSE);
}

/* Making. */

static void
add_row (AsyCompletion *self, guint place)
{
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->rows[place] = gtk_list_box_row_new ();
  self->labels[place] = gtk_label_new (NULL);
  self->details[place] = asy_caption_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->labels[place]), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->labels[place]), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (texts), self->labels[place]);
  gtk_box_append (GTK_BOX (texts), self->details[place]);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self->rows[place]), texts);
  /* A click leaves the focus where one types. */
  gtk_widget_set_focusable (self->rows[place], FALSE);
  gtk_list_box_append (self->list, self->rows[place]);
}

static void
asy_completion_dispose (GObject *object)
{
  g_clear_weak_pointer (&ASY_COMPLETION (object)->text);

  G_OBJECT_CLASS (asy_completion_parent_class)->dispose (object);
}

static void
asy_completion_class_init (AsyCompletionClass *klass)
{
  const GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = asy_completion_dispose;
  signals[SOUGHT] = g_signal_new ("sought", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[CHOSEN] = g_signal_new ("chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_BOOLEAN);
}

static void
asy_completion_init (AsyCompletion *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self), "menu");
  gtk_widget_add_css_class (GTK_WIDGET (self), "asy-pick");
  gtk_widget_add_css_class (GTK_WIDGET (self), "asy-completion");
  gtk_widget_set_focusable (GTK_WIDGET (self->list), FALSE);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
  gtk_popover_set_autohide (GTK_POPOVER (self), FALSE);
  gtk_popover_set_has_arrow (GTK_POPOVER (self), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self), GTK_POS_BOTTOM);
  for (guint i = 0; i < ASY_COMPLETION_MAX; i++)
    add_row (self, i);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (on_row_activated_cb), self);
}

GtkWidget *
asy_completion_new (const char *name, const char *hint)
{
  AsyCompletion *self = g_object_new (ASY_TYPE_COMPLETION, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *line = asy_caption_new (hint);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_visible (line, hint != NULL);
  gtk_widget_set_margin_start (line, 9);
  gtk_widget_set_margin_bottom (line, 2);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (box), line);
  gtk_popover_set_child (GTK_POPOVER (self), box);
  return GTK_WIDGET (self);
}
