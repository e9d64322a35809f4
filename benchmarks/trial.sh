#!/bin/sh
# What a trial says of a port, beside a harness that is none of rustfit's: trial.sh FOLDER [PAIRS]
#
# The port of sample-projects/edge-worker and one picture of two megapixels. The harness (trial/) has
# its own boundary, foreign functions written by hand, its own clock, CPU time of the process, and
# a process for each bar in alternating order, PAIRS times (10). rustfit:trial measures the same
# picture, as a capture that is written by hand, too. Both build for the processor that the sample
# names. Prints a Markdown table. FOLDER takes all that is made (delete it afterwards). Linux, a
# JDK 22 or newer (JAVA_HOME), cargo and Maven are needed, Maven once the network; RUSTFIT names
# another command to run the goal with, up to its name.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$1"
folder=$(cd "$1" && pwd)
pairs=${2:-10}
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
sample=$folder/edge-worker
maven="${MAVEN:-mvn -Dmaven.repo.local=$folder/repository} -q -B -Dstyle.color=never"

rm -rf "$sample" "$folder/captured"
cp -r "$here/../sample-projects/edge-worker" "$sample"
rm -rf "$sample/target" "$sample/rustfit/trials" "$sample/rustfit/trials.json"
mkdir -p "$sample/target/classes" "$folder/captured"
"${java}c" --release 17 -nowarn -d "$sample/target/classes" $(find "$sample/src/main" -name '*.java')
"${java}c" -d "$folder/classes" -cp "$sample/target/classes" "$here"/trial/*.java
"$java" -cp "$folder/classes:$sample/target/classes" Picture "$folder/picture.qoi" "$folder/captured/one.rustfit-capture"
mkdir -p "$folder/cargo/.cargo"
cp "$sample/rust/edge-worker-image/.cargo/config.toml" "$folder/cargo/.cargo/"
(cd "$folder/cargo" &&
  cargo build --release --quiet --offline --manifest-path "$here/trial/rust/Cargo.toml" --target-dir "$folder/rust")

# harness BAR: a process of its own
harness() {
  case $1 in
    java) "$java" -cp "$folder/classes:$sample/target/classes" Harness "$folder/picture.qoi" ;;
    rust)
      "$java" --enable-native-access=ALL-UNNAMED -cp "$folder/classes:$sample/target/classes" Harness \
        "$folder/picture.qoi" "$folder/rust/release/libharness.so"
      ;;
    alone) "$folder/rust/release/harness" "$folder/picture.qoi" ;;
  esac
}

: > "$folder/times.tsv"
pair=0
while [ "$pair" -lt "$pairs" ]; do
  pair=$((pair + 1))
  bars="java rust alone"
  [ $((pair % 2)) = 0 ] || bars="alone rust java"
  for bar in $bars; do
    harness "$bar" | awk -v bar="$bar" -v pair="$pair" '{ print pair "\t" bar "\t" $1 "\t" $2 }' >> "$folder/times.tsv"
  done
done

if [ -z "${RUSTFIT:-}" ]; then
  (cd "$here/.." && $maven -pl rules,engine,readers,trial,capture,plugin -am install -DskipTests -Dspotless.check.skip)
  RUSTFIT="$maven io.github.rustfit:rustfit-maven-plugin:0.2.0-SNAPSHOT:"
fi
(cd "$sample" && ${RUSTFIT}trial -Drustfit.component=edge-worker/image -Drustfit.entry='Thumbnailer#thumbnail' \
  "-Drustfit.captured=$folder/captured" > "$folder/trial.log" 2>&1) || { cat "$folder/trial.log"; exit 1; }
trial=$sample/rustfit/trials/edge-worker-image.json

# figure NAME: of the trial's file, nanoseconds
figure() {
  sed -n "s/.*\"bars\": {.*\"$1\": \([0-9]*\)[,}].*/\1/p" "$trial"
}

gain=$(sed -n 's/^ *"gain": {"low": \([0-9.]*\), "value": \([0-9.]*\), "high": \([0-9.]*\)}.*/\2 \1 \3/p' "$trial" | head -1)
awk -F '\t' -v gain="$gain" -v javaNs="$(figure java)" -v rustNs="$(figure rust)" -v aloneNs="$(figure alone)" '
  function median(list, n,   i, j, swap) {
    for (i = 1; i <= n; i++)
      for (j = i + 1; j <= n; j++)
        if (list[j] < list[i]) { swap = list[i]; list[i] = list[j]; list[j] = swap }
    return n % 2 ? list[(n + 1) / 2] : (list[n / 2] + list[n / 2 + 1]) / 2
  }
  { time[$2, $1] = $3; last = $1; if (hash == "") hash = $4; else if (hash != $4) { print "results differ"; bad = 1; exit 1 } }
  END {
    if (bad) exit 1
    for (i = 1; i <= last; i++) {
      ratio[i] = time["java", i] / time["rust", i]; alone[i] = time["java", i] / time["alone", i]
      j[i] = time["java", i]; r[i] = time["rust", i]; a[i] = time["alone", i]
    }
    n = last
    split(gain, g, " ")
    own = median(ratio, n)
    print "| | Java, ms | Rust through the boundary, ms | Rust alone, ms | Gain through the boundary |"
    print "|---|---|---|---|---|"
    printf "| by hand, %d pairs | %.1f | %.1f | %.1f | %.3f |\n", n, median(j, n) / 1e6, median(r, n) / 1e6, median(a, n) / 1e6, own
    printf "| `rustfit:trial` | %.1f | %.1f | %.1f | %.3f (%.3f–%.3f) |\n", javaNs / 1e6, rustNs / 1e6, aloneNs / 1e6, g[1], g[2], g[3]
    printf "\nThe trial says %+.1f %% of what the harness does.\n", 100 * (g[1] / own - 1)
  }' "$folder/times.tsv"
