#!/usr/bin/env bash
# scripts/need.sh WHAT PACKAGE...
# Makes sure that scripts/find-WHAT.sh finds something: installs the packages on
# Debian and Ubuntu when run as root, else says in one line what to install.
# With CI=true a failure is fatal, because there no test may be skipped;
# elsewhere the tests that need it skip themselves and say so.
set -euo pipefail

what=$1
shift
find="$(dirname "$0")/find-$what.sh"
if "$find" >/dev/null; then
  exit 0
fi
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  echo "Installing $* for the tests" >&2
  export DEBIAN_FRONTEND=noninteractive
  if apt-get update -qq >&2 && apt-get install -y -qq --no-install-recommends "$@" >&2 && "$find" >/dev/null; then
    exit 0
  fi
fi
echo "$what was not found; install it to run its tests (Debian and Ubuntu: sudo apt-get install $*)" >&2
[ "${CI:-}" != true ]
