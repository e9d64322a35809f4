#!/bin/sh
# Makes recordings to measure with: record.sh FOLDER SECONDS [libasyncProfiler.so]
set -e
here=$(cd "$(dirname "$0")" && pwd)
folder=$1
seconds=$2
profiler=$3
mkdir -p "$folder/classes"
javac -d "$folder/classes" "$here/src/main/java/io/github/rustfit/benchmarks/Load.java"
load="-Xmx256m -XX:TLABSize=4k -XX:-ResizeTLAB -cp $folder/classes"
main="io.github.rustfit.benchmarks.Load $seconds"

# Small TLABs and no thresholds: as many events as the JDK can write.
java $load "-XX:StartFlightRecording=filename=$folder/dense.jfr,settings=$here/src/main/resources/dense.jfc,maxsize=4g" \
  -XX:FlightRecorderOptions=stackdepth=128 $main
# What people record.
java -Xmx256m -cp "$folder/classes" \
  "-XX:StartFlightRecording=filename=$folder/profile.jfr,settings=profile" $main
if [ -n "$profiler" ]; then
  java $load "-agentpath:$profiler=start,event=cpu,interval=200us,alloc=2k,lock=1us,jfr,file=$folder/async.jfr" $main
fi
ls -l "$folder"/*.jfr
