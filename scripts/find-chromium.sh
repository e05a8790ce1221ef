#!/usr/bin/env bash
# Prints the path of the browser that the end-to-end tests drive: the one that
# CHROMIUM names, else Chromium or Chrome from PATH; fails when there is none.
set -euo pipefail

for browser in "${CHROMIUM:-}" chromium chromium-browser google-chrome; do
  if [ -n "$browser" ] && command -v "$browser"; then
    exit 0
  fi
done
exit 1
