# shellcheck shell=bash
# Sourced by the scripts beside it.

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
PACKAGES=$ROOT/packaging/target

die() {
    echo "packaging: $*" >&2
    exit 1
}

help() { # prints the script's leading comment
    sed -n '2,/^[^#]/s/^# \{0,1\}//p' "$0"
    exit 0
}

need() { # COMMANDS…
    local tool
    for tool; do
        command -v "$tool" >/dev/null || die "there is no $tool: install it"
    done
}
