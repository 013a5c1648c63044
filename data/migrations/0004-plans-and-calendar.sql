-- Schema 4: the life of a plan, what an assessment is compared with, what a
-- person was called, and what came from outside calendars.

-- The state that a visit set a goal to, and the tasks of the plan that it set.
ALTER TABLE visit_goal ADD COLUMN status TEXT
  CHECK (status IN ('not-started', 'in-progress', 'partly', 'done', 'not-done', 'dropped'));
CREATE TABLE visit_task (
  visit_id INTEGER NOT NULL REFERENCES visit (id),
  task_id INTEGER NOT NULL REFERENCES task (id),
  status TEXT NOT NULL CHECK (status IN ('planned', 'in-progress', 'done', 'partly', 'not-done', 'dropped')),
  PRIMARY KEY (visit_id, task_id)
) STRICT;
CREATE INDEX visit_task_task ON visit_task (task_id, visit_id);

-- Why a visit stands although something is in its way.
ALTER TABLE visit ADD COLUMN clash_note TEXT;

-- What a person was called before (nazwisko rodowe, nazwisko sprzed ślubu). The next name came on changed_on.
CREATE TABLE person_name (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  revision INTEGER NOT NULL DEFAULT 1,
  person_id INTEGER NOT NULL REFERENCES person (id),
  given_name TEXT,
  family_name TEXT NOT NULL CHECK (trim(family_name) <> ''),
  changed_on TEXT CHECK (date(changed_on, '+0 days') IS changed_on),
  reason TEXT NOT NULL DEFAULT 'other' CHECK (reason IN ('birth', 'marriage', 'divorce', 'office', 'other'))
) STRICT;

CREATE INDEX person_name_person ON person_name (person_id, changed_on);
CREATE INDEX person_name_family ON person_name (family_name);

-- The one former name that a person could have becomes the first of many; nobody knows until when it was borne.
INSERT INTO person_name (uid, person_id, family_name)
SELECT 'name-of-' || uid, id, trim(former_name) FROM person WHERE trim(coalesce(former_name, '')) <> '';
ALTER TABLE person DROP COLUMN former_name;

-- How to write to a family, and the number that the office gives it in its own register.
ALTER TABLE family ADD COLUMN email TEXT;
ALTER TABLE family ADD COLUMN own_number TEXT;

-- The life of a plan: why a version was made, what the child said of it (art. 4a), who signed it for the office,
-- what was agreed with the foster side (art. 15 ust. 1 pkt 2), and why the plan ended.
ALTER TABLE plan ADD COLUMN change_kind TEXT NOT NULL DEFAULT 'none' CHECK (change_kind IN
  ('none', 'reached', 'inadequate', 'new-problem', 'household', 'court', 'request', 'assessment'));
ALTER TABLE plan ADD COLUMN child_voice TEXT;
ALTER TABLE plan ADD COLUMN child_heard_on TEXT CHECK (date(child_heard_on, '+0 days') IS child_heard_on);
ALTER TABLE plan ADD COLUMN assistant_id INTEGER REFERENCES worker (id);
ALTER TABLE plan ADD COLUMN assistant_signed_on TEXT CHECK (date(assistant_signed_on, '+0 days') IS assistant_signed_on);
ALTER TABLE plan ADD COLUMN care_agreed_on TEXT CHECK (date(care_agreed_on, '+0 days') IS care_agreed_on);
ALTER TABLE plan ADD COLUMN care_agreed_with TEXT;
ALTER TABLE plan ADD COLUMN care_contacts TEXT;
ALTER TABLE plan ADD COLUMN end_kind TEXT NOT NULL DEFAULT 'none' CHECK (end_kind IN
  ('none', 'reached', 'partly', 'not-reached', 'withdrawn', 'moved', 'court', 'other'));
ALTER TABLE plan ADD COLUMN end_reason TEXT;

-- Each adult's signature under a version, or the note that it was refused and why.
CREATE TABLE plan_signature (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  revision INTEGER NOT NULL DEFAULT 1,
  plan_id INTEGER NOT NULL REFERENCES plan (id),
  person_id INTEGER NOT NULL REFERENCES person (id),
  answer TEXT NOT NULL DEFAULT 'signed' CHECK (answer IN ('signed', 'refused')),
  day TEXT NOT NULL CHECK (date(day, '+0 days') IS day),
  reason TEXT,
  UNIQUE (plan_id, person_id),
  CHECK (answer = 'signed' OR trim(coalesce(reason, '')) <> '')
) STRICT;

CREATE INDEX plan_signature_person ON plan_signature (person_id);

-- Reviews of a plan in force (przegląd planu).
CREATE TABLE plan_review (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  revision INTEGER NOT NULL DEFAULT 1,
  plan_id INTEGER NOT NULL REFERENCES plan (id),
  day TEXT NOT NULL CHECK (date(day, '+0 days') IS day),
  result TEXT NOT NULL DEFAULT 'continue' CHECK (result IN ('continue', 'amend', 'end')),
  note TEXT,
  next_on TEXT CHECK (date(next_on, '+0 days') IS next_on),
  CHECK (next_on IS NULL OR next_on > day)
) STRICT;

CREATE INDEX plan_review_plan ON plan_review (plan_id, day);

-- Printed copies of a version: who received them. A copy for the foster side is the handing over of art. 38a.
CREATE TABLE plan_copy (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  revision INTEGER NOT NULL DEFAULT 1,
  plan_id INTEGER NOT NULL REFERENCES plan (id),
  day TEXT NOT NULL CHECK (date(day, '+0 days') IS day),
  recipient_kind TEXT NOT NULL DEFAULT 'family' CHECK (recipient_kind IN
    ('family', 'care', 'social-worker', 'court', 'curator', 'other')),
  recipient TEXT NOT NULL CHECK (trim(recipient) <> ''),
  copies INTEGER NOT NULL DEFAULT 1 CHECK (copies BETWEEN 1 AND 99),
  note TEXT
) STRICT;

CREATE INDEX plan_copy_plan ON plan_copy (plan_id, recipient_kind, day);

-- What is due asks for drafts that nobody was consulted about; few are.
CREATE INDEX plan_unconsulted ON plan (case_file_id, drafted_on) WHERE agreed_on IS NULL AND consulted_on IS NULL;

-- Periodic assessments: what was done of the plan in words, who read it, and to whom it went beside the employer.
ALTER TABLE assessment ADD COLUMN tasks TEXT;
ALTER TABLE assessment ADD COLUMN read_on TEXT CHECK (date(read_on, '+0 days') IS read_on);
ALTER TABLE assessment ADD COLUMN read_refusal TEXT;
ALTER TABLE assessment ADD COLUMN social_worker_on TEXT CHECK (date(social_worker_on, '+0 days') IS social_worker_on);
ALTER TABLE assessment ADD COLUMN coordinator_on TEXT CHECK (date(coordinator_on, '+0 days') IS coordinator_on);

-- The one that closes the work (ocena końcowa).
ALTER TABLE assessment ADD COLUMN kind TEXT NOT NULL DEFAULT 'periodic' CHECK (kind IN ('periodic', 'closing'));

-- Why an area was judged so at the start and last time, beside the reason for now.
ALTER TABLE assessment_area ADD COLUMN before_note TEXT;
ALTER TABLE assessment_area ADD COLUMN start_note TEXT;

-- Entries that came from an outside calendar: by them the same file adds none a second time. Without a visit: the
-- office deleted it. The revision is that of the visit when it was written here; another one says that the office changed it.
CREATE TABLE calendar_source (
  worker_id INTEGER NOT NULL REFERENCES worker (id),
  uid TEXT NOT NULL CHECK (uid <> ''),
  instance TEXT NOT NULL,
  visit_id INTEGER REFERENCES visit (id) ON DELETE SET NULL,
  revision INTEGER NOT NULL,
  fingerprint TEXT NOT NULL,
  PRIMARY KEY (worker_id, uid, instance)
) STRICT;
CREATE INDEX calendar_source_visit ON calendar_source (visit_id) WHERE visit_id IS NOT NULL;
INSERT INTO dictionary (kind, code, position, label, detail) VALUES ('contact', 'other', 25, 'Inne zajęcie', 'work')
  ON CONFLICT (kind, code) DO NOTHING;

-- What a task builds on: a strength or a resource of the diagnosis (zasób rodziny).
ALTER TABLE task ADD COLUMN resource_id INTEGER REFERENCES diagnosis_item (id) ON DELETE SET NULL;

CREATE INDEX task_resource ON task (resource_id) WHERE resource_id IS NOT NULL;

-- The paper of two assessments side by side names the earlier one beside the later.
ALTER TABLE letter ADD COLUMN compared_id INTEGER REFERENCES assessment (id);

