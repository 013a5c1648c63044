/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-ui"

#include "config.h"

#include "ui/asy-column-layout.h"
#include "ui/asy-rows.h"
#include "ui/asy-ui.h"

/* Rows of libadwaita */

#define TITLE_SPACING_PX 3      /* of the style sheet of libadwaita, which a layout of ours does not read */
#define TITLE_WIDTH_CHARS 10    /* spares setting the words one letter a line for the least width */

static void
settle_width (GtkWidget *titles)
{
  gtk_widget_set_layout_manager (titles, asy_column_layout_new (TITLE_SPACING_PX));
  for (GtkWidget *label = gtk_widget_get_first_child (titles); label != NULL; label = gtk_widget_get_next_sibling (label))
    if (GTK_IS_LABEL (label))
      gtk_label_set_width_chars (GTK_LABEL (label), TITLE_WIDTH_CHARS);
}

GtkWidget *
asy_action_row_new (void)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *header = gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  for (GtkWidget *child = gtk_widget_get_first_child (header); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_BOX (child) && gtk_widget_has_css_class (child, "title"))
      settle_width (child);
  return row;
}

/* AsyTextRow */

struct _AsyTextRow
{
  AdwPreferencesRow parent_instance;

  /* children, owned by the widget tree */
  GtkWidget *caption;
  GtkWidget *scroller;
  GtkTextView *view;

  int min_lines;
  guint fit_source;
};

G_DEFINE_FINAL_TYPE (AsyTextRow, asy_text_row, ADW_TYPE_PREFERENCES_ROW)

enum { TEXT_PROP_0, TEXT_PROP_TEXT, TEXT_PROP_MIN_LINES, TEXT_N_PROPS };
static GParamSpec *text_properties[TEXT_N_PROPS];

#define LINE_HEIGHT_PX 20
#define HEIGHT_MAX_PX 320

char *
asy_text_row_dup_text (AsyTextRow *self)
{
  char *text = NULL;

  g_return_val_if_fail (ASY_IS_TEXT_ROW (self), NULL);

  g_object_get (gtk_text_view_get_buffer (self->view), "text", &text, NULL);
  return text;
}

void
asy_text_row_set_text (AsyTextRow *self, const char *text)
{
  g_autofree char *old = NULL;

  g_return_if_fail (ASY_IS_TEXT_ROW (self));

  old = asy_text_row_dup_text (self);
  if (g_strcmp0 (old, text != NULL ? text : "") == 0)
    return;
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->view), text != NULL ? text : "", -1);
}

GtkTextView *
asy_text_row_get_view (AsyTextRow *self)
{
  g_return_val_if_fail (ASY_IS_TEXT_ROW (self), NULL);

  return self->view;
}

static void
set_min_lines (AsyTextRow *self, int min_lines)
{
  if (self->min_lines == min_lines)
    return;
  self->min_lines = min_lines;
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (self->scroller), MIN (min_lines * LINE_HEIGHT_PX, HEIGHT_MAX_PX));
  g_object_notify_by_pspec (G_OBJECT (self), text_properties[TEXT_PROP_MIN_LINES]);
}

GtkWidget *
asy_text_row_new (const char *title, int min_lines)
{
  return g_object_new (ASY_TYPE_TEXT_ROW, "title", title, "min-lines", min_lines, NULL);
}

static void
on_buffer_changed_cb (AsyTextRow *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), text_properties[TEXT_PROP_TEXT]);
}

static void
on_title_changed_cb (AsyTextRow *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)), -1);
}

static gboolean
asy_text_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (ASY_TEXT_ROW (widget)->view));
}

static void
on_pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, gpointer user_data)
{
  gtk_widget_grab_focus (user_data);
}

