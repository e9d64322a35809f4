def log = new File(basedir, 'build.log').text
assert log.contains('no recording with CPU samples was found')
assert log.contains('-XX:StartFlightRecording')
assert log.contains('rustfit: skipped')
assert !log.contains('\tat ')
