def java = System.getProperty('java.home') + '/bin/java'
def jvm = new ProcessBuilder(java, '-Xmx64m', new File(basedir, 'Busy.java').path)
    .redirectErrorStream(true)
    .redirectOutput(new File(basedir, 'busy.log'))
    .start()
new File(basedir, 'test.properties').text = "rustfit.pid=${jvm.pid()}\n"
return true
