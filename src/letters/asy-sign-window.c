/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-letters"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "letters/asy-sign-window.h"
#include "seal/asy-pades.h"
#include "seal/asy-seal-error.h"
#include "ui/asy-compat.h"
#include "ui/asy-errors.h"
#include "ui/asy-ui.h"

struct _AsySignWindow
{
  AdwWindow parent_instance;

  AsyContext *context;
  GBytes *pdf;
  GFile *key_file;              /* nullable until chosen */
  GCancellable *cancellable;

  /* template children */
  AdwActionRow *paper_row;
  AdwActionRow *key_row;
  AdwPasswordEntryRow *password;
  AdwComboRow *field_row;
  GtkLabel *message;
  GtkButton *sign_button;
  GtkSpinner *spinner;
};

G_DEFINE_FINAL_TYPE (AsySignWindow, asy_sign_window, ADW_TYPE_WINDOW)

enum { SIGNED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
say (AsySignWindow *self, const char *text)
{
  gtk_label_set_text (self->message, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->message), text != NULL);
}

static void
update_button (AsySignWindow *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->sign_button),
                            self->key_file != NULL && !gtk_spinner_get_spinning (self->spinner) &&
                                *gtk_editable_get_text (GTK_EDITABLE (self->password)) != '\0');
}

/* What has to be mended before signing again: the password, the file, or neither of the two. */
static GtkWidget *
find_culprit (AsySignWindow *self, const GError *error)
{
  static const AsySealError of_file[] = {
    ASY_SEAL_ERROR_KEY_FILE, ASY_SEAL_ERROR_NO_KEY, ASY_SEAL_ERROR_EXPIRED, ASY_SEAL_ERROR_NOT_YET_VALID, ASY_SEAL_ERROR_KEY_USAGE,
    ASY_SEAL_ERROR_WEAK_KEY,
  };

  if (g_error_matches (error, ASY_SEAL_ERROR, ASY_SEAL_ERROR_PASSWORD))
    return GTK_WIDGET (self->password);
  for (guint i = 0; i < G_N_ELEMENTS (of_file); i++)
    if (g_error_matches (error, ASY_SEAL_ERROR, of_file[i]))
      return GTK_WIDGET (self->key_row);
  return NULL;
}

static void
show_problem (AsySignWindow *self, const GError *error)
{
  g_autofree char *sentence = asy_error_describe (error);
  GtkWidget *culprit = find_culprit (self, error);

  say (self, sentence);
  if (culprit == NULL)
    return;
  gtk_widget_add_css_class (culprit, "error");
  gtk_widget_grab_focus (culprit);
}

static void
forget_problem (AsySignWindow *self)
{
  say (self, NULL);
  gtk_widget_remove_css_class (GTK_WIDGET (self->key_row), "error");
  gtk_widget_remove_css_class (GTK_WIDGET (self->password), "error");
}

/* Everything that a signature needs, handed to a thread: opening the file
 * derives a key from the password, which takes its time. */
typedef struct {
  GBytes *pdf;
  GFile *key_file;
  char *password;
  char *field;
  gint64 now;
} Signing;

static void
signing_free (gpointer data)
{
  Signing *signing = data;

  g_bytes_unref (signing->pdf);
  g_object_unref (signing->key_file);
  /* Kept for this one operation only. */
  memset (signing->password, 0, strlen (signing->password));
  g_free (signing->password);
  g_free (signing->field);
  g_free (signing);
}

typedef struct {
  GBytes *pdf;
  char *signer;
} Signature;

static void
signature_free (gpointer data)
{
  Signature *signature = data;

  g_bytes_unref (signature->pdf);
  g_free (signature->signer);
  g_free (signature);
}

