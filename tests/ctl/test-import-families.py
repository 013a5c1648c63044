#!/usr/bin/python3
"""Importing families and people from an office's old table."""
from asystactl import DemoCase, main

HEADER = 'Nr rodziny;Nazwisko;Imię;PESEL;Rola;Ulica;Data zgłoszenia;Data zgody;Asystent;Data przydzielenia\n'
MOTHER = '7;Żabińska;Anna;88031212245;matka;Polna 3;2.12.2024;;;\n'
SON = '7;Żabiński;Jaś;15240510118;syn;Polna 3;;;;\n'


class ImportFamilies(DemoCase):
    def take(self, path, *args, code=0):
        result = self.demo('import', 'families', path, *args)
        self.assertEqual(result.code, code, result.err)
        report = result.json
        parts = [report[key] for key in ('added', 'updated', 'same', 'skipped')]
        self.assertEqual(report['rows'], sum(parts) + len(report['refused']))
        return report

    def names(self):
        return [family['name'] for family in self.demo('--json', 'families', '--all').json]

    def test_families_come_in_once(self):
        path = self.write('a.csv', (HEADER + MOTHER + SON).encode('cp1250'))
        before = self.names()
        dry = self.take(path, '--dry-run')
        self.assertEqual(self.names(), before)
        self.assertEqual(self.take(path), dry)
        self.assertEqual(dry['added'], 2)
        self.assertEqual(sorted(self.names()), sorted(before + ['Żabińscy']))
        self.assertEqual(self.take(path)['same'], 2)
        self.assertEqual([line[0] for line in self.demo('search', 'zabinska').lines], ['family', 'person'])

    def test_what_was_refused_is_told(self):
        path = self.write('a.csv', HEADER + MOTHER + SON.replace('0118', '0119') + '8;Nowa;Ola;;matka;Leśna 1;2.12.2024;;Jan Nikt;3.12.2024\n'
                          '9;Inna;Ewa;;matka;Leśna 2;31/12/24;;;\n10;Dobra;Iga;;matka;Leśna 3;;;;\n')
        report = self.take(path, code=5)
        self.assertEqual(report['added'], 1)
        self.assertEqual(report['refused'], [
            {'row': 2, 'column': None, 'reason': 'family-refused'},
            {'row': 3, 'column': 'PESEL', 'reason': 'wrong-pesel'},
            {'row': 4, 'column': 'Asystent', 'reason': 'unknown-assistant'},
            {'row': 5, 'column': 'Data zgłoszenia', 'reason': 'ambiguous-day'}])

    def test_maps(self):
        path = self.write('a.csv', 'kto;imiona;gdzie\nNowak;Anna;Polna 1\n')
        self.assertEqual(self.demo('import', 'families', path).code, 1)
        own = self.write('own.xml', '<mapping name="own" register="own" kind="families"><title>Moje</title><header><column name="kto"/></header>'
                         '<field name="surname"><column name="kto"/></field><field name="given-name"><column name="imiona"/></field>'
                         '<field name="street"><column name="gdzie"/></field></mapping>')
        self.assertEqual(self.take(path, '--map', own)['added'], 1)
        self.assertEqual(self.demo('import', 'families', path, '--map', 'small').code, 2)
        self.assertEqual(self.demo('import', 'providers', path, '--map', own).code, 2)

    def test_the_register_stays_sound(self):
        self.take(self.write('a.csv', HEADER + MOTHER + SON))
        self.assertEqual(self.demo('check').code, 0)


if __name__ == '__main__':
    main()
