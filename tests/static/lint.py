#!/usr/bin/python3
"""lint.py cppcheck|tidy|analyzer SOURCE_ROOT BUILD_ROOT: a static analyser over src/; exit code 77 where it is not installed."""
import concurrent.futures
import json
import os
import re
import shutil
import subprocess
import sys

KIND, SOURCE, BUILD = sys.argv[1:4]
# Deprecated-or-unsafe: wants memcpy_s of C11's Annex K, which glibc has not.
ANALYZER = ('-*,clang-analyzer-*,-clang-analyzer-security.insecureAPI.DeprecatedOrUnsafeBufferHandling,'
            # ... and what a cleanup attribute frees for unread and leaked; LeakSanitizer knows better.
            '-clang-analyzer-optin.performance.Padding,-clang-analyzer-deadcode.DeadStores,-clang-analyzer-unix.Malloc')


def sources():
    with open(os.path.join(BUILD, 'compile_commands.json'), encoding='utf-8') as file:
        paths = {os.path.normpath(os.path.join(command['directory'], command['file'])) for command in json.load(file)}
    return sorted(path for path in paths if path.startswith(os.path.join(SOURCE, 'src') + os.sep))


def need(program):
    if not shutil.which(program):
        print(f'{program} is not installed')
        sys.exit(77)


def cppcheck():
    need('cppcheck')
    return subprocess.run([
        'cppcheck', '--quiet', '--error-exitcode=1', '--std=c11', '--library=gtk', '--inline-suppr',
        '--enable=warning,performance,portability', f'-j{os.cpu_count()}',
        '--suppress=normalCheckLevelMaxBranches', '--suppress=missingIncludeSystem',
        # cppcheck 2.10 gives up on macros that it does not know and that define functions.
        '-DG_DEFINE_EXTENDED_ERROR(a,b)=', '-DG_DEFINE_QUARK(a,b)=', '-DG_GNUC_PRINTF(a,b)=',
        # It does not follow ownership into structures; LeakSanitizer does.
        '--suppress=memleak',
        # NULL is a pointer in every C library that GLib runs on.
        '--suppress=varFuncNullUB', '-I', os.path.join(SOURCE, 'src'),
        *sources()], check=False).returncode


def tidy_one(path, checks):
    command = ['clang-tidy', '--quiet', '-p', BUILD, '--extra-arg=-Wno-unknown-warning-option', '--warnings-as-errors=*']
    if checks:
        command.append('--checks=' + checks)
    run = subprocess.run([*command, path], cwd=SOURCE, capture_output=True, text=True)
    return run.returncode, run.stdout


def tidy(checks=None):
    need('clang-tidy')
    bad, told = 0, set()
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for code, text in pool.map(lambda path: tidy_one(path, checks), sources()):
            bad += bool(code)
            # A remark on a header comes once for every source that includes it.
            for remark in re.split(r'^(?=\S+:\d+:\d+: (?:warning|error): )', text, flags=re.M):
                # Of the way there only the end: the line, the code, the mark.
                remark = '\n'.join(remark.splitlines()[:3])
                if remark.strip() and remark not in told:
                    told.add(remark)
                    print(remark)
    return 1 if bad else 0


sys.exit({'cppcheck': cppcheck, 'tidy': tidy, 'analyzer': lambda: tidy(ANALYZER)}[KIND]())
