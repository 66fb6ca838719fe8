#!/usr/bin/env bash
# Pins every dependency, direct and indirect, with the hashes of all its files, for every platform
# and every Python we support. The locks name no index and no host: they install from any mirror.
set -euo pipefail
cd "$(dirname "$0")/.."

compile() {
    .venv/bin/uv pip compile pyproject.toml --no-config --quiet --upgrade --universal \
        --python-version 3.11 --generate-hashes --no-header "$@"
}

compile --group build --output-file requirements.lock
compile --group dev --constraints requirements.lock --output-file requirements-dev.lock
