/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/asy-word-diff.h"

/* `same -removed- +added+`, the blanks at the ends of spans left out. */
static char *
write_spans (GArray *spans)
{
  static const char marks[] = { ' ', '-', '+' };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < spans->len; i++)
    {
      const AsyWordSpan *span = &g_array_index (spans, AsyWordSpan, i);
      g_autofree char *words = g_strchomp (g_strndup (span->start, span->length));

      if (span->op == ASY_WORD_SAME)
        g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", words);
      else
        g_string_append_printf (text, "%s%c%s%c", text->len > 0 ? " " : "", marks[span->op], words, marks[span->op]);
    }
  return g_string_free (text, FALSE);
}

static void
test_words (void)
{
  static const struct {
    const char *before, *after, *spans;
  } rows[] = {
    { NULL, NULL, "" },
    { "", "nowy efekt", "+nowy efekt+" },
    { "stary efekt", NULL, "-stary efekt-" },
    { "dzieci w szkole", "dzieci w szkole", "dzieci w szkole" },
    { "Frekwencja 90% w maju", "Frekwencja 95% w maju i czerwcu", "Frekwencja -90%- +95%+ w maju +i czerwcu+" },
    { "dwa razy w tygodniu", "raz w tygodniu", "-dwa razy- +raz+ w tygodniu" },
    { "żółć i łódź", "zolc i łódź", "-żółć- +zolc+ i łódź" },
    { "a b c", "c a b", "+c+ a b -c-" },
    /* Another blank between the same words is no change. */
    { "do  końca\nmaja", "do końca maja", "do końca maja" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GArray) spans = asy_word_diff (rows[i].before, rows[i].after);
      g_autofree char *text = write_spans (spans);

      g_assert_cmpstr (text, ==, rows[i].spans);
    }
}

/* All words of both texts come back, in order. */
static void
test_nothing_is_lost (void)
{
  const char *before = "Kacper i Lena są w szkole każdego dnia nauki";
  const char *after = "Lena i Kacper są na lekcjach każdego dnia, bez spóźnień ";
  g_autoptr (GArray) spans = asy_word_diff (before, after);
  g_autoptr (GString) later = g_string_new (NULL);

  for (guint i = 0; i < spans->len; i++)
    {
      const AsyWordSpan *span = &g_array_index (spans, AsyWordSpan, i);

      if (span->op != ASY_WORD_REMOVED)
        g_string_append_len (later, span->start, (gssize) span->length);
    }
  g_assert_cmpstr (later->str, ==, after);
}

static void
test_a_very_long_text_is_replaced (void)
{
  g_autofree char *before = g_strnfill (4000, ' ');
  g_autofree char *after = NULL;
  g_autoptr (GArray) spans = NULL;

  for (gsize i = 0; i < 4000; i += 2)
    before[i] = 'a';
  after = g_strdup (before);
  spans = asy_word_diff (before, after);
  g_assert_cmpuint (spans->len, ==, 2);
  g_assert_cmpint (g_array_index (spans, AsyWordSpan, 0).op, ==, ASY_WORD_REMOVED);
  g_assert_cmpuint (g_array_index (spans, AsyWordSpan, 1).length, ==, 4000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/base/word-diff/words", test_words);
  g_test_add_func ("/base/word-diff/nothing-is-lost", test_nothing_is_lost);
  g_test_add_func ("/base/word-diff/very-long-text", test_a_very_long_text_is_replaced);

  return g_test_run ();
}
