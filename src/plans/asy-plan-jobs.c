/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-plans"

#include "config.h"

#include "plans/asy-plan-jobs.h"
#include "store/asy-libraries.h"
#include "store/asy-plan-edit.h"
#include "store/asy-providers.h"

#define FOUND_MAX 60

void
asy_plan_answer_free (AsyPlanAnswer *answer)
{
  if (answer == NULL)
    return;
  g_clear_pointer (&answer->family, asy_family_file_unref);
  g_clear_pointer (&answer->workers, g_ptr_array_unref);
  g_clear_pointer (&answer->providers, g_ptr_array_unref);
  g_free (answer);
}

static GPtrArray *
list_providers (AsySession *session, AsyPlanFile *plan, GError **error)
{
  return plan != NULL ? asy_plan_list_providers (session, asy_record_get_id (ASY_RECORD (plan->plan)), error) : asy_record_array_new ();
}

gpointer
asy_plan_load_job (AsySession *session, gpointer request, GError **error)
{
  const gint64 family_id = *(gint64 *) request;
  AsyPlanAnswer *answer = g_new0 (AsyPlanAnswer, 1);

  answer->family = asy_family_file_load (session, family_id, FALSE, error);
  answer->workers = answer->family != NULL ? asy_workers_list (session, FALSE, error) : NULL;
  answer->providers = answer->workers != NULL ? list_providers (session, answer->family->plan, error) : NULL;
  if (answer->providers == NULL)
    {
      asy_plan_answer_free (answer);
      return NULL;
    }
  return answer;
}

gpointer
asy_plan_load_library_job (AsySession *session, gpointer request, GError **error)
{
  return asy_library_load (session, error);
}

gpointer
asy_plan_save_job (AsySession *session, gpointer request, GError **error)
{
  return asy_plan_save (session, request, error) ? ASY_STORE_DONE : NULL;
}

gpointer
asy_plan_save_goal_job (AsySession *session, gpointer request, GError **error)
{
  return asy_goal_save (session, request, error) ? ASY_STORE_DONE : NULL;
}

gpointer
asy_plan_save_task_job (AsySession *session, gpointer request, GError **error)
{
  return asy_task_save (session, request, error) ? ASY_STORE_DONE : NULL;
}

AsyPlanRequest *
asy_plan_request_new (gint64 plan_id, AsyPlanEdit *step)
{
  AsyPlanRequest *request = g_new0 (AsyPlanRequest, 1);

  request->plan_id = plan_id;
  request->step = asy_plan_edit_ref (step);
  return request;
}

void
asy_plan_request_free (AsyPlanRequest *request)
{
  asy_plan_edit_unref (request->step);
  g_free (request);
}

gpointer
asy_plan_take_step_job (AsySession *session, gpointer data, GError **error)
{
  const AsyPlanRequest *request = data;

  return asy_plan_edit_take (session, request->plan_id, request->step, error) ? ASY_STORE_DONE : NULL;
}

gpointer
asy_plan_find_providers_job (AsySession *session, gpointer request, GError **error)
{
  const char *text = request;
  const AsyProviderFilter filter = { .text = *text != '\0' ? text : NULL, .limit = FOUND_MAX };

  return asy_providers_list (session, &filter, error);
}
