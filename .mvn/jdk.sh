# shellcheck shell=sh
# Sourced by mvnw and packaging/build: where the JDK is.

jdk_version() { # HOME: prints the version if it is a JDK >= 25
    [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
    found=$(sed -n 's/^JAVA_VERSION="\([0-9][^"]*\)".*/\1/p' "$1/release")
    [ "${found%%[!0-9]*}" -ge 25 ] 2>/dev/null && printf '%s\n' "$found"
}

newest_jdk() {
    for jdk in /usr/lib/jvm/* /opt/*jdk* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/*; do
        if found=$(jdk_version "$jdk"); then printf '%s %s\n' "$found" "$jdk"; fi
    done | sort -t. -k1,1n -k2,2n -k3,3n | tail -n 1 | cut -d' ' -f2-
}
