#!/usr/bin/python3
"""test_tree.py: tree.py sees each kind of breach, in a small tree made for it, and is silent on a clean one. Writes TAP."""
import os
import re
import subprocess
import sys
import tempfile

TREE = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'tree.py')
HEAD = '/* SPDX-License-Identifier: GPL-3.0-or-later */\n'
CLEAN = {
    'src/meson.build': "files('asy-a.c', 'asy-w.c', 'w.ui')\n",
    'src/base/asy-a.h': HEAD + '#pragma once\nG_BEGIN_DECLS\nint asy_a (void);\nG_END_DECLS\n',
    'src/base/asy-a.c': HEAD + '#define G_LOG_DOMAIN "asy-base"\n#include "config.h"\n#include "base/asy-a.h"\n'
                               'int asy_a (void) { return puts ("atoi (x), time (NULL)"); } /* strcpy (a, b) */\n',
    'src/today/asy-w.c': HEAD + '#define G_LOG_DOMAIN "asy-today"\n#include "config.h"\n#include <gtk/gtk.h>\n#include "law/asy-b.h"\n',
    'src/law/asy-b.h': HEAD + '#pragma once\n',
    'ui/today/w.ui': '<interface/>\n',
}
BREACHES = [
    ('Each room', 'src/law/asy-b.h', CLEAN['src/law/asy-b.h'] + '#include "store/asy-store.h"\n'),
    ('Each room', 'src/today/asy-w.c', CLEAN['src/today/asy-w.c'] + '#include "families/asy-families-page.h"\n'),
    ('Each room', 'src/cellar/asy-c.h', CLEAN['src/law/asy-b.h']),
    ('Each room', 'src/law/asy-b.h', CLEAN['src/law/asy-b.h'] + '#include "asy-a.h"\n'),
    ('Nothing below the pages', 'src/law/asy-b.h', CLEAN['src/law/asy-b.h'] + '#include <gtk/gtk.h>\n'),
    ('Nothing below the pages', 'src/law/asy-b.h', CLEAN['src/law/asy-b.h'] + '#include <adwaita.h>\n'),
    ('Only src/db', 'src/base/asy-a.h', CLEAN['src/base/asy-a.h'] + '#include <sqlcipher/sqlite3.h>\n'),
    ('Only src/db', 'src/base/asy-a.h', CLEAN['src/base/asy-a.h'] + '#include <libpq-fe.h>\n'),
    ('Calls that', 'src/base/asy-a.c', CLEAN['src/base/asy-a.c'] + 'int b (char *t) { return atoi (t); }\n'),
    ('Calls that', 'src/base/asy-a.c', CLEAN['src/base/asy-a.c'] + 'void b (char *t) { strcpy(t, ""); }\n'),
    ('Only the clock', 'src/base/asy-a.c', CLEAN['src/base/asy-a.c'] + 'long b (void) { return time (NULL); }\n'),
    ('No widget', 'ui/today/w.ui', '<interface><object class="GtkTreeView"/></interface>\n'),
    ('A header', 'src/law/asy-b.h', HEAD),
    ('A header', 'src/law/asy-b.h', HEAD + '#pragma once\nint asy_b (void);\n'),
    ('Each source file', 'src/base/asy-a.c', CLEAN['src/base/asy-a.c'].replace(HEAD, '')),
    ('Each source file', 'src/base/asy-a.c', CLEAN['src/base/asy-a.c'].replace('asy-base', 'asy-law')),
    ('Each source file', 'src/base/asy-a.c', CLEAN['src/base/asy-a.c'].replace('#include "config.h"\n', '')),
    ('No file grows', 'ui/today/w.ui', '<interface>' + '\n' * 1001 + '</interface>\n'),
    ('No unfinished', 'src/base/asy-a.c', CLEAN['src/base/asy-a.c'] + '/* TO' 'DO: the rest */\n'),
    ('Scripts take', 'tools/x', '#!/bin/sh\ncurl http' '://example.org\n'),
    ('Scripts take', 'README.md', 'See /ho' 'me/me/asysta.\n'),
    ('Every setting', 'data/a.gschema.xml', '<schemalist><schema><key name="unread"/></schema></schemalist>\n'),
    ('Every XML', 'ui/today/w.ui', '<interface>\n'),
    ('Sources, templates', 'src/base/asy-forgotten.c', CLEAN['src/base/asy-a.c']),
]


def run_on(files):
    """The names of the checks that fail on a tree of these files."""
    with tempfile.TemporaryDirectory() as root:
        for path, text in files.items():
            full = os.path.join(root, path)
            os.makedirs(os.path.dirname(full), exist_ok=True)
            with open(full, 'w', encoding='utf-8') as file:
                file.write(text)
        subprocess.run(['git', 'init', '-q', root], check=True)
        subprocess.run(['git', '-C', root, 'add', '.'], check=True)
        out = subprocess.run([sys.executable, TREE, root], capture_output=True, text=True).stdout
    return re.findall(r'^not ok \d+ - (.*)', out, re.M), out


def main():
    print(f'1..{len(BREACHES) + 1}')
    bad = 0
    cases = [('', None, None)] + BREACHES
    for number, (name, path, text) in enumerate(cases, 1):
        failed, out = run_on({**CLEAN, **({path: text} if path else {})})
        good = len(failed) == 1 and failed[0].startswith(name) if path else not failed and 'ok 1' in out
        bad += not good
        print(f'{"ok" if good else "not ok"} {number} - {name + ": " + path if path else "a clean tree"}')
        if not good:
            print('# ' + out.replace('\n', '\n# '))
    return 1 if bad else 0


if __name__ == '__main__':
    sys.exit(main())
