#!/usr/bin/python3
"""Papers on the command line: listing, exporting, the weekly plan, signing, verifying."""
import os
import re
import shutil
import stat
import subprocess
import unittest

from asystactl import KEYS, PASSWORD, PROGRAM, TODAY, DemoCase, main, pipe_with, run


def text_of(path):
    return subprocess.run(['pdftotext', '-layout', path, '-'], capture_output=True, text=True, check=True).stdout


class Papers(DemoCase):
    def newest(self, kind, is_draft=False):
        letters = self.demo('letter', 'list', '--kind', kind).json
        return next(letter for letter in letters if (letter['state'] == 'draft') == is_draft)

    def export(self, number, name='x.pdf'):
        result = self.demo('letter', 'export', number, '-o', self.path(name))
        self.assertEqual((result.code, result.out), (0, ''), result.err)
        return self.path(name)


class Letters(Papers):
    def test_list(self):
        letters = self.demo('letter', 'list').json
        self.assertGreater(len(letters), 50)
        for letter in letters:
            self.assertEqual(set(letter), {'id', 'kind', 'title', 'family', 'date', 'number', 'state'})
        self.assertLessEqual({letter['state'] for letter in letters}, {'draft', 'issued', 'signed', 'sent'})
        self.assertLessEqual({'opinion', 'assessment', 'week'}, {letter['kind'] for letter in letters})
        dates = [letter['date'] for letter in letters]
        self.assertEqual(dates, sorted(dates, reverse=True))

    def test_numbers_have_no_gap_and_follow_the_days(self):
        by_year = {}
        for letter in reversed(self.demo('letter', 'list').json):
            if letter['number']:
                mark, number, year = letter['number'].rsplit('.', 2)
                by_year.setdefault((mark, year), []).append(int(number))
                self.assertEqual(letter['date'][:4], year)
        self.assertTrue(by_year)
        for key, numbers in by_year.items():
            self.assertEqual(numbers, list(range(1, len(numbers) + 1)), key)

    def test_kinds(self):
        kinds = {kind['kind']: kind['title'] for kind in run('--json', 'letter', 'kinds').json}
        self.assertEqual(kinds['plan'], 'Plan pracy z rodziną')
        self.assertLessEqual({letter['kind'] for letter in self.demo('letter', 'list').json}, set(kinds))

    def test_papers_of_every_kind_and_state_can_be_exported(self):
        letters = self.demo('letter', 'list').json
        oldest = {(letter['kind'], letter['state']): letter for letter in letters}
        newest = {(letter['kind'], letter['state']): letter for letter in reversed(letters)}
        for letter in [*oldest.values(), *newest.values()]:
            with self.subTest(letter['id'], kind=letter['kind']):
                text = text_of(self.export(letter['id']))
                self.assertIn('DANE ZMYŚLONE', text)
                if letter['state'] != 'draft':
                    self.assertNotIn('do uzupełnienia', text)
                if letter['number']:
                    self.assertIn(letter['number'] if letter['kind'] != 'week' else 'tydzień', text)

    def test_papers_say_what_they_must(self):
        papers = {
            'plan': ('PLAN PRACY Z RODZINĄ', 'art. 15 ust. 1 pkt 1 i ust. 3', 'Diagnoza w skrócie', 'Cel główny', 'Cel 1.',
                     'Przewidywane efekty', 'Termin przeglądu planu', 'Konsultacja z pracownikiem socjalnym', 'Zatwierdzam'),
            'court-report': ('SPRAWOZDANIE Z PRACY Z RODZINĄ', 'Sąd Rejonowy', 'art. 109 § 2 pkt 1 i § 4', 'Udzielona pomoc',
                             'Współpraca z kuratorem', 'Wnioski', 'Termin następnego sprawozdania'),
        }
        for kind, words in papers.items():
            text = text_of(self.export(self.newest(kind)['id']))
            for word in words:
                self.assertIn(word, text, kind)

    def test_list_of_one_kind_and_year(self):
        self.assertEqual({letter['kind'] for letter in self.demo('letter', 'list', '--kind', 'opinion').json}, {'opinion'})
        self.assertEqual({letter['date'][:4] for letter in self.demo('letter', 'list', '--year', '2025').json}, {'2025'})

    def test_issued_papers_are_the_same_bytes_again(self):
        for kind in ('opinion', 'assessment', 'week', 'plan', 'court-report'):
            with self.subTest(kind):
                number = self.newest(kind)['id']
                first = self.export(number, 'a.pdf')
                self.assertEqual(self.read(first), self.read(self.export(number, 'b.pdf')))
                self.assertIn('DANE ZMYŚLONE', text_of(first))
                self.assertEqual(stat.S_IMODE(os.stat(first).st_mode), 0o600)

    def test_an_opinion_says_what_it_must(self):
        letter = self.newest('opinion')
        text = text_of(self.export(letter['id']))
        for words in ('OPINIA O RODZINIE', 'Sąd Rejonowy', letter['number'], 'Dotyczy', 'Źródła wiedzy', 'Wnioski'):
            self.assertIn(words, text)
        self.assertNotIn('do uzupełnienia', text)

    def test_drafts_can_be_seen(self):
        self.assertIn('OPINIA O RODZINIE', text_of(self.export(self.newest('opinion', is_draft=True)['id'])))

    def test_to_the_standard_output(self):
        fd = pipe_with(PASSWORD)
        number = str(self.newest('opinion')['id'])
        done = subprocess.run([PROGRAM, '--register', self.register, '--today', TODAY, '--password-fd', str(fd), 'letter', 'export',
                               number, '-o', '-'], pass_fds=[fd], capture_output=True, check=False)
        os.close(fd)
        self.assertEqual(done.returncode, 0)
        self.assertEqual(done.stdout, self.read(self.export(number)))

    def test_who_asks_for_json_is_told_the_file(self):
        number = self.newest('opinion')['id']
        for call in (('letter', 'export', number), ('week', '--assistant', '1')):
            with self.subTest(call):
                result = self.demo('--json', *call, '-o', self.path('x.pdf'))
                self.assertEqual(result.code, 0, result.err)
                self.assertEqual(result.json, {'file': self.path('x.pdf'), 'bytes': os.path.getsize(self.path('x.pdf'))})

    def test_no_such_paper(self):
        result = self.demo('letter', 'export', '99999', '-o', self.path('x.pdf'))
        self.assertEqual((result.code, result.out), (1, ''))
        self.assertFalse(os.path.exists(self.path('x.pdf')))

    def test_a_file_that_cannot_be_written(self):
        self.assertEqual(self.demo('letter', 'export', self.newest('opinion')['id'], '-o', self.path('no/x.pdf')).code, 1)

    def test_a_file_that_was_there_is_replaced_whole(self):
        self.write('x.pdf', 'old')
        self.export(self.newest('opinion')['id'])
        self.assertTrue(self.read(self.path('x.pdf')).startswith(b'%PDF-'))
        self.assertEqual([name for name in os.listdir(self.folder) if name.startswith('x.pdf')], ['x.pdf'])


