/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>
#include <string.h>

#include <cairo-pdf.h>

#include "letter-util.h"

#define PANGRAM "zażółć gęślą jaźń ĄĆĘŁŃÓŚŹŻ"

/* A paper of one section whose body is the text. */
static AsyDocument *
make_plain (const char *text)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(AsyTemplate) template_ =
    parse_template ("<paper id='x' version='1' lang='pl' title='Próba'><fields>"
                    "<declare name='text' kind='text'>tekst</declare></fields>"
                    "<body><text field='text'/></body></paper>",
                    &error);
  g_autoptr(AsyPaperData) data = asy_paper_data_new ();

  g_assert_no_error (error);
  asy_paper_data_set_text (data, "text", text);
  return make_document (template_, data);
}

/* Runs of blanks differ between versions of poppler; words and lines do not. */
static char *
squeeze (const char *text)
{
  GString *out = g_string_new (NULL);

  for (; *text != '\0'; text++)
    {
      gboolean at_start = out->len == 0 || out->str[out->len - 1] == '\n';

      if (*text == ' ' && (at_start || out->str[out->len - 1] == ' '))
        continue;
      if (*text == '\n' && at_start)
        continue;
      if (*text == '\n' && out->str[out->len - 1] == ' ')
        g_string_truncate (out, out->len - 1);
      g_string_append_c (out, *text);
    }
  return g_string_free (out, FALSE);
}

static void
check_golden (const char *name)
{
  g_autoptr(AsyDocument) document = make_sample_document (name);
  g_autoptr(GBytes) pdf = write_pdf (document);
  g_autofree char *raw = extract_text (pdf, "-layout");
  g_autofree char *text = NULL;
  g_autofree char *file = g_strdup_printf ("golden/%s.txt", name);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "letter", file, NULL);
  g_autoptr(GBytes) golden = NULL;
  g_autofree char *expected = NULL;
  g_autoptr(GError) error = NULL;

  if (raw == NULL)
    return;
  text = squeeze (raw);
  if (g_getenv ("ASYSTA_WRITE_GOLDEN") != NULL)
    {
      g_file_set_contents (path, text, -1, &error);
      g_assert_no_error (error);
    }
  golden = load_file (file);
  expected = g_strndup (g_bytes_get_data (golden, NULL), g_bytes_get_size (golden));
  g_assert_cmpstr (text, ==, expected);
}

static void
test_golden (void)
{
  const char *const *names = asy_template_list_shipped ();

  for (guint i = 0; names[i] != NULL; i++)
    check_golden (names[i]);
}

