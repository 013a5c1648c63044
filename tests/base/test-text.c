/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "base/asy-text.h"

typedef char *(*TextFunc) (const char *text);

typedef struct
{
  const char *in;
  const char *out;
} TextRow;

static void
check_rows (TextFunc func, const TextRow *rows, gsize n_rows)
{
  for (gsize i = 0; i < n_rows; i++)
    {
      g_autofree char *out = func (rows[i].in);

      if (g_strcmp0 (out, rows[i].out) != 0)
        g_test_message ("row %" G_GSIZE_FORMAT ": \"%s\"", i, rows[i].in);
      g_assert_cmpstr (out, ==, rows[i].out);
    }
}

static void
test_squash (void)
{
  static const TextRow rows[] = {
    { "  Anna \t Nowak\r\n", "Anna Nowak" },
    { "66-400 ", "66-400" },
    { " ", "" },
    { "", "" },
    { NULL, "" },
    { "ul.\302\240Długa", "ul. Długa" },
    { "\357\273\277typ", "typ" },
    { "No\302\255wak", "Nowak" },
    { "zły \xff bajt", "zły \357\277\275 bajt" },
  };

  check_rows (asy_text_squash, rows, G_N_ELEMENTS (rows));
}

static void
test_fold (void)
{
  static const TextRow rows[] = {
    { "Łódź", "lodz" },
    { "ŁÓDŹ", "lodz" },
    { "zażółć gęślą jaźń", "zazolc gesla jazn" },
    { "ZAŻÓŁĆ GĘŚLĄ JAŹŃ", "zazolc gesla jazn" },
    { "  Nowak-Kowalska,  Anna (ul. Żabia 3/4) ", "nowak kowalska anna ul zabia 3 4" },
    { "Müller Strauß Čapek Šmíd Žižka Dvořák Ångström Bjørn Æsir", "muller strauss capek smid zizka dvorak angstrom bjorn aesir" },
    { "Đoković Þór Ağaoğlu Ionuț Erdős Łukašenka", "dokovic thor agaoglu ionut erdos lukasenka" },
    /* A letter and its mark as two characters. */
    { "Lo\314\201dz\314\201", "lodz" },
    { "O'Connor D’Arc", "oconnor darc" },
    { "№ 5 – ½ ①", "no 5 1 2 1" },
    { "\342\200\213Zofia\302\255", "zofia" },
    { "…„”!", "" },
    { "", "" },
    { NULL, "" },
    { "zły \xff bajt", "zly bajt" },
    /* Ukrainian passports */
    { "Олександра Шевченко", "oleksandra shevchenko" },
    { "Юлія Єрмоленко", "yuliia yermolenko" },
    { "Їжакевич Ґалаґан Згурський", "yizhakevych galagan zghurskyi" },
    { "Знам'янка Щербуха Гоща", "znamianka shcherbukha hoshcha" },
    { "Йосипівка Стрий", "yosypivka stryi" },
    /* Letters of Russian and Belarusian */
    { "Королёв Эльза Ельцын", "korolev elza eltsyn" },
    { "Васілеўскі", "vasileuski" },
    { "Ь Игорь ъ", "yhor" },
    /* A script without ASCII here stays itself. */
    { "Άννα", "αννα" },
    { "ნინო", "ნინო" },
    { "٣ ５", "3 5" },
  };

  check_rows (asy_text_fold, rows, G_N_ELEMENTS (rows));
}

/* What is typed letter by letter must go on finding the whole. */
static void
test_fold_prefixes (void)
{
  static const char *const words[] = {
    "Świętochłowice", "Згурський", "Григорьев", "Strauß", "Œuvre", "O’Brien", "Юрій Їжак", "Nowak-Żyła",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *whole = asy_text_fold (words[i]);

      for (const char *p = words[i]; *p != '\0'; p = g_utf8_next_char (p))
        {
          g_autofree char *typed = g_strndup (words[i], (gsize) (p - words[i]));
          g_autofree char *folded = asy_text_fold (typed);

          g_assert_true (g_str_has_prefix (whole, folded));
        }
    }
}

static void
test_sort_key_values (void)
{
  static const TextRow rows[] = {
    { "łódź", "l~o~dz~" },
    { "żaba", "z~~aba" },
    { "Nowak", "nowak\tb" },
    { "Nowak Anna", "nowak anna\tbaaaaab" },
    { "nowak-zając", "nowak-zaja~c" },
    { "sala 9", "sala 19" },
    { "sala 10", "sala 210" },
    { "sala 010", "sala 210\t\tsala 010" },
    { "", "" },
    { NULL, "" },
  };

  check_rows (asy_text_sort_key, rows, G_N_ELEMENTS (rows));
}

