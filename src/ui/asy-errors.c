/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-ui"

#include "config.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "db/asy-db.h"
#include "exchange/asy-import-error.h"
#include "law/asy-rules.h"
#include "letter/asy-letter-error.h"
#include "seal/asy-seal-error.h"
#include "store/asy-store-error.h"
#include "ui/asy-errors.h"
#include "ui/asy-format.h"

static const char *const db_sentences[] = {
  [ASY_DB_ERROR_FAILED] = N_("The register did not accept the operation. Nothing was changed. Try again; if it happens once more, run “asystactl check”."),
  [ASY_DB_ERROR_BUSY] = N_("Another program is writing to the register just now. Wait a moment and try again."),
  [ASY_DB_ERROR_CONSTRAINT] = N_("These data contradict what is in the register already, so nothing was saved. Check dates and repeated entries."),
  [ASY_DB_ERROR_CORRUPT] = N_("The file of the register is damaged or incomplete. It was not changed. Open a backup copy or call the administrator."),
  [ASY_DB_ERROR_FULL] = N_("There is no space left on the disk. Nothing was lost: free some space and save again."),
  [ASY_DB_ERROR_READ_ONLY] = N_("The register or its folder may only be read. Ask the administrator for the right to write there."),
  [ASY_DB_ERROR_IO] = N_("The disk or the network folder with the register does not answer. Check the connection and try again."),
  [ASY_DB_ERROR_NOT_FOUND] = N_("There is no register in this place. Perhaps the file was moved or the network disk is not connected."),
  [ASY_DB_ERROR_EMPTY] = N_("This file is empty, so it is not a register. Choose another file or open a backup copy."),
  [ASY_DB_ERROR_FOREIGN] = N_("This file is not a register of Asysta. Choose another file."),
  [ASY_DB_ERROR_TOO_NEW] = N_("This register was written by a newer version of Asysta. Update the program on this computer."),
  [ASY_DB_ERROR_NOT_ENCRYPTED] = N_("Encryption does not work on this computer, so Asysta will not open any personal data. Install the program again or call the administrator."),
  [ASY_DB_ERROR_WRONG_PASSWORD] = N_("The password or recovery code is wrong. Check Caps Lock and the keyboard layout."),
  [ASY_DB_ERROR_NO_USER] = N_("This user has no access to the register. Ask the coordinator to add an account."),
  [ASY_DB_ERROR_NO_KEYS] = N_("The file with the keys of the register (its name ends with “.keys”) is missing or damaged. It must lie beside the register: restore it from a backup copy."),
  [ASY_DB_ERROR_EXISTS] = N_("A file of this name is there already. Choose another name: Asysta never overwrites a register."),
  [ASY_DB_ERROR_WEAK_PASSWORD] = N_("This password is too short. Use at least 10 characters, best a few unrelated words."),
  [ASY_DB_ERROR_MISTYPED_CODE] = N_("This is no recovery code: at least one character is wrong. Compare it with the recovery sheet."),
  [ASY_DB_ERROR_LAST_USER] = N_("The last user of a register cannot be removed: nobody could open it any more. Add another user first."),
  [ASY_DB_ERROR_NO_PERMISSION] = N_("You have no right to read this file. Ask the administrator for access to it."),
  [ASY_DB_ERROR_BAD_LOGIN] = N_("This login cannot be used. Take a short name of letters and digits, without spaces."),
};

static const char *const store_sentences[] = {
  [ASY_STORE_ERROR_FAILED] = N_("This could not be done. Nothing was changed. Try again."),
  [ASY_STORE_ERROR_NOT_FOUND] = N_("This record is no longer in the register. Somebody may have removed it."),
  [ASY_STORE_ERROR_CONFLICT] = N_("Somebody saved changes to this record in the meantime. Compare them with yours before saving."),
  [ASY_STORE_ERROR_MISSING] = N_("A required field is empty. Fill it in and save again."),
  [ASY_STORE_ERROR_INVALID] = N_("One of the fields holds a wrong value. Correct it and save again."),
  [ASY_STORE_ERROR_CASELOAD] = N_("The assistant already has as many families as the Act allows. Choose another assistant or a later day."),
  [ASY_STORE_ERROR_SAME_COMMUNE] = N_("A family assistant may not be a social worker in the same commune (art. 17 ust. 3 uwr)."),
  [ASY_STORE_ERROR_UNAVAILABLE] = N_("The assistant is suspended or not employed on that day. Choose another day or another assistant."),
  [ASY_STORE_ERROR_TOO_EARLY] = N_("The way in asks for another paper before the assignment. Note it first, or pass the step over with a reason."),
  [ASY_STORE_ERROR_NO_CONSENT] = N_("The family’s consent is missing (art. 8 ust. 3 uwr). Note the consent first."),
  [ASY_STORE_ERROR_OVERLAP] = N_("This period overlaps with one that is noted already. Correct the dates."),
  [ASY_STORE_ERROR_FROZEN] = N_("This document was issued or agreed and cannot be changed. Make a new version."),
  [ASY_STORE_ERROR_INCOMPLETE] = N_("The plan lacks actions, dates or expected effects, which art. 15 ust. 3 uwr demands. Complete them first."),
  [ASY_STORE_ERROR_NOT_AUTHORISED] = N_("This person has no valid authorisation or has not signed the secrecy undertaking (art. 7 ust. 4 uwr). The coordinator notes them under Team."),
  [ASY_STORE_ERROR_DEMO_ONLY] = N_("This is possible only in the demonstration register."),
};

