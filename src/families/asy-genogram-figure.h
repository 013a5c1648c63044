/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/asy-family-file.h"
#include "ui/asy-context.h"

G_BEGIN_DECLS

#define ASY_GENOGRAM_FIGURE_PX 34

/** What a figure of the genogram shows of a person. */
typedef struct {
  AsyPerson *person;
  AsyMember *member;            /* nullable: kin who are no members */
  gboolean is_main;
  gboolean is_away;             /* a child in foster care */
} AsyGenogramPerson;

/**
 * A person as a button: the figure with the age in it, the name and a second
 * line below. The middle of the figure is half of ASY_GENOGRAM_FIGURE_PX below
 * the upper edge of the button's content. (transfer floating)
 */
GtkWidget *asy_genogram_figure_new (AsyContext *context, const AsyGenogramPerson *shown);

/** A parent nobody knows: a figure that cannot be focused. (transfer floating) */
GtkWidget *asy_genogram_unknown_new (gboolean is_female);

G_END_DECLS
