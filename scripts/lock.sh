#!/usr/bin/env bash
# Pins every dependency, direct and indirect, with the hashes of all its files, for every platform
# and every Python we support. The locks name no index and no host: they install from any mirror.
# The tests' lock holds the extras too, for they run on every engine.
#
#   scripts/lock.sh          the newest versions of all
#   scripts/lock.sh --keep   keeps what is pinned, and adds or drops what pyproject.toml changed
set -euo pipefail
cd "$(dirname "$0")/.."

newest=(--upgrade)
[ "${1:-}" != --keep ] || newest=()

compile() {
    .venv/bin/uv pip compile pyproject.toml --no-config --quiet "${newest[@]}" --universal \
        --python-version 3.11 --generate-hashes --no-header "$@"
}

compile --group build --output-file requirements.lock
compile --group dev --all-extras --constraints requirements.lock --output-file requirements-dev.lock
