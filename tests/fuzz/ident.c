/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/asy-ident.h"
#include "base/asy-text.h"
#include "fuzz.h"

/* What a check gives back passes the same check and gives the same back. */
#define TRY_FIXED(check, text)                                  \
  G_STMT_START                                                  \
  {                                                             \
    char first[64] = "";                                        \
    char second[64] = "";                                       \
                                                                \
    if (check (text, first) == ASY_IDENT_OK)                    \
      {                                                         \
        g_assert_cmpint (check (first, second), ==, ASY_IDENT_OK); \
        g_assert_cmpstr (first, ==, second);                    \
      }                                                         \
  }                                                             \
  G_STMT_END

static void
try_pesel (const char *text)
{
  AsyPesel pesel;
  g_autofree char *mask = NULL;

  if (asy_ident_check_pesel (text, &pesel) != ASY_IDENT_OK)
    return;
  mask = asy_pesel_mask (pesel.digits);
  g_assert_null (strstr (mask, pesel.digits));
  g_assert_cmpuint (strlen (pesel.digits), ==, 11);
  g_assert_cmpuint (pesel.born, !=, ASY_DAY_NONE);
  g_assert_cmpint (pesel.sex, !=, ASY_SEX_UNKNOWN);
  g_assert_cmpint (asy_ident_check_pesel (pesel.digits, NULL), ==, ASY_IDENT_OK);
}

static void
try_phone (const char *text)
{
  g_autofree char *digits = NULL;
  g_autofree char *printed = NULL;
  g_autofree char *again = NULL;

  if (asy_ident_check_phone (text, &digits) != ASY_IDENT_OK)
    return;
  printed = asy_text_phone (digits);
  g_assert_cmpint (asy_ident_check_phone (printed, &again), ==, ASY_IDENT_OK);
  g_assert_cmpstr (again, ==, digits);
}

static void
try_email (const char *text)
{
  g_autofree char *address = NULL;
  g_autofree char *again = NULL;

  if (asy_ident_check_email (text, &address) != ASY_IDENT_OK)
    return;
  g_assert_true (g_utf8_validate (address, -1, NULL));
  g_assert_cmpint (asy_ident_check_email (address, &again), ==, ASY_IDENT_OK);
  g_assert_cmpstr (again, ==, address);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *text = fuzz_text (data, size);

  try_pesel (text);
  try_phone (text);
  try_email (text);
  TRY_FIXED (asy_ident_check_nip, text);
  TRY_FIXED (asy_ident_check_regon, text);
  TRY_FIXED (asy_ident_check_postcode, text);
  TRY_FIXED (asy_ident_check_nrb, text);
  TRY_FIXED (asy_ident_check_iban, text);
  return 0;
}
