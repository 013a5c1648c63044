/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-base"

#include "config.h"

#include <string.h>

#include "base/asy-ident.h"
#include "base/asy-text.h"

#define PESEL_DIGITS 11
#define NIP_DIGITS 10
#define REGON_DIGITS 9
#define REGON_LOCAL_DIGITS 14
#define POSTCODE_DIGITS 5
#define NRB_DIGITS 26
#define IBAN_MIN 15
#define IBAN_MAX 34
/* E.164 */
#define FOREIGN_PHONE_MIN 7
#define FOREIGN_PHONE_MAX 15
/* RFC 5321 */
#define EMAIL_MAX 254
#define EMAIL_LOCAL_MAX 64

static const char *const nicks[ASY_N_IDENT_PROBLEMS] = {
  [ASY_IDENT_OK] = "",
  [ASY_IDENT_PROBLEM_EMPTY] = "empty",
  [ASY_IDENT_PROBLEM_NON_DIGIT] = "non-digit",
  [ASY_IDENT_PROBLEM_LENGTH] = "length",
  [ASY_IDENT_PROBLEM_FORMAT] = "format",
  [ASY_IDENT_PROBLEM_DATE] = "no-such-date",
  [ASY_IDENT_PROBLEM_CHECK_DIGIT] = "check-digit",
  [ASY_IDENT_PROBLEM_ZEROS] = "zeros",
  [ASY_IDENT_PROBLEM_PREFIX] = "prefix",
  [ASY_IDENT_PROBLEM_BIRTH_DATE_CLASH] = "birth-date-clash",
  [ASY_IDENT_PROBLEM_SEX_CLASH] = "sex-clash",
};

static const int pesel_weights[] = { 1, 3, 7, 9, 1, 3, 7, 9, 1, 3 };
static const int nip_weights[] = { 6, 5, 7, 2, 3, 4, 5, 6, 7 };
static const int regon_weights[] = { 8, 9, 2, 3, 4, 5, 6, 7 };
static const int regon_local_weights[] = { 2, 4, 8, 5, 0, 9, 7, 3, 6, 1, 2, 4, 8 };

/* What the month of a PESEL is greater by, for each century from 1800. */
static const int pesel_century_shifts[] = { 80, 0, 20, 40, 60 };

const char *
asy_ident_problem_get_nick (AsyIdentProblem problem)
{
  g_return_val_if_fail (problem < ASY_N_IDENT_PROBLEMS, "");
  return nicks[problem];
}

/* Text without blanks around it, as a span. */
static gsize
trim (const char **text)
{
  gsize n;

  if (*text == NULL)
    *text = "";
  while (g_ascii_isspace (**text))
    (*text)++;
  n = strlen (*text);
  while (n > 0 && g_ascii_isspace ((*text)[n - 1]))
    n--;
  return n;
}

/*
 * Copies the digits of @text, leaving out any character of @separators.
 * @digits has room for @n_max digits and a zero; a longer number is only
 * counted, so that the length is told rightly.
 */
static AsyIdentProblem
collect_digits (const char *text, const char *separators, char *digits, gsize n_max, gsize *ret_n)
{
  gsize n_text = trim (&text);
  gsize n = 0;

  if (n_text == 0)
    return ASY_IDENT_PROBLEM_EMPTY;
  for (gsize i = 0; i < n_text; i++)
    {
      if (strchr (separators, text[i]) != NULL)
        continue;
      if (!g_ascii_isdigit (text[i]))
        return ASY_IDENT_PROBLEM_NON_DIGIT;
      if (n < n_max)
        digits[n] = text[i];
      n++;
    }
  digits[MIN (n, n_max)] = '\0';
  *ret_n = n;
  return ASY_IDENT_OK;
}

static int
weigh (const char *digits, const int *weights, gsize n)
{
  int sum = 0;

  for (gsize i = 0; i < n; i++)
    sum += weights[i] * (digits[i] - '0');
  return sum;
}

static int
number_at (const char *digits, gsize position)
{
  return (digits[position] - '0') * 10 + (digits[position + 1] - '0');
}

