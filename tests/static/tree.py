#!/usr/bin/python3
"""tree.py SOURCE_ROOT: rules of the house that no compiler sees. Writes TAP."""
import os
import re
import subprocess
import sys

ROOT = os.path.abspath(sys.argv[1])

# What each room may include, besides itself. A new room is named here first.
CORE = {
    'base': set(),
    'db': {'base'},
    'model': {'base'},
    'law': {'base', 'model'},
    'store': {'base', 'db', 'model', 'law'},
    'letter': {'base', 'model', 'law', 'store'},
    'seal': {'base', 'model'},
    'exchange': {'base', 'model', 'law', 'store'},
    # Papers of the register: a snapshot filled into a template, finished and issued.
    'papers': {'base', 'model', 'law', 'store', 'letter', 'seal'},
}
PAGES = {'today', 'assessments', 'families', 'plans', 'calendar', 'directory', 'letters', 'reports', 'team'}
ROOMS = dict(CORE)
# Widgets and sentences that all pages share; it knows the errors of every room.
ROOMS['ui'] = set(CORE)
# A page asks the store, never the engine.
ROOMS.update({page: set(CORE) - {'db'} | {'ui'} for page in PAGES})
# The demonstration register, made in the window and by asystactl.
ROOMS['demo'] = set(CORE) - {'exchange'}
ROOMS['app'] = set(CORE) | {'demo', 'ui'} | PAGES
ROOMS['ctl'] = set(CORE) | {'demo'}
WITHOUT_WINDOW = set(CORE) | {'demo', 'ctl'}

BANNED = {
    r'strn?cpy|strn?cat|stpcpy': 'g_strlcpy, g_strdup or GString',
    r'v?sprintf': 'g_snprintf or g_strdup_printf',
    r'atoi|atol|atoll|atof|strtod|sscanf': 'g_ascii_string_to_signed, g_ascii_strtod',
    r'gmtime|gmtime_r|localtime|localtime_r|asctime|ctime|mktime|strftime': 'AsyDay or GDateTime',
    r'strtok|strtok_r': 'g_strsplit',
    r'gets|tmpnam|tempnam|mktemp|alloca|g_alloca|g_newa': 'something safe',
    r'system|popen': 'GSubprocess',
    r'rand|srand|random|drand48': 'libsodium for keys, GRand with a seed for inventions',
    r'g_error': 'GError: a program must not abort on data',
    r'g_utf8_collate|g_utf8_collate_key|strcoll': 'the sort key of base',
    r'g_main_context_invoke': 'g_source_attach: invoke may run in the worker',
}
# Today comes from the clock interface alone.
CLOCK = r'time|g_date_time_new_now\w*|g_date_set_time\w*|asy_day_today_local'
CLOCK_FILES = {
    'src/base/asy-clock.c', 'src/base/asy-day.c', 'src/base/asy-day.h',
    'src/db/asy-db-migrate.c',      # the name of a copy says when it was really made
}
# Gone in newer toolkits and not worth starting with.
OLD_WIDGETS = r'\b(GtkDialog|GtkTreeView|GtkListStore|GtkComboBox\w*|GtkEntryCompletion|GtkAppChooser\w*)\b'

# Programs that run while building: plain C, no room of the house.
BUILD_TOOLS = {'src/seal/asn1-table.c'}
LINES_MAX = 1000
# A checkout just below one of these says nothing about the machine.
COMMON_FOLDERS = {'/', '/tmp', '/var/tmp', '/usr/src', '/opt', '/srv', '/home'}


def git(*args):
    return subprocess.run(['git', '-c', 'safe.directory=*', '-C', ROOT, *args],
                          check=True, capture_output=True, text=True).stdout.splitlines()


def read(path):
    with open(os.path.join(ROOT, path), encoding='utf-8') as file:
        return file.read()