-- The library of proven goals and tasks (biblioteka celów i działań), which completes what is typed in a plan. It
-- names nobody: who does a task is a role and, for an institution, its kind. What ships here is the office's to
-- edit or to hide (retired); a later migration may only touch shipped lines of revision 1, which nobody edited, and
-- adds lines with ON CONFLICT (uid) DO NOTHING.
CREATE TABLE library_goal (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  revision INTEGER NOT NULL DEFAULT 1,
  shipped INTEGER NOT NULL DEFAULT 0 CHECK (shipped IN (0, 1)),
  retired INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1)),
  position INTEGER NOT NULL DEFAULT 0,
  area TEXT NOT NULL CHECK (trim(area) <> ''),
  aim INTEGER NOT NULL DEFAULT 0 CHECK (aim BETWEEN 0 AND 7),
  title TEXT NOT NULL CHECK (trim(title) <> ''),
  effect TEXT,
  measure TEXT
) STRICT;

CREATE TABLE library_task (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  revision INTEGER NOT NULL DEFAULT 1,
  library_goal_id INTEGER NOT NULL REFERENCES library_goal (id),
  position INTEGER NOT NULL DEFAULT 0,
  what TEXT NOT NULL CHECK (trim(what) <> ''),
  who_kind TEXT NOT NULL DEFAULT 'family' CHECK (who_kind IN ('family', 'assistant', 'institution', 'other')),
  provider_kind TEXT,
  frequency TEXT,
  days INTEGER NOT NULL DEFAULT 0 CHECK (days BETWEEN 0 AND 1100)
) STRICT;

CREATE INDEX library_task_goal ON library_task (library_goal_id, position);

