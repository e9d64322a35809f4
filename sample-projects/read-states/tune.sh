#!/usr/bin/env bash
# Runs the service with these options of its JVM under its load, once, and ends with what the load driver saw.
# What `java` is decides on the JDK.
set -u
classes=$(dirname "$0")/target/classes
samples=io.github.rustfit.samples.readstates
java "$@" -cp "$classes" $samples.ReadStates &
service=$!
trap 'kill -9 $service 2> /dev/null' EXIT
until (exec 3<> /dev/tcp/localhost/7311) 2> /dev/null; do
  kill -0 $service || exit 1
  sleep 0.2
done
java -Xmx1g -XX:+UseSerialGC -cp "$classes" $samples.load.LoadDriver warmUpSeconds=5 measuredSeconds=15 || exit 1
kill $service
wait $service
exit 0