static void
sign_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const Signing *signing = task_data;
  const AsyPadesOptions options = { .field_name = signing->field, .time = signing->now };
  GError *error = NULL;
  g_autoptr (AsySigner) signer = asy_signer_new_pkcs12 (signing->key_file, signing->password, &error);
  g_autoptr (GBytes) pdf = NULL;
  Signature *signature;

  if (signer == NULL || !asy_signer_check (signer, signing->now, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  pdf = asy_pades_sign (signing->pdf, signer, &options, &error);
  if (pdf == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  signature = g_new0 (Signature, 1);
  signature->pdf = g_steal_pointer (&pdf);
  signature->signer = g_strdup (asy_signer_get_name (signer));
  g_task_return_pointer (task, signature, signature_free);
}

static void
on_sign_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  AsySignWindow *self = ASY_SIGN_WINDOW (source);
  g_autoptr (GError) error = NULL;
  Signature *signature = g_task_propagate_pointer (G_TASK (result), &error);

  if (self->context == NULL)
    {
      if (signature != NULL)
        signature_free (signature);
      return;
    }
  gtk_spinner_stop (self->spinner);
  update_button (self);
  if (signature == NULL)
    {
      show_problem (self, error);
      return;
    }
  g_signal_emit (self, signals[SIGNED], 0, signature->pdf, signature->signer);
  signature_free (signature);
  gtk_window_close (GTK_WINDOW (self));
}

static char *
dup_field (AsySignWindow *self)
{
  GtkStringObject *chosen = adw_combo_row_get_selected_item (self->field_row);

  return chosen != NULL ? g_strdup (gtk_string_object_get_string (chosen)) : NULL;
}

static void
on_sign_clicked_cb (AsySignWindow *self)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, on_sign_done_cb, NULL);
  g_autoptr (GDateTime) now = asy_clock_now (asy_context_get_clock (self->context));
  Signing *signing;

  if (!gtk_widget_get_sensitive (GTK_WIDGET (self->sign_button)))
    return;
  forget_problem (self);
  signing = g_new0 (Signing, 1);
  signing->pdf = g_bytes_ref (self->pdf);
  signing->key_file = g_object_ref (self->key_file);
  signing->password = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->password)));
  signing->field = dup_field (self);
  signing->now = g_date_time_to_unix (now);
  g_task_set_task_data (task, signing, signing_free);
  gtk_spinner_start (self->spinner);
  update_button (self);
  g_task_run_in_thread (task, sign_in_thread);
}

static void
set_key_file (AsySignWindow *self, GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  g_set_object (&self->key_file, file);
  adw_action_row_set_subtitle (self->key_row, name);
  forget_problem (self);
  update_button (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->password));
}

static void
on_key_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AsySignWindow) self = user_data;
  g_autoptr (GFile) file = asy_ui_open_file_finish (result);

  if (file != NULL && self->context != NULL)
    set_key_file (self, file);
}

static void
on_choose_clicked_cb (AsySignWindow *self)
{
  static const char *const patterns[] = { "*.p12", "*.pfx", "*.P12", "*.PFX", NULL };
  const AsyFileKind kind = { _ ("Certificates with a key (PKCS#12)"), patterns };

  asy_ui_open_file_async (GTK_WIDGET (self), _ ("Choose a certificate"), &kind, NULL, on_key_chosen_cb, g_object_ref (self));
}

static void
asy_sign_window_dispose (GObject *object)
{
  AsySignWindow *self = ASY_SIGN_WINDOW (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), ASY_TYPE_SIGN_WINDOW);
  g_clear_object (&self->context);
  g_clear_object (&self->key_file);
  g_clear_pointer (&self->pdf, g_bytes_unref);

  G_OBJECT_CLASS (asy_sign_window_parent_class)->dispose (object);
}

static void
asy_sign_window_class_init (AsySignWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = asy_sign_window_dispose;

  signals[SIGNED] = g_signal_new ("signed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_BYTES, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class, ASY_RESOURCE_BASE "/ui/letters/sign-window.ui");
  gtk_widget_class_bind_template_child (widget_class, AsySignWindow, paper_row);
  gtk_widget_class_bind_template_child (widget_class, AsySignWindow, key_row);
  gtk_widget_class_bind_template_child (widget_class, AsySignWindow, password);
  gtk_widget_class_bind_template_child (widget_class, AsySignWindow, field_row);
  gtk_widget_class_bind_template_child (widget_class, AsySignWindow, message);
  gtk_widget_class_bind_template_child (widget_class, AsySignWindow, sign_button);
  gtk_widget_class_bind_template_child (widget_class, AsySignWindow, spinner);
  gtk_widget_class_bind_template_callback (widget_class, on_sign_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_choose_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_button);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
asy_sign_window_init (AsySignWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  say (self, NULL);
  update_button (self);
}

AsySignWindow *
asy_sign_window_new (AsyContext *context, GBytes *pdf, const char *what)
{
  AsySignWindow *self = g_object_new (ASY_TYPE_SIGN_WINDOW, "transient-for", asy_context_get_window (context), NULL);
  g_auto (GStrv) fields = asy_pades_list_empty_fields (pdf, NULL);
  g_autoptr (GtkStringList) names = gtk_string_list_new ((const char *const *) fields);

  self->context = g_object_ref (context);
  self->pdf = g_bytes_ref (pdf);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->paper_row), what);
  adw_combo_row_set_model (self->field_row, G_LIST_MODEL (names));
  return self;
}
