import groovy.json.JsonSlurper
import java.util.zip.GZIPInputStream

def report = new JsonSlurper().parse(new File(basedir, 'target/rustfit/report.json'))

// The pauses, counted independently of the plugin: every line that names a pause and ends in a duration.
def pauses = 0
new GZIPInputStream(new FileInputStream(new File(basedir, 'rustfit/gc.log.gz'))).eachLine('UTF-8') { line ->
  if (line =~ /\[gc\s*\] GC\(\d+\) Pause .* ([0-9.]+)ms$/) {
    pauses++
  }
}
assert report.runtime.gc.pauses.count == pauses

// jfr summary of JDK 25 counts 43967 jdk.ExecutionSample.
assert report.runtime.profile.cpuSamples == 43967

// The verdict this sample must get, and its leading reason: what is known speaks for a review but the money.
def aggregate = report.components.find { it.name == 'etl-pipeline/aggregate' }
assert aggregate.verdict == 'keep-in-java'
assert aggregate.gates.subMap(['G1', 'G2', 'G3', 'G4', 'G5']) == [G1: 'pass', G2: 'unknown', G3: 'pass', G4: 'fail', G5: 'pass']
assert aggregate.reasons[0].startsWith('It does not pay for itself even if everything turns out well.')
assert report.components.every { it.verdict == 'keep-in-java' }

// The money, by hand: all the CPU of three machines with two cores at 354.6 costs less a year than the
// person-month that even the optimistic case spends on the second stack.
assert 3 * 2 * 354.6 < 12000
assert aggregate.economics.optimistic.recurringCostPerYear == 12000
assert aggregate.economics.optimistic.savingPerYear < 3 * 2 * 354.6
