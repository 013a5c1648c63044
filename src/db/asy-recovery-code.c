/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-db"

#include "config.h"

#include "db/asy-recovery-code.h"

#include <sodium.h>
#include <string.h>

#include "db/asy-secret.h"

#define N_RANDOM 33
#define N_ALL 35
#define GROUP 5
#define MODULUS 1021

static const char alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/* -1 for a character that no code has. */
static int
value_of (char c)
{
  const char *found;

  c = g_ascii_toupper (c);
  if (c == 'I' || c == 'L')
    c = '1';
  else if (c == 'O')
    c = '0';
  found = c != '\0' ? strchr (alphabet, c) : NULL;
  return found != NULL ? (int) (found - alphabet) : -1;
}

static guint
checksum (const char *characters)
{
  guint sum = 0;

  for (int i = 0; i < N_RANDOM; i++)
    sum = (sum * 32 + (guint) value_of (characters[i])) % MODULUS;
  return sum;
}

char *
_asy_recovery_code_new (void)
{
  char characters[N_ALL];
  char *code = g_malloc (N_ALL + N_ALL / GROUP);
  gsize length = 0;
  guint sum;

  for (int i = 0; i < N_RANDOM; i++)
    characters[i] = alphabet[randombytes_uniform (32)];
  sum = checksum (characters);
  characters[N_RANDOM] = alphabet[sum / 32];
  characters[N_RANDOM + 1] = alphabet[sum % 32];
  for (int i = 0; i < N_ALL; i++)
    {
      if (i > 0 && i % GROUP == 0)
        code[length++] = '-';
      code[length++] = characters[i];
    }
  code[length] = '\0';
  sodium_memzero (characters, sizeof characters);
  return code;
}

static gboolean
is_separator (char c)
{
  return g_ascii_isspace (c) || c == '-' || c == '.' || c == '_';
}

/* Number of characters written, or -1. */
static int
collect (const char *code, char *characters)
{
  int n = 0;

  for (const char *p = code; *p != '\0'; p++)
    {
      int value = value_of (*p);

      if (is_separator (*p))
        continue;
      if (value < 0 || n == N_ALL)
        return -1;
      characters[n++] = alphabet[value];
    }
  return n;
}

char *
_asy_recovery_code_normalize (const char *code)
{
  g_autoptr(AsySecretText) characters = g_malloc0 (N_ALL + 1);
  guint sum;

  if (collect (code, characters) != N_ALL)
    return NULL;
  sum = (guint) value_of (characters[N_RANDOM]) * 32 + (guint) value_of (characters[N_RANDOM + 1]);
  return sum == checksum (characters) ? g_steal_pointer (&characters) : NULL;
}
