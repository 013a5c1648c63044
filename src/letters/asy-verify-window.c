/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-letters"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "letters/asy-verify-window.h"
#include "seal/asy-verify.h"
#include "ui/asy-compat.h"
#include "ui/asy-rows.h"
#include "ui/asy-ui.h"

static const char *
verdict_text (AsyVerdict verdict, const char **ret_icon, AsyMeaning *ret_meaning)
{
  switch (verdict)
    {
    case ASY_VERDICT_VALID:
      *ret_icon = "emblem-ok-symbolic";
      *ret_meaning = ASY_MEANING_DONE;
      return _ ("The signatures are valid and trusted, and nothing was changed after them.");
    case ASY_VERDICT_UNTRUSTED:
      *ret_icon = "dialog-question-symbolic";
      *ret_meaning = ASY_MEANING_SOON;
      return _ ("The paper is intact, but the authority that vouches for a signer is not among the trusted ones.");
    case ASY_VERDICT_CHANGED:
      *ret_icon = "dialog-warning-symbolic";
      *ret_meaning = ASY_MEANING_LATE;
      return _ ("The file was changed after it was signed.");
    case ASY_VERDICT_BROKEN:
      *ret_icon = "dialog-error-symbolic";
      *ret_meaning = ASY_MEANING_LATE;
      return _ ("A signature does not match the file: it is damaged or forged.");
    case ASY_VERDICT_UNSIGNED:
    default:
      *ret_icon = "dialog-information-symbolic";
      *ret_meaning = ASY_MEANING_PLAIN;
      return _ ("Nobody has signed this file.");
    }
}

static void
add_fact (GtkWidget *row, gboolean is_good, const char *good, const char *bad)
{
  GtkWidget *fact = asy_action_row_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name (is_good ? "emblem-ok-symbolic" : "dialog-warning-symbolic");

  asy_ui_set_meaning (icon, is_good ? ASY_MEANING_DONE : ASY_MEANING_SOON);
  adw_action_row_add_prefix (ADW_ACTION_ROW (fact), icon);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (fact), is_good ? good : bad);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), fact);
}

static char *
dup_when (AsySignatureReport *report)
{
  const gint64 seconds = asy_signature_report_get_time (report);
  g_autoptr (GTimeZone) zone = asy_clock_new_office_zone ();
  g_autoptr (GDateTime) utc = seconds != 0 ? g_date_time_new_from_unix_utc (seconds) : NULL;
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_timezone (utc, zone) : NULL;
  g_autofree char *time = local != NULL ? g_date_time_format (local, "%-d.%m.%Y, %H:%M") : NULL;

  if (time == NULL)
    return g_strdup (asy_signature_report_get_issuer (report));
  return g_strdup_printf (_ ("%s by the signer's clock · %s"), time, asy_signature_report_get_issuer (report));
}

static GtkWidget *
new_signature_row (AsySignatureReport *report)
{
  GtkWidget *row = adw_expander_row_new ();
  g_autofree char *when = dup_when (report);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), asy_signature_report_get_signer (report));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), when);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  add_fact (row, asy_signature_report_get_is_intact (report), _ ("What was signed is intact"), _ ("What was signed was altered"));
  add_fact (row, asy_signature_report_get_covers_whole_file (report), _ ("Covers the whole file"),
            _ ("Something was added after this signature, such as another signature"));
  add_fact (row, asy_signature_report_get_is_trusted (report), _ ("The signer's authority is trusted"),
            _ ("The signer's authority is not among the trusted ones"));
  add_fact (row, asy_signature_report_get_is_qualified (report), _ ("Qualified signature"), _ ("Not a qualified signature, or it cannot be proved"));
  add_fact (row, asy_signature_report_get_is_revocation_checked (report), _ ("Revocation was checked"), _ ("Revocation was not checked"));
  return row;
}

static void
add_escape (GtkWidget *window)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                                          gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (window, keys);
}

