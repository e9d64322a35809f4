package io.github.rustfit.cli.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rustfit.plugin.goal.GoalException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Layouts as the documentation of Maven, Gradle and sbt describes them; expected by hand. */
class FolderProjectTest {

  private Path root = Path.of("");

  @BeforeEach
  void resolveLinks(@TempDir Path folder) throws IOException {
    root = folder.toRealPath();
  }

  private void write(String name, String text) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private void sources(String... folders) throws IOException {
    for (String one : folders) {
      write(one + "/A.java", "class A {}");
    }
  }

  /** Module, folder and role of each root. */
  private List<String> roots() throws GoalException {
    return roots(List.of());
  }

  private List<String> roots(List<String> named) throws GoalException {
    return FolderProject.of(root, named, null).sourceRoots().stream()
        .map(
            one ->
                one.module()
                    + " "
                    + root.relativize(one.directory()).toString().replace('\\', '/')
                    + " "
                    + one.role())
        .toList();
  }

  @Test
  void modules_of_maven_are_those_that_the_poms_name() throws Exception {
    write(
        "pom.xml",
        """
        <project><parent><groupId>org.acme</groupId></parent><artifactId>shop</artifactId>
          <name>The shop</name><scm><url>https://example.org/shop</url></scm>
          <properties><project.build.sourceEncoding>ISO-8859-1</project.build.sourceEncoding></properties>
          <modules><module>core</module><module>web/pom.xml</module><module>gone</module></modules>
          <profiles><profile><id>more</id><modules><module>extra</module></modules></profile></profiles>
        </project>
        """);
    write(
        "core/pom.xml",
        """
        <project><artifactId>shop-core</artifactId>
          <build><sourceDirectory>${project.basedir}/code</sourceDirectory></build></project>
        """);
    write("web/pom.xml", "<project><artifactId>shop-web</artifactId></project>");
    write("extra/pom.xml", "<project><artifactId>shop-extra</artifactId></project>");
    sources("core/code", "core/src/test/java", "web/src/main/java", "web/src/main/kotlin");
    sources(
        "web/target/generated-sources/annotations", "extra/src/main/java", "samples/src/main/java");

    FolderProject project = FolderProject.of(root, List.of(), null);
    assertThat(roots())
        .containsExactly(
            "shop-core core/code MAIN",
            "shop-core core/src/test/java TEST",
            "shop-web web/src/main/java MAIN",
            "shop-web web/src/main/kotlin MAIN",
            "shop-web web/target/generated-sources MAIN");
    assertThat(project.leftOut()).containsExactly("extra (profile more)");
    assertThat(project.coordinates()).isEqualTo("org.acme:shop");
    assertThat(project.name()).isEqualTo("The shop");
    assertThat(project.scm()).isEqualTo("https://example.org/shop");
    assertThat(project.charset()).isEqualTo(StandardCharsets.ISO_8859_1);
    assertThat(project.outputFolder()).isEqualTo(root.resolve("target/rustfit"));
    assertThat(project.defaultPlaces())
        .containsExactly(
            root.resolve("rustfit"),
            root.resolve("target/rustfit"),
            root.resolve("core/target/rustfit"),
            root.resolve("web/target/rustfit"));
  }

  @Test
  void a_pom_is_input_from_anywhere() throws Exception {
    write("secret.txt", "hidden");
    write(
        "pom.xml",
        """
        <!DOCTYPE project [<!ENTITY secret SYSTEM "secret.txt">]>
        <project><artifactId>a&secret;b</artifactId></project>
        """);
    sources("src/main/java");
    assertThat(FolderProject.of(root, List.of(), null).coordinates()).doesNotContain("hidden");
    assertThat(roots()).hasSize(1);
    write("pom.xml", "<project><artifactId>");
    assertThat(roots()).singleElement().asString().endsWith(" src/main/java MAIN");
  }

  @Test
  void a_pom_that_names_itself_as_a_module_is_read_once() throws Exception {
    write(
        "pom.xml",
        "<project><artifactId>a</artifactId><modules><module>.</module><module>b</module></modules></project>");
    write(
        "b/pom.xml",
        "<project><artifactId>b</artifactId><modules><module>..</module></modules></project>");
    sources("src/main/java", "b/src/main/java");
    assertThat(roots()).containsExactly("a src/main/java MAIN", "b b/src/main/java MAIN");
  }

