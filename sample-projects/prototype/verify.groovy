import groovy.json.JsonSlurper

def report = new JsonSlurper().parse(new File(basedir, 'target/rustfit/report.json'))

// jfr summary of JDK 25 counts 6311 jdk.ExecutionSample, and jfr print finds 6197 of them with a
// frame of prototype.search.
assert report.runtime.profile.cpuSamples == 6311
def search = report.components.find { it.name == 'prototype/search' }
assert Math.abs(search.cpu.samples - 6197) <= 1

// The verdict this sample must get, and its leading reason: the pain is there; the gain, the time and the team are not.
assert search.verdict == 'keep-in-java'
assert search.gates == [G0: 'pass', G1: 'pass', G2: 'fail', G3: 'pass', G4: 'fail', G5: 'fail']
assert search.reasons[0] ==
    'A finished port of Embedding.product runs at 0.44× (0.41× – 0.46×) of the speed of Java, through the boundary, on made arguments.'
assert search.reasons.containsAll(['It is meant to live 1 more year.', 'The team has 2 developers.'])
assert report.components.every { it.verdict == 'keep-in-java' }

// It was tried, by hand and to the end.
def product = 'io.github.rustfit.samples.prototype.search.Embedding#product(float[],float[])'
assert search.trials*.entry == [product]
assert search.trials[0].state == 'counts' && search.trials[0].port == 'finished'
assert search.codeGain.provenance == 'measured' && search.codeGain.high < 0.5

// A port begins at the one method that nearly all CPU passes through: float[] and float[] in, float out.
def starter = new File(basedir, 'rust/prototype-search')
assert new File(starter, 'core/src/embedding_product.rs').text.contains(
    'pub fn product(p1: &[f32], p2: &[f32]) -> Result<f32, Refused>')
assert new File(starter, 'CONTRACT.md').exists()
// The body is a person's and stays; what a machine would write is beside it.
assert new File(starter, 'core/src/embedding_product.rs').text.contains('by hand')
assert new File(starter, 'core/src/embedding_product.rs.new').text.contains('A straight port by machine')
