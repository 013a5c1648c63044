/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-plans"

#include "config.h"

#include "base/asy-text.h"
#include "plans/asy-inline-text.h"

/* A pause in typing after which it is told, and so saved. */
#define PAUSE_MS 700

struct _AsyInlineText
{
  GtkTextView parent_instance;

  PangoLayout *layout;          /* for measuring, and for the placeholder */
  char *placeholder;
  guint pause_source;
  int fitted_height;
  gboolean is_line;
  gboolean is_dirty;
  gboolean is_showing;
  AsyInlineKeyFunc key_func;
  gpointer key_data;
};

G_DEFINE_FINAL_TYPE (AsyInlineText, asy_inline_text, GTK_TYPE_TEXT_VIEW)

enum { COMMITTED, TYPED, ENTERED, ERASED, LEFT, ESCAPED, N_SIGNALS };
static guint signals[N_SIGNALS];

static GtkTextBuffer *
get_buffer (AsyInlineText *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
}

char *
asy_inline_text_dup_text (AsyInlineText *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (get_buffer (self), &start, &end);
  return gtk_text_buffer_get_text (get_buffer (self), &start, &end, FALSE);
}

gboolean
asy_inline_text_is_dirty (AsyInlineText *self)
{
  return self->is_dirty;
}

static void
put_text (AsyInlineText *self, const char *text)
{
  g_autofree char *old = asy_inline_text_dup_text (self);

  if (g_strcmp0 (old, text) == 0)
    return;
  self->is_showing = TRUE;
  gtk_text_buffer_set_text (get_buffer (self), text, -1);
  self->is_showing = FALSE;
}

static void
forget_typing (AsyInlineText *self)
{
  g_clear_handle_id (&self->pause_source, g_source_remove);
  self->is_dirty = FALSE;
}

void
asy_inline_text_show (AsyInlineText *self, const char *text)
{
  if (!self->is_dirty)
    put_text (self, text != NULL ? text : "");
}

void
asy_inline_text_replace (AsyInlineText *self, const char *text)
{
  forget_typing (self);
  put_text (self, text);
}

void
asy_inline_text_flush (AsyInlineText *self)
{
  g_autofree char *text = NULL;
  g_autofree char *line = NULL;

  if (!self->is_dirty)
    return;
  forget_typing (self);
  text = asy_inline_text_dup_text (self);
  line = self->is_line ? asy_text_squash (text) : NULL;
  g_signal_emit (self, signals[COMMITTED], 0, line != NULL ? line : text);
}

static gboolean
on_pause_cb (gpointer user_data)
{
  AsyInlineText *self = user_data;

  self->pause_source = 0;
  asy_inline_text_flush (self);
  return G_SOURCE_REMOVE;
}

static int
fit (AsyInlineText *self, int width)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  g_autofree char *text = asy_inline_text_dup_text (self);
  const int room = width - gtk_text_view_get_left_margin (view) - gtk_text_view_get_right_margin (view);
  int height;

  if (self->layout == NULL)
    {
      self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
      pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
    }
  pango_layout_set_text (self->layout, *text == '\0' && self->placeholder != NULL ? self->placeholder : text, -1);
  pango_layout_set_width (self->layout, width > 0 ? MAX (room, 1) * PANGO_SCALE : -1);
  pango_layout_get_pixel_size (self->layout, NULL, &height);
  return height + gtk_text_view_get_top_margin (view) + gtk_text_view_get_bottom_margin (view);
}

/* A text view knows its height only when it has been laid out, one frame late. */
static void
asy_inline_text_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline,
                         int *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 40;
      *natural = 200;
      return;
    }
  *minimum = *natural = fit (ASY_INLINE_TEXT (widget), for_size);
}

static GtkSizeRequestMode
asy_inline_text_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
asy_inline_text_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AsyInlineText *self = ASY_INLINE_TEXT (widget);

  self->fitted_height = height;
  GTK_WIDGET_CLASS (asy_inline_text_parent_class)->size_allocate (widget, width, height, baseline);
}

static void
asy_inline_text_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AsyInlineText *self = ASY_INLINE_TEXT (widget);
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GdkRGBA colour;

  GTK_WIDGET_CLASS (asy_inline_text_parent_class)->snapshot (widget, snapshot);
  if (self->placeholder == NULL || gtk_text_buffer_get_char_count (get_buffer (self)) > 0)
    return;
  fit (self, gtk_widget_get_width (widget));
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);
  colour.alpha *= 0.6F;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) gtk_text_view_get_left_margin (view), (float) gtk_text_view_get_top_margin (view)));
  gtk_snapshot_append_layout (snapshot, self->layout, &colour);
  gtk_snapshot_restore (snapshot);
}

static void
on_changed_cb (AsyInlineText *self)
{
  const int width = gtk_widget_get_width (GTK_WIDGET (self));

  if (width <= 0 || fit (self, width) != self->fitted_height)
    gtk_widget_queue_resize (GTK_WIDGET (self));
  if (self->is_showing)
    return;
  self->is_dirty = TRUE;
  g_clear_handle_id (&self->pause_source, g_source_remove);
  self->pause_source = g_timeout_add (PAUSE_MS, on_pause_cb, self);
  g_signal_emit (self, signals[TYPED], 0);
}

/* Whether the line of the cursor is the first or the last that is seen. */
static gboolean
is_at_edge (AsyInlineText *self, gboolean is_up)
{
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_mark (get_buffer (self), &iter, gtk_text_buffer_get_insert (get_buffer (self)));
  if (is_up)
    {
      gtk_text_view_backward_display_line_start (GTK_TEXT_VIEW (self), &iter);
      return gtk_text_iter_is_start (&iter);
    }
  gtk_text_view_forward_display_line_end (GTK_TEXT_VIEW (self), &iter);
  return gtk_text_iter_is_end (&iter);
}

