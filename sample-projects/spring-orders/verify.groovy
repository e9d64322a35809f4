import groovy.json.JsonSlurper

def report = new JsonSlurper().parse(new File(basedir, 'target/rustfit/report.json'))
def components = report.components.collectEntries { [it.name - 'spring-orders/', it] }

// jfr summary of JDK 25 counts 1230 jdk.CPUTimeSample, and jfr print 410 lost ones.
assert report.runtime.profile.cpuSamples == 1230
assert report.runtime.profile.lostCpuSamples == 410
// Lines of rustfit/gc.log.gz that name a pause and end in a duration, by grep
assert report.runtime.gc.pauses.count == 449

// A throw-away program over jdk.jfr.consumer of JDK 25 looks for the leaf-most frame of the code base on each stack: see the
// README. A sample weighs what its period says, and not all periods are the same.
def close = { a, b -> assert Math.abs(a - b) < 0.002 }
assert components.receipt.cpu.samples == 268
assert components.order.cpu.samples + components.web.cpu.samples == 7 + 7 + 2
close(components.receipt.cpu.share, 268 / 1230)
close(report.runtime.profile.unattributedCpuShare, 946 / 1230)
// 1020 samples are of threads http-nio-…-exec-…, which run own code too: those without are request threads at least by half.
assert report.runtime.profile.unattributedThreads[0].name.startsWith('org.apache.tomcat.')
assert report.runtime.profile.unattributedThreads[0].share > 0.5

// The verdict it must get, and its reasons: the two lines, which come before all else that is to be done.
assert components.receipt.verdict == 'tune-jvm-first'
assert report.components.findAll { it != components.receipt }.every { it.verdict == 'keep-in-java' }
def file = 'src/main/java/io/github/rustfit/samples/springorders/receipt/Receipts.java'
def lineOf = { code -> new File(basedir, file).readLines().findIndexOf { it.contains(code) } + 1 }
def lines = [lineOf('.replaceAll("'), lineOf('String.format(')]
assert report.nextSteps[0..1].every { it.kind == 'fix' && it.component == 'spring-orders/receipt' }
assert report.nextSteps[0..1]*.location == lines.collect { "$file:$it".toString() }
assert components.receipt.reasons.size() == 2
// The same program finds Pattern.compile below the first in 44 samples, and Formatter below the second in 58.
def share = { rule -> components.receipt.findings.find { it.rule == rule }.message.find(/[0-9.]+ % \(/).find(/[0-9.]+/) as double }
close(share('regex-per-call') / 100, 44 / 1230)
close(share('string-format') / 100, 58 / 1230)

// A log and a recording of a busy machine measure some pauses a millisecond apart, and tell the same ones.
assert !components.receipt.findings.any { it.rule == 'gc-sources-agree' }

// The first screen: what is hot, whose it is, and the fix with its line.
def page = new File(basedir, 'target/rustfit/index.html').text
def first = page.substring(page.indexOf('id="first"'), page.indexOf('</ol>', page.indexOf('id="first"')))
assert first.contains('Receipts.java')
assert page.indexOf('id="first"') < page.indexOf('id="limit-check"')
assert page.contains('Mostly what no own code called: org.apache.tomcat')
