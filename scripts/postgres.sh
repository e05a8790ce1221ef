#!/usr/bin/env bash
# Runs a throw-away PostgreSQL cluster for tests.
#
#   scripts/postgres.sh COMMAND...   runs the command with LOFTET_TEST_POSTGRES
#                                    set to the cluster's address, then stops it
#   scripts/postgres.sh              prints the address on one line and keeps the
#                                    cluster until standard input is closed
#
# The second form is for Go tests that are run alone: however the test process
# ends, its end of the pipe closes and the cluster goes with it.
#
# Exit code 69 means that PostgreSQL's programs are not installed.
# The cluster listens on a Unix socket alone, in a folder that only its owner may
# enter. It never waits for the disk: what a test wrote need not survive a crash.
set -euo pipefail

bin=$("$(dirname "$0")/find-postgres.sh") || exit 69

# The folder's name is short because a socket's path may have 107 bytes at most.
dir=$(mktemp -d "${TMPDIR:-/tmp}/loftet-pg.XXXXXX")
as_owner=()
if [ "$(id -u)" = 0 ]; then
  # PostgreSQL refuses to run as root.
  chown postgres "$dir"
  as_owner=(runuser -u postgres --)
fi

stop() {
  trap '' INT TERM HUP PIPE
  (cd / && "${as_owner[@]}" "$bin/pg_ctl" stop -D "$dir/data" -m immediate) >/dev/null 2>&1 || true
  rm -rf "$dir"
}
trap stop EXIT
trap 'exit 130' INT TERM HUP

# Servers in use order text by a language, SQLite orders it by bytes; so the tests
# want a language too, and a query that forgot the stored sort key is found. Before
# version 15 there is only the order of bytes to be had everywhere.
collation=()
if [ "$("$bin/initdb" --version | grep -oE '[0-9]+' | head -1)" -ge 15 ]; then
  collation=(--locale-provider=icu --icu-locale=en-US)
fi

start() {
  cd /
  "${as_owner[@]}" "$bin/initdb" -D "$dir/data" -U postgres -A trust -E UTF8 \
    --no-sync --locale=C "${collation[@]}"
  "${as_owner[@]}" "$bin/pg_ctl" start -w -t 60 -D "$dir/data" -l "$dir/log" -o "\
    -c listen_addresses='' -c unix_socket_directories='$dir' -c max_connections=300 \
    -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c shared_buffers=64MB"
}
if ! output=$(start 2>&1 </dev/null); then
  { echo "PostgreSQL did not start:"; echo "$output"; cat "$dir/log" 2>/dev/null || true; } >&2
  exit 1
fi

address="postgres://postgres@/postgres?host=$dir&port=5432&sslmode=disable"
if [ $# -eq 0 ]; then
  echo "$address"
  cat >/dev/null
else
  LOFTET_TEST_POSTGRES="$address" "$@"
fi
