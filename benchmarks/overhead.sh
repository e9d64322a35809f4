#!/bin/sh
# What recording costs: overhead.sh FOLDER ROUNDS [libasyncProfiler.so]
#
# The same work (overhead/Work.java) without and with each recorder, which take turns, so that
# whatever else the machine does hits all of them. Prints medians of the CPU time and of its ratio to
# the run without a recorder of the same round, with the smallest and the largest ratio.
# FOLDER takes the recordings (delete it afterwards); WORK sets how much is done (30000).
set -eu
here=$(cd "$(dirname "$0")" && pwd)
folder=$1 rounds=$2 library=${3:-}
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
settings=$here/../plugin/src/main/resources/io/github/rustfit/plugin/recording/rustfit.jfc
mkdir -p "$folder"
"${java}c" -d "$folder" "$here/overhead/Work.java"

# once NAME [OPTION…]: one process; its CPU time
once() {
  name=$1
  shift
  rm -f "$folder/$name.jfr" "$folder/$name.log"
  "$java" -Xmx256m "$@" -cp "$folder" Work "${WORK:-30000}" | awk -F '\t' -v name="$name" \
    'NF == 3 { print name "\t" $1 "\t" $2 }' >> "$folder/times.tsv"
}

: > "$folder/times.tsv"
quiet=-Xlog:jfr+startup=error
gc="-Xlog:gc*,safepoint:file=$folder/gc.log:time,uptime,level,tags:filecount=0"
round=0
while [ "$round" -lt "$rounds" ]; do
  round=$((round + 1))
  once none
  once gc-log "$gc"
  once rustfit "-XX:StartFlightRecording=filename=$folder/rustfit.jfr,settings=$settings" $quiet "$gc"
  once profile "-XX:StartFlightRecording=filename=$folder/profile.jfr,settings=profile" $quiet
  if [ -n "$library" ]; then
    once async-profiler "-agentpath:$library=start,quiet,jfr,event=cpu,interval=10ms,alloc=512k,lock=10ms,file=$folder/async.jfr" "$gc"
  fi
done

awk -F '\t' '
  function median(list, n,   i, j, swap) {
    for (i = 1; i <= n; i++)
      for (j = i + 1; j <= n; j++)
        if (list[j] < list[i]) { swap = list[i]; list[i] = list[j]; list[j] = swap }
    return n % 2 ? list[(n + 1) / 2] : (list[n / 2] + list[n / 2 + 1]) / 2
  }
  $1 == "none" { base = $2 }
  { n = ++count[$1]; cpu[$1, n] = $2; ratio[$1, n] = $2 / base; if (n == 1) order[++names] = $1 }
  END {
    print "| Recorder | CPU time, ms | Ratio | Smallest | Largest |"
    print "|---|---|---|---|---|"
    for (k = 1; k <= names; k++) {
      name = order[k]; n = count[name]
      for (i = 1; i <= n; i++) { times[i] = cpu[name, i]; ratios[i] = ratio[name, i] }
      time = median(times, n); middle = median(ratios, n)
      printf "| %s | %d | %.3f | %.3f | %.3f |\n", name, time, middle, ratios[1], ratios[n]
    }
  }' "$folder/times.tsv"
