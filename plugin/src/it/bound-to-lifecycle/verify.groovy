def log = new File(basedir, 'build.log').text
assert log.contains("rustfit: report runs when every module is built.")
// the child inherits the execution, and leaves the analysis to the top project
assert !new File(basedir, 'core/target/rustfit/report.json').exists()
assert new File(basedir, 'target/rustfit/report.json').exists()
