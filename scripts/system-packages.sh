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
# brings the second engine of the accessibility tests.
set -euo pipefail

has_browser() {
    command -v chromium || command -v chromium-browser || command -v google-chrome
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

# The first of these packages that apt offers: distributions carry different versions.
offered() {
    local package
    for package in "$@"; do
        if apt-cache show "$package" >/dev/null 2>&1; then
            echo "$package"
            return
        fi
    done
    echo "$1"
}

missing=()
if [ $# -gt 0 ]; then
    missing=("$@")
else
    has_java || missing+=("$(offered openjdk-17-jre-headless default-jre-headless)")
    has_postgresql || missing+=("$(offered postgresql-15 postgresql)")
    command -v strace >/dev/null || missing+=(strace)
    compgen -G '/usr/lib/*/faketime/libfaketimeMT.so.1' >/dev/null || missing+=(faketime)
    command -v npm >/dev/null || missing+=(npm)
    has_browser >/dev/null || missing+=(chromium)
    command -v pdftoppm >/dev/null || missing+=(poppler-utils)
    if command -v dpkg-query >/dev/null; then
        for package in libreoffice-impress libreoffice-calc libatomic1; do
            dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q '^install ok installed$' \
                || missing+=("$package")
        done
    elif ! command -v soffice >/dev/null; then
        missing+=(libreoffice-impress libreoffice-calc)
    fi
fi
[ ${#missing[@]} -gt 0 ] || exit 0

say_what_to_install() {
    {
        echo
        echo "These system packages are missing and could not be installed here: $1"
        echo
        echo "    sudo apt-get update && sudo apt-get install --no-install-recommends $1"
        echo
        case " $1 " in *" chromium "*)
            echo "Where apt offers no chromium (Ubuntu):  sudo snap install chromium"
            echo
            ;;
        esac
        echo "Then run the same make command again."
    } >&2
    exit 1
}

if ! command -v apt-get >/dev/null; then
    say_what_to_install "${missing[*]}"
elif [ "$(id -u)" -eq 0 ]; then
    as_root=()
elif command -v sudo >/dev/null && sudo --non-interactive true 2>/dev/null; then
    as_root=(sudo --non-interactive)
else
    say_what_to_install "${missing[*]}"
fi

echo "Installing system packages: ${missing[*]}"
log=$(mktemp)
trap 'rm -f "$log"' EXIT
if ! {
    "${as_root[@]}" apt-get update --quiet \
        && "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
            apt-get install --quiet --yes --no-install-recommends "${missing[@]}"
} >"$log" 2>&1 </dev/null; then
    tail -n 20 "$log" >&2
    say_what_to_install "${missing[*]}"
fi
if [ $# -eq 0 ] && ! has_browser >/dev/null; then
    say_what_to_install chromium
fi
