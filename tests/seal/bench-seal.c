/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Prints medians in milliseconds of the processor, which a busy machine changes little. */
#include "config.h"

#include <time.h>

#include "seal-fixture.h"
#include "seal/asy-pades.h"
#include "seal/asy-verify.h"

#define N_RUNS 101

typedef struct
{
  GBytes *raw;
  GBytes *finished;
  GBytes *once;
  GBytes *twice;
  AsySigner *signer;
  const char *who;
} Bench;

typedef void (*Step) (Bench *bench);

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return first < second ? -1 : first > second;
}

static double
get_cpu_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

static double
measure_ms (Step step, Bench *bench)
{
  double ms[N_RUNS];

  for (gsize i = 0; i < N_RUNS; i++)
    {
      double start_ms = get_cpu_ms ();

      step (bench);
      ms[i] = get_cpu_ms () - start_ms;
    }
  qsort (ms, N_RUNS, sizeof ms[0], compare_doubles);
  return ms[N_RUNS / 2];
}

static void
do_finish (Bench *bench)
{
  AsyPdfaInfo info = fixture_info (ASY_PDFA_2B);
  g_autoptr (GBytes) pdf = asy_pdfa_finish (bench->raw, &info, NULL);

  g_assert_nonnull (pdf);
}

static void
do_open_key (Bench *bench)
{
  g_autoptr (AsySigner) signer = fixture_open_signer (bench->who);

  g_assert_nonnull (signer);
}

static void
do_sign (Bench *bench)
{
  AsyPadesOptions options = { .time = FIXTURE_NOW };
  g_autoptr (GBytes) pdf = asy_pades_sign (bench->finished, bench->signer, &options, NULL);

  g_assert_nonnull (pdf);
}

static void
do_verify_one (Bench *bench)
{
  g_autoptr (AsyVerification) verification = asy_verify_pdf (bench->once, NULL, FIXTURE_NOW, NULL);

  g_assert_cmpint (asy_verification_get_verdict (verification), ==, ASY_VERDICT_UNTRUSTED);
}

static void
do_verify_two (Bench *bench)
{
  g_autoptr (AsyVerification) verification = asy_verify_pdf (bench->twice, NULL, FIXTURE_NOW, NULL);

  g_assert_cmpint (asy_verification_get_verdict (verification), ==, ASY_VERDICT_UNTRUSTED);
}

static void
bench_key (Bench *bench, const char *who)
{
  double open_ms, sign_ms;

  bench->who = who;
  bench->signer = fixture_open_signer (who);
  open_ms = measure_ms (do_open_key, bench);
  sign_ms = measure_ms (do_sign, bench);
  g_print ("%-8s key file %6.2f ms, sign and read back %6.2f ms, together %6.2f ms\n", who, open_ms, sign_ms, open_ms + sign_ms);
  g_clear_object (&bench->signer);
}

int
main (int argc, char **argv)
{
  static const char *const keys[] = { "rsa2048", "rsa4096", "p256", "p384" };
  g_autoptr (GBytes) raw = fixture_draw (FIXTURE_PLAIN);
  g_autoptr (GBytes) finished = fixture_finish ();
  g_autoptr (GBytes) once = fixture_sign (finished, "rsa2048", NULL);
  g_autoptr (GBytes) twice = fixture_sign (once, "p256", NULL);
  Bench bench = { raw, finished, once, twice, NULL, NULL };

  g_print ("bytes: drawn %zu, finished %zu, signed %zu, twice %zu\n", g_bytes_get_size (raw), g_bytes_get_size (finished),
           g_bytes_get_size (once), g_bytes_get_size (twice));
  g_print ("finish PDF/A %6.2f ms\n", measure_ms (do_finish, &bench));
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    bench_key (&bench, keys[i]);
  g_print ("verify one signature %6.2f ms, two %6.2f ms\n", measure_ms (do_verify_one, &bench), measure_ms (do_verify_two, &bench));
  return 0;
}
