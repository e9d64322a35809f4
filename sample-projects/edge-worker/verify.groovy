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

// jfr summary of JDK 25 counts 10565 jdk.ExecutionSample; jfr print and awk (see the README) find an
// application frame in all but 20 of them, and the innermost is of the package image in 10471
assert report.runtime.profile.cpuSamples == 10565
def image = report.components.find { it.name == 'edge-worker/image' }
assert image.cpu.samples == 10471

// Computation alone misses the target: no pause is as long as the slack, and a large picture that waits
// for nothing takes longer than the target. One in ten is large.
assert load.p99_ms > 100
assert load.alone_12mp_p50_ms > 100
assert pauses.max() < 100 - load.p50_ms

// The verdict this sample must get, and its leading reason: see its README.
assert image.verdict == 'review-for-rust'
assert image.gates == [G0: 'pass', G1: 'pass', G2: 'pass', G3: 'pass', G4: 'pass', G5: 'pass']
assert image.assumedGates == []
assert image.reasons.any { it.contains('the target is 100.0 ms: missed') }
assert image.reasons.any { it.startsWith('A first port of Thumbnailer.thumbnail runs at ') }
assert report.components.findAll { it.name != 'edge-worker/image' }.every { it.verdict == 'keep-in-java' }

// Why: nearly all CPU passes one method, which a port by hand does with the same bytes in less of it. Its near
// end saves more of the fleet's CPUs (2,400 instances, 2 vCPUs, 354.6 USD) than the tenth that was asked for.
def near = new JsonSlurper().parse(new File(basedir, 'rustfit/trials/edge-worker-image.json')).trials[0].figures.gain.low
assert (1 - 1 / near) * (10471 / 10565) * 2400 * 2 * 354.6 > 170000
def thumbnail = 'io.github.rustfit.samples.edgeworker.image.Thumbnailer#thumbnail(byte[],int,int,int)'
assert image.trials*.entry == [thumbnail]
assert image.trials[0].state == 'counts' && image.trials[0].port == 'open' && image.trials[0].figures.captured
assert image.codeGain.provenance == 'measured' && (image.codeGain.low - near).abs() < 0.01
// The check, timed by hand with no tool of ours before: 1.39, 1.28 and 1.15 by size (see the README). This port is a
// little faster; a trial that said the double would be wrong.
[1.39, 1.28, 1.15].eachWithIndex { byHand, size ->
  def ratio = image.trials[0].figures.sizes[size].gain.value / byHand
  assert ratio > 0.9 && ratio < 1.2
}

// A port begins at the method that the recording found, and the body by hand stays.
def starter = new File(basedir, 'rust/edge-worker-image')
assert new File(starter, 'core/src/thumbnailer_thumbnail.rs').text.contains('by hand and line by')
assert new File(starter, 'core/src/thumbnailer_thumbnail.rs.new').text.contains(
    'pub fn thumbnail(p1: &[i8], p2: i32, p3: i32, p4: i32) -> Result<Vec<i8>, Refused>')

// What to do is asked for once.
assert report.nextSteps*.text == report.nextSteps*.text.unique(false)
