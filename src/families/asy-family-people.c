/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-families"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "families/asy-family-tabs.h"
#include "families/asy-genogram.h"
#include "families/asy-genogram-legend.h"
#include "families/asy-kin-forms.h"
#include "families/asy-person-row.h"
#include "law/asy-kin-rules.h"
#include "store/asy-kin.h"
#include "ui/asy-format.h"
#include "ui/asy-ui.h"
#include "ui/asy-width-bin.h"

#define TWO_COLUMNS_PX 1000
#define PEOPLE_PX 400
#define WIDEST_PX 1100          /* as the head above it */

struct _AsyFamilyPeople
{
  AsyFamilyTab parent_instance;

  GtkWidget *columns;           /* beside each other, or below when there is no room */
  AdwClamp *people_clamp;
  GtkBox *people;
  GtkBox *kin;
  AsyGenogram *genogram;        /* nullable while there is nobody */
  double zoom;                  /* 0: as large as there is room */

  GPtrArray *proposed_kinships; /* owned; follow from the roles */
  GPtrArray *proposed_unions;
};

G_DEFINE_FINAL_TYPE (AsyFamilyPeople, asy_family_people, ASY_TYPE_FAMILY_TAB)

/* People */

static guint
append_members (AsyFamilyPeople *self, AsyFamilyData *data, GtkWidget *card, gboolean with_left)
{
  AsyContext *context = asy_family_tab_get_context (ASY_FAMILY_TAB (self));
  guint n = 0;

  for (guint i = 0; i < data->file->members->len; i++)
    {
      const AsyMemberEntry *entry = data->file->members->pdata[i];
      const AsyDay left_on = asy_member_get_left_on (entry->member);
      const gboolean has_left = left_on != ASY_DAY_NONE && left_on <= data->today;

      if (has_left != with_left)
        continue;
      gtk_list_box_append (GTK_LIST_BOX (card), asy_person_row_new (context, entry, "family.edit-member"));
      n++;
    }
  return n;
}

static void
append_heading (GtkBox *box, GtkWidget *heading)
{
  if (gtk_widget_get_first_child (GTK_WIDGET (box)) != NULL)
    gtk_widget_set_margin_top (heading, 17);
  gtk_box_append (box, heading);
}

static void
fill_people (AsyFamilyPeople *self, AsyFamilyData *data)
{
  GtkWidget *card = asy_family_card_new ();
  GtkWidget *left_card = asy_family_card_new ();
  const guint n = append_members (self, data, card, FALSE);
  const guint n_left = append_members (self, data, left_card, TRUE);

  g_object_ref_sink (left_card);
  append_heading (self->people, asy_family_heading_new (_("People"), (int) n, _("Add"), "list-add-symbolic", "family.add-member"));
  if (n == 0)
    gtk_list_box_append (GTK_LIST_BOX (card), asy_family_nothing_row_new (_("Nobody belongs to the family yet.")));
  gtk_box_append (self->people, card);
  if (n_left > 0)
    {
      append_heading (self->people, asy_family_heading_new (_("Left the Family"), (int) n_left, NULL, NULL, NULL));
      gtk_box_append (self->people, left_card);
    }
  g_object_unref (left_card);
}

/* Records that were merged */

static void
fill_merges (AsyFamilyPeople *self, AsyFamilyData *data)
{
  GtkWidget *card;

  if (data->file->merges->len == 0)
    return;
  card = asy_family_card_new ();
  append_heading (self->people, asy_family_heading_new (_("Merged Records"), (int) data->file->merges->len, NULL, NULL, NULL));
  for (guint i = 0; i < data->file->merges->len; i++)
    {
      const AsyPersonMergeEntry *merge = data->file->merges->pdata[i];
      GtkWidget *button = gtk_button_new_with_label (_("Part Again"));
      g_autofree char *day = asy_format_day (merge->day);
      g_autofree char *text = g_strdup_printf (_("merged %s"), day);

      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_widget_add_css_class (button, "asy-small");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", merge->id);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "kin.part");
      gtk_list_box_append (GTK_LIST_BOX (card), asy_family_record_row_new (merge->merged_name, text, button, NULL, 0));
    }
  gtk_box_append (self->people, card);
}

/* The genogram */