INSERT INTO library_goal (uid, shipped, position, area, aim, title, effect, measure) VALUES
  ('library-O1-1', 1, 1, 'O1', 3, 'Dzieci mają stały rytm dnia',
   'Posiłki, nauka, zabawa i sen są o stałych porach, a rodzice trzymają się ustalonego planu dnia.',
   'Przez cztery kolejne tygodnie rozpiska dnia wypełniona w co najmniej pięciu dniach tygodnia; dzieci kładą się o ustalonej porze.'),
  ('library-O1-2', 1, 2, 'O1', 3, 'Rodzice stawiają granice bez krzyku i kar cielesnych',
   'Rodzice stosują ustalone zasady i konsekwencje, nie używają kar cielesnych ani gróźb.',
   'W rozmowach z rodzicami i dziećmi oraz podczas wizyt brak sygnałów o karach cielesnych przez trzy miesiące; zasady domowe wiszą w widocznym miejscu.'),
  ('library-O1-3', 1, 3, 'O1', 3, 'Rodzice spędzają z dziećmi czas bez telefonu i telewizora',
   'Rodzice codziennie bawią się lub rozmawiają z dziećmi, a dzieci mają pomysł na czas wolny.',
   'Co najmniej 30 minut wspólnej zabawy dziennie według kalendarza rodziny w trzech kolejnych tygodniach.'),
  ('library-O1-4', 1, 4, 'O1', 3, 'Opieka nad niemowlęciem jest bezpieczna i odpowiada jego potrzebom',
   'Rodzic karmi, pielęgnuje i układa dziecko do snu zgodnie z zaleceniami położnej i lekarza.',
   'Prawidłowy przyrost masy ciała potwierdzony w książeczce zdrowia; dziecko śpi na plecach w osobnym łóżeczku podczas każdej wizyty.'),
  ('library-O1-5', 1, 5, 'O1', 3, 'Dzieci korzystają ze zorganizowanych zajęć po szkole',
   'Dzieci spędzają popołudnia pod opieką dorosłych, rozwijają zainteresowania i umiejętności.',
   'Obecność na zajęciach w co najmniej trzech popołudniach w tygodniu przez dwa miesiące.'),
  ('library-O2-1', 1, 1, 'O2', 3, 'Dzieci regularnie chodzą do szkoły',
   'Dzieci są w szkole każdego dnia nauki, a rodzice usprawiedliwiają nieobecności na bieżąco.',
   'Frekwencja w dzienniku elektronicznym co najmniej 90% w każdym z trzech kolejnych miesięcy, bez godzin nieusprawiedliwionych.'),
  ('library-O2-2', 1, 2, 'O2', 3, 'Dziecko nadrabia zaległości w nauce',
   'Dziecko poprawia oceny niedostateczne i odrabia lekcje na bieżąco.',
   'Brak ocen niedostatecznych na koniec semestru; zadania domowe odrobione w co najmniej czterech dniach tygodnia.'),
  ('library-O2-3', 1, 3, 'O2', 2, 'Rodzice współpracują ze szkołą',
   'Rodzice znają sytuację szkolną dzieci, uczestniczą w zebraniach i odpowiadają na wiadomości nauczycieli.',
   'Obecność na każdym zebraniu w semestrze; odpowiedzi na wiadomości szkoły w ciągu trzech dni.'),
  ('library-O2-4', 1, 4, 'O2', 3, 'Potrzeby edukacyjne dziecka są rozpoznane',
   'Dziecko ma opinię lub orzeczenie poradni, a szkoła stosuje zawarte w nim zalecenia.',
   'Opinia lub orzeczenie złożone w szkole; dostosowania wpisane do planu pracy z uczniem.'),
  ('library-O2-5', 1, 5, 'O2', 3, 'Małe dziecko korzysta z przedszkola lub żłobka',
   'Dziecko regularnie przebywa wśród rówieśników, a rodzice mają czas na pracę i sprawy urzędowe.',
   'Dziecko zapisane i obecne w placówce co najmniej 80% dni w miesiącu.'),
  ('library-O3-1', 1, 1, 'O3', 3, 'Dzieci mają aktualne szczepienia i bilanse zdrowia',
   'Dzieci są zapisane do lekarza, mają wykonane zaległe szczepienia i bilanse.',
   'Wpisy w książeczkach zdrowia bez zaległości, sprawdzone podczas wizyty.'),
  ('library-O3-2', 1, 2, 'O3', 3, 'Zalecenia lekarzy są wykonywane',
   'Wizyty u specjalistów odbywają się w terminie, a leki są podawane zgodnie z zaleceniem.',
   'W kalendarzu zdrowia brak opuszczonych wizyt przez trzy miesiące; leki wykupione i podawane według rozpiski.'),
  ('library-O3-3', 1, 3, 'O3', 3, 'Higiena dzieci jest na dobrym poziomie',
   'Dzieci są czyste, mają świeżą odzież i same dbają o higienę stosownie do wieku.',
   'Szkoła i asystent nie zgłaszają zaniedbań przez dwa miesiące; dzieci myją zęby dwa razy dziennie według tabeli.'),
  ('library-O3-4', 1, 4, 'O3', 3, 'Rodzina je regularnie i zdrowo',
   'Dzieci jedzą co najmniej cztery posiłki dziennie, w tym jeden ciepły, z warzywami i owocami.',
   'Jadłospis realizowany w pięciu dniach tygodnia przez dwa miesiące; brak zgłoszeń o głodnych dzieciach.'),
  ('library-O3-5', 1, 5, 'O3', 3, 'Rodzic leczy przewlekłą chorobę',
   'Rodzic jest pod stałą opieką lekarza, bierze leki i zna sygnały pogorszenia.',
   'Potwierdzone wizyty kontrolne w terminie przez sześć miesięcy; spisany plan na wypadek pogorszenia.'),
  ('library-O4-1', 1, 1, 'O4', 4, 'Rodzina planuje wydatki na cały miesiąc',
   'Rodzina zna swoje dochody i wydatki, opłaca rachunki w pierwszej kolejności i ma pieniądze do końca miesiąca.',
   'Budżet domowy prowadzony przez trzy kolejne miesiące; brak pożyczek na bieżące życie.'),
  ('library-O4-2', 1, 2, 'O4', 4, 'Zadłużenie rodziny jest rozpoznane i spłacane w ratach',
   'Rodzina zna wszystkich wierzycieli, ma podpisane ugody i spłaca raty w terminie.',
   'Spis długów z kwotami; każda rata z ugody zapłacona w terminie przez sześć miesięcy.'),
  ('library-O4-3', 1, 3, 'O4', 4, 'Opłaty za mieszkanie i media są płacone w terminie',
   'Czynsz, prąd, gaz i woda są opłacone, bez groźby odcięcia lub eksmisji.',
   'Potwierdzenia opłat z trzech kolejnych miesięcy; saldo u zarządcy bez nowych zaległości.'),
  ('library-O4-4', 1, 4, 'O4', 6, 'Rodzina korzysta z należnych świadczeń',
   'Rodzina pobiera wszystkie świadczenia, do których ma prawo, i pilnuje terminów odnowienia.',
   'Decyzje o przyznaniu świadczeń w teczce rodziny; terminy kolejnych wniosków wpisane do kalendarza.'),
  ('library-O5-1', 1, 1, 'O5', 2, 'Mieszkanie jest czyste i uporządkowane',
   'W mieszkaniu panuje porządek, dzieci mają czyste miejsce do snu, zabawy i nauki.',
   'Lista kontrolna porządku spełniona podczas ośmiu kolejnych wizyt, w tym niezapowiedzianych.'),
  ('library-O5-2', 1, 2, 'O5', 2, 'Obowiązki domowe są sprawiedliwie podzielone',
   'Każdy domownik ma zadania na miarę wieku i sił, a prowadzenie domu nie spoczywa na jednej osobie.',
   'Tabela obowiązków wypełniana przez miesiąc, wykonane co najmniej 80% zadań.'),
  ('library-O5-3', 1, 3, 'O5', 2, 'Rodzic samodzielnie gotuje i robi zakupy',
   'Rodzic przygotowuje codzienne posiłki z prostych produktów i nie marnuje jedzenia.',
   'Co najmniej pięć obiadów tygodniowo ugotowanych w domu przez dwa miesiące.'),
  ('library-O5-4', 1, 4, 'O5', 2, 'W domu są podstawowe sprzęty i wyposażenie',
   'Każde dziecko ma własne łóżko, miejsce do nauki i odzież na porę roku.',
   'Brakujące sprzęty z listy są w domu i są używane.'),
  ('library-O6-1', 1, 1, 'O6', 4, 'Rodzic samodzielnie załatwia sprawy urzędowe',
   'Rodzic rozumie pisma, odpowiada na nie w terminie i wie, do kogo się zwrócić.',
   'Trzy kolejne sprawy załatwione samodzielnie, pisma ułożone w teczce.'),
  ('library-O6-2', 1, 2, 'O6', 4, 'Dokumenty rodziny są kompletne i aktualne',
   'Wszyscy domownicy mają ważne dokumenty, a rodzina wie, gdzie je przechowuje.',
   'Dowody osobiste, akty stanu cywilnego, PESEL i zameldowanie sprawdzone według listy.'),
  ('library-O6-3', 1, 3, 'O6', 4, 'Rodzina korzysta z usług przez internet',
   'Rodzic ma profil zaufany i sam składa proste wnioski elektronicznie.',
   'Profil zaufany działa; co najmniej dwa wnioski złożone przez internet.'),
  ('library-O6-4', 1, 4, 'O6', 2, 'Sytuacja prawna dzieci i alimenty są uregulowane',
   'Władza rodzicielska, kontakty i alimenty są ustalone, a rodzice stosują się do orzeczeń.',
   'Prawomocne orzeczenie lub ugoda; alimenty wpływają albo toczy się ich egzekucja.'),
  ('library-O7-1', 1, 1, 'O7', 6, 'Rodzic znajduje i utrzymuje pracę',
   'Rodzic ma stałe zatrudnienie, a dzieci opiekę na czas pracy.',
   'Umowa o pracę lub zlecenie trwająca co najmniej trzy miesiące.'),
  ('library-O7-2', 1, 2, 'O7', 6, 'Rodzic podnosi kwalifikacje',
   'Rodzic kończy kurs lub szkołę, która zwiększa szanse na pracę.',
   'Świadectwo lub zaświadczenie o ukończeniu kursu.'),
  ('library-O7-3', 1, 3, 'O7', 6, 'Rodzic wraca do aktywności po długiej przerwie',
   'Rodzic odzyskuje rytm dnia, wiarę w siebie i umiejętność pracy w grupie.',
   'Obecność na zajęciach co najmniej 80% w każdym miesiącu programu.'),
  ('library-O7-4', 1, 4, 'O7', 4, 'Młody dorosły przygotowuje się do samodzielności',
   'Młody człowiek uczy się lub pracuje, zna koszty utrzymania i prowadzi własny budżet.',
   'Własny budżet prowadzony przez trzy miesiące; uczy się lub pracuje.'),
  ('library-O8-1', 1, 1, 'O8', 1, 'Członek rodziny w kryzysie ma pomoc psychologiczną',
   'Osoba w kryzysie regularnie spotyka się z psychologiem i radzi sobie z napięciem bez szkody dla dzieci.',
   'Co najmniej osiem odbytych spotkań; spadek nasilenia trudności w ocenie okresowej o jeden stopień.'),
  ('library-O8-2', 1, 2, 'O8', 2, 'Rodzice rozwiązują konflikty rozmową',
   'Rodzice rozmawiają o sporach bez wyzwisk i bez angażowania dzieci.',
   'Brak interwencji i awantur przy dzieciach przez trzy miesiące według relacji rodziny i szkoły.'),
  ('library-O8-3', 1, 3, 'O8', 2, 'Rodzice w rozstaniu porozumiewają się w sprawach dzieci',
   'Rodzice mają spisane porozumienie rodzicielskie i stosują się do niego.',
   'Podpisane porozumienie; kontakty odbywają się zgodnie z nim przez trzy miesiące.'),
  ('library-O8-4', 1, 4, 'O8', 3, 'Dziecko radzi sobie z emocjami',
   'Dziecko nazywa uczucia i ma sposoby na złość i lęk; dorośli umieją mu pomóc.',
   'Liczba wybuchów złości w dzienniczku spada o połowę w ciągu trzech miesięcy.'),
  ('library-O8-5', 1, 5, 'O8', 2, 'Rodzic przeżywa żałobę lub stratę ze wsparciem',
   'Rodzic wraca do codziennych obowiązków i potrafi rozmawiać z dziećmi o stracie.',
   'Codzienne obowiązki wykonywane samodzielnie przez miesiąc; dzieci objęte rozmową lub grupą wsparcia.'),
  ('library-O9-1', 1, 1, 'O9', 6, 'Rodzina ma wsparcie krewnych i sąsiadów',
   'Rodzina zna co najmniej trzy osoby, które mogą pomóc w opiece nad dziećmi lub w nagłej potrzebie.',
   'Spisana mapa wsparcia z numerami telefonów; co najmniej dwa razy skorzystano z pomocy.'),
  ('library-O9-2', 1, 2, 'O9', 6, 'Rodzic uczestniczy w grupie wsparcia',
   'Rodzic spotyka się z innymi rodzicami, wymienia doświadczenia i wychodzi z izolacji.',
   'Obecność na co najmniej sześciu spotkaniach grupy.'),
  ('library-O9-3', 1, 3, 'O9', 6, 'Rodzina spędza wolny czas poza domem',
   'Rodzina korzysta z bezpłatnej oferty kultury, sportu i rekreacji.',
   'Co najmniej dwa wspólne wyjścia w miesiącu przez trzy miesiące.'),
  ('library-O9-4', 1, 4, 'O9', 6, 'Rodzina cudzoziemska odnajduje się w nowym miejscu',
   'Rodzina porozumiewa się po polsku w podstawowych sprawach i zna lokalne instytucje.',
   'Ukończony kurs języka polskiego; dzieci w szkole; samodzielna wizyta u lekarza i w urzędzie.'),
  ('library-O10-1', 1, 1, 'O10', 4, 'Rodzina żyje w zgodzie z sąsiadami',
   'Rodzina przestrzega ciszy nocnej i porządku w częściach wspólnych.',
   'Brak skarg sąsiadów i interwencji przez trzy miesiące.'),
  ('library-O10-2', 1, 2, 'O10', 3, 'Dziecko przestrzega zasad w szkole i poza nią',
   'Dziecko ponosi uzgodnione konsekwencje, nie ucieka z domu i nie wchodzi w konflikt z prawem.',
   'Brak nowych uwag o agresji i zgłoszeń policji przez trzy miesiące; ocena zachowania co najmniej poprawna.'),
  ('library-O10-3', 1, 3, 'O10', 6, 'Dorosły wykonuje obowiązki nałożone przez sąd',
   'Dorosły stawia się u kuratora i wykonuje orzeczone obowiązki.',
   'Potwierdzenie kuratora o wykonywaniu obowiązków przez sześć miesięcy.'),
  ('library-O10-4', 1, 4, 'O10', 6, 'Rodzic odnajduje się po opuszczeniu zakładu karnego',
   'Rodzic ma dokumenty, dochód i odbudowuje więź z dziećmi.',
   'Dokumenty i zameldowanie uregulowane; stałe kontakty z dziećmi według ustalonego planu.'),
  ('library-O11-1', 1, 1, 'O11', 3, 'Dom jest bezpieczny dla małych dzieci',
   'Zagrożenia w mieszkaniu są usunięte, a dziecko nie zostaje bez opieki dorosłego.',
   'Lista kontrolna bezpieczeństwa spełniona w całości podczas trzech kolejnych wizyt.'),
  ('library-O11-2', 1, 2, 'O11', 5, 'Rodzina jest wolna od przemocy',
   'Nikt w rodzinie nie doznaje przemocy, a osoby doznające jej mają plan bezpieczeństwa i wsparcie.',
   'Brak zdarzeń przez sześć miesięcy potwierdzony przez grupę diagnostyczno-pomocową; plan bezpieczeństwa spisany i omówiony.'),
  ('library-O11-3', 1, 3, 'O11', 5, 'Rodzic utrzymuje abstynencję',
   'Rodzic leczy uzależnienie, nie pije i nie używa substancji przy dzieciach, zna plan na nawrót.',
   'Potwierdzone uczestnictwo w terapii przez sześć miesięcy; trzeźwość podczas wszystkich wizyt, także niezapowiedzianych.'),
  ('library-O11-4', 1, 4, 'O11', 5, 'Bliscy osoby uzależnionej mają wsparcie',
   'Współmałżonek i dzieci rozumieją chorobę, dbają o siebie i nie biorą odpowiedzialności za picie.',
   'Co najmniej osiem spotkań grupy dla współuzależnionych; dzieci objęte zajęciami socjoterapeutycznymi.'),
  ('library-O11-5', 1, 5, 'O11', 3, 'Dzieci bezpiecznie korzystają z internetu',
   'Rodzice znają strony i gry dzieci, a dzieci wiedzą, komu powiedzieć o zagrożeniu.',
   'Spisane zasady korzystania; ustawiona kontrola rodzicielska; czas przed ekranem zgodny z umową przez miesiąc.'),
  ('library-O12-1', 1, 1, 'O12', 2, 'Warunki mieszkaniowe rodziny poprawiają się',
   'Mieszkanie jest suche, ciepłe i sprawne, najpilniejsze naprawy są wykonane.',
   'Protokół przeglądu bez zastrzeżeń; lista napraw wykonana.'),
  ('library-O12-2', 1, 2, 'O12', 6, 'Rodzina utrzymuje mieszkanie mimo groźby eksmisji',
   'Zaległości są uregulowane lub rozłożone na raty, a postępowanie wstrzymane.',
   'Ugoda z właścicielem i raty płacone w terminie przez trzy miesiące.'),
  ('library-O12-3', 1, 3, 'O12', 6, 'Rodzina ma własne mieszkanie',
   'Rodzina ma tytuł prawny do mieszkania odpowiedniego do liczby dzieci.',
   'Umowa najmu lub przydział lokalu.'),
  ('library-O12-4', 1, 4, 'O12', 6, 'Matka z dziećmi ma bezpieczne schronienie',
   'Matka z dziećmi mieszka w bezpiecznym miejscu i przygotowuje się do samodzielnego mieszkania.',
   'Pobyt w placówce bez naruszeń regulaminu; spisany plan usamodzielnienia.'),
  ('library-O13-1', 1, 1, 'O13', 7, 'Rodzice utrzymują regularny kontakt z dzieckiem w pieczy',
   'Rodzice spotykają się z dzieckiem w ustalonych terminach i są do spotkań przygotowani.',
   'Co najmniej 90% ustalonych spotkań odbytych w ciągu trzech miesięcy.'),
  ('library-O13-2', 1, 2, 'O13', 7, 'Rodzina spełnia warunki powrotu dziecka do domu',
   'Przyczyny umieszczenia dziecka w pieczy ustąpiły, a rodzina jest gotowa do opieki.',
   'Wszystkie warunki z listy uzgodnionej z koordynatorem pieczy spełnione i potwierdzone.'),
  ('library-O13-3', 1, 3, 'O13', 7, 'Urlopowanie dziecka przebiega bezpiecznie',
   'Dziecko spędza w domu weekendy i święta, a rodzice zapewniają mu opiekę i rytm dnia.',
   'Trzy kolejne pobyty w domu bez zdarzeń zagrażających dziecku.'),
  ('library-O13-4', 1, 4, 'O13', 7, 'Dziecko odnajduje się w domu po powrocie z pieczy',
   'Dziecko czuje się bezpiecznie, wraca do szkoły i kontaktów z rówieśnikami, a rodzina nie potrzebuje ponownego umieszczenia.',
   'Przez sześć miesięcy od powrotu brak zdarzeń zagrażających dziecku; frekwencja co najmniej 90%.'),
  ('library-O14-1', 1, 1, 'O14', 1, 'Kobieta w ciąży jest pod stałą opieką lekarza i położnej',
   'Ciąża przebiega pod kontrolą, a rodzina jest przygotowana do porodu.',
   'Karta ciąży z badaniami wykonanymi w terminie; wyprawka i plan porodu gotowe miesiąc przed terminem.'),
  ('library-O14-2', 1, 2, 'O14', 2, 'Rodzina dziecka z niepełnosprawnością korzysta z przysługującego wsparcia',
   'Rodzina zna swoje uprawnienia i korzysta ze świadczeń, ulg i usług.',
   'Orzeczenie i świadczenia przyznane; katalog wsparcia omówiony i podpisany.'),
  ('library-O14-3', 1, 3, 'O14', 3, 'Dziecko jest objęte wczesnym wspomaganiem i rehabilitacją',
   'Dziecko regularnie uczestniczy w terapii, a rodzice ćwiczą z nim w domu.',
   'Opinia o potrzebie wczesnego wspomagania; co najmniej 80% zajęć odbytych w kwartale.'),
  ('library-O14-4', 1, 4, 'O14', 2, 'Rodzice mają czas na odpoczynek od opieki',
   'Rodzice korzystają z opieki wytchnieniowej i wymieniają się opieką, nie są przeciążeni.',
   'Co najmniej cztery godziny odpoczynku tygodniowo dla każdego opiekuna przez dwa miesiące.'),
  ('library-O14-5', 1, 5, 'O14', 2, 'Rodzina po stracie dziecka lub z niepomyślną diagnozą ma wsparcie',
   'Rodzice mają opiekę psychologiczną i wiedzą o opiece paliatywnej oraz swoich prawach.',
   'Kontakt z hospicjum perinatalnym lub psychologiem nawiązany w ciągu dwóch tygodni i utrzymany.');

