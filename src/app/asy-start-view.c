/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-app"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/asy-demonstration.h"
#include "app/asy-start-view.h"
#include "ui/asy-banner.h"
#include "ui/asy-compat.h"
#include "ui/asy-errors.h"
#include "ui/asy-ui.h"

struct _AsyStartView
{
  AdwBin parent_instance;

  /* owned */
  AsyClock *clock;
  char *last;
  GCancellable *making;         /* NULL: no demonstration register is being made */

  /* template children, borrowed */
  AsyBanner *banner;
  AdwActionRow *last_row;
  GtkStack *ways;
  GtkWidget *demonstration_row;
  GtkProgressBar *progress;
  GtkWidget *cancel_button;
};

G_DEFINE_FINAL_TYPE (AsyStartView, asy_start_view, ADW_TYPE_BIN)

enum { CREATE, OPEN, DEMONSTRATE, N_SIGNALS };
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

/* The demonstration register */

static void
demonstrate (AsyStartView *self)
{
  g_autofree char *path = asy_demonstration_get_path ();

  g_signal_emit (self, signals[DEMONSTRATE], 0, path);
}

static void
on_progress_cb (gpointer source, double done)
{
  AsyStartView *self = ASY_START_VIEW (source);

  if (self->progress != NULL)
    gtk_progress_bar_set_fraction (self->progress, done);
}

static void
on_made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  AsyStartView *self = ASY_START_VIEW (source);
  g_autoptr (GError) error = NULL;
  gboolean made = asy_demonstration_make_finish (result, &error);

  g_clear_object (&self->making);
  /* The window was closed meanwhile. */
  if (self->ways == NULL)
    return;
  gtk_stack_set_visible_child_name (self->ways, "choices");
  if (!made && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    asy_start_view_set_problem (self, error);
  /* Whoever has opened another register meanwhile goes on with that. */
  if (made && gtk_widget_get_mapped (GTK_WIDGET (self)))
    demonstrate (self);
  else
    gtk_widget_grab_focus (self->demonstration_row);
}

static void
on_demonstration_cb (AsyStartView *self)
{
  g_autofree char *path = asy_demonstration_get_path ();

  asy_banner_hide (self->banner);
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      demonstrate (self);
      return;
    }
  self->making = g_cancellable_new ();
  gtk_progress_bar_set_fraction (self->progress, 0);
  gtk_stack_set_visible_child_name (self->ways, "making");
  gtk_widget_grab_focus (self->cancel_button);
  asy_demonstration_make_async (self, path, self->clock, on_progress_cb, self->making, on_made_cb, NULL);
}

static void
on_cancel_cb (AsyStartView *self)
{
  if (self->making != NULL)
    g_cancellable_cancel (self->making);
}

static void
cancel_action (GtkWidget *widget, const char *name, GVariant *target)
{
  on_cancel_cb (ASY_START_VIEW (widget));
}

void
asy_start_view_set_clock (AsyStartView *self, AsyClock *clock)
{
  g_return_if_fail (ASY_IS_START_VIEW (self));

  g_set_object (&self->clock, clock);
}

static void
asy_start_view_dispose (GObject *object)
{
  AsyStartView *self = ASY_START_VIEW (object);

  on_cancel_cb (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), ASY_TYPE_START_VIEW);

  g_clear_object (&self->clock);

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
  signals[DEMONSTRATE] = g_signal_new ("demonstrate", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, ASY_RESOURCE_BASE "/ui/app/asy-start-view.ui");
  gtk_widget_class_bind_template_child (widget_class, AsyStartView, banner);
  gtk_widget_class_bind_template_child (widget_class, AsyStartView, last_row);
  gtk_widget_class_bind_template_child (widget_class, AsyStartView, ways);
  gtk_widget_class_bind_template_child (widget_class, AsyStartView, demonstration_row);
  gtk_widget_class_bind_template_child (widget_class, AsyStartView, progress);
  gtk_widget_class_bind_template_child (widget_class, AsyStartView, cancel_button);
  gtk_widget_class_bind_template_callback (widget_class, on_create_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_choose_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_last_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_demonstration_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel_cb);

  gtk_widget_class_install_action (widget_class, "start.cancel", NULL, cancel_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "start.cancel", NULL);
}

static void
asy_start_view_init (AsyStartView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  asy_ui_hide_others (self->ways);
}
