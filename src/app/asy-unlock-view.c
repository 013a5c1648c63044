/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-app"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/asy-demonstration.h"
#include "app/asy-unlock-view.h"
#include "db/asy-register.h"
#include "ui/asy-choice-row.h"
#include "ui/asy-errors.h"
#include "ui/asy-password-group.h"
#include "ui/asy-ui.h"

struct _AsyUnlockView
{
  AdwBin parent_instance;

  /* owned */
  AsyClock *clock;
  char *path;

  /* template children, borrowed */
  GtkStack *ways;
  AdwWindowTitle *title;
  GtkLabel *place;
  AsyChoiceRow *user_row;
  GtkEditable *password_row;
  GtkLabel *demonstration_hint;
  GtkLabel *message;
  GtkWidget *unlock_button;
  GtkWidget *unlock_spinner;
  AsyChoiceRow *recovery_user_row;
  GtkEditable *code_row;
  AsyPasswordGroup *new_password;
  GtkLabel *recovery_message;
  GtkWidget *recover_button;
  GtkWidget *recover_spinner;

  gboolean is_busy;
};

G_DEFINE_FINAL_TYPE (AsyUnlockView, asy_unlock_view, ADW_TYPE_BIN)

enum { OPENED, OTHER_REGISTER, N_SIGNALS };
static guint signals[N_SIGNALS];

static gboolean
is_recovering (AsyUnlockView *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->ways), "recovery") == 0;
}

static void
update (AsyUnlockView *self)
{
  const char *code = gtk_editable_get_text (self->code_row);
  gboolean has_password = *gtk_editable_get_text (self->password_row) != '\0';
  gboolean has_code = asy_register_is_recovery_code (code);

  gtk_widget_set_sensitive (self->unlock_button, has_password && !self->is_busy);
  gtk_widget_set_sensitive (self->recover_button, has_code && asy_password_group_get_valid (self->new_password) && !self->is_busy);
  asy_ui_set_busy (GTK_WIDGET (self->ways), self->is_busy);
  gtk_widget_set_visible (self->unlock_spinner, self->is_busy);
  gtk_widget_set_visible (self->recover_spinner, self->is_busy);
}

static void
show_message (AsyUnlockView *self, const char *text, AsyMeaning meaning)
{
  GtkLabel *label = is_recovering (self) ? self->recovery_message : self->message;

  gtk_label_set_text (label, text != NULL ? text : "");
  asy_ui_set_meaning (GTK_WIDGET (label), meaning);
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

static void
forget_secrets (AsyUnlockView *self)
{
  gtk_editable_set_text (self->password_row, "");
  gtk_editable_set_text (self->code_row, "");
  asy_password_group_clear (self->new_password);
}

static void
on_opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AsyUnlockView) self = data;
  g_autoptr (GError) error = NULL;
  AsyOpened *opened = asy_opening_finish (result, &error);
  g_autofree char *sentence = NULL;

  self->is_busy = FALSE;
  if (opened != NULL)
    {
      forget_secrets (self);
      show_message (self, NULL, ASY_MEANING_PLAIN);
      update (self);
      g_signal_emit (self, signals[OPENED], 0, opened);
      return;
    }
  update (self);
  sentence = asy_error_describe (error);
  show_message (self, sentence, ASY_MEANING_LATE);
  if (!is_recovering (self))
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->password_row));
      gtk_editable_select_region (self->password_row, 0, -1);
    }
}

static void
begin_work (AsyUnlockView *self)
{
  self->is_busy = TRUE;
  show_message (self, _("Opening… The key is derived slowly on purpose, to keep guessers out."), ASY_MEANING_PLAIN);
  update (self);
}

void
asy_unlock_view_unlock (AsyUnlockView *self, const char *password)
{
  g_return_if_fail (ASY_IS_UNLOCK_VIEW (self));
  g_return_if_fail (self->path != NULL && password != NULL);

  if (self->is_busy)
    return;
  begin_work (self);
  asy_opening_unlock_async (self->path, asy_choice_row_get_code (self->user_row), password, self->clock, on_opened_cb,
                            g_object_ref (self));
}

static void
on_unlock_cb (AsyUnlockView *self)
{
  if (*gtk_editable_get_text (self->password_row) != '\0')
    asy_unlock_view_unlock (self, gtk_editable_get_text (self->password_row));
}

static void
on_recover_cb (AsyUnlockView *self)
{
  if (self->is_busy || !gtk_widget_get_sensitive (self->recover_button))
    return;
  begin_work (self);
  asy_opening_recover_async (self->path, asy_choice_row_get_code (self->recovery_user_row), gtk_editable_get_text (self->code_row),
                             asy_password_group_get_password (self->new_password), self->clock, on_opened_cb, g_object_ref (self));
}

static void
on_show_recovery_cb (AsyUnlockView *self)
{
  gtk_stack_set_visible_child_name (self->ways, "recovery");
  asy_choice_row_set_code (self->recovery_user_row, asy_choice_row_get_code (self->user_row));
  show_message (self, NULL, ASY_MEANING_PLAIN);
  gtk_widget_grab_focus (GTK_WIDGET (self->code_row));
}

static void
on_show_password_cb (AsyUnlockView *self)
{
  gtk_stack_set_visible_child_name (self->ways, "password");
  asy_unlock_view_begin (self);
}

