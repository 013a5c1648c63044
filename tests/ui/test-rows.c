/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/asy-models.h"
#include "ui/asy-bind.h"
#include "ui/asy-choice-row.h"
#include "ui/asy-column-layout.h"
#include "ui/asy-date-row.h"
#include "ui/asy-load-bar.h"
#include "ui/asy-pass-row.h"
#include "ui/asy-password-group.h"
#include "ui/asy-pill.h"
#include "ui/asy-rows.h"
#include "ui/asy-time-row.h"
#include "ui/asy-two-lines.h"
#include "ui/asy-ui.h"
#include "ui/asy-width-bin.h"

/* Tuesday. */
#define TODAY asy_day_new (2026, 3, 24)

/* A window with a clock, where rows know what "today" is. */
static GtkWidget *
show_in_window (GtkWidget *row)
{
  g_autoptr (AsyClock) clock = asy_clock_new_fixed (TODAY, 600);
  GtkWidget *window = g_object_ref_sink (gtk_window_new ());
  GtkWidget *list = gtk_list_box_new ();

  asy_ui_attach_clock (GTK_WINDOW (window), clock);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  gtk_window_set_child (GTK_WINDOW (window), list);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
  return window;
}

static void
drop_window (GtkWidget *window)
{
  gtk_window_set_focus (GTK_WINDOW (window), NULL);
  gtk_window_destroy (GTK_WINDOW (window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (window);
}

/* Tab goes on to the row behind one that only says something, and back. */
static void
test_pass_row (void)
{
  GtkWidget *first = gtk_list_box_row_new ();
  GtkWidget *window = show_in_window (first);
  GtkWidget *list = gtk_widget_get_parent (first);
  GtkWidget *hidden = gtk_list_box_row_new ();
  GtkWidget *last = gtk_list_box_row_new ();

  gtk_list_box_append (GTK_LIST_BOX (list), asy_pass_row_new (gtk_label_new ("No PESEL")));
  gtk_list_box_append (GTK_LIST_BOX (list), hidden);
  gtk_list_box_append (GTK_LIST_BOX (list), last);
  gtk_widget_set_visible (hidden, FALSE);
  gtk_test_widget_wait_for_draw (window);
  g_assert_true (gtk_widget_grab_focus (first));
  g_assert_true (gtk_widget_child_focus (list, GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == last);
  g_assert_true (gtk_widget_child_focus (list, GTK_DIR_TAB_BACKWARD));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == first);
  drop_window (window);
}

static void
count_notify (GObject *object, GParamSpec *pspec, int *count)
{
  (*count)++;
}

static void
test_date_row (void)
{
  GtkWidget *row = asy_date_row_new ("Born");
  GtkWidget *window = show_in_window (row);
  AsyDateRow *self = ASY_DATE_ROW (row);
  int days = 0, valids = 0;

  g_signal_connect (row, "notify::day", G_CALLBACK (count_notify), &days);
  g_signal_connect (row, "notify::valid", G_CALLBACK (count_notify), &valids);

  gtk_editable_set_text (GTK_EDITABLE (row), "24.3.26");
  g_assert_cmpuint (asy_date_row_get_day (self), ==, TODAY);
  g_assert_cmpint (days, ==, 1);
  g_assert_true (asy_date_row_get_valid (self));
  g_assert_cmpint (valids, ==, 0);

  gtk_editable_set_text (GTK_EDITABLE (row), "+14");
  g_assert_cmpuint (asy_date_row_get_day (self), ==, TODAY + 14);
  /* Left as it was typed until the field is left. */
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "+14");
  g_signal_emit_by_name (row, "entry-activated");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "07.04.2026");
  g_assert_cmpuint (asy_date_row_get_day (self), ==, TODAY + 14);

  gtk_editable_set_text (GTK_EDITABLE (row), "31.02.2026");
  g_assert_false (asy_date_row_get_valid (self));
  g_assert_cmpuint (asy_date_row_get_day (self), ==, ASY_DAY_NONE);
  g_assert_cmpint (valids, ==, 1);
  g_assert_true (gtk_widget_has_css_class (row, "error"));
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE);

  asy_date_row_set_day (self, TODAY);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "24.03.2026");
  g_assert_true (asy_date_row_get_valid (self));
  g_assert_false (gtk_widget_has_css_class (row, "error"));

  days = 0;
  asy_date_row_set_day (self, TODAY);
  g_assert_cmpint (days, ==, 0);
  asy_date_row_set_day (self, ASY_DAY_NONE);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "");
  g_assert_true (asy_date_row_get_valid (self));
  g_object_set (row, "required", TRUE, NULL);
  g_assert_false (asy_date_row_get_valid (self));
  drop_window (window);
}

