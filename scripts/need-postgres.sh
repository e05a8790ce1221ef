#!/usr/bin/env bash
# Makes sure that PostgreSQL's own programs are there for the database tests.
set -euo pipefail

exec "$(dirname "$0")/need.sh" postgres postgresql
