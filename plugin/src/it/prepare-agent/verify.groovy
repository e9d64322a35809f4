import groovy.json.JsonSlurper

def folder = new File(basedir, 'target/rustfit')
assert folder.list().any { it.endsWith('.jfr') }
assert folder.list().any { it ==~ /gc-\d+-.+\.log/ }

def report = new JsonSlurper().parse(new File(folder, 'report.json'))
assert report.inputs*.kind.sort() == ['capture', 'gc-log', 'jfr']
def captured = new File(folder, 'captured')
assert captured.list().any { it.endsWith('.rustfit-capture') }
assert new File(captured, '.gitignore').text == '*\n'
def calls = report.runtime.profile.methodCalls
assert calls*.method == ['it.Primes.count(I)I']
assert calls*.count == [1]
assert report.inputs.every { it.status == 'read' }
assert report.runtime.profile.cpuSamples > 10
assert report.runtime.profile.launchers == ['tests']

// The only class there is owns what was sampled of the test; unit tests are no load, so nothing is concluded.
def component = report.components.find { it.packages == ['it'] }
assert component.hotMethods[0].class == 'it.Primes'
assert component.gates.G0 != 'pass'