static gboolean
leave (AsyInlineText *self, int by)
{
  if (!is_at_edge (self, by < 0))
    return FALSE;
  g_signal_emit (self, signals[LEFT], 0, by);
  return TRUE;
}

static gboolean
take_plain_key (AsyInlineText *self, guint key)
{
  switch (key)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      if (!self->is_line)
        return FALSE;
      asy_inline_text_flush (self);
      g_signal_emit (self, signals[ENTERED], 0);
      return TRUE;
    case GDK_KEY_BackSpace:
      if (gtk_text_buffer_get_char_count (get_buffer (self)) > 0)
        return FALSE;
      g_signal_emit (self, signals[ERASED], 0);
      return TRUE;
    case GDK_KEY_Up:
      return self->is_line && leave (self, -1);
    case GDK_KEY_Down:
      return self->is_line && leave (self, 1);
    case GDK_KEY_Escape:
      asy_inline_text_flush (self);
      g_signal_emit (self, signals[ESCAPED], 0);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
on_key_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, gpointer user_data)
{
  AsyInlineText *self = user_data;

  if (!gtk_text_view_get_editable (GTK_TEXT_VIEW (self)))
    return FALSE;
  if (self->key_func != NULL && self->key_func (self, key, state, self->key_data))
    return TRUE;
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK)) != 0)
    return FALSE;
  return take_plain_key (self, key);
}

static void
on_leave_cb (GtkEventControllerFocus *controller, gpointer user_data)
{
  asy_inline_text_flush (user_data);
}

void
asy_inline_text_set_key_func (AsyInlineText *self, AsyInlineKeyFunc func, gpointer user_data)
{
  self->key_func = func;
  self->key_data = user_data;
}

void
asy_inline_text_set_name (AsyInlineText *self, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

void
asy_inline_text_set_placeholder (AsyInlineText *self, const char *placeholder)
{
  if (g_strcmp0 (self->placeholder, placeholder) == 0)
    return;
  g_free (self->placeholder);
  self->placeholder = g_strdup (placeholder);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
asy_inline_text_set_writable (AsyInlineText *self, gboolean is_writable)
{
  GtkWidget *widget = GTK_WIDGET (self);

  if (gtk_text_view_get_editable (GTK_TEXT_VIEW (self)) == is_writable)
    return;
  /* A cursor that blinks in a text that is no longer written complains. */
  if (!is_writable && gtk_widget_has_focus (widget))
    gtk_root_set_focus (gtk_widget_get_root (widget), NULL);
  gtk_text_view_set_editable (GTK_TEXT_VIEW (self), is_writable);
  gtk_widget_set_focusable (widget, is_writable);
}

void
asy_inline_text_edit (AsyInlineText *self)
{
  GtkTextIter end;

  gtk_text_buffer_get_end_iter (get_buffer (self), &end);
  gtk_text_buffer_place_cursor (get_buffer (self), &end);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
asy_inline_text_dispose (GObject *object)
{
  AsyInlineText *self = ASY_INLINE_TEXT (object);

  g_clear_handle_id (&self->pause_source, g_source_remove);
  g_clear_object (&self->layout);

  G_OBJECT_CLASS (asy_inline_text_parent_class)->dispose (object);
}

static void
asy_inline_text_finalize (GObject *object)
{
  g_free (ASY_INLINE_TEXT (object)->placeholder);

  G_OBJECT_CLASS (asy_inline_text_parent_class)->finalize (object);
}

static void
asy_inline_text_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  g_clear_object (&ASY_INLINE_TEXT (widget)->layout);
  GTK_WIDGET_CLASS (asy_inline_text_parent_class)->system_setting_changed (widget, setting);
}

static void
asy_inline_text_class_init (AsyInlineTextClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GType type = G_TYPE_FROM_CLASS (klass);

  object_class->dispose = asy_inline_text_dispose;
  object_class->finalize = asy_inline_text_finalize;
  widget_class->measure = asy_inline_text_measure;
  widget_class->get_request_mode = asy_inline_text_get_request_mode;
  widget_class->size_allocate = asy_inline_text_size_allocate;
  widget_class->snapshot = asy_inline_text_snapshot;
  widget_class->system_setting_changed = asy_inline_text_system_setting_changed;
  signals[COMMITTED] = g_signal_new ("committed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[TYPED] = g_signal_new ("typed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ENTERED] = g_signal_new ("entered", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ERASED] = g_signal_new ("erased", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[LEFT] = g_signal_new ("left", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[ESCAPED] = g_signal_new ("escaped", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
asy_inline_text_init (AsyInlineText *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_widget_add_css_class (GTK_WIDGET (self), "asy-inline");
  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (view, FALSE);
  gtk_text_view_set_left_margin (view, 4);
  gtk_text_view_set_right_margin (view, 4);
  gtk_text_view_set_top_margin (view, 3);
  gtk_text_view_set_bottom_margin (view, 3);
  /* Steps of the plan are taken back, not letters. */
  gtk_text_buffer_set_enable_undo (get_buffer (self), FALSE);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (get_buffer (self), "changed", G_CALLBACK (on_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_cb), self);
  g_signal_connect (focus, "leave", G_CALLBACK (on_leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

GtkWidget *
asy_inline_text_new (const char *name, gboolean is_line)
{
  AsyInlineText *self = g_object_new (ASY_TYPE_INLINE_TEXT, NULL);

  self->is_line = is_line;
  asy_inline_text_set_name (self, name);
  return GTK_WIDGET (self);
}
