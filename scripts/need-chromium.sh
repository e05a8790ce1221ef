#!/usr/bin/env bash
# Makes sure that a Chromium is there for the browser tests and those that print.
set -euo pipefail

exec "$(dirname "$0")/need.sh" chromium chromium
