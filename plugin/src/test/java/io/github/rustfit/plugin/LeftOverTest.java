package io.github.rustfit.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.apache.maven.execution.BuildSuccess;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenExecutionResult;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A recording of an earlier build, met by one that began later. */
class LeftOverTest {

  private static final Instant START = Instant.parse("2026-01-01T12:00:00Z");
  private static final String RECORDING = "target/rustfit/app.jfr";
  private static final String SOURCE = "src/main/java/A.java";

  private final ProjectFolder folder = new ProjectFolder();

  @AfterEach
  void delete() throws IOException {
    folder.close();
  }

  private void written(String path, Duration beforeStart) throws IOException {
    folder.with(path, "class A {}");
    Files.setLastModifiedTime(folder.path(path), FileTime.from(START.minus(beforeStart)));
  }

  private Reactor built() {
    MavenProject project = folder.project();
    MavenExecutionRequest request = new DefaultMavenExecutionRequest();
    request.setStartTime(Date.from(START));
    MavenExecutionResult result = new DefaultMavenExecutionResult();
    result.addBuildSummary(new BuildSuccess(project, 1));
    MavenSession session = mock(MavenSession.class);
    when(session.getProjects()).thenReturn(List.of(project));
    when(session.getTopLevelProject()).thenReturn(project);
    when(session.getRequest()).thenReturn(request);
    when(session.getResult()).thenReturn(result);
    return new Reactor(session, project);
  }

  @Test
  void what_is_younger_than_all_sources_is_of_this_code() throws IOException {
    written(SOURCE, Duration.ofHours(2));
    written(RECORDING, Duration.ofHours(1));

    assertThat(built().leftOver(RECORDING, false)).isEmpty();
    assertThat(built().leftOver(RECORDING, true)).isPresent(); // this build was to record anew
  }

  @Test
  void what_is_older_than_a_source_is_left_over() throws IOException {
    written(RECORDING, Duration.ofHours(2));
    written(SOURCE, Duration.ofHours(1));

    assertThat(built().leftOver(RECORDING, false)).isPresent();
  }
}