static void
append_all (GPtrArray *to, GPtrArray *from)
{
  for (guint i = 0; i < from->len; i++)
    g_ptr_array_add (to, g_object_ref (from->pdata[i]));
}

static GtkWidget *
new_zoom_box (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (box), asy_genogram_legend_button_new ());
  gtk_box_append (GTK_BOX (box), asy_icon_button_new ("zoom-out-symbolic", _("Smaller"), "kin.smaller"));
  gtk_box_append (GTK_BOX (box), asy_icon_button_new ("zoom-in-symbolic", _("Larger"), "kin.larger"));
  for (GtkWidget *button = gtk_widget_get_first_child (box); button != NULL; button = gtk_widget_get_next_sibling (button))
    gtk_widget_add_css_class (button, "asy-small");
  return box;
}

/* What follows from the roles is drawn already, and becomes part of the register by one step. */
static void
append_proposal (AsyFamilyPeople *self)
{
  const guint n = self->proposed_kinships->len + self->proposed_unions->len;
  GtkWidget *card, *button;
  g_autofree char *text = NULL;

  if (n == 0)
    return;
  card = asy_family_card_new ();
  button = gtk_button_new_with_label (_("Accept"));
  text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u tie follows from the roles", "%u ties follow from the roles", n), n);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "kin.accept");
  gtk_list_box_append (GTK_LIST_BOX (card),
                       asy_family_record_row_new (text, _("The genogram shows them. Accept them, or add kinship yourself."), button, NULL, 0));
  gtk_widget_set_margin_top (card, 12);
  gtk_box_append (self->kin, card);
}

static void
fill_genogram (AsyFamilyPeople *self, AsyFamilyData *data)
{
  GtkWidget *scroller;
  g_autoptr (GPtrArray) kinships = asy_record_array_new ();
  g_autoptr (GPtrArray) unions = asy_record_array_new ();

  g_ptr_array_set_size (self->proposed_kinships, 0);
  g_ptr_array_set_size (self->proposed_unions, 0);
  asy_kin_propose (data->file->members, data->file->kinships, data->file->unions, self->proposed_kinships, self->proposed_unions);
  append_all (kinships, data->file->kinships);
  append_all (kinships, self->proposed_kinships);
  append_all (unions, data->file->unions);
  append_all (unions, self->proposed_unions);
  scroller = gtk_scrolled_window_new ();
  self->genogram = ASY_GENOGRAM (asy_genogram_new ());
  asy_genogram_set_data (self->genogram, asy_family_tab_get_context (ASY_FAMILY_TAB (self)), data, kinships, unions);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->genogram));
  gtk_widget_add_css_class (scroller, "card");
  append_heading (self->kin, asy_heading_new (_("Genogram"), -1, new_zoom_box ()));
  gtk_box_append (self->kin, scroller);
  append_proposal (self);
}

/* Kinship and unions, one by one */

static GtkWidget *
new_remove_button (const char *action, gint64 id)
{
  GtkWidget *button = asy_icon_button_new ("user-trash-symbolic", _("Remove"), NULL);

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  return button;
}

static char *
dup_name (AsyFamilyData *data, gint64 person_id)
{
  AsyPerson *person = asy_family_file_find_person (data->file, person_id);

  return person != NULL ? asy_person_dup_full_name (person) : g_strdup (_("unknown"));
}

static void
append_kinships (GtkWidget *card, AsyFamilyData *data)
{
  for (guint i = 0; i < data->file->kinships->len; i++)
    {
      AsyKinship *kinship = data->file->kinships->pdata[i];
      const gint64 id = asy_record_get_id (ASY_RECORD (kinship));
      g_autofree char *child = dup_name (data, asy_kinship_get_child_id (kinship));
      g_autofree char *parent = dup_name (data, asy_kinship_get_parent_id (kinship));
      g_autofree char *text = g_strdup_printf ("%s: %s", asy_kinship_kind_get_label ((AsyKinshipKind) asy_kinship_get_kind (kinship)), parent);

      gtk_list_box_append (GTK_LIST_BOX (card), asy_family_record_row_new (child, text, new_remove_button ("kin.remove-kinship", id),
                                                                           "kin.edit-kinship", id));
    }
}

