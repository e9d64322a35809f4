package io.github.rustfit.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.maven.execution.AbstractExecutionListener;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.ExecutionEvent;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.lifecycle.LifecycleExecutionException;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;

@SuppressWarnings("deprecation") // the session's constructors are Maven's own
class EndOfBuildTest {

  private final List<String> events = new ArrayList<>();
  private final MavenExecutionRequest request = new DefaultMavenExecutionRequest();
  private final DefaultMavenExecutionResult result = new DefaultMavenExecutionResult();
  private final MavenSession session = new MavenSession(null, request, result, List.of());

  private final SystemStreamLog log =
      new SystemStreamLog() {
        @Override
        public void warn(CharSequence line) {
          events.add("warned: " + line);
        }
      };

  EndOfBuildTest() {
    request.setExecutionListener(
        new AbstractExecutionListener() {
          @Override
          public void sessionEnded(ExecutionEvent event) {
            events.add("Maven says " + (result.hasExceptions() ? "failure" : "success"));
          }
        });
  }

  private static MojoExecution execution(String id) {
    return new MojoExecution(new Plugin(), "check", id);
  }

  private void put(String id, EndOfBuild.Work work) {
    EndOfBuild.of(session).put(execution(id), new MavenProject(), log, work);
  }

  private void end() {
    request.getExecutionListener().sessionEnded(null);
  }

  @Test
  void the_same_execution_of_several_modules_is_done_once_and_before_maven_says_how_it_ended() {
    put("one", () -> events.add("of the first module"));
    put("one", () -> events.add("of the last module"));
    put("other", () -> events.add("another"));

    end();
    end();

    assertThat(events)
        .containsExactly(
            "of the last module", "another", "Maven says success", "Maven says success");
  }

  @Test
  void a_failure_fails_the_build() {
    put(
        "one",
        () -> {
          throw new MojoFailureException("a limit is crossed");
        });

    end();

    assertThat(events).containsExactly("Maven says failure");
    assertThat(result.getExceptions())
        .singleElement()
        .isInstanceOf(LifecycleExecutionException.class)
        .extracting(Throwable::getMessage)
        .asString()
        .contains("a limit is crossed");
  }

  @Test
  void what_was_done_meanwhile_is_not_done_again() {
    put("one", () -> events.add("again"));
    EndOfBuild.of(session).remove(execution("one"));

    end();

    assertThat(events).containsExactly("Maven says success");
  }

  @Test
  void after_a_failure_nothing_is_checked_and_that_is_said() {
    put("one", () -> events.add("done"));
    result.addException(new IllegalStateException("of the compiler"));

    end();

    assertThat(events)
        .containsExactly(
            "warned: rustfit: check did not run, as the build failed before every module was built:"
                + " nothing was checked.",
            "Maven says failure");
  }
}
