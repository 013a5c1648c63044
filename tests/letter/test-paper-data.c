/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "letter/asy-paper-data.h"

static void
test_names (void)
{
  static const struct
  {
    const char *name;
    gboolean is_name;
  } rows[] = {
    { "court", TRUE }, { "court.name", TRUE }, { "section.basis-2.body", TRUE }, { "a.b.c.d.e.f.g.h", TRUE },
    { "a.b.c.d.e.f.g.h.i", FALSE }, { "", FALSE }, { ".", FALSE }, { "court.", FALSE }, { ".court", FALSE },
    { "a..b", FALSE }, { "Court", FALSE }, { "9a", FALSE }, { "-a", FALSE }, { "są", FALSE }, { "a b", FALSE },
    { NULL, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (asy_paper_data_is_name (rows[i].name), ==, rows[i].is_name);
}

static AsyPaperData *
make_sample (void)
{
  AsyPaperData *data = asy_paper_data_new ();
  AsyPaperData *child;

  asy_paper_data_set_text (data, "family.name", "Malinowscy");
  asy_paper_data_set_text (data, "court.name", "Sąd Rejonowy w Bełchatowie");
  asy_paper_data_set_text (data, "section.basis.body", "  „W domu” <b> & 'i'\n\n\tzażółć gęślą jaźń]]>\n");
  asy_paper_data_set_text (data, "empty", "");
  asy_paper_data_set_day (data, "court.received", asy_day_new (2026, 3, 16));
  asy_paper_data_set_number (data, "visits", -12);
  asy_paper_data_set_bool (data, "demo", TRUE);
  asy_paper_data_set_bool (data, "privacy", FALSE);
  child = asy_paper_data_add_item (data, "family.children");
  asy_paper_data_set_text (child, "name", "Kacper");
  asy_paper_data_set_number (child, "age", 10);
  child = asy_paper_data_add_item (data, "family.children");
  asy_paper_data_set_text (child, "name", "Lena");
  asy_paper_data_set_text (asy_paper_data_add_item (child, "schools"), "name", "SP 12");
  return data;
}

static void
test_values (void)
{
  g_autoptr(AsyPaperData) data = make_sample ();

  g_assert_cmpstr (asy_paper_data_get_text (data, "family.name"), ==, "Malinowscy");
  g_assert_cmpuint (asy_paper_data_get_day (data, "court.received"), ==, asy_day_new (2026, 3, 16));
  g_assert_cmpint (asy_paper_data_get_number (data, "visits"), ==, -12);
  g_assert_true (asy_paper_data_get_bool (data, "demo"));
  g_assert_false (asy_paper_data_get_bool (data, "privacy"));
  g_assert_cmpuint (asy_paper_data_get_n_items (data, "family.children"), ==, 2);
  g_assert_cmpstr (asy_paper_data_get_text (asy_paper_data_get_item (data, "family.children", 1), "name"), ==, "Lena");
  g_assert_null (asy_paper_data_get_item (data, "family.children", 2));

  g_assert_cmpint (asy_paper_data_get_kind (data, "family"), ==, ASY_PAPER_VALUE_RECORD);
  g_assert_cmpint (asy_paper_data_get_kind (data, "family.children"), ==, ASY_PAPER_VALUE_LIST);
  g_assert_cmpint (asy_paper_data_get_kind (data, "family.name.first"), ==, ASY_PAPER_VALUE_NONE);
  g_assert_null (asy_paper_data_get_text (data, "visits"));
  g_assert_null (asy_paper_data_get_text (data, "nothing.here"));
  g_assert_cmpint (asy_paper_data_get_number (data, "court.name"), ==, 0);
  g_assert_cmpuint (asy_paper_data_get_day (data, "court.name"), ==, ASY_DAY_NONE);
}

static void
test_overwrite_and_remove (void)
{
  g_autoptr(AsyPaperData) data = make_sample ();
  g_autoptr(AsyPaperData) same = make_sample ();

  asy_paper_data_set_number (data, "court.received", 7);
  g_assert_cmpint (asy_paper_data_get_kind (data, "court.received"), ==, ASY_PAPER_VALUE_NUMBER);
  g_assert_false (asy_paper_data_equal (data, same));
  asy_paper_data_set_day (data, "court.received", asy_day_new (2026, 3, 16));
  g_assert_true (asy_paper_data_equal (data, same));

  asy_paper_data_set_text (data, "court.name", NULL);
  asy_paper_data_set_day (data, "court.received", ASY_DAY_NONE);
  g_assert_cmpint (asy_paper_data_get_kind (data, "court"), ==, ASY_PAPER_VALUE_NONE);
  asy_paper_data_remove (data, "family");
  g_assert_cmpuint (asy_paper_data_get_n_items (data, "family.children"), ==, 0);
  asy_paper_data_remove (data, "family.children");
  asy_paper_data_remove (data, "visits.more");
  g_assert_cmpint (asy_paper_data_get_number (data, "visits"), ==, -12);
}

static void
test_filled (void)
{
  static const struct
  {
    const char *name;
    gboolean is_filled;
  } rows[] = {
    { "family.name", TRUE }, { "empty", FALSE },   { "blank", FALSE },  { "visits", TRUE },  { "zero", TRUE },
    { "demo", TRUE },        { "privacy", FALSE }, { "missing", FALSE }, { "family", TRUE }, { "family.children", TRUE },
    { "court.received", TRUE },
  };
  g_autoptr(AsyPaperData) data = make_sample ();

  asy_paper_data_set_text (data, "blank", " \n\t\302\240");
  asy_paper_data_set_number (data, "zero", 0);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (asy_paper_data_is_filled (data, rows[i].name), ==, rows[i].is_filled);
}

static void
test_clean_text (void)
{
  static const struct
  {
    const char *in;
    const char *out;
  } rows[] = {
    { "a\r\nb\rc\n", "a\nb\nc\n" },
    { "a\001b\033[0mc\177d\302\205e", "ab[0mcd\ne" },
    { "zg\xc3", "zg\xef\xbf\xbd" },
    { "prze\302\255no\342\200\256szenie", "przenoszenie" },
    { "x\357\277\277y\342\200\250z", "xy\nz" },
    { "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(AsyPaperData) data = asy_paper_data_new ();

      asy_paper_data_set_text (data, "t", rows[i].in);
      g_assert_cmpstr (asy_paper_data_get_text (data, "t"), ==, rows[i].out);
    }
}

static void
test_names_listed (void)
{
  g_autoptr(AsyPaperData) data = make_sample ();
  g_auto(GStrv) names = asy_paper_data_list_names (data);
  g_autofree char *all = g_strjoinv (" ", names);

  g_assert_cmpstr (all, ==,
                   "court.name court.received demo empty family.children family.name privacy section.basis.body visits");
}

static void
test_snapshot (void)
{
  static const char expected[] =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<paper-data version=\"1\">\n"
    "  <record name=\"court\">\n"
    "    <text name=\"name\">Sąd Rejonowy w Bełchatowie</text>\n"
    "    <day name=\"received\">2026-03-16</day>\n"
    "  </record>\n"
    "  <bool name=\"demo\">true</bool>\n"
    "  <text name=\"empty\"></text>\n"
    "  <record name=\"family\">\n"
    "    <list name=\"children\">\n"
    "      <item>\n"
    "        <number name=\"age\">10</number>\n"
    "        <text name=\"name\">Kacper</text>\n"
    "      </item>\n"
    "      <item>\n"
    "        <text name=\"name\">Lena</text>\n"
    "        <list name=\"schools\">\n"
    "          <item>\n"
    "            <text name=\"name\">SP 12</text>\n"
    "          </item>\n"
    "        </list>\n"
    "      </item>\n"
    "    </list>\n"
    "    <text name=\"name\">Malinowscy</text>\n"
    "  </record>\n"
    "  <bool name=\"privacy\">false</bool>\n"
    "  <record name=\"section\">\n"
    "    <record name=\"basis\">\n"
    "      <text name=\"body\">  „W domu” &lt;b&gt; &amp; 'i'\n\n\tzażółć gęślą jaźń]]&gt;\n</text>\n"
    "    </record>\n"
    "  </record>\n"
    "  <number name=\"visits\">-12</number>\n"
    "</paper-data>\n";
  g_autoptr(AsyPaperData) data = make_sample ();
  g_autoptr(AsyPaperData) again = NULL;
  g_autoptr(AsyPaperData) copy = asy_paper_data_copy (data);
  g_autoptr(GBytes) xml = asy_paper_data_to_xml (data);
  g_autoptr(GBytes) xml_again = NULL;
  g_autofree char *text = g_strndup (g_bytes_get_data (xml, NULL), g_bytes_get_size (xml));
  g_autoptr(GError) error = NULL;

  g_assert_cmpstr (text, ==, expected);
  again = asy_paper_data_new_from_xml (xml, &error);
  g_assert_no_error (error);
  g_assert_true (asy_paper_data_equal (data, again));
  g_assert_true (asy_paper_data_equal (data, copy));
  xml_again = asy_paper_data_to_xml (again);
  g_assert_true (g_bytes_equal (xml, xml_again));
}

/* The same values set in any order are the same bytes; whatever text is put
 * in comes back as it was kept. */
static void
test_snapshot_random (void)
{
  for (guint round = 0; round < 200; round++)
    {
      g_autoptr(AsyPaperData) forth = asy_paper_data_new ();
      g_autoptr(AsyPaperData) back = asy_paper_data_new ();
      g_autoptr(AsyPaperData) read = NULL;
      g_autoptr(GBytes) a = NULL;
      g_autoptr(GBytes) b = NULL;
      g_autoptr(GError) error = NULL;
      char texts[12][24];

      for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
        {
          for (guint k = 0; k < sizeof texts[i] - 1; k++)
            texts[i][k] = (char) g_test_rand_int_range (1, 256);
          texts[i][g_test_rand_int_range (0, sizeof texts[i])] = '\0';
          texts[i][sizeof texts[i] - 1] = '\0';
        }
      for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
        {
          guint j = G_N_ELEMENTS (texts) - 1 - i;
          g_autofree char *name_i = g_strdup_printf ("group%u.text-%u", i % 3, i);
          g_autofree char *name_j = g_strdup_printf ("group%u.text-%u", j % 3, j);

          asy_paper_data_set_text (forth, name_i, texts[i]);
          asy_paper_data_set_text (back, name_j, texts[j]);
        }
      a = asy_paper_data_to_xml (forth);
      b = asy_paper_data_to_xml (back);
      g_assert_true (g_bytes_equal (a, b));
      read = asy_paper_data_new_from_xml (a, &error);
      g_assert_no_error (error);
      g_assert_true (asy_paper_data_equal (read, forth));
    }
}

#define ROOT(x) "<paper-data version=\"1\">\n" x "</paper-data>"

static void
test_bad_snapshots (void)
{
  static const struct
  {
    const char *xml;
    AsyLetterError code;
    guint line;
  } rows[] = {
    { "", ASY_LETTER_ERROR_SYNTAX, 1 },
    { "zażółć", ASY_LETTER_ERROR_SYNTAX, 1 },
    { ROOT ("<text name='a'>x</text>\n<text name='b'>y"), ASY_LETTER_ERROR_SYNTAX, 3 },
    { "<paper-data/>", ASY_LETTER_ERROR_SCHEMA, 1 },
    { "<paper-data version='2'/>", ASY_LETTER_ERROR_SCHEMA, 1 },
    { "<paper-data version='1' x=''/>", ASY_LETTER_ERROR_SCHEMA, 1 },
    { "<paper/>", ASY_LETTER_ERROR_SCHEMA, 1 },
    { ROOT ("<colour name='a'/>"), ASY_LETTER_ERROR_SCHEMA, 2 },
    { ROOT ("<text>x</text>"), ASY_LETTER_ERROR_SCHEMA, 2 },
    { ROOT ("<text name='A'>x</text>"), ASY_LETTER_ERROR_SCHEMA, 2 },
    { ROOT ("<text name='a.b'>x</text>"), ASY_LETTER_ERROR_SCHEMA, 2 },
    { ROOT ("<text name='a' lang='pl'>x</text>"), ASY_LETTER_ERROR_SCHEMA, 2 },
    { ROOT ("<text name='a'>x</text>\n\n<text name='a'>x</text>"), ASY_LETTER_ERROR_SCHEMA, 4 },
    { ROOT ("<text name='a'>x<b/></text>"), ASY_LETTER_ERROR_SCHEMA, 2 },
    { ROOT ("<text name='a'>\302\255</text>"), ASY_LETTER_ERROR_SCHEMA, 2 },
    { ROOT ("words"), ASY_LETTER_ERROR_SCHEMA, 2 },
    { ROOT ("<day name='a'>2026-02-29</day>"), ASY_LETTER_ERROR_SCHEMA, 2 },
    { ROOT ("<day name='a'/>"), ASY_LETTER_ERROR_SCHEMA, 2 },
    { ROOT ("<number name='a'>007</number>"), ASY_LETTER_ERROR_SCHEMA, 2 },
    { ROOT ("<number name='a'>9223372036854775808</number>"), ASY_LETTER_ERROR_SCHEMA, 2 },
    { ROOT ("<number name='a'>1,5</number>"), ASY_LETTER_ERROR_SCHEMA, 2 },
    { ROOT ("<bool name='a'>yes</bool>"), ASY_LETTER_ERROR_SCHEMA, 2 },
    { ROOT ("<list name='a'/>"), ASY_LETTER_ERROR_SCHEMA, 2 },
    { ROOT ("<list name='a'><text name='b'>x</text></list>"), ASY_LETTER_ERROR_SCHEMA, 2 },
    { ROOT ("<list name='a'><item name='b'/></list>"), ASY_LETTER_ERROR_SCHEMA, 2 },
    { ROOT ("<record name='a'/>"), ASY_LETTER_ERROR_SCHEMA, 2 },
    { "<!DOCTYPE paper-data>\n<paper-data version='1'/>", ASY_LETTER_ERROR_DOCTYPE, 1 },
    { "<?xml version='1.0'?>\n<!DOCTYPE paper-data SYSTEM 'file:///etc/passwd'>\n<paper-data version='1'/>",
      ASY_LETTER_ERROR_DOCTYPE, 2 },
    { ROOT ("<text name='a'>&b;</text>"), ASY_LETTER_ERROR_SYNTAX, 2 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GBytes) xml = g_bytes_new_static (rows[i].xml, strlen (rows[i].xml));
      g_autoptr(GError) error = NULL;
      g_autoptr(AsyPaperData) data = asy_paper_data_new_from_xml (xml, &error);

      g_test_message ("row %" G_GSIZE_FORMAT ": %s", i, error != NULL ? error->message : "read");
      g_assert_null (data);
      g_assert_error (error, ASY_LETTER_ERROR, (int) rows[i].code);
      g_assert_cmpuint (asy_letter_error_get_line (error), ==, rows[i].line);
    }
}

static void
test_limits (void)
{
  g_autoptr(GString) deep = g_string_new ("<paper-data version=\"1\">");
  g_autofree char *large = g_malloc (9 * 1024 * 1024);
  g_autoptr(GBytes) large_xml = NULL;
  g_autoptr(GBytes) deep_xml = NULL;
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < 300; i++)
    g_string_append (deep, "<record name=\"a\">\n");
  deep_xml = g_bytes_new (deep->str, deep->len);
  g_assert_null (asy_paper_data_new_from_xml (deep_xml, &error));
  g_assert_error (error, ASY_LETTER_ERROR, ASY_LETTER_ERROR_TOO_BIG);
  g_clear_error (&error);

  memset (large, ' ', 9 * 1024 * 1024);
  large_xml = g_bytes_new_static (large, 9 * 1024 * 1024);
  g_assert_null (asy_paper_data_new_from_xml (large_xml, &error));
  g_assert_error (error, ASY_LETTER_ERROR, ASY_LETTER_ERROR_TOO_BIG);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/letter/paper-data/names", test_names);
  g_test_add_func ("/letter/paper-data/values", test_values);
  g_test_add_func ("/letter/paper-data/overwrite-and-remove", test_overwrite_and_remove);
  g_test_add_func ("/letter/paper-data/filled", test_filled);
  g_test_add_func ("/letter/paper-data/clean-text", test_clean_text);
  g_test_add_func ("/letter/paper-data/names-listed", test_names_listed);
  g_test_add_func ("/letter/paper-data/snapshot", test_snapshot);
  g_test_add_func ("/letter/paper-data/snapshot-random", test_snapshot_random);
  g_test_add_func ("/letter/paper-data/bad-snapshots", test_bad_snapshots);
  g_test_add_func ("/letter/paper-data/limits", test_limits);
  return g_test_run ();
}
