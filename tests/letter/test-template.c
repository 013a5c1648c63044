/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "letter-util.h"
#include "letter/asy-template-private.h"

static void
test_shipped (void)
{
  const char *const *names = asy_template_list_shipped ();
  g_autoptr(GError) error = NULL;

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr(AsyTemplate) template_ = load_shipped (names[i]);

      g_assert_cmpstr (asy_template_get_id (template_), ==, names[i]);
      g_assert_cmpstr (asy_template_get_lang (template_), ==, "pl");
      g_assert_cmpuint (asy_template_get_version (template_), >=, 1);
      g_assert_cmpuint (strlen (asy_template_get_title (template_)), >, 0);
      g_assert_cmpuint (g_bytes_get_size (asy_template_get_xml (template_)), >, 500);
    }
  g_assert_null (asy_template_new_shipped ("../opinion", &error));
  g_assert_error (error, ASY_LETTER_ERROR, ASY_LETTER_ERROR_NOT_FOUND);
}

/* The samples are the contract for whoever fills papers: they use every
 * declared field, of the declared kind, and no other. */
static void
collect_used (const GPtrArray *declares, const AsyPaperData *data, const char *prefix, GHashTable *used)
{
  g_auto(GStrv) names = asy_paper_data_list_names (data);

  for (guint i = 0; names[i] != NULL; i++)
    {
      const AsyDeclare *declare = _asy_declare_find (declares, names[i]);
      g_autofree char *inner = g_strconcat (prefix, names[i], ".", NULL);

      if (g_str_has_prefix (names[i], "section."))
        continue;
      if (declare == NULL || asy_paper_data_get_kind (data, names[i]) != declare->kind)
        g_test_message ("not as declared: %s%s", prefix, names[i]);
      g_assert_nonnull (declare);
      g_assert_cmpint (asy_paper_data_get_kind (data, names[i]), ==, declare->kind);
      g_hash_table_add (used, g_strconcat (prefix, names[i], NULL));
      for (guint k = 0; k < asy_paper_data_get_n_items (data, names[i]); k++)
        collect_used (declare->inner, asy_paper_data_get_item (data, names[i], k), inner, used);
    }
}

static void
check_declares (const GPtrArray *declares, const char *prefix, GHashTable *used)
{
  for (guint i = 0; i < declares->len; i++)
    {
      const AsyDeclare *declare = g_ptr_array_index (declares, i);
      g_autofree char *name = g_strconcat (prefix, declare->name, NULL);
      g_autofree char *inner = g_strconcat (name, ".", NULL);

      if (!g_hash_table_contains (used, name))
        g_test_message ("not used: %s", name);
      g_assert_true (g_hash_table_contains (used, name));
      g_assert_cmpuint (strlen (declare->label), >, 0);
      check_declares (declare->inner, inner, used);
    }
}

static void
test_samples (void)
{
  const char *const *names = asy_template_list_shipped ();

  for (guint n = 0; names[n] != NULL; n++)
    {
      g_autoptr(AsyTemplate) template_ = load_shipped (names[n]);
      g_autoptr(AsyPaperData) data = load_sample (names[n]);
      g_autoptr(GHashTable) used = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_auto(GStrv) missing = asy_template_list_missing (template_, data);
      g_autoptr(GError) error = NULL;

      g_test_message ("%s", names[n]);
      collect_used (template_->declares, data, "", used);
      check_declares (template_->declares, "", used);
      g_assert_true (asy_template_check_data (template_, data, &error));
      g_assert_no_error (error);
      g_assert_cmpuint (g_strv_length (missing), ==, 0);
    }
}

