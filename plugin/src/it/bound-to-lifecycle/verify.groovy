def log = new File(basedir, 'build.log').text
assert log.contains("left over from an earlier build: module 'core' is not built yet")
// the child inherits the execution, and leaves the analysis to the top project
assert !new File(basedir, 'core/target/rustfit/report.json').exists()
assert new File(basedir, 'target/rustfit/report.json').exists()