static gboolean
is_only_zeros (const char *digits)
{
  return digits[strspn (digits, "0")] == '\0';
}

static void
copy_out (char *ret_digits, const char *digits)
{
  if (ret_digits != NULL)
    memcpy (ret_digits, digits, strlen (digits) + 1);
}

/* PESEL */

static AsyDay
read_pesel_day (const char *digits)
{
  int month = number_at (digits, 2);

  for (gsize i = 0; i < G_N_ELEMENTS (pesel_century_shifts); i++)
    {
      int shift = pesel_century_shifts[i];

      if (month > shift && month <= shift + 12)
        return asy_day_new (1800 + 100 * (int) i + number_at (digits, 0), month - shift, number_at (digits, 4));
    }
  return ASY_DAY_NONE;
}

static char
pesel_check_digit (const char *digits)
{
  int sum = weigh (digits, pesel_weights, G_N_ELEMENTS (pesel_weights));

  return (char) ('0' + (10 - sum % 10) % 10);
}

AsyIdentProblem
asy_ident_check_pesel (const char *text, AsyPesel *ret_pesel)
{
  char digits[PESEL_DIGITS + 1];
  AsyIdentProblem problem;
  AsyDay born;
  gsize n;

  problem = collect_digits (text, "", digits, PESEL_DIGITS, &n);
  if (problem != ASY_IDENT_OK)
    return problem;
  if (n != PESEL_DIGITS)
    return ASY_IDENT_PROBLEM_LENGTH;
  born = read_pesel_day (digits);
  if (born == ASY_DAY_NONE)
    return ASY_IDENT_PROBLEM_DATE;
  if (digits[10] != pesel_check_digit (digits))
    return ASY_IDENT_PROBLEM_CHECK_DIGIT;
  if (ret_pesel != NULL)
    {
      memcpy (ret_pesel->digits, digits, sizeof digits);
      ret_pesel->born = born;
      ret_pesel->sex = (digits[9] - '0') % 2 == 1 ? ASY_SEX_MALE : ASY_SEX_FEMALE;
    }
  return ASY_IDENT_OK;
}

AsyIdentProblem
asy_pesel_compare_born (const AsyPesel *self, AsyDay born)
{
  g_return_val_if_fail (self != NULL, ASY_IDENT_OK);
  return born == ASY_DAY_NONE || born == self->born ? ASY_IDENT_OK : ASY_IDENT_PROBLEM_BIRTH_DATE_CLASH;
}

AsyIdentProblem
asy_pesel_compare_sex (const AsyPesel *self, AsySex sex)
{
  g_return_val_if_fail (self != NULL, ASY_IDENT_OK);
  return sex == ASY_SEX_UNKNOWN || sex == self->sex ? ASY_IDENT_OK : ASY_IDENT_PROBLEM_SEX_CLASH;
}

gboolean
asy_pesel_make (AsyDay born, AsySex sex, int serial, char ret_digits[12])
{
  int year, month, sex_digit;

  if (born == ASY_DAY_NONE || sex == ASY_SEX_UNKNOWN || serial < 0 || serial > 4999)
    return FALSE;
  year = asy_day_get_year (born);
  month = asy_day_get_month (born) + pesel_century_shifts[year / 100 - 18];
  sex_digit = serial % 5 * 2 + (sex == ASY_SEX_MALE ? 1 : 0);
  g_snprintf (ret_digits, PESEL_DIGITS + 1, "%02d%02d%02d%03d%d", year % 100, month, asy_day_get_day (born), serial / 5,
              sex_digit);
  ret_digits[10] = pesel_check_digit (ret_digits);
  ret_digits[11] = '\0';
  return TRUE;
}

char *
asy_pesel_mask (const char *digits)
{
  GString *out = g_string_new (NULL);
  gsize n = digits != NULL ? strlen (digits) : 0;
  gsize n_hidden = n > 4 ? n - 4 : n;

  for (gsize i = 0; i < n_hidden; i++)
    g_string_append (out, "•");
  if (n > 4)
    g_string_append (out, digits + n_hidden);
  return g_string_free (out, FALSE);
}

/* NIP and REGON */

