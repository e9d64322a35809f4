import groovy.json.JsonSlurper

def report = new JsonSlurper().parse(new File(basedir, 'target/rustfit/report.json'))
def load = new File(basedir, 'rustfit/load.txt').readLines().collectEntries { line ->
  def (name, figure) = line.split(/ +/)
  [(name): figure as BigDecimal]
}

// jfr summary of JDK 25 counts 1804 jdk.ExecutionSample in the 100 recordings together
assert report.runtime.profile.cpuSamples == 1804

// What hurts is the start, and a cache of classes takes much of it away: see the README.
assert load.cold_p99_ms > 300
assert load.fifth_event_p50_ms < 300
assert load.cached_cold_p50_ms < load.cold_p50_ms * 0.75

// The verdict this sample must get, and why: runs of a second compile for much of their CPU.
['lambda-handler/handler', 'lambda-handler/runtime'].each { name ->
  def component = report.components.find { it.name == name }
  assert component.verdict == 'tune-jvm-first'
  assert component.gates.G3 == 'fail'
  assert component.reasons.any { it.startsWith('Start-up dominates: ') }
}
assert report.components.every { it.verdict != 'review-for-rust' }
assert report.components*.findings.flatten().any { it.rule == 'short-runs' && it.remedy.contains('AOT') }
