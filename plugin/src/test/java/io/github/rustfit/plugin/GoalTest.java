package io.github.rustfit.plugin;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.api.di.Provides;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.AfterEach;

/** What the tests of all goals share: a project in a temporary folder and a log that is kept. */
abstract class GoalTest {

  final ProjectFolder project = new ProjectFolder();
  final List<String> warnings = new ArrayList<>();
  final List<String> infos = new ArrayList<>();

  @Provides
  MavenProject mavenProject() {
    return project.project();
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

  @AfterEach
  void deleteProject() throws IOException {
    project.close();
  }
}
