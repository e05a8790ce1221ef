#!/usr/bin/env bash
# Makes sure that strace is there for the proof that commits reach the disk.
set -euo pipefail

exec "$(dirname "$0")/need.sh" strace strace
