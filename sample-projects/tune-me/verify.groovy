import groovy.json.JsonSlurper
import java.util.zip.GZIPInputStream

def asFound = new JsonSlurper().parse(new File(basedir, 'target/rustfit/report.json'))
def cured = new JsonSlurper().parse(new File(basedir, 'target/cured/report.json'))
def component = { report, name -> report.components.find { it.name == "tune-me/$name" } }
def source = { folder ->
  "src/main/java/io/github/rustfit/samples/tuneme/$folder/MonthlyStatement.java".toString()
}

// jfr summary of JDK 25 counts these jdk.ExecutionSample.
assert asFound.runtime.profile.cpuSamples == 2944
assert cured.runtime.profile.cpuSamples == 814

// The pauses, counted independently of the plugin: every line that names a pause and ends in a duration.
def pauses = { folder ->
  def count = 0
  new GZIPInputStream(new FileInputStream(new File(basedir, "$folder/gc.log.gz"))).eachLine('UTF-8') { line ->
    if (line =~ /\[gc\s*\] GC\(\d+\) Pause .* ([0-9.]+)ms$/) {
      count++
    }
  }
  count
}
assert asFound.runtime.gc.pauses.count == pauses('rustfit')
assert cured.runtime.gc.pauses.count == pauses('rustfit-cured')

// The verdict this sample must get, and its leading reason: three lines of the source, and how the bookings are read.
def statement = component(asFound, 'statement')
assert statement.verdict == 'tune-jvm-first'
assert statement.gates.subMap(['G0', 'G1', 'G2', 'G3']) == [G0: 'pass', G1: 'pass', G2: 'pass', G3: 'fail']
def lines = new File(basedir, source('statement')).readLines()
def three = [
  'string-concat-in-loop': 'text += row(',
  'regex-per-call'       : 'booking.split(',
  'date-format-per-call' : 'DateTimeFormatter.ofPattern(',
].collectEntries { rule, code -> [rule, lines.findIndexOf { it.contains(code) } + 1] }
assert statement.reasons.size() == 4
three.each { rule, line ->
  assert line > 0
  assert statement.reasons.any { it.startsWith("${source('statement')}:$line ($rule) ") }
  assert statement.findings.any { it.rule == rule && it.file == source('statement') && it.line == line && it.level == 'warning' }
}
// What costs most of the CPU leads: JDK 25's jfr shows Pattern.compile below the line in 1,624 of the 2,944 samples.
assert statement.reasons[0].contains('(regex-per-call)')
assert statement.explanation[2].startsWith('Begin with this: Make the Pattern a static final constant')
assert asFound.components.every { it.name == statement.name || it.verdict == 'keep-in-java' }

// The proof of the cure: the fixes are gone, and so is the pain. Nothing is left that Rust could cure.
def rendering = component(cured, 'cured')
assert rendering.verdict == 'keep-in-java'
assert rendering.gates.G1 == 'fail'
// It burns so little CPU now that 814 samples are too few to tell what reading the bookings costs.
assert rendering.gates.G3 == 'unknown'
assert rendering.reasons[0].contains('the target is 50.0 ms: met')
assert !rendering.findings.any { it.rule in three.keySet() }
assert cured.components.every { it.verdict == 'keep-in-java' }
assert cured.runtime.gc.allocationRateMiBPerSecond * 20 < asFound.runtime.gc.allocationRateMiBPerSecond
assert pauses('rustfit-cured') * 20 < pauses('rustfit')

// The cured class is the one that was found but for these lines.
assert new File(basedir, source('cured')).readLines().every { !it.contains('text +=') && !it.contains('.split("') }

// Three runs of each have more than twenty times the pauses and the allocation apart: that is no noise.
def comparison = { folder -> new JsonSlurper().parse(new File(basedir, "target/$folder/compare.json")).process.figures }
def figure = { figures, name -> figures.find { it.figure == name } }
def compared = comparison('compare')
assert figure(compared, 'allocation-rate').change == 'better'
assert figure(compared, 'pauses').change == 'better'
assert compared.every { it.change != 'worse' }
assert new File(basedir, 'target/compare/compare.html').text.contains('what changed beyond noise')
// All runs are about as long, so rates of pauses compare like their counts.
def counted = { variant -> (1..3).sum { pauses("runs/$variant/$it") } }
def fewer = figure(compared, 'pauses').before / figure(compared, 'pauses').after
assert Math.abs(fewer / (counted('as-found') / counted('cured')) - 1) < 0.15

// The other way round the same figures are worse, and the gate says so.
def back = comparison('back')
assert figure(back, 'allocation-rate').change == 'worse'
assert figure(back, 'pauses').change == 'worse'
def log = new File(basedir, 'build.log').text
assert log.count('BUILD FAILURE') == 2
assert log.contains('became worse beyond noise')

// One run of each says nothing, however far apart they are, and does not pass.
assert comparison('once').every { it.change in ['untested', 'unknown', 'unchanged'] }
assert log.contains('nobody can say that nothing became worse: a side has a single run')
