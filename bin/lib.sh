# What bin/build and bin/synth share. Sourced by bash with the project's folder as the working directory.

# Prints one line about what is going on.
say() { echo "$*" >&2; }

# Prints why nothing more can be done, and ends.
fail() { say "$*"; exit 1; }

# True where this folder is a JDK of 25 or newer.
is_jdk() {
  [ -x "$1/bin/javac" ] || return 1
  local version
  version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null)
  [ "${version:-0}" -ge 25 ]
}

# Sets JAVA_HOME to the first JDK of 25 or newer: the one that is set, then the usual places.
find_jdk() {
  local home
  for home in "${JAVA_HOME:-}" /usr/lib/jvm/* /opt/java/* /opt/jdk* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    if [ -n "$home" ] && is_jdk "$home"; then
      export JAVA_HOME=$home
      return
    fi
  done
  fail "no JDK of 25 or newer was found: install one (such as Temurin 25), or set JAVA_HOME to it"
}

need() { command -v "$1" >/dev/null || fail "the command \"$1\" was not found: $2"; }
