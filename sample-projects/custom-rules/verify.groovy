import groovy.json.JsonSlurper

def report = new JsonSlurper().parse(new File(basedir, 'orders/target/rustfit/report.json'))
def intake = report.components.find { it.name == 'intake' }
def booking = report.components.find { it.name == 'booking' }
def close = { a, b -> assert (a - b).abs() < 0.0001 }

// jfr print of JDK 25 shows 2674 jdk.ExecutionSample: in 1710 of them the leaf-most frame of com.acme.orders is of its
// package intake, and in 1209 of those com.acme.bus.v1 is above it.
assert report.runtime.profile.cpuSamples == 2674
close(intake.cpu.share, 1710 / 2674)

// The rule that measures: its finding, its cost and its answer.
def bus = intake.findings.find { it.rule == 'acme-old-bus-client' }
assert bus.confirmed && bus.level == 'warning'
assert bus.message.contains('45.2 %') // 1209 / 2674
assert bus.remedy.contains('com.acme.bus.v2.Publisher')
assert intake.gates.G3 == 'fail'
assert !booking.findings.any { it.rule == 'acme-old-bus-client' }

// The rule that reads the source: its finding and its answer to question 7.
def ledger = booking.findings.find { it.rule == 'acme-certified-ledger' }
assert ledger.file == 'src/main/java/com/acme/orders/booking/Booking.java'
def ecosystem = booking.checklist.find { it.question == 7 }
assert ecosystem.answer == 'no'
assert ecosystem.evidence.any { it.text.contains('certified for Java alone') }

// The verdicts this sample must get: see its README.
assert report.components.collectEntries { [it.name, it.verdict] }.subMap(['booking', 'intake']) ==
    [booking: 'keep-in-java', intake: 'tune-jvm-first']
assert report.components.findAll { !(it.name in ['booking', 'intake']) }.every { it.verdict == 'not-enough-evidence' }
assert booking.gates.G5 == 'fail'

// The organisation's catalogue, which the policy names beside itself.
assert intake.checklist.find { it.question == 7 }.evidence.any {
  it.text.contains('acme-bus') && it.text.contains('classpath:acme/crates.yaml')
}

// Who said what: the line is where the value stands in the file, counted there.
def lineOf = { path, text -> new File(basedir, path).readLines().findIndexOf { it.contains(text) } + 1 }
def acme = 'acme-rustfit/src/main/resources/acme/policy.yaml'
def origins = report.policy.origins.collectEntries { [it.key, it] }
assert report.policy.source == 'classpath:acme/policy.yaml and rustfit.yaml'
assert origins['limits.cpuShare'].source == 'classpath:acme/policy.yaml'
assert origins['limits.cpuShare'].line == lineOf(acme, 'cpuShare:')
assert origins['limits.gcPauseP99'].source == 'rustfit.yaml'
assert origins['limits.gcPauseP99'].overrides == []
// stricter
assert origins['limits.fullCollections'].value == '0'
assert origins['limits.fullCollections'].overrides ==
    [[value: '5', source: 'classpath:acme/policy.yaml', line: lineOf(acme, 'fullCollections:')]]
// allowed
assert origins['verdicts.tune-jvm-first'].value == 'accept'
assert origins['verdicts.tune-jvm-first'].line == lineOf('orders/rustfit.yaml', 'tune-jvm-first:')
assert origins['verdicts.tune-jvm-first'].overrides*.value == ['warning']

// The organisation's limit is crossed, which is a warning, and the message says whose limit it is.
assert report.gate.passed
def crossed = report.gate.violations.find { it.rule == 'cpuShare' }
assert crossed.component == 'intake'
assert crossed.message.endsWith("(classpath:acme/policy.yaml:${lineOf(acme, 'cpuShare:')})")
def page = new File(basedir, 'orders/target/rustfit/index.html').text
assert page.contains('<bdi>5</bdi> of <bdi>classpath:acme/policy.yaml:')

// What the organisation refuses fails with both places and the remedy.
def log = new File(basedir, 'build.log').text
def forbidden = { text -> lineOf('orders/forbidden.yaml', text) }
assert log.contains("forbidden.yaml:${forbidden('overrun')}: economics.overrun: economics is reserved by" +
    " classpath:acme/policy.yaml:${lineOf(acme, '- economics')}")
assert log.contains("forbidden.yaml:${forbidden('fullCollections')}: limits.fullCollections: 50 overrides 5 of" +
    " classpath:acme/policy.yaml:${lineOf(acme, 'fullCollections:')}, which does not allow it")
assert log.contains('ask the owner of classpath:acme/policy.yaml to add limits.fullCollections to overridable')
assert !log.contains('\tat ')
