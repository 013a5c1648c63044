/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-plans"

#include "config.h"

#include "plans/asy-plan-shortcuts.h"

/* Before the texts take them: there Ctrl+Up is a paragraph, and Ctrl+Z a letter. */
GtkEventController *
asy_plan_shortcuts_new (void)
{
  static const struct {
    const char *trigger;
    const char *action;
    int by;
  } shortcuts[] = {
    { "<Control><Shift>g", "plan.new-goal", 0 }, { "<Control><Shift>t", "plan.new-task", 0 },
    { "<Control><Shift>l", "plan.library", 0 },
    { "<Control>z", "plan.undo", 0 }, { "<Control><Shift>z", "plan.redo", 0 }, { "<Control>y", "plan.redo", 0 },
    { "<Control>Up", "plan.go", -1 }, { "<Control>Down", "plan.go", 1 },
    { "<Alt>Up", "plan.move", -1 }, { "<Alt>Down", "plan.move", 1 },
    { "<Control>bracketright", "plan.indent", 0 }, { "<Control>bracketleft", "plan.outdent", 0 },
    { "<Control>Return", "plan.tick", 0 }, { "<Control>d", "plan.compare", 0 }, { "<Control><Shift>m", "plan.move-task", 0 },
    { "<Control><Shift>r", "plan.task-resource", 0 }, { "<Control><Shift>Delete", "plan.remove-task", 0 },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  for (gsize i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    {
      GtkShortcut *shortcut = gtk_shortcut_new (gtk_shortcut_trigger_parse_string (shortcuts[i].trigger), gtk_named_action_new (shortcuts[i].action));

      if (shortcuts[i].by != 0)
        gtk_shortcut_set_arguments (shortcut, g_variant_new_int32 (shortcuts[i].by));
      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
    }
  return controller;
}