INSERT INTO library_task (uid, library_goal_id, position, what, who_kind, provider_kind, frequency, days)
WITH shipped (goal, position, what, who_kind, provider_kind, frequency, days) AS (VALUES
  ('O1-1', 1, 'Ułożyć z rodzicami plan dnia dzieci: pobudka, posiłki, nauka, zabawa, kąpiel, sen', 'assistant', NULL, 'once', 14),
  ('O1-1', 2, 'Prowadzić wieczorny rytuał: kolacja, kąpiel, czytanie, sen o stałej godzinie', 'family', NULL, 'daily', 90),
  ('O1-1', 3, 'Omówić rozpiskę minionego tygodnia: co się udało i co zmienić', 'assistant', NULL, 'weekly', 90),
  ('O1-2', 1, 'Spisać z rodziną pięć zasad domowych i konsekwencje ich łamania', 'assistant', NULL, 'once', 21),
  ('O1-2', 2, 'Chwalić dziecko za konkretne zachowanie co najmniej trzy razy dziennie', 'family', NULL, 'daily', 90),
  ('O1-2', 3, 'Ćwiczyć z rodzicami wydawanie poleceń i reagowanie na złość dziecka', 'assistant', NULL, 'weekly', 90),
  ('O1-2', 4, 'Prowadzić warsztaty umiejętności wychowawczych dla rodziców', 'institution', 'counselling', 'weekly', 120),
  ('O1-3', 1, 'Przeznaczyć co najmniej 30 minut dziennie na zabawę lub rozmowę z każdym dzieckiem', 'family', NULL, 'daily', 60),
  ('O1-3', 2, 'Pokazać rodzicom zabawy odpowiednie do wieku dzieci', 'assistant', NULL, 'weekly', 60),
  ('O1-3', 3, 'Wyjść z dziećmi na plac zabaw, do biblioteki lub na spacer', 'family', NULL, 'weekly', 90),
  ('O1-4', 1, 'Odbyć wizyty patronażowe i pokazać pielęgnację niemowlęcia', 'institution', 'midwife', 'weekly', 60),
  ('O1-4', 2, 'Prowadzić dzienniczek karmienia i snu dziecka', 'family', NULL, 'daily', 90),
  ('O1-4', 3, 'Towarzyszyć rodzicowi przy kąpieli, karmieniu i układaniu dziecka do snu', 'assistant', NULL, 'twice-weekly', 90),
  ('O1-5', 1, 'Sprawdzić wolne miejsca w świetlicy, domu kultury i klubach sportowych', 'assistant', NULL, 'once', 21),
  ('O1-5', 2, 'Złożyć wniosek o przyjęcie dziecka do placówki wsparcia dziennego', 'family', NULL, 'once', 30),
  ('O1-5', 3, 'Zapewnić dziecku opiekę, posiłek i pomoc w nauce po szkole', 'institution', 'day-support', 'daily', 180),
  ('O2-1', 1, 'Budzić dzieci o stałej porze i wyprawiać je do szkoły ze śniadaniem', 'family', NULL, 'daily', 120),
  ('O2-1', 2, 'Usprawiedliwiać nieobecności w dzienniku elektronicznym w ciągu siedmiu dni', 'family', NULL, 'weekly', 120),
  ('O2-1', 3, 'Sprawdzać frekwencję z wychowawcą i omawiać ją z rodzicami', 'assistant', NULL, 'fortnightly', 120),
  ('O2-1', 4, 'Rozmawiać z uczniem o powodach opuszczania lekcji', 'institution', 'school-counsellor', 'monthly', 120),
  ('O2-2', 1, 'Zapewnić dziecku miejsce i stałą porę odrabiania lekcji', 'family', NULL, 'daily', 120),
  ('O2-2', 2, 'Sprawdzać zeszyty i dziennik elektroniczny razem z dzieckiem', 'family', NULL, 'weekly', 120),
  ('O2-2', 3, 'Objąć dziecko zajęciami wyrównawczymi', 'institution', 'school', 'weekly', 120),
  ('O2-2', 4, 'Pomóc rodzicom znaleźć korepetycje lub wolontariusza do pomocy w nauce', 'assistant', NULL, 'once', 30),
  ('O2-3', 1, 'Pomóc rodzicom zalogować się do dziennika elektronicznego', 'assistant', NULL, 'once', 14),
  ('O2-3', 2, 'Czytać wiadomości ze szkoły i odpowiadać na nie', 'family', NULL, 'weekly', 180),
  ('O2-3', 3, 'Uczestniczyć w zebraniach i konsultacjach z nauczycielami', 'family', NULL, 'monthly', 180),
  ('O2-4', 1, 'Wypełnić z rodzicami wniosek o badanie w poradni', 'assistant', NULL, 'once', 21),
  ('O2-4', 2, 'Doprowadzić dziecko na badania w ustalonych terminach', 'family', NULL, 'once', 60),
  ('O2-4', 3, 'Przeprowadzić badanie i wydać opinię lub orzeczenie', 'institution', 'diagnostic', 'once', 90),
  ('O2-4', 4, 'Złożyć opinię lub orzeczenie w szkole i omówić je z wychowawcą', 'family', NULL, 'once', 100),
  ('O2-5', 1, 'Wybrać z rodzicami placówkę i wypełnić wniosek o przyjęcie', 'assistant', NULL, 'once', 14),
  ('O2-5', 2, 'Złożyć wniosek z załącznikami w terminie rekrutacji', 'family', NULL, 'once', 30),
  ('O2-5', 3, 'Przyprowadzać i odbierać dziecko o ustalonych godzinach', 'family', NULL, 'daily', 120),
  ('O3-1', 1, 'Przejrzeć z rodzicami książeczki zdrowia i spisać zaległe szczepienia i bilanse', 'assistant', NULL, 'once', 14),
  ('O3-1', 2, 'Umówić wizyty w poradni i stawić się na nie z dziećmi', 'family', NULL, 'once', 45),
  ('O3-1', 3, 'Wykonać zaległe szczepienia i bilanse zdrowia', 'institution', 'pediatrician', 'as-needed', 90),
  ('O3-2', 1, 'Założyć z rodziną kalendarz wizyt lekarskich i rozpiskę leków', 'assistant', NULL, 'once', 14),
  ('O3-2', 2, 'Podawać leki zgodnie z rozpiską i odnotowywać to w kalendarzu', 'family', NULL, 'daily', 90),
  ('O3-2', 3, 'Stawiać się na wizyty u specjalistów, odwoływać je najpóźniej dzień wcześniej', 'family', NULL, 'as-needed', 180),
  ('O3-3', 1, 'Kąpać młodsze dzieci i przypominać starszym o kąpieli, myciu zębów i zmianie bielizny', 'family', NULL, 'daily', 60),
  ('O3-3', 2, 'Przygotować z dziećmi tabelę codziennej higieny', 'assistant', NULL, 'once', 21),
  ('O3-3', 3, 'Prać odzież i pościel w stałe dni tygodnia', 'family', NULL, 'weekly', 60),
  ('O3-4', 1, 'Układać z rodziną jadłospis i listę zakupów na tydzień', 'assistant', NULL, 'weekly', 60),
  ('O3-4', 2, 'Przygotowywać ciepły posiłek i śniadanie do szkoły', 'family', NULL, 'daily', 60),
  ('O3-4', 3, 'Objąć dzieci posiłkiem w szkole w ramach programu dożywiania', 'institution', 'welfare', 'monthly', 180),
  ('O3-5', 1, 'Zgłaszać się na wizyty kontrolne i stosować zalecenia', 'family', NULL, 'monthly', 180),
  ('O3-5', 2, 'Pomóc w umówieniu pierwszej wizyty i przygotowaniu dokumentacji medycznej', 'assistant', NULL, 'once', 30),
  ('O3-5', 3, 'Ustalić, kto zajmie się dziećmi podczas leczenia szpitalnego', 'family', NULL, 'once', 45),
  ('O4-1', 1, 'Spisać z rodziną wszystkie dochody, stałe opłaty i długi', 'assistant', NULL, 'once', 14),
  ('O4-1', 2, 'Zapisywać wydatki w zeszycie lub aplikacji i zbierać paragony', 'family', NULL, 'daily', 90),
  ('O4-1', 3, 'Podsumować miesiąc i zaplanować budżet na następny', 'assistant', NULL, 'monthly', 90),
  ('O4-1', 4, 'Robić zakupy według listy i ustalonej kwoty na tydzień', 'family', NULL, 'weekly', 90),
  ('O4-2', 1, 'Zebrać z rodziną wezwania, wyroki i tytuły egzekucyjne i zestawić długi', 'assistant', NULL, 'once', 30),
  ('O4-2', 2, 'Złożyć u wierzycieli wnioski o rozłożenie długu na raty', 'family', NULL, 'once', 60),
  ('O4-2', 3, 'Udzielić porady w sprawie egzekucji, przedawnienia lub upadłości konsumenckiej', 'institution', 'lawyer', 'once', 60),
  ('O4-2', 4, 'Płacić raty w terminie i przechowywać potwierdzenia', 'family', NULL, 'monthly', 180),
  ('O4-3', 1, 'Opłacać czynsz i media do dziesiątego dnia miesiąca', 'family', NULL, 'monthly', 180),
  ('O4-3', 2, 'Pomóc złożyć wniosek o dodatek mieszkaniowy lub ryczałt energetyczny', 'assistant', NULL, 'once', 21),
  ('O4-3', 3, 'Sprawdzić z rodziną potwierdzenia opłat', 'assistant', NULL, 'monthly', 180),
  ('O4-4', 1, 'Ustalić, do jakich świadczeń rodzina ma prawo', 'assistant', NULL, 'once', 21),
  ('O4-4', 2, 'Zebrać zaświadczenia i złożyć wnioski', 'family', NULL, 'once', 45),
  ('O4-4', 3, 'Pilnować terminów i zgłaszać zmiany dochodu oraz składu rodziny', 'family', NULL, 'as-needed', 180),
  ('O5-1', 1, 'Ułożyć z rodziną plan sprzątania na poszczególne dni tygodnia', 'assistant', NULL, 'once', 14),
  ('O5-1', 2, 'Sprzątać kuchnię i łazienkę, zmywać naczynia i wynosić śmieci', 'family', NULL, 'daily', 60),
  ('O5-1', 3, 'Zmieniać pościel i prać odzież', 'family', NULL, 'weekly', 60),
  ('O5-1', 4, 'Przejść z rodziną listę kontrolną porządku i omówić wynik', 'assistant', NULL, 'weekly', 60),
  ('O5-2', 1, 'Przeprowadzić rozmowę rodzinną o podziale obowiązków i spisać tabelę', 'assistant', NULL, 'once', 14),
  ('O5-2', 2, 'Wykonywać zadania z tabeli i zaznaczać je', 'family', NULL, 'daily', 60),
  ('O5-2', 3, 'Omówić w rodzinie miniony tydzień i zamienić zadania, które się nie sprawdziły', 'family', NULL, 'weekly', 60),
  ('O5-3', 1, 'Gotować z rodzicem proste i tanie obiady', 'assistant', NULL, 'weekly', 60),
  ('O5-3', 2, 'Przygotowywać listę zakupów na podstawie jadłospisu', 'family', NULL, 'weekly', 60),
  ('O5-3', 3, 'Gotować obiad i przechowywać żywność zgodnie z terminem przydatności', 'family', NULL, 'daily', 60),
  ('O5-4', 1, 'Spisać z rodziną brakujące sprzęty w kolejności ważności', 'assistant', NULL, 'once', 14),
  ('O5-4', 2, 'Złożyć wniosek o zasiłek celowy na zakup sprzętów', 'family', NULL, 'once', 30),
  ('O5-4', 3, 'Przekazać meble, odzież lub sprzęt gospodarstwa domowego', 'institution', 'ngo', 'once', 60),
  ('O6-1', 1, 'Czytać z rodzicem przychodzące pisma i ustalać, co trzeba zrobić', 'assistant', NULL, 'weekly', 60),
  ('O6-1', 2, 'Przećwiczyć rozmowę w urzędzie i towarzyszyć przy pierwszej wizycie', 'assistant', NULL, 'as-needed', 60),
  ('O6-1', 3, 'Odbierać pocztę, układać pisma w teczce i zapisywać terminy', 'family', NULL, 'weekly', 120),
  ('O6-1', 4, 'Załatwić sprawę w urzędzie bez towarzyszenia asystenta', 'family', NULL, 'as-needed', 120),
  ('O6-2', 1, 'Sprawdzić z rodziną listę dokumentów i ich ważność', 'assistant', NULL, 'once', 14),
  ('O6-2', 2, 'Złożyć wnioski o brakujące lub nieważne dokumenty', 'family', NULL, 'once', 45),
  ('O6-2', 3, 'Założyć teczkę na dokumenty i pisma', 'family', NULL, 'once', 30),
  ('O6-3', 1, 'Pomóc założyć profil zaufany i skrzynkę e-mail', 'assistant', NULL, 'once', 21),
  ('O6-3', 2, 'Pokazać składanie wniosku i sprawdzanie jego stanu', 'assistant', NULL, 'once', 45),
  ('O6-3', 3, 'Złożyć wniosek elektronicznie', 'family', NULL, 'as-needed', 90),
  ('O6-4', 1, 'Udzielić porady w sprawie władzy rodzicielskiej, kontaktów i alimentów', 'institution', 'lawyer', 'once', 30),
  ('O6-4', 2, 'Pomóc w napisaniu pozwu lub wniosku i zebraniu załączników', 'assistant', NULL, 'once', 45),
  ('O6-4', 3, 'Złożyć pismo w sądzie i stawić się na rozprawę', 'family', NULL, 'once', 60),
  ('O7-1', 1, 'Przygotować z rodzicem życiorys i list motywacyjny', 'assistant', NULL, 'once', 21),
  ('O7-1', 2, 'Odpowiadać na co najmniej trzy oferty pracy w tygodniu i zapisywać odpowiedzi', 'family', NULL, 'weekly', 90),
  ('O7-1', 3, 'Przedstawiać oferty pracy i udzielać porad zawodowych', 'institution', 'job-centre', 'monthly', 180),
  ('O7-1', 4, 'Zorganizować opiekę nad dziećmi na czas pracy', 'family', NULL, 'once', 45),
  ('O7-2', 1, 'Ustalić z rodzicem mocne strony i wybrać kierunek szkolenia', 'assistant', NULL, 'once', 21),
  ('O7-2', 2, 'Skierować na kurs lub staż', 'institution', 'job-centre', 'once', 60),
  ('O7-2', 3, 'Uczęszczać na zajęcia i zaliczyć je', 'family', NULL, 'weekly', 180),
  ('O7-3', 1, 'Przedstawić ofertę centrum lub klubu integracji społecznej', 'assistant', NULL, 'once', 30),
  ('O7-3', 2, 'Podpisać kontrakt i rozpocząć zajęcia', 'family', NULL, 'once', 45),
  ('O7-3', 3, 'Prowadzić zajęcia reintegracji zawodowej i społecznej', 'institution', 'social-integration', 'daily', 180),
  ('O7-4', 1, 'Opracować z młodym człowiekiem plan na najbliższy rok: nauka, praca, mieszkanie', 'assistant', NULL, 'once', 30),
  ('O7-4', 2, 'Przekazywać młodemu człowiekowi ustaloną kwotę i rozliczać ją razem', 'family', NULL, 'monthly', 180),
  ('O7-4', 3, 'Zarejestrować i przedstawić ofertę staży dla młodych', 'institution', 'job-centre', 'once', 60),
  ('O8-1', 1, 'Umówić pierwszą konsultację i przekazać dane placówki', 'assistant', NULL, 'once', 14),
  ('O8-1', 2, 'Uczestniczyć w spotkaniach z psychologiem', 'family', NULL, 'weekly', 90),
  ('O8-1', 3, 'Prowadzić wsparcie psychologiczne', 'institution', 'psychologist', 'weekly', 90),
  ('O8-2', 1, 'Prowadzić terapię pary lub rodziny', 'institution', 'family-therapist', 'fortnightly', 180),
  ('O8-2', 2, 'Przeznaczyć stałą porę na rozmowę o sprawach domu bez obecności dzieci', 'family', NULL, 'weekly', 90),
  ('O8-2', 3, 'Ćwiczyć z rodzicami komunikat „ja” i przerwę na ochłonięcie', 'assistant', NULL, 'weekly', 60),
  ('O8-3', 1, 'Przeprowadzić mediację rodziców', 'institution', 'mediator', 'fortnightly', 60),
  ('O8-3', 2, 'Spisać porozumienie rodzicielskie: opieka, święta, koszty, wymiana informacji', 'family', NULL, 'once', 75),
  ('O8-3', 3, 'Rozmawiać z rodzicami o potrzebach dzieci w czasie rozstania', 'assistant', NULL, 'fortnightly', 90),
  ('O8-4', 1, 'Prowadzić terapię psychologiczną lub zajęcia socjoterapeutyczne', 'institution', 'diagnostic', 'weekly', 120),
  ('O8-4', 2, 'Rozmawiać wieczorem z dzieckiem o tym, co przeżyło w ciągu dnia', 'family', NULL, 'daily', 90),
  ('O8-4', 3, 'Pokazać rodzicom sposoby wyciszania dziecka i wspólnie je wypróbować', 'assistant', NULL, 'weekly', 60),
  ('O8-5', 1, 'Towarzyszyć rodzinie w rozmowie o stracie i w sprawach, których nie jest w stanie załatwić', 'assistant', NULL, 'weekly', 60),
  ('O8-5', 2, 'Objąć rodzinę interwencją kryzysową', 'institution', 'crisis', 'weekly', 60),
  ('O8-5', 3, 'Utrzymywać stały rytm dnia dzieci mimo trudnego czasu', 'family', NULL, 'weekly', 90),
  ('O9-1', 1, 'Narysować z rodziną mapę wsparcia', 'assistant', NULL, 'once', 21),
  ('O9-1', 2, 'Porozmawiać z krewnymi i sąsiadami o możliwej pomocy', 'family', NULL, 'once', 45),
  ('O9-1', 3, 'Odwiedzać lub zapraszać krewnych', 'family', NULL, 'monthly', 120),
  ('O9-2', 1, 'Przedstawić grupy wsparcia i kluby dla rodziców w okolicy', 'assistant', NULL, 'once', 21),
  ('O9-2', 2, 'Uczestniczyć w spotkaniach grupy', 'family', NULL, 'fortnightly', 120),
  ('O9-2', 3, 'Prowadzić grupę wsparcia dla rodziców', 'institution', 'ngo', 'fortnightly', 120),
  ('O9-3', 1, 'Zebrać z rodziną ofertę bezpłatnych zajęć i wydarzeń', 'assistant', NULL, 'once', 14),
  ('O9-3', 2, 'Wybrać się wspólnie na wydarzenie, wycieczkę lub zajęcia', 'family', NULL, 'fortnightly', 90),
  ('O9-3', 3, 'Zapisać dzieci do biblioteki i wyrobić Kartę Dużej Rodziny, jeśli przysługuje', 'family', NULL, 'once', 30),
  ('O9-4', 1, 'Prowadzić kurs języka polskiego', 'institution', 'ngo', 'weekly', 180),
  ('O9-4', 2, 'Pokazać rodzinie szkołę, przychodnię, urząd i komunikację', 'assistant', NULL, 'weekly', 60),
  ('O9-4', 3, 'Uczestniczyć w kursie i ćwiczyć język w codziennych sprawach', 'family', NULL, 'weekly', 180),
  ('O10-1', 1, 'Omówić z rodziną regulamin domu i zgłoszone skargi', 'assistant', NULL, 'once', 21),
  ('O10-1', 2, 'Przestrzegać ciszy nocnej i sprzątać części wspólne zgodnie z dyżurem', 'family', NULL, 'daily', 90),
  ('O10-1', 3, 'Zapytać zarządcę lub dzielnicowego o skargi', 'assistant', NULL, 'monthly', 90),
  ('O10-2', 1, 'Spisać z dzieckiem i rodzicami kontrakt z jasnymi konsekwencjami', 'assistant', NULL, 'once', 21),
  ('O10-2', 2, 'Wiedzieć, gdzie i z kim przebywa dziecko, i przestrzegać godziny powrotu', 'family', NULL, 'daily', 90),
  ('O10-2', 3, 'Sprawować nadzór kuratora i przekazywać asystentowi jego ustalenia', 'institution', 'court', 'monthly', 180),
  ('O10-2', 4, 'Prowadzić rozmowy wychowawcze z uczniem', 'institution', 'school-counsellor', 'weekly', 90),
  ('O10-3', 1, 'Stawiać się na spotkania z kuratorem', 'family', NULL, 'monthly', 180),
  ('O10-3', 2, 'Uzgadniać z kuratorem przebieg pracy z rodziną', 'assistant', NULL, 'monthly', 180),
  ('O10-3', 3, 'Wpisać do kalendarza terminy obowiązków orzeczonych przez sąd', 'family', NULL, 'once', 30),
  ('O10-4', 1, 'Ustalić z rodzicem najpilniejsze sprawy: dokumenty, zdrowie, dochód, mieszkanie', 'assistant', NULL, 'once', 21),
  ('O10-4', 2, 'Przyznać pomoc dla osób opuszczających zakłady karne', 'institution', 'welfare', 'once', 30),
  ('O10-4', 3, 'Spotykać się z dziećmi według ustalonego planu', 'family', NULL, 'weekly', 90),
  ('O11-1', 1, 'Przejść z rodziną mieszkanie według listy kontrolnej bezpieczeństwa', 'assistant', NULL, 'once', 7),
  ('O11-1', 2, 'Zabezpieczyć leki, środki czystości, okna, gniazdka i piec', 'family', NULL, 'once', 14),
  ('O11-1', 3, 'Nie zostawiać małych dzieci bez opieki dorosłego', 'family', NULL, 'daily', 90),
  ('O11-2', 1, 'Ułożyć z osobą doznającą przemocy plan bezpieczeństwa i przekazać numery pomocy', 'assistant', NULL, 'once', 7),
  ('O11-2', 2, 'Prowadzić wsparcie osoby doznającej przemocy', 'institution', 'violence', 'weekly', 120),
  ('O11-2', 3, 'Współpracować z grupą diagnostyczno-pomocową i przekazywać jej ustalenia z wizyt', 'assistant', NULL, 'monthly', 180),
  ('O11-2', 4, 'Prowadzić program korekcyjno-edukacyjny dla osoby stosującej przemoc', 'institution', 'family-centre', 'weekly', 180),
  ('O11-3', 1, 'Zgłosić się do poradni leczenia uzależnień', 'family', NULL, 'once', 14),
  ('O11-3', 2, 'Prowadzić terapię uzależnienia', 'institution', 'addiction', 'weekly', 180),
  ('O11-3', 3, 'Uczestniczyć w terapii i spotkaniach grupy samopomocowej', 'family', NULL, 'weekly', 180),
  ('O11-3', 4, 'Spisać z rodzicem plan na nawrót: sygnały, osoby do wezwania, opieka nad dziećmi', 'assistant', NULL, 'once', 45),
  ('O11-4', 1, 'Prowadzić terapię osób współuzależnionych', 'institution', 'addiction', 'weekly', 120),
  ('O11-4', 2, 'Objąć dzieci zajęciami socjoterapeutycznymi', 'institution', 'day-support', 'weekly', 180),
  ('O11-4', 3, 'Rozmawiać z bliskimi o granicach i o bezpieczeństwie dzieci', 'assistant', NULL, 'weekly', 60),
  ('O11-5', 1, 'Ustalić z rodziną zasady korzystania z telefonu i komputera', 'assistant', NULL, 'once', 21),
  ('O11-5', 2, 'Włączyć kontrolę rodzicielską na urządzeniach dzieci', 'family', NULL, 'once', 21),
  ('O11-5', 3, 'Rozmawiać z dzieckiem o tym, co robi w sieci', 'family', NULL, 'weekly', 60),
  ('O12-1', 1, 'Spisać z rodziną najpilniejsze naprawy i ich koszt', 'assistant', NULL, 'once', 14),
  ('O12-1', 2, 'Zgłosić usterki zarządcy lub właścicielowi na piśmie', 'family', NULL, 'once', 30),
  ('O12-1', 3, 'Złożyć wniosek o zasiłek celowy na remont', 'family', NULL, 'once', 60),
  ('O12-1', 4, 'Wykonać drobne prace samodzielnie: malowanie, uszczelnienie okien, wyrzucenie zniszczonych mebli', 'family', NULL, 'as-needed', 90),
  ('O12-2', 1, 'Ustalić z rodziną stan sprawy i terminy w sądzie lub u komornika', 'assistant', NULL, 'once', 7),
  ('O12-2', 2, 'Złożyć wniosek o ugodę i dodatek mieszkaniowy', 'family', NULL, 'once', 21),
  ('O12-2', 3, 'Udzielić porady w sprawie eksmisji i prawa do lokalu socjalnego', 'institution', 'lawyer', 'once', 21),
  ('O12-3', 1, 'Pomóc złożyć wniosek o lokal komunalny lub socjalny', 'assistant', NULL, 'once', 30),
  ('O12-3', 2, 'Szukać mieszkania na wynajem w ustalonej cenie', 'family', NULL, 'weekly', 120),
  ('O12-3', 3, 'Rozpatrzyć wniosek o przydział lokalu', 'institution', 'council', 'as-needed', 180),
  ('O12-4', 1, 'Ustalić wolne miejsce w domu dla matek z dziećmi i pomóc w przeprowadzce', 'assistant', NULL, 'once', 3),
  ('O12-4', 2, 'Zapewnić schronienie i wsparcie', 'institution', 'mothers-home', 'daily', 180),
  ('O12-4', 3, 'Opracować z pracownikiem placówki plan usamodzielnienia', 'family', NULL, 'once', 30),
  ('O13-1', 1, 'Odwiedzać dziecko w ustalonych dniach i dzwonić o stałej porze', 'family', NULL, 'weekly', 90),
  ('O13-1', 2, 'Przygotować rodziców do spotkania i omówić je po nim', 'assistant', NULL, 'fortnightly', 90),
  ('O13-1', 3, 'Przekazywać asystentowi spostrzeżenia koordynatora ze spotkań', 'institution', 'family-centre', 'monthly', 90),
  ('O13-2', 1, 'Uzgodnić z koordynatorem pieczy i rodzicami listę warunków powrotu dziecka', 'assistant', NULL, 'once', 14),
  ('O13-2', 2, 'Realizować warunki powrotu i zbierać potwierdzenia', 'family', NULL, 'as-needed', 180),
  ('O13-2', 3, 'Ocenić sytuację dziecka i zasadność jego pobytu w pieczy', 'institution', 'family-centre', 'as-needed', 180),
  ('O13-2', 4, 'Złożyć w sądzie wniosek o powrót dziecka', 'family', NULL, 'once', 180),
  ('O13-3', 1, 'Przygotować miejsce do spania i rzeczy dziecka w domu', 'family', NULL, 'once', 14),
  ('O13-3', 2, 'Opiekować się dzieckiem podczas pobytu w domu według ustalonego planu dnia', 'family', NULL, 'fortnightly', 90),
  ('O13-3', 3, 'Odwiedzić rodzinę podczas pobytu dziecka i omówić jego przebieg', 'assistant', NULL, 'fortnightly', 90),
  ('O13-4', 1, 'Odwiedzać rodzinę w pierwszych tygodniach po powrocie dziecka', 'assistant', NULL, 'twice-weekly', 60),
  ('O13-4', 2, 'Prowadzić stały rytm dnia i przeznaczać czas tylko dla dziecka', 'family', NULL, 'daily', 90),
  ('O13-4', 3, 'Wspierać dziecko i rodziców po powrocie', 'institution', 'psychologist', 'fortnightly', 120),
  ('O14-1', 1, 'Przekazać informację o uprawnieniach z ustawy „Za życiem” i pomóc umówić wizyty', 'assistant', NULL, 'once', 14),
  ('O14-1', 2, 'Zgłaszać się na badania i stosować zalecenia', 'family', NULL, 'monthly', 180),
  ('O14-1', 3, 'Prowadzić edukację przedporodową', 'institution', 'midwife', 'weekly', 120),
  ('O14-2', 1, 'Przygotować z rodziną katalog możliwego wsparcia', 'assistant', NULL, 'once', 14),
  ('O14-2', 2, 'Złożyć wniosek o orzeczenie o niepełnosprawności i świadczenie pielęgnacyjne', 'family', NULL, 'once', 60),
  ('O14-2', 3, 'Załatwić na podstawie upoważnienia sprawy wskazane przez rodzinę', 'assistant', NULL, 'as-needed', 180),
  ('O14-3', 1, 'Złożyć wniosek o opinię o potrzebie wczesnego wspomagania rozwoju', 'family', NULL, 'once', 30),
  ('O14-3', 2, 'Prowadzić zajęcia wczesnego wspomagania rozwoju', 'institution', 'early-support', 'weekly', 180),
  ('O14-3', 3, 'Prowadzić rehabilitację i uczyć rodziców ćwiczeń', 'institution', 'physiotherapy', 'weekly', 180),
  ('O14-3', 4, 'Ćwiczyć z dzieckiem według zaleceń terapeuty', 'family', NULL, 'daily', 180),
  ('O14-4', 1, 'Pomóc złożyć wniosek o opiekę wytchnieniową', 'assistant', NULL, 'once', 21),
  ('O14-4', 2, 'Zapewnić opiekę wytchnieniową', 'institution', 'welfare', 'weekly', 180),
  ('O14-4', 3, 'Ustalić w rodzinie stałe godziny odpoczynku każdego z rodziców', 'family', NULL, 'weekly', 120),
  ('O14-5', 1, 'Towarzyszyć rodzinie i pomagać w sprawach, których nie jest w stanie załatwić', 'assistant', NULL, 'weekly', 60),
  ('O14-5', 2, 'Objąć rodzinę opieką hospicjum perinatalnego lub domowego', 'institution', 'hospice', 'as-needed', 180),
  ('O14-5', 3, 'Prowadzić wsparcie psychologiczne rodziców', 'institution', 'psychologist', 'weekly', 120)
)
SELECT 'library-' || s.goal || '-' || s.position, g.id, s.position, s.what, s.who_kind, s.provider_kind, s.frequency, s.days
FROM shipped AS s JOIN library_goal AS g ON g.uid = 'library-' || s.goal;

