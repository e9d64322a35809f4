#!/bin/sh
# Ports random Java programs to Rust by machine and compares what both give, bit by bit.
#
#   benchmarks/run-port-fuzz.sh [programs] [first seed] [programs at once]
#
# Needs rustc, and the test classes of trial/: mvn -o -q test-compile -pl trial -am. Ends with 1 for
# a difference, whose folder it names and keeps. The same seed gives the same programs.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
classes="$root/trial/target/classes:$root/trial/target/test-classes"
exec nice java -Xss64m -cp "$classes" io.github.rustfit.trial.port.PortFuzz "${1:-2000}" "${2:-1}" "${3:-200}"
