#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Asysta authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""test_path.py PROGRAM ASYSTACTL FOLDER: the whole way of a case through the window.

From an empty folder to a signed and verified court opinion, in Polish, by the
accessibility tree and the keyboard; each step checks what it did, and the last
ones read the register and the signed file with other programs. Everyone here is
invented. Writes TAP. When a step fails, FOLDER keeps a screenshot and the
accessibility tree of that moment.
"""

import json
import os
import re
import sys
import time

from driver import FIELDS, State, has, label_of, run, wait_for
from scenario import PASSWORD, Scenario
from tap import main

OFFICE = 'Miejski Ośrodek Pomocy Społecznej w Próbnej Górze'
COURT = 'Sąd Rejonowy w Próbnej Górze'
FAMILY = 'Zmyślona'
KEY_PASSWORD = 'haslo-klucza'
OPINION = {
    'Warunki wychowawcze i zachowanie małoletniego': 'Mama dba o stały rytm dnia.',
    'Sytuacja bytowa rodziny': 'Mieszkanie komunalne, dwa pokoje.',
    'Kontakty środowiskowe': 'Rodzina ma wsparcie sąsiadki.',
    'Postawa rodziców i opiekunów': 'Matka współpracuje z asystentem.',
    'Oddziaływania wychowawcze i udzielona pomoc': 'Plan dnia, rozmowy, poradnia.',
    'Zdrowie i uzależnienia małoletniego': 'Dzieci są zdrowe.',
    'Relacje i więzi': 'Więzi są silne.',
    'Ustalenia': 'Obecność w szkole wzrosła.',
    'Ocena i wnioski asystenta': 'Dalsza praca z rodziną jest zasadna – żółć, gęś, jaźń.',
}


def make_key(folder):
    """An authority and a person who signs, valid long before and after TODAY; ca.pem and podpis.p12."""
    for name, subject, lines in (('ca', 'C=PL,CN=Urząd Próbny', 'ca\ncert_signing_key\ncrl_signing_key\n'),
                                 ('podpis', 'C=PL,CN=Katarzyna Testowa', 'signing_key\nnon_repudiation\n')):
        key, template, certificate = (os.path.join(folder, name + end) for end in ('.key', '.cfg', '.pem'))
        with open(template, 'w', encoding='utf-8') as out:
            out.write('serial = %d\ndn = "%s"\nactivation_date = "2020-01-01 00:00:00"\n'
                      'expiration_date = "2049-12-31 23:59:59"\n%s' % (len(name), subject, lines))
        run('certtool', '--generate-privkey', '--key-type', 'rsa', '--bits', '2048', '--outfile', key)
        issuer = ['--generate-self-signed'] if name == 'ca' else [
            '--generate-certificate', '--load-ca-certificate', os.path.join(folder, 'ca.pem'),
            '--load-ca-privkey', os.path.join(folder, 'ca.key')]
        run('certtool', *issuer, '--load-privkey', key, '--template', template, '--outfile', certificate)
    run('openssl', 'pkcs12', '-export', '-inkey', os.path.join(folder, 'podpis.key'), '-in', os.path.join(folder, 'podpis.pem'),
        '-certfile', os.path.join(folder, 'ca.pem'), '-passout', 'pass:' + KEY_PASSWORD, '-out', os.path.join(folder, 'podpis.p12'))


class Path(Scenario):
    """The steps, in their order; each begins where the one before it ended."""

    LOGIN = 'anna.probna'

    # Helpers

    def save_file(self, title, path):
        """Answers the file chooser."""
        chooser = self.app.window(title)
        self.app.enter('Nazwa:', path, root=chooser)
        self.app.press('Zapisz', root=chooser)
        self.app.closed(title)

    # First run

    def start(self):
        self.start_program()
        self.app.see('Praca z rodzinami, uporządkowana')
        self.app.open_row('Utwórz nowy rejestr…')
        self.app.see('krok 1 z 5')

    def create_register(self):
        app = self.app
        app.press('Zmień….*')
        self.save_file('Gdzie będzie rejestr', self.register)
        app.see(re.escape(self.register))
        app.enter('Imię i nazwisko', 'Anna Próbna')
        app.holds('Login', 'anna.probna')
        following = app.find('push button', 'Dalej')
        assert not has(following, State.SENSITIVE), 'no password, and the next step opens'
        app.enter('Nowe hasło', PASSWORD)
        app.enter('Powtórz hasło', PASSWORD)
        app.press('Dalej')
        app.see('krok 2 z 5')

    def describe_office(self):
        app = self.app
        app.choose('Rodzaj jednostki', 'MOPS – miejski ośrodek pomocy społecznej')
        app.holds('Nazwa jednostki', 'Miejski Ośrodek Pomocy Społecznej')
        app.holds('Tytuł kierownika', 'dyrektor')
        app.enter('Nazwa jednostki', OFFICE)
        app.enter('Ulica i numer', 'ul. Zmyślona 7')
        app.enter('Kod pocztowy', '66-400')
        app.enter('Miejscowość', 'Próbna Góra')
        app.holds('Miejscowość w pismach', 'Próbna Góra')
        app.enter('Kierownik jednostki', 'Jan Zmyślony')
        app.press('Dalej')
        app.see('krok 3 z 5')

    def describe_court(self):
        app = self.app
        app.enter('Wydział', 'III Wydział Rodzinny i Nieletnich')
        assert not has(app.find('push button', 'Dalej'), State.SENSITIVE), 'half of a court is taken'
        app.enter('Sąd', COURT)
        app.enter('Ulica i numer', 'ul. Rodzinna 1')
        app.enter('Kod pocztowy', '66-400')
        app.enter('Miejscowość', 'Próbna Góra')
        app.press('Dalej')
        app.see('krok 4 z 5')

    def add_users(self):
        app = self.app
        app.press('Dodaj użytkownika…')
        app.window('Użytkownik')
        app.holds('Login', 'jan.zmyslony')
        app.enter('Nowe hasło', 'Haslo-Kierownika-26')
        app.enter('Powtórz hasło', 'Haslo-Kierownika-26')
        self.save_form('Użytkownik')
        app.row('Jan Zmyślony')
        app.press('Utwórz rejestr')
        app.see('krok 5 z 5', 120)

    def keep_recovery_sheet(self):
        app = self.app
        code = label_of(app.find('label', r'(?s)[0-9A-Z]{5}  .*'))
        assert len(re.findall(r'[0-9A-Z]{5}', code)) == 7, 'the recovery code is not seven groups'
        sheet = os.path.join(self.folder, 'karta.pdf')
        app.press('Zapisz jako PDF…')
        self.save_file('Zapis karty odzyskiwania', sheet)
        wait_for(lambda: os.path.exists(sheet), 'the recovery sheet')
        printed = run('pdftotext', '-layout', sheet, '-')
        assert all(group in printed for group in re.findall(r'[0-9A-Z]{5}', code)), 'the sheet lacks the code'
        assert not has(app.find('push button', 'Zacznij pracę'), State.SENSITIVE), 'work begins without the sheet'
        app.check('Karta jest wydrukowana.*')
        app.press('Zacznij pracę')
        app.see('wtorek, 24 marca 2026')
        assert open(self.register, 'rb').read(15) != b'SQLite format 3', 'the register is not encrypted'

    # People

    def add_assistant(self, given, family, sex):
        app = self.app
        app.press('Nowy asystent…')
        app.window('Nowy asystent')
        app.enter('Imię', given)
        app.enter('Nazwisko', family)
        app.choose('Płeć', sex)
        app.enter('Zatrudniony od', '1.09.2024')
        app.enter('Upoważnienie od', '2.09.2024')
        app.enter('Oświadczenie o zachowaniu poufności z dnia', '2.09.2024')
        self.save_form('Nowy asystent')
        app.see('%s %s' % (given, family))

    def add_assistants(self):
        self.app.key('ctrl+6')
        self.app.see('0 asystentów, 0 rodzin')
        self.add_assistant('Katarzyna', 'Testowa', 'Kobieta')
        self.add_assistant('Piotr', 'Wymyślny', 'Mężczyzna')
        self.app.see('2 asystentów, 0 rodzin.*')

    def add_person(self, given, pesel, born, sex, role):
        """PESEL says the birth date and the sex; a wrong digit does not pass."""
        app = self.app
        app.press('Dodaj osobę')
        app.window('Nowa osoba')
        app.enter('Imię', given)
        app.enter('Nazwisko', FAMILY)
        app.enter('PESEL', pesel[:-1] + str((int(pesel[-1]) + 1) % 10))
        app.see('Cyfra kontrolna się nie zgadza.*')
        app.enter('PESEL', pesel)
        app.holds('Data urodzenia', born)
        wait_for(lambda: app.row('Płeć').get_description() == sex, 'the sex that the PESEL says')
        app.choose('Rola w rodzinie', role)
        self.save_form('Nowa osoba')
        app.see('%s %s' % (given, FAMILY))

    def register_family(self):
        app = self.app
        app.key('ctrl+2')
        app.see('Nie ma jeszcze rodzin')
        app.key('ctrl+shift+n')
        app.window('Rejestracja rodziny')
        self.add_person('Ewa', '85071400124', '14.07.1985', 'kobieta', 'matka')
        app.holds('Nazwa rodziny', FAMILY)
        self.add_person('Zofia', '15230201084', '02.03.2015', 'kobieta', 'córka')
        self.add_person('Jaś', '24210100093', '01.01.2024', 'mężczyzna', 'syn')
        app.enter('Ulica i numer', 'ul. Niebyła 3/4')
        app.enter('Kod pocztowy', '66-400')
        app.enter('Data zgłoszenia', '2.02.2026')
        app.choose('Źródło zgłoszenia', 'szkoła, przedszkole, żłobek')
        app.enter('Treść zgłoszenia', 'Szkoła zgłasza, że Zofia często nie przychodzi na lekcje.')
        app.open_row('Powody.*')
        app.check('trudności szkolne, absencja')

    def note_intake(self):
        app = self.app
        for field, value in (('Wywiad środowiskowy z dnia', '6.02.2026'), ('Wywiad przeprowadził', 'Maria Socjalna'),
                             ('Analiza z dnia', '10.02.2026'), ('Wniosek z dnia', '12.02.2026'),
                             ('Wniosek złożył', 'Maria Socjalna'), ('Pracownik socjalny', 'Maria Socjalna')):
            app.enter(field, value)
        app.check('Rodzina wyraziła zgodę')
        app.enter('Zgoda z dnia', '20.02.2026')
        self.save_form('Rejestracja rodziny')
        app.see('1 w pracy')
        # Its page is open.
        app.see('ul. Niebyła 3/4, 66-400 Próbna Góra')
        app.see('Wniosek złożony')

    def open_family(self):
        """By the search in the list, as from any page."""
        app = self.app
        app.key('ctrl+2')
        app.enter('Szukaj wśród rodzin', 'zmys')
        app.see('1 z 1')
        app.key('ctrl+f')
        app.key('Down', 'Return')
        app.see('ul. Niebyła 3/4, 66-400 Próbna Góra')

    def assign_assistant(self):
        app = self.app
        self.open_family()
        app.see('bez asystenta')
        app.see('19 lut · 33 dni po terminie')
        app.press('Przydziel asystenta')
        app.window('Przydziel asystenta')
        app.see('0 z 15 rodzin')
        app.check('Katarzyna Testowa')
        app.enter('Od', '26.02.2026')
        self.save_form('Przydziel asystenta')
        app.see('Asystent przydzielony')
        app.see('w pracy od 26 lutego 2026')
        app.see('Plan pracy z rodziną do uzgodnienia')

    # Work

    def write_plan(self):
        app = self.app
        app.key('alt+5')
        app.press('Napisz plan')
        app.see('Nie ma jeszcze planu')
        app.press('Napisz plan')
        app.window('Nowy plan pracy')
        app.enter('Cel główny.*', 'Zofia chodzi do szkoły każdego dnia.')
        app.enter('Diagnoza w skrócie', 'Mama sama wychowuje dwoje dzieci.')
        app.enter('Od', '1.03.2026')
        app.enter('Do', '31.08.2026')
        app.enter('Skonsultowano dnia', '2.03.2026')
        app.enter('Skonsultowano z', 'Maria Socjalna')
        self.save_form('Nowy plan pracy')
        app.see('Plan nie ma jeszcze żadnego celu.')
        app.find('push button', 'Uzupełnij plan')

    def add_goal(self):
        app = self.app
        app.press('Dodaj cel')
        app.row('Nowy cel')
        app.type('Zofia opuszcza')
        app.key('Return')
        app.see(r'1\. Zofia opuszcza')
        app.enter('Cel', 'Zofia opuszcza najwyżej dwa dni w miesiącu.')
        app.see(r'1\. Zofia opuszcza najwyżej dwa dni w miesiącu\.')
        self.take_from_list('Obszar pracy', 'Edukacja dzieci i życie szkolne')
        self.take_from_list('Cel ustawowy', 'Umiejętności opiekuńczo-wychowawcze')
        app.enter('Przewidywany efekt', 'Obecność w szkole powyżej 90%.')
        app.see(r'Celowi 1 brakuje zadań.*')
        app.press('Dodaj zadanie')
        app.row('Nowe zadanie')
        app.type('Poranna pobudka')
        app.key('Return', 'Escape')
        app.row(r'1\.1 Poranna pobudka, .*')
        app.enter('Co', 'Poranna pobudka i droga do szkoły')
        app.row(r'1\.1 Poranna pobudka i droga do szkoły, .*')
        self.take_from_list('Jak często', 'codziennie')

    def take_from_list(self, field, value):
        """Takes a value from the list of a field that is changed in place."""
        app = self.app
        node = app.press(field)
        app.find('list item', re.escape(value))
        search = app.look(FIELDS, 'Szukaj na liście')
        if search is not None:
            app.type(value[:12])
        else:
            while not has(app.find('list item', re.escape(value)), State.FOCUSED):
                app.key('Down')
        app.key('Return')
        wait_for(lambda: (node.get_description() or '').startswith(value), '%r to be %r' % (field, value))

    def agree_plan(self):
        app = self.app
        app.press('Kroki planu')
        app.press('Wprowadź w życie…')
        app.window('Wprowadzenie planu w życie')
        self.save_form('Wprowadzenie planu w życie')
        app.see('uzgodniony 24 marca 2026 · .*')
        assert not has(app.find('push button', 'Dodaj cel'), State.SENSITIVE), 'an agreed plan may be changed'
        app.key('alt+Left')
        app.see('Realizacja planu')

    def plan_visit(self):
        app = self.app
        app.key('ctrl+3')
        app.see('tydzień 13')
        app.key('ctrl+n')
        app.window('Nowa wizyta')
        app.choose('Rodzina', FAMILY)
        app.choose('Asystent', 'Katarzyna Testowa')
        app.enter('Dzień', '23.03.2026')
        app.enter('Początek', '10:30')
        app.enter('Cel wizyty', 'Plan dnia i droga do szkoły')
        self.save_form('Nowa wizyta')

    def record_visit(self):
        app = self.app
        visit = '%s, poniedziałek, 23 marca 2026, 10:30–12:00, Wizyta w miejscu zamieszkania, ' % FAMILY
        app.focus(app.find('push button', visit + 'umówiona'))
        app.key('Return')
        app.window('Zapis wizyty')
        app.check('Obecny: Ewa Zmyślona')
        app.check('Dziecko widziane: Zofia Zmyślona')
        app.check('Dziecko widziane: Jaś Zmyślona')
        app.enter('Przebieg i obserwacje', 'Zofia była w szkole cztery dni z pięciu.')
        # Progress in place: the task that was found done, and how far the goal is.
        app.open_row('Zofia opuszcza.*')
        app.choose('Stan celu', 'częściowo osiągnięty')
        app.check('Poranna pobudka i droga do szkoły')
        assert has(app.find('check box', 'Zofia opuszcza.*'), State.CHECKED), 'progress does not say that the goal was served'
        self.save_form('Zapis wizyty')
        app.find('push button', visit + 'odbyta')

    def find_specialist(self):
        app = self.app
        app.key('ctrl+4')
        app.press('Nowe miejsce')
        app.window('Nowe miejsce')
        app.enter('Nazwa', 'Poradnia Psychologiczno-Pedagogiczna w Łodzi')
        app.choose('Rodzaj', 'poradnia psychologiczno-pedagogiczna')
        app.enter('Miejscowość', 'Łódź')
        app.enter('Telefon', '42 600 00 00')
        self.save_form('Nowe miejsce')
        app.enter('Szukaj w bazie specjalistów', 'xyz')
        app.see('Nikt nie pasuje')
        app.enter('Szukaj w bazie specjalistów', 'lodz')
        app.see('1 miejsce')
        app.row('Poradnia Psychologiczno-Pedagogiczna w Łodzi')

    def write_assessment(self):
        app = self.app
        self.open_family()
        app.key('alt+7')
        app.see('Nie ma jeszcze ocen')
        app.press('Napisz ocenę')
        app.see('Okresowa ocena sytuacji rodziny')
        app.see('1 odbyta wizyta · 0 nieodbytych · 1 h 30 min')
        assert not has(app.find('push button', 'Zakończ ocenę'), State.SENSITIVE), 'an empty assessment may be finished'
        app.pick('Edukacja dzieci i życie szkolne: Obecnie', 'umiarkowane')
        app.pick('Współpraca', '4 – dobra')
        app.enter('Data sporządzenia', '24.03.2026')
        app.choose('Wniosek', 'Kontynuować pracę')
        app.enter('Uzasadnienie wniosku', 'Zofia wróciła do szkoły.')
        assert not has(app.find('push button', 'Zakończ ocenę'), State.SENSITIVE), 'a mark without its reason is finished'
        app.enter('Powód', 'Zofia opuszcza jeszcze jeden dzień w tygodniu.')
        app.press('Zakończ ocenę')
        app.press('Zakończ', root=app.window('Zakończyć ocenę.'))
        app.see('Ocena jest zakończona. .*')
        app.key('alt+Left')
        app.see('Ocena 1: 26 lutego 2026 – 24 marca 2026')

    # Letters

    def note_request(self):
        app = self.app
        self.open_family()
        app.key('alt+8')
        app.see('Sąd nie prosił o opinię.')
        app.press('Wpisz')
        app.window('Pismo sądu')
        app.enter('Sygnatura akt', 'III Nsm 45/26')
        app.enter('Data wpływu', '18.03.2026')
        app.enter('Pismo z dnia', '19.03.2026')
        app.see('Pismo wpłynęło, zanim je napisano')
        app.enter('Pismo z dnia', '16.03.2026')
        app.enter('Termin', '1.04.2026')
        app.enter('Pytania sądu', 'Czy matka współpracuje z asystentem?')
        self.save_form('Pismo sądu')
        app.see('Sąd Rejonowy w Próbnej Górze · wpłynęło 18 marca 2026')

    def write_opinion(self):
        app = self.app
        app.press('Napisz opinię')
        app.see('Sąd czeka na odpowiedź do 01.04.2026.')
        app.press('Wydaj…')
        refusal = app.window('Pismo nie jest jeszcze kompletne')
        app.press('Zamknij', root=refusal)
        app.closed('Pismo nie jest jeszcze kompletne')
        app.open_row('8. Nauka i czas wolny')
        app.focus(app.find('text', 'Nauka i czas wolny'))
        app.type('Zofia chodzi do klasy czwartej.')
        for section, text in OPINION.items():
            app.enter(section, text, shown=False)
        app.see('Gotowe do wydania')

    def issue_opinion(self):
        app = self.app
        app.press('Wydaj…')
        app.press('Wydaj', root=app.window('Wydać pismo.'))
        app.see(r'AR\.1\.2026 · Wydane')

    def export(self, path):
        self.app.press('Więcej')
        time.sleep(0.5)
        self.app.key('Return')
        self.save_file('Eksport do PDF', path)
        wait_for(lambda: os.path.exists(path), path)

    def export_opinion(self):
        first, second = (os.path.join(self.folder, name) for name in ('opinia.pdf', 'opinia-2.pdf'))
        self.export(first)
        text = run('pdftotext', '-layout', first, '-')
        for words in (OFFICE, COURT, 'III Nsm 45/26', 'AR.1.2026', 'OPINIA O RODZINIE', 'Zofia chodzi do klasy czwartej.',
                      *OPINION.values()):
            assert words in text, 'the paper does not say: ' + words
        assert '85071400124' not in text, 'the paper tells a PESEL'
        self.export(second)
        assert open(first, 'rb').read() == open(second, 'rb').read(), 'two exports differ'

    def sign_opinion(self):
        app = self.app
        make_key(self.folder)
        app.press('Podpisz…')
        window = app.window('Podpisz pismo')
        app.press('Wybierz….*', root=window)
        app.window('Wybierz certyfikat')
        app.type(os.path.join(self.folder, 'podpis.p12'))
        app.key('Return')
        app.closed('Wybierz certyfikat')
        app.see('podpis.p12')
        app.enter('Hasło do pliku', 'zle-haslo', root=window)
        app.press('Podpisz', root=window)
        app.find('alert', 'Hasło do pliku z certyfikatem jest błędne.*')
        app.enter('Hasło do pliku', KEY_PASSWORD, root=window)
        app.press('Podpisz', root=window)
        app.closed('Podpisz pismo')
        app.see(r'AR\.1\.2026 · Podpisane')

    def verify_opinion(self):
        app = self.app
        app.press('Więcej')
        time.sleep(0.5)
        app.key('Down', 'Return')
        window = app.window('Podpisy')
        app.row('Podpisana treść jest nienaruszona', root=window)
        app.row('Obejmuje cały plik', root=window)
        app.key('Escape')
        app.closed('Podpisy')
        # Asking for a window that has just gone is answered without a complaint: quit() reads the log.
        app.root.get_child_at_index(9)
        self.export(os.path.join(self.folder, 'podpisana.pdf'))

    # What other programs say of it

    def check_signed_file(self):
        signed = os.path.join(self.folder, 'podpisana.pdf')
        seen = run('pdfsig', '-nocert', signed)
        for words in ('Signature is Valid', 'Total document signed', 'ETSI.CAdES.detached', 'Katarzyna Testowa'):
            assert words in seen, seen
        run('qpdf', '--check', signed)
        verdict = json.loads(run(self.ctl_program, '--json', 'verify', signed, '--trust', os.path.join(self.folder, 'ca.pem')))
        assert verdict['verdict'] == 'valid', verdict
        assert [entry['signer'] for entry in verdict['signatures']] == ['Katarzyna Testowa'], verdict
        assert all(entry['intact'] and entry['trusted'] and entry['covers_whole_file'] for entry in verdict['signatures']), verdict

    def check_register(self):
        rows = json.loads(self.ctl('--json', 'families'))
        assert len(rows) == 1 and FAMILY in json.dumps(rows, ensure_ascii=False), rows
        assert 'Katarzyna Testowa' in json.dumps(rows, ensure_ascii=False), rows
        assert 'Poradnia Psychologiczno-Pedagogiczna w Łodzi' in self.ctl('search', 'lodz')
        assert 'AR.1.2026' in self.ctl('search', 'nsm')
        health = dict(line.split('\t')[1::-1] for line in self.ctl('check').splitlines())
        assert set(health) >= {'encryption', 'integrity', 'schema', 'audit', 'keys'} and set(health.values()) == {'ok'}, health
        chain = re.search(r'audit\t([0-9]+) entries, the chain is whole', self.ctl('check'))
        assert chain and int(chain.group(1)) > 30, 'so few entries in the audit'

    def quit(self):
        self.app.key('alt+Left')
        self.app.quit()

    STEPS = (
        start, create_register, describe_office, describe_court, add_users, keep_recovery_sheet,
        add_assistants, register_family, note_intake, assign_assistant,
        write_plan, add_goal, agree_plan, plan_visit, record_visit, find_specialist, write_assessment,
        note_request, write_opinion, issue_opinion, export_opinion, sign_opinion, verify_opinion,
        check_signed_file, check_register, quit,
    )


if __name__ == '__main__':
    sys.exit(main(Path))
