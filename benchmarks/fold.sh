#!/usr/bin/env bash
# How long folding takes and how much it keeps: fold.sh FOLDER SERVICES NUMBER...
# The recordings are whole, so that sums can be compared with what the generator counted. Beside it, in turn, the same reader over the same recordings, which keeps nothing. GNU time is needed.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
folder=$1 services=$2
shift 2
[ -n "${BUILT:-}" ] || (cd "$here/.." && mvn -q -Pbenchmarks -pl benchmarks,cli -am package -DskipTests -Dspotless.check.skip)
classes="$here/target/classes:$(cat "$here/target/classpath.txt")"
cli=$(ls "$here"/../cli/target/rustfit-cli-*.jar | grep -v -e sources -e javadoc | head -1)
echo "| Recordings | MB | rustfit fold, s | CPU, s | recordings a CPU second | MB a CPU second | peak MiB | reading alone, CPU s | fold by reading | largest evidence, KB |"
echo "|---|---|---|---|---|---|---|---|---|---|"
for number in "$@"; do
  work="$folder/$number"
  if [ ! -e "$work/expected.csv" ]; then
    rm -rf "$work"
    java -cp "$classes" io.github.rustfit.benchmarks.fleet.FleetGenerator "$work" "$number" 1 "$services" 2 50 0 0.005
  fi
  mb=$(find "$work/recordings" -name '*.jfr' -printf '%s\n' | awk '{s+=$1} END {printf "%.0f", s/1e6}')
  found=$(find "$work/recordings" -name '*.jfr' | wc -l)
  timing=$(mktemp)
  /usr/bin/time -f '%e %U %S %M' -o "$timing" java -Xmx512m -jar "$cli" fold --root="$work" --sources="$(cd "$work" && echo sources/*/src/main/java | tr ' ' ,)" --recordings="$work/recordings" \
    --label-paths='{service}/{version}/{date}/{host}.jfr' -o "$work/out" > "$work/fold.log" 2>&1
  read -r wall user system peak < "$timing"
  /usr/bin/time -f '%e %U %S %M' -o "$timing" java -Xmx512m -cp "$classes" io.github.rustfit.benchmarks.LoopOver "$work/recordings" > /dev/null
  read -r _ loopUser loopSystem _ < "$timing"
  rm -f "$timing"
  java -cp "$classes" io.github.rustfit.benchmarks.fleet.FoldCheck "$work/expected.csv" "$work/out/folded" > "$work/check.log" || { cat "$work/check.log"; exit 1; }
  largest=$(sed 's/.*has \([0-9]*\) bytes/\1/' "$work/check.log")
  awk -v n="$found" -v mb="$mb" -v w="$wall" -v u="$user" -v s="$system" -v p="$peak" -v lu="$loopUser" -v ls="$loopSystem" -v k="$largest" \
    'BEGIN {c=u+s; l=lu+ls; printf "| %d | %d | %.1f | %.1f | %.0f | %.1f | %.0f | %.1f | %.2f | %.0f |\n", n, mb, w, c, n/c, mb/c, p/1024, l, c/l, k/1024}'
done
