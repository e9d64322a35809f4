#!/bin/sh
# Prints what other tools read in the recordings: expected.tsv. Needs jq and the variables of record.sh.
#
#   ./expected.sh > expected.tsv
#
# Columns: recording, figure, event, name, value, tool. README.md says what the figures are.
set -eu
export LC_ALL=C
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
jfr=$JDK25/bin/jfr
tab=$(printf '\t')

summary() {
  "$jfr" summary "$2" | awk -v OFS='\t' -v file="$1" '
    $1 ~ /^(jdk\.(ExecutionSample|NativeMethodSample|CPUTimeSample|ObjectAllocation.*|OldObjectSample|JavaMonitorEnter|ThreadPark|Socket(Read|Write)|File(Read|Write)|JavaExceptionThrow)|profiler\.(LiveObject|Malloc|WallClockSample))$/ && $2 > 0 {
      print file, "count", $1, "", $2, "jfr summary" }'
}

# methods RECORDING FILE VIEW EVENT: number of samples by top method
methods() {
  "$jfr" view --width 300 "$3" "$2" | awk -v OFS='\t' -v file="$1" -v event="$4" -v view="$3" '
    $1 ~ /^demo\./ { sub(/\(.*/, "", $1); n[$1] += $(NF - (view ~ /hot/ ? 1 : 0)) }
    END { for (m in n) print file, "method", event, m, n[m], "jfr view " view }'
}

# classes RECORDING FILE: share of the bytes in percent
classes() {
  "$jfr" view --width 300 allocation-by-class "$2" | awk -v OFS='\t' -v file="$1" '
    $NF ~ /^[0-9.]+%$/ { print file, "percent", "jdk.ObjectAllocationSample", $1, substr($NF, 1, length($NF) - 1), "jfr view allocation-by-class" }'
}

# collapsed RECORDING FILE EVENT OPTIONS: samples and weights by the converter
collapsed() {
  "$JDK17/bin/java" -cp "$CONVERTER" one.convert.Main -o collapsed $4 "$2" "$work/samples" > "$work/log"
  "$JDK17/bin/java" -cp "$CONVERTER" one.convert.Main -o collapsed --total $4 "$2" "$work/total" > "$work/log"
  awk -v OFS='\t' -v file="$1" -v event="$3" '{ n += $NF } END { print file, "stacks", event, "", sprintf("%.0f", n), "jfrconv" }' "$work/samples"
  awk -v OFS='\t' -v file="$1" -v event="$3" '{ n += $NF } END { print file, "total", event, "", sprintf("%.0f", n), "jfrconv" }' "$work/total"
  leaves "$1" "$3" jfrconv < "$work/samples"
}

# Samples by leaf, or by class where the leaf is one
leaves() {
  awk -v OFS='\t' -v file="$1" -v event="$2" -v tool="$3" '
    { count = $NF; sub(/ [0-9]+$/, ""); leaf = $0; sub(/.*;/, "", leaf)
      figure = leaf ~ /_\[[ik]\]$/ && event ~ /Alloc|Live|Monitor/ ? "leafclass" : "leafmethod"
      sub(/_\[.\]$/, "", leaf); sub(/:[0-9]+$/, "", leaf); gsub("/", ".", leaf)
      if (figure == "leafclass" || leaf ~ /^demo\./ && leaf !~ /Lambda/) n[figure OFS event OFS leaf] += count }
    END { for (k in n) print file, k, n[k], tool }'
}

text() {
  gzip -dc "$1.gz" | awk -v OFS='\t' -v file="$1" -v event="$2" '{ n += $NF } END { print file, "stacks", event, "", n, "awk" }'
  gzip -dc "$1.gz" | leaves "$1" "$2" awk
}

# figures RECORDING FILE
figures() {
  "$jfr" print --json --stack-depth 1 "$2" | jq -r --arg file "$1" -f expected.jq
}

# both RECORDING FILE: async-profiler's chunk is the last one; of the JDK's, what it does not replace
both() {
  mkdir "$work/repository"
  "$jfr" disassemble --output "$work/repository" --max-chunks 1 "$2" > "$work/log"
  last=$(ls "$work/repository"/*.jfr | tail -1)
  figures "$1" "$last"
  rm "$last"
  "$jfr" assemble "$work/repository" "$work/jdk.jfr" > "$work/log"
  figures "$1" "$work/jdk.jfr" \
    | grep -vE "$tab(jdk.ExecutionSample|jdk.ObjectAllocationSample|jdk.OldObjectSample)$tab"
}

printf '# recording\tfigure\tevent\tname\tvalue\ttool\n'
{
  for packed in *.jfr.gz; do
    name=${packed%.gz} file=$work/${packed%.gz}
    gzip -dc "$packed" > "$file"
    case $name in
      *-both*) both "$name" "$file" ;;
      *) figures "$name" "$file" ;;
    esac
    case $name in
      *jfrsync*) ;; # numbers the events of both chunks by the first one's metadata
      *) summary "$name" "$file" ;;
    esac
    case $name in
      jdk*)
        methods "$name" "$file" hot-methods jdk.ExecutionSample
        methods "$name" "$file" native-methods jdk.NativeMethodSample
        classes "$name" "$file"
        ;;
    esac
    case $name in
      jdk25-cputime*) methods "$name" "$file" cpu-time-hot-methods jdk.CPUTimeSample ;;
      async-cpu* | async-jfrsync.jfr) collapsed "$name" "$file" jdk.ExecutionSample --cpu ;;
    esac
    case $name in
      async-wall*) collapsed "$name" "$file" profiler.WallClockSample --wall ;;
      async-alloc* | async-jfrsync.jfr) collapsed "$name" "$file" jdk.ObjectAllocationInNewTLAB --alloc ;;
      async-live*) collapsed "$name" "$file" profiler.LiveObject --live ;;
      async-lock*) collapsed "$name" "$file" jdk.JavaMonitorEnter --lock ;;
      async-nativemem*) collapsed "$name" "$file" profiler.Malloc --nativemem ;;
      async-multi*)
        collapsed "$name" "$file" jdk.ExecutionSample --cpu
        collapsed "$name" "$file" profiler.WallClockSample --wall
        collapsed "$name" "$file" jdk.ObjectAllocationInNewTLAB --alloc
        collapsed "$name" "$file" profiler.LiveObject --live
        collapsed "$name" "$file" profiler.Malloc --nativemem
        ;;
    esac
  done
  period() { printf '%s\tperiod\t%s\t\t%s\t%s\n' "$@"; }
  for name in jdk17-default jdk17-tlab jdk25-default jdk25-cputime; do
    period $name.jfr jdk.ExecutionSample 20000000 default.jfc
    period $name.jfr jdk.NativeMethodSample 20000000 default.jfc
  done
  for name in jdk17-profile jdk25-profile; do
    period $name.jfr jdk.ExecutionSample 10000000 profile.jfc
    period $name.jfr jdk.NativeMethodSample 20000000 profile.jfc
  done
  period async-cpu.jfr jdk.ExecutionSample 5000000 record.sh
  for name in async-multi.jfr async-jfrsync.jfr async-jfrsync-both.jfr async-cpu-annotated.collapsed; do
    period $name jdk.ExecutionSample 10000000 record.sh
  done
  period async-jfrsync-both.jfr jdk.NativeMethodSample 20000000 default.jfc
  period async-wall.jfr profiler.WallClockSample 20000000 record.sh
  period async-multi.jfr profiler.WallClockSample 50000000 record.sh
  text async-cpu-annotated.collapsed jdk.ExecutionSample
  text async-cpu-lines.collapsed jdk.ExecutionSample
  text async-alloc.collapsed jdk.ObjectAllocationInNewTLAB
} | sort