static void
test_sort_order (void)
{
  static const char *const ordered[] = {
    "",
    "  1",
    "2",
    "10",
    "10a",
    "a",
    "A",
    "Abacki",
    "Azja",
    "ą",
    "Ącki",
    "babka",
    "c",
    "Cz",
    "ćma",
    "Ćwik",
    "dąb",
    "Ela",
    "Ewa",
    "ęsi",
    "Lipa",
    "Lwów",
    "Łan",
    "ławka",
    "Łódź",
    "Łyko",
    "muller",
    "Muller",
    "Müller",
    "Nowak",
    "Nowak Adam",
    "Nowak Zofia",
    "Nowak-Zając Ewa",
    "Nowakowska Anna",
    "Nowina",
    "Ńoń",
    "Olek",
    "Oz",
    "ósmy",
    "Sz",
    "ściana",
    "Świt",
    "ul. 3 Maja",
    "ul. 11 Listopada",
    "ul. Długa 2",
    "ul. Długa 10",
    "Violetta",
    "Wacław",
    "Xymena",
    "zygzak",
    "Zz",
    "źdźbło",
    "Źrebak",
    "Żaba",
    "Żółw",
    "Άννα",
  };

  for (gsize i = 1; i < G_N_ELEMENTS (ordered); i++)
    {
      g_autofree char *before = asy_text_sort_key (ordered[i - 1]);
      g_autofree char *after = asy_text_sort_key (ordered[i]);

      if (strcmp (before, after) >= 0)
        g_test_message ("%s, %s", ordered[i - 1], ordered[i]);
      g_assert_cmpstr (before, <, after);
    }
}

static void
test_sort_key_ties (void)
{
  static const char *const texts[] = {
    "Nowak",  "nowak",  "NOWAK",  "No wak",  "No  wak", " Nowak", "Nowak ", "No-wak", "No - wak", "No–wak", "N'owak",
    "Nówak",  "Nöwak",  "Новак",  "новак",   "N.owak",  "1",      "01",     "001",    "١",        "ı",      "i",
    "I",      "İ",      "{",      "{00007b", "a{",      "ß",      "ss",     "ẞ",      "SS",       "É",      "é",
  };
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      char *key = asy_text_sort_key (texts[i]);

      for (const char *p = key; *p != '\0'; p++)
        g_assert_true (*p == '\t' || g_ascii_isprint (*p));
      if (g_hash_table_contains (seen, key))
        g_test_message ("%s: %s", texts[i], key);
      g_assert_true (g_hash_table_add (seen, key));
    }
}

