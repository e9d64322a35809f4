#!/bin/sh
# Makes the recordings anew; expected.sh then tells what other tools read in them.
#
#   JDK17=… JDK25=… ASYNC_PROFILER=…/async-profiler-4.6.jar CONVERTER=…/jfr-converter-4.5.jar ./record.sh
#
# JDK17 and JDK25 are JDK folders; the jars are those of tools.profiler in Maven Central.
# What tells of the machine is not recorded: no properties, variables, processes, libraries, system,
# and the command lines have no path.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

"$JDK17/bin/javac" -g --release 17 -d . "$here/Demo.java"
unzip -q -j "$ASYNC_PROFILER" linux-x64/libasyncProfiler.so
export LD_LIBRARY_PATH="$work"

private="InitialSystemProperty InitialEnvironmentVariable InitialSecurityProperty SystemProcess
  ProcessStart NativeLibrary NativeLibraryLoad NativeLibraryUnload OSInformation
  VirtualizationInformation NetworkUtilization ActiveRecording ThreadDump JavaAgent NativeAgent
  HeapDump"
# Nothing looks at these here, and they are most of the bytes.
bulk="ModuleRequire ModuleExport ClassLoaderStatistics BooleanFlag IntFlag UnsignedIntFlag LongFlag
  UnsignedLongFlag DoubleFlag StringFlag Compilation GCPhaseParallel SecurityProviderService
  NativeMemoryUsage"

off() {
  for event in $private $bulk; do
    grep -q "\"jdk.$event\"" "$1" && echo "jdk.$event#enabled=false" || true
  done
}

# settings JDK NAME [SETTING…]: the JDK's own settings without these events
settings() {
  jdk=$1 base=$1/lib/jfr/$2.jfc
  shift 2
  rm -f demo.jfc
  "$jdk/bin/jfr" configure --input "$base" --output demo.jfc $(off "$base") "$@" > /dev/null
}

keep() {
  gzip -9nc "$1" > "$here/$2.gz"
  rm "$1"
}

# jdk JDK NAME DELAY: a recording that begins so late ends with the JVM
jdk() {
  "$1/bin/java" -Xmx64m -cp . "-XX:StartFlightRecording=settings=demo.jfc,filename=out.jfr$3" \
    demo.Demo 5 > /dev/null
  keep out.jfr "$2.jfr"
}

settings "$JDK17" profile
jdk "$JDK17" jdk17-profile ""
settings "$JDK17" default
jdk "$JDK17" jdk17-default ",delay=2s"
settings "$JDK25" profile
jdk "$JDK25" jdk25-profile ",delay=2s"
settings "$JDK25" default
jdk "$JDK25" jdk25-default ""
settings "$JDK25" default jdk.CPUTimeSample#enabled=true jdk.CPUTimeSample#throttle=10ms
jdk "$JDK25" jdk25-cputime ""
# Every allocation of a TLAB, and every exception, neither of which is a default any more
settings "$JDK17" default jdk.ObjectAllocationInNewTLAB#enabled=true \
  jdk.ObjectAllocationOutsideTLAB#enabled=true jdk.JavaExceptionThrow#enabled=true
jdk "$JDK17" jdk17-tlab ""

# async OPTIONS [JVM-OPTION]: jfropts=7 leaves out system, properties and libraries
async() {
  "$JDK17/bin/java" -Xmx64m -cp . ${2:+"$2"} "-agentlib:asyncProfiler=start,$1" demo.Demo 4 > /dev/null
}

async_jfr() {
  async "$2,jfr,jfropts=7,file=out.jfr"
  keep out.jfr "$1.jfr"
}

async_jfr async-cpu event=cpu,interval=5ms
async_jfr async-wall event=wall,interval=20ms
async_jfr async-alloc event=alloc,alloc=512k
async_jfr async-live event=alloc,alloc=512k,live
async_jfr async-lock event=lock,lock=1us
async_jfr async-nativemem nativemem=128k
async_jfr async-multi event=cpu,interval=10ms,alloc=1m,wall=50ms,lock=1ms,nativemem=1m,nofree,live

# Ended before the JVM, which would not append async-profiler's chunk otherwise.
sync=event=cpu,interval=10ms,alloc=1m,live,jfrsync=demo.jfc,jfropts=7,timeout=3,file=out.jfr
settings "$JDK17" default
async "$sync"
keep out.jfr async-jfrsync.jfr
# A recording of the JDK at the same time: its events of CPU, allocation and objects are there too.
async "$sync" -XX:StartFlightRecording=settings=demo.jfc,duration=2s
keep out.jfr async-jfrsync-both.jfr

async event=cpu,interval=10ms,collapsed,ann,file=out.collapsed
keep out.collapsed async-cpu-annotated.collapsed
async event=alloc,alloc=512k,collapsed,file=out.collapsed
keep out.collapsed async-alloc.collapsed

# convert RECORDING NAME OPTIONS: by async-profiler's converter
convert() {
  gzip -dc "$here/$1.jfr.gz" > in.jfr
  "$JDK17/bin/java" -cp "$CONVERTER" one.convert.Main $3 in.jfr out > /dev/null
  keep out "$2"
}

convert async-cpu async-cpu-lines.collapsed "-o collapsed --cpu --lines"
convert async-cpu async-cpu.pprof "-o pprof --cpu"
convert async-alloc async-alloc.pprof "-o pprof --alloc --total"