class Folder(DemoCase):
    def test_everything_of_a_family(self):
        result = self.demo('export', 'family', 1, '-o', self.path('t.pdf'))
        self.assertEqual(result.code, 0, result.err)
        text = text_of(self.path('t.pdf'))
        for words in ('TECZKA RODZINY', 'Spis treści', '1. Oś czasu', 'Osoby', 'Sprawa', 'Asystenci', 'Wizyty', 'Pisma', 'DANE ZMYŚLONE'):
            self.assertIn(words, text)
        self.assertEqual(stat.S_IMODE(os.stat(self.path('t.pdf')).st_mode), 0o600)

    def test_contents_name_the_pages(self):
        self.demo('export', 'family', 1, '-o', self.path('t.pdf'))
        pages = text_of(self.path('t.pdf')).split('\f')
        named = [line.rsplit(None, 1) for line in pages[0].split('Spis treści')[1].splitlines() if re.fullmatch(r'\d+\. .*\s\d+', line)]
        self.assertGreater(len(named), 4)
        for title, page in named:
            self.assertIn(title.strip(), pages[int(page) - 1])

    def test_refused(self):
        for call, code in ((('export', 'family', '-o', self.path('x.pdf')), 2), (('export', 'family', 'x', '-o', self.path('x.pdf')), 2),
                           (('export', 'family', 1), 2), (('export', 'family', 99999, '-o', self.path('x.pdf')), 1)):
            with self.subTest(call):
                self.assertEqual(self.demo(*call).code, code)
        self.assertFalse(os.path.exists(self.path('x.pdf')))