static void
test_time_row (void)
{
  GtkWidget *row = asy_time_row_new ("From", FALSE);
  GtkWidget *length = asy_time_row_new ("For", TRUE);
  GtkWidget *window = show_in_window (row);

  g_object_ref_sink (length);
  g_assert_cmpint (asy_time_row_get_minutes (ASY_TIME_ROW (row)), ==, -1);
  gtk_editable_set_text (GTK_EDITABLE (row), "930");
  g_assert_cmpint (asy_time_row_get_minutes (ASY_TIME_ROW (row)), ==, 570);
  g_signal_emit_by_name (row, "entry-activated");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "9:30");
  gtk_editable_set_text (GTK_EDITABLE (row), "25:00");
  g_assert_false (asy_time_row_get_valid (ASY_TIME_ROW (row)));
  gtk_editable_set_text (GTK_EDITABLE (length), "1,5 h");
  g_assert_cmpint (asy_time_row_get_minutes (ASY_TIME_ROW (length)), ==, 90);
  g_signal_emit_by_name (length, "entry-activated");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (length)), ==, "1 h 30 min");
  g_assert_finalize_object (length);
  drop_window (window);
}

static const AsyChoice colours[] = { { "red", "Red" }, { "green", "Green" }, { NULL, NULL } };

static void
test_choice_row (void)
{
  GtkWidget *row = asy_choice_row_new ("Colour");
  GtkWidget *window = show_in_window (row);
  AsyChoiceRow *self = ASY_CHOICE_ROW (row);
  int codes = 0;

  g_signal_connect (row, "notify::code", G_CALLBACK (count_notify), &codes);
  asy_choice_row_set_choices (self, colours);
  g_assert_null (asy_choice_row_get_code (self));
  g_assert_true (gtk_widget_has_css_class (row, "empty"));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, "Colour");

  asy_choice_row_set_code (self, "green");
  asy_choice_row_set_code (self, "green");
  g_assert_cmpint (codes, ==, 1);
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, "Green");
  g_assert_false (gtk_widget_has_css_class (row, "empty"));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "Green");

  /* The list may come after the code. */
  asy_choice_row_clear (self);
  asy_choice_row_set_id (self, 7);
  asy_choice_row_append_id (self, 7, "Żółty & błękitny", NULL);
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, "Żółty & błękitny");
  g_assert_cmpint (asy_choice_row_get_id (self), ==, 7);

  asy_choice_row_open (self);
  gtk_test_widget_wait_for_draw (window);
  g_object_set (row, "required", TRUE, NULL);
  g_assert_true (asy_choice_row_get_valid (self));
  asy_choice_row_set_id (self, 0);
  g_assert_false (asy_choice_row_get_valid (self));
  drop_window (window);
}

/* A retired word is offered only where it stands. */
static void
on_sought_cb (AsyChoiceRow *row, const char *text, GString *asked)
{
  g_string_append_printf (asked, "<%s>", text);
  asy_choice_row_clear (row);
  if (g_str_equal (text, "por"))
    asy_choice_row_append_id (row, 8, "Poradnia", NULL);
  asy_choice_row_show_found (row);
}

/* What is chosen keeps its name although the list holds what was found last. */
static void
test_choice_row_sought (void)
{
  GtkWidget *row = asy_choice_row_new ("Place");
  GtkWidget *window = show_in_window (row);
  AsyChoiceRow *self = ASY_CHOICE_ROW (row);
  g_autoptr (GString) asked = g_string_new (NULL);

  asy_choice_row_set_sought (self);
  g_signal_connect (row, "sought", G_CALLBACK (on_sought_cb), asked);
  asy_choice_row_append_id (self, 7, "Szkoła", NULL);
  asy_choice_row_set_id (self, 7);
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, "Szkoła");
  asy_choice_row_clear (self);
  asy_choice_row_append_id (self, 8, "Poradnia", NULL);
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, "Szkoła");
  asy_choice_row_set_id (self, 8);
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, "Poradnia");
  asy_choice_row_set_id (self, 9);
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, "");
  g_assert_cmpstr (asked->str, ==, "");
  asy_choice_row_open (self);
  g_assert_cmpstr (asked->str, ==, "<>");
  drop_window (window);
}

