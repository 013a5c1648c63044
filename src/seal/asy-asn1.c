/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-seal"

#include "config.h"

#include <string.h>

#include "seal/asy-asn1-private.h"

#define MODULE "ASYSEAL."

extern const asn1_static_node asy_seal_asn1_table[];

static asn1_node
get_definitions (void)
{
  static gsize once = 0;
  static asn1_node definitions = NULL;

  if (g_once_init_enter (&once))
    {
      int result = asn1_array2tree (asy_seal_asn1_table, &definitions, NULL);

      g_assert (result == ASN1_SUCCESS);
      g_once_init_leave (&once, 1);
    }
  return definitions;
}

void
asy_asn1_free (AsyAsn1 node)
{
  asn1_delete_structure (&node);
}

AsyAsn1
asy_asn1_new (const char *type)
{
  g_autofree char *name = g_strconcat (MODULE, type, NULL);
  asn1_node node = NULL;
  int result = asn1_create_element (get_definitions (), name, &node);

  g_assert (result == ASN1_SUCCESS);
  return node;
}

AsyAsn1
asy_asn1_decode (const char *type, const guint8 *der, gsize length)
{
  asn1_node node;
  int left;

  if (length == 0 || length > G_MAXINT)
    return NULL;
  node = asy_asn1_new (type);
  left = (int) length;
  if (asn1_der_decoding2 (&node, der, &left, ASN1_DECODE_FLAG_STRICT_DER, NULL) == ASN1_SUCCESS && left == (int) length)
    return node;
  asn1_delete_structure (&node);
  return NULL;
}

GBytes *
asy_asn1_encode (AsyAsn1 node)
{
  int length = 0;
  guint8 *der;

  if (asn1_der_coding (node, "", NULL, &length, NULL) != ASN1_MEM_ERROR)
    return NULL;
  der = g_malloc ((gsize) length);
  if (asn1_der_coding (node, "", der, &length, NULL) == ASN1_SUCCESS)
    return g_bytes_new_take (der, (gsize) length);
  g_free (der);
  return NULL;
}

GBytes *
asy_asn1_dup_value (AsyAsn1 node, const char *path)
{
  int length = 0;
  guint8 *value;

  if (asn1_read_value (node, path, NULL, &length) != ASN1_MEM_ERROR || length <= 0)
    return NULL;
  value = g_malloc0 ((gsize) length + 1);
  if (asn1_read_value (node, path, value, &length) == ASN1_SUCCESS)
    return g_bytes_new_take (value, (gsize) length);
  g_free (value);
  return NULL;
}

char *
asy_asn1_dup_text (AsyAsn1 node, const char *path)
{
  g_autoptr (GBytes) value = asy_asn1_dup_value (node, path);

  if (value == NULL)
    return NULL;
  return g_strndup (g_bytes_get_data (value, NULL), g_bytes_get_size (value));
}

gsize
asy_asn1_measure (const guint8 *data, gsize length)
{
  unsigned char class;
  unsigned long tag;
  int tag_length, length_length;
  gsize total, end_mark = 0;
  long content;

  if (length > G_MAXINT || asn1_get_tag_der (data, (int) length, &class, &tag_length, &tag) != ASN1_SUCCESS)
    return 0;
  content = asn1_get_length_der (data + tag_length, (int) length - tag_length, &length_length);
  if (content == -1)
    {
      /* The indefinite length of BER, whose end is marked by two zeros; NSS writes it. */
      content = asn1_get_length_ber (data + tag_length, (int) length - tag_length, &length_length);
      end_mark = 2;
    }
  if (content < 0)
    return 0;
  total = (gsize) tag_length + (gsize) length_length + (gsize) content + end_mark;
  return total <= length ? total : 0;
}

gnutls_digest_algorithm_t
asy_asn1_get_digest (const char *oid)
{
  return oid != NULL ? gnutls_oid_to_digest (oid) : GNUTLS_DIG_UNKNOWN;
}
