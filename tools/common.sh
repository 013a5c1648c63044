# shellcheck shell=bash
# Read by tools/run, tools/test and .ci/run: packages, locale, build.
set -euo pipefail

top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
build=${ASYSTA_BUILD:-$top/build}
python=/usr/bin/python3
cipher_wanted=3.41      # the SQLite inside SQLCipher; it came with SQLCipher 4.5.4

say () { printf '== %s\n' "$*"; }
die () { printf '%s: %s\n' "${0##*/}" "$*" >&2; exit 1; }

as_root () {
  if [ "$(id -u)" = 0 ]; then
    "$@"
  elif command -v sudo >/dev/null; then
    sudo "$@"
  else
    die "this needs root or sudo: $*"
  fi
}

# A started download is retried, a locked package database waited for.
apt_get () {
  as_root env DEBIAN_FRONTEND=noninteractive apt-get \
    -o Acquire::Retries=3 -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0 -q "$@"
}

lists_read=no
read_lists () {
  [ $lists_read = yes ] || apt_get update
  lists_read=yes
}

is_installed () { [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }

# install_packages LIST…: whatever of the lists is missing.
install_packages () {
  local list line name missing=() wanted=()
  for list in "$@"; do
    while read -r line; do
      [ -n "$line" ] || continue
      for name in ${line//|/ }; do
        is_installed "$name" && continue 2
      done
      missing+=("$line")
    done < <(sed 's/[[:space:]]*#.*//' "$top/tools/$list")
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  command -v apt-get >/dev/null || die "not a Debian system; it needs: ${missing[*]}"
  read_lists
  for line in "${missing[@]}"; do
    for name in ${line//|/ }; do
      if [ -n "$(apt-cache madison "$name" 2>/dev/null)" ]; then wanted+=("$name"); continue 2; fi
    done
    die "no package $line in the archives of this machine"
  done
  say "Installing ${#wanted[@]} packages: ${wanted[*]}"
  apt_get install -y --no-install-recommends "${wanted[@]}"
}

has_cipher () {
  pkg-config --atleast-version="$cipher_wanted" sqlcipher 2>/dev/null &&
    [ -f "$(pkg-config --variable=libdir sqlcipher)/libsqlcipher.a" ]
}

# Writes a source of backports beside the machine's own, with everything the
# machine says about that source (keys, options), only the suite being another.
add_backports () {
  local codename=$1 entry file number target=/etc/apt/sources.list.d/asysta-backports
  entry=$(apt-get indextargets --format '$(SOURCESENTRY)' 'Created-By: Packages' "Codename: $codename" | head -n 1)
  file=${entry%:*}
  number=${entry##*:}
  [ -r "$file" ] || die "cannot tell where $codename comes from; install libsqlcipher-dev 4.5.4 or newer by hand"
  case $file in
    *.sources)
      # One paragraph of fields; a line that begins with a blank continues a field.
      awk -v want="$number" -v suite="$codename-backports" '
        /^[[:space:]]*$/ { if (open) { open = 0 } next }
        /^#/ { next }
        { if (!open) { open = 1; n++ } }
        n != want { next }
        /^[^[:space:]]/ { drop = 0 }
        tolower($0) ~ /^suites:/ { print "Suites: " suite; drop = 1; next }
        tolower($0) ~ /^components:/ { print "Components: main"; drop = 1; next }
        tolower($0) ~ /^types:/ { print "Types: deb"; drop = 1; next }
        !drop { print }' "$file" | as_root tee "$target.sources" >/dev/null
      ;;
    *)
      sed -n "${number}p" "$file" |
        sed -E "s/^(deb(-src)?)([[:space:]]+\[[^]]*\])?[[:space:]]+([^[:space:]]+).*/deb\3 \4 $codename-backports main/" |
        as_root tee "$target.list" >/dev/null
      ;;
  esac
}

# SQLCipher with a current SQLite inside. Debian 12 has one from 2016, its
# backports the right one; Debian 13 and later need no help.
install_cipher () {
  local codename candidate
  has_cipher && return 0
  read_lists
  codename=$(. /etc/os-release && echo "${VERSION_CODENAME-}")
  candidate=$(apt-cache policy libsqlcipher-dev | sed -n 's/^ *Candidate: //p')
  if [ -n "$candidate" ] && dpkg --compare-versions "$candidate" ge 4.5.4; then
    apt_get install -y --no-install-recommends libsqlcipher-dev
  else
    if [ -z "$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' "Codename: $codename-backports")" ]; then
      say "Adding $codename-backports for SQLCipher"
      add_backports "$codename"
      apt_get update
    fi
    apt_get install -y --no-install-recommends -t "$codename-backports" libsqlcipher-dev ||
      die "no SQLCipher 4.5.4 or newer in $codename-backports of this machine's archive"
  fi
  has_cipher || die 'the libsqlcipher-dev of this machine is too old or lacks libsqlcipher.a'
}

# The Polish locale: the window and the tests of its order and dates run in it.
install_locale () {
  local known
  known=$(locale -a)
  case $known in *pl_PL.utf8*) return 0 ;; esac
  say 'Making the locale pl_PL.UTF-8'
  grep -qs '^pl_PL.UTF-8' /etc/locale.gen || echo 'pl_PL.UTF-8 UTF-8' | as_root tee -a /etc/locale.gen >/dev/null
  as_root locale-gen
}

# build_tree [DIR [OPTION…]]: sets the tree up when it is new, then builds it.
build_tree () {
  local dir=${1:-$build}
  shift || true
  [ -f "$dir/build.ninja" ] || meson setup "$dir" "$top" "$@"
  ninja -C "$dir"
}
