#!/usr/bin/env bash
# test-install.sh SOURCE_ROOT BUILD_ROOT VERSION: what `meson install` puts into a
# DESTDIR is a working application. Writes TAP.
set -uo pipefail
source_root=$1 build_root=$2 version=$3

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
n=0 bad=0
ok () {    # ok NAME COMMAND…
  local name=$1 out
  shift
  n=$((n + 1))
  if out=$("$@" 2>&1); then
    echo "ok $n - $name"
  else
    bad=1
    echo "not ok $n - $name"
    printf '# %s\n' "${out//$'\n'/$'\n# '}"
  fi
}

ok 'meson install' env DESTDIR="$work/root" meson install -C "$build_root" --no-rebuild --quiet
prefix=$work/root$(meson introspect --buildoptions "$build_root" |
  /usr/bin/python3 -c 'import json, sys; print(next(o["value"] for o in json.load(sys.stdin) if o["name"] == "prefix"))')
share=$prefix/share

for file in bin/asysta bin/asystactl share/applications/pl.asysta.Asysta.desktop \
            share/metainfo/pl.asysta.Asysta.metainfo.xml share/glib-2.0/schemas/pl.asysta.Asysta.gschema.xml \
            share/icons/hicolor/scalable/apps/pl.asysta.Asysta.svg \
            share/icons/hicolor/symbolic/apps/pl.asysta.Asysta-symbolic.svg \
            share/locale/pl/LC_MESSAGES/asysta.mo; do
  ok "installed: $file" test -s "$prefix/$file"
done
ok 'the settings compile' glib-compile-schemas --strict "$share/glib-2.0/schemas"

export PATH=$prefix/bin:$PATH
export XDG_DATA_DIRS=$share:/usr/local/share:/usr/share
export HOME=$work/user XDG_DATA_HOME=$work/user/share XDG_CONFIG_HOME=$work/user/config XDG_CACHE_HOME=$work/user/cache
mkdir "$HOME"
unset GSETTINGS_SCHEMA_DIR ASYSTA_LOCALEDIR
cd "$work" || exit 1

says () {    # says WANTED COMMAND…: the output is exactly that
  local wanted=$1 got
  shift
  got=$("$@")
  [ "$got" = "$wanted" ] || { echo "wanted: $wanted"; echo "got: $got"; return 1; }
}
validate () { printf '%s\n' "$1" | asystactl validate pesel; }
ok 'asystactl --version' says "asystactl $version" asystactl --version
ok 'asysta --version' says "asysta $version" asysta --version
ok 'validate: a good number' says $'44051401458\tvalid\t\t1944-05-14\tM' validate 44051401458
ok 'validate: a bad one' bash -c 'printf "44051401459\n" | asystactl validate pesel | grep -q "^44051401459	invalid	."'

demo () { asystactl --register "$work/tiny.asysta" --password-fd 3 demo --size tiny --seed 1 3<<<'Haslo pokazowe 1'; }
check () { asystactl --register "$work/tiny.asysta" --password-fd 3 check 3<<<'Haslo pokazowe 1'; }
ok 'an invented register' demo
ok 'it checks' check
encrypted () { ! head -c 15 "$work/tiny.asysta" | grep -q 'SQLite format 3'; }
ok 'it is encrypted' encrypted

# Two SQLites in one process mix silently: ours shows no symbol and loads no library of its own.
hidden () { ! nm -D --defined-only "$prefix/bin/$1" | grep -E ' sqlite3_'; }
unneeded () { ! objdump -p "$prefix/bin/$1" | grep -E 'NEEDED.*(sqlite|sqlcipher)'; }
# A folder of the build in the program would work here and nowhere else.
portable () { ! readelf -p .rodata "$prefix/bin/$1" | grep -F "$build_root/"; }
for program in asysta asystactl; do
  ok "$program hides its SQLCipher" hidden $program
  ok "$program loads no other SQLite" unneeded $program
  ok "$program knows no folder of the build" portable $program
done
if command -v Xvfb >/dev/null && command -v xdotool >/dev/null && command -v dbus-run-session >/dev/null; then
  ok 'the window comes' env ASYSTA_BUILD=/nonexistent "$source_root/tools/headless" \
    "$source_root/tests/install/show-window.sh" "$share" "$(command -v asysta)"
else
  n=$((n + 1))
  echo "ok $n - the window comes # SKIP needs Xvfb, xdotool and dbus-run-session"
fi

echo "1..$n"
exit $bad
