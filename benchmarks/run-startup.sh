#!/bin/sh
# How long the command line takes to start, with and without an archive of its classes: run-startup.sh FOLDER JAR RUNS [JAVA]...
set -e
mkdir -p "$1"
folder=$(cd "$1" && pwd)
jar=$2
runs=$3
shift 3
[ $# -gt 0 ] || set -- java

# Runs one way to start several times in turns with the others; a line for each: what, wall, user, system, KiB.
take() {
  /usr/bin/time -o "$folder/time" -f '%e %U %S %M' "$@" > /dev/null 2>&1
  echo "$what $(tail -1 "$folder/time")" >> "$folder/startup"
}

: > "$folder/startup"
number=0
for java in "$@"; do
  number=$((number + 1))
  "$java" -XX:ArchiveClassesAtExit="$folder/start$number.jsa" -jar "$jar" report --help > /dev/null 2>&1
done
turn=0
while [ $turn -lt "$runs" ]; do
  turn=$((turn + 1))
  number=0
  for java in "$@"; do
    number=$((number + 1))
    release=$("$java" -version 2>&1 | sed -n '1s/[^"]*"\([0-9]*\).*/\1/p')
    archive="-XX:SharedArchiveFile=$folder/start$number.jsa"
    what="$release;--version;no" take "$java" -jar "$jar" --version
    what="$release;--version;yes" take "$java" "$archive" -jar "$jar" --version
    what="$release;report_--help;no" take "$java" -jar "$jar" report --help
    what="$release;report_--help;yes" take "$java" "$archive" -jar "$jar" report --help
    what="$release;report_--help;yes,_C1" take "$java" -XX:TieredStopAtLevel=1 "$archive" -jar "$jar" report --help
  done
done

echo "| JDK | Command | Archive | wall s | CPU s | longest wall s |"
echo "|---|---|---|---|---|---|"
cut -d' ' -f1 "$folder/startup" | awk '!seen[$0]++' | while read -r what; do
  rows=$(awk -v what="$what" '$1 == what { printf "%s %.2f\n", $2, $3 + $4 }' "$folder/startup")
  wall=$(echo "$rows" | cut -d' ' -f1 | sort -n | sed -n "$(((runs + 1) / 2))p")
  most=$(echo "$rows" | cut -d' ' -f1 | sort -n | tail -1)
  cpu=$(echo "$rows" | cut -d' ' -f2 | sort -n | sed -n "$(((runs + 1) / 2))p")
  echo "| $(echo "$what" | sed 's/;/ | /g; s/_/ /g') | $wall | $cpu | $most |"
done
