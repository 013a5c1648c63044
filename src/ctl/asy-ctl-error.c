/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-ctl"

#include "config.h"

#include <glib/gi18n.h>

#include "ctl/asy-ctl.h"
#include "db/asy-db.h"
#include "exchange/asy-import-error.h"
#include "seal/asy-seal-error.h"
#include "store/asy-store-error.h"

/* Sentences for the errors of the floors below, by code. */
typedef struct
{
  int code;
  const char *sentence;
} Sentence;

static const Sentence db_sentences[] = {
  { ASY_DB_ERROR_BUSY, N_("Another program is writing to the register. Try again in a while.") },
  { ASY_DB_ERROR_CORRUPT, N_("The register is damaged. Nothing was changed; restore the last backup.") },
  { ASY_DB_ERROR_FULL, N_("There is no space left on the disk. Nothing was changed.") },
  { ASY_DB_ERROR_READ_ONLY, N_("The register or its folder cannot be written.") },
  { ASY_DB_ERROR_IO, N_("The disk cannot be read or written.") },
  { ASY_DB_ERROR_NOT_FOUND, N_("There is no such register.") },
  { ASY_DB_ERROR_EMPTY, N_("The file is empty: it is no register.") },
  { ASY_DB_ERROR_FOREIGN, N_("The file is no register of Asysta.") },
  { ASY_DB_ERROR_TOO_NEW, N_("The register was written by a newer Asysta. Install that version.") },
  { ASY_DB_ERROR_NOT_ENCRYPTED, N_("Encryption is not in force on this computer, so no register is opened.") },
  { ASY_DB_ERROR_WRONG_PASSWORD, N_("The password is wrong.") },
  { ASY_DB_ERROR_NO_USER, N_("The register has no user of that login.") },
  { ASY_DB_ERROR_NO_KEYS, N_("The file of keys beside the register is missing or damaged.") },
  { ASY_DB_ERROR_EXISTS, N_("The file exists already; a register is never overwritten.") },
  { ASY_DB_ERROR_WEAK_PASSWORD, N_("The password is too short: it needs at least 10 characters.") },
};

static const Sentence store_sentences[] = {
  { ASY_STORE_ERROR_NOT_FOUND, N_("There is no such record in the register.") },
  { ASY_STORE_ERROR_CONFLICT, N_("Somebody else has changed the record meanwhile.") },
  { ASY_STORE_ERROR_MISSING, N_("A required field is empty.") },
  { ASY_STORE_ERROR_INVALID, N_("A field holds what it may not.") },
  { ASY_STORE_ERROR_FROZEN, N_("The record is closed and changes no more.") },
  { ASY_STORE_ERROR_NOT_AUTHORISED,
    N_("The user has no written authorisation or secrecy undertaking in force (art. 7 ust. 4 of the Act).") },
};

static const Sentence import_sentences[] = {
  { ASY_IMPORT_ERROR_TOO_BIG, N_("The file is too big for an import.") },
  { ASY_IMPORT_ERROR_EMPTY, N_("The file is empty.") },
  { ASY_IMPORT_ERROR_NO_TEXT, N_("The file is no text file.") },
  { ASY_IMPORT_ERROR_NO_HEADER, N_("The first line of the file does not name the columns that are needed.") },
  { ASY_IMPORT_ERROR_NO_MAPPING, N_("No mapping knows the columns of this file. Name one with --map.") },
  { ASY_IMPORT_ERROR_BAD_MAPPING, N_("The mapping is wrong.") },
  { ASY_IMPORT_ERROR_NO_CALENDAR, N_("This is no calendar (iCalendar).") },
  { ASY_IMPORT_ERROR_NOT_CLOSED, N_("The part of the calendar that begins here does not end: the file is cut off.") },
  { ASY_IMPORT_ERROR_MISPLACED, N_("The parts of the calendar do not fit into each other here.") },
};