static void
asy_text_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  AsyTextRow *self = ASY_TEXT_ROW (object);

  switch (prop_id)
    {
    case TEXT_PROP_TEXT:
      g_value_take_string (value, asy_text_row_dup_text (self));
      break;
    case TEXT_PROP_MIN_LINES:
      g_value_set_int (value, self->min_lines);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
asy_text_row_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  AsyTextRow *self = ASY_TEXT_ROW (object);

  switch (prop_id)
    {
    case TEXT_PROP_TEXT:
      asy_text_row_set_text (self, g_value_get_string (value));
      break;
    case TEXT_PROP_MIN_LINES:
      set_min_lines (self, g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

/* A scroller takes the wheel even when all of its text is seen, and the page
 * around it stands still. */
static void
take_wheel (AsyTextRow *self, gboolean takes)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (self->scroller);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_SCROLL (controller))
        gtk_event_controller_set_propagation_phase (controller, takes ? GTK_PHASE_BUBBLE : GTK_PHASE_NONE);
    }
}

/* The row grows and shrinks with its text, which a text view inside a scroller
 * does not do by itself. */
static gboolean
on_fit_cb (gpointer user_data)
{
  AsyTextRow *self = user_data;
  GtkTextIter end;
  GdkRectangle last;
  int height;

  self->fit_source = 0;
  gtk_text_buffer_get_end_iter (gtk_text_view_get_buffer (self->view), &end);
  gtk_text_view_get_iter_location (self->view, &end, &last);
  height = last.y + last.height;
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (self->scroller),
                                              MIN (MAX (height, self->min_lines * LINE_HEIGHT_PX), HEIGHT_MAX_PX));
  take_wheel (self, height > HEIGHT_MAX_PX);
  return G_SOURCE_REMOVE;
}

/* Later: a size must not be asked for while sizes are given. */
static void
queue_fit (AsyTextRow *self)
{
  if (self->fit_source == 0)
    self->fit_source = g_idle_add (on_fit_cb, self);
}

static void
asy_text_row_dispose (GObject *object)
{
  g_clear_handle_id (&ASY_TEXT_ROW (object)->fit_source, g_source_remove);

  G_OBJECT_CLASS (asy_text_row_parent_class)->dispose (object);
}

static void
asy_text_row_class_init (AsyTextRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = asy_text_row_get_property;
  object_class->set_property = asy_text_row_set_property;
  object_class->dispose = asy_text_row_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = asy_text_row_grab_focus;

  text_properties[TEXT_PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, "", flags);
  text_properties[TEXT_PROP_MIN_LINES] = g_param_spec_int ("min-lines", NULL, NULL, 0, 100, 0, flags);
  g_object_class_install_properties (object_class, TEXT_N_PROPS, text_properties);
}

static void
asy_text_row_init (AsyTextRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkGesture *click = gtk_gesture_click_new ();

  self->caption = asy_caption_new (NULL);
  g_object_bind_property (self, "title", self->caption, "label", G_BINDING_DEFAULT);
  gtk_box_append (GTK_BOX (box), self->caption);

  self->view = GTK_TEXT_VIEW (gtk_text_view_new ());
  gtk_text_view_set_wrap_mode (self->view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (self->view, FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "inline");
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->scroller), HEIGHT_MAX_PX);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->view));
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), "changed",
                           G_CALLBACK (queue_fit), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_text_view_get_buffer (self->view), "changed", G_CALLBACK (queue_fit), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->scroller);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "asy-text-row");
  g_signal_connect_swapped (gtk_text_view_get_buffer (self->view), "changed", G_CALLBACK (on_buffer_changed_cb), self);
  g_signal_connect (self, "notify::title", G_CALLBACK (on_title_changed_cb), NULL);
  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed_cb), self->view);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

/* AsySwitchRow */

struct _AsySwitchRow
{
  AdwActionRow parent_instance;

  GtkWidget *toggle;            /* child */
};

G_DEFINE_FINAL_TYPE (AsySwitchRow, asy_switch_row, ADW_TYPE_ACTION_ROW)

enum { SWITCH_PROP_0, SWITCH_PROP_ACTIVE, SWITCH_N_PROPS };
static GParamSpec *switch_properties[SWITCH_N_PROPS];

gboolean
asy_switch_row_get_active (AsySwitchRow *self)
{
  g_return_val_if_fail (ASY_IS_SWITCH_ROW (self), FALSE);

  return gtk_switch_get_active (GTK_SWITCH (self->toggle));
}

void
asy_switch_row_set_active (AsySwitchRow *self, gboolean active)
{
  g_return_if_fail (ASY_IS_SWITCH_ROW (self));

  gtk_switch_set_active (GTK_SWITCH (self->toggle), active);
}

