/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-plans"

#include "config.h"

#include "model/asy-diagnosis-item.h"
#include "plans/asy-difficulty-menu.h"
#include "ui/asy-words.h"

/* Longer difficulties are cut in the menu; the goal gets them whole. */
#define MENU_CHARS 52

static char *
dup_menu_label (AsyDiagnosisItem *item)
{
  const char *body = asy_diagnosis_item_get_body (item);
  const char *level = asy_level_get_label (asy_diagnosis_item_get_severity (item));
  g_autofree char *start = g_utf8_strlen (body, -1) > MENU_CHARS ? g_utf8_substring (body, 0, MENU_CHARS) : NULL;
  GString *text = g_string_new (NULL);

  if (start != NULL)
    g_string_printf (text, "%s… · %s", g_strchomp (start), level);
  else
    g_string_printf (text, "%s · %s", body, level);
  g_string_replace (text, "_", "__", 0);
  return g_string_free (text, FALSE);
}

char *
asy_difficulty_menu_dup_key (GPtrArray *items)
{
  GString *key = g_string_new (NULL);

  for (guint i = 0; i < items->len; i++)
    g_string_append_printf (key, "%" G_GINT64_FORMAT ".%" G_GINT64_FORMAT " ", asy_record_get_id (items->pdata[i]), asy_record_get_revision (items->pdata[i]));
  return g_string_free (key, FALSE);
}

GMenu *
asy_difficulty_menu_new (GPtrArray *items)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < items->len; i++)
    {
      g_autofree char *label = dup_menu_label (items->pdata[i]);
      g_autoptr (GMenuItem) entry = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (entry, "plan.goal-from-diagnosis", "x", asy_record_get_id (items->pdata[i]));
      g_menu_append_item (menu, entry);
    }
  return menu;
}
