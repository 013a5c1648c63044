/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-letters"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "letters/asy-letter-section-row.h"
#include "ui/asy-rows.h"

/* So many fit into one line of a closed section. */
#define SUMMARY_CHARS 60

struct _AsyLetterSectionRow
{
  AdwExpanderRow parent_instance;

  AsyLetterSection *section;
  GtkWidget *body;              /* AsyTextRow */
  GtkWidget *source;            /* AdwEntryRow */
  GtkWidget *mark;
  char *default_body;
};

G_DEFINE_FINAL_TYPE (AsyLetterSectionRow, asy_letter_section_row, ADW_TYPE_EXPANDER_ROW)

enum { CHANGED, FOCUSED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* The first words say what is in a closed section. */
static void
show_summary (AsyLetterSectionRow *self)
{
  const char *own = asy_letter_section_get_body (self->section);
  const char *body = own != NULL ? own : *self->default_body != '\0' ? self->default_body : NULL;
  const glong length = body != NULL ? g_utf8_strlen (body, -1) : 0;
  g_autofree char *start = body != NULL ? g_utf8_substring (body, 0, MIN (length, SUMMARY_CHARS)) : g_strdup (_ ("empty"));
  g_autofree char *line = g_strconcat (start, length > SUMMARY_CHARS ? "…" : NULL, NULL);

  g_strdelimit (line, "\n", ' ');
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), line);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->mark), body != NULL ? "emblem-ok-symbolic" : NULL);
  gtk_widget_set_visible (self->mark, body != NULL);
}

static void
on_body_changed_cb (AsyLetterSectionRow *self)
{
  g_autofree char *text = asy_text_row_dup_text (ASY_TEXT_ROW (self->body));
  const char *own = *text != '\0' && !g_str_equal (text, self->default_body) ? text : NULL;

  if (g_strcmp0 (asy_letter_section_get_body (self->section), own) == 0)
    return;
  asy_letter_section_set_body (self->section, own);
  asy_letter_section_set_reviewed (self->section, TRUE);
  show_summary (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_source_changed_cb (AsyLetterSectionRow *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->source));

  if (g_strcmp0 (asy_letter_section_get_source (self->section), *text != '\0' ? text : NULL) == 0)
    return;
  asy_letter_section_set_source (self->section, text);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_expanded_cb (AsyLetterSectionRow *self)
{
  if (!adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self)))
    return;
  gtk_widget_grab_focus (GTK_WIDGET (asy_text_row_get_view (ASY_TEXT_ROW (self->body))));
  g_signal_emit (self, signals[FOCUSED], 0);
}

static void
asy_letter_section_row_dispose (GObject *object)
{
  AsyLetterSectionRow *self = ASY_LETTER_SECTION_ROW (object);

  g_clear_object (&self->section);
  g_clear_pointer (&self->default_body, g_free);

  G_OBJECT_CLASS (asy_letter_section_row_parent_class)->dispose (object);
}

static void
asy_letter_section_row_class_init (AsyLetterSectionRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = asy_letter_section_row_dispose;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FOCUSED] = g_signal_new ("focused", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
asy_letter_section_row_init (AsyLetterSectionRow *self)
{
  self->mark = gtk_image_new ();
  gtk_widget_add_css_class (self->mark, "done");
  adw_expander_row_add_action (ADW_EXPANDER_ROW (self), self->mark);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
}

GtkWidget *
asy_letter_section_row_new (AsyLetterSection *section, const char *heading, guint number, const char *default_body,
                            gboolean is_editable)
{
  AsyLetterSectionRow *self = g_object_new (ASY_TYPE_LETTER_SECTION_ROW, NULL);
  g_autofree char *title = g_strdup_printf ("%u. %s", number, heading);
  GtkTextView *view;

  self->section = g_object_ref (section);
  self->default_body = g_strdup (default_body != NULL ? default_body : "");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  self->body = asy_text_row_new (heading, 6);
  asy_text_row_set_text (ASY_TEXT_ROW (self->body),
                         asy_letter_section_get_body (section) != NULL ? asy_letter_section_get_body (section) : self->default_body);
  view = asy_text_row_get_view (ASY_TEXT_ROW (self->body));
  gtk_text_view_set_editable (view, is_editable);
  self->source = adw_entry_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->source), _ ("Source"));
  gtk_editable_set_text (GTK_EDITABLE (self->source),
                         asy_letter_section_get_source (section) != NULL ? asy_letter_section_get_source (section) : "");
  gtk_editable_set_editable (GTK_EDITABLE (self->source), is_editable);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), self->body);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), self->source);
  g_signal_connect_object (self->body, "notify::text", G_CALLBACK (on_body_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->source, "changed", G_CALLBACK (on_source_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::expanded", G_CALLBACK (on_expanded_cb), NULL);
  show_summary (self);
  return GTK_WIDGET (self);
}

AsyLetterSection *
asy_letter_section_row_get_section (AsyLetterSectionRow *self)
{
  return self->section;
}