def code_only(text):
    """The text with comments and the insides of strings blanked, lines kept."""
    pattern = re.compile(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', re.S)
    return pattern.sub(lambda m: re.sub(r'[^\n]', ' ', m.group()), text)


def at(path, text, position):
    return f'{path}:{text.count(chr(10), 0, position) + 1}'


TRACKED = [path for path in git('ls-files') if os.path.isfile(os.path.join(ROOT, path))]
SOURCES = [path for path in TRACKED if path.startswith('src/') and path.endswith(('.c', '.h'))]
PROGRAMS = [path for path in TRACKED if path.startswith(('src/', 'tests/')) and path.endswith(('.c', '.h'))]
TEXT = {path: read(path) for path in PROGRAMS}
CODE = {path: code_only(text) for path, text in TEXT.items()}


def room_of(path):
    parts = path.split('/')
    return parts[1] if len(parts) > 2 else None


def includes(path):
    for match in re.finditer(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"]', TEXT[path], re.M):
        yield match.group(1), match.group(2), at(path, TEXT[path], match.start())


def check_rooms():
    """Each room includes itself and the rooms below it; pages do not know each other."""
    for path in SOURCES:
        room = room_of(path)
        if room is None:
            continue
        if room not in ROOMS:
            yield f'{path}: unknown room {room}; name it and what it may use in tests/static/tree.py'
            continue
        for mark, name, where in includes(path):
            other = name.split('/')[0] if '/' in name else None
            if mark == '"' and other in ROOMS and other != room and other not in ROOMS[room]:
                yield f'{where}: {room} includes {name}'
            elif mark == '"' and other is None and name != 'config.h' and not name.endswith('-resources.h'):
                yield f'{where}: write {name} with its folder'


def check_gtk():
    """Nothing below the pages includes GTK."""
    for path in SOURCES:
        if room_of(path) in WITHOUT_WINDOW:
            for _, name, where in includes(path):
                if re.match(r'(gtk|gdk|gsk|adwaita)[/.-]|gdk/|libadwaita', name):
                    yield f'{where}: {name}'


def check_engine():
    """Only src/db knows an engine's header."""
    for path in PROGRAMS:
        if not path.startswith(('src/db/', 'tests/db/')):
            for _, name, where in includes(path):
                if re.search(r'sqlite3|sqlcipher|libpq', name):
                    yield f'{where}: {name}'


def check_banned():
    """Calls that this house does not use."""
    for path in PROGRAMS:
        for names, instead in BANNED.items():
            if names == 'g_error' and path.startswith('tests/'):
                continue
            for match in re.finditer(rf'(?<![\w>.])({names})[ \t]*\(', CODE[path]):
                yield f'{at(path, CODE[path], match.start())}: {match.group(1)}: use {instead}'


def check_clock():
    """Only the clock asks the system what day it is."""
    for path in SOURCES:
        if path not in CLOCK_FILES:
            for match in re.finditer(rf'(?<![\w>.])({CLOCK})[ \t]*\(', CODE[path]):
                yield f'{at(path, CODE[path], match.start())}: {match.group(1)}: use AsyClock'


def check_widgets():
    """No widget that newer toolkits have given up."""
    for path in TRACKED:
        if path.startswith(('src/', 'ui/')) and path.endswith(('.c', '.h', '.ui')):
            text = CODE.get(path) or read(path)
            for match in re.finditer(OLD_WIDGETS, text):
                yield f'{at(path, text, match.start())}: {match.group(1)}'


def check_headers():
    """A header is guarded, callable from C++ and short on promises."""
    for path in SOURCES:
        if path.endswith('.h'):
            if '#pragma once' not in TEXT[path]:
                yield f'{path}: no #pragma once'
            if 'G_BEGIN_DECLS' not in TEXT[path] and re.search(r'\w \(.*\);', CODE[path], re.S):
                yield f'{path}: no G_BEGIN_DECLS'


def check_first_lines():
    """Each source file says whose it is, logs under its room and includes config.h first."""
    for path in PROGRAMS:
        if 'SPDX-License-Identifier: GPL-3.0-or-later' not in TEXT[path][:400]:
            yield f'{path}: no SPDX line'
    for path in SOURCES:
        room = room_of(path)
        if not path.endswith('.c') or room is None or path in BUILD_TOOLS:
            continue
        if f'#define G_LOG_DOMAIN "asy-{room}"' not in TEXT[path]:
            yield f'{path}: no G_LOG_DOMAIN "asy-{room}"'
        first = next(includes(path), (None, None, None))[1]
        if first != 'config.h':
            yield f'{path}: the first include is {first}, not config.h'
    for path in TRACKED:
        if path.startswith(('tools/', '.ci/', 'tests/')) and (path.endswith('.py') or os.access(os.path.join(ROOT, path), os.X_OK)):
            if os.path.splitext(path)[1] in ('', '.py', '.sh') and not read(path).startswith('#!'):
                yield f'{path}: no interpreter line'


def check_lengths():
    """No file grows into the meeting point of everything."""
    for path in TRACKED:
        if path.endswith(('.c', '.h', '.ui', '.py')):
            lines = read(path).count('\n')
            if lines > LINES_MAX:
                yield f'{path}: {lines} lines'


def check_finished():
    """No unfinished work, no test switched off for good."""
    mark = re.compile(r'\b(TO' r'DO|FIX' r'ME|XX' r'X|HA' r'CK)\b|not implem' r'ented|#if' r' 0\b')
    for path in TRACKED:
        if path.startswith(('src/', 'ui/', 'tests/', 'tools/')) and path.endswith(('.c', '.h', '.ui', '.py', '.sh', '.build')):
            for number, line in enumerate(read(path).splitlines(), 1):
                if mark.search(line):
                    yield f'{path}:{number}: {line.strip()[:100]}'


def check_addresses():
    """Scripts take addresses from the machine, and nothing knows the machine they were written on."""
    for path in TRACKED:
        if path.startswith(('tools/', '.ci/')):
            for number, line in enumerate(read(path).splitlines(), 1):
                if re.search(r'\b(https?|ftp)://', line):
                    yield f'{path}:{number}: an address'
    above = os.path.dirname(ROOT)
    own = re.compile('|'.join(['/ho' r'me/\w', r'(?<![\w.$}])/ro' 'ot/'] + [re.escape(above + '/')] * (above not in COMMON_FOLDERS)))
    for path in TRACKED:
        if not path.endswith(('.png', '.pdf', '.p12', '.asysta', '.db')):
            for number, line in enumerate(read_bytes(path).splitlines(), 1):
                if own.search(line):
                    yield f'{path}:{number}: a path of one machine'


def read_bytes(path):
    with open(os.path.join(ROOT, path), 'rb') as file:
        return file.read().decode('utf-8', 'replace')


def check_xml():
    """Every XML file is well formed."""
    files = [path for path in TRACKED if path.endswith(('.ui', '.xml', '.svg', '.rng', '.xml.in', '.page'))
             and not path.startswith('tests/')]
    if files:
        run = subprocess.run(['xmllint', '--noout', '--nonet', *files], cwd=ROOT, capture_output=True, text=True)
        if run.returncode:
            yield from run.stderr.splitlines()[:20]


def check_settings():
    """Every setting is read somewhere."""
    sources = ''.join(TEXT[path] for path in SOURCES)
    for path in TRACKED:
        if path.endswith('.gschema.xml'):
            for key in re.findall(r'<key name="([^"]+)"', read(path)):
                if f'"{key}"' not in sources:
                    yield f'{path}: nobody reads {key}'


def check_lists():
    """Sources, templates and resources that exist are built: none was forgotten in a list."""
    lists = ''.join(read(path) for path in TRACKED if path.endswith(('meson.build', '.gresource.xml')))
    for path in TRACKED:
        name = os.path.basename(path)
        if path.startswith('src/') and path.endswith('.c') or path.endswith('.ui'):
            stem = re.sub(r'\.(c|ui)$', '', name)
            short = re.sub(r'^asy-', '', stem)
            if name not in lists and f"'{stem}'" not in lists and f"'{short}'" not in lists:
                yield f'{path}: in no list'


def main():
    checks = [value for name, value in globals().items() if name.startswith('check_')]
    print(f'1..{len(checks)}')
    bad = 0
    for number, check in enumerate(checks, 1):
        found = sorted(set(check()))
        bad += bool(found)
        print(f'{"not ok" if found else "ok"} {number} - {check.__doc__.splitlines()[0]}')
        for line in found:
            print(f'# {line}')
    return 1 if bad else 0


if __name__ == '__main__':
    sys.exit(main())
