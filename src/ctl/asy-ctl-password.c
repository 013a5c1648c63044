/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-ctl"

#include "config.h"

#include <fcntl.h>
#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "base/asy-secret-line.h"
#include "ctl/asy-ctl-password.h"

void
asy_ctl_secret_free (char *secret)
{
  if (secret == NULL)
    return;
  explicit_bzero (secret, strlen (secret));
  g_free (secret);
}

static char *
read_descriptor (int fd)
{
  char *secret = asy_secret_read_line (fd);

  if (secret == NULL)
    asy_ctl_say (_("No password could be read from file descriptor %d."), fd);
  return secret;
}

static char *
read_credential (const char *name, gboolean *ret_found)
{
  const char *folder = g_getenv ("CREDENTIALS_DIRECTORY");
  g_autofree char *path = NULL;
  char *secret;
  int fd;

  *ret_found = FALSE;
  if (folder == NULL)
    return NULL;
  path = g_build_filename (folder, name, NULL);
  fd = open (path, O_RDONLY | O_CLOEXEC);
  if (fd < 0)
    return NULL;
  *ret_found = TRUE;
  secret = asy_secret_read_line (fd);
  close (fd);
  if (secret == NULL)
    asy_ctl_say (_("The credential %s holds no password."), name);
  return secret;
}

static char *
ask (int terminal, const char *question)
{
  struct termios before, silent;
  char *secret;

  if (tcgetattr (terminal, &before) != 0)
    return NULL;
  silent = before;
  /* Without signals: a Ctrl+C must not leave the terminal silent. It ends up in the line, which then is no password. */
  silent.c_lflag &= ~(tcflag_t) (ECHO | ISIG);
  /* Before the question: what is typed after it must not be flushed away. */
  if (tcsetattr (terminal, TCSAFLUSH, &silent) != 0)
    return NULL;
  dprintf (terminal, "%s ", question);
  secret = asy_secret_read_line (terminal);
  (void) tcsetattr (terminal, TCSAFLUSH, &before);      /* nothing can be done about it */
  dprintf (terminal, "\n");
  return secret;
}

static char *
ask_at (int terminal, AsyCtlSecret which)
{
  const char *question = which == ASY_CTL_SECRET_KEY ? _("Password of the signing key:")
                         : which == ASY_CTL_SECRET_NEW_REGISTER ? _("Password of the new register:")
                                                                : _("Password of the register:");
  char *secret = ask (terminal, question);
  g_autoptr (AsyCtlSecretText) again = NULL;

  if (secret == NULL)
    asy_ctl_say (_("No password was given."));
  if (secret == NULL || which != ASY_CTL_SECRET_NEW_REGISTER)
    return secret;
  again = ask (terminal, _("The same password again:"));
  if (g_strcmp0 (secret, again) == 0)
    return secret;
  asy_ctl_say (_("The two passwords differ."));
  asy_ctl_secret_free (secret);
  return NULL;
}

char *
asy_ctl_get_secret (AsyCtl *ctl, AsyCtlSecret which)
{
  const gboolean is_key = which == ASY_CTL_SECRET_KEY;
  const int fd = is_key ? ctl->key_password_fd : ctl->password_fd;
  gboolean found;
  char *secret;
  int terminal;

  if (fd >= 0)
    return read_descriptor (fd);
  secret = read_credential (is_key ? "asysta-key-password" : "asysta-password", &found);
  if (found)
    return secret;
  terminal = open ("/dev/tty", O_RDWR | O_NOCTTY | O_CLOEXEC);
  if (terminal < 0)
    {
      asy_ctl_say (is_key ? _("No password of the key: give it with --key-password-fd, as the credential asysta-key-password, or at a terminal.")
                          : _("No password of the register: give it with --password-fd, as the credential asysta-password, or at a terminal."));
      return NULL;
    }
  secret = ask_at (terminal, which);
  close (terminal);
  return secret;
}