class Week(DemoCase):
    def test_week(self):
        result = self.demo('week', '--assistant', 'Ewa Zmyślona', '--week', '2026-W13', '-o', self.path('w.pdf'))
        self.assertEqual(result.code, 0, result.err)
        text = text_of(self.path('w.pdf'))
        for words in ('Ewa Zmyślona', 'tydzień 13/2026', 'DANE ZMYŚLONE', 'Malinowscy', 'poniedziałek'):
            self.assertIn(words, text)

    def test_name_login_number(self):
        for number, who in enumerate(('Ewa Zmyślona', 'ewa zmyslona', 'ezmyslona', '1', 'zmyśl')):
            result = self.demo('week', '--assistant', who, '--week', '2026-W13', '-o', self.path(f'{number}.pdf'))
            self.assertEqual(result.code, 0, who)
            self.assertEqual(self.read(self.path(f'{number}.pdf')), self.read(self.path('0.pdf')), who)

    def test_this_week_is_the_one_of_today(self):
        self.demo('week', '--assistant', '1', '-o', self.path('a.pdf'))
        self.demo('week', '--assistant', '1', '--week', '2026-W13', '-o', self.path('b.pdf'))
        self.assertEqual(self.read(self.path('a.pdf')), self.read(self.path('b.pdf')))

    def test_initials(self):
        self.demo('week', '--assistant', '1', '--initials', '-o', self.path('a.pdf'))
        self.assertNotIn('Malinowscy', text_of(self.path('a.pdf')))

    def test_nobody_of_that_name(self):
        for who in ('Nikt', '99', ''):
            self.assertEqual(self.demo('week', '--assistant', who, '-o', self.path('x.pdf')).code, 1, who)
        self.assertFalse(os.path.exists(self.path('x.pdf')))