AsyIdentProblem
asy_ident_check_nip (const char *text, char ret_digits[11])
{
  char digits[NIP_DIGITS + 1];
  AsyIdentProblem problem;
  gsize n;

  (void) trim (&text);
  if (g_ascii_strncasecmp (text, "PL", 2) == 0)
    text += 2;
  problem = collect_digits (text, "- ", digits, NIP_DIGITS, &n);
  if (problem != ASY_IDENT_OK)
    return problem;
  if (n != NIP_DIGITS)
    return ASY_IDENT_PROBLEM_LENGTH;
  if (is_only_zeros (digits))
    return ASY_IDENT_PROBLEM_ZEROS;
  /* A remainder of 10 has no digit: such numbers are not given out. */
  if (weigh (digits, nip_weights, G_N_ELEMENTS (nip_weights)) % 11 != digits[9] - '0')
    return ASY_IDENT_PROBLEM_CHECK_DIGIT;
  copy_out (ret_digits, digits);
  return ASY_IDENT_OK;
}

static gboolean
has_regon_check (const char *digits, const int *weights, gsize n_weights)
{
  return weigh (digits, weights, n_weights) % 11 % 10 == digits[n_weights] - '0';
}

AsyIdentProblem
asy_ident_check_regon (const char *text, char ret_digits[15])
{
  char digits[REGON_LOCAL_DIGITS + 1];
  AsyIdentProblem problem;
  gsize n;

  problem = collect_digits (text, "- ", digits, REGON_LOCAL_DIGITS, &n);
  if (problem != ASY_IDENT_OK)
    return problem;
  if (n != REGON_DIGITS && n != REGON_LOCAL_DIGITS)
    return ASY_IDENT_PROBLEM_LENGTH;
  if (is_only_zeros (digits))
    return ASY_IDENT_PROBLEM_ZEROS;
  if (!has_regon_check (digits, regon_weights, G_N_ELEMENTS (regon_weights)))
    return ASY_IDENT_PROBLEM_CHECK_DIGIT;
  if (n == REGON_LOCAL_DIGITS && !has_regon_check (digits, regon_local_weights, G_N_ELEMENTS (regon_local_weights)))
    return ASY_IDENT_PROBLEM_CHECK_DIGIT;
  copy_out (ret_digits, digits);
  return ASY_IDENT_OK;
}

/* Postcode */

AsyIdentProblem
asy_ident_check_postcode (const char *text, char ret_postcode[7])
{
  char digits[POSTCODE_DIGITS + 1];
  AsyIdentProblem problem;
  gsize n_text, n;

  n_text = trim (&text);
  problem = collect_digits (text, "- ", digits, POSTCODE_DIGITS, &n);
  if (problem != ASY_IDENT_OK)
    return problem;
  if (n != POSTCODE_DIGITS)
    return ASY_IDENT_PROBLEM_LENGTH;
  if (n_text > POSTCODE_DIGITS + 1 || (n_text == POSTCODE_DIGITS + 1 && g_ascii_isdigit (text[2])))
    return ASY_IDENT_PROBLEM_FORMAT;
  if (is_only_zeros (digits))
    return ASY_IDENT_PROBLEM_ZEROS;
  if (ret_postcode != NULL)
    g_snprintf (ret_postcode, POSTCODE_DIGITS + 2, "%.2s-%s", digits, digits + 2);
  return ASY_IDENT_OK;
}

/* Telephone */

/* Without the word that says what it is. */
static const char *
skip_phone_label (const char *text)
{
  static const char *const labels[] = { "telefon", "tel", "kom", "fax", "faks" };

  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    if (g_ascii_strncasecmp (text, labels[i], strlen (labels[i])) == 0)
      {
        text += strlen (labels[i]);
        return text + strspn (text, ".: ");
      }
  return text;
}

static AsyIdentProblem
check_short_phone (const char *digits, gsize n)
{
  static const char *const prefixes[] = { "112", "98", "99", "19", "116", "118" };
  static const gsize lengths[] = { 3, 3, 3, 5, 6, 6 };

  for (gsize i = 0; i < G_N_ELEMENTS (prefixes); i++)
    if (n == lengths[i] && g_str_has_prefix (digits, prefixes[i]))
      return ASY_IDENT_OK;
  return ASY_IDENT_PROBLEM_LENGTH;
}