static void
test_sections (void)
{
  g_autoptr(AsyTemplate) template_ = load_shipped ("opinion");
  g_autoptr(GString) list = g_string_new (NULL);
  guint n_sections;
  const AsyTemplateSection *sections = asy_template_get_sections (template_, &n_sections);

  for (guint i = 0; i < n_sections; i++)
    g_string_append_printf (list, "%u %s%s: %s\n", sections[i].level, sections[i].key, sections[i].has_body ? "" : " (fixed)",
                            sections[i].heading);
  g_assert_cmpstr (list->str, ==,
                   "1 author: Sporządzający\n"
                   "1 basis: Podstawa sporządzenia opinii\n"
                   "1 sources: Źródła wiedzy\n"
                   "1 family: Skład rodziny i dane małoletnich\n"
                   "1 history: Historia współpracy z rodziną\n"
                   "1 upbringing: Warunki wychowawcze i zachowanie małoletniego\n"
                   "1 living: Sytuacja bytowa rodziny\n"
                   "1 school: Nauka i czas wolny\n"
                   "1 contacts: Kontakty środowiskowe\n"
                   "1 attitude: Postawa rodziców i opiekunów\n"
                   "1 help: Oddziaływania wychowawcze i udzielona pomoc\n"
                   "1 health: Zdrowie i uzależnienia małoletniego\n"
                   "1 relations: Relacje i więzi\n"
                   "1 plan: Realizacja planu i współpraca\n"
                   "1 answers: Odpowiedzi na pytania Sądu\n"
                   "1 conclusions (fixed): Wnioski\n"
                   "2 facts: Ustalenia\n"
                   "2 judgement: Ocena i wnioski asystenta\n");
}

static void
test_default_body (void)
{
  g_autoptr(AsyTemplate) template_ = load_shipped ("opinion");
  g_autoptr(AsyPaperData) data = load_sample ("opinion");
  g_autoptr(AsyPaperData) empty = asy_paper_data_new ();
  g_autofree char *author = asy_template_dup_default_body (template_, data, "author");
  g_autofree char *sources = asy_template_dup_default_body (template_, data, "sources");
  g_autofree char *living = asy_template_dup_default_body (template_, data, "living");
  g_autofree char *nobody = asy_template_dup_default_body (template_, empty, "author");

  g_assert_cmpstr (author, ==, "Joanna Wierzbicka, asystent rodziny, Miejski Ośrodek Pomocy Społecznej.");
  g_assert_cmpstr (living, ==, "");
  g_assert_cmpstr (nobody, ==, "[imię i nazwisko asystenta], [stanowisko asystenta], [nazwa ośrodka].");
  g_assert_cmpstr (sources, ==,
                   "– wizyty asystenta rodziny: 12, w tym w miejscu zamieszkania rodziny: 9, w okresie od"
                   " 3\302\240października 2025\302\240r. do 20\302\240marca 2026\302\240r.;\n"
                   "– dokumenty: plan pracy z rodziną (wersja 3); okresowa ocena sytuacji rodziny z 22 września 2025 r.;\n"
                   "– informacje od instytucji: Szkoła Podstawowa nr 112; Poradnia Psychologiczno-Pedagogiczna nr 4;\n"
                   "– rozmowy z członkami rodziny i obserwacja podczas wizyt.");
}

static void
test_missing (void)
{
  g_autoptr(AsyTemplate) template_ = load_shipped ("opinion");
  g_autoptr(AsyPaperData) data = load_sample ("opinion");
  g_auto(GStrv) missing = NULL;
  g_autofree char *all = NULL;

  asy_paper_data_remove (data, "case.mark");
  asy_paper_data_set_text (data, "court.name", "  ");
  asy_paper_data_set_text (data, "section.living.body", " \n");
  asy_paper_data_remove (data, "section.school.body");
  asy_paper_data_remove (data, "section.health.body");
  asy_paper_data_set_bool (data, "section.health.omit", TRUE);
  asy_paper_data_remove (asy_paper_data_get_item (data, "questions", 0), "answer");
  asy_paper_data_remove (asy_paper_data_get_item (data, "questions", 1), "answer");
  missing = asy_template_list_missing (template_, data);
  all = g_strjoinv (" ", missing);
  g_assert_cmpstr (all, ==, "case.mark court.name questions.answer section.living.body section.school.body");
  g_assert_cmpstr (asy_template_get_field_label (template_, "questions.answer"), ==, "odpowiedź");
  g_assert_cmpstr (asy_template_get_field_label (template_, "case.mark"), ==, "znak sprawy");
  g_assert_null (asy_template_get_field_label (template_, "questions.colour"));
  g_assert_cmpint (asy_template_get_field_kind (template_, "court.deadline"), ==, ASY_PAPER_VALUE_DAY);
  g_assert_cmpint (asy_template_get_field_kind (template_, "court"), ==, ASY_PAPER_VALUE_NONE);
}

