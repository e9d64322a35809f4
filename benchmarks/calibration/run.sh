#!/bin/sh
# What rustfit predicts of kernels, and what their ports to Rust gain: run.sh FOLDER [PAIRS [KERNEL...]]
#
# Each kernel is recorded and rustfit's prediction is stored before any port runs. Then Java and Rust
# take turns, PAIRS times (5), as whole processes after a warm-up, and CPU time for an operation is
# compared: that of the process, so that collector and compilers are in it. Both must print the same
# checksum. Writes FOLDER/results.csv (FOLDER takes classes, recordings and a Maven repository; delete
# it afterwards). Linux, a JDK (JAVA_HOME), cargo and Maven are needed, Maven once the network.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$1"
folder=$(cd "$1" && pwd)
pairs=${2:-5}
[ $# -lt 2 ] || shift
shift
jvm=${JAVA_HOME:+$JAVA_HOME/bin/}java
java="$jvm -XX:+UseG1GC -Xms512m -Xmx512m -cp $folder/classes"
maven="${MAVEN:-mvn -Dmaven.repo.local=$folder/repository} -q -B -Dstyle.color=never"
settings=$here/../../plugin/src/main/resources/io/github/rustfit/plugin/recording/rustfit.jfc
export MAVEN_ARGS=

"${jvm}c" -d "$folder/classes" $(find "$here/src" "$here/tools" -name '*.java')
(cd "$here/rust" && CARGO_TARGET_DIR="$folder/rust" cargo build --release --quiet)
rust=$folder/rust/release/calibration
if [ -z "${INSTALLED:-}" ]; then
  (cd "$here/../.." && $maven -pl rules,engine,readers,trial,capture,plugin -am install -DskipTests -Dspotless.check.skip)
fi
kernels=${*:-$($java calibration.Run)}

# predict KERNEL: records it and stores what rustfit says of it
predict() {
  project=$folder/project/$1
  rm -rf "$project"
  mkdir -p "$project/rustfit" "$project/src/main"
  cp -r "$here/src/main/java" "$project/src/main/"
  cp "$here/project.xml" "$project/pom.xml"
  cp "$here/rustfit.yaml" "$project/"
  $java "-XX:StartFlightRecording=filename=$project/rustfit/app.jfr,settings=$settings" \
    -XX:FlightRecorderOptions=stackdepth=512 -Xlog:jfr+startup=error \
    "-Xlog:gc*,safepoint:file=$project/rustfit/gc.log:time,uptime,level,tags:filecount=0" \
    calibration.Run "$1" 1500 "${RECORD:-7000}" 2 > /dev/null
  (cd "$project" && $maven io.github.rustfit:rustfit-maven-plugin:0.2.0-SNAPSHOT:report > "$folder/log" 2>&1) ||
    { cat "$folder/log"; exit 1; }
  $java tools.Prediction "$project/target/rustfit/report.json" "$1" > "$folder/predicted/$1"
}

# measure KERNEL PAIR: a turn of both
measure() {
  if [ $(($2 % 2)) = 0 ]; then
    ours=$($java calibration.Run "$1" 2000 700 1)
    theirs=$("$rust" "$1" 100 500)
  else
    theirs=$("$rust" "$1" 100 500)
    ours=$($java calibration.Run "$1" 2000 700 1)
  fi
  echo "$ours $theirs" | awk -v pair="$2" '
    $2 != $6 { print $1 " differs: " $2 " in Java, " $6 " in Rust"; exit 1 }
    { print $1 "\t" pair "\t" $4 "\t" $8 }' >> "$folder/times.tsv" ||
    { tail -1 "$folder/times.tsv"; exit 1; }
}

mkdir -p "$folder/predicted"
if [ -z "${PREDICTED:-}" ]; then
  for kernel in $kernels; do
    predict "$kernel"
  done
fi
: > "$folder/times.tsv"
pair=0
while [ "$pair" -lt "$pairs" ]; do
  pair=$((pair + 1))
  for kernel in $kernels; do
    measure "$kernel" "$pair"
  done
done

awk -F '\t' -v folder="$folder" -v kernels="$kernels" -v kinds="$here/kinds.txt" '
  function median(list, n,   i, j, swap) {
    for (i = 1; i <= n; i++)
      for (j = i + 1; j <= n; j++)
        if (list[j] < list[i]) { swap = list[i]; list[i] = list[j]; list[j] = swap }
    return n % 2 ? list[(n + 1) / 2] : (list[n / 2] + list[n / 2 + 1]) / 2
  }
  { n = ++count[$1]; java[$1, n] = $3; rust[$1, n] = $4; ratio[$1, n] = $3 / $4 }
  END {
    while ((getline line < kinds) > 0) { split(line, words, " "); kind[words[1]] = words[2] }
    print "kernel,kind,shape,samples,work,collector,low,central,high,measured,least,most,javaNanos,rustNanos"
    names = split(kernels, order, "[ \n]+")
    for (k = 1; k <= names; k++) {
      name = order[k]; n = count[name]
      for (i = 1; i <= n; i++) { a[i] = java[name, i]; b[i] = rust[name, i]; r[i] = ratio[name, i] }
      getline predicted < (folder "/predicted/" name)
      middle = median(r, n)
      printf "%s,%s,%s,%.3f,%.3f,%.3f,%d,%d\n", name, kind[name], predicted, middle, r[1], r[n], median(a, n), median(b, n)
    }
  }' "$folder/times.tsv" > "$folder/results.csv"
cat "$folder/results.csv"
