#!/usr/bin/python3
"""Lists written for spreadsheets, read again by other means than ours: csv, and zip with XML."""
import csv
import datetime
import io
import os
import re
import xml.etree.ElementTree as ET
import zipfile

from asystactl import DemoCase, main, run

LISTS = {'families': 'Rodzina', 'due': 'Termin', 'providers': 'Nazwa', 'letters': 'Data', 'interventions': 'Dzień', 'workers': 'Asystent'}
MAIN = '{http://schemas.openxmlformats.org/spreadsheetml/2006/main}'
FORMULAS = ('=', '+', '-', '@', '\t', '\r', '\n')


def read_csv(data):
    assert data.startswith(b'\xef\xbb\xbf'), data[:10]
    return list(csv.reader(io.StringIO(data.decode('utf-8-sig'), newline=''), delimiter=';'))


class Book:
    """The one sheet of a workbook: cells as (type, value, style) by row."""

    def __init__(self, data):
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            assert file.testzip() is None
            names = file.namelist()
            shared = ET.fromstring(file.read('xl/sharedStrings.xml')) if 'xl/sharedStrings.xml' in names else []
            self.strings = [''.join(text.text or '' for text in item.iter(MAIN + 't')) for item in shared]
            self.sheet = ET.fromstring(file.read('xl/worksheets/sheet1.xml'))
            styles = ET.fromstring(file.read('xl/styles.xml'))
            self.title = ET.fromstring(file.read('xl/workbook.xml')).find(f'{MAIN}sheets/{MAIN}sheet').get('name')
        formats = {item.get('numFmtId'): item.get('formatCode') for item in styles.iter(MAIN + 'numFmt')}
        self.formats = [formats.get(item.get('numFmtId')) for item in styles.find(MAIN + 'cellXfs')]

    def value(self, cell):
        raw = cell.find(MAIN + 'v')
        if raw is None:
            return None
        if cell.get('t') == 's':
            return self.strings[int(raw.text)]
        if self.formats[int(cell.get('s', '0'))] == 'yyyy-mm-dd':
            return datetime.date(1899, 12, 30) + datetime.timedelta(days=int(float(raw.text)))
        return float(raw.text)

    def rows(self):
        """Every row as a list; columns without a cell are None."""
        for row in self.sheet.iter(MAIN + 'row'):
            cells = {}
            for cell in row:
                place = 0
                for letter in re.match('[A-Z]+', cell.get('r')).group():
                    place = place * 26 + ord(letter) - 64
                cells[place - 1] = self.value(cell)
            yield [cells.get(i) for i in range(max(cells) + 1)]


