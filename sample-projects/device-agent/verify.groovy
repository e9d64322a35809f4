import groovy.json.JsonSlurper
import java.util.zip.GZIPInputStream

def report = new JsonSlurper().parse(new File(basedir, 'target/rustfit/report.json'))

// jfr summary of JDK 25 counts 7 jdk.ExecutionSample: the agent is idle.
assert report.runtime.profile.cpuSamples == 7

// The pauses, counted independently of the plugin: every line that names a pause and ends in a duration.
def pauses = 0
new GZIPInputStream(new FileInputStream(new File(basedir, 'rustfit/gc.log.gz'))).eachLine('UTF-8') { line ->
  if (line =~ /\[gc\s*\] GC\(\d+\) Pause .* ([0-9.]+)ms$/) {
    pauses++
  }
}
assert pauses == 25
assert report.runtime.gc.pauses.count == pauses

// The verdict this sample must get, and its leading reason: see its README.
assert report.components*.name == ['agent', 'collector']
def agent = report.components.find { it.name == 'agent' }
assert agent.verdict == 'keep-in-java'
assert agent.gates == [G0: 'unknown', G1: 'pass', G2: 'unknown', G3: 'fail', G4: 'pass', G5: 'pass']
assert agent.reasons[0].contains("Java's own remedies come first")
assert agent.reasons[1].startsWith('Resident memory is 42.1 MiB')

// 42.1 MiB stand in rustfit/load.txt, and 32 are promised.
assert new File(basedir, 'rustfit/load.txt').text.contains('resident_mib_before_recording  42.1')
assert report.targets == [[target: 'memory', percentile: null, limit: 32, unit: 'MiB', observed: 42.1, bound: 'exactly',
  provenance: 'declared', basis: 'resident memory in /proc after a minute', met: false, wouldDecide: null]]
assert report.nextSteps[0].kind == 'tune'
assert report.nextSteps[0].finding.startsWith('memory-ladder')

// The money: 50,000 devices of 1/16 GiB at 192 a year are 600,000; half of the agent's part goes.
def central = agent.economics.central
assert Math.abs(central.savingPerYear - 600_000 * agent.allocation.share * 0.5) < 30 // the share is rounded
