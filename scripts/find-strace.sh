#!/usr/bin/env bash
# Prints the path of strace, which counts how often the service makes the disk
# keep what it wrote; fails when there is none.
set -euo pipefail

command -v strace
