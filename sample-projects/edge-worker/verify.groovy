import groovy.json.JsonSlurper
import java.util.zip.GZIPInputStream

def report = new JsonSlurper().parse(new File(basedir, 'target/rustfit/report.json'))
def load = new File(basedir, 'rustfit/load.txt').readLines().collectEntries { line ->
  def (name, figure) = line.split(/ +/)
  [(name): figure as BigDecimal]
}

// The pauses, counted independently of the plugin: every line that names a pause and ends in a duration.
def pauses = []
new GZIPInputStream(new FileInputStream(new File(basedir, 'rustfit/gc.log.gz'))).eachLine('UTF-8') { line ->
  def m = line =~ /\[gc\s*\] GC\(\d+\) Pause .* ([0-9.]+)ms$/
  if (m.find()) {
    pauses << (m.group(1) as BigDecimal)
  }
}
assert report.runtime.gc.pauses.count == pauses.size()
assert (report.runtime.gc.pauses.totalMs - pauses.sum()).abs() < 0.001
assert (report.runtime.gc.pauses.maxMs - pauses.max()).abs() < 0.001

// jfr summary of JDK 25 counts 9138 jdk.ExecutionSample; jfr print and awk (see the README) find an
// application frame in all but 34 of them, and the innermost is of the package image in 9046
assert report.runtime.profile.cpuSamples == 9138
def image = report.components.find { it.name == 'edge-worker/image' }
assert image.cpu.samples == 9046

// Computation alone misses the target: no pause is as long as the slack, and a large picture that waits
// for nothing takes longer than the target. One in ten is large.
assert load.p99_ms > 100
assert load.alone_12mp_p50_ms > 100
assert pauses.max() < 100 - load.p50_ms

// The verdict this sample must get, and its leading reason: see its README.
assert image.verdict == 'worth-a-trial'
assert image.gates == [G0: 'pass', G1: 'pass', G2: 'pass', G3: 'pass', G4: 'unknown', G5: 'pass']
assert image.assumedGates == ['G4']
assert image.wouldDecide.any { it.contains('economics.kernelSpeedUp') }
assert image.reasons.any { it.contains('the target is 100.0 ms: missed') }
assert report.components.findAll { it.name != 'edge-worker/image' }.every { it.verdict == 'keep-in-java' }

// What to do is asked for once.
assert report.nextSteps*.text == report.nextSteps*.text.unique(false)