static void
test_choice_row_dictionary (void)
{
  g_autoptr (AsyDictionary) dictionary = asy_dictionary_new ();
  GtkWidget *row = g_object_ref_sink (asy_choice_row_new ("Area"));

  asy_dictionary_add (dictionary, ASY_DICT_WORK_AREA, "o1", "Opieka", NULL, FALSE);
  asy_dictionary_add (dictionary, ASY_DICT_WORK_AREA, "o2", "Dawne", NULL, TRUE);
  asy_choice_row_set_code (ASY_CHOICE_ROW (row), "o2");
  asy_choice_row_set_dictionary (ASY_CHOICE_ROW (row), dictionary, ASY_DICT_WORK_AREA);
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, "Dawne");
  asy_choice_row_set_code (ASY_CHOICE_ROW (row), "o1");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, "Opieka");
  g_assert_finalize_object (row);
}

typedef struct {
  guint field;
  GtkWidget *row;
} Bound;

static void
test_bind (void)
{
  g_autoptr (AsyWorker) worker = asy_worker_new ();
  Bound bound[] = {
    { ASY_WORKER_GIVEN_NAME, adw_entry_row_new () },
    { ASY_WORKER_NOTES, asy_text_row_new ("", 2) },
    { ASY_WORKER_EMPLOYED_FROM, asy_date_row_new ("") },
    { ASY_WORKER_CONTRACT, asy_choice_row_new ("") },
    { ASY_WORKER_FTE, asy_number_row_new ("", 0, 1, 0.05, 2) },
  };
  int changes = 0;

  for (guint i = 0; i < G_N_ELEMENTS (bound); i++)
    {
      g_object_ref_sink (bound[i].row);
      asy_bind_row (worker, bound[i].field, bound[i].row);
      g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (bound[i].row)), ==,
                       asy_record_get_fields (ASY_RECORD (worker), NULL)[bound[i].field].label);
    }
  /* From the row to the record. */
  gtk_editable_set_text (GTK_EDITABLE (bound[0].row), "Łucja");
  asy_text_row_set_text (ASY_TEXT_ROW (bound[1].row), "Pierwszy\nDrugi");
  asy_date_row_set_day (ASY_DATE_ROW (bound[2].row), TODAY);
  asy_choice_row_set_code (ASY_CHOICE_ROW (bound[3].row), asy_worker_contract_nicks[ASY_WORKER_CONTRACT_SERVICE]);
  asy_number_row_set_value (ASY_NUMBER_ROW (bound[4].row), 0.5);
  g_assert_cmpstr (asy_worker_get_given_name (worker), ==, "Łucja");
  g_assert_cmpstr (asy_worker_get_notes (worker), ==, "Pierwszy\nDrugi");
  g_assert_cmpuint (asy_worker_get_employed_from (worker), ==, TODAY);
  g_assert_cmpint (asy_worker_get_contract (worker), ==, ASY_WORKER_CONTRACT_SERVICE);
  g_assert_cmpfloat (asy_worker_get_fte (worker), ==, 0.5);
  /* And back; an emptied field has no text. */
  asy_worker_set_given_name (worker, NULL);
  asy_worker_set_employed_from (worker, ASY_DAY_NONE);
  asy_worker_set_contract (worker, ASY_WORKER_CONTRACT_EMPLOYMENT);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (bound[0].row)), ==, "");
  g_assert_cmpuint (asy_date_row_get_day (ASY_DATE_ROW (bound[2].row)), ==, ASY_DAY_NONE);
  g_assert_cmpstr (asy_choice_row_get_code (ASY_CHOICE_ROW (bound[3].row)), ==, asy_worker_contract_nicks[ASY_WORKER_CONTRACT_EMPLOYMENT]);
  /* A required day makes the row wait for one. */
  g_assert_false (asy_date_row_get_valid (ASY_DATE_ROW (bound[2].row)));
  /* What is the same is no change. */
  g_signal_connect (worker, "notify", G_CALLBACK (count_notify), &changes);
  gtk_editable_set_text (GTK_EDITABLE (bound[0].row), " ");
  asy_text_row_set_text (ASY_TEXT_ROW (bound[1].row), "Pierwszy\nDrugi");
  g_assert_cmpint (changes, ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (bound); i++)
    g_assert_finalize_object (bound[i].row);
}

