/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AsyInlineText:
 *
 * Text that is changed where it stands and as high as it is. What is typed is
 * told by `committed (text)` after a pause, when the focus leaves and by
 * asy_inline_text_flush(). Further signals: `typed` at each change, `entered`
 * and `erased` (Enter, and Backspace where there is nothing), `left (by)` for the
 * arrow up in the first line and down in the last, `escaped`.
 */
#define ASY_TYPE_INLINE_TEXT (asy_inline_text_get_type ())
G_DECLARE_FINAL_TYPE (AsyInlineText, asy_inline_text, ASY, INLINE_TEXT, GtkTextView)

/** @name: for a screen reader; @is_line: Enter does not break the line. (transfer floating) */
GtkWidget *asy_inline_text_new (const char *name, gboolean is_line);

void asy_inline_text_set_name (AsyInlineText *self, const char *name);
void asy_inline_text_set_placeholder (AsyInlineText *self, const char *placeholder);

/** Read only: still to be selected and copied, but not on the way of Tab. */
void asy_inline_text_set_writable (AsyInlineText *self, gboolean is_writable);

/** Shows @text (nullable), unless something is being typed that was not told yet. */
void asy_inline_text_show (AsyInlineText *self, const char *text);

/** In place of what is typed, without a word to anybody: a completion was chosen. */
void asy_inline_text_replace (AsyInlineText *self, const char *text);

char *asy_inline_text_dup_text (AsyInlineText *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean asy_inline_text_is_dirty (AsyInlineText *self);

/** Tells what was typed now. */
void asy_inline_text_flush (AsyInlineText *self);

/** Focus with the cursor behind the last letter. */
void asy_inline_text_edit (AsyInlineText *self);

/** Before its own keys: %TRUE from @func when it took the key. */
typedef gboolean (*AsyInlineKeyFunc) (AsyInlineText *self, guint key, GdkModifierType state, gpointer user_data);
void asy_inline_text_set_key_func (AsyInlineText *self, AsyInlineKeyFunc func, gpointer user_data);

G_END_DECLS
