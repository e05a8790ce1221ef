#!/usr/bin/env bash
# Runs the Go tests with one PostgreSQL cluster for all of them.
#
#   scripts/test-go.sh [GO TEST ARGUMENTS]     everything when there are none
#
# Without PostgreSQL the tests on it skip themselves (in CI they fail).
set -euo pipefail
cd "$(dirname "$0")/.."

flags=(-timeout=20m) # on two shared cores the API takes its time
if [ "${CI:-}" = true ]; then
  flags+=(-count=1) # a stored result is no proof
fi
if [ $# -eq 0 ]; then
  set -- ./...
fi
if scripts/find-postgres.sh >/dev/null; then
  scripts/postgres.sh go test "${flags[@]}" "$@"
else
  go test "${flags[@]}" "$@"
fi