/* The headings of domain and law, in their order. */
static void
test_headings (void)
{
  static const struct
  {
    const char *name;
    const char *headings[22];
  } papers[] = {
    { "opinion",
      { "Dotyczy:", "OPINIA O RODZINIE", "1. Sporządzający", "2. Podstawa", "3. Źródła wiedzy", "4. Skład rodziny",
        "5. Historia współpracy", "6. Warunki wychowawcze", "7. Sytuacja bytowa", "8. Nauka i czas wolny", "9. Kontakty środowiskowe",
        "10. Postawa rodziców", "11. Oddziaływania wychowawcze", "12. Zdrowie i uzależnienia", "13. Relacje i więzi",
        "14. Realizacja planu", "15. Odpowiedzi na pytania", "16. Wnioski", "Załączniki:", "Otrzymują:" } },
    { "assessment",
      { "OKRESOWA OCENA", "1. Rodzina", "2. Sytuacja dzieci", "3. Obszary pracy", "4. Obszary pracy w czasie", "5. Realizacja planu",
        "6. Współpraca rodziny", "7. Współpraca z instytucjami", "8. Ryzyka dla dzieci", "9. Wizyty w okresie", "10. Udzielona pomoc",
        "11. Wnioski", "12. Termin następnej", "13. Stanowisko rodziny", "Asystent rodziny", "zapoznała się", "Ocenę przekazano", "Otrzymują:" } },
    { "comparison",
      { "PORÓWNANIE OCEN", "Rodzina:", "Okresy:", "Obszary:", "1. Obszary pracy", "2. Przebieg w czasie", "3. Sytuacja dzieci",
        "4. Cele planu", "5. Współpraca, pomoc", "Sporządzający" } },
    { "review",
      { "KWARTALNY PRZEGLĄD", "Wizyty odbyte:", "1. Udzielona pomoc", "2. Kontakty na rzecz", "3. Postęp celów", "4. Zadania planu",
        "5. Interwencje", "6. Sporządzone dokumenty", "7. Co się udało", "8. Trudności", "9. Zamierzenia", "Asystent rodziny", "Przyjął" } },
    { "month-report",
      { "MIESIĘCZNE SPRAWOZDANIE", "1. Liczba rodzin", "Na początku miesiąca", "2. Rodziny i wizyty", "3. Kontakty z instytucjami",
        "4. Interwencje", "5. Sporządzone dokumenty", "6. Co się udało", "7. Trudności", "8. Plan na następny miesiąc", "Przyjął" } },
    { "plan",
      { "PLAN PRACY Z RODZINĄ", "Okres realizacji:", "1. Powód zmiany planu", "2. Diagnoza w skrócie", "3. Cel główny",
        "4. Cele szczegółowe i działania", "Cel 1. ", "Przewidywane efekty:", "Działanie", "Cel 2. ", "5. Przegląd planu",
        "6. Zasady współpracy", "7. Konsultacja z pracownikiem", "8. Uzgodnienie z koordynatorem", "Plan pomocy dziecku",
        "Kontakty z dzieckiem", "9. Zdanie dziecka", "Członek rodziny", "odmowa podpisu", "Pracownik socjalny", "Otrzymują:" } },
    { "annex",
      { "ANEKS NR 1", "do planu pracy z rodziną", "Poprzednia wersja:", "Nowa wersja:", "1. Powód zmiany", "2. Cele i działania dodane",
        "3. Cele i działania zmienione", "Było", "Jest", "4. Cele i działania usunięte", "5. Nowe terminy", "6. Przegląd planu",
        "7. Konsultacja z pracownikiem", "8. Uzgodnienie z koordynatorem", "9. Zdanie dziecka", "Członek rodziny", "Otrzymują:" } },
    { "court-report",
      { "Dotyczy:", "SPRAWOZDANIE Z PRACY Z RODZINĄ", "za okres od", "1. Podstawa sprawozdania", "2. Źródła wiedzy",
        "3. Skład rodziny", "4. Sytuacja rodziny", "5. Udzielona pomoc", "6. Realizacja planu", "7. Współpraca z kuratorem",
        "8. Wnioski", "9. Termin następnego", "Sporządzający", "Otrzymują:" } },
    { "court-notice",
      { "ZAWIADOMIENIE", "art. 572 k.p.c.", "1. Dane dzieci", "2. Rodzice i opiekunowie", "3. Opis zdarzenia",
        "4. Źródło informacji", "5. Podjęte działania", "6. Dotychczasowa praca", "7. Wniosek", "wnoszę o wgląd", "Zawiadamiający",
        "Otrzymują:" } },
    { "court-reply",
      { "Dotyczy:", "Pismo Sądu z dnia:", "ODPOWIEDŹ NA PISMO SĄDU", "W odpowiedzi na pismo", "Treść odpowiedzi",
        "Przekazywane dokumenty", "Sporządzający", "Otrzymują:" } },
    { "intake-card",
      { "KARTA ZGŁOSZENIA", "Data wpływu:", "Źródło zgłoszenia:", "Rodzina:", "1. Dzieci", "2. Opis problemu", "3. Pilność",
        "4. Przyjęcie", "Przyjął:", "Przekazano pracownikowi", "5. Informacja zwrotna" } },
    { "motion",
      { "WNIOSEK", "Wnioskodawca:", "1. Rodzice", "2. Dzieci", "3. Wywiad środowiskowy", "4. Przyczyny", "5. Analiza sytuacji",
        "6. Dotychczasowe formy pomocy", "7. Uzasadnienie", "8. Proponowane cele", "9. Postawa rodziny", "10. Decyzja kierownika" } },
    { "consent",
      { "ZGODA", "Składający:", "1. Oświadczenie", "Wyrażam zgodę", "2. Zostałam", "zrezygnować w każdym czasie", "skargę", "tajemnicy",
        "3. Ochrona danych", "Członek rodziny" } },
    { "agreement",
      { "UMOWA O WSPÓŁPRACY", "1. Strony", "2. Cele ogólne", "3. Obowiązki asystenta", "4. Obowiązki rodziny", "5. Częstotliwość",
        "6. Odwoływanie wizyt", "7. Kontakt telefoniczny", "8. Brak współpracy", "9. Czas trwania", "Członek rodziny" } },
    { "resignation", { "REZYGNACJA", "Składający:", "1. Oświadczenie", "od dnia", "2. Powód", "Członek rodziny" } },
    { "authorisation",
      { "UPOWAŻNIENIE", "1. Mocodawca", "2. Upoważniony", "3. Zakres spraw", "4. Instytucje", "5. Okres", "Członek rodziny" } },
    { "assignment",
      { "PRZYDZIELENIE ASYSTENTA", "Podstawa prawna:", "Asystent rodziny:", "Rodzina:", "Od dnia:", "Wniosek z dnia:",
        "Pracownik socjalny:", "Termin opracowania planu:", "1. Dzieci objęte", "2. Zadania", "Kierownik", "Otrzymują:" } },
    { "handover",
      { "PROTOKÓŁ PRZEKAZANIA", "Przekazuje:", "Przejmuje:", "Powód zmiany:", "1. Na co uważać", "2. Skład rodziny",
        "3. Co przekazuje asystent", "4. Plan pracy", "5. Otwarte zadania", "6. Najbliższe terminy", "7. Interwencje w toku",
        "8. Kto już działa", "9. Ostatnie wizyty", "10. Przekazane dokumenty", "Przekazujący" } },
    { "diagnosis",
      { "ARKUSZ DIAGNOZY", "1. Dane", "2. Sytuacja opiekuńczo", "3. Każde dziecko", "4. Warunki mieszkaniowe", "5. Dochody i budżet",
        "6. Zdrowie dorosłych", "7. Praca i edukacja", "8. Relacje, więzi", "9. Funkcjonowanie społeczne", "10. Zasoby",
        "11. Deficyty i problemy", "12. Oczekiwania rodziny", "13. Zdanie dziecka", "14. Wnioski", "Sporządzający" } },
    { "visit-card",
      { "KARTA WIZYTY", "nr kolejny:", "Data i godzina:", "dojazd 20 min", "Miejsce:", "Forma, przebieg:", "Obecni:", "Dzieci widziane:",
        "1. Temat", "2. Realizowane cele", "3. Zadania asystenta", "4. Przebieg", "5. Co zrealizowano", "6. Zadania do następnego",
        "7. Kontakt z instytucją", "8. Sygnały zagrożenia", "9. Następna wizyta", "Członek rodziny" } },
    { "end-card",
      { "KARTA ZAKOŃCZENIA", "Zakończenie dnia:", "Powód:", "Miesiące pracy:", "Wizyty:", "1. Opis powodu", "2. Cele", "3. Dzieci",
        "4. Próby podjęcia", "5. Plan monitoringu", "6. Zalecenia", "7. Decyzja kierownika", "8. Poinformowano", "Otrzymują:" } },
    { "monitoring-card",
      { "KARTA MONITORINGU", "Data kontaktu:", "Forma kontaktu:", "1. Sytuacja dzieci", "2. Czy efekty", "3. Nowe trudności",
        "4. Wniosek", "5. Uwagi", "Sporządzający" } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      g_autoptr(AsyDocument) document = make_sample_document (papers[i].name);
      g_autoptr(GBytes) pdf = write_pdf (document);
      g_autofree char *text = extract_text (pdf, "-layout");
      const char *at = text;

      for (guint k = 0; text != NULL && k < G_N_ELEMENTS (papers[i].headings) && papers[i].headings[k] != NULL; k++)
        {
          at = strstr (at, papers[i].headings[k]);
          g_test_message ("%s", papers[i].headings[k]);
          g_assert_nonnull (at);
          at++;
        }
    }
}

static void
test_letters (void)
{
  g_autoptr(AsyDocument) document = make_plain ("Oficjalna " PANGRAM " fluor afektu, „cytat” – 54 m², art. 570¹, 3 ½, €");
  g_autoptr(GBytes) pdf = write_pdf (document);
  g_autofree char *text = extract_text (pdf, "-raw");

  if (text == NULL)
    return;
  g_assert_nonnull (strstr (text, "Oficjalna " PANGRAM " fluor afektu, „cytat” – 54 m², art. 570¹, 3 ½, €"));
  g_assert_null (strstr (text, "\357\254\201"));
}

/* One-letter words do not stand at the end of a line. */
static void
check_hanging_words (const char *name)
{
  g_autoptr(AsyDocument) document = make_sample_document (name);
  g_autoptr(GBytes) pdf = write_pdf (document);
  g_autofree char *text = extract_text (pdf, "-raw");
  g_auto(GStrv) lines = g_strsplit (text != NULL ? text : "", "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      gsize length = strlen (lines[i]);

      g_test_message ("%s", lines[i]);
      g_assert_false (length > 3 && lines[i][length - 2] == ' ' && strchr ("aiouwzAIOUWZ", lines[i][length - 1]) != NULL);
    }
}

static void
test_hanging_words (void)
{
  static const char *const names[] = { "assessment", "court-notice", "court-reply", "court-report", "opinion", "plan", "annex",
                                       "agreement", "assignment", "diagnosis", "end-card", "handover", "motion", "visit-card" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    check_hanging_words (names[i]);
}

/* Short papers are one sheet. */
static void
test_one_page (void)
{
  static const char *const names[] = { "agreement", "court-reply", "assignment", "authorisation", "consent", "intake-card",
                                       "monitoring-card", "month-report", "resignation", "review", "visit-card" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr(AsyDocument) document = make_sample_document (names[i]);

      g_test_message ("%s", names[i]);
      g_assert_cmpuint (asy_document_get_n_pages (document), ==, 1);
    }
}

static void
test_fonts (void)
{
  const char *const argv[] = { "pdffonts", "-", NULL };
  const char *const *names = asy_template_list_shipped ();
  g_autoptr(GError) error = NULL;

  g_assert_true (asy_document_check_fonts (&error));
  g_assert_no_error (error);
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr(AsyDocument) document = make_sample_document (names[i]);
      g_autoptr(GBytes) pdf = write_pdf (document);
      g_autoptr(GBytes) out = run_tool (pdf, argv);
      g_autofree char *table = NULL;
      g_auto(GStrv) rows = NULL;

      if (out == NULL)
        return;
      table = g_strndup (g_bytes_get_data (out, NULL), g_bytes_get_size (out));
      rows = g_strsplit (table, "\n", -1);
      g_assert_cmpuint (g_strv_length (rows), >, 3);
      for (guint k = 2; rows[k] != NULL && rows[k][0] != '\0'; k++)
        {
          g_autoptr(GMatchInfo) match = NULL;
          g_autoptr(GRegex) regex = g_regex_new ("\\+Liberation(Serif|Mono)\\S*\\s+.*TrueType.*\\syes yes yes\\s", 0, 0, NULL);

          g_test_message ("%s", rows[k]);
          g_assert_true (g_regex_match (regex, rows[k], 0, &match));
        }
    }
}

static gpointer
write_sample_in_thread (gpointer name)
{
  g_autoptr(AsyDocument) document = make_sample_document (name);

  return write_pdf (document);
}

static gpointer
make_sample_in_thread (gpointer name)
{
  return make_sample_document (name);
}

/* The same paper gives the same bytes: again, in another thread, and when it
 * was set in one thread and drawn in another. */
static void
test_same_bytes (void)
{
  const char *const *names = asy_template_list_shipped ();

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr(AsyDocument) document = make_sample_document (names[i]);
      g_autoptr(GBytes) first = write_pdf (document);
      g_autoptr(GBytes) second = write_pdf (document);
      g_autoptr(GBytes) other = g_thread_join (g_thread_new ("paper", write_sample_in_thread, (gpointer) names[i]));
      g_autoptr(AsyDocument) handed = g_thread_join (g_thread_new ("paper", make_sample_in_thread, (gpointer) names[i]));
      g_autoptr(GBytes) late = write_pdf (handed);
      const AsyDocumentMeta meta = { .author = "Joanna Wierzbicka", .created = "2026-03-25T10:40:00+01:00" };
      g_autoptr(GBytes) next_day = asy_document_write_pdf (document, &meta, NULL);

      g_assert_true (g_bytes_equal (first, second));
      g_assert_true (g_bytes_equal (first, other));
      g_assert_true (g_bytes_equal (first, late));
      g_assert_false (g_bytes_equal (first, next_day));
    }
}

