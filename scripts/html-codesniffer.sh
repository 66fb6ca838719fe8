#!/usr/bin/env bash
# Installs the second engine of the accessibility tests: HTML_CodeSniffer, which pa11y runs. It is one
# package without dependencies; the lock pins it with its hash and names no host. Needs npm.
set -euo pipefail
cd "$(dirname "$0")/../tests/respond/html_codesniffer"

npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
