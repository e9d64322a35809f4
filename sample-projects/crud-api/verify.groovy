import groovy.json.JsonSlurper

def report = new JsonSlurper().parse(new File(basedir, 'target/rustfit/report.json'))

// jfr summary of JDK 25 counts 1270 jdk.ExecutionSample
assert report.runtime.profile.cpuSamples == 1270

// The verdict this sample must get, and its leading reason: see its README.
assert report.components*.name.contains('crud-api/repository')
assert report.components.every { it.verdict == 'keep-in-java' }
def repository = report.components.find { it.name == 'crud-api/repository' }
assert repository.gates.G1 == 'fail'
assert repository.reasons[0].contains('the target is 100.0 ms: met')
assert report.gate.passed

// Over a database of its own it waits for that, and nothing that replaces code could change it.
def stored = new JsonSlurper().parse(new File(basedir, 'target/stored/report.json'))
assert stored.components.every { it.verdict == 'keep-in-java' && it.gates.G2 == 'fail' }
// jfr-converter 4.5 (--wall -o collapsed) has 7,573 samples with a frame of the service, 7,390 of them in JDBC waits.
assert stored.runtime.serviceTime.basis == 'wall-clock'
assert stored.runtime.serviceTime.samples == 7573
assert stored.runtime.serviceTime.waiting.low > 0.9
assert stored.runtime.serviceTime.waits[0].reason == 'database'
assert stored.runtime.serviceTime.waits[0].component == 'crud-api/repository'
def stops = stored.components.find { it.name == 'crud-api/repository' }
assert stops.reasons[0].contains('for the database, first of all in Database.inTransaction (Database.java:')
assert stops.reasons[0].contains('against 20.0 ms')
// the README's p99
assert stored.nextSteps[0].kind == 'wait'
assert stored.nextSteps[0].because == 'p99 is 55.9 ms and 20.0 ms are wanted.'
assert stored.nextSteps[0].text.startsWith('Look at what is waited for: ')
assert new File(basedir, 'target/stored/index.html').text.contains('p99 is 55.9 ms and 20.0 ms are wanted.')

// By the folder it lies in.
def labelled = new JsonSlurper().parse(new File(basedir, 'target/labelled/report.json'))
assert labelled.inputs.find { it.path == 'rustfit-stored/recording.jfr.zst' }.labels.version == 'stored'

// Folded, it is one input of two.
def folded = new JsonSlurper().parse(new File(basedir, 'target/with-folded/report.json'))
assert folded.inputs.find { it.path == 'rustfit-stored/recording.jfr.zst' }.labels.version == 'stored'
// jfr-converter 4.5 (--wall -o collapsed), as above; the other recording has no wall-clock samples.
assert folded.runtime.serviceTime.samples == 7573
assert new File(basedir, 'build.log').text.contains('(folded evidence). Where runs are counted, each sum of recordings is one.')
// Two programs then: the one that says its version, and the one that does not.
assert new File(basedir, 'target/rustfit/folded/unknown-service/stored/evidence.json').isFile()
assert new File(basedir, 'target/rustfit/folded/evidence.json').isFile()
