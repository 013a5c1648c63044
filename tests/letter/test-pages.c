/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>
#include <string.h>

#include "letter-util.h"
#include "letter/asy-compose-private.h"

/* How lines and pages are cut, looked at in the sheet itself and over many
 * lengths of text. */

#define SENTENCE "Rodzina współpracuje z asystentem i była obecna na wszystkich umówionych spotkaniach poza jednym. "

static char *
make_text (guint n_sentences)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_sentences; i++)
    g_string_append (text, SENTENCE);
  return g_string_free (text, FALSE);
}

typedef struct
{
  AsyTypesetter *typesetter;
  AsySheet *sheet;
} Setting;

static void
setting_clear (Setting *self)
{
  g_clear_pointer (&self->sheet, _asy_sheet_free);
  g_clear_pointer (&self->typesetter, _asy_typesetter_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Setting, setting_clear)

static void
set_paper (AsyTemplate *template_, AsyPaperData *data, Setting *ret_setting)
{
  g_autoptr(GError) error = NULL;

  ret_setting->typesetter = _asy_typesetter_new ("pl", _asy_compose_get_size (template_));
  ret_setting->sheet = _asy_compose (template_, ret_setting->typesetter, data, &error);
  g_assert_no_error (error);
}

static const AsyStrip *
get_strip (const AsySheet *sheet, guint index)
{
  return &g_array_index (sheet->strips, AsyStrip, index);
}

static gboolean
is_band (const AsySheet *sheet, const AsyPlaced *placed)
{
  return get_strip (sheet, placed->strip)->role == ASY_ROLE_DECOR && get_strip (sheet, placed->strip)->height <= 0;
}

/* The strips of the body of a page. */
static GArray *
get_body (const AsySheet *sheet, guint page)
{
  const GArray *placed = g_ptr_array_index (sheet->pages, page);
  GArray *body = g_array_new (FALSE, FALSE, sizeof (AsyPlaced));

  for (guint i = 0; i < placed->len; i++)
    if (!is_band (sheet, &g_array_index (placed, AsyPlaced, i)))
      g_array_append_val (body, g_array_index (placed, AsyPlaced, i));
  return body;
}

static gboolean
is_repeated_head (const AsySheet *sheet, guint strip)
{
  guint table = get_strip (sheet, strip)->table;
  const AsyTableHead *head;

  if (table == ASY_NO_TABLE)
    return FALSE;
  head = &g_array_index (sheet->heads, AsyTableHead, table);
  return strip >= head->first_strip && strip < head->first_strip + head->n_strips;
}

static guint
count_block_lines (const AsySheet *sheet, const GArray *body, guint block)
{
  guint n_lines = 0;

  for (guint i = 0; i < body->len; i++)
    n_lines += get_strip (sheet, g_array_index (body, AsyPlaced, i).strip)->block == block;
  return n_lines;
}

static guint
count_all_block_lines (const AsySheet *sheet, guint block)
{
  guint n_lines = 0;

  for (guint i = 0; i < sheet->strips->len; i++)
    n_lines += get_strip (sheet, i)->block == block;
  return n_lines;
}

/* Nothing is lost, doubled or out of order; nothing leaves the body. */
static void
check_order (const AsySheet *sheet)
{
  guint next = 0;

  for (guint page = 0; page < sheet->pages->len; page++)
    {
      g_autoptr(GArray) body = get_body (sheet, page);
      double bottom = sheet->top;

      for (guint i = 0; i < body->len; i++)
        {
          const AsyPlaced *placed = &g_array_index (body, AsyPlaced, i);
          const AsyStrip *strip = get_strip (sheet, placed->strip);

          g_assert_cmpfloat (placed->y, >=, bottom - 0.02);
          bottom = placed->y + strip->height;
          g_assert_cmpfloat (bottom, <=, sheet->top + sheet->height + 0.02);
          if (placed->strip < next)
            g_assert_true (is_repeated_head (sheet, placed->strip) && i < 3);
          else
            g_assert_cmpuint (placed->strip, ==, next++);
        }
    }
  for (; next < sheet->strips->len; next++)
    g_assert_cmpfloat (get_strip (sheet, next)->height, <=, 0);
}

/* Two lines of a paragraph at either end of a page; no heading at the foot. */
static void
check_ends (const AsySheet *sheet)
{
  for (guint page = 0; page + 1 < sheet->pages->len; page++)
    {
      g_autoptr(GArray) body = get_body (sheet, page);
      g_autoptr(GArray) next = get_body (sheet, page + 1);
      const AsyStrip *last = get_strip (sheet, g_array_index (body, AsyPlaced, body->len - 1).strip);
      const AsyStrip *first;
      guint i = 0;

      g_assert_cmpuint (next->len, >, 0);
      while (is_repeated_head (sheet, g_array_index (next, AsyPlaced, i).strip)
             && g_array_index (next, AsyPlaced, i).strip < g_array_index (body, AsyPlaced, body->len - 1).strip)
        i++;
      first = get_strip (sheet, g_array_index (next, AsyPlaced, i).strip);
      g_assert_cmpint (last->role, !=, ASY_ROLE_HEADING);
      g_assert_cmpint (last->role, !=, ASY_ROLE_SUBHEADING);
      g_assert_cmpint (last->role, !=, ASY_ROLE_TITLE);
      g_assert_false (is_repeated_head (sheet, g_array_index (body, AsyPlaced, body->len - 1).strip));
      if (last->block != first->block)
        continue;
      g_assert_cmpuint (count_all_block_lines (sheet, last->block), >=, 4);
      g_assert_cmpuint (count_block_lines (sheet, body, last->block), >=, 2);
      g_assert_cmpuint (count_block_lines (sheet, next, last->block), >=, 2);
    }
}

static void
check_sheet (const AsySheet *sheet)
{
  g_assert_cmpuint (sheet->pages->len, >=, 1);
  check_order (sheet);
  check_ends (sheet);
}

#define LETTER \
  "<paper id='x' version='1' lang='pl' title='X'><fields>" \
  "<declare name='before' kind='text'/><declare name='text' kind='text'/><declare name='rows' kind='list'>" \
  "<declare name='a' kind='text'/><declare name='b' kind='text'/></declare></fields>" \
  "<page margin-bottom='120mm'/><footer><right><page-number/> z <page-count/></right></footer><body>" \
  "<text field='before'/>" \
  "<section key='one' heading='Pierwszy'><body><text field='text'/></body></section>" \
  "<section key='two' heading='Drugi'><section key='in' heading='W drugim'><body><text field='text'/></body></section></section>" \
  "<table><column width='1' heading='A'/><column width='2' heading='B'/>" \
  "<row each='rows'><cell><text field='a'/></cell><cell><text field='b'/></cell></row></table>" \
  "<list><item each='rows'><para>Pytanie</para><text field='b'/></item></list>" \
  "<signatures><signer><line>Joanna Wierzbicka</line></signer></signatures>" \
  "<distribution heading='Otrzymują:'><item>Sąd</item><item>a/a</item></distribution></body></paper>"

/* The body is moved down line by line, so that every strip once stands at the
 * foot of a page. */
static void
test_many_lengths (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(AsyTemplate) template_ = parse_template (LETTER, &error);
  guint pages_seen = 0;

  g_assert_no_error (error);
  for (guint n = 0; n < 110; n++)
    {
      g_autoptr(AsyPaperData) data = asy_paper_data_new ();
      g_autofree char *before = g_strnfill (2 * (n % 37), '\n');
      g_autofree char *text = make_text (n % 11);
      g_auto(Setting) setting = { NULL, NULL };

      for (guint i = 0; i < n % 37; i++)
        {
          before[2 * i] = 'x';
          before[2 * i + 1] = '\n';
        }
      asy_paper_data_set_text (data, "before", before);
      asy_paper_data_set_text (data, "text", text);
      for (guint i = 0; i < n % 9; i++)
        {
          AsyPaperData *row = asy_paper_data_add_item (data, "rows");
          g_autofree char *b = make_text (i);

          asy_paper_data_set_text (row, "a", "pole");
          asy_paper_data_set_text (row, "b", b);
        }
      set_paper (template_, data, &setting);
      check_sheet (setting.sheet);
      pages_seen = MAX (pages_seen, setting.sheet->pages->len);
    }
  g_assert_cmpuint (pages_seen, >=, 5);
}

/* The strip that has the dotted line to sign on, and no more lines of text. */
static guint
find_signature (const AsySheet *sheet)
{
  for (guint i = 0; i < sheet->strips->len; i++)
    if (get_strip (sheet, i)->n_text_lines == 0 && get_strip (sheet, i)->height > 40 && get_strip (sheet, i)->n_marks > 0)
      return i;
  return G_MAXUINT;
}

/* On the page of a signature stand at least two lines of what is signed. */
static void
test_signature (void)
{
  g_autoptr(AsyTemplate) template_ = load_shipped ("opinion");
  guint n_moved = 0;

  for (guint n = 0; n < 120; n++)
    {
      g_autoptr(AsyPaperData) data = load_sample ("opinion");
      g_auto(Setting) setting = { NULL, NULL };
      g_autofree char *lines = g_strnfill (2 * (n % 60), 'x');
      gboolean found = FALSE;
      guint signature;

      for (guint i = 1; i < 2 * (n % 60); i += 2)
        lines[i] = '\n';
      asy_paper_data_set_text (data, "section.relations.body", lines);
      asy_paper_data_set_text (data, "section.judgement.body", n < 60 ? "Pierwszy wiersz.\nDrugi wiersz.\nTrzeci wiersz." : SENTENCE SENTENCE SENTENCE);
      set_paper (template_, data, &setting);
      check_sheet (setting.sheet);
      signature = find_signature (setting.sheet);
      g_assert_cmpuint (signature, <, setting.sheet->strips->len);
      for (guint page = 0; page < setting.sheet->pages->len; page++)
        {
          g_autoptr(GArray) body = get_body (setting.sheet, page);
          guint n_lines = 0;

          for (guint i = 0; i < body->len && !found; i++)
            {
              guint strip = g_array_index (body, AsyPlaced, i).strip;

              if (strip == signature)
                {
                  g_assert_cmpuint (n_lines, >=, 2);
                  n_moved += n_lines <= 4;
                  found = TRUE;
                }
              n_lines += get_strip (setting.sheet, strip)->n_text_lines;
            }
        }
      g_assert_true (found);
    }
  /* The rule was needed: in some of these the signature took text along. */
  g_assert_cmpuint (n_moved, >, 2);
}

static void
test_page_counts (void)
{
  static const struct
  {
    guint n_lines;
    guint n_pages;
  } rows[] = { { 0, 1 }, { 1, 1 }, { 48, 1 }, { 49, 1 }, { 50, 2 }, { 98, 2 }, { 99, 3 } };
  g_autoptr(GError) error = NULL;
  /* 255 mm are 722.8 pt: 49 lines of 14.63 pt. */
  g_autoptr(AsyTemplate) template_ =
    parse_template ("<paper id='x' version='1' lang='pl' title='X'><fields><declare name='text' kind='text'/></fields>"
                    "<page margin-top='20mm' margin-bottom='22mm'/><body><para><field name='text'/></para></body></paper>",
                    &error);

  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(AsyPaperData) data = asy_paper_data_new ();
      g_autoptr(GString) text = g_string_new (NULL);
      g_auto(Setting) setting = { NULL, NULL };

      for (guint k = 0; k < rows[i].n_lines; k++)
        g_string_append (text, k > 0 ? "\nx" : "x");
      asy_paper_data_set_text (data, "text", text->str);
      set_paper (template_, data, &setting);
      check_sheet (setting.sheet);
      g_test_message ("%u lines: %u pages", rows[i].n_lines, setting.sheet->pages->len);
      g_assert_cmpuint (setting.sheet->pages->len, ==, rows[i].n_pages);
    }
}

