#!/usr/bin/env bash
# Writes all generated files again and fails when one of them changes: somebody
# edited it by hand, or changed its source and forgot `make generate`.
set -euo pipefail
cd "$(dirname "$0")/.."

fingerprints() {
  git ls-files -z --cached --others --exclude-standard -- ':(attr:linguist-generated)*' |
    xargs -0 -r sha256sum 2>/dev/null | sort -k2
}

before=$(fingerprints)
make --no-print-directory generate
if ! difference=$(diff <(echo "$before") <(fingerprints)); then
  echo "Generated files were not up to date; commit what make generate wrote:" >&2
  echo "$difference" | awk '/^[<>]/ {print "  " $3}' | sort -u >&2
  exit 1
fi
