/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ui/asy-compat.h"
#include "ui/asy-context.h"
#include "ui/asy-errors.h"
#include "ui/asy-ui.h"

/* How often midnight is looked for. */
#define DAY_INTERVAL_S 20

struct _AsyContext
{
  GObject parent_instance;

  /* owned */
  AsyStore *store;
  AsyOfficeFile *office;
  GHashTable *running;          /* owner and slot → GCancellable */

  /* borrowed */
  const AsyRules *rules;

  /* weak */
  GtkWindow *window;

  guint busy;
  guint day_source;
  AsyDay day;                   /* that pages show as today */
  gboolean closed;
};

G_DEFINE_FINAL_TYPE (AsyContext, asy_context, G_TYPE_OBJECT)

enum { PROP_0, PROP_BUSY, N_PROPS };
static GParamSpec *properties[N_PROPS];

enum { OFFICE_CHANGED, CLOSING, TOAST, COUNTER, PUSH, POP, N_SIGNALS };
static guint signals[N_SIGNALS];

static GQuark
context_quark (void)
{
  return g_quark_from_static_string ("asy-context");
}

/* Requests */

typedef struct {
  AsyContext *context;          /* owned */
  GWeakRef owner;
  gboolean is_owned;            /* there was an owner at all */
  const char *slot;
  GCancellable *cancellable;
  GDestroyNotify result_free;
  AsyDoneFunc done;
} Ask;

static void
ask_free (Ask *ask)
{
  g_weak_ref_clear (&ask->owner);
  g_clear_object (&ask->context);
  g_clear_object (&ask->cancellable);
  g_free (ask);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ask, ask_free)

static char *
slot_key (gpointer owner, const char *slot)
{
  return g_strdup_printf ("%p %s", owner, slot);
}