/* A table goes on under its heading; a row higher than a page loses nothing. */
static void
test_table (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(AsyTemplate) template_ = parse_template (LETTER, &error);
  g_autoptr(AsyPaperData) data = asy_paper_data_new ();
  g_autofree char *long_text = make_text (90);
  g_auto(Setting) setting = { NULL, NULL };
  AsyPaperData *row;
  guint n_heads = 0;
  guint n_lines = 0;
  const AsyTextbox *box = NULL;

  g_assert_no_error (error);
  for (guint i = 0; i < 30; i++)
    {
      row = asy_paper_data_add_item (data, "rows");
      asy_paper_data_set_text (row, "a", "pole");
    }
  row = asy_paper_data_add_item (data, "rows");
  asy_paper_data_set_text (row, "a", long_text);
  set_paper (template_, data, &setting);
  check_sheet (setting.sheet);
  for (guint page = 0; page < setting.sheet->pages->len; page++)
    {
      g_autoptr(GArray) body = get_body (setting.sheet, page);

      for (guint i = 0; i < body->len; i++)
        n_heads += is_repeated_head (setting.sheet, g_array_index (body, AsyPlaced, i).strip);
    }
  g_assert_cmpuint (n_heads, >=, 4);

  for (guint i = 0; i < setting.sheet->boxes->len; i++)
    {
      const AsyTextbox *candidate = g_ptr_array_index (setting.sheet->boxes, i);

      if (box == NULL || candidate->n_lines > box->n_lines)
        box = candidate;
    }
  for (guint i = 0; i < setting.sheet->pieces->len; i++)
    {
      const AsyPiece *piece = &g_array_index (setting.sheet->pieces, AsyPiece, i);

      if (piece->box == box)
        {
          g_assert_cmpuint (piece->first, ==, n_lines);
          n_lines += piece->n_lines;
        }
    }
  g_assert_cmpuint (box->n_lines, >, 100);
  g_assert_cmpuint (n_lines, ==, box->n_lines);
}

