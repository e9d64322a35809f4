import groovy.json.JsonSlurper

def names = new File(basedir, 'target/rustfit').list() as List
def jfr = names.findAll { it.endsWith('.jfr') }
def linux = System.getProperty('os.name') == 'Linux'

// Surefire forks a JVM for each of two classes and Failsafe one (its other execution forgets the property);
// exec:exec forks JMH, which forks one more.
assert jfr.findAll { it.startsWith('hotspot-pid-') }.size() == (linux ? 3 : 5)
assert jfr.findAll { it.startsWith('async-') }.size() == (linux ? 2 : 0)
assert names.findAll { it ==~ /gc-\d+-.+\.log/ }.size() == 5
assert !names.any { it.endsWith('.part') }

def report = new JsonSlurper().parse(new File(basedir, 'target/rustfit/report.json'))
assert report.inputs*.kind.countBy { it } == ['jfr': 5, 'gc-log': 5]
assert report.inputs.every { it.status == 'read' }
assert report.runtime.profile.launchers == ['application', 'benchmark', 'tests']

def page = new File(basedir, 'target/rustfit/index.html').text
assert page.contains('recordings in part of tests and benchmarks; nobody declared')

def component = report.components.find { it.packages == ['it'] }
assert component.hotMethods[0].class == 'it.Primes'
assert component.gates.G0 != 'pass'

def log = new File(basedir, 'build.log').text
assert log.contains('the argLine that the POM gives maven-failsafe-plugin replaces the one set here')
assert !log.contains('gives maven-surefire-plugin replaces')
assert log.contains('Measured on recordings in part of tests and benchmarks.')
assert !log.contains('Corrupted channel')