static void
test_metadata (void)
{
  const char *const argv[] = { "pdfinfo", "-rawdates", "-", NULL };
  const AsyDocumentMeta meta = {
    .title = "Opinia (III Nsm 128/26) – " PANGRAM,
    .author = "Łucja Święcicka",
    .subject = "Malinowscy",
    .keywords = "opinia, sąd",
    .created = "2026-03-24T10:40:00+01:00",
  };
  g_autoptr(AsyDocument) document = make_sample_document ("opinion");
  g_autoptr(GBytes) pdf = asy_document_write_pdf (document, &meta, NULL);
  g_autoptr(GBytes) out = run_tool (pdf, argv);
  g_autofree char *text = NULL;

  if (out == NULL)
    return;
  text = g_strndup (g_bytes_get_data (out, NULL), g_bytes_get_size (out));
  g_assert_nonnull (strstr (text, "Opinia (III Nsm 128/26) – " PANGRAM));
  g_assert_nonnull (strstr (text, "Łucja Święcicka"));
  g_assert_nonnull (strstr (text, "opinia, sąd"));
  g_assert_nonnull (strstr (text, "20260324104000+01'00"));
  g_assert_nonnull (strstr (text, "A4"));
  g_assert_nonnull (strstr (text, "Pages:           4"));
}

