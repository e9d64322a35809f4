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
return true
