import groovy.json.JsonSlurper

def report = new JsonSlurper().parse(new File(basedir, 'target/rustfit/report.json'))

// jfr summary of JDK 25 counts 7162 jdk.ExecutionSample, and jfr print finds 7062 of them with a
// frame of prototype.search.
assert report.runtime.profile.cpuSamples == 7162
def search = report.components.find { it.name == 'prototype/search' }
assert Math.abs(search.cpu.samples - 7062) <= 1

// The verdict this sample gets today, and why: see its README. Time and team refuse in any case.
assert search.verdict in ['not-enough-evidence', 'keep-in-java']
assert search.gates.findAll { gate, state -> gate != 'G3' } == [G0: 'pass', G1: 'pass', G2: 'pass', G4: 'fail', G5: 'fail']
assert search.checklist.find { it.question == 5 }.evidence*.text == ['It is meant to live 1 more years.']
assert report.components.every { it == search || it.verdict == 'keep-in-java' }
