package io.github.rustfit.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.api.di.Provides;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.junit.jupiter.api.AfterEach;

/** What the tests of all goals share: a project in a temporary folder and a log that is kept. */
abstract class GoalTest {

  final ProjectFolder project = new ProjectFolder();
  private final MavenProject given = project.project();
  final List<String> warnings = new ArrayList<>();
  final List<String> infos = new ArrayList<>();

  @Provides
  MavenProject mavenProject() {
    return given;
  }

  @Provides
  Log log() {
    return new SystemStreamLog() {
      @Override
      public void warn(CharSequence content) {
        warnings.add(content.toString());
      }

      @Override
      public void info(CharSequence content) {
        infos.add(content.toString());
      }
    };
  }

  /** Tests of the project run in Maven's own JVM. */
  final void withoutForks() throws IOException {
    Files.createDirectories(project.path("src/test/java"));
    Plugin surefire = new Plugin();
    surefire.setArtifactId("maven-surefire-plugin");
    PluginExecution execution = new PluginExecution();
    execution.addGoal("test");
    surefire.addExecution(execution);
    Xpp3Dom configuration = new Xpp3Dom("configuration");
    Xpp3Dom count = new Xpp3Dom("forkCount");
    count.setValue("0");
    configuration.addChild(count);
    surefire.setConfiguration(configuration);
    given.getBuild().addPlugin(surefire);
  }

  @AfterEach
  void deleteProject() throws IOException {
    project.close();
  }
}