-- When an assistant works: hours of each weekday (`08:00-16:00`, none: not at work) that hold from a day until the next
-- ones do; whole days away; and shifts of the duty rota (dyżury), which may end after midnight.
CREATE TABLE work_hours (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  revision INTEGER NOT NULL DEFAULT 1,
  worker_id INTEGER NOT NULL REFERENCES worker (id),
  from_day TEXT NOT NULL CHECK (date(from_day, '+0 days') IS from_day),
  monday TEXT CHECK (length(monday) = 11),
  tuesday TEXT CHECK (length(tuesday) = 11),
  wednesday TEXT CHECK (length(wednesday) = 11),
  thursday TEXT CHECK (length(thursday) = 11),
  friday TEXT CHECK (length(friday) = 11),
  saturday TEXT CHECK (length(saturday) = 11),
  sunday TEXT CHECK (length(sunday) = 11),
  UNIQUE (worker_id, from_day)
) STRICT;

CREATE TABLE absence (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  revision INTEGER NOT NULL DEFAULT 1,
  worker_id INTEGER NOT NULL REFERENCES worker (id),
  kind TEXT NOT NULL DEFAULT 'leave' CHECK (kind IN ('leave', 'sick', 'care', 'training', 'other')),
  from_day TEXT NOT NULL CHECK (date(from_day, '+0 days') IS from_day),
  until_day TEXT NOT NULL CHECK (date(until_day, '+0 days') IS until_day),
  substitute_id INTEGER REFERENCES worker (id),
  note TEXT,
  CHECK (until_day >= from_day),
  CHECK (substitute_id IS NULL OR substitute_id <> worker_id)
) STRICT;
CREATE INDEX absence_worker ON absence (worker_id, until_day);
CREATE INDEX absence_until ON absence (until_day, from_day);

