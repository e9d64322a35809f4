import groovy.json.JsonSlurper
import java.util.zip.GZIPInputStream

def report = new JsonSlurper().parse(new File(basedir, 'target/rustfit/report.json'))

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

// jfr summary of JDK 25 counts 1955 jdk.ExecutionSample
assert report.runtime.profile.cpuSamples == 1955

// The verdict this sample must get, and its leading reasons: see its README.
def token = report.components.find { it.name == 'token-auth/token' }
assert token.verdict == 'keep-in-java'
assert token.gates.G1 == 'fail'
assert token.reasons[0].contains('the target is 20.0 ms: met')
assert token.reasons.contains('0 data-race and 0 memory-safety incidents in 24 months.')
assert token.reasons.contains('It imports no native-memory or reference-count interface.')
assert report.components.every { it.verdict == 'keep-in-java' }
assert report.gate.passed
