#!/usr/bin/env bash
# No hand-written file is longer than 500 lines; those over 300 are listed, so that
# they are split while it is easy.
set -euo pipefail
cd "$(dirname "$0")/.."

too_long=0
while IFS= read -r -d '' file; do
  [ -f "$file" ] || continue
  lines=$(wc -l <"$file")
  if [ "$lines" -gt 500 ]; then
    echo "$file: $lines lines, at most 500" >&2
    too_long=1
  elif [ "$lines" -gt 300 ]; then
    echo "$file: $lines lines, consider splitting it"
  fi
done < <(git ls-files -z --cached --others --exclude-standard -- \
  '*.go' '*.ts' '*.tsx' '*.css' ':(exclude,attr:linguist-generated)*')
exit $too_long
