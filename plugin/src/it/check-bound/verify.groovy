def log = new File(basedir, 'build.log').text
// 1,800 of 2,000 samples are of core, and 200 of app: both are above a tenth, or not certainly
assert log.count('core: owns 90.0 %') == 3
assert log.count('check runs when every module is built.') == 2
assert log.count('BUILD FAILURE') == 3
