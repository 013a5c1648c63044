/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-app"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/asy-start-view.h"
#include "ui/asy-banner.h"
#include "ui/asy-compat.h"
#include "ui/asy-errors.h"

struct _AsyStartView
{
  AdwBin parent_instance;

  char *last;                   /* owned */

  /* template children, borrowed */
  AsyBanner *banner;
  AdwActionRow *last_row;
};

G_DEFINE_FINAL_TYPE (AsyStartView, asy_start_view, ADW_TYPE_BIN)

enum { CREATE, OPEN, N_SIGNALS };
static guint signals[N_SIGNALS];

static const char *const register_patterns[] = { "*.asysta", NULL };

void
asy_start_view_set_last (AsyStartView *self, const char *path)
{
  g_return_if_fail (ASY_IS_START_VIEW (self));

  g_free (self->last);
  self->last = g_strdup (path);
  asy_banner_hide (self->banner);
  gtk_widget_set_visible (GTK_WIDGET (self->last_row), path != NULL);
  if (path != NULL)
    {
      g_autofree char *shown = g_filename_display_name (path);

      adw_action_row_set_subtitle (self->last_row, shown);
    }
}

void
asy_start_view_set_problem (AsyStartView *self, const GError *error)
{
  g_autofree char *sentence = NULL;

  g_return_if_fail (ASY_IS_START_VIEW (self));
  g_return_if_fail (error != NULL);

  sentence = asy_error_describe (error);
  asy_banner_show (self->banner, ASY_MEANING_SOON, sentence, NULL, NULL);
}

static void
on_create_cb (AsyStartView *self)
{
  g_signal_emit (self, signals[CREATE], 0);
}

static void
on_last_cb (AsyStartView *self)
{
  g_signal_emit (self, signals[OPEN], 0, self->last);
}

static void
on_file_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AsyStartView) self = data;
  g_autoptr (GFile) file = asy_ui_open_file_finish (result);

  if (file != NULL)
    g_signal_emit (self, signals[OPEN], 0, g_file_peek_path (file));
}

static void
on_choose_cb (AsyStartView *self)
{
  const AsyFileKind kind = { _("Registers of Asysta"), register_patterns };

  asy_ui_open_file_async (GTK_WIDGET (self), _("Open a Register"), &kind, NULL, on_file_cb, g_object_ref (self));
}

static void
asy_start_view_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ASY_TYPE_START_VIEW);

  G_OBJECT_CLASS (asy_start_view_parent_class)->dispose (object);
}

static void
asy_start_view_finalize (GObject *object)
{
  g_free (ASY_START_VIEW (object)->last);

  G_OBJECT_CLASS (asy_start_view_parent_class)->finalize (object);
}

static void
asy_start_view_class_init (AsyStartViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = asy_start_view_dispose;
  object_class->finalize = asy_start_view_finalize;

  signals[CREATE] = g_signal_new ("create", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[OPEN] = g_signal_new ("open", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, ASY_RESOURCE_BASE "/ui/app/asy-start-view.ui");
  gtk_widget_class_bind_template_child (widget_class, AsyStartView, banner);
  gtk_widget_class_bind_template_child (widget_class, AsyStartView, last_row);
  gtk_widget_class_bind_template_callback (widget_class, on_create_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_choose_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_last_cb);
}

static void
asy_start_view_init (AsyStartView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
