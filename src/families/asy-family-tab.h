/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "families/asy-family-data.h"
#include "ui/asy-context.h"

G_BEGIN_DECLS

/**
 * AsyFamilyTab:
 *
 * One page of a family. It is filled when it is seen: a family opens with the
 * work of one page, not of seven. Buttons in it activate `family.*` of the
 * pane around it.
 */
#define ASY_TYPE_FAMILY_TAB (asy_family_tab_get_type ())
G_DECLARE_DERIVABLE_TYPE (AsyFamilyTab, asy_family_tab, ASY, FAMILY_TAB, AdwBin)

struct _AsyFamilyTabClass
{
  AdwBinClass parent_class;

  /** Shows @data; called only while the page is mapped. */
  void (*fill) (AsyFamilyTab *self, AsyFamilyData *data);
};

void asy_family_tab_set_context (AsyFamilyTab *self, AsyContext *context);
AsyContext *asy_family_tab_get_context (AsyFamilyTab *self);

/** What is shown now or next; %NULL for nothing. */
void asy_family_tab_set_data (AsyFamilyTab *self, AsyFamilyData *data);
AsyFamilyData *asy_family_tab_get_data (AsyFamilyTab *self);

/* Pieces that several tabs are made of. */

/** Makes the page a scrolled column, at most @width_px wide; gives the box to fill. (transfer none) */
GtkBox *asy_family_tab_build_column (AsyFamilyTab *self, int width_px);

/** A card with rows; gives the list box. (transfer floating) */
GtkWidget *asy_family_card_new (void);

/** A caption over a value, for facts; a blank value is a dash. With @action (nullable) the row opens a form. (transfer floating) */
GtkWidget *asy_family_fact_row_new (const char *title, const char *value, const char *action, gint64 target);

/** A row with a menu of papers about the family: @kinds are of asy_family_letter_kinds, %NULL-terminated. (transfer floating) */
GtkWidget *asy_family_papers_row_new (const char *const *kinds);

/** Button that begins or opens the paper of one record; @kind is of asy_record_letter_kinds. (transfer floating) */
GtkWidget *asy_family_paper_button_new (const char *kind, gint64 record_id);

/** A heading with a small button at its end. (transfer floating) */
GtkWidget *asy_family_heading_new (const char *title, int count, const char *button_label, const char *icon_name,
                                   const char *action);

/** A card below @heading (transfer floating) at the end of @column; the card is borrowed from the column. */
GtkListBox *asy_family_column_add_card (GtkBox *column, GtkWidget *heading);

/** A row of a list of records: title, second line, what stands at its end. (transfer floating) */
GtkWidget *asy_family_record_row_new (const char *title, const char *subtitle, GtkWidget *suffix, const char *action, gint64 target);

/** A dim sentence in a card where there is nothing. (transfer floating) */
GtkWidget *asy_family_nothing_row_new (const char *text);

G_END_DECLS
