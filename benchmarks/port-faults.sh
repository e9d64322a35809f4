#!/bin/sh
# Seeds faults into ports that a machine wrote and counts how many the differential test of their
# starters catches: port-faults.sh FOLDER [MUTANTS_PER_KERNEL [KERNEL...]]
#
# FOLDER takes all that is made (delete it afterwards), and results.csv. Needs cargo, a JDK 17 or newer
# (JAVA_HOME), and compiled classes: mvn -o -q test-compile -pl rules,engine,readers,trial. CASES says
# how many calls a test makes (20000, as rustfit:trial does); AGAIN=results.csv tries those mutants
# again that survived in that file, SEED=19 draws others. The same version gives the same mutants.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/.." && pwd)
mkdir -p "$1"
folder=$(cd "$1" && pwd)
most=${2:-16}
[ $# -lt 2 ] || shift
shift
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
classes=$folder/tool
for module in rules engine readers trial; do
  classes=$classes:$root/$module/target/classes
done
# The reader of sources needs a parser, which the build has fetched.
parser=$(find "${REPOSITORY:-$HOME/.m2/repository}/com/github/javaparser" -name "javaparser-core-*.jar" | sort | tail -1)
classes=$classes:$parser
mkdir -p "$folder/tool"
"${java}c" -nowarn -proc:none -Xlint:none -d "$folder/tool" -cp "$classes" "$here"/port-faults/*.java
exec "$java" -Dcases="${CASES:-20000}" -Dagain="${AGAIN:-}" -Dseed="${SEED:-18}" -cp "$classes" PortFaults \
  "$root" "$folder" "$most" "$folder/results.csv" "$@"
