#!/bin/sh
# Whether the limit check cries wolf or sleeps: gate.sh record FOLDER RUNS SECONDS [BUSY], then gate.sh judge FOLDER BUILDS PER_SIDE
#
# record: the program in gate/, whose bursts are drawn anew in each run, RUNS times with nothing changed and as often with
# 5, 10 and 20 % more work in its component storage; the four take turns, so that whatever else the machine does hits all
# of them. BUSY loops burn a processor each beside it.
# judge: BUILDS times a baseline on PER_SIDE unchanged runs and a check on as many others, drawn without putting back
# (the same draws each time), for each amount of work: how many builds are red, and which component each blames.
# Prints a table; FOLDER/builds.tsv has a line for each build. The plugin must be installed.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
command=$1
folder=$2
mkdir -p "$folder"
folder=$(cd "$folder" && pwd)
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
plugin=io.github.rustfit:rustfit-maven-plugin:${RUSTFIT_VERSION:-0.2.0-SNAPSHOT}

record() {
  runs=$1 seconds=$2 busy=${3:-0}
  mkdir -p "$folder/classes"
  "${java}c" -d "$folder/classes" $(find "$here/gate/src" -name '*.java')
  loops=
  while [ "$busy" -gt 0 ]; do
    (while :; do :; done) &
    loops="$loops $!"
    busy=$((busy - 1))
  done
  trap 'kill $loops 2>/dev/null || true' EXIT
  run=0
  while [ "$run" -lt "$runs" ]; do
    run=$((run + 1))
    for more in 0 5 10 20; do
      "$java" -Xmx256m -Xlog:jfr+startup=error \
        "-XX:StartFlightRecording=filename=$folder/$more-$run.jfr,settings=profile,jdk.ExecutionSample#period=10ms" \
        -XX:FlightRecorderOptions=stackdepth=512 -cp "$folder/classes" bench.load.Main "$more" "$seconds" "$run$more" > /dev/null
    done
  done
}

# drawn SEED COUNT FILE…: so many of the files, separated by commas
drawn() {
  seed=$1 count=$2
  shift 2
  printf '%s\n' "$@" | awk -v seed="$seed" 'BEGIN { srand(seed) } { print rand() "\t" $0 }' | sort -n | cut -f 2 |
    head -n "$count" | paste -s -d , -
}

judge() {
  builds=$1 side=$2
  rm -rf "$folder/project"
  cp -R "$here/gate" "$folder/project"
  : > "$folder/builds.tsv"
  build=0
  while [ "$build" -lt "$builds" ]; do
    build=$((build + 1))
    before=$(drawn "$build" "$side" "$folder"/0-*.jfr)
    rest=
    for file in "$folder"/0-*.jfr; do
      case ",$before," in *",$file,"*) ;; *) rest="$rest $file" ;; esac
    done
    rm -f "$folder/project/rustfit-baseline.yaml"
    mvn -o -B -q -f "$folder/project" "$plugin:baseline" "-Drustfit.recordings=$before" > "$folder/baseline.log" 2>&1
    for more in 0 5 10 20; do
      if [ "$more" = 0 ]; then
        after=$(drawn "$build" "$side" $rest)
      else
        after=$(drawn "$build" "$side" "$folder/$more"-*.jfr)
      fi
      if mvn -o -B -f "$folder/project" "$plugin:check" "-Drustfit.recordings=$after" > "$folder/check.log" 2>&1; then
        state=green
      else
        state=red
      fi
      blamed=$(sed -n 's/^.*id: *\([a-zA-Z]*:gate.[a-z]*\).*$/\1/p' "$folder/check.log" | sort -u | paste -s -d , -)
      if [ "$state" = red ] && [ -z "$blamed" ]; then
        state=broken
      fi
      printf '%s\t%s\t%s\t%s\n' "$build" "$more" "$state" "$blamed" >> "$folder/builds.tsv"
    done
  done
  awk -F '\t' '
    { all[$2]++; red[$2] += $3 == "red"; broken += $3 == "broken" }
    $3 == "red" && $4 !~ /storage/ { wrong[$2]++ }
    END {
      print "| More work in storage | Builds | Red | Of these without storage |"
      print "|---|---|---|---|"
      for (k = 1; k <= split("0 5 10 20", more, " "); k++)
        printf "| %s %% | %d | %d | %d |\n", more[k], all[more[k]], red[more[k]], wrong[more[k]]
      if (broken) print broken " builds failed for another reason: see check.log"
    }' "$folder/builds.tsv"
}

shift 2
"$command" "$@"