static void
set_busy (AsyContext *self, guint busy)
{
  self->busy = busy;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

static void
forget_running (AsyContext *self, Ask *ask, gpointer owner)
{
  g_autofree char *key = NULL;

  if (ask->slot == NULL || owner == NULL)
    return;
  key = slot_key (owner, ask->slot);
  if (g_hash_table_lookup (self->running, key) == ask->cancellable)
    g_hash_table_remove (self->running, key);
}

static void
on_asked_cb (GObject *source, GAsyncResult *res, gpointer data)
{
  g_autoptr (Ask) ask = data;
  g_autoptr (GObject) owner = g_weak_ref_get (&ask->owner);
  g_autoptr (GError) error = NULL;
  AsyContext *self = ask->context;
  gpointer result = asy_store_run_finish (ASY_STORE (source), res, &error);

  set_busy (self, self->busy - 1);
  forget_running (self, ask, owner);
  if ((ask->is_owned && owner == NULL) || g_cancellable_is_cancelled (ask->cancellable) || self->closed || ask->done == NULL)
    {
      if (result != NULL && result != ASY_STORE_DONE && ask->result_free != NULL)
        ask->result_free (result);
      if (ask->done == NULL && error != NULL)
        asy_context_show_error (self, NULL, error);
      return;
    }
  ask->done (owner, result, error);
}

static GCancellable *
begin_running (AsyContext *self, gpointer owner, const char *slot)
{
  GCancellable *cancellable = g_cancellable_new ();
  char *key;
  GCancellable *previous;

  if (slot == NULL)
    return cancellable;
  key = slot_key (owner, slot);
  previous = g_hash_table_lookup (self->running, key);
  if (previous != NULL)
    g_cancellable_cancel (previous);
  g_hash_table_insert (self->running, key, g_object_ref (cancellable));
  return cancellable;
}

void
asy_context_ask (AsyContext *self, gpointer owner, const char *slot, AsyStoreJob job,
                 gpointer request, GDestroyNotify request_free, GDestroyNotify result_free, AsyDoneFunc done)
{
  Ask *ask;

  g_return_if_fail (ASY_IS_CONTEXT (self));
  g_return_if_fail (owner == NULL || G_IS_OBJECT (owner));
  g_return_if_fail (slot == NULL || owner != NULL);

  ask = g_new0 (Ask, 1);
  ask->context = g_object_ref (self);
  g_weak_ref_init (&ask->owner, owner);
  ask->is_owned = owner != NULL;
  ask->slot = slot;
  ask->cancellable = begin_running (self, owner, slot);
  ask->result_free = result_free;
  ask->done = done;
  set_busy (self, self->busy + 1);
  asy_store_run_async (self->store, job, request, request_free, result_free, ask->cancellable, on_asked_cb, ask);
}

guint
asy_context_get_busy (AsyContext *self)
{
  g_return_val_if_fail (ASY_IS_CONTEXT (self), 0);

  return self->busy;
}

/* The office */

static gpointer
load_office_job (AsySession *session, gpointer request, GError **error)
{
  return asy_office_file_load (session, error);
}

static void
on_office_loaded_cb (gpointer owner, gpointer result, const GError *error)
{
  AsyContext *self = owner;

  if (error != NULL)
    {
      asy_context_show_error (self, NULL, error);
      return;
    }
  g_clear_pointer (&self->office, asy_office_file_unref);
  self->office = result;
  g_signal_emit (self, signals[OFFICE_CHANGED], 0);
}

void
asy_context_reload_office (AsyContext *self)
{
  g_return_if_fail (ASY_IS_CONTEXT (self));

  asy_context_ask (self, self, "office", load_office_job, NULL, NULL, (GDestroyNotify) asy_office_file_unref, on_office_loaded_cb);
}

static void
on_store_changed_cb (AsyContext *self, const char *kind, gint64 id, AsyStore *store)
{
  static const char *const kinds[] = { "*", "office", "court", "app_user", "dictionary", NULL };

  if (g_strv_contains (kinds, kind))
    asy_context_reload_office (self);
}

/* A window stays open over midnight: then everything that is due is another. */
static gboolean
on_look_at_day_cb (gpointer data)
{
  AsyContext *self = data;
  AsyDay today = asy_context_get_today (self);

  if (today == self->day)
    return G_SOURCE_CONTINUE;
  self->day = today;
  g_signal_emit_by_name (self->store, "changed", "*", (gint64) 0);
  return G_SOURCE_CONTINUE;
}

/* What is at hand */

AsyStore *
asy_context_get_store (AsyContext *self)
{
  g_return_val_if_fail (ASY_IS_CONTEXT (self), NULL);

  return self->store;
}

AsyClock *
asy_context_get_clock (AsyContext *self)
{
  g_return_val_if_fail (ASY_IS_CONTEXT (self), NULL);

  return asy_store_get_clock (self->store);
}

AsyDay
asy_context_get_today (AsyContext *self)
{
  g_return_val_if_fail (ASY_IS_CONTEXT (self), ASY_DAY_NONE);

  return asy_store_get_today (self->store);
}

const AsyRules *
asy_context_get_rules (AsyContext *self)
{
  g_return_val_if_fail (ASY_IS_CONTEXT (self), NULL);

  return self->rules;
}

AsyOfficeFile *
asy_context_get_office (AsyContext *self)
{
  g_return_val_if_fail (ASY_IS_CONTEXT (self), NULL);

  return self->office;
}

GtkWindow *
asy_context_get_window (AsyContext *self)
{
  g_return_val_if_fail (ASY_IS_CONTEXT (self), NULL);

  return self->window;
}

void
asy_context_set_window (AsyContext *self, GtkWindow *window)
{
  g_return_if_fail (ASY_IS_CONTEXT (self));
  g_return_if_fail (window == NULL || GTK_IS_WINDOW (window));

  if (self->window != NULL)
    g_object_set_qdata (G_OBJECT (self->window), context_quark (), NULL);
  g_set_weak_pointer (&self->window, window);
  if (window == NULL)
    return;
  g_object_set_qdata_full (G_OBJECT (window), context_quark (), g_object_ref (self), g_object_unref);
  asy_ui_attach_clock (window, asy_context_get_clock (self));
}

AsyContext *
asy_context_of (GtkWidget *widget)
{
  GtkRoot *root;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);

  root = gtk_widget_get_root (widget);
  while (GTK_IS_WINDOW (root))
    {
      AsyContext *context = g_object_get_qdata (G_OBJECT (root), context_quark ());

      if (context != NULL)
        return context;
      root = (GtkRoot *) gtk_window_get_transient_for (GTK_WINDOW (root));
    }
  return NULL;
}

/* What pages say to the window */

static AdwToast *
new_toast (const char *text)
{
  /* Titles of toasts are markup. */
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  AdwToast *toast = adw_toast_new (escaped);

  adw_toast_set_timeout (toast, 5);
  return toast;
}

void
asy_context_toast (AsyContext *self, const char *text)
{
  g_autoptr (AdwToast) toast = NULL;

  g_return_if_fail (ASY_IS_CONTEXT (self));
  g_return_if_fail (text != NULL);

  toast = new_toast (text);
  g_signal_emit (self, signals[TOAST], 0, toast);
}

void
asy_context_toast_action (AsyContext *self, const char *text, const char *label, GCallback action, gpointer user_data,
                          GClosureNotify destroy)
{
  g_autoptr (AdwToast) toast = NULL;

  g_return_if_fail (ASY_IS_CONTEXT (self));
  g_return_if_fail (text != NULL && label != NULL && action != NULL);

  toast = new_toast (text);
  adw_toast_set_button_label (toast, label);
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  g_signal_connect_data (toast, "button-clicked", action, user_data, destroy, G_CONNECT_SWAPPED);
  g_signal_emit (self, signals[TOAST], 0, toast);
}

