#!/usr/bin/env bash
# One word per thing: the last column of the tables in docs/glossary.md names words
# to avoid, and none of them may stand in code, texts or docs. Nor may a path of
# somebody's own machine.
set -euo pipefail
cd "$(dirname "$0")/.."

files() {
  git ls-files -z --cached --others --exclude-standard -- \
    '*.go' '*.ts' '*.tsx' '*.yaml' '*.yml' '*.json' '*.md' '*.sql' '*.html' '*.sh' Makefile Dockerfile \
    ':(exclude,attr:linguist-generated)*' ':(exclude)docs/glossary.md' ':(exclude)*/testdata/*' ':(exclude)scripts/check-words.sh'
}

search() { # search WHY PATTERN...: prints each hit with the reason
  local why=$1 hits
  shift
  hits=$(files | xargs -0 grep -nEi "$@" /dev/null || true)
  if [ -n "$hits" ]; then
    printf '%s\n^ %s\n' "$hits" "$why" >&2
    return 1
  fi
}

status=0
avoid=$(awk -F '|' '/^\|/ && NF > 4 {print $(NF-1)}' docs/glossary.md | tr ',' '\n' |
  sed -E 's/^ +| +$//g' | grep -vE '^(-*|words to avoid)$' || true)
while IFS= read -r word; do
  [ -z "$word" ] || search "docs/glossary.md says which word to use" -w -e "$word" || status=1
done <<<"$avoid"
search "a path of one machine" -e '(^|[^a-z0-9.])/(home|root|Users|work)/[a-z]' || status=1
exit $status
