/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/asy-observation.h"
#include "store/asy-session.h"

G_BEGIN_DECLS

/** Saves what somebody said of a child; refuses a day that is still to come. */
gboolean asy_observation_save (AsySession *session, AsyObservation *observation, GError **error);

G_END_DECLS