void
asy_context_toast_undo (AsyContext *self, const char *text, GCallback undo, gpointer user_data, GClosureNotify destroy)
{
  asy_context_toast_action (self, text, _("_Undo"), undo, user_data, destroy);
}

void
asy_context_show_error (AsyContext *self, GtkWidget *parent, const GError *error)
{
  g_return_if_fail (ASY_IS_CONTEXT (self));
  g_return_if_fail (error != NULL);

  if (asy_error_is_silent (error) || self->closed)
    return;
  asy_ui_show_error (parent != NULL ? parent : (GtkWidget *) self->window, error);
}

void
asy_context_go (AsyContext *self, const char *action, gint64 id, const char *detail)
{
  g_autofree char *name = NULL;
  GVariant *target;

  g_return_if_fail (ASY_IS_CONTEXT (self));
  g_return_if_fail (action != NULL);

  if (self->window == NULL)
    return;
  name = g_strconcat ("app.", action, NULL);
  target = detail != NULL ? g_variant_new ("(sx)", detail, id) : g_variant_new_int64 (id);
  gtk_widget_activate_action_variant (GTK_WIDGET (self->window), name, target);
}

void
asy_context_set_counter (AsyContext *self, const char *page_id, guint number, AsyMeaning meaning)
{
  g_return_if_fail (ASY_IS_CONTEXT (self));
  g_return_if_fail (page_id != NULL);

  g_signal_emit (self, signals[COUNTER], 0, page_id, number, meaning);
}

void
asy_context_push (AsyContext *self, GtkWidget *subpage)
{
  g_autoptr (GtkWidget) owned = NULL;

  g_return_if_fail (ASY_IS_CONTEXT (self));
  g_return_if_fail (GTK_IS_WIDGET (subpage));

  owned = g_object_ref_sink (subpage);
  g_signal_emit (self, signals[PUSH], 0, subpage);
}

void
asy_context_pop (AsyContext *self)
{
  g_return_if_fail (ASY_IS_CONTEXT (self));

  g_signal_emit (self, signals[POP], 0);
}

void
asy_context_close (AsyContext *self)
{
  g_autoptr (GList) running = NULL;

  g_return_if_fail (ASY_IS_CONTEXT (self));

  if (self->closed)
    return;
  g_signal_emit (self, signals[CLOSING], 0);
  self->closed = TRUE;
  g_clear_handle_id (&self->day_source, g_source_remove);
  running = g_hash_table_get_values (self->running);
  for (GList *l = running; l != NULL; l = l->next)
    g_cancellable_cancel (l->data);
  asy_context_set_window (self, NULL);
}

AsyContext *
asy_context_new (AsyStore *store, AsyOfficeFile *office, const AsyRules *rules)
{
  AsyContext *self;

  g_return_val_if_fail (ASY_IS_STORE (store), NULL);
  g_return_val_if_fail (office != NULL, NULL);

  self = g_object_new (ASY_TYPE_CONTEXT, NULL);
  self->store = g_object_ref (store);
  self->office = asy_office_file_ref (office);
  self->rules = rules;
  g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed_cb), self, G_CONNECT_SWAPPED);
  self->day = asy_store_get_today (store);
  self->day_source = g_timeout_add_seconds (DAY_INTERVAL_S, on_look_at_day_cb, self);
  return self;
}

static void
asy_context_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_BUSY:
      g_value_set_uint (value, asy_context_get_busy (ASY_CONTEXT (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
asy_context_dispose (GObject *object)
{
  AsyContext *self = ASY_CONTEXT (object);

  g_clear_handle_id (&self->day_source, g_source_remove);
  g_clear_weak_pointer (&self->window);
  g_clear_object (&self->store);
  g_clear_pointer (&self->office, asy_office_file_unref);
  g_clear_pointer (&self->running, g_hash_table_unref);

  G_OBJECT_CLASS (asy_context_parent_class)->dispose (object);
}

static void
asy_context_class_init (AsyContextClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GType type = G_TYPE_FROM_CLASS (klass);

  object_class->get_property = asy_context_get_property;
  object_class->dispose = asy_context_dispose;

  properties[PROP_BUSY] = g_param_spec_uint ("busy", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[OFFICE_CHANGED] = g_signal_new ("office-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CLOSING] = g_signal_new ("closing", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[TOAST] = g_signal_new ("toast", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, ADW_TYPE_TOAST);
  signals[COUNTER] = g_signal_new ("counter", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_UINT, ASY_TYPE_MEANING);
  signals[PUSH] = g_signal_new ("push", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, GTK_TYPE_WIDGET);
  signals[POP] = g_signal_new ("pop", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
asy_context_init (AsyContext *self)
{
  self->running = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
}