static AsyIdentProblem
check_home_phone (const char *digits, gsize n, char **ret_digits)
{
  AsyIdentProblem problem = ASY_IDENT_OK;

  if (n == 11 && g_str_has_prefix (digits, "48"))
    digits += 2;
  else if (n == 10 && digits[0] == '0')
    digits += 1;
  else if (n != 9)
    problem = check_short_phone (digits, n);
  if (problem != ASY_IDENT_OK)
    return problem;
  if (digits[0] == '0')
    return ASY_IDENT_PROBLEM_PREFIX;
  if (ret_digits != NULL)
    *ret_digits = g_strdup (digits);
  return ASY_IDENT_OK;
}

static AsyIdentProblem
check_foreign_phone (const char *digits, gsize n, char **ret_digits)
{
  if (n < FOREIGN_PHONE_MIN || n > FOREIGN_PHONE_MAX)
    return ASY_IDENT_PROBLEM_LENGTH;
  if (digits[0] == '0')
    return ASY_IDENT_PROBLEM_PREFIX;
  if (ret_digits != NULL)
    *ret_digits = g_strconcat ("+", digits, NULL);
  return ASY_IDENT_OK;
}

AsyIdentProblem
asy_ident_check_phone (const char *text, char **ret_digits)
{
  g_autofree char *squashed = asy_text_squash (text);
  char digits[FOREIGN_PHONE_MAX + 3];
  const char *rest = skip_phone_label (squashed);
  gboolean with_country = rest[0] == '+';
  AsyIdentProblem problem;
  gsize n;

  if (with_country)
    rest++;
  problem = collect_digits (rest, "-. ()/", digits, sizeof digits - 1, &n);
  if (problem != ASY_IDENT_OK)
    return problem;
  if (n >= sizeof digits)
    return ASY_IDENT_PROBLEM_LENGTH;
  if (with_country && g_str_has_prefix (digits, "48"))
    return n == 11 ? check_home_phone (digits, n, ret_digits) : ASY_IDENT_PROBLEM_LENGTH;
  if (with_country)
    return check_foreign_phone (digits, n, ret_digits);
  if (!g_str_has_prefix (digits, "00"))
    return check_home_phone (digits, n, ret_digits);
  if (g_str_has_prefix (digits, "0048"))
    return n == 13 ? check_home_phone (digits + 2, n - 2, ret_digits) : ASY_IDENT_PROBLEM_LENGTH;
  return check_foreign_phone (digits + 2, n - 2, ret_digits);
}

/* E-mail */

static gboolean
is_domain_label (const char *label)
{
  gsize n = strlen (label);

  if (n == 0 || n > 63 || label[0] == '-' || label[n - 1] == '-')
    return FALSE;
  for (const char *p = label; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isalnum (g_utf8_get_char (p)) && *p != '-')
      return FALSE;
  return TRUE;
}

static gboolean
is_domain (const char *domain)
{
  g_auto (GStrv) labels = g_strsplit (domain, ".", -1);
  guint n = g_strv_length (labels);

  for (guint i = 0; i < n; i++)
    if (!is_domain_label (labels[i]))
      return FALSE;
  return n >= 2 && strlen (labels[n - 1]) >= 2 && !g_ascii_isdigit (labels[n - 1][0]);
}

static gboolean
is_mailbox (const char *local, gsize n)
{
  if (n == 0 || n > EMAIL_LOCAL_MAX || local[0] == '.' || local[n - 1] == '.')
    return FALSE;
  for (gsize i = 0; i < n; i++)
    {
      if (g_ascii_iscntrl (local[i]) || strchr (" \"(),:;<>[]\\", local[i]) != NULL)
        return FALSE;
      if (local[i] == '.' && local[i + 1] == '.')
        return FALSE;
    }
  return TRUE;
}

