#!/bin/sh
# What fixes of hot lines bring, against what their findings promise: run.sh FOLDER [PAIR]...
#
# Compiles the pairs, records the side with the pattern of each, lets rustfit judge the recording,
# measures both sides in turns and writes the rows into results.csv beside this script. FOLDER takes
# classes and recordings (delete it afterwards). The JDK is that of JAVA_HOME, 17 or newer; rows of
# another JDK stay. Rustfit is built by Maven first, unless RUSTFIT_CLASSPATH names its classes, these
# of benchmarks/src included.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
bin=${JAVA_HOME:+$JAVA_HOME/bin/}
if [ -z "${RUSTFIT_CLASSPATH:-}" ]; then
  (cd "$here/../.." && mvn -q -Pbenchmarks -pl benchmarks -am package -DskipTests -Dspotless.check.skip)
  RUSTFIT_CLASSPATH=$here/../target/classes:$(cat "$here/../target/classpath.txt")
fi
folder=$1
shift
mkdir -p "$folder"
"${bin}javac" --release 17 -d "$folder" "$here"/pairs/*.java
exec "${bin}java" -cp "$RUSTFIT_CLASSPATH" io.github.rustfit.benchmarks.FixBenchmark "$here" "$folder" "$@"
