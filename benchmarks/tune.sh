#!/usr/bin/env bash
# What rustfit:tune finds, beside an exhaustive search: tune.sh FOLDER JDK[,JDK…] [MINUTES]
#
# Five programs (tune/), each with an aim. The search knows nothing of rustfit: it runs every JDK with every collector, every
# heap and every other option of its own list, each program says itself what the kernel counted for it, and what is far from
# the best is not run again (everything once; within 1.3 times of the best again, then 1.15 twice, then 1.07 three times). Then
# what rustfit:tune took within MINUTES (4) and what the search found run in turns, ten times each: the last column is the ratio
# of their medians, 1.00 or less where nothing better was found. Prints a Markdown table. FOLDER takes all that is made
# (delete it afterwards). The first JDK is the present one. Linux and Maven are needed, Maven once the network; RUSTFIT names another
# command to run the goal with, up to its name; PROGRAMS fewer of them, as Cache:cpu.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$1"
folder=$(cd "$1" && pwd)
IFS=, read -ra jdks <<< "$2"
minutes=${3:-4}
present=-Xmx256m
maven="${MAVEN:-mvn -Dmaven.repo.local=$folder/repository} -q -B -Dstyle.color=never"
"${jdks[0]}/bin/javac" --release 17 -d "$folder/classes" "$here"/tune/*.java
if [ -z "${RUSTFIT:-}" ]; then
  (cd "$here/.." && $maven -pl rules,engine,readers,trial,capture,plugin -am install -DskipTests -Dspotless.check.skip)
  RUSTFIT="$maven io.github.rustfit:rustfit-maven-plugin:0.2.0-SNAPSHOT:"
fi

# cost PROGRAM AIM JDK OPTIONS…: one run, in milliseconds or KiB; nothing where it does not run
cost() {
  local program=$1 aim=$2 jdk=$3 from to
  shift 3
  from=$(date +%s%N)
  "$jdk/bin/java" "$@" -cp "$folder/classes" "$program" > "$folder/said" 2> /dev/null || return 0
  to=$(date +%s%N)
  case $aim in
    cpu) awk '$1 == "cpu_ms" { print $2 }' "$folder/said" ;;
    memory) awk '$1 == "most_kib" { print $2 }' "$folder/said" ;;
    time) echo $(((to - from) / 1000000)) ;;
  esac
}

# configurations AIM: a line each, JDK first, then options
configurations() {
  local jdk collector heap other
  local heaps=("$present" "-Xms256m -Xmx256m" "-Xms256m -Xmx256m -Xmn170m" "-Xms512m -Xmx512m" "-Xms1g -Xmx1g")
  local others=("" "-XX:+UseCompactObjectHeaders" "-XX:ParallelGCThreads=1 -XX:ConcGCThreads=1")
  if [ "$1" = memory ]; then
    heaps=("$present" "-Xms64m -Xmx64m" "-Xms32m -Xmx32m" "-Xms20m -Xmx20m")
    others=("" "-XX:+UseCompactObjectHeaders" "-XX:ParallelGCThreads=1 -XX:ConcGCThreads=1" "-XX:TieredStopAtLevel=1")
  fi
  for jdk in "${jdks[@]}"; do
    for collector in Serial Parallel G1 Z Shenandoah; do
      "$jdk/bin/java" "-XX:+Use${collector}GC" -version > /dev/null 2>&1 || continue
      for other in "${others[@]}"; do
        # shellcheck disable=SC2086
        "$jdk/bin/java" $other -version > /dev/null 2>&1 || continue
        for heap in "${heaps[@]}"; do
          echo "$jdk -XX:+Use${collector}GC $heap $other"
        done
      done
    done
  done
}

# medians FILE: of lines "configuration<TAB>cost", the median of each, the least first
medians() {
  sort -t "$(printf '\t')" -k1,1 -k2,2n "$1" | awk -F '\t' '
    function flush() { if (n) print (n % 2 ? v[(n + 1) / 2] : (v[n / 2] + v[n / 2 + 1]) / 2) "\t" key }
    $1 != key { flush(); key = $1; n = 0 }
    { v[++n] = $2 }
    END { flush() }' | sort -n
}

# pass PROGRAM AIM FILE: runs each configuration of the input once, in random order
pass() {
  local line value
  shuf | while read -r line; do
    # shellcheck disable=SC2086
    value=$(cost "$1" "$2" $line < /dev/null)
    [ -z "$value" ] || printf '%s\t%s\n' "$line" "$value" >> "$3"
  done
}

# near FILE FACTOR: configurations whose median is within this factor of the least
near() { medians "$1" | awk -F '\t' -v f="$2" 'NR == 1 { best = $1 } $1 <= f * best { print $2 }'; }

echo "| Program, aim | Configurations | Present | Best of the search | Taken by \`tune\` | Taken / best of the search |"
echo "|---|---|---|---|---|---|"
for pair in ${PROGRAMS:-Cache:cpu Garbage:cpu Loop:cpu Threads:time Report:memory}; do
  program=${pair%:*}
  aim=${pair#*:}
  costs=$folder/$program.tsv
  : > "$costs"
  configurations "$aim" > "$folder/all"
  pass "$program" "$aim" "$costs" < "$folder/all"
  for factor in 1.3 1.15 1.15 1.07 1.07 1.07; do
    near "$costs" $factor > "$folder/near"
    pass "$program" "$aim" "$costs" < "$folder/near"
  done
  # Of those that ran in every pass; what was dropped earlier is dearer.
  best=$(medians "$costs" | cut -f2 | while read -r line; do
    if [ "$(cut -f1 "$costs" | grep -cxF -- "$line")" = 7 ]; then
      echo "$line"
      break
    fi
  done)

  project=$folder/$program
  rm -rf "$project"
  mkdir -p "$project/src"
  cp "$here/tune/$program.java" "$project/src"
  (cd "$project" && ${RUSTFIT}tune "-Drustfit.command=java @{jvm} -cp $folder/classes $program" "-Drustfit.jvmOptions=$present" \
    "-Drustfit.jdks=$2" "-Drustfit.aim=$aim" "-Drustfit.minutes=$minutes" "-Drustfit.sources=src" > "$project/tune.log" 2>&1) || {
    cat "$project/tune.log"
    exit 1
  }
  # The file is JSON as it is printed by the goal: one member a line.
  taken=$(awk -v jdks="$2" '
    /"best" :/ { split($0, b, "\""); best = b[4] }
    /"name" :/ { split($0, n, "\""); on = n[4] == best }
    on && /"jdk" :/ { split($0, v, "\""); jdk = v[4] }
    on && /"options" :/ { gsub(/.*\[ *| *\].*|"|,/, ""); options = $0; on = 0 }
    END { print jdk " " options }' "$project/rustfit/tuning.json")
  for jdk in "${jdks[@]}"; do
    grep -qF "JAVA_VERSION=\"${taken%% *}\"" "$jdk/release" && home=$jdk
  done
  taken=$(echo "$home ${taken#* }" | sed 's/ *$//')
  : > "$folder/final.tsv"
  for _ in 1 2 3 4 5 6 7 8 9 10; do
    printf '%s\n' "${jdks[0]} $present" "$best" "$taken" | sort -u | pass "$program" "$aim" "$folder/final.tsv"
  done
  of() { medians "$folder/final.tsv" | awk -F '\t' -v key="$1" '$2 == key { print $1 }'; }
  named() { echo "$1" | sed -E 's#^[^ ]*/##; s#-XX:\+?##g'; }
  echo "| $program, $aim | $(wc -l < "$folder/all") | $(of "${jdks[0]} $present") | $(of "$best") ($(named "$best")) | $(of "$taken") ($(named "$taken")) | $(awk -v a="$(of "$taken")" -v b="$(of "$best")" 'BEGIN { printf "%.2f", a / b }') |"
done