static void
show_result (AsyContext *context, AsyVerification *verification, const char *what)
{
  GtkWidget *window = g_object_new (ADW_TYPE_WINDOW, "modal", TRUE, "transient-for", asy_context_get_window (context),
                                    "title", _ ("Signatures"), "default-width", 560, "default-height", 560, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *verdict_group = adw_preferences_group_new ();
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *row = asy_action_row_new ();
  const char *icon_name;
  AsyMeaning meaning;
  const char *text = verdict_text (asy_verification_get_verdict (verification), &icon_name, &meaning);
  GtkWidget *icon = gtk_image_new_from_icon_name (icon_name);
  GtkWidget *bar = adw_header_bar_new ();

  asy_ui_set_meaning (icon, meaning);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), what);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (verdict_group), row);
  for (guint i = 0; i < asy_verification_get_n_signatures (verification); i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), new_signature_row (asy_verification_get_signature (verification, i)));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (verdict_group));
  if (asy_verification_get_n_signatures (verification) > 0)
    adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  gtk_widget_set_vexpand (page, TRUE);
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), page);
  adw_window_set_content (ADW_WINDOW (window), box);
  add_escape (window);
  gtk_window_present (GTK_WINDOW (window));
}

typedef struct {
  GBytes *pdf;                  /* nullable: read from the file */
  GFile *file;                  /* nullable */
  char *what;
  gint64 now;
} Check;

static void
check_free (gpointer data)
{
  Check *check = data;

  g_clear_pointer (&check->pdf, g_bytes_unref);
  g_clear_object (&check->file);
  g_free (check->what);
  g_free (check);
}

static void
verify_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Check *check = task_data;
  GError *error = NULL;
  g_autoptr (AsyTrust) trust = asy_trust_new ();
  g_autoptr (GBytes) pdf = NULL;
  AsyVerification *verification;

  /* Without the system's authorities everything is untrusted, which is said. */
  (void) asy_trust_add_system (trust, NULL);
  pdf = check->pdf != NULL ? g_bytes_ref (check->pdf) : g_file_load_bytes (check->file, cancellable, NULL, &error);
  verification = pdf != NULL ? asy_verify_pdf (pdf, trust, check->now, &error) : NULL;
  if (verification != NULL)
    g_task_return_pointer (task, verification, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
on_verified_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  AsyContext *context = ASY_CONTEXT (source);
  Check *check = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (AsyVerification) verification = g_task_propagate_pointer (G_TASK (result), &error);

  if (verification == NULL)
    asy_context_show_error (context, NULL, error);
  else
    show_result (context, verification, check->what);
}

static void
start (AsyContext *context, GBytes *pdf, GFile *file, const char *what)
{
  g_autoptr (GTask) task = g_task_new (context, NULL, on_verified_cb, NULL);
  g_autoptr (GDateTime) now = asy_clock_now (asy_context_get_clock (context));
  Check *check = g_new0 (Check, 1);

  check->pdf = pdf != NULL ? g_bytes_ref (pdf) : NULL;
  check->file = file != NULL ? g_object_ref (file) : NULL;
  check->what = g_strdup (what);
  check->now = g_date_time_to_unix (now);
  g_task_set_task_data (task, check, check_free);
  g_task_run_in_thread (task, verify_in_thread);
}

void
asy_verify_window_open (AsyContext *context, GBytes *pdf, const char *what)
{
  start (context, pdf, NULL, what);
}

static void
on_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AsyContext) context = user_data;
  g_autoptr (GFile) file = asy_ui_open_file_finish (result);
  g_autofree char *name = file != NULL ? g_file_get_basename (file) : NULL;

  if (file != NULL)
    start (context, NULL, file, name);
}

void
asy_verify_window_choose (AsyContext *context)
{
  static const char *const patterns[] = { "*.pdf", "*.PDF", NULL };
  const AsyFileKind kind = { _ ("PDF documents"), patterns };

  asy_ui_open_file_async (GTK_WIDGET (asy_context_get_window (context)), _ ("Choose a signed file"), &kind, NULL, on_chosen_cb,
                          g_object_ref (context));
}
