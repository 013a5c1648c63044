/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-app"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/asy-recovery-sheet.h"
#include "app/asy-recovery-view.h"
#include "app/asy-secret-text.h"
#include "ui/asy-compat.h"
#include "ui/asy-print.h"

struct _AsyRecoveryView
{
  AdwBin parent_instance;

  /* owned */
  char *code;
  char *path;
  char *issued_by;
  AsyOffice *office;
  AsyDay today;

  /* template children, borrowed */
  GtkLabel *code_label;
  GtkCheckButton *kept_button;
};

G_DEFINE_FINAL_TYPE (AsyRecoveryView, asy_recovery_view, ADW_TYPE_BIN)

enum { PROP_0, PROP_CONFIRMED, N_PROPS };
static GParamSpec *properties[N_PROPS];

static const char *const pdf_patterns[] = { "*.pdf", NULL };

static AsyDocument *
make_sheet (AsyRecoveryView *self, GError **error)
{
  return asy_recovery_sheet_new (self->code, self->path, self->office, self->issued_by, self->today, error);
}

static void
on_print_cb (AsyRecoveryView *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AsyDocument) sheet = make_sheet (self, &error);

  if (sheet == NULL)
    asy_ui_show_error (GTK_WIDGET (self), error);
  else
    asy_ui_print (GTK_WIDGET (self), sheet, _("Recovery sheet"));
}

static gboolean
write_sheet (AsyRecoveryView *self, GFile *file, GError **error)
{
  g_autoptr (AsyDocument) sheet = make_sheet (self, error);
  char iso[11];
  g_autofree char *created = NULL;
  AsyDocumentMeta meta = { 0 };
  g_autoptr (GBytes) bytes = NULL;
  gconstpointer content;
  gsize length;

  if (sheet == NULL)
    return FALSE;
  asy_day_write_iso (self->today, iso);
  created = g_strconcat (iso, "T12:00:00", NULL);
  meta.created = created;
  bytes = asy_document_write_pdf (sheet, &meta, error);
  if (bytes == NULL)
    return FALSE;
  content = g_bytes_get_data (bytes, &length);
  return g_file_replace_contents (file, content, length, NULL, FALSE, G_FILE_CREATE_PRIVATE | G_FILE_CREATE_REPLACE_DESTINATION,
                                  NULL, NULL, error);
}

static void
on_file_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AsyRecoveryView) self = data;
  g_autoptr (GFile) file = asy_ui_save_file_finish (result);
  g_autoptr (GError) error = NULL;

  if (file != NULL && !write_sheet (self, file, &error))
    asy_ui_show_error (GTK_WIDGET (self), error);
}

static void
on_save_cb (AsyRecoveryView *self)
{
  const AsyFileKind kind = { _("PDF documents"), pdf_patterns };

  asy_ui_save_file_async (GTK_WIDGET (self), _("Save the Recovery Sheet"), &kind, NULL, _("Recovery sheet.pdf"),
                          on_file_cb, g_object_ref (self));
}

static void
on_kept_cb (AsyRecoveryView *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CONFIRMED]);
}

gboolean
asy_recovery_view_get_confirmed (AsyRecoveryView *self)
{
  g_return_val_if_fail (ASY_IS_RECOVERY_VIEW (self), FALSE);

  return gtk_check_button_get_active (self->kept_button);
}

/* Seven groups in one line are read wrongly. */
static char *
fold_code (const char *code)
{
  g_auto (GStrv) groups = g_strsplit (code, "-", -1);
  GString *text = g_string_new (NULL);

  for (guint i = 0; groups[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append (text, i % 4 == 0 ? "\n" : "  ");
      g_string_append (text, groups[i]);
    }
  return g_string_free (text, FALSE);
}

void
asy_recovery_view_set (AsyRecoveryView *self, const char *code, const char *path, AsyOffice *office, const char *issued_by, AsyDay today)
{
  char *folded;

  g_return_if_fail (ASY_IS_RECOVERY_VIEW (self));
  g_return_if_fail (code != NULL && path != NULL);

  asy_secret_text_free (self->code);
  self->code = g_strdup (code);
  g_free (self->path);
  self->path = g_strdup (path);
  g_free (self->issued_by);
  self->issued_by = g_strdup (issued_by);
  g_set_object (&self->office, office);
  self->today = today;
  folded = fold_code (code);
  gtk_label_set_text (self->code_label, folded);
  asy_secret_text_free (folded);
  gtk_check_button_set_active (self->kept_button, FALSE);
}

static void
asy_recovery_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  g_value_set_boolean (value, asy_recovery_view_get_confirmed (ASY_RECOVERY_VIEW (object)));
}

static void
asy_recovery_view_dispose (GObject *object)
{
  AsyRecoveryView *self = ASY_RECOVERY_VIEW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), ASY_TYPE_RECOVERY_VIEW);
  g_clear_object (&self->office);

  G_OBJECT_CLASS (asy_recovery_view_parent_class)->dispose (object);
}

static void
asy_recovery_view_finalize (GObject *object)
{
  AsyRecoveryView *self = ASY_RECOVERY_VIEW (object);

  asy_secret_text_free (self->code);
  g_free (self->path);
  g_free (self->issued_by);

  G_OBJECT_CLASS (asy_recovery_view_parent_class)->finalize (object);
}

static void
asy_recovery_view_class_init (AsyRecoveryViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = asy_recovery_view_get_property;
  object_class->dispose = asy_recovery_view_dispose;
  object_class->finalize = asy_recovery_view_finalize;

  properties[PROP_CONFIRMED] = g_param_spec_boolean ("confirmed", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, ASY_RESOURCE_BASE "/ui/app/asy-recovery-view.ui");
  gtk_widget_class_bind_template_child (widget_class, AsyRecoveryView, code_label);
  gtk_widget_class_bind_template_child (widget_class, AsyRecoveryView, kept_button);
  gtk_widget_class_bind_template_callback (widget_class, on_print_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_save_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_kept_cb);
}

static void
asy_recovery_view_init (AsyRecoveryView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
