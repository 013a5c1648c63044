/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-plans"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "law/asy-plan-diff.h"
#include "model/asy-letter-file.h"
#include "plans/asy-plan-compare-page.h"
#include "plans/asy-plan-compare-row.h"
#include "store/asy-repo.h"
#include "ui/asy-format.h"
#include "ui/asy-nav-button.h"
#include "ui/asy-page.h"
#include "ui/asy-plan-words.h"
#include "ui/asy-ui.h"

struct _AsyPlanComparePage
{
  AdwBin parent_instance;

  AsyContext *context;
  AsyPlanAnswer *answer;        /* nullable until versions are shown */
  GPtrArray *versions;          /* AsyPlanFile, the earlier one first; nullable as above */
  gint64 older_id;
  gint64 newer_id;
  gboolean is_filling;

  /* children, owned by the widget tree */
  AdwWindowTitle *title;
  GtkWidget *back_button;
  GtkDropDown *older;
  GtkDropDown *newer;
  GtkWidget *only_changes;
  GtkLabel *totals;
  GtkLabel *reason;
  GtkListBox *list;
};

static void asy_plan_compare_page_page_init (AsyPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AsyPlanComparePage, asy_plan_compare_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (ASY_TYPE_PAGE, asy_plan_compare_page_page_init))

static gint64
id_of (gpointer record)
{
  return asy_record_get_id (ASY_RECORD (record));
}

/* Loading */

typedef struct {
  gint64 older_id;              /* 0: the version before */
  gint64 newer_id;
} Pair;

typedef struct {
  AsyPlanAnswer *answer;
  GPtrArray *versions;
} Loaded;

static void
loaded_free (gpointer data)
{
  Loaded *loaded = data;

  g_clear_pointer (&loaded->answer, asy_plan_answer_free);
  g_clear_pointer (&loaded->versions, g_ptr_array_unref);
  g_free (loaded);
}

/* Plans come newest first. */
static gint64
find_before (GPtrArray *plans, gint64 id)
{
  for (guint i = 0; i + 1 < plans->len; i++)
    if (id_of (plans->pdata[i]) == id)
      return id_of (plans->pdata[i + 1]);
  return id;
}

static gboolean
load (AsySession *session, const Pair *pair, Loaded *loaded, GError **error)
{
  g_autoptr (AsyPlan) newer = asy_repo_load (session, ASY_TYPE_PLAN, pair->newer_id, error);
  gint64 family_id;
  gint64 older_id;

  if (newer == NULL || !asy_repo_find_family (session, newer, &family_id, error))
    return FALSE;
  loaded->answer = asy_plan_load_job (session, &family_id, error);
  if (loaded->answer == NULL)
    return FALSE;
  older_id = pair->older_id != 0 ? pair->older_id : find_before (loaded->answer->family->plans, pair->newer_id);
  loaded->versions = asy_plan_history_load (session, older_id, pair->newer_id, error);
  return loaded->versions != NULL;
}

static gpointer
load_job (AsySession *session, gpointer request, GError **error)
{
  Loaded *loaded = g_new0 (Loaded, 1);

  if (load (session, request, loaded, error))
    return loaded;
  loaded_free (loaded);
  return NULL;
}

/* Showing */

static AsyPlanFile *
get_version (AsyPlanComparePage *self, gboolean is_newer)
{
  return self->versions->pdata[is_newer ? self->versions->len - 1 : 0];
}

static char *
dup_version_name (AsyPlan *plan)
{
  g_autofree char *day = asy_format_day_long (asy_plan_get_agreed_on (plan));
  const int version = (int) asy_plan_get_version (plan);

  if (day != NULL)
    return g_strdup_printf (_ ("Version %d, agreed %s"), version, day);
  return g_strdup_printf (_ ("Version %d, draft"), version);
}

static void
fill_choice (AsyPlanComparePage *self, GtkDropDown *choice, gint64 selected)
{
  GPtrArray *plans = self->answer->family->plans;
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint place = 0;

  for (guint i = 0; i < plans->len; i++)
    {
      g_autofree char *name = dup_version_name (plans->pdata[i]);

      gtk_string_list_append (names, name);
      if (id_of (plans->pdata[i]) == selected)
        place = i;
    }
  gtk_drop_down_set_model (choice, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (choice, place);
}

static void
show_totals (AsyPlanComparePage *self, GPtrArray *lines)
{
  const AsyPlanDiffTotals totals = asy_plan_diff_sum (lines);
  g_autofree char *text = g_strdup_printf (_ ("added %u · changed %u · dropped %u"), totals.n_added, totals.n_changed, totals.n_dropped);

  gtk_label_set_text (self->totals, text);
}

static void
show_reason (AsyPlanComparePage *self)
{
  AsyPlan *newer = get_version (self, TRUE)->plan;
  const char *kind = asy_plan_change_kind_get_label ((AsyPlanChangeKind) asy_plan_get_change_kind (newer));
  const char *words = asy_plan_get_change_reason (newer);
  g_autofree char *text = NULL;

  if (*kind != '\0' && words != NULL)
    text = g_strdup_printf (_ ("Reason for the change: %s. %s"), kind, words);
  else if (words != NULL)
    text = g_strdup_printf (_ ("Reason for the change: %s"), words);
  gtk_label_set_text (self->reason, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->reason), text != NULL);
}

