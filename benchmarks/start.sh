# What the commands of this folder share: they source it, then start a class or, after build, a program of their own.
#
# Java is JAVA_HOME's, else the one on the PATH; BENCH_JAVA_OPTIONS takes the place of the flags below. Standard output is
# the program's alone: the build talks on standard error.

root=$(CDPATH='' cd -- "$(dirname "$0")/.." && pwd -P)
target=$root/benchmarks/target
command=${0##*/}

java=${JAVA_HOME:+$JAVA_HOME/bin/}java
if ! command -v "$java" >/dev/null 2>&1; then
    echo "$command: no Java at '$java'. Install a JDK, 17 or newer, and let JAVA_HOME name it or put it on the PATH." >&2
    exit 127
fi

# True when a source, a pom or a folder (something was added or removed) has changed since the last build.
stale() {
    [ -f "$stamp" ] && [ -d "$lib" ] || return 0
    [ -n "$(cd "$root" && find pom.xml core/pom.xml core/src/main remote/pom.xml remote/src/main \
        process/pom.xml process/src/main cluster-ignite/pom.xml cluster-ignite/src/main \
        testkit/pom.xml testkit/src/main benchmarks/pom.xml benchmarks/src \
        -newer "$stamp" -print | head -n 1)" ]
}

# Builds what benchmarks need and benchmarks when they have not been built yet or have changed: build FOLDER MAVEN_FLAG FOLDERS...
# The first folder in target is the one that the pom copies libraries to, the flag says whether test sources are compiled,
# and the other folders must not outlive their sources either.
build() {
    lib=$target/$1
    stamp=$target/built-$1
    flag=$2
    stale || return 0
    echo "$command: building ..." >&2
    mkdir -p "$target"
    shift 2
    (cd "$target" && rm -rf "$stamp" "$lib" "$@")
    : >"$stamp.begun" # an edit made while Maven runs is newer than this
    # To measure, not for review: no tests are run, and a new JDK's warnings are not errors.
    if ! (cd "$root" && ./mvnw -q -B -ntp "$flag" -Dmaven.compiler.failOnWarning=false '-P!errorprone' \
        -pl benchmarks -am package) >&2 </dev/null; then
        echo "$command: the build failed, see above" >&2
        exit 1
    fi
    mv "$stamp.begun" "$stamp"
}

# Becomes a program of this module: start CLASS ARGUMENTS...
start() {
    build lib -Dmaven.test.skip=true
    commit=$(git -C "$root" describe --always --dirty 2>/dev/null || true)
    # shellcheck disable=SC2086 # several flags
    exec "$java" ${BENCH_JAVA_OPTIONS--Xms8g -Xmx8g -XX:+AlwaysPreTouch -XX:+UseG1GC} \
        -Dbenchmarks.commit="$commit" -cp "$target/bide-benchmarks.jar:$target/lib/*" "$@"
}
