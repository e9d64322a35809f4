package io.github.rustfit.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Model;
import org.apache.maven.model.Profile;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Modules that only a profile adds which the build at hand does without. */
class InactiveProfilesTest {

  private final ProjectFolder folder = new ProjectFolder();

  @AfterEach
  void delete() throws IOException {
    folder.close();
  }

  @Test
  void are_named_with_their_profile_unless_they_are_built_or_not_there() throws IOException {
    folder.with("bench/pom.xml", "<project/>").with("tools/own.xml", "<project/>");
    Profile profile = new Profile();
    profile.setId("all");
    profile.setModules(List.of("bench", "tools/own.xml", "gone", "."));
    Model model = new Model();
    model.addProfile(profile);
    MavenProject project = folder.project();
    project.setOriginalModel(model);
    MavenSession session = mock(MavenSession.class);
    when(session.getProjects()).thenReturn(List.of(project));
    when(session.getTopLevelProject()).thenReturn(project);

    assertThat(new Reactor(session, project).leftOut())
        .containsExactly("bench (profile all)", "tools (profile all)");
  }
}
