import groovy.json.JsonSlurper

def report = new JsonSlurper().parse(new File(basedir, 'target/rustfit/report.json'))

// jfr summary of JDK 25 counts 174 jdk.ExecutionSample
assert report.runtime.profile.cpuSamples == 174

// The verdict this sample must get, and its leading reason: see its README.
assert report.components*.name.containsAll(['edge-proxy/http', 'edge-proxy/proxy'])
assert report.components.every { it.verdict == 'keep-in-java' }
def proxy = report.components.find { it.name == 'edge-proxy/proxy' }
assert proxy.gates.G1 == 'fail'
assert proxy.reasons[0].contains('the target is 10.0 ms: met')
assert report.gate.passed