/* Columns fill the width, whatever their millimetres and shares. */
static void
test_columns (void)
{
  static const char *const columns[] = {
    "<column width='1'/><column width='3'/>", "<column width='20mm'/><column width='1'/>", "<column width='20mm'/><column width='30mm'/>",
    "<column width='300mm'/><column width='1'/>", "<column width='400mm'/><column width='400mm'/>",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autofree char *xml =
        g_strdup_printf ("<paper id='x' version='1' lang='pl' title='X'><fields/><body><table style='grid'>%s"
                         "<row><cell>a</cell><cell>b</cell></row></table></body></paper>",
                         columns[i]);
      g_autoptr(GError) error = NULL;
      g_autoptr(AsyTemplate) template_ = parse_template (xml, &error);
      g_autoptr(AsyPaperData) data = asy_paper_data_new ();
      g_auto(Setting) setting = { NULL, NULL };
      double last_x = 0;

      g_assert_no_error (error);
      set_paper (template_, data, &setting);
      for (guint k = 0; k < setting.sheet->marks->len; k++)
        {
          const AsyMark *mark = &g_array_index (setting.sheet->marks, AsyMark, k);

          g_assert_cmpfloat (mark->x + mark->w, <=, setting.sheet->width + 0.01);
          last_x = MAX (last_x, mark->x);
        }
      g_assert_cmpfloat (fabs (last_x - setting.sheet->width), <, 0.01);
    }
}

