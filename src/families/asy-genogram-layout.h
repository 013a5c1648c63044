/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/asy-family-file.h"

G_BEGIN_DECLS

/*
 * Where the people of a family stand in its genogram: generations from top to
 * bottom, partners side by side, children from the oldest, parents over the
 * middle of their children. No widget here. Coordinates are the middles of the
 * figures, from 0, in pixels at 100%.
 */

#define ASY_GENOGRAM_COLUMN_PX 108
#define ASY_GENOGRAM_ROW_PX 150

typedef struct {
  gint64 person_id;             /* 0: a parent nobody knows */
  gboolean is_female;           /* of an unknown parent */
  int generation;               /* 0 is the top */
  double x;
  double y;
} AsyGenogramNode;

/** Two people, or one parent alone (right is -1). */
typedef struct {
  int left;                     /* index of a node */
  int right;
  AsyUnion *couple;             /* (transfer none) (nullable): only parents of one child */
  int level;                    /* 0: side by side; else the line runs below those in between */
  double drop_x;                /* where the line to the children begins */
} AsyGenogramCouple;

typedef struct {
  int child;
  int couple;
  AsyKinshipKind kind;          /* of the nearer tie: adoptive when either is */
} AsyGenogramTie;

typedef struct {
  GArray *nodes;                /* AsyGenogramNode, by generation and then from left to right */
  GArray *couples;              /* AsyGenogramCouple */
  GArray *ties;                 /* AsyGenogramTie */
  double width;                 /* from the first to the last middle */
  double height;
} AsyGenogramLayout;

/**
 * asy_genogram_layout_new:
 * @kinships: (element-type AsyKinship): those of @file, and proposed ones
 * @unions: (element-type AsyUnion)
 * @today: who is a child
 *
 * (transfer full)
 */
AsyGenogramLayout *asy_genogram_layout_new (AsyFamilyFile *file, GPtrArray *kinships, GPtrArray *unions, AsyDay today) G_GNUC_WARN_UNUSED_RESULT;
void asy_genogram_layout_free (AsyGenogramLayout *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AsyGenogramLayout, asy_genogram_layout_free)

/** Index of a person's node, or -1. */
int asy_genogram_layout_find (const AsyGenogramLayout *self, gint64 person_id);

typedef enum {
  ASY_GENOGRAM_UP,              /* to a parent */
  ASY_GENOGRAM_DOWN,            /* to the oldest child */
  ASY_GENOGRAM_LEFT,            /* to the neighbour: a partner, a brother or sister */
  ASY_GENOGRAM_RIGHT,
} AsyGenogramStep;

/** Where an arrow leads from a node; -1: nowhere. Unknown parents are passed over. */
int asy_genogram_layout_step (const AsyGenogramLayout *self, int from, AsyGenogramStep step);

G_END_DECLS
