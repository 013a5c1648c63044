/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-exchange"

#include "config.h"

#include "base/asy-text.h"
#include "exchange/asy-list-words.h"

#define LOOK_UP(table, code) ((guint) (code) < G_N_ELEMENTS (table) ? (table)[(guint) (code)] : "")

const char *
asy_list_get_stage (AsyStage stage)
{
  static const char *const words[] = {
    [ASY_STAGE_NONE] = "bez sprawy",
    [ASY_STAGE_NOTICE] = "zgłoszenie",
    [ASY_STAGE_REOPENED] = "wznowiona",
    [ASY_STAGE_ANALYSIS] = "wywiad i analiza",
    [ASY_STAGE_MOTION] = "wniosek złożony",
    [ASY_STAGE_WAITING] = "na liście oczekujących",
    [ASY_STAGE_REFUSED] = "odmowa przydzielenia asystenta",
    [ASY_STAGE_ASSIGNED] = "asystent przydzielony",
    [ASY_STAGE_DIAGNOSIS] = "diagnoza",
    [ASY_STAGE_PLANNING] = "plan w przygotowaniu",
    [ASY_STAGE_WORK] = "realizacja planu",
    [ASY_STAGE_SUSPENDED] = "zawieszona",
    [ASY_STAGE_ENDING] = "zakończenie w toku",
    [ASY_STAGE_MONITORING] = "monitorowanie",
    [ASY_STAGE_CLOSED] = "zamknięta",
  };

  return LOOK_UP (words, stage);
}

const char *
asy_list_get_letter_state (AsyLetterState state)
{
  static const char *const words[] = {
    [ASY_LETTER_STATE_DRAFT] = "szkic",
    [ASY_LETTER_STATE_ISSUED] = "wydane",
    [ASY_LETTER_STATE_SIGNED] = "podpisane",
    [ASY_LETTER_STATE_SENT] = "wysłane",
  };

  return LOOK_UP (words, state);
}

const char *
asy_list_get_obstacle (AsyWorkerObstacle obstacle)
{
  static const char *const words[] = {
    [ASY_WORKER_OBSTACLE_NONE] = "",
    [ASY_WORKER_OBSTACLE_NOT_EMPLOYED] = "niezatrudniony w tym dniu",
    [ASY_WORKER_OBSTACLE_SUSPENDED] = "zawieszony (art. 13 uwr)",
    [ASY_WORKER_OBSTACLE_SOCIAL_WORKER] = "pracownik socjalny w tej gminie (art. 17 ust. 3 uwr)",
    [ASY_WORKER_OBSTACLE_NOT_AUTHORISED] = "bez upoważnienia lub oświadczenia o poufności (art. 7 ust. 4 uwr)",
  };

  return LOOK_UP (words, obstacle);
}

const char *
asy_list_get_due (AsyDeadlineKind kind)
{
  switch (kind)
    {
    case ASY_DEADLINE_INTERVIEW:
      return "wywiad środowiskowy";
    case ASY_DEADLINE_ANSWER:
      return "odpowiedź na wniosek";
    case ASY_DEADLINE_MOTION:
      return "wniosek o przydzielenie asystenta";
    case ASY_DEADLINE_ASSIGNMENT:
      return "przydzielenie asystenta";
    case ASY_DEADLINE_FIRST_VISIT:
      return "pierwsza wizyta";
    case ASY_DEADLINE_PLAN:
      return "plan pracy z rodziną";
    case ASY_DEADLINE_PLAN_END:
      return "koniec planu pracy z rodziną";
    case ASY_DEADLINE_ASSESSMENT:
      return "okresowa ocena sytuacji rodziny";
    case ASY_DEADLINE_FINAL_ASSESSMENT:
      return "ocena końcowa sytuacji rodziny";
    case ASY_DEADLINE_HANDOVER:
      return "przekazanie oceny podmiotowi zatrudniającemu";
    case ASY_DEADLINE_COURT_OPINION:
      return "opinia dla sądu";
    case ASY_DEADLINE_COURT_REPORT:
      return "sprawozdanie dla sądu";
    case ASY_DEADLINE_HEARING:
      return "posiedzenie sądu";
    case ASY_DEADLINE_MONITORING:
      return "monitorowanie po zakończeniu pracy";
    case ASY_DEADLINE_TASK:
      return "zadanie planu";
    case ASY_DEADLINE_VISIT:
      return "zaplanowanie wizyty";
    case ASY_DEADLINE_CHILD_REVIEW:
      return "ocena sytuacji dziecka w pieczy";
    case ASY_DEADLINE_INTERVENTION:
      return "zagrożenie dziecka, nikogo nie powiadomiono";
    case ASY_DEADLINE_PLAN_REVIEW:
      return "przegląd planu pracy";
    case ASY_DEADLINE_PLAN_CONSULTATION:
      return "konsultacja planu z pracownikiem socjalnym";
    case ASY_DEADLINE_PLAN_COPY:
      return "przekazanie planu stronie powiatowej";
    case ASY_DEADLINE_QUARTER_REVIEW:
      return "kwartalny przegląd sytuacji rodziny";
    case ASY_DEADLINE_MONTH_REVIEW:
      return "miesięczny przegląd sytuacji rodziny";
    case ASY_DEADLINE_MONTH_REPORT:
      return "miesięczne sprawozdanie asystenta";
    case ASY_DEADLINE_NONE:
    default:
      return "termin";
    }
}

char *
asy_list_describe_due (const AsyDueEntry *entry)
{
  const char *what = asy_list_get_due (entry->deadline.kind);

  return entry->detail != NULL ? g_strconcat (what, ": ", entry->detail, NULL) : g_strdup (what);
}

char *
asy_list_explain_due (const AsyDeadline *deadline)
{
  g_autofree char *base = asy_text_table_date (deadline->base);

  if (deadline->base == ASY_DAY_NONE)
    return g_strdup ("termin wyznaczony");
  if (deadline->months > 0)
    return g_strdup_printf ("%s + %d %s", base, deadline->months,
                            asy_text_plural (deadline->months, "miesiąc", "miesiące", "miesięcy"));
  if (deadline->days > 0 && deadline->working_days)
    return g_strdup_printf ("%s + %d %s", base, deadline->days,
                            asy_text_plural (deadline->days, "dzień roboczy", "dni robocze", "dni roboczych"));
  if (deadline->days > 0)
    return g_strdup_printf ("%s + %d %s", base, deadline->days, asy_text_plural (deadline->days, "dzień", "dni", "dni"));
  return g_strdup (base);
}
