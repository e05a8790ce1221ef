#!/usr/bin/env bash
# Fails with one clear line when Node is missing or older than 20.19.
set -euo pipefail

version=$(node --version 2>/dev/null || echo none)
if [ "$version" = none ] || [ "$(printf '%s\n' v20.19.0 "$version" | sort -V | head -1)" != v20.19.0 ]; then
  echo "Løftet's frontend needs Node 20.19 or newer; found: $version" >&2
  exit 1
fi