static void
show_lines (AsyPlanComparePage *self)
{
  const gboolean only_changes = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->only_changes));
  g_autoptr (GPtrArray) lines = NULL;

  asy_ui_clear_list (self->list);
  if (self->versions->len < 2)
    return;
  lines = asy_plan_diff (self->versions);
  for (guint i = 0; i < lines->len; i++)
    {
      const AsyPlanDiffLine *line = lines->pdata[i];

      if (line->kind != ASY_PLAN_DIFF_SAME || !only_changes)
        gtk_list_box_append (self->list, asy_plan_compare_row_new (self->context, self->answer, line, only_changes));
    }
  show_totals (self, lines);
}

static void
show_all (AsyPlanComparePage *self)
{
  AsyPlan *newer = get_version (self, TRUE)->plan;

  self->is_filling = TRUE;
  self->older_id = id_of (get_version (self, FALSE)->plan);
  self->newer_id = id_of (newer);
  adw_window_title_set_subtitle (self->title, asy_family_get_name (self->answer->family->family));
  fill_choice (self, self->older, self->older_id);
  fill_choice (self, self->newer, self->newer_id);
  self->is_filling = FALSE;
  show_reason (self);
  show_lines (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "compare.annex", find_before (self->answer->family->plans, self->newer_id) == self->older_id &&
                                 self->older_id != self->newer_id);
}

static void
on_loaded_cb (gpointer owner, gpointer result, const GError *error)
{
  AsyPlanComparePage *self = owner;
  Loaded *loaded = result;

  if (loaded == NULL)
    {
      asy_context_show_error (self->context, GTK_WIDGET (self), error);
      return;
    }
  g_clear_pointer (&self->answer, asy_plan_answer_free);
  g_clear_pointer (&self->versions, g_ptr_array_unref);
  self->answer = g_steal_pointer (&loaded->answer);
  self->versions = g_steal_pointer (&loaded->versions);
  loaded_free (loaded);
  show_all (self);
}

static void
ask (AsyPlanComparePage *self, gint64 older_id, gint64 newer_id)
{
  const Pair pair = { older_id, newer_id };

  asy_context_ask (self->context, self, "compare", load_job, g_memdup2 (&pair, sizeof pair), g_free, loaded_free, on_loaded_cb);
}

/* Whichever is chosen as which: the earlier of the two stands on the left. */
static void
on_version_chosen_cb (AsyPlanComparePage *self)
{
  GPtrArray *plans = self->answer != NULL ? self->answer->family->plans : NULL;
  const guint left = gtk_drop_down_get_selected (self->older);
  const guint right = gtk_drop_down_get_selected (self->newer);

  if (self->is_filling || plans == NULL || left >= plans->len || right >= plans->len)
    return;
  ask (self, id_of (plans->pdata[MAX (left, right)]), id_of (plans->pdata[MIN (left, right)]));
}

static void
on_filter_toggled_cb (AsyPlanComparePage *self)
{
  if (self->versions != NULL)
    show_lines (self);
}

static void
on_changed_cb (AsyStore *store, const char *kind, gint64 id, gpointer user_data)
{
  AsyPlanComparePage *self = user_data;
  static const char *const followed[] = { "*", "plan", "goal", "task", NULL };

  if (self->newer_id != 0 && g_strv_contains (followed, kind))
    ask (self, self->older_id, self->newer_id);
}

static void
annex_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AsyPlanComparePage *self = ASY_PLAN_COMPARE_PAGE (widget);

  asy_context_go (self->context, "paper-of", self->newer_id, ASY_LETTER_KIND_ANNEX);
}

/* The page */

static gboolean
asy_plan_compare_page_show (AsyPage *page, const char *what, gint64 id, const char *detail)
{
  if (!g_str_equal (what, "compare"))
    return FALSE;
  ask (ASY_PLAN_COMPARE_PAGE (page), 0, id);
  return TRUE;
}

static void
asy_plan_compare_page_activate (AsyPage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (ASY_PLAN_COMPARE_PAGE (page)->only_changes));
}

