import groovy.json.JsonSlurper

def log = new File(basedir, 'build.log').text
assert log.contains('a first run of the present configuration (JDK ')
assert log.contains('What each configuration takes of CPU time for the work, the present one 1')
assert !log.contains('\tat io.github.rustfit')

def kept = new JsonSlurper().parse(new File(basedir, 'rustfit/tuning.json'))
assert kept.version == 1
def tuning = kept.tunings[0]
assert tuning.aim == 'cpu'
assert tuning.command == 'java @{jvm} -cp target/classes com.acme.Job'
def present = tuning.configurations[0]
assert present.name == 'present' && present.options == ['-Xmx64m']
// What the JVM was given is what it ran, by its own log.
assert tuning.heap.limitBytes == 64 * 1024 * 1024
def parallel = tuning.configurations.find { it.name.startsWith('ParallelGC') }
assert parallel.collector == 'Parallel' && parallel.cost.runs >= 1
assert parallel.options.contains('-XX:+UseParallelGC') && parallel.options.contains('-Xmx64m')
// Each run is a recording with a log, and says what it is of.
def runs = new File(basedir, 'target/rustfit-tune').listFiles().findAll { it.name ==~ /run-\d+-.*/ }
assert runs.any { it.name == 'run-001-present' } && runs.any { it.name.contains('ParallelGC') }
runs.each { run -> assert run.list().any { it.endsWith('.jfr') } && run.list().any { it.endsWith('.log') } }
// Ten of its events are a run: by the clock, a tenth of one each.
def said = runs.find { it.name == 'run-001-present' }
assert present.cost.wallNanos > 0 && present.cost.wallNanos < 60e9 / 10
assert said.list().contains('said.txt')
return true