static void
append_unions (GtkWidget *card, AsyFamilyData *data)
{
  static const char *const endings[] = { NULL, N_("divorce"), N_("legal separation"), N_("death of one of them"), N_("they parted") };

  for (guint i = 0; i < data->file->unions->len; i++)
    {
      AsyUnion *couple = data->file->unions->pdata[i];
      const gint64 id = asy_record_get_id (ASY_RECORD (couple));
      g_autofree char *person = dup_name (data, asy_union_get_person_id (couple));
      g_autofree char *partner = dup_name (data, asy_union_get_partner_id (couple));
      g_autofree char *title = g_strdup_printf (_("%s and %s"), person, partner);
      const char *kind = asy_union_get_kind (couple) == ASY_UNION_KIND_MARRIAGE ? _("marriage") : _("informal union");
      const char *ending = endings[asy_union_get_ended (couple)];
      g_autofree char *text = ending != NULL ? g_strdup_printf ("%s, %s", kind, _(ending)) : g_strdup (kind);

      gtk_list_box_append (GTK_LIST_BOX (card), asy_family_record_row_new (title, text, new_remove_button ("kin.remove-union", id),
                                                                           "kin.edit-union", id));
    }
}

static GtkWidget *
new_add_buttons (void)
{
  static const struct
  {
    const char *label;
    const char *action;
  } rows[] = {
    { N_("Kinship"), "kin.add-kinship" },
    { N_("Union"), "kin.add-union" },
    { N_("Relative"), "kin.add-person" },
  };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      GtkWidget *content = adw_button_content_new ();
      GtkWidget *button = gtk_button_new ();

      adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), "list-add-symbolic");
      adw_button_content_set_label (ADW_BUTTON_CONTENT (content), _(rows[i].label));
      gtk_button_set_child (GTK_BUTTON (button), content);
      gtk_widget_add_css_class (button, "asy-small");
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), rows[i].action);
      gtk_box_append (GTK_BOX (box), button);
    }
  return box;
}

static void
fill_ties (AsyFamilyPeople *self, AsyFamilyData *data)
{
  GtkWidget *card = asy_family_card_new ();
  const guint n = data->file->kinships->len + data->file->unions->len;

  append_heading (self->kin, asy_heading_new (_("Kinship and Unions"), (int) n, new_add_buttons ()));
  append_unions (card, data);
  append_kinships (card, data);
  if (n == 0)
    gtk_list_box_append (GTK_LIST_BOX (card), asy_family_nothing_row_new (_("No kinship is written down yet.")));
  gtk_box_append (self->kin, card);
}

static void
asy_family_people_fill (AsyFamilyTab *tab, AsyFamilyData *data)
{
  AsyFamilyPeople *self = ASY_FAMILY_PEOPLE (tab);
  self->genogram = NULL;
  asy_ui_clear_box (self->people);
  asy_ui_clear_box (self->kin);
  fill_people (self, data);
  fill_merges (self, data);
  gtk_widget_set_visible (GTK_WIDGET (self->kin), data->file->members->len > 0);
  if (data->file->members->len == 0)
    return;
  fill_genogram (self, data);
  if (self->zoom > 0)
    asy_genogram_set_zoom (self->genogram, self->zoom);
  fill_ties (self, data);
}

/* Actions */

static AsyContext *
context_of (AsyFamilyPeople *self)
{
  return asy_family_tab_get_context (ASY_FAMILY_TAB (self));
}

static AsyFamilyData *
data_of (AsyFamilyPeople *self)
{
  return asy_family_tab_get_data (ASY_FAMILY_TAB (self));
}

static gpointer
find_record (GPtrArray *records, GVariant *parameter)
{
  for (guint i = 0; i < records->len; i++)
    if (asy_record_get_id (records->pdata[i]) == g_variant_get_int64 (parameter))
      return records->pdata[i];
  return NULL;
}

static void
on_add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AsyFamilyPeople *self = ASY_FAMILY_PEOPLE (widget);

  if (g_str_equal (name, "kin.add-kinship"))
    asy_kin_form_kinship (context_of (self), data_of (self), NULL);
  else if (g_str_equal (name, "kin.add-union"))
    asy_kin_form_union (context_of (self), data_of (self), NULL);
  else
    asy_kin_form_person (context_of (self), data_of (self), NULL);
}