/* Text boxes. */

static double
measure_widest_blank (const AsyTextbox *box)
{
  double widest = 0;

  for (guint i = 0; i < box->n_lines; i++)
    {
      PangoLayout *layout = box->ragged != NULL && box->is_ragged[i] ? box->ragged : box->layout;
      PangoLayoutLine *line = pango_layout_get_line_readonly (layout, (int) i);
      const char *text = pango_layout_get_text (layout);

      for (GSList *run = line->runs; run != NULL; run = run->next)
        {
          const PangoGlyphItem *item = run->data;

          for (int k = 0; k < item->glyphs->num_glyphs; k++)
            {
              const char *p = text + item->item->offset + item->glyphs->log_clusters[k];

              if (*p == ' ' && p + 1 < text + line->start_index + line->length)
                widest = MAX (widest, pango_units_to_double (item->glyphs->glyphs[k].geometry.width));
            }
        }
    }
  return widest;
}

static void
test_ugly_gaps (void)
{
  static const char text[] = "Konstantynopolitańczykowianeczka w Zmyślinie spotkała przeintelektualizowaną "
                             "dziewięćdziesięciokilkuletnią współpracowniczkę niepodległościową.";
  AsyTextboxSpec spec = { .style = ASY_STYLE_BODY };
  g_autoptr(AsyTypesetter) typesetter = _asy_typesetter_new ("pl", 11);
  gboolean any_ragged = FALSE;
  gboolean any_stretched = FALSE;

  for (double width = 120; width < 480; width += 7)
    {
      g_autoptr(AsyTextbox) box = _asy_textbox_new_plain (typesetter, text, width, &spec);

      g_assert_cmpfloat (measure_widest_blank (box), <=, 11);
      any_ragged = any_ragged || box->ragged != NULL;
      any_stretched = any_stretched || measure_widest_blank (box) > 3;
    }
  g_assert_true (any_ragged);
  g_assert_true (any_stretched);
}

