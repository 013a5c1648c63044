/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-ctl"

#include "config.h"

#include <glib/gi18n.h>
#include <langinfo.h>
#include <libintl.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>

#include "ctl/asy-ctl.h"

/* The options that hold for every command, before they are understood. */
typedef struct
{
  char *register_path;
  char *user;
  char *today;
  char *password_fd;
  char *key_password_fd;
  gboolean json;
} Globals;

static void
globals_clear (Globals *globals)
{
  g_free (globals->register_path);
  g_free (globals->user);
  g_free (globals->today);
  g_free (globals->password_fd);
  g_free (globals->key_password_fd);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Globals, globals_clear)

/* Options of the program that are followed by a word of their own. */
static const char *const with_value[] = { "--register", "--user", "--today", "--password-fd", "--key-password-fd", NULL };

void
asy_ctl_say (const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  g_printerr ("asystactl: %s\n", text);
}

int
asy_ctl_usage (AsyCtl *ctl, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  asy_ctl_say ("%s", text);
  if (ctl->command != NULL)
    asy_ctl_say (_("See “asystactl %s --help”."), ctl->command);
  else
    asy_ctl_say (_("See “asystactl --help”."));
  return ASY_CTL_USAGE;
}

/* A word of the command line as UTF-8; file names are left as they are. */
static char *
word_to_utf8 (const char *word)
{
  char *text;

  if (g_utf8_validate (word, -1, NULL))
    return g_strdup (word);
  text = g_locale_to_utf8 (word, -1, NULL, NULL, NULL);
  return text != NULL ? text : g_utf8_make_valid (word, -1);
}

static const AsyCtlCommand *
find_command (const char *name)
{
  for (const AsyCtlCommand *command = asy_ctl_commands; command->name != NULL; command++)
    if (g_str_equal (command->name, name))
      return command;
  return NULL;
}

/* `search TEXT`; options of the command in brackets where they may be missing. */
static char *
make_usage (const AsyCtlCommand *command)
{
  return command->parameters != NULL ? g_strdup_printf ("%s %s", command->name, _(command->parameters)) : g_strdup (command->name);
}

static char *
list_commands (void)
{
  GString *text = g_string_new (_("Commands:"));

  for (const AsyCtlCommand *command = asy_ctl_commands; command->name != NULL; command++)
    {
      g_autofree char *usage = make_usage (command);

      g_string_append_printf (text, "\n  %s\n      %s", usage, _(command->summary));
    }
  return g_string_free (text, FALSE);
}

static GOptionGroup *
make_group (const char *name, const char *title, const GOptionEntry *entries)
{
  GOptionGroup *group = g_option_group_new (name, title, title, NULL, NULL);

  g_option_group_add_entries (group, entries);
  g_option_group_set_translation_domain (group, GETTEXT_PACKAGE);
  return group;
}

static GOptionGroup *
make_global_group (Globals *globals)
{
  const GOptionEntry entries[] = {
    { "register", 0, 0, G_OPTION_ARG_FILENAME, &globals->register_path, N_("File of the register"), N_("FILE") },
    { "user", 0, 0, G_OPTION_ARG_STRING, &globals->user, N_("Login of the user"), N_("LOGIN") },
    { "today", 0, 0, G_OPTION_ARG_STRING, &globals->today, N_("Day to work on, instead of today"), N_("YYYY-MM-DD") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &globals->json, N_("One JSON document instead of text"), NULL },
    { "password-fd", 0, 0, G_OPTION_ARG_STRING, &globals->password_fd,
      N_("Read the password of the register from this file descriptor"), N_("N") },
    { "key-password-fd", 0, 0, G_OPTION_ARG_STRING, &globals->key_password_fd,
      N_("Read the password of the signing key from this file descriptor"), N_("N") },
    { NULL },
  };

  return make_group ("global", _("Options of the program:"), entries);
}

