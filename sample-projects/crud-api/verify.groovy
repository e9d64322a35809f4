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