/* Justified lines end at the margin. */
static void
test_justified (void)
{
  AsyTextboxSpec spec = { .style = ASY_STYLE_BODY };
  g_autoptr(AsyTypesetter) typesetter = _asy_typesetter_new ("pl", 11);
  g_autofree char *text = make_text (4);
  g_autoptr(AsyTextbox) box = _asy_textbox_new_plain (typesetter, text, 460, &spec);

  g_assert_cmpuint (box->n_lines, >=, 3);
  for (guint i = 0; i + 1 < box->n_lines; i++)
    {
      PangoRectangle logical;

      pango_layout_line_get_extents (pango_layout_get_line_readonly (box->layout, (int) i), NULL, &logical);
      g_assert_cmpfloat (fabs (pango_units_to_double (logical.width) - 460), <, 0.1);
    }
}

/* A ligature would be one glyph for two letters. */
static void
test_no_ligatures (void)
{
  AsyTextboxSpec spec = { .style = ASY_STYLE_BODY };
  g_autoptr(AsyTypesetter) typesetter = _asy_typesetter_new ("pl", 11);
  g_autoptr(AsyTextbox) box = _asy_textbox_new_plain (typesetter, "oficjalna fluorescencja affiks", 400, &spec);
  int n_glyphs = 0;

  for (GSList *run = pango_layout_get_line_readonly (box->layout, 0)->runs; run != NULL; run = run->next)
    n_glyphs += ((const PangoGlyphItem *) run->data)->glyphs->num_glyphs;
  g_assert_cmpint (n_glyphs, ==, (int) strlen ("oficjalna fluorescencja affiks"));
}

static void
test_short_words (void)
{
  AsyTextboxSpec spec = { .style = ASY_STYLE_LINE, .ties_short_words = TRUE };
  g_autoptr(AsyTypesetter) typesetter = _asy_typesetter_new ("pl", 11);

  for (double width = 150; width < 400; width += 5)
    {
      g_autoptr(AsyTextbox) box =
        _asy_textbox_new_plain (typesetter, "Sąd Rejonowy dla Wrocławia-Śródmieścia we Wrocławiu", width, &spec);
      const char *text = pango_layout_get_text (box->layout);

      for (guint i = 0; i + 1 < box->n_lines; i++)
        {
          PangoLayoutLine *line = pango_layout_get_line_readonly (box->layout, (int) i);
          g_autofree char *words = g_strchomp (g_strndup (text + line->start_index, (gsize) line->length));

          g_test_message ("%.0f: %s", width, words);
          g_assert_false (g_str_has_suffix (words, " we") || g_str_has_suffix (words, " dla"));
        }
    }
}