static void
test_password (void)
{
  static const struct {
    const char *password;
    AsyStrength strength;
  } rows[] = {
    { "", ASY_STRENGTH_TOO_SHORT }, { "krótkie", ASY_STRENGTH_TOO_SHORT }, { "żółćżółćż", ASY_STRENGTH_TOO_SHORT },
    { "aaaaaaaaaaaa", ASY_STRENGTH_WEAK }, { "1234567890", ASY_STRENGTH_WEAK }, { "qwertyuiop", ASY_STRENGTH_WEAK },
    { "rower deszcz klucz", ASY_STRENGTH_STRONG }, { "Zielony7Most", ASY_STRENGTH_GOOD },
  };
  GtkWidget *group = g_object_ref_sink (asy_password_group_new ());

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("%s", rows[i].password);
      g_assert_cmpint (asy_strength_estimate (rows[i].password), ==, rows[i].strength);
    }
  g_assert_false (asy_password_group_get_valid (ASY_PASSWORD_GROUP (group)));
  g_assert_nonnull (asy_password_group_get_problem (ASY_PASSWORD_GROUP (group)));
  g_assert_finalize_object (group);
}

static void
test_pill (void)
{
  GtkWidget *pill = g_object_ref_sink (asy_pill_new (NULL, ASY_MEANING_PLAIN));

  g_assert_false (gtk_widget_get_visible (pill));
  asy_pill_set (ASY_PILL (pill), "2 dni po terminie", ASY_MEANING_LATE);
  g_assert_true (gtk_widget_get_visible (pill));
  g_assert_true (gtk_widget_has_css_class (pill, "late"));
  asy_pill_set (ASY_PILL (pill), "jutro", ASY_MEANING_SOON);
  g_assert_false (gtk_widget_has_css_class (pill, "late"));
  g_assert_true (gtk_widget_has_css_class (pill, "soon"));
  g_assert_cmpstr (asy_pill_get_text (ASY_PILL (pill)), ==, "jutro");
  g_assert_finalize_object (pill);
}

static void
test_load_bar (void)
{
  GtkWidget *bar = g_object_ref_sink (asy_load_bar_new ());

  asy_load_bar_set (ASY_LOAD_BAR (bar), 13, 15, 0);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_ROLE_METER);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, 13.0);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, "13 of 15");
  g_assert_finalize_object (bar);
}

static void
test_width_bin (void)
{
  GtkWidget *window = g_object_ref_sink (gtk_window_new ());
  GtkWidget *bin = asy_width_bin_new (500);
  int told = 0;

  g_signal_connect (bin, "notify::narrow", G_CALLBACK (count_notify), &told);
  asy_width_bin_set_child (ASY_WIDTH_BIN (bin), gtk_label_new ("x"));
  gtk_window_set_child (GTK_WINDOW (window), bin);
  gtk_window_set_default_size (GTK_WINDOW (window), 400, 200);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_true (asy_width_bin_get_narrow (ASY_WIDTH_BIN (bin)));
  g_object_set (bin, "threshold", 300, NULL);
  gtk_test_widget_wait_for_draw (window);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_false (asy_width_bin_get_narrow (ASY_WIDTH_BIN (bin)));
  g_assert_cmpint (told, ==, 2);
  drop_window (window);
}

/* A place that is wide from the beginning is told once as well. */
static void
test_width_bin_wide (void)
{
  GtkWidget *window = g_object_ref_sink (gtk_window_new ());
  GtkWidget *bin = asy_width_bin_new (100);
  int told = 0;

  g_signal_connect (bin, "notify::narrow", G_CALLBACK (count_notify), &told);
  asy_width_bin_set_child (ASY_WIDTH_BIN (bin), gtk_label_new ("x"));
  gtk_window_set_child (GTK_WINDOW (window), bin);
  gtk_window_set_default_size (GTK_WINDOW (window), 400, 200);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpint (told, ==, 1);
  g_assert_false (asy_width_bin_get_narrow (ASY_WIDTH_BIN (bin)));
  drop_window (window);
}

static gboolean
same_record (gconstpointer a, gconstpointer b)
{
  return asy_record_same ((AsyRecord *) a, (AsyRecord *) b);
}

static void
on_items_changed_cb (GListModel *model, guint position, guint removed, guint added, guint *ret_seen)
{
  ret_seen[0] = position;
  ret_seen[1] = removed;
  ret_seen[2] = added;
  ret_seen[3]++;
}

