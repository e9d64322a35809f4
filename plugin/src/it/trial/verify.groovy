import groovy.json.JsonSlurper

def log = new File(basedir, 'build.log').text
assert log.contains('pair 10: ')
assert log.contains('Prices#of(int)') && log.contains('as fast as Java, in CPU time')
assert !log.contains('\tat io.github.rustfit')

// Kept beside the source, by machine, with what it rests on
def kept = new JsonSlurper().parse(new File(basedir, 'rustfit/trials/pricing.json'))
assert kept.component == 'pricing'
def trial = kept.trials[0]
assert trial.entry == 'com.acme.Prices#of(int)'
assert trial.port == 'machine'
assert trial.outputs.compared > 100 && trial.outputs.difference == ''
assert trial.figures.pairs >= 10 && !trial.figures.captured
assert trial.sources.keySet() == ['src/main/java/com/acme/Prices.java'] as Set
assert trial.machine.jdk && trial.machine.rustc

// What was agreed stays, and check holds it
assert trial.takeBack.gainBelow == 900 && trial.takeBack.memoryAbove == 512 * 1024 * 1024
assert log.contains('agreed: it goes back at gain below 900')
assert log.contains('pricing: is to take back PricesOfInRust: It gains ')
// The report knows the class by the name that the starter gave it
assert new File(basedir, 'rust/pricing/java/common/com/acme/PricesOfInRust.java').exists()

// Without a recording nobody knows how much of the time passes through it
def report = new JsonSlurper().parse(new File(basedir, 'target/rustfit/report.json'))
assert report.components[0].trials*.state == ['not-sampled']
assert report.components[0].codeGain.provenance == 'assumed'
assert report.nativeParts*.state == ['take-back']
assert report.gate.violations*.id == ['takeBack:pricing']
return true
