/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* All records of the register. Headers that need one type include its own header instead. */
#include "model/asy-office.h"
#include "model/asy-court.h"
#include "model/asy-user.h"
#include "model/asy-worker.h"
#include "model/asy-family.h"
#include "model/asy-person.h"
#include "model/asy-member.h"
#include "model/asy-kinship.h"
#include "model/asy-union.h"
#include "model/asy-case.h"
#include "model/asy-consent.h"
#include "model/asy-assignment.h"
#include "model/asy-plan.h"
#include "model/asy-goal.h"
#include "model/asy-task.h"
#include "model/asy-visit.h"
#include "model/asy-provider.h"
#include "model/asy-assessment.h"
#include "model/asy-assessment-area.h"
#include "model/asy-assessment-child.h"
#include "model/asy-assessment-goal.h"
#include "model/asy-court-request.h"
#include "model/asy-letter.h"
#include "model/asy-letter-section.h"