CREATE TABLE duty_shift (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  revision INTEGER NOT NULL DEFAULT 1,
  worker_id INTEGER NOT NULL REFERENCES worker (id),
  day TEXT NOT NULL CHECK (date(day, '+0 days') IS day),
  start_minute INTEGER NOT NULL CHECK (start_minute BETWEEN 0 AND 1439),
  minutes INTEGER NOT NULL CHECK (minutes BETWEEN 1 AND 1440),
  note TEXT
) STRICT;
CREATE INDEX duty_shift_worker ON duty_shift (worker_id, day);
CREATE INDEX duty_shift_day ON duty_shift (day, start_minute);

-- Reviews that offices make beside the Act (przegląd kwartalny i miesięczny rodziny, miesięczne sprawozdanie asystenta),
-- of one family or of one assistant, for a whole month or quarter of the calendar.
CREATE TABLE review (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  revision INTEGER NOT NULL DEFAULT 1,
  kind TEXT NOT NULL DEFAULT 'family-quarter' CHECK (kind IN ('family-quarter', 'family-month', 'worker-month')),
  case_file_id INTEGER REFERENCES case_file (id),
  worker_id INTEGER REFERENCES worker (id),
  from_day TEXT NOT NULL CHECK (date(from_day, '+0 days') IS from_day),
  until_day TEXT NOT NULL CHECK (date(until_day, '+0 days') IS until_day),
  made_on TEXT CHECK (date(made_on, '+0 days') IS made_on),
  families_before INTEGER NOT NULL DEFAULT 0,
  families_new INTEGER NOT NULL DEFAULT 0,
  families_ended INTEGER NOT NULL DEFAULT 0,
  families_after INTEGER NOT NULL DEFAULT 0,
  children INTEGER NOT NULL DEFAULT 0,
  children_seen INTEGER NOT NULL DEFAULT 0,
  visits_held INTEGER NOT NULL DEFAULT 0,
  visits_missed INTEGER NOT NULL DEFAULT 0,
  visit_minutes INTEGER NOT NULL DEFAULT 0,
  work TEXT,
  tasks TEXT,
  goals TEXT,
  contacts TEXT,
  interventions TEXT,
  documents TEXT,
  success TEXT,
  difficulties TEXT,
  intentions TEXT,
  final INTEGER NOT NULL DEFAULT 0 CHECK (final IN (0, 1)),
  CHECK (until_day >= from_day),
  CHECK ((kind = 'worker-month') = (case_file_id IS NULL)),
  CHECK (case_file_id IS NOT NULL OR worker_id IS NOT NULL)
) STRICT;