static const Sentence seal_sentences[] = {
  { ASY_SEAL_ERROR_NOT_PDF, N_("The file is no PDF that can be read.") },
  { ASY_SEAL_ERROR_ENCRYPTED, N_("The PDF is encrypted.") },
  { ASY_SEAL_ERROR_TOO_LARGE, N_("The PDF is too large.") },
  { ASY_SEAL_ERROR_HAS_SIGNATURES, N_("The PDF is signed; changing it would break the signature.") },
  { ASY_SEAL_ERROR_NOT_ARCHIVABLE, N_("The PDF holds something that PDF/A forbids.") },
  { ASY_SEAL_ERROR_KEY_FILE, N_("The file of the key cannot be read, or it is no PKCS#12 file.") },
  { ASY_SEAL_ERROR_PASSWORD, N_("The password of the key is wrong.") },
  { ASY_SEAL_ERROR_NO_KEY, N_("The file holds no private key with its certificate.") },
  { ASY_SEAL_ERROR_EXPIRED, N_("The certificate has expired.") },
  { ASY_SEAL_ERROR_NOT_YET_VALID, N_("The certificate is not valid yet.") },
  { ASY_SEAL_ERROR_KEY_USAGE, N_("The certificate is not meant for signing.") },
  { ASY_SEAL_ERROR_WEAK_KEY, N_("The key is too weak for signing, or of a kind that is not used for papers.") },
  { ASY_SEAL_ERROR_NO_FIELD, N_("The PDF has no signature field of that name.") },
  { ASY_SEAL_ERROR_FIELD_SIGNED, N_("That signature field is signed already.") },
  { ASY_SEAL_ERROR_LOCKED, N_("An earlier signature allows no further changes.") },
  { ASY_SEAL_ERROR_NO_ROOM, N_("The signature did not fit into the room kept for it.") },
  { ASY_SEAL_ERROR_TRUST, N_("A file of trusted certificates cannot be read.") },
};

static const char *
find_sentence (const Sentence *sentences, gsize n_sentences, int code)
{
  for (gsize i = 0; i < n_sentences; i++)
    if (sentences[i].code == code)
      return _(sentences[i].sentence);
  return NULL;
}

static const char *
sentence_for (const GError *error)
{
  if (error->domain == ASY_DB_ERROR)
    return find_sentence (db_sentences, G_N_ELEMENTS (db_sentences), error->code);
  if (error->domain == ASY_STORE_ERROR)
    return find_sentence (store_sentences, G_N_ELEMENTS (store_sentences), error->code);
  if (error->domain == ASY_IMPORT_ERROR)
    return find_sentence (import_sentences, G_N_ELEMENTS (import_sentences), error->code);
  if (error->domain == ASY_SEAL_ERROR)
    return find_sentence (seal_sentences, G_N_ELEMENTS (seal_sentences), error->code);
  if (g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOENT) || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return _("There is no such file.");
  if (g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_ACCES) || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    return _("Access to the file is denied.");
  if (g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOSPC) || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    return _("There is no space left on the disk.");
  return NULL;
}

/* The technical message adds what the sentence leaves out: a line of a mapping,
 * what the machine said. It never carries personal data. */
static gboolean
tells_more (const GError *error)
{
  return (error->domain == ASY_IMPORT_ERROR && error->code < ASY_IMPORT_ERROR_NO_CALENDAR) ||
         g_error_matches (error, ASY_DB_ERROR, ASY_DB_ERROR_IO) ||
         g_error_matches (error, ASY_SEAL_ERROR, ASY_SEAL_ERROR_NOT_ARCHIVABLE);
}

int
asy_ctl_fail (AsyCtl *ctl, GError *error, const char *subject)
{
  const char *sentence = sentence_for (error);
  g_autofree char *name = subject != NULL ? g_filename_display_name (subject) : NULL;
  g_autofree char *text = NULL;

  if (sentence == NULL)
    text = g_strdup_printf (_("It did not work: %s."), error->message);
  else if (tells_more (error))
    text = g_strdup_printf ("%s (%s)", sentence, error->message);
  else
    text = g_strdup (sentence);
  if (name != NULL)
    asy_ctl_say ("%s: %s", name, text);
  else
    asy_ctl_say ("%s", text);
  g_error_free (error);
  return ASY_CTL_FAILED;
}