  @Test
  void projects_of_gradle_are_those_that_the_settings_include() throws Exception {
    write(
        "settings.gradle",
        """
        /* include 'not' */
        // include 'neither'
        rootProject.name = 'shop'
        include 'core', ':web:api'
        include("tools")
        project(':tools').projectDir = file('dev/tools')
        """);
    sources("core/src/main/java", "core/src/test/java", "core/src/jmh/java");
    sources("web/api/src/main/kotlin", "dev/tools/src/main/groovy", "neither/src/main/java");
    sources(
        "core/build/generated/sources/annotationProcessor/java/main",
        "core/build/generated/sources/annotationProcessor/java/test");

    assertThat(roots())
        .containsExactly(
            "core core/src/main/java MAIN",
            "core core/build/generated/sources/annotationProcessor/java/main MAIN",
            "core core/src/jmh/java TEST",
            "core core/src/test/java TEST",
            "core core/build/generated/sources/annotationProcessor/java/test TEST",
            "tools dev/tools/src/main/groovy MAIN",
            "api web/api/src/main/kotlin MAIN");
    FolderProject project = FolderProject.of(root, List.of(), null);
    assertThat(project.name()).isEqualTo("shop");
    assertThat(project.outputFolder()).isEqualTo(root.resolve("build/rustfit"));
    assertThat(project.defaultPlaces()).contains(root.resolve("web/api/build/rustfit"));
  }

  @Test
  void what_gradle_computes_is_looked_for() throws Exception {
    write(
        "settings.gradle.kts",
        """
        rootProject.name = "shop"
        include("core")
        File("services").listFiles().forEach { include("services:${it.name}") }
        """);
    sources("core/src/main/java", "services/pay/src/main/java", "services/ship/src/main/java");
    sources("buildSrc/src/main/kotlin", ".hidden/src/main/java", "core/build/src/main/java");
    assertThat(roots())
        .containsExactly(
            "core core/src/main/java MAIN",
            "pay services/pay/src/main/java MAIN",
            "ship services/ship/src/main/java MAIN");
  }

  @Test
  void modules_of_one_name_are_told_apart() throws Exception {
    write("settings.gradle", "include ':a:api', ':b:api'");
    sources("a/api/src/main/java", "b/api/src/main/java");
    assertThat(roots())
        .containsExactly("a-api a/api/src/main/java MAIN", "b-api b/api/src/main/java MAIN");
  }

  @Test
  void sbt_and_folders_of_no_build_are_known_by_their_layout() throws Exception {
    write("build.sbt", "lazy val core = project");
    sources("core/src/main/scala", "core/src/test/scala", "core/src/main/scala-2.13");
    assertThat(roots())
        .containsExactly(
            "core core/src/main/scala MAIN",
            "core core/src/main/scala-2.13 MAIN",
            "core core/src/test/scala TEST");
    Files.delete(root.resolve("build.sbt"));
    assertThat(roots()).hasSize(3);
    assertThat(FolderProject.of(root, List.of(), null).outputFolder())
        .isEqualTo(root.resolve("target/rustfit"));
  }

  @Test
  void folders_can_be_named() throws Exception {
    sources("code", "lib/src/main/java", "lib/src/test/java");
    assertThat(roots(List.of("code", "lib/src/test/java")))
        .containsExactly("code code MAIN", "lib lib/src/test/java TEST");
    assertThatThrownBy(() -> roots(List.of("gone")))
        .isInstanceOf(GoalException.class)
        .hasMessageContainingAll("'gone'", "--sources", root.toString());
  }

  @Test
  void what_is_no_folder_or_encoding_is_refused() {
    assertThatThrownBy(() -> FolderProject.of(root.resolve("gone"), List.of(), null))
        .hasMessageContaining("--root");
    assertThatThrownBy(() -> FolderProject.of(root, List.of(), "UTF-9"))
        .hasMessageContaining("--encoding is 'UTF-9'");
  }

  @Test
  void a_hostile_include_stays_in_the_project() throws Exception {
    write(
        "settings.gradle",
        "include 'core'\ninclude '..:..:etc'\nproject(':core').projectDir = file('../../etc')");
    sources("core/src/main/java");
    assertThat(FolderProject.of(root, List.of(), null).defaultPlaces())
        .allMatch(place -> place.startsWith(root));
    assertThat(roots()).containsExactly("core core/src/main/java MAIN");
  }
}