static gboolean
read_fd (AsyCtl *ctl, const char *text, const char *option, int *fd, int *ret_code)
{
  gint64 value;

  if (text == NULL)
    return TRUE;
  if (!g_ascii_string_to_signed (text, 10, 0, G_MAXINT16, &value, NULL))
    {
      *ret_code = asy_ctl_usage (ctl, _("%s wants the number of an open file descriptor, not “%s”."), option, text);
      return FALSE;
    }
  *fd = (int) value;
  return TRUE;
}

/* Takes the options of the program over, each wherever it stood. */
static gboolean
take_globals (AsyCtl *ctl, Globals *globals, int *ret_code)
{
  if (globals->register_path != NULL)
    {
      g_free (ctl->register_path);
      ctl->register_path = g_steal_pointer (&globals->register_path);
    }
  if (globals->user != NULL)
    {
      g_free (ctl->user);
      ctl->user = g_steal_pointer (&globals->user);
    }
  ctl->json |= globals->json;
  if (globals->today != NULL)
    {
      const AsyDay day = asy_day_from_iso (globals->today);

      if (day == ASY_DAY_NONE)
        {
          *ret_code = asy_ctl_usage (ctl, _("“%s” is not a day. Write it as 2026-03-24."), globals->today);
          return FALSE;
        }
      g_set_object (&ctl->clock, NULL);
      ctl->clock = asy_clock_new_shifted (day);
    }
  return read_fd (ctl, globals->password_fd, "--password-fd", &ctl->password_fd, ret_code) &&
         read_fd (ctl, globals->key_password_fd, "--key-password-fd", &ctl->key_password_fd, ret_code);
}

static GOptionContext *
make_context (AsyCtl *ctl, const GOptionEntry *entries, Globals *globals)
{
  const AsyCtlCommand *command = find_command (ctl->command);
  g_autofree char *usage = make_usage (command);
  GOptionContext *context = g_option_context_new (usage);

  g_option_context_set_summary (context, _(command->summary));
  g_option_context_set_help_enabled (context, FALSE);
  /* Not among the main options: GLib writes those last, under a title of its own. */
  if (entries != NULL)
    g_option_context_add_group (context, make_group ("command", _("Options of the command:"), entries));
  g_option_context_add_group (context, make_global_group (globals));
  return context;
}

static gboolean
wants_help (GStrv args)
{
  for (guint i = 0; args[i] != NULL && !g_str_equal (args[i], "--"); i++)
    if (g_str_equal (args[i], "--help") || g_str_equal (args[i], "-h"))
      return TRUE;
  return FALSE;
}

static void
print_help (GOptionContext *context)
{
  g_autofree char *help = g_option_context_get_help (context, FALSE, NULL);

  g_print ("%s", help);
}

gboolean
asy_ctl_parse (AsyCtl *ctl, GStrv args, const GOptionEntry *entries, int min, int max, GStrv *ret_words, int *ret_code)
{
  g_auto (Globals) globals = { 0 };
  g_autoptr (GOptionContext) context = make_context (ctl, entries, &globals);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) left = NULL;
  gboolean after_dashes = FALSE;

  if (wants_help (args))
    {
      print_help (context);
      *ret_code = ASY_CTL_OK;
      return FALSE;
    }
  /* g_option_context_parse_strv() takes the first word for the name of the program. */
  g_ptr_array_add (words, g_strdup ("asystactl"));
  for (guint i = 0; args[i] != NULL; i++)
    g_ptr_array_add (words, g_strdup (args[i]));
  g_ptr_array_add (words, NULL);
  left = (GStrv) g_ptr_array_free (g_steal_pointer (&words), FALSE);
  if (!g_option_context_parse_strv (context, &left, &error))
    {
      *ret_code = asy_ctl_usage (ctl, "%s", error->message);
      return FALSE;
    }
  if (!take_globals (ctl, &globals, ret_code))
    return FALSE;
  words = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 1; left[i] != NULL; i++)
    {
      if (!after_dashes && g_str_equal (left[i], "--"))
        after_dashes = TRUE;
      else
        g_ptr_array_add (words, word_to_utf8 (left[i]));
    }
  if ((int) words->len < min || (max >= 0 && (int) words->len > max))
    {
      *ret_code = asy_ctl_usage (ctl, (int) words->len < min ? _("Something is missing after “%s”.")
                                                             : _("There is too much after “%s”."), ctl->command);
      return FALSE;
    }
  g_ptr_array_add (words, NULL);
  *ret_words = (GStrv) g_ptr_array_free (g_steal_pointer (&words), FALSE);
  return TRUE;
}