static void
test_plural (void)
{
  static const struct
  {
    gint64 n;
    const char *word;
  } rows[] = {
    { 0, "wizyt" },   { 1, "wizyta" },   { 2, "wizyty" },   { 4, "wizyty" },   { 5, "wizyt" },    { 10, "wizyt" },
    { 11, "wizyt" },  { 12, "wizyt" },   { 13, "wizyt" },   { 14, "wizyt" },   { 15, "wizyt" },   { 20, "wizyt" },
    { 21, "wizyt" },  { 22, "wizyty" },  { 24, "wizyty" },  { 25, "wizyt" },   { 101, "wizyt" },  { 102, "wizyty" },
    { 112, "wizyt" }, { 122, "wizyty" }, { 1000, "wizyt" }, { 1003, "wizyty" }, { -1, "wizyta" }, { -3, "wizyty" },
    { G_MININT64, "wizyt" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpstr (asy_text_plural (rows[i].n, "wizyta", "wizyty", "wizyt"), ==, rows[i].word);
}

static void
test_initials (void)
{
  static const TextRow rows[] = {
    { "Anna Nowak-Kowalska", "ANK" }, { "łucja żak", "ŁŻ" }, { "Sean O'Neil", "SO" }, { "  ", "" }, { NULL, "" }, { "Jan 2", "J" },
  };

  check_rows (asy_text_initials, rows, G_N_ELEMENTS (rows));
}

static void
test_family_plural (void)
{
  static const TextRow rows[] = {
    { "Kowalski", "Kowalscy" },   { "Kowalska", "Kowalscy" },   { "Nowicki", "Nowiccy" },     { "Nowicka", "Nowiccy" },
    { "Zawadzki", "Zawadzcy" },   { "Zawadzka", "Zawadzcy" },   { "KOWALSKA", "KOWALSCY" },   { "Nowak", "Nowakowie" },
    { "Kowalczyk", "Kowalczykowie" }, { "Duda", "Dudowie" },    { "Wojtyła", "Wojtyłowie" },  { "Moniuszko", "Moniuszkowie" },
    { "Dudek", "Dudkowie" },      { "Kuś", "Kusiowie" },        { "Kmieć", "Kmieciowie" },    { "Mazur", "Mazurowie" },
    { "Głowacz", "Głowaczowie" }, { "NOWAK", "NOWAKOWIE" },     { " Nowak ", "Nowakowie" },
    /* Left to people. */
    { "Stępień", "Stępień" },     { "Gołąb", "Gołąb" },         { "Kupiec", "Kupiec" },       { "Cichy", "Cichy" },
    { "Zielona", "Zielona" },     { "Nowak-Kowalska", "Nowak-Kowalska" }, { "van Dyck", "van Dyck" }, { "Lange", "Lange" },
    { "Шевченко", "Шевченко" },   { "Li", "Li" },               { "", "" },                   { NULL, "" },
  };

  check_rows (asy_text_family_plural, rows, G_N_ELEMENTS (rows));
}

/* Rows show the no-break space as '~'. */
static char *
set_with_tildes (const char *text)
{
  g_autofree char *set = asy_text_typography (text);
  g_autofree char *again = asy_text_typography (set);
  g_auto (GStrv) parts = g_strsplit (set, ASY_TEXT_NBSP, -1);

  g_assert_cmpstr (again, ==, set);
  return g_strjoinv ("~", parts);
}

static void
test_typography (void)
{
  static const TextRow rows[] = {
    { "w domu i z dzieckiem", "w~domu i~z~dzieckiem" },
    { "W domu. A u babci o 9:00", "W~domu. A~u~babci o~9:00" },
    { "(w szkole)", "(w~szkole)" },
    { "na koniec w", "na koniec w" },
    { "w  domu", "w  domu" },
    { "w\ndomu", "w\ndomu" },
    { "kwota x y", "kwota x y" },
    { "dnia 24 marca 2026 r. w Łodzi", "dnia 24~marca 2026~r. w~Łodzi" },
    { "24.03.2026 r., sygn.", "24.03.2026~r., sygn." },
    { "ur. 2026 roku", "ur. 2026 roku" },
    { "art. 15 ust. 1 pkt 3 lit. a ustawy", "art.~15 ust.~1 pkt~3 lit.~a~ustawy" },
    { "Art. 15, nr 5, Nr 7, § 2, poz. 49", "Art.~15, nr~5, Nr~7, §~2, poz.~49" },
    { "art. następny", "art. następny" },
    { "10 min, 2 godz. i 5 zł; 3 tys.", "10~min, 2~godz. i~5~zł; 3~tys." },
    { "godz. 9:00", "godz.~9:00" },
    { "\"Tak\" - powiedziała", "„Tak” – powiedziała" },
    { "szkoła (\"dwójka\").", "szkoła („dwójka”)." },
    { "\"a \"b\" c\"", "„a~„b” c”" },
    { "rura 5\" i 6\"", "rura 5\" i~6\"" },
    { "\"bez końca", "\"bez końca" },
    { "\"koniec\nnie tu\"", "\"koniec\nnie tu\"" },
    { "\"\"", "\"\"" },
    { "- punkt listy - dalej", "- punkt listy – dalej" },
    { "Nowak-Kowalska", "Nowak-Kowalska" },
    { "9:00-10:30, 9:00-10:30.", "9:00–10:30, 9:00–10:30." },
    { "w latach 2024-2026", "w~latach 2024–2026" },
    { "2026-2024", "2026-2024" },
    { "01.03.2026-31.03.2026 r.", "01.03.2026–31.03.2026~r." },
    { "art. 10-12, str. 3-5", "art.~10–12, str.~3–5" },
    { "przez 10-15 min", "przez 10–15~min" },
    { "3-5 marca, 20-30%", "3–5~marca, 20–30%" },
    /* What only looks like a range. */
    { "59-220 Legnica, 00-950 m. W", "59-220 Legnica, 00-950~m. W" },
    { "tel. 78-22-322, 22-322", "tel. 78-22-322, 22-322" },
    { "2026-03-24", "2026-03-24" },
    { "http://x.pl/2024-2026", "http://x.pl/2024-2026" },
    { "III Nsm 756/25, OPS.5230.12.2026", "III Nsm 756/25, OPS.5230.12.2026" },
    { "nr 12-34, sala 3-5", "nr~12-34, sala 3-5" },
    { "", "" },
    { NULL, "" },
    { " ", " " },
  };

  check_rows (set_with_tildes, rows, G_N_ELEMENTS (rows));
}

static void
assert_takes (char *text, const char *expected)
{
  g_assert_cmpstr (text, ==, expected);
  g_free (text);
}

static void
test_dates (void)
{
  AsyDay day = asy_day_new (2026, 3, 4);

  assert_takes (asy_text_letter_date (asy_day_new (2026, 3, 24)), "24\302\240marca 2026\302\240r.");
  assert_takes (asy_text_letter_date (day), "4\302\240marca 2026\302\240r.");
  assert_takes (asy_text_long_date (day), "4\302\240marca 2026");
  assert_takes (asy_text_table_date (day), "04.03.2026\302\240r.");
  assert_takes (asy_text_short_date (day), "04.03");
  assert_takes (asy_text_letter_date (ASY_DAY_NONE), "");
  assert_takes (asy_text_long_date (ASY_DAY_NONE), "");
  assert_takes (asy_text_table_date (ASY_DAY_NONE), "");
  assert_takes (asy_text_short_date (ASY_DAY_NONE), "");
  g_assert_cmpstr (asy_text_month_genitive (10), ==, "października");
  g_assert_cmpstr (asy_text_month_nominative (2), ==, "luty");
  g_assert_cmpstr (asy_text_month_short (12), ==, "gru");
  g_assert_cmpstr (asy_text_weekday (asy_day_get_weekday (asy_day_new (2026, 3, 24))), ==, "wtorek");
  g_assert_cmpstr (asy_text_weekday_short (7), ==, "ndz");
}

static void
test_times (void)
{
  assert_takes (asy_text_time (9 * 60), "9:00");
  assert_takes (asy_text_time (24 * 60), "0:00");
  assert_takes (asy_text_time (-30), "23:30");
  assert_takes (asy_text_time_range (9 * 60, 90), "9:00–10:30");
  assert_takes (asy_text_time_range (23 * 60 + 30, 60), "23:30–0:30");
  assert_takes (asy_text_duration (45), "45\302\240min");
  assert_takes (asy_text_duration (0), "0\302\240min");
  assert_takes (asy_text_duration (120), "2\302\240godz.");
  assert_takes (asy_text_duration (90), "1\302\240godz. 30\302\240min");
}

static void
test_money (void)
{
  assert_takes (asy_text_money (123450), "1\302\240234,50\302\240zł");
  assert_takes (asy_text_money (0), "0,00\302\240zł");
  assert_takes (asy_text_money (5), "0,05\302\240zł");
  assert_takes (asy_text_money (99999), "999,99\302\240zł");
  assert_takes (asy_text_money (123456789012), "1\302\240234\302\240567\302\240890,12\302\240zł");
  assert_takes (asy_text_money (-100000), "\342\210\2221\302\240000,00\302\240zł");
  assert_takes (asy_text_money (G_MININT64), "\342\210\22292\302\240233\302\240720\302\240368\302\240547\302\240758,08\302\240zł");
}

static void
test_phone (void)
{
  assert_takes (asy_text_phone ("717822322"), "71\302\240782\302\24023\302\24022");
  assert_takes (asy_text_phone ("601234567"), "601\302\240234\302\240567");
  assert_takes (asy_text_phone ("800702222"), "800\302\240702\302\240222");
  assert_takes (asy_text_phone ("116111"), "116\302\240111");
  assert_takes (asy_text_phone ("112"), "112");
  assert_takes (asy_text_phone ("+380441234567"), "+380441234567");
  assert_takes (asy_text_phone (NULL), "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/squash", test_squash);
  g_test_add_func ("/text/fold", test_fold);
  g_test_add_func ("/text/fold-prefixes", test_fold_prefixes);
  g_test_add_func ("/text/sort-key-values", test_sort_key_values);
  g_test_add_func ("/text/sort-order", test_sort_order);
  g_test_add_func ("/text/sort-key-ties", test_sort_key_ties);
  g_test_add_func ("/text/plural", test_plural);
  g_test_add_func ("/text/initials", test_initials);
  g_test_add_func ("/text/family-plural", test_family_plural);
  g_test_add_func ("/text/typography", test_typography);
  g_test_add_func ("/text/dates", test_dates);
  g_test_add_func ("/text/times", test_times);
  g_test_add_func ("/text/money", test_money);
  g_test_add_func ("/text/phone", test_phone);
  return g_test_run ();
}
