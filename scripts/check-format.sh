#!/usr/bin/env bash
# Fails and shows the difference when a Go file is not in the house's format.
set -euo pipefail
cd "$(dirname "$0")/.."

difference=$(go tool -modfile=tools/go.mod golangci-lint fmt --diff ./...) || true
if [ -n "$difference" ]; then
  echo "$difference"
  echo "Run make format." >&2
  exit 1
fi
