/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "asy-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ui/asy-offer.h"
#include "ui/asy-compat.h"

typedef struct {
  AsyContext *context;
  AsyOfferFunc accepted;
  gpointer data;
  GDestroyNotify free_data;     /* nullable */
} Offer;

static void
on_answer_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Offer *offer = user_data;
  g_autofree char *answer = asy_ui_ask_finish (result);

  if (g_str_equal (answer, "accept"))
    offer->accepted (offer->context, offer->data);
  if (offer->free_data != NULL)
    offer->free_data (offer->data);
  g_object_unref (offer->context);
  g_free (offer);
}

void
asy_offer (AsyContext *context, const char *heading, const char *body, const char *accept, AsyOfferFunc accepted,
           gpointer data, GDestroyNotify free_data)
{
  const AsyAnswer answers[] = {
    { "later", _("_Not Now"), ADW_RESPONSE_DEFAULT },
    { "accept", accept, ADW_RESPONSE_SUGGESTED },
  };
  Offer *offer = g_new0 (Offer, 1);

  g_return_if_fail (accepted != NULL);

  offer->context = g_object_ref (context);
  offer->accepted = accepted;
  offer->data = data;
  offer->free_data = free_data;
  asy_ui_ask_async (GTK_WIDGET (asy_context_get_window (context)), heading, body, answers, G_N_ELEMENTS (answers), "accept", NULL,
                    on_answer_cb, offer);
}