static const char *const seal_sentences[] = {
  [ASY_SEAL_ERROR_FAILED] = N_("The document could not be signed. It was not changed. Try again."),
  [ASY_SEAL_ERROR_NOT_PDF] = N_("This file is not a PDF document that can be read. Export the letter again."),
  [ASY_SEAL_ERROR_ENCRYPTED] = N_("This PDF is protected by a password and cannot be signed. Save it without the protection first."),
  [ASY_SEAL_ERROR_TOO_LARGE] = N_("This file is larger than 256 MB. Documents of that size are not signed here."),
  [ASY_SEAL_ERROR_HAS_SIGNATURES] = N_("This document is signed already and must not be rewritten. Add another signature instead."),
  [ASY_SEAL_ERROR_NOT_ARCHIVABLE] = N_("The document holds something that an archive does not accept, for example a font that is not embedded. Export the letter again."),
  [ASY_SEAL_ERROR_KEY_FILE] = N_("The file with the certificate cannot be read. Choose a .p12 or .pfx file."),
  [ASY_SEAL_ERROR_PASSWORD] = N_("The password of the certificate file is wrong. Nothing was signed."),
  [ASY_SEAL_ERROR_NO_KEY] = N_("This file holds no private key with its certificate. Export the certificate again together with its key."),
  [ASY_SEAL_ERROR_EXPIRED] = N_("The certificate has expired. Renew it and sign with the new one."),
  [ASY_SEAL_ERROR_NOT_YET_VALID] = N_("The certificate is not valid yet. Check its first day and the date of this computer."),
  [ASY_SEAL_ERROR_KEY_USAGE] = N_("This certificate is not meant for signing documents. Choose another one."),
  [ASY_SEAL_ERROR_WEAK_KEY] = N_("The key of this certificate is too weak for a lasting signature. Ask for a certificate with a stronger key."),
  [ASY_SEAL_ERROR_NO_FIELD] = N_("The document has no place for this signature. Export the letter again."),
  [ASY_SEAL_ERROR_FIELD_SIGNED] = N_("This place in the document is signed already."),
  [ASY_SEAL_ERROR_LOCKED] = N_("The first signature forbids any change, so another one cannot be added."),
  [ASY_SEAL_ERROR_NO_ROOM] = N_("The certificate chain is too long for the place kept for the signature. Use a file with the signer’s certificate only."),
  [ASY_SEAL_ERROR_TRUST] = N_("The file with trusted certificates cannot be read. Choose a PEM file."),
};

static const char *const letter_sentences[] = {
  [ASY_LETTER_ERROR_TOO_BIG] = N_("The template or the letter is larger than any paper needs and was not read."),
  [ASY_LETTER_ERROR_SYNTAX] = N_("The template is not a correct XML file. Correct it or use the one that comes with the program."),
  [ASY_LETTER_ERROR_DOCTYPE] = N_("The template holds a document type declaration, which is never read. Remove it."),
  [ASY_LETTER_ERROR_SCHEMA] = N_("Something in the template is out of place. Correct it or use the one that comes with the program."),
  [ASY_LETTER_ERROR_FIELD] = N_("The template names a field that letters of this kind do not have. Correct the template."),
  [ASY_LETTER_ERROR_NOT_FOUND] = N_("There is no template for this letter. Install the program again."),
  [ASY_LETTER_ERROR_FONT] = N_("The typeface of letters (Liberation Serif) is not installed. Install the package fonts-liberation."),
  [ASY_LETTER_ERROR_RENDER] = N_("The pages could not be drawn. Check the space on the disk and try again."),
};