/* Drawing larger or smaller moves no word to another line. */
static cairo_status_t
append_bytes (void *closure, const unsigned char *bytes, unsigned int length)
{
  g_byte_array_append (closure, bytes, length);
  return CAIRO_STATUS_SUCCESS;
}

static char *
extract_scaled (AsyDocument *document, double scale)
{
  GByteArray *bytes = g_byte_array_new ();
  g_autoptr(GBytes) pdf = NULL;
  cairo_surface_t *surface;
  cairo_t *cr;
  double width, height;

  asy_document_get_page_size (document, &width, &height);
  surface = cairo_pdf_surface_create_for_stream (append_bytes, bytes, width * scale, height * scale);
  cr = cairo_create (surface);
  for (guint i = 0; i < asy_document_get_n_pages (document); i++)
    {
      cairo_save (cr);
      cairo_scale (cr, scale, scale);
      asy_document_draw_page (document, cr, i);
      cairo_restore (cr);
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);
  pdf = g_byte_array_free_to_bytes (bytes);
  return extract_text (pdf, "-raw");
}

static void
test_scales (void)
{
  static const double scales[] = { 0.33, 0.86, 1.2, 3.7 };
  g_autoptr(AsyDocument) document = make_sample_document ("opinion");
  g_autofree char *plain = extract_scaled (document, 1);

  for (gsize i = 0; plain != NULL && i < G_N_ELEMENTS (scales); i++)
    {
      g_autofree char *scaled = extract_scaled (document, scales[i]);

      g_assert_cmpstr (scaled, ==, plain);
    }
}

