/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-base"

#include "config.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "base/asy-secret-line.h"

#define SECRET_BYTES_MAX 4096

/* Byte by byte: what follows the line on the descriptor belongs to others. */
static gboolean
read_line (int fd, char line[SECRET_BYTES_MAX])
{
  gsize n = 0;

  for (;;)
    {
      char c;
      const gssize got = read (fd, &c, 1);

      if (got < 0 && errno == EINTR)
        continue;
      if (got < 0 || n + 1 >= SECRET_BYTES_MAX)
        return FALSE;
      if (got == 0 || c == '\n')
        break;
      line[n++] = c;
    }
  if (n > 0 && line[n - 1] == '\r')
    n--;
  line[n] = '\0';
  /* A byte of zero would cut the password short. */
  return strlen (line) == n;
}

char *
asy_secret_read_line (int fd)
{
  char line[SECRET_BYTES_MAX];
  char *secret = NULL;

  if (read_line (fd, line) && line[0] != '\0' && strchr (line, '\003') == NULL && g_utf8_validate (line, -1, NULL))
    secret = g_strdup (line);
  explicit_bzero (line, sizeof line);
  return secret;
}