static const char *const import_sentences[] = {
  [ASY_IMPORT_ERROR_FAILED] = N_("The file could not be imported. Nothing was changed."),
  [ASY_IMPORT_ERROR_TOO_BIG] = N_("This file is larger than an import takes. Split it into smaller ones."),
  [ASY_IMPORT_ERROR_EMPTY] = N_("This file is empty. Choose another one."),
  [ASY_IMPORT_ERROR_NO_TEXT] = N_("This is no text file. Save the table as CSV and try again."),
  [ASY_IMPORT_ERROR_NO_HEADER] = N_("The first line of the file does not name the columns. Add such a line and try again."),
  [ASY_IMPORT_ERROR_NO_MAPPING] = N_("Asysta does not know these columns. Choose a description of the file that fits."),
  [ASY_IMPORT_ERROR_BAD_MAPPING] = N_("The description of the columns is wrong. Correct it and try again."),
  [ASY_IMPORT_ERROR_NO_CALENDAR] = N_("This is no calendar. Export it once more as iCalendar (.ics) and try again."),
  [ASY_IMPORT_ERROR_NOT_CLOSED] = N_("The file is cut off: a part of the calendar does not end. Export it once more and try again."),
  [ASY_IMPORT_ERROR_MISPLACED] = N_("The file is damaged: the parts of the calendar do not fit into each other. Export it once more and try again."),
};

static const char *const rules_sentences[] = {
  [ASY_RULES_ERROR_FAILED] = N_("The file with the rules of law cannot be read. Install the program again."),
};

/* G_IO_ERROR and G_FILE_ERROR are thinned out to what people can act on. */
static const struct {
  int code;
  const char *sentence;
} io_sentences[] = {
  { G_IO_ERROR_NOT_FOUND, N_("The file or folder is not there. Perhaps it was moved or the disk is not connected.") },
  { G_IO_ERROR_EXISTS, N_("A file of this name is there already. Choose another name.") },
  { G_IO_ERROR_IS_DIRECTORY, N_("This is a folder, not a file. Choose a file.") },
  { G_IO_ERROR_NOT_DIRECTORY, N_("This is a file, not a folder. Choose a folder.") },
  { G_IO_ERROR_NO_SPACE, N_("There is no space left on the disk. Free some space and try again.") },
  { G_IO_ERROR_PERMISSION_DENIED, N_("You have no right to this file or folder. Choose another one or ask the administrator.") },
  { G_IO_ERROR_READ_ONLY, N_("Nothing can be written there. Choose another folder.") },
  { G_IO_ERROR_BUSY, N_("Another program is using this file. Close it there and try again.") },
  { G_IO_ERROR_TIMED_OUT, N_("The disk or the network does not answer. Check the connection and try again.") },
  { G_IO_ERROR_NOT_SUPPORTED, N_("No program on this computer can do that. Install one and try again.") },
  { G_IO_ERROR_CLOSED, N_("The register was locked in the meantime. Unlock it and try again.") },
};

static const struct {
  int code;
  int io_code;
} file_codes[] = {
  { G_FILE_ERROR_NOENT, G_IO_ERROR_NOT_FOUND },
  { G_FILE_ERROR_EXIST, G_IO_ERROR_EXISTS },
  { G_FILE_ERROR_ISDIR, G_IO_ERROR_IS_DIRECTORY },
  { G_FILE_ERROR_NOTDIR, G_IO_ERROR_NOT_DIRECTORY },
  { G_FILE_ERROR_NOSPC, G_IO_ERROR_NO_SPACE },
  { G_FILE_ERROR_ACCES, G_IO_ERROR_PERMISSION_DENIED },
  { G_FILE_ERROR_PERM, G_IO_ERROR_PERMISSION_DENIED },
  { G_FILE_ERROR_ROFS, G_IO_ERROR_READ_ONLY },
};

typedef struct {
  GQuark domain;
  const char *const *sentences;
  guint n_sentences;
  const char *heading;
} Domain;

