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

search() { # search WHY GREP-ARGUMENT...: prints each hit and why it is one
  local why=$1 hits
  shift
  hits=$(files | xargs -0 grep -ni "$@" /dev/null | grep -viE "kolada|u4ssc" || true) # words of other services and standards
  if [ -n "$hits" ]; then
    printf '%s\n^ %s\n' "$hits" "$why" >&2
    return 1
  fi
}

avoid=$(awk -F '|' '/^\|/ && $(NF-1) !~ /^[- ]*$|Words to avoid/ {print $(NF-1)}' docs/glossary.md |
  tr ',' '\n' | sed -E 's/^ +| +$//g')
[ -n "$avoid" ] || { echo "docs/glossary.md has no words to avoid: was its table changed?" >&2; exit 1; }

status=0
search "docs/glossary.md says which word to use" -wFe "$avoid" || status=1
search "a path of one machine" -Ee '(^|[^a-z0-9.])/(home|root|Users|work)/[a-z]' || status=1
exit $status