CREATE UNIQUE INDEX review_case ON review (case_file_id, kind, from_day) WHERE case_file_id IS NOT NULL;
CREATE UNIQUE INDEX review_worker ON review (worker_id, from_day) WHERE case_file_id IS NULL;

-- Which of them the office makes.
ALTER TABLE office ADD COLUMN quarterly_reviews INTEGER NOT NULL DEFAULT 0 CHECK (quarterly_reviews IN (0, 1));
ALTER TABLE office ADD COLUMN monthly_reviews INTEGER NOT NULL DEFAULT 0 CHECK (monthly_reviews IN (0, 1));
ALTER TABLE office ADD COLUMN monthly_reports INTEGER NOT NULL DEFAULT 0 CHECK (monthly_reports IN (0, 1));

-- The paper of a review.
ALTER TABLE letter ADD COLUMN review_id INTEGER REFERENCES review (id);
CREATE INDEX letter_review ON letter (review_id) WHERE review_id IS NOT NULL;

-- The board of all assistants and the overview of a month read this index alone: visits of one day lie far apart.
DROP INDEX visit_day;
CREATE INDEX visit_day ON visit (day, start_minute, worker_id, state, minutes, family_id, kind, travel_minutes, two_persons);
CREATE INDEX visit_clash_note ON visit (day) WHERE clash_note IS NOT NULL;

-- Visits that repeat: how they were planned (RRULE of RFC 5545). Each of them is a visit like any other; the day that the
-- rule gave it stays when it is moved.
CREATE TABLE visit_series (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  revision INTEGER NOT NULL DEFAULT 1,
  rule TEXT NOT NULL CHECK (trim(rule) <> ''),
  first_on TEXT NOT NULL CHECK (date(first_on, '+0 days') IS first_on)
) STRICT;
ALTER TABLE visit ADD COLUMN series_id INTEGER REFERENCES visit_series (id);
ALTER TABLE visit ADD COLUMN series_day TEXT CHECK (date(series_day, '+0 days') IS series_day);
CREATE INDEX visit_series_day ON visit (series_id, series_day) WHERE series_id IS NOT NULL;