/* Pictures. */

typedef struct
{
  guint8 *gray;
  int width;
  int height;
} Picture;

static void
picture_clear (Picture *self)
{
  g_clear_pointer (&self->gray, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Picture, picture_clear)

static void
paint_page (AsyDocument *document, guint page, double dpi, Picture *ret_picture)
{
  double width, height;
  cairo_surface_t *surface;
  cairo_t *cr;
  int stride;
  const guint8 *pixels;

  asy_document_get_page_size (document, &width, &height);
  ret_picture->width = (int) ceil (width * dpi / 72 - 0.01);
  ret_picture->height = (int) ceil (height * dpi / 72 - 0.01);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, ret_picture->width, ret_picture->height);
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, dpi / 72, dpi / 72);
  asy_document_draw_page (document, cr, page);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  stride = cairo_image_surface_get_stride (surface);
  pixels = cairo_image_surface_get_data (surface);
  ret_picture->gray = g_malloc ((gsize) ret_picture->width * (gsize) ret_picture->height);
  for (int y = 0; y < ret_picture->height; y++)
    for (int x = 0; x < ret_picture->width; x++)
      {
        const guint8 *pixel = pixels + y * stride + 4 * x;

        ret_picture->gray[y * ret_picture->width + x] = (guint8) ((pixel[0] + 6 * pixel[1] + 3 * pixel[2]) / 10);
      }
  cairo_surface_destroy (surface);
}

