/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs while building: turns an ASN.1 module into the table that libtasn1 reads. */
#include <libtasn1.h>
#include <stdio.h>

int
main (int argc, char **argv)
{
  char description[ASN1_MAX_ERROR_DESCRIPTION_SIZE] = "";

  if (argc != 4)
    {
      fprintf (stderr, "usage: %s MODULE.asn TABLE.c NAME\n", argv[0]);
      return 2;
    }
  if (asn1_parser2array (argv[1], argv[2], argv[3], description) != ASN1_SUCCESS)
    {
      fprintf (stderr, "%s: %s\n", argv[1], description);
      return 1;
    }
  return 0;
}