/* Emphasis stays on its words when typography changes blanks before them. */
static void
test_spans (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(AsyTemplate) template_ =
    parse_template ("<paper id='x' version='1' lang='pl' title='X'><fields/><body><para>Idzie w las i\n w <strong>pole w dal</strong> "
                    "o 5 km.</para></body></paper>",
                    &error);
  g_autoptr(AsyPaperData) data = asy_paper_data_new ();
  g_auto(Setting) setting = { NULL, NULL };
  const AsyTextbox *box;
  const char *text;
  gboolean found = FALSE;

  g_assert_no_error (error);
  set_paper (template_, data, &setting);
  box = g_ptr_array_index (setting.sheet->boxes, 0);
  text = pango_layout_get_text (box->layout);
  g_assert_cmpstr (text, ==, "Idzie w\302\240las i\302\240w\302\240pole w\302\240dal o\302\2405\302\240km.");
  {
    GSList *attributes = pango_attr_list_get_attributes (pango_layout_get_attributes (box->layout));

    for (GSList *item = attributes; item != NULL; item = item->next)
      {
        const PangoAttribute *attribute = item->data;

        if (attribute->klass->type == PANGO_ATTR_WEIGHT)
          {
            g_autofree char *words = g_strndup (text + attribute->start_index, attribute->end_index - attribute->start_index);

            g_assert_cmpstr (words, ==, "pole w\302\240dal");
            found = TRUE;
          }
      }
    g_slist_free_full (attributes, (GDestroyNotify) pango_attribute_destroy);
  }
  g_assert_true (found);
}

