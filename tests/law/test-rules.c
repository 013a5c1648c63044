/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "law/asy-rules.h"

static void
test_caseload_limit (void)
{
  static const struct
  {
    const char *day;
    int limit;                  /* 0: no rule yet */
    const char *since;
  } rows[] = {
    { "2011-12-31", 0, NULL },
    { "2012-01-01", 20, "2012-01-01" },
    { "2014-12-31", 20, "2012-01-01" },
    { "2015-01-01", 15, "2015-01-01" },
    { "2026-03-24", 15, "2015-01-01" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      AsyRule rule;
      const AsyDay day = asy_day_from_iso (rows[i].day);
      const gboolean found = asy_rules_lookup (asy_rules_get_default (), "caseload-limit", day, &rule);

      g_assert_cmpint (found, ==, rows[i].limit != 0);
      if (!found)
        continue;
      g_assert_cmpint (rule.value, ==, rows[i].limit);
      g_assert_cmpuint (rule.since, ==, asy_day_from_iso (rows[i].since));
      g_assert_cmpstr (rule.article, ==, "art. 15 ust. 4 uwr");
      g_assert_true (rule.is_statutory);
    }
}

static void
test_unknown (void)
{
  AsyRule rule;

  g_assert_false (asy_rules_lookup (asy_rules_get_default (), "no-such-rule", asy_day_new (2026, 1, 1), &rule));
  g_assert_cmpint (asy_rules_get (asy_rules_get_default (), "no-such-rule", asy_day_new (2026, 1, 1), 7), ==, 7);
}

static void
test_bad_xml (void)
{
  static const struct
  {
    const char *xml;
    const char *message;
  } rows[] = {
    { "<rules><rule name='a' by='act'><value since='2012-01-01' article='x'>many</value></rule></rules>", "line 1: *whole number*" },
    { "<rules>\n<rule name='a' by='act'>\n<value since='2012-13-01' article='x'>1</value></rule></rules>", "line 3: *not a day*" },
    { "<rules><rule name='a' by='me'><value since='2012-01-01' article='x'>1</value></rule></rules>", "*needs a name*" },
    { "<rules><rule name='a' by='act'/></rules>", "*no value*" },
    { "<rules><rule name='a' by='act'><value since='2012-01-01'>1</value></rule></rules>", "*article*" },
    { "<rules><rule name='a' by='act'><value since='2015-01-01' article='x'>1</value>"
      "<value since='2012-01-01' article='x'>2</value></rule></rules>", "*order*" },
    { "<rules><law/></rules>", "*only rule*" },
    { "<other/>", "*root*" },
    { "<rules>", "*well-formed*" },
    { "<!DOCTYPE rules [<!ENTITY a 'b'>]><rules/>", "*well-formed*" },
    { "", "*well-formed*" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GBytes) xml = g_bytes_new_static (rows[i].xml, strlen (rows[i].xml));
      g_autoptr (GError) error = NULL;
      g_autoptr (AsyRules) rules = asy_rules_new_from_xml (xml, &error);

      g_assert_null (rules);
      g_assert_error (error, ASY_RULES_ERROR, ASY_RULES_ERROR_FAILED);
      if (!g_pattern_match_simple (rows[i].message, error->message))
        g_error ("row %" G_GSIZE_FORMAT ": %s", i, error->message);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/caseload-limit", test_caseload_limit);
  g_test_add_func ("/rules/unknown", test_unknown);
  g_test_add_func ("/rules/bad-xml", test_bad_xml);
  return g_test_run ();
}