static guint
count_ink (const Picture *picture, int left, int top, int right, int bottom)
{
  guint n = 0;

  for (int y = MAX (top, 0); y < MIN (bottom, picture->height); y++)
    for (int x = MAX (left, 0); x < MIN (right, picture->width); x++)
      n += picture->gray[y * picture->width + x] < 250;
  return n;
}

/* Printers lose what is nearer to the edge than this. */
static void
check_margins (AsyDocument *document)
{
  const double dpi = 72;
  const int edge = (int) (8 * dpi / 25.4);

  for (guint page = 0; page < asy_document_get_n_pages (document); page++)
    {
      g_auto(Picture) picture = { NULL };
      int w, h;

      paint_page (document, page, dpi, &picture);
      w = picture.width;
      h = picture.height;
      g_assert_cmpuint (count_ink (&picture, 0, 0, w, edge), ==, 0);
      g_assert_cmpuint (count_ink (&picture, 0, h - edge, w, h), ==, 0);
      g_assert_cmpuint (count_ink (&picture, 0, 0, edge, h), ==, 0);
      g_assert_cmpuint (count_ink (&picture, w - edge, 0, w, h), ==, 0);
      g_assert_cmpuint (count_ink (&picture, edge, edge, w - edge, h - edge), >, 100);
    }
}

static void
test_margins (void)
{
  const char *const *names = asy_template_list_shipped ();

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr(AsyDocument) document = make_sample_document (names[i]);

      check_margins (document);
    }
}

static gboolean
read_pgm (GBytes *bytes, Picture *ret_picture)
{
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  g_autoptr(GRegex) regex = g_regex_new ("^P5\\s+(\\d+)\\s+(\\d+)\\s+255\\s", G_REGEX_RAW, 0, NULL);
  g_autoptr(GMatchInfo) match = NULL;
  g_autofree char *head = g_strndup (text, MIN (length, 40));
  int end;

  if (!g_regex_match (regex, head, 0, &match))
    return FALSE;
  g_match_info_fetch_pos (match, 0, NULL, &end);
  {
    g_autofree char *width = g_match_info_fetch (match, 1);
    g_autofree char *height = g_match_info_fetch (match, 2);

    ret_picture->width = (int) g_ascii_strtoll (width, NULL, 10);
    ret_picture->height = (int) g_ascii_strtoll (height, NULL, 10);
  }
  g_assert_cmpuint (length - (gsize) end, >=, (gsize) ret_picture->width * (gsize) ret_picture->height);
  ret_picture->gray = g_memdup2 (text + end, (gsize) ret_picture->width * (gsize) ret_picture->height);
  return TRUE;
}

static double
get_mean (const Picture *picture, int left, int top, int size)
{
  double sum = 0;
  int n = 0;

  for (int y = top; y < MIN (top + size, picture->height); y++)
    for (int x = left; x < MIN (left + size, picture->width); x++, n++)
      sum += picture->gray[y * picture->width + x];
  return n > 0 ? sum / n : 255;
}

/* The file shows what the screen shows: squares of 4 mm are equally dark. */
static void
test_file_as_screen (void)
{
  const char *const *names = asy_template_list_shipped ();
  const char *const argv[] = { "pdftoppm", "-gray", "-r", "60", "-f", "1", "-l", "1", "-", NULL };

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr(AsyDocument) document = make_sample_document (names[i]);
      g_autoptr(GBytes) pdf = write_pdf (document);
      g_autoptr(GBytes) out = run_tool (pdf, argv);
      g_auto(Picture) file = { NULL };
      g_auto(Picture) screen = { NULL };

      if (out == NULL)
        return;
      g_assert_true (read_pgm (out, &file));
      paint_page (document, 0, 60, &screen);
      g_assert_cmpint (abs (file.width - screen.width), <=, 1);
      g_assert_cmpint (abs (file.height - screen.height), <=, 1);
      for (int y = 0; y < screen.height; y += 10)
        for (int x = 0; x < screen.width; x += 10)
          g_assert_cmpfloat (fabs (get_mean (&file, x, y, 10) - get_mean (&screen, x, y, 10)), <, 45);
    }
}

