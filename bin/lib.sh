# What the commands in bin/ share. Sourced by bash with the project's folder as the working directory.

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

stamps=infra/target/stamps
built=(-name target -o -name node_modules -o -name dist -o -name cdk.out)

# The files in these folders, without what was built.
files() { find "$@" \( "${built[@]}" \) -prune -o -type f -print | LC_ALL=C sort; }

# Does a step (its name, what is said, the result that must be there, the command, then what it is made from)
# unless nothing was added, removed or written since it was last done.
step() {
  local stamp=$stamps/$1 message=$2 result=$3 command=$4
  shift 4
  if [ -e "$result" ] && [ -f "$stamp" ] && cmp -s <(files "$@") "$stamp" &&
    [ -z "$(find "$@" \( "${built[@]}" \) -prune -o -type f -newer "$stamp" -print)" ]; then
    return
  fi
  say "$message …"
  mkdir -p $stamps
  files "$@" >"$stamp.begun" # What is written while the step runs is newer than this.
  $command
  mkdir -p $stamps
  mv "$stamp.begun" "$stamp"
}

# Runs Maven with the JDK that was found; its own libraries make newer JDKs warn.
maven() {
  MAVEN_OPTS="${MAVEN_OPTS:-} --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED" mvn "$@"
}

# Builds what changed, the twin included, and synthesizes an instance (its name, its file's folder) into $assembly.
prepare() {
  instance=$1 instances=${2:-instances} assembly=cdk.out/$1
  bin/build
  find_jdk
  step twin "building the twin" local/target/local-1.0.0.jar build_twin pom.xml assembly local
  step "template-$instance" "synthesizing the instance $instance" "$assembly/manifest.json" synthesize \
    cdk.json infra/src "$instances" api lambdas web
}
build_twin() { maven -q -DskipTests -pl assembly,local,local/dynamodb package >&2; }
synthesize() {
  npx cdk synth --quiet --no-notices -c instances="$instances" -c instance="$instance" -o "$assembly" >&2
}