GtkWidget *
asy_switch_row_new (const char *title, const char *subtitle)
{
  return g_object_new (ASY_TYPE_SWITCH_ROW, "title", title, "subtitle", subtitle, NULL);
}

static void
on_toggled_cb (AsySwitchRow *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), switch_properties[SWITCH_PROP_ACTIVE]);
}

static void
on_switch_title_cb (AsySwitchRow *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->toggle), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)), -1);
}

static void
asy_switch_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  g_value_set_boolean (value, asy_switch_row_get_active (ASY_SWITCH_ROW (object)));
}

static void
asy_switch_row_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  asy_switch_row_set_active (ASY_SWITCH_ROW (object), g_value_get_boolean (value));
}

static void
asy_switch_row_class_init (AsySwitchRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = asy_switch_row_get_property;
  object_class->set_property = asy_switch_row_set_property;
  switch_properties[SWITCH_PROP_ACTIVE] = g_param_spec_boolean ("active", NULL, NULL, FALSE,
                                                                G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, SWITCH_N_PROPS, switch_properties);
}

static void
asy_switch_row_init (AsySwitchRow *self)
{
  self->toggle = gtk_switch_new ();
  gtk_widget_set_valign (self->toggle, GTK_ALIGN_CENTER);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->toggle);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), self->toggle);
  g_signal_connect_swapped (self->toggle, "notify::active", G_CALLBACK (on_toggled_cb), self);
  g_signal_connect (self, "notify::title", G_CALLBACK (on_switch_title_cb), NULL);
}

/* AsyNumberRow */

struct _AsyNumberRow
{
  AdwActionRow parent_instance;

  GtkWidget *spin;              /* child */
};

G_DEFINE_FINAL_TYPE (AsyNumberRow, asy_number_row, ADW_TYPE_ACTION_ROW)

enum { NUMBER_PROP_0, NUMBER_PROP_VALUE, NUMBER_N_PROPS };
static GParamSpec *number_properties[NUMBER_N_PROPS];

double
asy_number_row_get_value (AsyNumberRow *self)
{
  g_return_val_if_fail (ASY_IS_NUMBER_ROW (self), 0);

  return gtk_spin_button_get_value (GTK_SPIN_BUTTON (self->spin));
}

void
asy_number_row_set_value (AsyNumberRow *self, double value)
{
  g_return_if_fail (ASY_IS_NUMBER_ROW (self));

  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->spin), value);
}

GtkWidget *
asy_number_row_new (const char *title, double min, double max, double step, guint digits)
{
  AsyNumberRow *self = g_object_new (ASY_TYPE_NUMBER_ROW, "title", title, NULL);
  GtkSpinButton *spin = GTK_SPIN_BUTTON (self->spin);

  gtk_spin_button_set_range (spin, min, max);
  gtk_spin_button_set_increments (spin, step, step * 5);
  gtk_spin_button_set_digits (spin, digits);
  return GTK_WIDGET (self);
}

static void
on_value_changed_cb (AsyNumberRow *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), number_properties[NUMBER_PROP_VALUE]);
}

static void
on_number_title_cb (AsyNumberRow *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->spin), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)), -1);
}

static void
asy_number_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  g_value_set_double (value, asy_number_row_get_value (ASY_NUMBER_ROW (object)));
}

static void
asy_number_row_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  asy_number_row_set_value (ASY_NUMBER_ROW (object), g_value_get_double (value));
}

static void
asy_number_row_class_init (AsyNumberRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = asy_number_row_get_property;
  object_class->set_property = asy_number_row_set_property;
  number_properties[NUMBER_PROP_VALUE] = g_param_spec_double ("value", NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0,
                                                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, NUMBER_N_PROPS, number_properties);
}

static void
asy_number_row_init (AsyNumberRow *self)
{
  self->spin = gtk_spin_button_new_with_range (0, 1000, 1);
  gtk_widget_set_valign (self->spin, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->spin, "numeric");
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->spin);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), self->spin);
  g_signal_connect_swapped (self->spin, "value-changed", G_CALLBACK (on_value_changed_cb), self);
  g_signal_connect (self, "notify::title", G_CALLBACK (on_number_title_cb), NULL);
}
