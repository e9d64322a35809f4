#!/bin/sh
# Reads the sources of h2, with their history and a recording, with the Maven plugins of PMD, SpotBugs and this project,
# and with this project's command line: run-source.sh FOLDER RUNS
set -e
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$1"
folder=$(cd "$1" && pwd)
runs=$2
version=2.3.232
# What takes part, in this order, in each turn; with -c1, the JVM's quick compiler alone compiles, and with -quick as
# docs/how-to/command-line.md advises: the same with an archive of classes.
tools=${TOOLS:-"maven pmd first second cli-first cli-second cli-first-quick cli-second-quick"}
# What stands before each measured command, such as nice or flock: $BEFORE.
# Where to clone from: a folder will do. And for how many seconds to record, once.
history=${HISTORY:-https://github.com/h2database/h2database.git}
seconds=${SECONDS_RECORDED:-60}
export MAVEN_ARGS=
maven="mvn -q -B -Dstyle.color=never -Dmaven.repo.local=$folder/repository"
clone=$folder/clone
project=$clone/h2
ours=$folder/repository/io/github/rustfit

if [ -z "$INSTALLED" ]; then
  (cd "$here/.." && $maven -pl cli -am install -DskipTests -Dinvoker.skip -Dspotless.check.skip)
fi
cli=$(echo "$ours"/rustfit-cli/*/rustfit-cli-*.jar)
own=$(basename "$(dirname "$cli")")

[ -d "$clone" ] || git clone -q -c advice.detachedHead=false --branch "version-$version" "$history" "$clone"
# A pom of our own: without dependencies, which nothing here needs.
cat > "$project/pom.xml" <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>benchmark</groupId>
  <artifactId>benchmark</artifactId>
  <version>1</version>
  <properties>
    <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
    <maven.compiler.release>17</maven.compiler.release>
  </properties>
  <build>
    <sourceDirectory>src/main</sourceDirectory>
  </build>
</project>
POM
$maven org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy \
  -Dartifact="com.h2database:h2:$version" -DoutputDirectory="$folder"
classes=$folder/h2-$version.jar
mkdir -p "$project/target/classes"
(cd "$project/target/classes" && jar xf "$classes")
recording=$project/rustfit/queries.jfr
if [ ! -f "$recording" ]; then
  mkdir -p "$project/rustfit"
  java -XX:StartFlightRecording=settings=profile,filename="$recording" -XX:FlightRecorderOptions=stackdepth=512 \
    -cp "$classes" "$here/source/Queries.java" "$seconds"
fi

# What a tool runs, in the project's folder; Maven takes what it needs from its repository.
invocation() {
  case ${1%-c1} in
    maven) echo "$maven $2 validate" ;;
    pmd) echo "$maven $2 org.apache.maven.plugins:maven-pmd-plugin:3.28.0:pmd" ;;
    spotbugs) echo "$maven $2 com.github.spotbugs:spotbugs-maven-plugin:4.9.8.2:spotbugs" ;;
    cli-*-quick) echo "java $quick -jar $cli report" ;;
    cli-*) echo "java -jar $cli report" ;;
    *) echo "$maven $2 io.github.rustfit:rustfit-maven-plugin:$own:report" ;;
  esac
}

cd "$project"
quick="-XX:TieredStopAtLevel=1 -XX:SharedArchiveFile=$folder/cli.jsa"
java -XX:ArchiveClassesAtExit="$folder/cli.jsa" -jar "$cli" report > /dev/null 2>&1
for tool in $tools; do
  $(invocation "$tool") > /dev/null 2>&1 || echo "$tool fails" >&2 # downloads what it needs
done
lines=$(find src/main -name '*.java' -exec cat {} + | wc -l)
before=$(cut -d' ' -f1 /proc/loadavg)
: > "$folder/times"
turn=0
while [ $turn -lt "$runs" ]; do
  turn=$((turn + 1))
  for tool in $tools; do
    case $tool in
      *first*) rm -rf target/rustfit ;;
    esac
    case $tool in
      *-c1) export MAVEN_OPTS=-XX:TieredStopAtLevel=1 ;;
      *) unset MAVEN_OPTS ;;
    esac
    $BEFORE /usr/bin/time -o "$folder/time" -f '%e %U %S %M' $(invocation "$tool" -o) \
      > /dev/null 2>&1 || echo "$tool fails" >&2
    echo "$turn $tool $(tail -1 "$folder/time")" >> "$folder/times"
  done
done

echo "h2 $version, $lines lines, $(git rev-list --count HEAD) commits," \
  "recording of $(($(stat -c %s "$recording") / 1024)) KiB, $runs turns; load average $before before," \
  "$(cut -d' ' -f1 /proc/loadavg) after"
echo
echo "| What | wall s | times PMD | CPU s | CPU, times PMD | peak MiB |"
echo "|---|---|---|---|---|---|"
awk -v order="$tools" '
  function median(values, n,    i, j, t) {
    for (i = 2; i <= n; i++)
      for (j = i; j > 1 && values[j - 1] > values[j]; j--) {
        t = values[j]; values[j] = values[j - 1]; values[j - 1] = t
      }
    return n % 2 ? values[(n + 1) / 2] : (values[n / 2] + values[n / 2 + 1]) / 2
  }
  { wall[$2, $1] = $3; cpu[$2, $1] = $4 + $5; peak[$2, $1] = $6 / 1024; turns = $1 }
  function line(tool,    i, n, w, wr, c, cr, p) {
    for (i = 1; i <= turns; i++) {
      w[i] = wall[tool, i]; c[i] = cpu[tool, i]; p[i] = peak[tool, i]
      wr[i] = wall["pmd", i] ? w[i] / wall["pmd", i] : 0
      cr[i] = cpu["pmd", i] ? c[i] / cpu["pmd", i] : 0
    }
    printf "| %s | %.2f | %.3f | %.2f | %.3f | %.0f |\n", tool, median(w, turns),
      median(wr, turns), median(c, turns), median(cr, turns), median(p, turns)
  }
  END { n = split(order, tools, " "); for (t = 1; t <= n; t++) line(tools[t]) }
' "$folder/times"