class Export(DemoCase):
    def take(self, name, file, *args):
        path = self.path(file)
        result = self.demo('export', name, '-o', path, *args)
        self.assertEqual(result.code, 0, result.err)
        self.assertEqual(result.out, '')
        self.assertEqual(os.stat(path).st_mode & 0o777, 0o600)
        return self.read(path)

    def test_every_list_in_both_formats(self):
        for name, first in LISTS.items():
            with self.subTest(name):
                text = read_csv(self.take(name, name + '.csv'))
                book = Book(self.take(name, name + '.xlsx'))
                rows = list(book.rows())
                self.assertEqual(text[0][0], first)
                self.assertEqual(rows[0], text[0])
                self.assertEqual(len(rows), len(text))
                if name != 'interventions':
                    self.assertGreater(len(text), 1)
                for line, row in zip(text[1:], rows[1:]):
                    self.assertEqual(len(line), len(text[0]))
                    for cell, value in zip(line, row + [None] * (len(line) - len(row))):
                        self.compare(cell, value)

    def compare(self, cell, value):
        self.assertFalse(cell.startswith(FORMULAS), cell)
        if value is None:
            self.assertEqual(cell, '')
        elif isinstance(value, datetime.date):
            self.assertEqual(cell, value.isoformat())
        elif isinstance(value, float):
            self.assertEqual(float(cell.replace(',', '.')), value)
        else:
            self.assertIn(cell, (value, "'" + value))

    def test_families_are_those_of_the_list(self):
        for args in ([], ['--archived'], ['--all']):
            names = [family['name'] for family in self.demo('--json', 'families', *args).json]
            rows = read_csv(self.take('families', 'f.csv', *args))[1:]
            self.assertEqual([row[0] for row in rows], names)

    def test_polish_letters_and_dates(self):
        rows = read_csv(self.take('due', 'd.csv', '--days', '60'))
        due = self.demo('due', '--days', '60').json
        self.assertEqual([row[0] for row in rows[1:]], [entry['due'] for entry in due])
        self.assertEqual([row[3] for row in rows[1:]], [entry['family'] or '' for entry in due])
        self.assertRegex(self.read(self.path('d.csv')).decode(), '[ąćęłńóśźż]')
        left = [int(row[1]) if row[1] else -int(row[2]) for row in rows[1:]]
        self.assertEqual(left, [entry['days_left'] for entry in due])

    def test_a_header_that_stays_with_filters(self):
        book = Book(self.take('families', 'f.xlsx'))
        n = len(list(book.rows()))
        pane = book.sheet.find(f'{MAIN}sheetViews/{MAIN}sheetView/{MAIN}pane')
        self.assertEqual((pane.get('ySplit'), pane.get('state')), ('1', 'frozen'))
        self.assertEqual(book.sheet.find(MAIN + 'autoFilter').get('ref'), f'A1:R{n}')
        self.assertEqual(book.title, 'Rodziny')
        widths = [float(column.get('width')) for column in book.sheet.iter(MAIN + 'col')]
        self.assertTrue(all(width > 8 for width in widths))
        self.assertIsNone(book.sheet.find(f'.//{MAIN}f'))

    def test_formulas_of_the_register_are_texts(self):
        path = self.write('a.csv', 'nazwa;ulica;kod_miasto;telefon;email\n"=HYPERLINK(""http://x"";""y"")";@SUM(A1);00-001 Łódź;;\n')
        self.assertEqual(self.demo('import', 'providers', path, '--map', 'small').code, 0)
        rows = read_csv(self.take('providers', 'p.csv'))
        self.assertIn('\'=HYPERLINK("http://x";"y")', [row[0] for row in rows])
        self.assertIn("'@SUM(A1)", [row[2] for row in rows])
        book = Book(self.take('providers', 'p.xlsx'))
        self.assertIn('=HYPERLINK("http://x";"y")', [row[0] for row in book.rows()])
        self.assertIsNone(book.sheet.find(f'.//{MAIN}f'))
        self.assertIsNone(book.sheet.find(f'.//{MAIN}hyperlink'))

    def test_the_format_and_the_standard_output(self):
        self.assertTrue(self.take('workers', 'w.dat').startswith(b'\xef\xbb\xbf'))
        self.assertTrue(self.take('workers', 'w.dat', '--format', 'xlsx').startswith(b'PK'))
        result = self.demo('export', 'workers', '-o', '-')
        self.assertEqual(result.code, 0, result.err)
        self.assertTrue(result.out.startswith('\ufeffAsystent;'))

    def test_wrong_usage(self):
        for args in ((), ('families',), ('nothing', '-o', 'x'), ('families', '-o', 'x', '--format', 'ods'),
                     ('due', '-o', 'x', '--days', '-1'), ('--json', 'families', '-o', '-')):
            with self.subTest(args):
                self.assertEqual(run('export', *args).code, 2)

    def test_the_audit_notes_who_took_a_list(self):
        def audit():
            return next(line for line in self.demo('check').lines if line[1] == 'audit')
        before = int(audit()[2].split()[0])
        self.take('families', 'f.csv')
        self.assertEqual(audit()[0], 'ok')
        self.assertGreater(int(audit()[2].split()[0]), before)


if __name__ == '__main__':
    main()
