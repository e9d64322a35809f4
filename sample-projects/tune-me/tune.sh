#!/usr/bin/env bash
# Runs the service with these options of its JVM under its load, once, and ends with what the load driver saw.
# What `java` is decides on the JDK.
set -u
classes=$(dirname "$0")/target/classes
samples=io.github.rustfit.samples.tuneme
java "$@" -cp "$classes" $samples.TuneMe &
service=$!
trap 'kill -9 $service 2> /dev/null' EXIT
until (exec 3<> /dev/tcp/localhost/7314) 2> /dev/null; do
  kill -0 $service || exit 1
  sleep 0.2
done
java -Xmx256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp "$classes" $samples.load.LoadDriver \
  warmUpSeconds=1 measuredSeconds=20 || exit 1
kill $service
wait $service
exit 0