static void
test_wrong_data (void)
{
  g_autoptr(AsyTemplate) template_ = load_shipped ("opinion");
  g_autoptr(AsyPaperData) data = load_sample ("opinion");
  g_autoptr(GError) error = NULL;

  asy_paper_data_set_text (data, "visits.count", "dwanaście");
  g_assert_false (asy_template_check_data (template_, data, &error));
  g_assert_error (error, ASY_LETTER_ERROR, ASY_LETTER_ERROR_FIELD);
  g_assert_nonnull (strstr (error->message, "visits.count"));
  g_assert_null (strstr (error->message, "dwana"));
  g_clear_error (&error);

  asy_paper_data_set_number (data, "visits.count", 12);
  asy_paper_data_set_bool (asy_paper_data_get_item (data, "questions", 1), "answer", TRUE);
  g_assert_null (asy_document_new (template_, data, &error));
  g_assert_error (error, ASY_LETTER_ERROR, ASY_LETTER_ERROR_FIELD);
}

#define PAPER(fields, body) \
  "<paper id='x' version='1' lang='pl' title='X'>\n" \
  "<fields>\n" fields "\n</fields>\n" \
  "<body>\n" body "\n</body>\n</paper>"

#define NAME "<declare name='a.name' kind='text'>nazwa</declare>"
#define LIST "<declare name='children' kind='list'><declare name='age' kind='number'/></declare>"

/* Each fault of a template is told with its line (line 3 is the first of the
 * declarations, 6 of the body) and with what may be done about it. */
