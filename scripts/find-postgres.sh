#!/usr/bin/env bash
# Prints the folder of PostgreSQL's own programs, the newest version first;
# fails when there is none. Debian keeps them outside PATH.
set -euo pipefail

for initdb in $(ls -1 /usr/lib/postgresql/*/bin/initdb 2>/dev/null | sort -rV) "$(command -v initdb || true)"; do
  if [ -x "$initdb" ] && [ -x "$(dirname "$initdb")/pg_ctl" ]; then
    dirname "$initdb"
    exit 0
  fi
done
exit 1