static gpointer
new_numbered (gint64 id, gint64 revision)
{
  AsyCourt *court = asy_court_new ();

  asy_record_set_id (ASY_RECORD (court), id);
  asy_record_set_revision (ASY_RECORD (court), revision);
  return court;
}

/* One minimal change, and none when nothing is new. */
static int
measure (GtkWidget *widget, GtkOrientation orientation, int for_size)
{
  int natural;

  gtk_widget_measure (widget, orientation, for_size, NULL, &natural, NULL, NULL);
  return natural;
}

/* As high as the layout of libadwaita has it, at every width. */
static void
test_action_row (void)
{
  static const char *const titles[] = { "Ewa", "Wizyta w miejscu zamieszkania, 1 h 30 min" };
  static const char *const subtitles[] = { "", "córka", "Przejrzano oferty z tygodnia, dwie odpowiadają możliwościom rodziny & <b>żadna</b> nie." };

  for (guint t = 0; t < G_N_ELEMENTS (titles); t++)
    for (guint s = 0; s < G_N_ELEMENTS (subtitles); s++)
      {
        GtkWidget *ours = asy_action_row_new (), *theirs = adw_action_row_new ();
        GtkWidget *rows[] = { ours, theirs };
        GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
        GtkWidget *window;

        adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (theirs), FALSE);
        for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
          {
            adw_preferences_row_set_title (ADW_PREFERENCES_ROW (rows[i]), titles[t]);
            adw_action_row_set_subtitle (ADW_ACTION_ROW (rows[i]), subtitles[s]);
            gtk_box_append (GTK_BOX (box), rows[i]);
          }
        window = show_in_window (box);
        for (int width = 160; width < 900; width += 37)
          g_assert_cmpint (measure (ours, GTK_ORIENTATION_VERTICAL, width), ==, measure (theirs, GTK_ORIENTATION_VERTICAL, width));
        drop_window (window);
      }
}

/* What a horizontal box asks of it does not depend on the height at hand, and everything that is written has room. */
static void
test_column (void)
{
  GtkWidget *label = gtk_label_new ("Kilka słów, które się nie mieszczą w jednym wierszu, gdy jest wąsko");
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *column = asy_column_new (label);
  GtkWidget *window;

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_size_request (box, 120, -1);
  gtk_box_append (GTK_BOX (box), column);
  window = show_in_window (box);
  g_assert_cmpint (measure (column, GTK_ORIENTATION_HORIZONTAL, 20), ==, measure (column, GTK_ORIENTATION_HORIZONTAL, 500));
  g_assert_cmpint (gtk_widget_get_request_mode (column), ==, GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH);
  for (int width = 100; width < 500; width += 50)
    g_assert_cmpint (measure (column, GTK_ORIENTATION_VERTICAL, width), ==, measure (label, GTK_ORIENTATION_VERTICAL, width));
  drop_window (window);
}

static gboolean
asks_for_tooltip (GtkWidget *widget)
{
  g_autoptr (GObject) tooltip = g_object_new (GTK_TYPE_TOOLTIP, NULL);
  gboolean is_shown = FALSE;

  g_signal_emit_by_name (widget, "query-tooltip", 0, 0, FALSE, tooltip, &is_shown);
  return is_shown;
}

static void
test_tooltip (void)
{
  g_autoptr (GtkWidget) label = g_object_ref_sink (gtk_label_new ("24 mar"));

  g_assert_false (gtk_widget_get_has_tooltip (label));
  asy_ui_set_tooltip (label, "wtorek, 24 marca 2026");
  g_assert_true (gtk_widget_get_has_tooltip (label));
  g_assert_true (asks_for_tooltip (label));
  asy_ui_set_tooltip (label, NULL);
  g_assert_false (gtk_widget_get_has_tooltip (label));
  g_assert_false (asks_for_tooltip (label));
}

