#!/bin/sh
# Builds the readers and compares them: run.sh FOLDER RUNS RECORDING[*COPIES]...
set -e
here=$(cd "$(dirname "$0")" && pwd)
(cd "$here/.." && mvn -q -Pbenchmarks -pl benchmarks -am package -DskipTests -Dspotless.check.skip)
exec java -cp "$here/target/classes:$(cat "$here/target/classpath.txt")" \
  io.github.rustfit.benchmarks.Benchmark "$@"
