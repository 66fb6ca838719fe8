#!/usr/bin/env bash
# Installs the Debian or Ubuntu packages named, or those the tests need if none is named.
#
#   scripts/system-packages.sh [PACKAGE…]
#
# Installs as root or by sudo without a password; else it says what to install and fails. Tests
# look at the real outputs with programs that did not make them: LibreOffice opens the PPTX and
# XLSX, Chromium the HTML, poppler draws the PDF. libatomic1 is what playwright's driver links.
# Spark needs a Java of 17 or newer, and answers are kept in a real PostgreSQL (13 or newer); strace
# watches that they are on disk before they are confirmed, faketime moves the clock meanwhile. npm
# brings the second engine of the accessibility tests; nginx and Caddy stand before a door as deploy/
# has them, started by the tests alone.
#
# Distributions carry different packages. Of several in one word, as openjdk-21-jre-headless|…, the
# first is taken that apt offers, and it is asked only after its lists are up to date: a machine made
# new has none. Ubuntu has Chromium only as a snap, which sees neither what the tests make nor their
# browser profiles; there playwright brings its own.
set -euo pipefail
cd "$(dirname "$0")/.."

playwright=.venv/bin/playwright

is_snap() {
    case "$(readlink -f "$1")" in */snap) return ;; esac
    grep --binary-files=without-match --quiet /snap/ "$1"
}

has_browser() {
    local program
    for program in chromium chromium-browser google-chrome; do
        program=$(command -v "$program") && ! is_snap "$program" && return
    done
    compgen -G "${PLAYWRIGHT_BROWSERS_PATH:-$HOME/.cache/ms-playwright}/chromium-*" >/dev/null
}

# Chromium's engine without its windows takes a third of the time: wished for, not needed.
lacks_shell() {
    ! command -v chromium-headless-shell >/dev/null && is_offered chromium-headless-shell
}

has_java() {
    local version
    version=$(java -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p')
    [ "${version:-0}" -ge 17 ]
}

has_postgresql() {
    local programs
    for programs in /usr/lib/postgresql/*/bin "$(dirname "$(command -v initdb || echo /none/-)")"; do
        [ -x "$programs/initdb" ] || continue
        [ "$("$programs/initdb" --version | sed 's/[^0-9]*\([0-9]*\).*/\1/')" -ge 13 ] && return
    done
    return 1
}

# No `| grep --quiet` here or below: it ends at its first find, and a program that writes on then
# fails by SIGPIPE, which pipefail takes for the answer no.
is_offered() {
    [[ $(LC_ALL=C apt-cache policy "$1" 2>/dev/null) =~ Candidate:\ [^\(] ]]
}

# The missing packages by the names that apt offers; the first name where it offers none.
chosen() {
    local one name
    for one in "${missing[@]}"; do
        for name in ${one//|/ }; do
            is_offered "$name" && break
            name=
        done
        echo "${name:-${one%%|*}}"
    done
}

missing=()
if [ $# -gt 0 ]; then
    missing=("$@")
else
    # Not Debian's default: Ubuntu 22.04's is older than 17.
    has_java || missing+=("openjdk-21-jre-headless|openjdk-17-jre-headless|default-jre-headless")
    has_postgresql || missing+=(postgresql)
    command -v strace >/dev/null || missing+=(strace)
    compgen -G '/usr/lib/*/faketime/libfaketimeMT.so.1' >/dev/null || missing+=(faketime)
    command -v npm >/dev/null || missing+=(npm)
    # By its full name: who isn't root has no /usr/sbin in the path.
    [ -x /usr/sbin/nginx ] || command -v nginx >/dev/null || missing+=("nginx-light|nginx")
    command -v caddy >/dev/null || missing+=(caddy)
    command -v pdftoppm >/dev/null || missing+=(poppler-utils)
    if command -v dpkg-query >/dev/null; then
        for package in libreoffice-impress libreoffice-calc libatomic1 \
            fonts-liberation fonts-crosextra-carlito fonts-dejavu-core; do
            [ "$(dpkg-query -W -f '${Status}' "$package" 2>/dev/null)" = "install ok installed" ] \
                || missing+=("$package")
        done
    elif ! command -v soffice >/dev/null; then
        missing+=(libreoffice-impress libreoffice-calc)
    fi
fi
wants_browser=
[ $# -gt 0 ] || has_browser || wants_browser=yes

say_what_to_install() {
    [ ${#missing[@]} -gt 0 ] || [ "$wants_browser" ] || exit 0
    mapfile -t packages < <(chosen)
    {
        echo
        echo "These are missing and could not be installed here: ${packages[*]}${wants_browser:+ a browser}"
        echo
        [ ${#packages[@]} -eq 0 ] || echo "    sudo apt-get update && sudo apt-get install --no-install-recommends ${packages[*]}"
        if [ "$wants_browser" ]; then
            echo "    Debian:           sudo apt-get install --no-install-recommends chromium"
            echo "    Ubuntu, others:   $playwright install --with-deps --no-shell chromium"
        fi
        echo
        echo "Then run the same make command again."
    } >&2
    exit 1
}

[ ${#missing[@]} -gt 0 ] || [ "$wants_browser" ] || lacks_shell || exit 0
if ! command -v apt-get >/dev/null; then
    say_what_to_install
elif [ "$(id -u)" -eq 0 ]; then
    as_root=()
elif command -v sudo >/dev/null && sudo --non-interactive true 2>/dev/null; then
    as_root=(sudo --non-interactive)
else
    say_what_to_install
fi

log=$(mktemp)
trap 'rm -f "$log"' EXIT
logged() {
    "$@" >"$log" 2>&1 </dev/null || {
        tail -n 20 "$log" >&2
        say_what_to_install
    }
}

if [ ${#missing[@]} -eq 0 ] && [ -z "$wants_browser" ]; then
    echo "Installing chromium-headless-shell, by which the tests are faster"
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install --quiet --yes \
        --no-install-recommends chromium-headless-shell >"$log" 2>&1 </dev/null \
        || echo "It can't be installed here; the tests take the whole Chromium."
    exit 0
fi

logged "${as_root[@]}" apt-get update --quiet
if [ "$wants_browser" ] && is_offered chromium; then
    missing+=(chromium)
    wants_browser=
fi
[ $# -gt 0 ] || ! lacks_shell || missing+=(chromium-headless-shell)
if [ ${#missing[@]} -gt 0 ]; then
    mapfile -t packages < <(chosen)
    echo "Installing system packages: ${packages[*]}"
    logged "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get install --quiet --yes --no-install-recommends "${packages[@]}"
    missing=()
fi
if [ "$wants_browser" ]; then
    echo "Installing playwright's Chromium: apt offers none"
    logged "${as_root[@]}" "$playwright" install-deps chromium
    logged "$playwright" install --no-shell chromium
fi
