# Figures of one recording out of `jfr print --json --stack-depth 1`; $file is its name.

def nanos: capture("^PT((?<h>[0-9]+)H)?((?<m>[0-9]+)M)?((?<s>[0-9]+)([.](?<f>[0-9]+))?S)?$")
  | ((.h // "0" | tonumber) * 3600 + (.m // "0" | tonumber) * 60 + (.s // "0" | tonumber)) * 1000000000
    + ((.f // "0") + "000000000" | .[0:9] | tonumber);

def instant: capture("^(?<s>.*?)(?<f>[.][0-9]+)?Z$")
  | (.s + "Z" | fromdateiso8601) + ("0" + (.f // "") | tonumber);

def class: if . == null then "" else
  . as $name
  | ($name | capture("^(?<dims>\\[*)(?<rest>.*)$")) as $it
  | ({B: "byte", C: "char", D: "double", F: "float", I: "int", J: "long", S: "short", Z: "boolean"}) as $primitive
  | (if $it.dims == "" then $it.rest
     else $primitive[$it.rest] // ($it.rest | ltrimstr("L") | rtrimstr(";")) end | gsub("/"; "."))
    + ($it.dims | gsub("\\["; "[]")) end;

# What one event of a type weighs: bytes or nanoseconds.
def weight: .type as $type | .values |
  if $type == "jdk.ObjectAllocationSample" then .weight
  elif $type == "jdk.ObjectAllocationInNewTLAB" then .tlabSize
  elif $type == "jdk.ObjectAllocationOutsideTLAB" then .allocationSize
  elif $type == "profiler.LiveObject" then .allocationSize
  elif $type == "jdk.OldObjectSample" then .objectSize // 0
  elif $type == "profiler.Malloc" then .size
  elif $type == "jdk.CPUTimeSample" then .samplingPeriod | nanos
  elif $type == "profiler.WallClockSample" then .samples
  elif $type == "jdk.JavaExceptionThrow" then 1
  elif .duration then .duration | nanos
  else 0 end;

def type: .values | (.objectClass.name // .object.type.name // .monitorClass.name // .parkedClass.name
  // .thrownClass.name) | class;

def method: .values.stackTrace.frames[0].method | select(.) | select(.type.name | startswith("demo/"))
  | "\(.type.name | gsub("/"; ".")).\(.name)";

def row(figure; event; name; value; tool): [$file, figure, event, name, (value | tostring), tool] | @tsv;

.recording.events as $events
| ["jdk.ExecutionSample", "jdk.NativeMethodSample", "jdk.CPUTimeSample", "profiler.WallClockSample",
   "jdk.ObjectAllocationSample", "jdk.ObjectAllocationInNewTLAB", "jdk.ObjectAllocationOutsideTLAB",
   "jdk.OldObjectSample", "profiler.LiveObject", "jdk.JavaMonitorEnter", "jdk.ThreadPark",
   "jdk.SocketRead", "jdk.SocketWrite", "jdk.FileRead", "jdk.FileWrite", "jdk.JavaExceptionThrow",
   "profiler.Malloc"] as $wanted
| ($events | map(select(.type | IN($wanted[]))) | group_by(.type)[]
   | .[0].type as $event
   | row("count"; $event; ""; length; "jfr print"),
     row("sum"; $event; ""; map(weight) | add; "jfr print"),
     (select($event != "jdk.ObjectAllocationSample") | map({method: method, samples: (.values.samples // 1)}) | group_by(.method)[]
      | row("method"; $event; .[0].method; map(.samples) | add; "jfr print")),
     (group_by(type)[] | select(.[0] | type != "")
      | row("class"; $event; .[0] | type; map(weight) | add; "jfr print"),
        row("classcount"; $event; .[0] | type; length; "jfr print"))),
# Allocation that threads did before the recording: without each older thread's earliest sample.
  ($events | map(select(.type == "jdk.ObjectAllocationSample")) | select(length > 0)
   | ($events | map(select(.type == "jdk.ThreadStart") | .values.thread.javaThreadId)) as $started
   # 2 s: docs/decisions/0006-first-allocation-sample.md
   | ($events | map(select(.type == "jdk.JVMInformation"))[0].values
      | (.startTime | instant) - (.jvmStartTime | instant) > 2) as $late
   | (group_by(.values.eventThread.javaThreadId)
      | map(sort_by(.values.startTime)
            | if $late and (.[0].values.eventThread.javaThreadId | IN($started[]) | not) then .[1:] else . end)
      | add) as $kept
   | row("keptcount"; "jdk.ObjectAllocationSample"; ""; $kept | length; "jfr print"),
     row("keptsum"; "jdk.ObjectAllocationSample"; ""; $kept | map(weight) | add; "jfr print"),
     ($kept | map(method) | group_by(.)[]
      | row("method"; "jdk.ObjectAllocationSample"; .[0]; length; "jfr print")),
     ($kept | group_by(type)[]
      | row("keptclass"; "jdk.ObjectAllocationSample"; .[0] | type; map(weight) | add; "jfr print")))
