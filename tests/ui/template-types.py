#!/usr/bin/python3
"""template-types.py OUTPUT FILE.ui…: a C table of the types that the templates are for."""
import re
import sys


def main():
    names = set()
    for path in sys.argv[2:]:
        with open(path, encoding='utf-8') as file:
            names.update(re.findall(r'<template class="(Asy\w+)"', file.read()))
    functions = {name: re.sub(r'(?<!^)([A-Z])', r'_\1', name).lower() + '_get_type' for name in sorted(names)}
    with open(sys.argv[1], 'w', encoding='utf-8') as out:
        for function in functions.values():
            out.write(f'GType {function} (void);\n')
        out.write('static const struct {\n  const char *name;\n  GType (*get_type) (void);\n} template_types[] = {\n')
        for name, function in functions.items():
            out.write(f'  {{ "{name}", {function} }},\n')
        out.write('};\n')


if __name__ == '__main__':
    main()
