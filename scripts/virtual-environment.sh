#!/usr/bin/env bash
# Makes .venv with a Python of at least 3.11 and installs what a lock file pins, then rundfrage.
#
#   scripts/virtual-environment.sh requirements.lock
#
# Everything is checked against the hashes of the lock, the build backend included, so that two
# machines get the same files. PYTHON=/path/to/python chooses the interpreter.
set -euo pipefail
cd "$(dirname "$0")/.."

lock=${1:?"name a lock file: requirements.lock or requirements-dev.lock"}
new_enough='import sys; sys.exit(sys.version_info < (3, 11))'

find_python() {
    local candidate
    for candidate in ${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11}; do
        if command -v "$candidate" >/dev/null && "$candidate" -c "$new_enough" 2>/dev/null; then
            command -v "$candidate"
            return
        fi
    done
    {
        echo "rundfrage needs Python 3.11 or newer, and none was found."
        echo "On Debian 12 and Ubuntu 24.04 or newer:  sudo apt-get install python3 python3-venv"
        echo "If it lies elsewhere:                    make demo PYTHON=/path/to/python3.11"
    } >&2
    return 1
}

if ! .venv/bin/python -c "$new_enough" 2>/dev/null || ! .venv/bin/python -m pip --version >/dev/null 2>&1; then
    python=$(find_python)
    version=$("$python" -c 'import sys; print("{}.{}".format(*sys.version_info))')
    if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
        if [ "$("$python" -c 'import sys; print(sys.prefix)')" != /usr ]; then
            echo "$python comes without venv and ensurepip; choose another: make demo PYTHON=…" >&2
            exit 1
        fi
        scripts/system-packages.sh "python$version-venv"
    fi
    echo "Making .venv with Python $version ($python)"
    rm -rf .venv
    "$python" -m venv .venv
fi

export PIP_DISABLE_PIP_VERSION_CHECK=1
echo "Installing what $lock pins"
# First the common part: it holds what builds those of the others that come as source alone.
for part in requirements.lock $([ "$lock" = requirements.lock ] || echo "$lock"); do
    .venv/bin/python -m pip install --quiet --no-build-isolation --require-hashes \
        --requirement "$part"
done
.venv/bin/python -m pip install --quiet --no-deps --no-build-isolation --editable .