AsyIdentProblem
asy_ident_check_email (const char *text, char **ret_address)
{
  g_autofree char *address = asy_text_squash (text);
  const char *at = strrchr (address, '@');

  if (address[0] == '\0')
    return ASY_IDENT_PROBLEM_EMPTY;
  if (strlen (address) > EMAIL_MAX)
    return ASY_IDENT_PROBLEM_LENGTH;
  if (at == NULL || strchr (address, '@') != at || !is_mailbox (address, (gsize) (at - address)) || !is_domain (at + 1))
    return ASY_IDENT_PROBLEM_FORMAT;
  if (ret_address != NULL)
    *ret_address = g_steal_pointer (&address);
  return ASY_IDENT_OK;
}

/* Accounts */

/* Collects capitals and digits of an account number; @iban has room for IBAN_MAX and a zero. */
static AsyIdentProblem
collect_iban (const char *text, char *iban, gsize *ret_n)
{
  gsize n_text = trim (&text);
  gsize n = 0;

  if (n_text == 0)
    return ASY_IDENT_PROBLEM_EMPTY;
  for (gsize i = 0; i < n_text; i++)
    {
      if (text[i] == ' ' || text[i] == '-')
        continue;
      if (!g_ascii_isalnum (text[i]))
        return ASY_IDENT_PROBLEM_FORMAT;
      if (n < IBAN_MAX)
        iban[n] = g_ascii_toupper (text[i]);
      n++;
    }
  iban[MIN (n, IBAN_MAX)] = '\0';
  *ret_n = n;
  return n >= IBAN_MIN && n <= IBAN_MAX ? ASY_IDENT_OK : ASY_IDENT_PROBLEM_LENGTH;
}

/* The remainder of ISO 7064 mod 97-10, with the first four characters taken last; 1 in a right number. */
static int
iban_remainder (const char *iban, gsize n)
{
  int remainder = 0;

  for (gsize i = 0; i < n; i++)
    {
      char c = iban[(i + 4) % n];

      if (g_ascii_isdigit (c))
        remainder = (remainder * 10 + (c - '0')) % 97;
      else
        remainder = (remainder * 100 + (c - 'A' + 10)) % 97;
    }
  return remainder;
}

AsyIdentProblem
asy_ident_check_iban (const char *text, char ret_iban[35])
{
  char iban[IBAN_MAX + 1];
  AsyIdentProblem problem;
  gsize n;

  problem = collect_iban (text, iban, &n);
  if (problem != ASY_IDENT_OK)
    return problem;
  if (!g_ascii_isalpha (iban[0]) || !g_ascii_isalpha (iban[1]) || !g_ascii_isdigit (iban[2]) || !g_ascii_isdigit (iban[3]))
    return ASY_IDENT_PROBLEM_FORMAT;
  if (g_str_has_prefix (iban, "PL") && n != NRB_DIGITS + 2)
    return ASY_IDENT_PROBLEM_LENGTH;
  if (g_str_has_prefix (iban, "PL") && strspn (iban + 2, "0123456789") != NRB_DIGITS)
    return ASY_IDENT_PROBLEM_NON_DIGIT;
  /* Check digits run from 02 to 98: 00, 01 and 99 leave the same remainders. */
  if (number_at (iban, 2) < 2 || number_at (iban, 2) > 98 || iban_remainder (iban, n) != 1)
    return ASY_IDENT_PROBLEM_CHECK_DIGIT;
  copy_out (ret_iban, iban);
  return ASY_IDENT_OK;
}

AsyIdentProblem
asy_ident_check_nrb (const char *text, char ret_digits[27])
{
  char iban[NRB_DIGITS + 3] = "PL";
  AsyIdentProblem problem;
  gsize n;

  (void) trim (&text);
  if (g_ascii_strncasecmp (text, "PL", 2) == 0)
    text += 2;
  problem = collect_digits (text, "- ", iban + 2, NRB_DIGITS, &n);
  if (problem != ASY_IDENT_OK)
    return problem;
  if (n != NRB_DIGITS)
    return ASY_IDENT_PROBLEM_LENGTH;
  problem = asy_ident_check_iban (iban, NULL);
  if (problem == ASY_IDENT_OK)
    copy_out (ret_digits, iban + 2);
  return problem;
}
