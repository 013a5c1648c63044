/* SPDX-FileCopyrightText: 2026 The Asysta authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/asy-models.h"

G_BEGIN_DECLS

/* Kinds of papers: codes of letter.kind, and names of their templates. */
#define ASY_LETTER_KIND_OPINION "opinion"       /* opinia o rodzinie dla sądu, art. 15 ust. 1 pkt 17 */
#define ASY_LETTER_KIND_ASSESSMENT "assessment" /* okresowa ocena, art. 15 ust. 1 pkt 15 */
#define ASY_LETTER_KIND_COMPARISON "comparison" /* porównanie dwóch ocen */
#define ASY_LETTER_KIND_REVIEW "review" /* przegląd sytuacji rodziny, kwartalny lub miesięczny */
#define ASY_LETTER_KIND_MONTH_REPORT "month-report" /* miesięczne sprawozdanie asystenta */
#define ASY_LETTER_KIND_PLAN "plan"             /* plan pracy z rodziną */
#define ASY_LETTER_KIND_ANNEX "annex"           /* aneks do planu pracy z rodziną */
#define ASY_LETTER_KIND_WEEK "week"             /* plan tygodnia asystenta */
#define ASY_LETTER_KIND_COURT_REPORT "court-report" /* sprawozdanie dla sądu, art. 109 § 4 KRO */
#define ASY_LETTER_KIND_COURT_NOTICE "court-notice" /* zawiadomienie sądu opiekuńczego, art. 572 KPC */
#define ASY_LETTER_KIND_COURT_REPLY "court-reply"   /* odpowiedź na pismo sądu */
#define ASY_LETTER_KIND_INTAKE_CARD "intake-card" /* karta zgłoszenia */
#define ASY_LETTER_KIND_MOTION "motion" /* wniosek o asystenta, art. 11 ust. 3 */
#define ASY_LETTER_KIND_CONSENT "consent" /* zgoda rodziny, art. 8 ust. 3 */
#define ASY_LETTER_KIND_AGREEMENT "agreement" /* umowa o współpracy */
#define ASY_LETTER_KIND_AUTHORISATION "authorisation" /* upoważnienie, Za życiem */
#define ASY_LETTER_KIND_ASSIGNMENT "assignment" /* przydzielenie, art. 11 ust. 4 */
#define ASY_LETTER_KIND_DIAGNOSIS "diagnosis" /* arkusz diagnozy */
#define ASY_LETTER_KIND_VISIT_CARD "visit-card" /* karta wizyty */
#define ASY_LETTER_KIND_HANDOVER "handover" /* protokół przekazania rodziny */
#define ASY_LETTER_KIND_END_CARD "end-card" /* karta zakończenia pracy */
#define ASY_LETTER_KIND_MONITORING_CARD "monitoring-card" /* karta monitoringu */
#define ASY_LETTER_KIND_RESIGNATION "resignation" /* rezygnacja z asystenta */

/** Kinds that tell of one record, %NULL-terminated; see asy_letter_draft_of(). */
extern const char *const asy_record_letter_kinds[];

/** Kinds that begin in a family, in the order of its steps, %NULL-terminated; see asy_letter_draft_family(). */
extern const char *const asy_family_letter_kinds[];

/*
 * Keys of the sections of an opinion, in their order on paper: the list of
 * art. 570¹ KPC between what comes before and after it.
 */
#define ASY_SECTION_SOURCES "sources"           /* Podstawa i źródła */
#define ASY_SECTION_FAMILY "family"             /* Skład rodziny */
#define ASY_SECTION_HISTORY "history"           /* Przebieg współpracy */
#define ASY_SECTION_UPBRINGING "upbringing"     /* Warunki wychowawcze i zachowanie małoletnich */
#define ASY_SECTION_LIVING "living"             /* Sytuacja bytowa */
#define ASY_SECTION_EDUCATION "school"          /* Nauka i czas wolny */
#define ASY_SECTION_CONTACTS "contacts"         /* Kontakty środowiskowe */
#define ASY_SECTION_ATTITUDE "attitude"         /* Postawa rodziców, opiekunów */
#define ASY_SECTION_HELP "help"                 /* Oddziaływania wychowawcze, udzielona pomoc */
#define ASY_SECTION_HEALTH "health"             /* Zdrowie i uzależnienia małoletnich */
#define ASY_SECTION_RELATIONS "relations"       /* Relacje i więzi */
#define ASY_SECTION_PLAN "plan"                 /* Realizacja planu i współpraca */
#define ASY_SECTION_ANSWERS "answers"           /* Odpowiedzi na pytania sądu */
#define ASY_SECTION_FACTS "facts"               /* Wnioski: ustalenia */
#define ASY_SECTION_CONCLUSIONS "judgement"     /* Wnioski: ocena, apart from the facts */

/** The keys above in order, %NULL-terminated. */
extern const char *const asy_opinion_section_keys[];

/** One revision of an issued paper's file: 1 as issued, then one a signature. */
typedef struct {
  int ordinal;
  char *made_at;                /* UTC */
  char *note;                   /* nullable: who signed */
  char *sha256;
  gint64 size_bytes;
} AsyLetterRevision;

void asy_letter_revision_free (AsyLetterRevision *revision);

/** A paper with its sections and the records that it names. */
typedef struct {
  AsyLetter *letter;
  GPtrArray *sections;          /* AsyLetterSection by position */
  AsyCourtRequest *request;     /* nullable */
  AsyCourt *court;              /* nullable: of the request */
  AsyFamily *family;            /* nullable */
  AsyWorker *author;            /* nullable */
  GPtrArray *revisions;         /* AsyLetterRevision, oldest first; empty for a draft */
} AsyLetterFile;

/** With empty lists. (transfer none) */
AsyLetterFile *asy_letter_file_new (AsyLetter *letter) G_GNUC_WARN_UNUSED_RESULT;
void asy_letter_file_free (AsyLetterFile *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AsyLetterFile, asy_letter_file_free)

/** (transfer none) (nullable) */
AsyLetterSection *asy_letter_file_find_section (AsyLetterFile *self, const char *key);

/** Sections that nobody has reviewed yet; an empty one may be meant so. */
int asy_letter_file_count_unreviewed (AsyLetterFile *self);

/** A line of the list of papers. */
typedef struct {
  AsyLetter *letter;
  char *family_name;            /* nullable */
  char *author_name;            /* nullable */
  char *signature;              /* nullable: case number of the court */
  char *court_name;             /* nullable */
  AsyDay due_on;                /* term of the court */
} AsyLetterEntry;

void asy_letter_entry_free (AsyLetterEntry *entry);

/** A court's request with what lists show beside it. */
typedef struct {
  AsyCourtRequest *request;
  gint64 family_id;
  char *family_name;
  char *court_name;             /* nullable */
  char *worker_name;            /* nullable: the assistant at work */
  gint64 letter_id;             /* newest paper that answers it, or 0 */
  AsyLetterState letter_state;
} AsyRequestEntry;

void asy_request_entry_free (AsyRequestEntry *entry);

G_END_DECLS