static gint64
asy_plan_compare_page_get_family (AsyPage *page)
{
  AsyPlanComparePage *self = ASY_PLAN_COMPARE_PAGE (page);

  return self->answer != NULL ? id_of (self->answer->family->family) : 0;
}

static void
asy_plan_compare_page_page_init (AsyPageInterface *iface)
{
  iface->show = asy_plan_compare_page_show;
  iface->activate = asy_plan_compare_page_activate;
  iface->get_family = asy_plan_compare_page_get_family;
}

GtkWidget *
asy_plan_compare_page_new (AsyContext *context)
{
  AsyPlanComparePage *self = g_object_new (ASY_TYPE_PLAN_COMPARE_PAGE, NULL);

  self->context = g_object_ref (context);
  g_signal_connect_object (asy_context_get_store (context), "changed", G_CALLBACK (on_changed_cb), self, G_CONNECT_DEFAULT);
  return GTK_WIDGET (self);
}

static void
asy_plan_compare_page_dispose (GObject *object)
{
  AsyPlanComparePage *self = ASY_PLAN_COMPARE_PAGE (object);

  g_clear_pointer (&self->answer, asy_plan_answer_free);
  g_clear_pointer (&self->versions, g_ptr_array_unref);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (asy_plan_compare_page_parent_class)->dispose (object);
}

static void
asy_plan_compare_page_class_init (AsyPlanComparePageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = asy_plan_compare_page_dispose;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "compare.annex", NULL, annex_action);
}

static GtkWidget *
new_choice (AsyPlanComparePage *self, const char *name)
{
  GtkWidget *choice = gtk_drop_down_new (NULL, NULL);

  asy_ui_set_name (choice, name);
  gtk_widget_set_hexpand (choice, TRUE);
  g_signal_connect_object (choice, "notify::selected", G_CALLBACK (on_version_chosen_cb), self, G_CONNECT_SWAPPED);
  return choice;
}

/* The choices stand over the columns that they name. */
static GtkWidget *
new_choices (AsyPlanComparePage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  GtkWidget *older = new_choice (self, _ ("Earlier version"));
  GtkWidget *newer = new_choice (self, _ ("Later version"));

  self->older = GTK_DROP_DOWN (older);
  self->newer = GTK_DROP_DOWN (newer);
  gtk_box_set_homogeneous (GTK_BOX (box), TRUE);
  gtk_widget_set_margin_start (box, 14 + 96 + 12);
  gtk_widget_set_margin_end (box, 14);
  gtk_box_append (GTK_BOX (box), older);
  gtk_box_append (GTK_BOX (box), newer);
  return box;
}

static GtkWidget *
new_head (AsyPlanComparePage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);

  self->only_changes = gtk_check_button_new_with_mnemonic (_ ("_Only changes"));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->only_changes), TRUE);
  g_signal_connect_object (self->only_changes, "toggled", G_CALLBACK (on_filter_toggled_cb), self, G_CONNECT_SWAPPED);
  self->totals = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->totals, 1);
  gtk_widget_set_hexpand (GTK_WIDGET (self->totals), TRUE);
  gtk_box_append (GTK_BOX (box), self->only_changes);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->totals));
  return box;
}

static GtkWidget *
new_content (AsyPlanComparePage *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->reason = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->reason, 0);
  gtk_label_set_wrap (self->reason, TRUE);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_list_box_set_placeholder (self->list, asy_empty_new ("emblem-ok-symbolic", _ ("Nothing differs"), _ ("The versions say the same."), NULL, NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  asy_ui_set_name (GTK_WIDGET (self->list), _ ("Differences"));
  gtk_widget_set_margin_top (box, 14);
  gtk_widget_set_margin_bottom (box, 24);
  gtk_widget_set_margin_start (box, 18);
  gtk_widget_set_margin_end (box, 18);
  gtk_box_append (GTK_BOX (box), new_head (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->reason));
  gtk_box_append (GTK_BOX (box), new_choices (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 1200);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), 1100);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  gtk_widget_set_vexpand (scroller, TRUE);
  return scroller;
}

static void
asy_plan_compare_page_init (AsyPlanComparePage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *annex = gtk_button_new_with_mnemonic (_ ("_Annex to the plan…"));

  self->title = ADW_WINDOW_TITLE (adw_window_title_new (_("Versions of the Plan"), NULL));
  self->back_button = asy_back_button_new ();
  gtk_actionable_set_action_name (GTK_ACTIONABLE (annex), "compare.annex");
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), GTK_WIDGET (self->title));
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), self->back_button);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), annex);
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), new_content (self));
  adw_bin_set_child (ADW_BIN (self), box);
}
