#!/usr/bin/python3
"""Importing specialists and institutions from tables."""
from asystactl import Case, main, shared

HEADER = 'nazwa;ulica;kod_miasto;telefon;email\n'
KEYS = {'rows', 'added', 'updated', 'same', 'skipped', 'refused'}


class Import(Case):
    def setUp(self):
        super().setUp()
        self.register = self.make_register()

    def take(self, path, *args, code=0):
        result = self.on(self.register, 'import', 'providers', path, *args)
        self.assertEqual(result.code, code, result.err)
        report = result.json
        self.assertEqual(set(report), KEYS)
        parts = [report[key] for key in ('added', 'updated', 'same', 'skipped')]
        self.assertEqual(report['rows'], sum(parts) + len(report['refused']))
        return report

    def counts(self, report):
        return [report[key] for key in ('rows', 'added', 'updated', 'same', 'skipped')] + [len(report['refused'])]

    def found(self, text):
        return [line[2] for line in self.on(self.register, 'search', text).lines if line[0] == 'provider']

    def test_second_run_adds_none(self):
        path = self.write('a.csv', HEADER + 'Poradnia Żuraw;Polna 1;00-001 Łódź;tel. 58 341 87 58;\nŚwietlica;Polna 2;00-001 Łódź;;\n')
        self.assertEqual(self.counts(self.take(path)), [2, 2, 0, 0, 0, 0])
        self.assertEqual(self.counts(self.take(path)), [2, 0, 0, 2, 0, 0])
        self.assertEqual(len(self.found('lodz')), 2)
        self.assertEqual(len(self.found('zuraw')), 1)

    def test_a_dry_run_writes_nothing_and_tells_the_truth(self):
        path = self.write('a.csv', HEADER + 'Poradnia;Polna 1;00-001 Łódź;;\n;x;y;;\n')
        dry = self.take(path, '--dry-run', code=5)
        self.assertEqual(self.found('poradnia'), [])
        self.assertEqual(self.take(path, code=5), dry)
        self.assertEqual(len(self.found('poradnia')), 1)
        self.assertEqual(self.take(path, '--dry-run', code=5)['same'], 1)

    def test_refused_rows_are_listed_and_the_rest_is_in(self):
        path = self.write('a.csv', HEADER + '"Jeden\ni pół";a;b;;\n;bez nazwy;c;;\nDwa;"niedomknięty;d;;\nTrzy;e;f;1;2;3;4\n;;;;\n'
                          'Cztery;g;h;;\n')
        report = self.take(path, code=5)
        self.assertEqual(self.counts(report), [6, 2, 0, 0, 1, 3])
        self.assertEqual(report['refused'], [
            {'row': 4, 'column': 'nazwa', 'reason': 'no-name'},
            {'row': 5, 'column': 'ulica', 'reason': 'broken-quoting'},
            {'row': 6, 'column': None, 'reason': 'too-many-columns'}])
        self.assertEqual(len(self.found('jeden')), 1)
        self.assertEqual(len(self.found('cztery')), 1)

    def test_a_changed_row_is_updated(self):
        self.take(self.write('a.csv', HEADER + 'Poradnia;Polna 1;00-001 Łódź;58 341 87 58;\n'))
        report = self.take(self.write('b.csv', HEADER + 'Poradnia;Polna 1;00-001 Łódź;58 341 87 59;\n'))
        self.assertEqual(self.counts(report), [1, 0, 1, 0, 0, 0])
        self.assertEqual(len(self.found('583418759')), 1)
        self.assertEqual(len(self.found('583418758')), 0)

    def test_old_encodings_and_breaks(self):
        text = HEADER + 'Świetlica Źrebię;Żabia 1;00-001 Łódź;;\n'
        for number, data in enumerate((text.encode('cp1250'), text.encode('iso8859-2'),
                                       text.replace('\n', '\r\n').encode('utf-8-sig'), text.encode('utf-16'))):
            with self.subTest(number):
                report = self.take(self.write(f'{number}.csv', data))
                self.assertEqual(self.counts(report), [1, int(number == 0), 0, int(number > 0), 0, 0])
        self.assertEqual(len(self.found('swietlica zrebie lodz')), 1)

    def test_map_by_name_and_by_file(self):
        own = self.write('own.xml', '<mapping name="own" register="own"><title>Moje</title><header><column name="co"/></header>'
                         '<field name="name"><column name="co"/></field>'
                         '<field name="kind" default="other"><column name="rodzaj"/></field></mapping>')
        path = self.write('a.csv', 'co,gdzie\nPoradnia,Łódź\n')
        self.assertEqual(self.on(self.register, 'import', 'providers', path).code, 1)
        self.assertEqual(self.take(path, '--map', own)['added'], 1)
        table = self.write('b.csv', HEADER + 'A;b;c;;\n')
        self.assertEqual(self.take(table, '--map', 'small')['added'], 1)

    def test_files_that_cannot_be_used(self):
        bad = self.write('bad.xml', '<mapping')
        for name, text, words in (('empty.csv', '', ()), ('foreign.csv', 'a;b\n1;2\n', ()),
                                  ('a.csv', HEADER + 'A;b;c;;\n', ('--map', 'nope')), ('zero.csv', b'\0' * 100, ()),
                                  ('bad.csv', HEADER, ('--map', bad))):
            with self.subTest(name):
                result = self.on(self.register, 'import', 'providers', self.write(name, text), *words)
                self.assertEqual((result.code, result.out), (1, ''))
                self.assertTrue(result.err)
        self.assertEqual(self.on(self.register, 'import', 'providers', self.path('no.csv')).code, 1)

    def test_schools_of_gorzow(self):
        path = shared('rspo-directory', 'rspo-gorzow-2020.csv')
        self.assertEqual(self.counts(self.take(path)), [168, 168, 0, 0, 0, 0])
        self.assertEqual(self.counts(self.take(path)), [168, 0, 0, 168, 0, 0])
        self.assertEqual(len(self.found('poradnia')), 5)
        self.assertIn('Gorzów', self.found('gorzow')[0])

    def test_centres_of_silesia(self):
        path = shared('ops-directory', 'ops_slaskie.csv')
        self.take(shared('rspo-directory', 'rspo-gorzow-2020.csv'))
        self.assertEqual(self.counts(self.take(path)), [167, 167, 0, 0, 0, 0])
        self.assertEqual(self.counts(self.take(path)), [167, 0, 0, 167, 0, 0])
        self.assertTrue(self.found('bedzin'))

    def test_other_tables(self):
        for parts, rows in ((('ops-directory', 'ops_malopolska_sample.csv'), 19), (('small-directories', 'poradnie_gdansk.csv'), 12),
                            (('small-directories', 'placowki_wsparcia_dziennego_praga.csv'), 10)):
            path = shared(*parts)
            self.assertEqual(self.counts(self.take(path)), [rows, rows, 0, 0, 0, 0])
            self.assertEqual(self.counts(self.take(path)), [rows, 0, 0, rows, 0, 0])

    def test_the_audit_notes_the_file(self):
        def audit():
            return next(line for line in self.on(self.register, 'check').lines if line[1] == 'audit')
        before = int(audit()[2].split()[0])
        self.take(self.write('a.csv', HEADER + 'A;b;c;;\n'))
        self.assertEqual(audit()[0], 'ok')
        self.assertGreater(int(audit()[2].split()[0]), before)


if __name__ == '__main__':
    main()