/* Whatever is typed is set, inside the margins. */
static void
test_hostile_text (void)
{
  g_autofree char *word = g_strnfill (9000, 'm');
  g_autofree char *blanks = g_strnfill (5000, ' ');
  g_autofree char *lines = g_strnfill (3000, '\n');
  g_autofree char *dashes = g_strnfill (3000, '-');
  const char *const texts[] = {
    "", " ", word, blanks, lines, dashes, "- ", "1. ", "1.", "a)", "<b>&amp;</b>", "\342\200\224 x", "🙂👩‍👧 שלום مرحبا Привіт 漢字",
    "a\tb\tc", "́́́", "%s%n", "W\n\n\n\nZ\r\n– x\n12) y",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(AsyPaperData) data = load_sample ("opinion");
      g_autoptr(AsyTemplate) template_ = load_shipped ("opinion");
      g_autoptr(AsyDocument) document = NULL;
      g_autoptr(GBytes) pdf = NULL;

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      asy_paper_data_set_text (data, "court.name", texts[i]);
      asy_paper_data_set_text (data, "subject", texts[i]);
      asy_paper_data_set_text (data, "case.mark", texts[i]);
      asy_paper_data_set_text (data, "section.living.body", texts[i]);
      asy_paper_data_set_text (data, "section.living.heading", texts[i]);
      asy_paper_data_set_text (asy_paper_data_get_item (data, "members", 0), "name", texts[i]);
      document = make_document (template_, data);
      pdf = write_pdf (document);
      g_assert_cmpuint (g_bytes_get_size (pdf), >, 10000);
      check_margins (document);
    }
}

/* Sections. */

static char *
extract_sample (AsyPaperData *data, const char *name)
{
  g_autoptr(AsyTemplate) template_ = load_shipped (name);
  g_autoptr(AsyDocument) document = make_document (template_, data);
  g_autoptr(GBytes) pdf = write_pdf (document);

  return extract_text (pdf, "-raw");
}

static void
test_section_values (void)
{
  g_autoptr(AsyPaperData) data = load_sample ("opinion");
  g_autofree char *text = NULL;

  asy_paper_data_set_bool (data, "section.living.omit", TRUE);
  asy_paper_data_set_text (data, "section.school.heading", "Szkoła");
  asy_paper_data_set_text (data, "section.school.body", "Pierwszy akapit.\n– punkt");
  asy_paper_data_remove (data, "section.contacts.body");
  asy_paper_data_remove (data, "questions");
  asy_paper_data_remove (data, "print-sources");
  asy_paper_data_remove (data, "case.mark");
  text = extract_sample (data, "opinion");
  if (text == NULL)
    return;
  g_assert_null (strstr (text, "Sytuacja bytowa"));
  g_assert_nonnull (strstr (text, "7. Szkoła\nPierwszy akapit.\n– punkt\n8. Kontakty środowiskowe\n[do uzupełnienia]\n9. Postawa"));
  g_assert_null (strstr (text, "Odpowiedzi na pytania"));
  g_assert_nonnull (strstr (text, "14. Wnioski\n14.1. Ustalenia\n"));
  g_assert_null (strstr (text, "Źródło:"));
  g_assert_nonnull (strstr (text, "Znak: nr nienadany"));
}

static void
test_find_section (void)
{
  static const char *const keys[] = { "author", "basis", "family", "upbringing", "answers", "facts", "judgement" };
  g_autoptr(AsyDocument) document = make_sample_document ("opinion");
  guint last_page = 0;
  double last_y = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      guint page;
      double y;

      g_assert_true (asy_document_find_section (document, keys[i], &page, &y));
      g_assert_true (page > last_page || (page == last_page && y > last_y));
      g_assert_cmpuint (page, <, asy_document_get_n_pages (document));
      last_page = page;
      last_y = y;
    }
  g_assert_false (asy_document_find_section (document, "nothing", NULL, NULL));
}

