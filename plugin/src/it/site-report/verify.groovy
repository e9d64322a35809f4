def page = new File(basedir, 'target/site/rustfit/index.html')
assert page.text.contains('rustfit')
assert page.text == new File(basedir, 'target/rustfit/index.html').text
assert new File(basedir, 'target/site/project-reports.html').text.contains('rustfit/index.html')