static void
on_code_changed_cb (AsyUnlockView *self)
{
  const char *code = gtk_editable_get_text (self->code_row);

  /* The length of a whole code; a wrong letter is told before the slow derivation. */
  if (g_utf8_strlen (code, -1) >= 24 && !asy_register_is_recovery_code (code))
    gtk_widget_add_css_class (GTK_WIDGET (self->code_row), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->code_row), "error");
  update (self);
}

static void
on_other_cb (AsyUnlockView *self)
{
  forget_secrets (self);
  g_signal_emit (self, signals[OTHER_REGISTER], 0);
}

void
asy_unlock_view_set_clock (AsyUnlockView *self, AsyClock *clock)
{
  g_return_if_fail (ASY_IS_UNLOCK_VIEW (self));

  g_set_object (&self->clock, clock);
}

static void
set_logins (AsyChoiceRow *row, char **logins, const char *login)
{
  asy_choice_row_clear (row);
  for (guint i = 0; logins[i] != NULL; i++)
    asy_choice_row_append (row, logins[i], logins[i], NULL);
  asy_choice_row_set_code (row, login != NULL && g_strv_contains ((const char *const *) logins, login) ? login : logins[0]);
  gtk_widget_set_visible (GTK_WIDGET (row), g_strv_length (logins) > 1);
}

/* Who made it with one press has never seen its password. */
static void
update_demonstration_hint (AsyUnlockView *self)
{
  g_autofree char *demonstration = asy_demonstration_get_path ();
  g_autofree char *hint = g_strdup_printf (_("Everybody in this register is invented. Its password: %s"), ASY_DEMONSTRATION_PASSWORD);

  gtk_label_set_text (self->demonstration_hint, hint);
  gtk_widget_set_visible (GTK_WIDGET (self->demonstration_hint), g_strcmp0 (self->path, demonstration) == 0);
}

gboolean
asy_unlock_view_set_register (AsyUnlockView *self, const char *path, const char *login, GError **error)
{
  g_auto (GStrv) logins = NULL;
  g_autofree char *name = NULL;
  g_autofree char *place = NULL;

  g_return_val_if_fail (ASY_IS_UNLOCK_VIEW (self), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  logins = asy_register_list_logins (path, error);
  if (logins == NULL)
    return FALSE;
  g_free (self->path);
  self->path = g_strdup (path);
  name = g_filename_display_basename (path);
  place = g_filename_display_name (path);
  adw_window_title_set_subtitle (self->title, name);
  gtk_label_set_text (self->place, place);
  update_demonstration_hint (self);
  set_logins (self->user_row, logins, login);
  set_logins (self->recovery_user_row, logins, login);
  forget_secrets (self);
  gtk_stack_set_visible_child_name (self->ways, "password");
  show_message (self, NULL, ASY_MEANING_PLAIN);
  update (self);
  return TRUE;
}

void
asy_unlock_view_begin (AsyUnlockView *self)
{
  g_return_if_fail (ASY_IS_UNLOCK_VIEW (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->password_row));
}

static void
asy_unlock_view_dispose (GObject *object)
{
  AsyUnlockView *self = ASY_UNLOCK_VIEW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), ASY_TYPE_UNLOCK_VIEW);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (asy_unlock_view_parent_class)->dispose (object);
}

static void
asy_unlock_view_finalize (GObject *object)
{
  g_free (ASY_UNLOCK_VIEW (object)->path);

  G_OBJECT_CLASS (asy_unlock_view_parent_class)->finalize (object);
}

static void
asy_unlock_view_class_init (AsyUnlockViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = asy_unlock_view_dispose;
  object_class->finalize = asy_unlock_view_finalize;

  signals[OPENED] = g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[OTHER_REGISTER] = g_signal_new ("other-register", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, ASY_RESOURCE_BASE "/ui/app/asy-unlock-view.ui");
  gtk_widget_class_bind_template_child (widget_class, AsyUnlockView, ways);
  gtk_widget_class_bind_template_child (widget_class, AsyUnlockView, title);
  gtk_widget_class_bind_template_child (widget_class, AsyUnlockView, place);
  gtk_widget_class_bind_template_child (widget_class, AsyUnlockView, user_row);
  gtk_widget_class_bind_template_child (widget_class, AsyUnlockView, password_row);
  gtk_widget_class_bind_template_child (widget_class, AsyUnlockView, demonstration_hint);
  gtk_widget_class_bind_template_child (widget_class, AsyUnlockView, message);
  gtk_widget_class_bind_template_child (widget_class, AsyUnlockView, unlock_button);
  gtk_widget_class_bind_template_child (widget_class, AsyUnlockView, unlock_spinner);
  gtk_widget_class_bind_template_child (widget_class, AsyUnlockView, recovery_user_row);
  gtk_widget_class_bind_template_child (widget_class, AsyUnlockView, code_row);
  gtk_widget_class_bind_template_child (widget_class, AsyUnlockView, new_password);
  gtk_widget_class_bind_template_child (widget_class, AsyUnlockView, recovery_message);
  gtk_widget_class_bind_template_child (widget_class, AsyUnlockView, recover_button);
  gtk_widget_class_bind_template_child (widget_class, AsyUnlockView, recover_spinner);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_bind_template_callback (widget_class, on_unlock_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_recover_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_show_recovery_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_show_password_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_code_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_other_cb);
}

static void
asy_unlock_view_init (AsyUnlockView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  asy_ui_hide_others (self->ways);
  update (self);
}
