package io.github.rustfit.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.rules.evidence.source.SourceFile.Role;
import java.io.StringReader;
import java.util.List;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SourceFoldersTest {

  private final ProjectFolder folder = new ProjectFolder();

  @AfterEach
  void delete() throws Exception {
    folder.close();
  }

  private List<String> roots(MavenProject project, Role role) {
    return SourceFolders.of(project).stream()
        .filter(root -> root.role() == role)
        .map(root -> folder.path("").relativize(root.directory()).toString().replace('\\', '/'))
        .toList();
  }

  private static Plugin configured(String group, String name, String goal, String xml)
      throws Exception {
    Plugin plugin = new Plugin();
    plugin.setGroupId(group);
    plugin.setArtifactId(name);
    PluginExecution execution = new PluginExecution();
    execution.addGoal(goal);
    execution.setConfiguration(Xpp3DomBuilder.build(new StringReader(xml)));
    plugin.addExecution(execution);
    return plugin;
  }

  @Test
  void other_languages_newer_java_and_generated_code_lie_beside() {
    folder
        .with("src/main/java/A.java", "")
        .with("src/main/java11/A.java", "")
        .with("src/main/java8-old/A.java", "")
        .with("src/main/kotlin/A.kt", "")
        .with("src/main/scala-2.13/A.scala", "")
        .with("src/main/resources/A.txt", "")
        .with("src/test/java/ATest.java", "")
        .with("src/test/groovy/ASpec.groovy", "")
        .with("target/generated-sources/antlr4/p/L.java", "")
        .with("target/generated-test-sources/t/T.java", "");

    assertThat(roots(folder.project(), Role.MAIN))
        .containsExactly(
            "src/main/java",
            "src/main/java11",
            "src/main/kotlin",
            "src/main/scala-2.13",
            "target/generated-sources");
    assertThat(roots(folder.project(), Role.TEST))
        .containsExactly("src/test/java", "src/test/groovy", "target/generated-test-sources");
  }

  @Test
  void folders_that_compilers_are_given_count() throws Exception {
    folder
        .with("src/main/java/A.java", "")
        .with("src/mr/17/A.java", "")
        .with("kt/A.kt", "")
        .with("kt-tests/A.kt", "");
    MavenProject project = folder.project();
    project
        .getBuild()
        .addPlugin(
            configured(
                "org.apache.maven.plugins",
                "maven-compiler-plugin",
                "compile",
                "<configuration><release>17</release><compileSourceRoots><compileSourceRoot>"
                    + "src/mr/17</compileSourceRoot></compileSourceRoots></configuration>"));
    project
        .getBuild()
        .addPlugin(
            configured(
                "org.jetbrains.kotlin",
                "kotlin-maven-plugin",
                "compile",
                "<configuration><sourceDirs><sourceDir>"
                    + folder.path("kt")
                    + "</sourceDir><sourceDir>nowhere</sourceDir></sourceDirs></configuration>"));
    project
        .getBuild()
        .addPlugin(
            configured(
                "org.codehaus.mojo",
                "build-helper-maven-plugin",
                "add-test-source",
                "<configuration><sources><source>kt-tests</source></sources></configuration>"));

    assertThat(roots(project, Role.MAIN)).containsExactly("src/main/java", "src/mr/17", "kt");
    assertThat(roots(project, Role.TEST)).containsExactly("kt-tests");
  }
}