@unittest.skipUnless(KEYS and os.path.exists(os.path.join(KEYS, 'root.pem')), 'no certificates (certtool and openssl)')
class Signatures(Papers):
    def setUp(self):
        super().setUp()
        self.paper = self.export(self.newest('opinion')['id'], 'o.pdf')

    def key(self, name):
        return os.path.join(KEYS, name + '.p12')

    def sign(self, paper, name, out, *args, key_password='haslo'):
        return run('sign', paper, '--key', self.key(name), '-o', self.path(out), *args, key_password=key_password)

    def verify(self, path, *args):
        result = run('verify', path, *args)
        return result.code, result.json

    def trust(self):
        return '--trust', os.path.join(KEYS, 'root.pem')

    def test_unsigned(self):
        self.assertEqual(self.verify(self.paper), (4, {'verdict': 'unsigned', 'signatures': []}))

    def test_signed(self):
        for name in ('rsa2048', 'rsa4096', 'p256'):
            with self.subTest(name):
                result = self.sign(self.paper, name, 's.pdf')
                self.assertEqual(result.code, 0, result.err)
                code, report = self.verify(self.path('s.pdf'), *self.trust())
                self.assertEqual((code, report['verdict']), (0, 'valid'))
                signature = report['signatures'][0]
                self.assertEqual(set(signature), {'signer', 'time', 'intact', 'covers_whole_file', 'trusted', 'qualified', 'changes_after'})
                self.assertTrue(signature['intact'] and signature['covers_whole_file'] and signature['trusted'])
                self.assertEqual(signature['changes_after'], [])
                self.assertRegex(signature['time'], r'^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$')
                code, report = self.verify(self.path('s.pdf'))
                self.assertEqual((code, report['verdict']), (3, 'untrusted'))

    def test_two_signers(self):
        self.assertEqual(self.sign(self.paper, 'rsa2048', 's.pdf', '--field', 'Asystent').code, 0)
        result = self.sign(self.path('s.pdf'), 'p256', 't.pdf', '--field', 'Kierownik', '--reason', 'Akceptuję', '--place', 'Zielonogród')
        self.assertEqual(result.code, 0, result.err)
        code, report = self.verify(self.path('t.pdf'), *self.trust())
        self.assertEqual((code, len(report['signatures'])), (0, 2))
        self.assertTrue(self.read(self.path('t.pdf')).startswith(self.read(self.path('s.pdf'))))
        self.assertEqual(self.sign(self.path('t.pdf'), 'p256', 'u.pdf', '--field', 'Kierownik').code, 1)
        self.assertFalse(os.path.exists(self.path('u.pdf')))

    def test_the_name_of_the_result(self):
        result = run('--json', 'sign', self.paper, '--key', self.key('rsa2048'), key_password='haslo')
        self.assertEqual(result.code, 0, result.err)
        self.assertEqual(result.json, {'file': self.path('o-signed.pdf'), 'bytes': os.path.getsize(self.path('o-signed.pdf'))})
        self.assertEqual(self.verify(self.path('o-signed.pdf'), *self.trust())[0], 0)
        self.assertEqual(self.verify(self.paper)[0], 4)

    def test_refused_before_anything_is_written(self):
        for name, password in (('rsa2048', 'złe hasło'), ('expired', 'haslo'), ('notyet', 'haslo'), ('nosign', 'haslo'),
                               ('nokey', 'haslo'), ('none', 'haslo')):
            with self.subTest(name):
                result = self.sign(self.paper, name, 's.pdf', key_password=password)
                self.assertEqual((result.code, result.out), (1, ''))
                self.assertEqual(result.err.count('\n'), 1, result.err)
                self.assertFalse(os.path.exists(self.path('s.pdf')))
        self.assertEqual(self.sign(self.paper, 'rsa2048', 's.pdf', '--field', 'Nikt').code, 1)
        self.assertEqual(self.sign(self.path('no.pdf'), 'rsa2048', 's.pdf').code, 1)
        self.assertEqual(self.sign(self.write('x.pdf', 'no PDF'), 'rsa2048', 's.pdf').code, 1)
        self.assertFalse(os.path.exists(self.path('s.pdf')))

    def test_today_moves_the_validity(self):
        result = run('--today', '2051-01-01', 'sign', self.paper, '--key', self.key('rsa2048'), '-o', self.path('s.pdf'),
                     key_password='haslo')
        self.assertEqual(result.code, 1)

    def test_changed_and_broken(self):
        self.sign(self.paper, 'rsa2048', 's.pdf')
        good = self.read(self.path('s.pdf'))
        code, report = self.verify(self.write('appended.pdf', good + b'\n% more\n'), *self.trust())
        self.assertEqual((code, report['verdict']), (1, 'changed'))
        self.assertTrue(report['signatures'][0]['changes_after'])
        flipped = bytearray(good)
        flipped[2000] ^= 1
        code, report = self.verify(self.write('flipped.pdf', bytes(flipped)), *self.trust())
        self.assertEqual((code, report['verdict']), (1, 'broken'))
        self.assertEqual(self.verify(self.write('none.pdf', 'no PDF')), (1, {'verdict': 'broken', 'signatures': []}))

    def test_files_that_are_not_there(self):
        for call in (('verify', self.path('no.pdf')), ('verify', self.paper, '--trust', self.path('no.pem'))):
            result = run(*call)
            self.assertEqual((result.code, result.out), (1, ''))

    def test_programs_of_others_agree(self):
        if not shutil.which('pdfsig'):
            raise unittest.SkipTest('pdfsig is not installed')
        self.sign(self.paper, 'rsa2048', 's.pdf')
        told = subprocess.run(['pdfsig', '-nocert', self.path('s.pdf')], capture_output=True, text=True, check=False).stdout
        self.assertIn('Signature is Valid', told)
        self.assertIn('ETSI.CAdES.detached', told)


if __name__ == '__main__':
    main()
