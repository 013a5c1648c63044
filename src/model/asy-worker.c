/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-model"

#include "config.h"

#include "model/asy-worker.h"

const char *const asy_worker_sex_nicks[] = { "unknown", "female", "male", NULL };
const char *const asy_worker_contract_nicks[] = { "employment", "service", "contracted", NULL };

ASY_RECORD_DEFINE (AsyWorker, asy_worker, ASY_WORKER, ASY_WORKER_FIELDS, "worker")
