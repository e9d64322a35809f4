import groovy.json.JsonSlurper

def report = new JsonSlurper().parse(new File(basedir, 'target/rustfit/report.json'))
assert report.components*.name == ['app', 'core']
assert report.components*.module == ['app', 'core']
// hand count: lines that are neither blank nor comment
assert report.components*.linesOfCode == [6, 6]
// without a recording nothing is measured and nothing may be recommended
assert report.components.every { it.verdict == 'not-enough-evidence' }
assert report.components.every { it.cpu.share == null && it.allocation.share == null }
assert !new File(basedir, 'core/target').exists()
assert !new File(basedir, 'app/target').exists()
def log = new File(basedir, 'build.log').text
assert log.contains('no recording with CPU samples was found')
assert !log.contains('\tat ')
