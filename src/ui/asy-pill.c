/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-ui"

#include "config.h"

#include "ui/asy-pill.h"
#include "ui/asy-ui.h"

struct _AsyPill
{
  GtkWidget parent_instance;

  /* children, owned by the widget tree */
  GtkWidget *icon;
  GtkWidget *label;

  AsyMeaning meaning;
};

G_DEFINE_FINAL_TYPE (AsyPill, asy_pill, GTK_TYPE_WIDGET)

enum { PROP_0, PROP_TEXT, PROP_MEANING, PROP_ICON_NAME, N_PROPS };
static GParamSpec *properties[N_PROPS];

static void
set_text (AsyPill *self, const char *text)
{
  if (text == NULL)
    text = "";
  if (g_str_equal (text, gtk_label_get_text (GTK_LABEL (self->label))))
    return;
  gtk_label_set_text (GTK_LABEL (self->label), text);
  gtk_widget_set_visible (GTK_WIDGET (self), *text != '\0');
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
}

static void
set_meaning (AsyPill *self, AsyMeaning meaning)
{
  if (self->meaning == meaning)
    return;
  self->meaning = meaning;
  asy_ui_set_meaning (GTK_WIDGET (self), meaning);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MEANING]);
}

void
asy_pill_set (AsyPill *self, const char *text, AsyMeaning meaning)
{
  g_return_if_fail (ASY_IS_PILL (self));

  set_text (self, text);
  set_meaning (self, meaning);
}

void
asy_pill_set_icon_name (AsyPill *self, const char *icon_name)
{
  g_return_if_fail (ASY_IS_PILL (self));

  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), icon_name);
  gtk_widget_set_visible (self->icon, icon_name != NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ICON_NAME]);
}

const char *
asy_pill_get_text (AsyPill *self)
{
  g_return_val_if_fail (ASY_IS_PILL (self), NULL);

  return gtk_label_get_text (GTK_LABEL (self->label));
}

GtkWidget *
asy_pill_new (const char *text, AsyMeaning meaning)
{
  GtkWidget *self = g_object_new (ASY_TYPE_PILL, NULL);

  asy_pill_set (ASY_PILL (self), text, meaning);
  return self;
}

static void
asy_pill_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  AsyPill *self = ASY_PILL (object);

  switch (prop_id)
    {
    case PROP_TEXT:
      g_value_set_string (value, asy_pill_get_text (self));
      break;
    case PROP_MEANING:
      g_value_set_enum (value, self->meaning);
      break;
    case PROP_ICON_NAME:
      g_value_set_string (value, gtk_image_get_icon_name (GTK_IMAGE (self->icon)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
asy_pill_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  AsyPill *self = ASY_PILL (object);

  switch (prop_id)
    {
    case PROP_TEXT:
      set_text (self, g_value_get_string (value));
      break;
    case PROP_MEANING:
      set_meaning (self, g_value_get_enum (value));
      break;
    case PROP_ICON_NAME:
      asy_pill_set_icon_name (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
asy_pill_dispose (GObject *object)
{
  AsyPill *self = ASY_PILL (object);

  g_clear_pointer (&self->icon, gtk_widget_unparent);
  g_clear_pointer (&self->label, gtk_widget_unparent);

  G_OBJECT_CLASS (asy_pill_parent_class)->dispose (object);
}

static void
asy_pill_class_init (AsyPillClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = asy_pill_get_property;
  object_class->set_property = asy_pill_set_property;
  object_class->dispose = asy_pill_dispose;

  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, "", flags);
  properties[PROP_MEANING] = g_param_spec_enum ("meaning", NULL, NULL, ASY_TYPE_MEANING, ASY_MEANING_PLAIN, flags);
  properties[PROP_ICON_NAME] = g_param_spec_string ("icon-name", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "asypill");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
asy_pill_init (AsyPill *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 5);
  self->icon = gtk_image_new ();
  gtk_widget_set_visible (self->icon, FALSE);
  gtk_widget_set_parent (self->icon, GTK_WIDGET (self));
  self->label = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
