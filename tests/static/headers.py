#!/usr/bin/python3
"""headers.py SOURCE_ROOT BUILD_ROOT: each header compiles with nothing but config.h before it,
with the flags of its room. Writes TAP."""
import concurrent.futures
import glob
import json
import os
import shlex
import subprocess
import sys

SOURCE, BUILD = sys.argv[1:3]


def flags_by_folder():
    """The compiler's words for the source of every folder that sees most, without input and output."""
    flags = {}
    with open(os.path.join(BUILD, 'compile_commands.json'), encoding='utf-8') as file:
        for command in json.load(file):
            path = os.path.normpath(os.path.join(command['directory'], command['file']))
            folder = os.path.dirname(path)
            if not path.startswith(os.path.join(SOURCE, 'src') + os.sep):
                continue
            words = shlex.split(command['command'])
            kept, skip = [], False
            for word in words:
                if skip:
                    skip = False
                elif word in ('-o', '-MF', '-MQ'):
                    skip = True
                elif word not in ('-c', '-MD', command['file']):
                    kept.append(word)
            if len(kept) > len(flags.get(folder, (None, []))[1]):
                flags[folder] = (command['directory'], kept)
    return flags


def compile_alone(header, directory, words):
    # A header of macros alone declares nothing, and ISO C wants a declaration.
    text = f'#include "config.h"\n#include "{header}"\nextern int declared;\n'
    run = subprocess.run([*words, '-fsyntax-only', '-x', 'c', '-'], cwd=directory, input=text,
                         capture_output=True, text=True)
    return run.returncode, run.stderr


def main():
    flags = flags_by_folder()
    headers = sorted(glob.glob(os.path.join(SOURCE, 'src', '**', '*.h'), recursive=True))
    jobs = [(h, *flags[os.path.dirname(h)]) for h in headers if os.path.dirname(h) in flags]
    print(f'1..{len(headers)}')
    bad = 0
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for number, (job, (code, errors)) in enumerate(zip(jobs, pool.map(lambda job: compile_alone(*job), jobs)), 1):
            bad += bool(code)
            print(f'{"not ok" if code else "ok"} {number} - {os.path.relpath(job[0], SOURCE)}')
            for line in errors.splitlines()[:5]:
                print('# ' + line)
    for number, header in enumerate(sorted(set(headers) - {job[0] for job in jobs}), len(jobs) + 1):
        print(f'ok {number} - {os.path.relpath(header, SOURCE)} # SKIP nothing of its folder is built yet')
    return 1 if bad else 0


if __name__ == '__main__':
    sys.exit(main())
