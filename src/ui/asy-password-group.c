/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-ui"

#include "config.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "db/asy-register.h"
#include "ui/asy-password-group.h"
#include "ui/asy-ui.h"

struct _AsyPasswordGroup
{
  AdwPreferencesGroup parent_instance;

  /* children, owned by the widget tree */
  GtkWidget *password;
  GtkWidget *repeated;
  GtkWidget *level;
  GtkWidget *hint;

  gboolean valid;
};

G_DEFINE_FINAL_TYPE (AsyPasswordGroup, asy_password_group, ADW_TYPE_PREFERENCES_GROUP)

enum { PROP_0, PROP_VALID, N_PROPS };
static GParamSpec *properties[N_PROPS];

/* How many bits each further character may add, by the kinds of characters in the whole. */
static double
bits_of_alphabet (const char *password)
{
  gboolean lower = FALSE, upper = FALSE, digit = FALSE, other = FALSE;
  int size = 0;

  for (const char *p = password; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isdigit (c))
        digit = TRUE;
      else if (g_unichar_isupper (c))
        upper = TRUE;
      else if (g_unichar_islower (c))
        lower = TRUE;
      else
        other = TRUE;
    }
  size = (lower ? 26 : 0) + (upper ? 26 : 0) + (digit ? 10 : 0) + (other ? 24 : 0);
  return size > 0 ? log2 (size) : 0;
}

/* Whether @next is what a lazy finger types after @before. */
static gboolean
is_neighbour (gunichar before, gunichar next)
{
  static const char rows[] = "qwertyuiop asdfghjkl zxcvbnm";
  const char *at;

  if (next == before || next == before + 1 || next + 1 == before)
    return TRUE;
  before = g_unichar_tolower (before);
  next = g_unichar_tolower (next);
  if (before >= 128 || next >= 128 || !g_ascii_isalpha ((char) before))
    return FALSE;
  at = strchr (rows, (int) before);
  return at != NULL && (at[1] == (char) next || (at > rows && at[-1] == (char) next));
}

AsyStrength
asy_strength_estimate (const char *password)
{
  double each, bits = 0;
  gunichar before = 0;

  g_return_val_if_fail (password != NULL, ASY_STRENGTH_TOO_SHORT);

  if (g_utf8_strlen (password, -1) < ASY_REGISTER_PASSWORD_MIN)
    return ASY_STRENGTH_TOO_SHORT;
  each = bits_of_alphabet (password);
  for (const char *p = password; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      /* Words are no random letters either: half of what the alphabet allows. */
      bits += before != 0 && is_neighbour (before, c) ? 0.5 : each / 2;
      before = c;
    }
  if (bits < 28)
    return ASY_STRENGTH_WEAK;
  return bits < 38 ? ASY_STRENGTH_GOOD : ASY_STRENGTH_STRONG;
}

const char *
asy_password_group_get_password (AsyPasswordGroup *self)
{
  g_return_val_if_fail (ASY_IS_PASSWORD_GROUP (self), NULL);

  return gtk_editable_get_text (GTK_EDITABLE (self->password));
}

const char *
asy_password_group_get_problem (AsyPasswordGroup *self)
{
  const char *password;

  g_return_val_if_fail (ASY_IS_PASSWORD_GROUP (self), NULL);

  password = asy_password_group_get_password (self);
  if (g_utf8_strlen (password, -1) < ASY_REGISTER_PASSWORD_MIN)
    return _("Use at least 10 characters; a few unrelated words are best.");
  if (strcmp (password, gtk_editable_get_text (GTK_EDITABLE (self->repeated))) != 0)
    return _("Type the same password once more.");
  return NULL;
}

gboolean
asy_password_group_get_valid (AsyPasswordGroup *self)
{
  return asy_password_group_get_problem (self) == NULL;
}

void
asy_password_group_clear (AsyPasswordGroup *self)
{
  g_return_if_fail (ASY_IS_PASSWORD_GROUP (self));

  gtk_editable_set_text (GTK_EDITABLE (self->password), "");
  gtk_editable_set_text (GTK_EDITABLE (self->repeated), "");
}

static void
on_changed_cb (AsyPasswordGroup *self)
{
  static const char *const words[] = {
    [ASY_STRENGTH_TOO_SHORT] = NULL,
    [ASY_STRENGTH_WEAK] = N_("Weak: easy to guess. Add a word or two."),
    [ASY_STRENGTH_GOOD] = N_("Good."),
    [ASY_STRENGTH_STRONG] = N_("Very good."),
  };
  static const AsyMeaning meanings[] = { ASY_MEANING_PLAIN, ASY_MEANING_SOON, ASY_MEANING_DONE, ASY_MEANING_DONE };
  AsyStrength strength = asy_strength_estimate (asy_password_group_get_password (self));
  const char *problem = asy_password_group_get_problem (self);
  gboolean valid = problem == NULL;

  gtk_level_bar_set_value (GTK_LEVEL_BAR (self->level), (double) strength);
  asy_ui_set_meaning (self->level, strength == ASY_STRENGTH_WEAK ? ASY_MEANING_SOON : ASY_MEANING_DONE);
  if (strength == ASY_STRENGTH_WEAK || valid)
    gtk_label_set_text (GTK_LABEL (self->hint), _(words[strength]));
  else
    gtk_label_set_text (GTK_LABEL (self->hint), problem);
  asy_ui_set_meaning (self->hint, strength == ASY_STRENGTH_WEAK || valid ? meanings[strength] : ASY_MEANING_PLAIN);
  if (valid == self->valid)
    return;
  self->valid = valid;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VALID]);
}

GtkWidget *
asy_password_group_new (void)
{
  return g_object_new (ASY_TYPE_PASSWORD_GROUP, NULL);
}

static void
asy_password_group_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  g_value_set_boolean (value, asy_password_group_get_valid (ASY_PASSWORD_GROUP (object)));
}

static void
asy_password_group_class_init (AsyPasswordGroupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = asy_password_group_get_property;
  properties[PROP_VALID] = g_param_spec_boolean ("valid", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static GtkWidget *
add_password_row (AsyPasswordGroup *self, const char *title)
{
  GtkWidget *row = adw_password_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  g_signal_connect_swapped (row, "changed", G_CALLBACK (on_changed_cb), self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  return row;
}

static void
asy_password_group_init (AsyPasswordGroup *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->password = add_password_row (self, _("New password"));
  self->repeated = add_password_row (self, _("Repeat the password"));

  self->level = gtk_level_bar_new_for_interval (0, ASY_STRENGTH_STRONG);
  gtk_level_bar_set_mode (GTK_LEVEL_BAR (self->level), GTK_LEVEL_BAR_MODE_DISCRETE);
  gtk_level_bar_remove_offset_value (GTK_LEVEL_BAR (self->level), NULL);
  gtk_widget_add_css_class (self->level, "thin");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->level), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Strength of the password"), -1);
  gtk_box_append (GTK_BOX (box), self->level);
  self->hint = asy_caption_new (NULL);
  gtk_widget_remove_css_class (self->hint, "dim-label");
  gtk_label_set_wrap (GTK_LABEL (self->hint), TRUE);
  gtk_box_append (GTK_BOX (box), self->hint);
  gtk_widget_set_margin_top (box, 9);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), box);
  on_changed_cb (self);
}
