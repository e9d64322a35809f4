#!/bin/sh
# Reads the sources of a public artifact with the Maven plugins of PMD, SpotBugs and this project:
# run-source.sh FOLDER RUNS [GROUP:ARTIFACT:VERSION]
set -e
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$1"
folder=$(cd "$1" && pwd)
runs=$2
artifact=${3:-com.h2database:h2:2.3.232}
# What takes part, in this order, in each turn; with -c1, the JVM's quick compiler alone compiles.
tools=${TOOLS:-"maven pmd spotbugs first second"}
export MAVEN_ARGS=
maven="mvn -q -B -Dstyle.color=never -Dmaven.repo.local=$folder/repository"
project=$folder/project
name=$(echo "$artifact" | cut -d: -f2,3 | tr : -)

if [ -z "$INSTALLED" ]; then
  (cd "$here/.." && $maven -pl rules,readers,plugin -am install -DskipTests -Dspotless.check.skip)
fi

rm -rf "$project"
mkdir -p "$project/src/main/java" "$project/target/classes"
for kind in :jar:sources ""; do
  $maven org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy \
    -Dartifact="$artifact$kind" -DoutputDirectory="$folder"
done
(cd "$project/src/main/java" && jar xf "$folder/$name-sources.jar")
(cd "$project/target/classes" && jar xf "$folder/$name.jar")
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
</project>
POM

goal() {
  case ${1%-c1} in
    maven) echo validate ;;
    pmd) echo org.apache.maven.plugins:maven-pmd-plugin:3.28.0:pmd ;;
    spotbugs) echo com.github.spotbugs:spotbugs-maven-plugin:4.9.8.2:spotbugs ;;
    *) echo io.github.rustfit:rustfit-maven-plugin:0.2.0-SNAPSHOT:report ;;
  esac
}

cd "$project"
for tool in $tools; do
  $maven "$(goal "$tool")" > /dev/null 2>&1 || echo "$tool fails" >&2 # downloads what it needs
done
lines=$(find src -name '*.java' -exec cat {} + | wc -l)
before=$(cut -d' ' -f1 /proc/loadavg)
: > "$folder/times"
turn=0
while [ $turn -lt "$runs" ]; do
  turn=$((turn + 1))
  for tool in $tools; do
    case $tool in
      first*) rm -rf target/rustfit ;;
    esac
    case $tool in
      *-c1) export MAVEN_OPTS=-XX:TieredStopAtLevel=1 ;;
      *) unset MAVEN_OPTS ;;
    esac
    /usr/bin/time -o "$folder/time" -f '%e %U %S %M' $maven -o "$(goal "$tool")" \
      > /dev/null 2>&1 || echo "$tool fails" >&2
    echo "$turn $tool $(tail -1 "$folder/time")" >> "$folder/times"
  done
done

echo "$artifact, $lines lines, $runs turns; load average $before before," \
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