/* The command is the first word that is neither an option nor the value of one. */
static int
find_command_word (char **argv)
{
  for (int i = 1; argv[i] != NULL; i++)
    {
      if (argv[i][0] != '-')
        return i;
      if (g_strv_contains (with_value, argv[i]) && argv[i + 1] != NULL)
        i++;
    }
  return 0;
}

static int
without_command (AsyCtl *ctl, char **argv)
{
  for (int i = 1; argv[i] != NULL; i++)
    {
      g_autofree char *commands = NULL;

      if (g_str_equal (argv[i], "--version"))
        {
          g_print ("asystactl %s\n", ASY_VERSION);
          return ASY_CTL_OK;
        }
      if (!g_str_equal (argv[i], "--help") && !g_str_equal (argv[i], "-h"))
        continue;
      commands = list_commands ();
      g_print ("%s\n  asystactl [--register %s] [--user %s] [--today %s] [--json] %s …\n\n%s\n\n%s\n\n%s\n", _("Usage:"),
               _("FILE"), _("LOGIN"), _("YYYY-MM-DD"), _("COMMAND"),
               _("The register of a family-assistance team, without a window."), commands,
               _("“asystactl COMMAND --help” lists the options of a command."));
      return ASY_CTL_OK;
    }
  return asy_ctl_usage (ctl, _("Which command?"));
}

static int
run (AsyCtl *ctl, char **argv)
{
  const int at = find_command_word (argv);
  const AsyCtlCommand *command;
  g_autoptr (GStrvBuilder) args = NULL;
  g_auto (GStrv) rest = NULL;

  if (at == 0)
    return without_command (ctl, argv);
  command = find_command (argv[at]);
  if (command == NULL)
    {
      g_autofree char *word = word_to_utf8 (argv[at]);

      return asy_ctl_usage (ctl, _("There is no command “%s”."), word);
    }
  ctl->command = command->name;
  args = g_strv_builder_new ();
  for (int i = 1; argv[i] != NULL; i++)
    if (i != at)
      g_strv_builder_add (args, argv[i]);
  rest = g_strv_builder_end (args);
  return command->run (ctl, rest);
}

static void
set_up_locale (void)
{
  const char *folder = g_getenv ("ASYSTA_LOCALEDIR");

  setlocale (LC_ALL, "");
  /* Words and results are UTF-8 even where nobody has set a language. */
  if (!g_str_equal (nl_langinfo (CODESET), "UTF-8"))
    setlocale (LC_CTYPE, "C.UTF-8");
  /* What scripts read never has a decimal comma. */
  setlocale (LC_NUMERIC, "C");
  bindtextdomain (GETTEXT_PACKAGE, folder != NULL ? folder : ASY_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

int
asy_ctl_main (int argc, char **argv)
{
  AsyCtl ctl = { .password_fd = -1, .key_password_fd = -1 };
  int code;

  set_up_locale ();
  g_set_prgname ("asystactl");
  ctl.clock = asy_clock_new_system ();
  code = argc > 0 ? run (&ctl, argv) : ASY_CTL_USAGE;
  if (fflush (stdout) != 0 && code == ASY_CTL_OK)
    {
      asy_ctl_say (_("The output could not be written."));
      code = ASY_CTL_FAILED;
    }
  g_free (ctl.register_path);
  g_free (ctl.user);
  g_object_unref (ctl.clock);
  return code;
}
