import groovy.json.JsonSlurper

def report = new JsonSlurper().parse(new File(basedir, 'target/rustfit/report.json'))
def components = report.components.collectEntries { [it.name - 'quarkus-readings/', it] }

// jfr summary of JDK 25 counts 2072 jdk.CPUTimeSample, and jfr print 609 lost ones.
assert report.runtime.profile.cpuSamples == 2072
assert report.runtime.profile.lostCpuSamples == 609
// Lines of rustfit/gc.log.gz that name a pause and end in a duration, by grep
assert report.runtime.gc.pauses.count == 115

// A throw-away program over jdk.jfr.consumer of JDK 25 looks for the leaf-most frame of the code base on each stack.
assert components.series.cpu.samples == 27
assert components.intake.cpu.samples == 8
assert components.web.cpu.samples == 1
// 2036 stacks have none. A sample weighs what its period says, and not all periods are the same.
assert Math.abs(report.runtime.profile.unattributedCpuShare - 2036 / 2072) < 0.002

// The verdict this sample must get, and its leading reason: see its README.
assert report.components.every { it.verdict == 'keep-in-java' && it.gates.G1 == 'fail' }
assert components.series.reasons[0] == 'Observed p99 is 22.8 ms, the target is 1000.0 ms: met.'
assert report.nextSteps.isEmpty()
// Series_Bean and Series_ClientProxy are generated: the source is the one that was recorded.
assert report.gate.passed
assert !new File(basedir, 'build.log').text.contains('edited since')
def page = new File(basedir, 'target/rustfit/index.html').text
assert page.contains('Nothing: no component is in need of a change.')
