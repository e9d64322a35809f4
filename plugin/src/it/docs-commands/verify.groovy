import groovy.json.JsonSlurper

def log = new File(basedir, 'build.log').text
assert log.count('BUILD SUCCESS') == 24
assert !log.contains('\tat io.github.rustfit')

// init wrote a policy that the later goals read, and baseline what check reads
assert new File(basedir, 'rustfit.yaml').text.contains('core/pricing')
assert new File(basedir, 'rustfit-baseline.yaml').exists()

// A cache of its own; and the first recorded run compared with all of them
assert new File(basedir, '.rustfit-cache').list().length > 0
def compare = new JsonSlurper().parse(new File(basedir, 'target/rustfit/compare.json'))
assert compare.components*.name.containsAll(['core/orders', 'core/pricing'])

// A window, and start-up that a recording of a second does not tell
assert log.contains('Only a part of recordings and logs was looked at: from 1ms to 1h.')
assert log.contains('Only a part of recordings and logs was looked at: without start-up.')
assert log.contains('its start-up is not left out')

// Builds were added to a history, in the work tree's commit, and seen in the trend
assert new File(basedir, 'rustfit-history.jsonl').readLines().size() == 1
def added = new JsonSlurper().parse(new File(basedir, 'rustfit-history.jsonl'))
assert added.components['core/pricing'].cpuShare > 0
assert new File(basedir, 'history/rustfit.jsonl').readLines().size() == 1
assert new JsonSlurper().parse(new File(basedir, 'target/rustfit/trend.json')).builds.size() == 1

// A port was begun at the method that was named
assert new File(basedir, 'rust/core-pricing/core/src/prices_of.rs').text.contains('pub fn of(item: i32)')

// The load test recorded itself in the module that holds it, and the top project found it.
assert new File(basedir, 'core/target/rustfit').list().any { it.endsWith('.jfr') }
def report = new JsonSlurper().parse(new File(basedir, 'target/rustfit/report.json'))
assert report.inputs.any { it.kind == 'jfr' && it.path.startsWith('core/target/rustfit/') }
assert report.components*.name.containsAll(['core/orders', 'core/pricing', 'app'])
// Finding primes is all that the program computes.
def owner = report.components.max { it.cpu.share ?: 0 }
assert owner.name == 'core/pricing'
assert owner.verdict == 'not-enough-evidence'