static const struct
{
  const char *xml;
  AsyLetterError code;
  guint line;
  const char *words;
} faults[] = {
  { "", ASY_LETTER_ERROR_SYNTAX, 1, "" },
  { "<paper", ASY_LETTER_ERROR_SYNTAX, 1, "" },
  { PAPER ("", "<para>x</pera>"), ASY_LETTER_ERROR_SYNTAX, 6, "para" },
  { PAPER ("", "<para>&nbsp;</para>"), ASY_LETTER_ERROR_SYNTAX, 6, "nbsp" },
  { "<!DOCTYPE paper>\n" PAPER ("", ""), ASY_LETTER_ERROR_DOCTYPE, 1, "remove" },
  { "<?xml version='1.0'?>\n<!DOCTYPE lolz [\n<!ENTITY lol 'lol'>\n"
    "<!ENTITY lol1 '&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;'>\n"
    "<!ENTITY lol2 '&lol1;&lol1;&lol1;&lol1;&lol1;&lol1;&lol1;&lol1;&lol1;&lol1;'>\n]>\n" PAPER ("", "<para>&lol2;</para>"),
    ASY_LETTER_ERROR_DOCTYPE, 2, "remove" },
  { "<!DOCTYPE paper [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>\n" PAPER ("", "<para>&x;</para>"), ASY_LETTER_ERROR_DOCTYPE, 1,
    "remove" },
  { "<letter/>", ASY_LETTER_ERROR_SCHEMA, 1, "<paper>" },
  { "<paper version='1' lang='pl' title='X'><fields/><body/></paper>", ASY_LETTER_ERROR_SCHEMA, 1, "needs the attribute id" },
  { "<paper id='x' version='one' lang='pl' title='X'><fields/><body/></paper>", ASY_LETTER_ERROR_SCHEMA, 1, "version" },
  { "<paper id='X y' version='1' lang='pl' title='X'><fields/><body/></paper>", ASY_LETTER_ERROR_SCHEMA, 1, "attribute id" },
  { "<paper id='x' version='1' lang='pl' title='X'>\n<body/></paper>", ASY_LETTER_ERROR_SCHEMA, 2, "<fields>" },
  { PAPER ("", "<paar>x</paar>"), ASY_LETTER_ERROR_SCHEMA, 6, "did you mean <para>?" },
  { PAPER (NAME, "<para><feild name='a.name'/></para>"), ASY_LETTER_ERROR_SCHEMA, 6, "did you mean <field>?" },
  { PAPER ("", "<para>x</para>\n<title>y<table/></title>"), ASY_LETTER_ERROR_SCHEMA, 7, "<table> may not stand here in <title>" },
  { PAPER ("", "<script>x</script>"), ASY_LETTER_ERROR_SCHEMA, 6, "<script> may not stand here in <body>" },
  { PAPER ("", "<include href='file:///etc/passwd' xmlns='http://www.w3.org/2001/XInclude'/>"), ASY_LETTER_ERROR_SCHEMA, 6,
    "<include>" },
  { PAPER ("", "loose words"), ASY_LETTER_ERROR_SCHEMA, 0, "" },
  { PAPER (NAME, "<para><field/></para>"), ASY_LETTER_ERROR_SCHEMA, 6, "<field> needs the attribute name" },
  { PAPER (NAME, "<para><field name='a.name' colour='red'/></para>"), ASY_LETTER_ERROR_SCHEMA, 6,
    "no attribute colour: it may have name, form, missing" },
  { PAPER (NAME, "<para><field name='a.name' form='upper'/></para>"), ASY_LETTER_ERROR_SCHEMA, 6, "letter-date" },
  { PAPER (NAME, "<para><field name='A Name'/></para>"), ASY_LETTER_ERROR_SCHEMA, 6, "attribute name of <field>" },
  { PAPER ("", "<section key='a'/>"), ASY_LETTER_ERROR_SCHEMA, 6, "<section> needs the attribute heading" },
  { PAPER ("", "<lines count='400'/>"), ASY_LETTER_ERROR_SCHEMA, 6, "count" },
  { PAPER ("", "<space height='4cm'/>"), ASY_LETTER_ERROR_SCHEMA, 6, "height" },
  { PAPER ("<declare name='a' kind='colour'/>", ""), ASY_LETTER_ERROR_SCHEMA, 3, "text, day, number, bool, list" },

  { PAPER ("", "<section key='a' heading='A'/>\n<section key='a' heading='B'/>"), ASY_LETTER_ERROR_SCHEMA, 7, "second section" },
  { PAPER ("", "<section key='a' heading='A'>\n<section key='b' heading='B'>\n<section key='c' heading='C'/></section></section>"),
    ASY_LETTER_ERROR_SCHEMA, 8, "two levels" },
  { PAPER ("", "<table><column width='1'/>\n<row><cell/><cell/></row></table>"), ASY_LETTER_ERROR_SCHEMA, 7,
    "2 cells, the table 1 columns" },
  { PAPER ("", "<table><column width='1'/><column width='2'/>\n<row><cell span='40'/></row></table>"),
    ASY_LETTER_ERROR_SCHEMA, 7, "40 cells" },
  { PAPER ("", "<table><column width='1'/>\n<row><cell span='4000000000'/></row></table>"), ASY_LETTER_ERROR_SCHEMA, 7,
    "attribute span of <cell>" },
  { "<paper id='x' version='1' lang='pl' title='X'><fields/>\n<page margin-left='120mm' margin-right='60mm'/><body/></paper>",
    ASY_LETTER_ERROR_SCHEMA, 2, "margins" },

  { PAPER (NAME, "<para><field name='a.nome'/></para>"), ASY_LETTER_ERROR_FIELD, 6, "did you mean a.name?" },
  { PAPER (NAME, "<para>\n\n<if field='court'>x</if></para>"), ASY_LETTER_ERROR_FIELD, 8, "declare it in <fields>" },
  { PAPER (NAME, "<para><field name='a.name' form='letter-date'/></para>"), ASY_LETTER_ERROR_FIELD, 6, "declared as a text" },
  { PAPER (NAME, "<each list='a.name'><para>x</para></each>"), ASY_LETTER_ERROR_FIELD, 6, "must name a list" },
  { PAPER (LIST, "<para><field name='children'/></para>"), ASY_LETTER_ERROR_FIELD, 6, "<each> or <join>" },
  { PAPER (LIST, "<para><field name='age'/></para>"), ASY_LETTER_ERROR_FIELD, 6, "no field age" },
  { PAPER (LIST, "<each list='children'><para><field name='agge'/></para></each>"), ASY_LETTER_ERROR_FIELD, 6,
    "did you mean age?" },
  { PAPER (LIST, "<each list='children'><section key='a' heading='A'/></each>"), ASY_LETTER_ERROR_FIELD, 6, "repeat its key" },
  { PAPER (LIST, "<para><index/></para>"), ASY_LETTER_ERROR_FIELD, 6, "inside <each>" },
  { PAPER (LIST, "<para><plural field='children' one='a' few='b' many='c'/></para>"), ASY_LETTER_ERROR_FIELD, 6, "a number" },
  { PAPER (LIST, "<text field='children'/>"), ASY_LETTER_ERROR_FIELD, 6, "a text" },
  { PAPER (NAME "\n" NAME, ""), ASY_LETTER_ERROR_FIELD, 4, "rename" },
  { PAPER (NAME "\n<declare name='a' kind='text'/>", ""), ASY_LETTER_ERROR_FIELD, 4, "rename" },
  { PAPER ("<declare name='a' kind='text'><declare name='b' kind='text'/></declare>", ""), ASY_LETTER_ERROR_FIELD, 3,
    "kind=\"list\"" },
  { PAPER (LIST "<declare name='from' kind='number'/>",
           "<week-grid days='children' visits='age' start='from' end='from' from='8' to='16' height='90mm'><day/><visit/></week-grid>"),
    ASY_LETTER_ERROR_FIELD, 6, "must name a list" },
};