static void
on_edit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AsyFamilyPeople *self = ASY_FAMILY_PEOPLE (widget);
  AsyFamilyFile *file = data_of (self)->file;
  gpointer record = find_record (g_str_equal (name, "kin.edit-kinship") ? file->kinships
                                 : g_str_equal (name, "kin.edit-union") ? file->unions : file->kin, parameter);

  if (record == NULL)
    return;
  if (g_str_equal (name, "kin.edit-kinship"))
    asy_kin_form_kinship (context_of (self), data_of (self), record);
  else if (g_str_equal (name, "kin.edit-union"))
    asy_kin_form_union (context_of (self), data_of (self), record);
  else
    asy_kin_form_person (context_of (self), data_of (self), record);
}

static gpointer
remove_job (AsySession *session, gpointer request, GError **error)
{
  const gboolean ok = ASY_IS_KINSHIP (request) ? asy_kinship_remove (session, request, error) : asy_union_remove (session, request, error);

  return ok ? ASY_STORE_DONE : NULL;
}

static gpointer
restore_job (AsySession *session, gpointer request, GError **error)
{
  const gboolean ok = ASY_IS_KINSHIP (request) ? asy_kinship_save (session, request, error) : asy_union_save (session, request, error);

  return ok ? ASY_STORE_DONE : NULL;
}

typedef struct {
  AsyContext *context;
  AsyRecord *record;            /* as it was, to be saved as a new one */
} Removal;

static void
removal_free (gpointer data, GClosure *closure)
{
  Removal *removal = data;

  g_object_unref (removal->context);
  g_object_unref (removal->record);
  g_free (removal);
}

static void
on_restore_cb (gpointer source, gpointer user_data)
{
  Removal *removal = user_data;

  asy_context_ask (removal->context, removal->context, NULL, restore_job, asy_record_duplicate (removal->record), g_object_unref, NULL, NULL);
}

static void
on_remove_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AsyFamilyPeople *self = ASY_FAMILY_PEOPLE (widget);
  AsyFamilyFile *file = data_of (self)->file;
  gpointer record = find_record (g_str_equal (name, "kin.remove-kinship") ? file->kinships : file->unions, parameter);
  Removal *removal;

  if (record == NULL)
    return;
  removal = g_new0 (Removal, 1);
  removal->context = g_object_ref (context_of (self));
  removal->record = asy_record_duplicate (record);
  asy_record_set_id (removal->record, 0);
  asy_record_set_revision (removal->record, 0);
  asy_record_set_uid (removal->record, NULL);
  asy_context_ask (context_of (self), self, NULL, remove_job, asy_record_duplicate (record), g_object_unref, NULL, NULL);
  asy_context_toast_undo (context_of (self), _("The tie is removed"), G_CALLBACK (on_restore_cb), removal, removal_free);
}

static gpointer
accept_job (AsySession *session, gpointer request, GError **error)
{
  GPtrArray *lists = request;

  return asy_kin_save_all (session, lists->pdata[0], lists->pdata[1], error) ? ASY_STORE_DONE : NULL;
}

static GPtrArray *
duplicate_all (GPtrArray *records)
{
  GPtrArray *copies = asy_record_array_new ();

  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (copies, asy_record_duplicate (records->pdata[i]));
  return copies;
}

static void
on_accept_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AsyFamilyPeople *self = ASY_FAMILY_PEOPLE (widget);
  GPtrArray *lists = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  g_ptr_array_add (lists, duplicate_all (self->proposed_kinships));
  g_ptr_array_add (lists, duplicate_all (self->proposed_unions));
  asy_context_ask (context_of (self), self, "accept", accept_job, lists, (GDestroyNotify) g_ptr_array_unref, NULL, NULL);
}

static void
on_part_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AsyFamilyPeople *self = ASY_FAMILY_PEOPLE (widget);

  asy_kin_part (context_of (self), self, g_variant_get_int64 (parameter));
}

