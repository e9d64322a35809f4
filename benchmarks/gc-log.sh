#!/bin/sh
# Writes a GC log of so many megabytes with -Xlog:gc* by really collecting: gc-log.sh FILE MEGABYTES
# The JVM is the one of JAVA_HOME, else of the path; 300 MB take about five minutes.
set -e
here=$(cd "$(dirname "$0")" && pwd)
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
classes=$(mktemp -d)
trap 'rm -rf "$classes"' EXIT
"${java}c" -d "$classes" "$here/gc/Churn.java"
output="file=$1:uptime,level,tags:filecount=0"
"$java" -cp "$classes" -XX:+UseG1GC -Xms8m -Xmx8m -XX:ParallelGCThreads=1 -XX:ConcGCThreads=1 \
  "-Xlog:gc*:$output" Churn "$1" "$2"000000