static void
test_faults (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(AsyTemplate) template_ = parse_template (faults[i].xml, &error);

      g_test_message ("row %" G_GSIZE_FORMAT ": %s", i, error != NULL ? error->message : "read");
      g_assert_null (template_);
      g_assert_error (error, ASY_LETTER_ERROR, (int) faults[i].code);
      if (faults[i].line > 0)
        g_assert_cmpuint (asy_letter_error_get_line (error), ==, faults[i].line);
      g_assert_nonnull (strstr (error->message, faults[i].words));
    }
}

static void
test_limits (void)
{
  g_autoptr(GString) deep = g_string_new ("<paper id='x' version='1' lang='pl' title='X'><fields/><body><para>\n");
  g_autofree char *large = g_strnfill (600 * 1024, ' ');
  g_autoptr(GError) error = NULL;

  g_assert_null (parse_template (large, &error));
  g_assert_error (error, ASY_LETTER_ERROR, ASY_LETTER_ERROR_TOO_BIG);
  g_clear_error (&error);

  for (guint i = 0; i < 40; i++)
    g_string_append (deep, "<strong>\n");
  for (guint i = 0; i < 40; i++)
    g_string_append (deep, "</strong>");
  g_string_append (deep, "</para></body></paper>");
  g_assert_null (parse_template (deep->str, &error));
  g_assert_error (error, ASY_LETTER_ERROR, ASY_LETTER_ERROR_TOO_BIG);
  g_assert_cmpuint (asy_letter_error_get_line (error), ==, 31);
}

/* A small template may ask for endless work: lists in lists in lists. */
static void
test_endless (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(AsyTemplate) template_ =
    parse_template (PAPER (LIST, "<each list='children'><each list='children'><each list='children'><each list='children'>"
                                 "<para>x</para></each></each></each></each>"),
                    &error);
  g_autoptr(AsyPaperData) data = asy_paper_data_new ();

  g_assert_no_error (error);
  for (guint i = 0; i < 100; i++)
    asy_paper_data_set_number (asy_paper_data_add_item (data, "children"), "age", i);
  g_assert_null (asy_document_new (template_, data, &error));
  g_assert_error (error, ASY_LETTER_ERROR, ASY_LETTER_ERROR_TOO_BIG);
}

static gpointer
read_templates (gpointer data)
{
  for (guint i = 0; i < 20; i++)
    {
      g_autoptr(AsyTemplate) template_ = load_shipped (asy_template_list_shipped ()[i % g_strv_length ((char **) asy_template_list_shipped ())]);
      g_autoptr(GError) error = NULL;

      g_assert_null (parse_template (faults[12].xml, &error));
      g_assert_cmpuint (asy_letter_error_get_line (error), ==, faults[12].line);
    }
  return NULL;
}

static void
test_threads (void)
{
  GThread *threads[3];

  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("template", read_templates, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/letter/template/shipped", test_shipped);
  g_test_add_func ("/letter/template/samples", test_samples);
  g_test_add_func ("/letter/template/sections", test_sections);
  g_test_add_func ("/letter/template/default-body", test_default_body);
  g_test_add_func ("/letter/template/missing", test_missing);
  g_test_add_func ("/letter/template/wrong-data", test_wrong_data);
  g_test_add_func ("/letter/template/faults", test_faults);
  g_test_add_func ("/letter/template/limits", test_limits);
  g_test_add_func ("/letter/template/endless", test_endless);
  g_test_add_func ("/letter/template/threads", test_threads);
  return g_test_run ();
}