static void
test_splice (void)
{
  g_autoptr (GListStore) store = g_list_store_new (ASY_TYPE_COURT);
  g_autoptr (GPtrArray) first = asy_record_array_new ();
  g_autoptr (GPtrArray) second = asy_record_array_new ();
  guint seen[4] = { 0 };

  for (int id = 1; id <= 5; id++)
    {
      g_ptr_array_add (first, new_numbered (id, 1));
      if (id != 2)
        g_ptr_array_add (second, new_numbered (id, id == 4 ? 2 : 1));
    }
  asy_ui_splice (store, first, same_record);
  g_signal_connect (store, "items-changed", G_CALLBACK (on_items_changed_cb), seen);
  asy_ui_splice (store, first, same_record);
  g_assert_cmpuint (seen[3], ==, 0);
  asy_ui_splice (store, second, same_record);
  g_assert_cmpuint (seen[3], ==, 1);
  g_assert_cmpuint (seen[0], ==, 1);
  g_assert_cmpuint (seen[1], ==, 3);
  g_assert_cmpuint (seen[2], ==, 2);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (store)), ==, 4);
}

static int
height_of (GtkWidget *widget)
{
  int height;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL, NULL);
  return height;
}

/* Nothing of it is a label, so what a screen reader says is set apart. */
static void
test_two_lines (void)
{
  static const char *const texts[] = { "Kowalscy", "za 4 dni", "Ogrody", "Diagnoza" };
  static const char *const alone[] = { "Kowalscy", NULL, "", NULL };
  GtkWidget *row = asy_two_lines_new (ASY_TWO_LINES_HIT);
  GtkWidget *window = show_in_window (row);
  AsyTwoLines *self = ASY_TWO_LINES (row);
  int high;

  asy_two_lines_set (self, texts, ASY_MEANING_SOON);
  asy_two_lines_set_sign (self, 0, "dialog-warning-symbolic", ASY_MEANING_LATE, "Pies");
  gtk_test_widget_wait_for_draw (window);
  high = height_of (row);
  gtk_test_accessible_assert_role (row, GTK_ACCESSIBLE_ROLE_LABEL);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, "Kowalscy");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "za 4 dni, Ogrody, Diagnoza, Pies");
  g_assert_true (gtk_widget_get_has_tooltip (row));

  asy_two_lines_set (self, alone, ASY_MEANING_PLAIN);
  asy_two_lines_set_sign (self, 0, NULL, ASY_MEANING_PLAIN, NULL);
  gtk_test_widget_wait_for_draw (window);
  g_assert_cmpint (height_of (row), >, 0);
  g_assert_cmpint (height_of (row), <, high);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "");
  g_assert_false (gtk_widget_get_has_tooltip (row));
  drop_window (window);
}

/* Entries are as high as each other, whatever they say. */
static void
test_two_lines_entry (void)
{
  static const char *const texts[] = { "Kowalscy", "za 4 dni", "Ogrody", "Diagnoza" };
  static const char *const alone[] = { "Kowalscy", NULL, NULL, NULL };
  GtkWidget *row = asy_two_lines_new (ASY_TWO_LINES_ENTRY);
  GtkWidget *window = show_in_window (row);
  int high;

  asy_two_lines_set (ASY_TWO_LINES (row), texts, ASY_MEANING_PLAIN);
  high = height_of (row);
  asy_two_lines_set (ASY_TWO_LINES (row), alone, ASY_MEANING_PLAIN);
  g_assert_cmpint (height_of (row), ==, high);
  drop_window (window);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  asy_ui_init ();

  g_test_add_func ("/ui/rows/pass", test_pass_row);
  g_test_add_func ("/ui/rows/date", test_date_row);
  g_test_add_func ("/ui/rows/time", test_time_row);
  g_test_add_func ("/ui/rows/choice", test_choice_row);
  g_test_add_func ("/ui/rows/choice-sought", test_choice_row_sought);
  g_test_add_func ("/ui/rows/choice-dictionary", test_choice_row_dictionary);
  g_test_add_func ("/ui/rows/bind", test_bind);
  g_test_add_func ("/ui/rows/password", test_password);
  g_test_add_func ("/ui/rows/pill", test_pill);
  g_test_add_func ("/ui/rows/load-bar", test_load_bar);
  g_test_add_func ("/ui/rows/width-bin", test_width_bin);
  g_test_add_func ("/ui/rows/width-bin-wide", test_width_bin_wide);
  g_test_add_func ("/ui/rows/action-row", test_action_row);
  g_test_add_func ("/ui/rows/column", test_column);
  g_test_add_func ("/ui/rows/tooltip", test_tooltip);
  g_test_add_func ("/ui/rows/splice", test_splice);

  g_test_add_func ("/ui/rows/two-lines", test_two_lines);
  g_test_add_func ("/ui/rows/two-lines-entry", test_two_lines_entry);
  return g_test_run ();
}