static void
on_zoom_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AsyFamilyPeople *self = ASY_FAMILY_PEOPLE (widget);

  if (self->genogram == NULL)
    return;
  asy_genogram_set_zoom (self->genogram, asy_genogram_get_zoom (self->genogram) + (g_str_equal (name, "kin.larger") ? 0.1 : -0.1));
  self->zoom = asy_genogram_get_zoom (self->genogram);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "kin.add-kinship", NULL, on_add_action);
  gtk_widget_class_install_action (widget_class, "kin.add-union", NULL, on_add_action);
  gtk_widget_class_install_action (widget_class, "kin.add-person", NULL, on_add_action);
  gtk_widget_class_install_action (widget_class, "kin.edit-kinship", "x", on_edit_action);
  gtk_widget_class_install_action (widget_class, "kin.edit-union", "x", on_edit_action);
  gtk_widget_class_install_action (widget_class, "kin.edit-person", "x", on_edit_action);
  gtk_widget_class_install_action (widget_class, "kin.remove-kinship", "x", on_remove_action);
  gtk_widget_class_install_action (widget_class, "kin.remove-union", "x", on_remove_action);
  gtk_widget_class_install_action (widget_class, "kin.accept", NULL, on_accept_action);
  gtk_widget_class_install_action (widget_class, "kin.part", "x", on_part_action);
  gtk_widget_class_install_action (widget_class, "kin.smaller", NULL, on_zoom_action);
  gtk_widget_class_install_action (widget_class, "kin.larger", NULL, on_zoom_action);
}

static void
asy_family_people_finalize (GObject *object)
{
  AsyFamilyPeople *self = ASY_FAMILY_PEOPLE (object);

  g_ptr_array_unref (self->proposed_kinships);
  g_ptr_array_unref (self->proposed_unions);

  G_OBJECT_CLASS (asy_family_people_parent_class)->finalize (object);
}

static void
asy_family_people_class_init (AsyFamilyPeopleClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = asy_family_people_finalize;
  ASY_FAMILY_TAB_CLASS (klass)->fill = asy_family_people_fill;
  install_actions (GTK_WIDGET_CLASS (klass));
}

static void
set_people_width (AsyFamilyPeople *self, gboolean is_narrow)
{
  const int width = is_narrow ? TWO_COLUMNS_PX : PEOPLE_PX;

  adw_clamp_set_maximum_size (self->people_clamp, width);
  adw_clamp_set_tightening_threshold (self->people_clamp, width);
  gtk_widget_set_hexpand (GTK_WIDGET (self->people_clamp), is_narrow);
}

static void
on_narrow_cb (AsyFamilyPeople *self, GParamSpec *pspec, AsyWidthBin *bin)
{
  const gboolean is_narrow = asy_width_bin_get_narrow (bin);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->columns), is_narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  set_people_width (self, is_narrow);
}

static void
asy_family_people_init (AsyFamilyPeople *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *bin = asy_width_bin_new (TWO_COLUMNS_PX);
  GtkWidget *clamp = adw_clamp_new ();

  self->proposed_kinships = asy_record_array_new ();
  self->proposed_unions = asy_record_array_new ();
  self->columns = gtk_box_new (GTK_ORIENTATION_VERTICAL, 20);
  self->people = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  self->kin = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  self->people_clamp = ADW_CLAMP (adw_clamp_new ());
  adw_clamp_set_child (self->people_clamp, GTK_WIDGET (self->people));
  set_people_width (self, TRUE);
  gtk_box_append (GTK_BOX (self->columns), GTK_WIDGET (self->people_clamp));
  gtk_box_append (GTK_BOX (self->columns), GTK_WIDGET (self->kin));
  gtk_widget_set_hexpand (GTK_WIDGET (self->kin), TRUE);
  gtk_widget_set_margin_start (self->columns, 20);
  gtk_widget_set_margin_end (self->columns, 20);
  gtk_widget_set_margin_top (self->columns, 16);
  gtk_widget_set_margin_bottom (self->columns, 24);
  adw_clamp_set_child (ADW_CLAMP (clamp), self->columns);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), WIDEST_PX);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), WIDEST_PX);
  asy_width_bin_set_child (ASY_WIDTH_BIN (bin), clamp);
  g_signal_connect_object (bin, "notify::narrow", G_CALLBACK (on_narrow_cb), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), bin);
  adw_bin_set_child (ADW_BIN (self), scroller);
}