/* Quarks are no constants. */
static gboolean
find_domain (GQuark quark, Domain *ret_domain)
{
  const Domain domains[] = {
    { ASY_DB_ERROR, db_sentences, G_N_ELEMENTS (db_sentences), N_("Problem with the Register") },
    { ASY_STORE_ERROR, store_sentences, G_N_ELEMENTS (store_sentences), N_("This Cannot Be Saved") },
    { ASY_SEAL_ERROR, seal_sentences, G_N_ELEMENTS (seal_sentences), N_("Problem with the Signature") },
    { ASY_LETTER_ERROR, letter_sentences, G_N_ELEMENTS (letter_sentences), N_("Problem with the Letter") },
    { ASY_IMPORT_ERROR, import_sentences, G_N_ELEMENTS (import_sentences), N_("Problem with the Import") },
    { ASY_RULES_ERROR, rules_sentences, G_N_ELEMENTS (rules_sentences), N_("Problem with the Program") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (domains); i++)
    if (domains[i].domain == quark)
      {
        *ret_domain = domains[i];
        return TRUE;
      }
  return FALSE;
}

static const char *
find_io_sentence (int code)
{
  for (guint i = 0; i < G_N_ELEMENTS (io_sentences); i++)
    if (io_sentences[i].code == code)
      return io_sentences[i].sentence;
  return NULL;
}

static const char *
find_sentence (GQuark quark, int code)
{
  Domain domain;

  if (find_domain (quark, &domain))
    return code >= 0 && (guint) code < domain.n_sentences ? domain.sentences[code] : NULL;
  if (quark == G_IO_ERROR)
    return find_io_sentence (code);
  if (quark != G_FILE_ERROR)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (file_codes); i++)
    if (file_codes[i].code == code)
      return find_io_sentence (file_codes[i].io_code);
  return NULL;
}

static char *
describe_caseload (const AsyStoreErrorDetail *detail)
{
  g_autofree char *since = asy_format_day (detail->since);

  if (detail->limit <= 0 || detail->article == NULL || since == NULL)
    return NULL;
  /* Translators: the first number is what the assistant has, then the limit, the article and the day since when it applies. */
  return g_strdup_printf (_("The assistant already has %d families and the limit is %d (%s, in force since %s). Choose another assistant or a later day."),
                          detail->count, detail->limit, detail->article, since);
}

static char *
describe_field (int code, const AsyStoreErrorDetail *detail)
{
  if (detail->field == NULL || *detail->field == '\0')
    return NULL;
  if (code == ASY_STORE_ERROR_MISSING)
    return g_strdup_printf (_("The field “%s” is empty. Fill it in and save again."), _(detail->field));
  return g_strdup_printf (_("The field “%s” holds a wrong value. Correct it and save again."), _(detail->field));
}

static char *
describe_paper (const AsyStoreErrorDetail *detail)
{
  if (detail->field == NULL || detail->article == NULL)
    return NULL;
  /* Translators: the name of a field, then the article. */
  return g_strdup_printf (_("The field “%s” comes before the assignment (%s). Fill it in first, or skip the step with a reason."),
                          _(detail->field), detail->article);
}

/* What the details of an error allow to say more exactly. */
static char *
describe_exactly (const GError *error)
{
  if (error->domain == ASY_STORE_ERROR)
    {
      const AsyStoreErrorDetail *detail = asy_store_error_get_detail (error);

      if (error->code == ASY_STORE_ERROR_CASELOAD)
        return describe_caseload (detail);
      if (error->code == ASY_STORE_ERROR_TOO_EARLY)
        return describe_paper (detail);
      if (error->code == ASY_STORE_ERROR_MISSING || error->code == ASY_STORE_ERROR_INVALID)
        return describe_field (error->code, detail);
    }
  if (error->domain == ASY_LETTER_ERROR && asy_letter_error_get_line (error) > 0)
    return g_strdup_printf (_("%s (line %u)"), _(find_sentence (error->domain, error->code)), asy_letter_error_get_line (error));
  return NULL;
}

char *
asy_error_describe (const GError *error)
{
  const char *sentence;
  char *exact;

  g_return_val_if_fail (error != NULL, NULL);

  sentence = find_sentence (error->domain, error->code);
  if (sentence == NULL)
    return g_strdup (_("Something went wrong that Asysta has no advice for. Nothing was changed. Try again."));
  exact = describe_exactly (error);
  return exact != NULL ? exact : g_strdup (_(sentence));
}

const char *
asy_error_get_heading (const GError *error)
{
  Domain domain;

  g_return_val_if_fail (error != NULL, NULL);

  return find_domain (error->domain, &domain) ? _(domain.heading) : _("This Did Not Work");
}

gboolean
asy_error_is_silent (const GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

gboolean
asy_error_is_known (GQuark domain, int code)
{
  return find_sentence (domain, code) != NULL;
}
