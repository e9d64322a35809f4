import groovy.json.JsonSlurper

def policy = new File(basedir, 'rustfit.yaml').text
assert policy.contains('  - name: "init-policy"')
assert policy.contains('      - "it.core"')
assert policy.contains('-XX:StartFlightRecording')

def log = new File(basedir, 'build.log').text
assert log.contains('rustfit.yaml exists already and is not overwritten')
assert !log.contains('\tat ')

def report = new JsonSlurper().parse(new File(basedir, 'target/rustfit/report.json'))
assert report.policy.source == 'rustfit.yaml'
assert report.components*.name == ['init-policy']
assert report.components[0].verdict == 'not-enough-evidence'
