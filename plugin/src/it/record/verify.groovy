def properties = new Properties()
new File(basedir, 'test.properties').withInputStream { properties.load(it) }
def pid = properties['rustfit.pid']
def jvm = ProcessHandle.of(pid as long).get()
try {
    def folder = new File(basedir, 'target/rustfit')
    assert folder.list().sort() ==
        ['captured', "record-${pid}-2.jfr", "record-${pid}-2.log", "record-${pid}.jfr", "record-${pid}.log"]
    def captured = new File(folder, 'captured')
    assert captured.list().sort() == ['.gitignore', "record-${pid}-2.rustfit-capture"]
    assert new File(captured, "record-${pid}-2.rustfit-capture").text.contains('(I)I')
    assert new File(folder, "record-${pid}.log").text.contains('Pause Young')

    // The JDK's own tools: the recording has samples, and the JVM is as it was.
    def tools = System.getProperty('java.home') + '/bin/'
    def samples = [tools + 'jfr', 'print', '--events', 'ExecutionSample', "${folder}/record-${pid}.jfr"].execute().text
    assert samples.contains('Busy.main')
    assert [tools + 'jcmd', pid, 'JFR.check'].execute().text.contains('No available recordings')
    assert !([tools + 'jcmd', pid, 'VM.log', 'list'].execute().text.contains('#2:'))

    def log = new File(basedir, 'build.log').text
    assert log.contains('Say which JVM to record with -Drustfit.pid')
    assert log.contains(pid + ' ')
    assert !log.contains('RecordingException')
} finally {
    jvm.destroy()
}
