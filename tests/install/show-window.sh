#!/usr/bin/env bash
# show-window.sh SHARE PROGRAM: starts the installed program on this display with
# the installed data, waits for its window, and asks it to close.
set -uo pipefail
share=$1 program=$2

unset GSETTINGS_SCHEMA_DIR ASYSTA_LOCALEDIR
export XDG_DATA_DIRS=$share:/usr/local/share:/usr/share
log=$HOME/log
"$program" 2>"$log" &
pid=$!
id=$(timeout 60 xdotool search --sync --onlyvisible --pid $pid --name . | head -n 1)
if [ -z "$id" ]; then
  echo 'no window within a minute'
  cat "$log"
  kill $pid
  exit 1
fi
kill -TERM $pid
wait $pid
if grep -E 'CRITICAL|WARNING' "$log"; then exit 1; fi
exit 0