/* What the inline elements make of values. */
static void
test_inline (void)
{
  static const struct
  {
    const char *words;
    const char *text;
  } rows[] = {
    { "a <field name='none'/> b", "a b" },
    { " <field name='name'/> ", "Łucja" },
    { "<field name='name'/>.", "Łucja." },
    { "dnia <field name='day' form='letter-date'/>. Potem", "dnia 24 marca 2026 r. Potem" },
    { "<field name='day' form='long-date'/>", "24 marca 2026" },
    { "<field name='day' form='table-date'/>", "24.03.2026 r." },
    { "<field name='day'/>", "24.03.2026 r." },
    { "<field name='day' form='short-date'/> <field name='day' form='weekday'/>", "24.03 wtorek" },
    { "<field name='small'/> <field name='large'/> <field name='negative'/>", "1234 12 345 -1 234 567" },
    { "<field name='minutes' form='clock'/> <field name='minutes' form='duration'/>", "9:05 9 godz. 5 min" },
    { "<field name='large' form='money'/>", "123,45 zł" },
    { "<field name='phone' form='phone'/>", "601 234 567" },
    { "<field name='yes' form='yes-no'/> <field name='no'/>", "tak nie" },
    { "<field name='none' missing='brak'/>", "brak" },
    { "<field name='needed'/>", "[potrzebne]" },
    { "<if field='yes'>A</if><unless field='yes'>B</unless><if field='no'>C</if><if field='none'>D</if>", "A" },
    { "<small/>", NULL },
    { "<plural field='one' one='wizyta' few='wizyty' many='wizyt'/>", "wizyta" },
    { "<plural field='small' one='wizyta' few='wizyty' many='wizyt'/>", "wizyty" },
    { "<plural field='minutes' one='wizyta' few='wizyty' many='wizyt'/>", "wizyt" },
    { "<join list='list'><field name='item'/></join>", "a, b, c" },
    { "<join list='list' separator=' / ' last=' oraz '><index/>:<field name='item'/></join>", "1:a / 2:b oraz 3:c" },
    { "<join list='list'><field name='name'/></join>", "Łucja, Łucja, Łucja" },
    { "a<break/>b", "a\342\200\250b" },
    { "<nowrap>dwa słowa razem</nowrap>", "dwa słowa razem" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *xml = g_strdup_printf (
        "<paper id='x' version='1' lang='pl' title='X'><fields><declare name='none' kind='text'/><declare name='name' kind='text'/>"
        "<declare name='phone' kind='text'/><declare name='needed' kind='text' required='yes'>potrzebne</declare>"
        "<declare name='day' kind='day'/><declare name='one' kind='number'/><declare name='small' kind='number'/>"
        "<declare name='large' kind='number'/><declare name='negative' kind='number'/><declare name='minutes' kind='number'/>"
        "<declare name='yes' kind='bool'/><declare name='no' kind='bool'/>"
        "<declare name='list' kind='list'><declare name='item' kind='text'/></declare></fields>"
        "<body><para align='left'>%s</para></body></paper>",
        rows[i].words);
      g_autoptr(GError) error = NULL;
      g_autoptr(AsyTemplate) template_ = parse_template (xml, &error);
      g_autoptr(AsyPaperData) data = asy_paper_data_new ();
      g_auto(Setting) setting = { NULL, NULL };
      g_autofree char *plain = NULL;
      g_auto(GStrv) parts = NULL;

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      if (rows[i].text == NULL)
        {
          g_assert_error (error, ASY_LETTER_ERROR, ASY_LETTER_ERROR_SCHEMA);
          continue;
        }
      g_assert_no_error (error);
      asy_paper_data_set_text (data, "name", " Łucja ");
      asy_paper_data_set_text (data, "phone", "601234567");
      asy_paper_data_set_day (data, "day", asy_day_new (2026, 3, 24));
      asy_paper_data_set_number (data, "one", 1);
      asy_paper_data_set_number (data, "small", 1234);
      asy_paper_data_set_number (data, "large", 12345);
      asy_paper_data_set_number (data, "negative", -1234567);
      asy_paper_data_set_number (data, "minutes", 545);
      asy_paper_data_set_bool (data, "yes", TRUE);
      asy_paper_data_set_bool (data, "no", FALSE);
      for (guint k = 0; k < 3; k++)
        {
          const char item[] = { (char) ('a' + k), '\0' };

          asy_paper_data_set_text (asy_paper_data_add_item (data, "list"), "item", item);
        }
      set_paper (template_, data, &setting);
      parts = g_strsplit (pango_layout_get_text (((const AsyTextbox *) g_ptr_array_index (setting.sheet->boxes, 0))->layout),
                          "\302\240", -1);
      plain = g_strjoinv (" ", parts);
      g_assert_cmpstr (plain, ==, rows[i].text);
    }
}

/* A text of the clerk: lines are paragraphs, some are items. */
static void
test_prose (void)
{
  static const struct
  {
    const char *line;
    const char *marker;
    const char *words;
  } rows[] = {
    { "Zwykły akapit.", NULL, "Zwykły akapit." },
    { "– punkt", "–", "punkt" },
    { "- punkt", "–", "punkt" },
    { "• punkt", "–", "punkt" },
    { "* punkt", "–", "punkt" },
    { "1. pierwszy", "1.", "pierwszy" },
    { "12) dwunasty", "12)", "dwunasty" },
    { "a) litera", "a)", "litera" },
    { "-punkt", NULL, "-punkt" },
    { "2026. rok", NULL, "2026. rok" },
    { "1.pierwszy", NULL, "1.pierwszy" },
    { "A) nie", NULL, "A) nie" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = g_strdup_printf ("\n \n  %s  \n\n", rows[i].line);
      g_autoptr(GPtrArray) prose = _asy_prose_from_text (text);
      const AsyProse *item;

      g_assert_cmpuint (prose->len, ==, 1);
      item = g_ptr_array_index (prose, 0);
      g_assert_cmpstr (item->marker, ==, rows[i].marker);
      g_assert_cmpstr (item->words->text->str, ==, rows[i].words);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/letter/pages/many-lengths", test_many_lengths);
  g_test_add_func ("/letter/pages/signature", test_signature);
  g_test_add_func ("/letter/pages/page-counts", test_page_counts);
  g_test_add_func ("/letter/pages/table", test_table);
  g_test_add_func ("/letter/pages/columns", test_columns);
  g_test_add_func ("/letter/pages/ugly-gaps", test_ugly_gaps);
  g_test_add_func ("/letter/pages/justified", test_justified);
  g_test_add_func ("/letter/pages/no-ligatures", test_no_ligatures);
  g_test_add_func ("/letter/pages/short-words", test_short_words);
  g_test_add_func ("/letter/pages/spans", test_spans);
  g_test_add_func ("/letter/pages/inline", test_inline);
  g_test_add_func ("/letter/pages/prose", test_prose);
  return g_test_run ();
}