static void
test_words (void)
{
  g_autoptr(AsyDocument) document = make_plain ("Pierwszy akapit – trzy słowa.\n– a punkt też");
  g_autoptr(AsyDocument) empty = make_plain ("");

  g_assert_cmpuint (asy_document_get_n_words (document), ==, 7);
  g_assert_cmpuint (asy_document_get_n_words (empty), ==, 0);
  g_assert_cmpuint (asy_document_get_n_pages (empty), ==, 1);
}

/* A week that may be lost on a bus names nobody. */
static void
test_week_privacy (void)
{
  g_autoptr(AsyPaperData) data = load_sample ("week");
  g_autofree char *open_text = extract_sample (data, "week");
  g_autofree char *text = NULL;

  if (open_text == NULL)
    return;
  g_assert_nonnull (strstr (open_text, "Świerczyńscy"));
  g_assert_nonnull (strstr (open_text, "ul. Mglista 5"));
  g_assert_nonnull (strstr (open_text, "604 567 890"));
  asy_paper_data_set_bool (data, "privacy", TRUE);
  text = extract_sample (data, "week");
  g_assert_null (strstr (text, "Świerczyńscy"));
  g_assert_null (strstr (text, "Mglista"));
  g_assert_null (strstr (text, "604"));
  g_assert_nonnull (strstr (text, "10:00–11:30 Ś."));
  g_assert_nonnull (strstr (text, "Fabryczna"));
}

static AsyPaperData *
add_visit (AsyPaperData *day, int start, int end, const char *family)
{
  AsyPaperData *visit = asy_paper_data_add_item (day, "visits");

  asy_paper_data_set_number (visit, "start", start);
  asy_paper_data_set_number (visit, "end", end);
  asy_paper_data_set_text (visit, "family", family);
  return visit;
}

/* Hours outside the office day, no visits, seven days, many at once. */
static void
test_week_shapes (void)
{
  static const struct
  {
    int start, end;
    guint count;
  } rows[] = {
    { 0, 0, 0 },          { 0, 30, 1 },        { 23 * 60 + 50, 24 * 60, 1 }, { 5 * 60, 23 * 60, 1 },
    { 600, 540, 1 },      { -500, 90000, 1 },  { 540, 600, 12 },             { 540, 545, 40 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(AsyTemplate) template_ = load_shipped ("week");
      g_autoptr(AsyPaperData) data = load_sample ("week");
      g_autoptr(AsyDocument) document = NULL;

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      asy_paper_data_remove (data, "days");
      for (guint d = 0; d < 7; d++)
        {
          AsyPaperData *day = asy_paper_data_add_item (data, "days");

          asy_paper_data_set_day (day, "date", asy_day_new (2026, 3, 23) + d);
          for (guint k = 0; k < rows[i].count; k++)
            add_visit (day, rows[i].start, rows[i].end, "Brzęczyszczykiewiczowie");
        }
      document = make_document (template_, data);
      g_assert_cmpuint (asy_document_get_n_pages (document), >=, 2);
      check_margins (document);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/letter/document/golden", test_golden);
  g_test_add_func ("/letter/document/headings", test_headings);
  g_test_add_func ("/letter/document/letters", test_letters);
  g_test_add_func ("/letter/document/hanging-words", test_hanging_words);
  g_test_add_func ("/letter/document/one-page", test_one_page);
  g_test_add_func ("/letter/document/fonts", test_fonts);
  g_test_add_func ("/letter/document/same-bytes", test_same_bytes);
  g_test_add_func ("/letter/document/metadata", test_metadata);
  g_test_add_func ("/letter/document/scales", test_scales);
  g_test_add_func ("/letter/document/margins", test_margins);
  g_test_add_func ("/letter/document/file-as-screen", test_file_as_screen);
  g_test_add_func ("/letter/document/hostile-text", test_hostile_text);
  g_test_add_func ("/letter/document/section-values", test_section_values);
  g_test_add_func ("/letter/document/find-section", test_find_section);
  g_test_add_func ("/letter/document/words", test_words);
  g_test_add_func ("/letter/document/week-privacy", test_week_privacy);
  g_test_add_func ("/letter/document/week-shapes", test_week_shapes);
  return g_test_run ();
}
