/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-ui"

#include "config.h"

#include "ui/asy-banner.h"
#include "ui/asy-ui.h"

struct _AsyBanner
{
  GtkWidget parent_instance;

  /* children, owned by the widget tree */
  GtkWidget *revealer;
  GtkWidget *band;
  GtkWidget *icon;
  GtkWidget *label;
  GtkWidget *button;
  GtkWidget *second;

  AsyMeaning meaning;
};

G_DEFINE_FINAL_TYPE (AsyBanner, asy_banner, GTK_TYPE_WIDGET)

enum { PROP_0, PROP_TEXT, PROP_MEANING, PROP_REVEALED, PROP_BUTTON_LABEL, PROP_SECOND_LABEL, N_PROPS };
static GParamSpec *properties[N_PROPS];

enum { CLICKED, SECOND_CLICKED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
set_button_label (GtkWidget *button, const char *label)
{
  gtk_button_set_label (GTK_BUTTON (button), label != NULL ? label : "");
  gtk_widget_set_visible (button, label != NULL && *label != '\0');
}

static void
set_meaning (AsyBanner *self, AsyMeaning meaning)
{
  static const char *const icons[] = {
    "dialog-information-symbolic", "dialog-warning-symbolic", "dialog-warning-symbolic",
    "emblem-ok-symbolic", "dialog-information-symbolic",
  };

  self->meaning = meaning;
  asy_ui_set_meaning (self->band, meaning);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), icons[meaning]);
}

static void
set_revealed (AsyBanner *self, gboolean revealed)
{
  if (revealed == asy_banner_get_revealed (self))
    return;
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), revealed);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_HIDDEN, !revealed, -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REVEALED]);
}

void
asy_banner_show (AsyBanner *self, AsyMeaning meaning, const char *text, const char *button_label, const char *second_label)
{
  g_return_if_fail (ASY_IS_BANNER (self));
  g_return_if_fail (text != NULL);

  set_meaning (self, meaning);
  gtk_label_set_text (GTK_LABEL (self->label), text);
  set_button_label (self->button, button_label);
  set_button_label (self->second, second_label);
  set_revealed (self, TRUE);
}

void
asy_banner_hide (AsyBanner *self)
{
  g_return_if_fail (ASY_IS_BANNER (self));

  set_revealed (self, FALSE);
}

gboolean
asy_banner_get_revealed (AsyBanner *self)
{
  g_return_val_if_fail (ASY_IS_BANNER (self), FALSE);

  return gtk_revealer_get_reveal_child (GTK_REVEALER (self->revealer));
}

const char *
asy_banner_get_text (AsyBanner *self)
{
  g_return_val_if_fail (ASY_IS_BANNER (self), NULL);

  return gtk_label_get_text (GTK_LABEL (self->label));
}

GtkWidget *
asy_banner_new (void)
{
  return g_object_new (ASY_TYPE_BANNER, NULL);
}

static void
on_clicked_cb (AsyBanner *self, GtkButton *button)
{
  g_signal_emit (self, signals[button == GTK_BUTTON (self->button) ? CLICKED : SECOND_CLICKED], 0);
}

static void
asy_banner_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  AsyBanner *self = ASY_BANNER (object);

  switch (prop_id)
    {
    case PROP_TEXT:
      g_value_set_string (value, asy_banner_get_text (self));
      break;
    case PROP_MEANING:
      g_value_set_enum (value, self->meaning);
      break;
    case PROP_REVEALED:
      g_value_set_boolean (value, asy_banner_get_revealed (self));
      break;
    case PROP_BUTTON_LABEL:
      g_value_set_string (value, gtk_button_get_label (GTK_BUTTON (self->button)));
      break;
    case PROP_SECOND_LABEL:
      g_value_set_string (value, gtk_button_get_label (GTK_BUTTON (self->second)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
asy_banner_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  AsyBanner *self = ASY_BANNER (object);

  switch (prop_id)
    {
    case PROP_TEXT:
      gtk_label_set_text (GTK_LABEL (self->label), g_value_get_string (value) != NULL ? g_value_get_string (value) : "");
      break;
    case PROP_MEANING:
      set_meaning (self, g_value_get_enum (value));
      break;
    case PROP_REVEALED:
      set_revealed (self, g_value_get_boolean (value));
      break;
    case PROP_BUTTON_LABEL:
      set_button_label (self->button, g_value_get_string (value));
      break;
    case PROP_SECOND_LABEL:
      set_button_label (self->second, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
asy_banner_dispose (GObject *object)
{
  AsyBanner *self = ASY_BANNER (object);

  g_clear_pointer (&self->revealer, gtk_widget_unparent);

  G_OBJECT_CLASS (asy_banner_parent_class)->dispose (object);
}

static void
asy_banner_class_init (AsyBannerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = asy_banner_get_property;
  object_class->set_property = asy_banner_set_property;
  object_class->dispose = asy_banner_dispose;

  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, "", flags);
  properties[PROP_MEANING] = g_param_spec_enum ("meaning", NULL, NULL, ASY_TYPE_MEANING, ASY_MEANING_PLAIN, flags);
  properties[PROP_REVEALED] = g_param_spec_boolean ("revealed", NULL, NULL, FALSE, flags);
  properties[PROP_BUTTON_LABEL] = g_param_spec_string ("button-label", NULL, NULL, NULL, flags);
  properties[PROP_SECOND_LABEL] = g_param_spec_string ("second-label", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CLICKED] = g_signal_new ("clicked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SECOND_CLICKED] = g_signal_new ("second-clicked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "asybanner");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static GtkWidget *
add_button (AsyBanner *self)
{
  GtkWidget *button = gtk_button_new ();

  gtk_button_set_use_underline (GTK_BUTTON (button), TRUE);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (button, FALSE);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_clicked_cb), self);
  gtk_box_append (GTK_BOX (self->band), button);
  return button;
}

static void
asy_banner_init (AsyBanner *self)
{
  self->revealer = gtk_revealer_new ();
  gtk_widget_set_parent (self->revealer, GTK_WIDGET (self));
  self->band = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  gtk_widget_add_css_class (self->band, "asy-band");
  gtk_revealer_set_child (GTK_REVEALER (self->revealer), self->band);
  self->icon = gtk_image_new ();
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_box_append (GTK_BOX (self->band), self->icon);
  self->label = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_widget_set_hexpand (self->label, TRUE);
  gtk_box_append (GTK_BOX (self->band), self->label);
  self->button = add_button (self);
  self->second = add_button (self);
  set_meaning (self, ASY_MEANING_PLAIN);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
}
