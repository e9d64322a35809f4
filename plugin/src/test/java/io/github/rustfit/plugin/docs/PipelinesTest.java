package io.github.rustfit.plugin.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** YAML in the documentation is YAML; {@link CommandsTest} looks at the commands within. */
class PipelinesTest {

  static Stream<Arguments> yamlBlocks() {
    return Markdown.all().stream()
        .flatMap(
            page ->
                page.blocks().stream()
                    .filter(block -> block.language().equals("yaml"))
                    .map(
                        block ->
                            Arguments.of(
                                page.path() + ":" + block.line(),
                                String.join("\n", block.text()))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("yamlBlocks")
  void yaml_is_well_formed(String place, String text) {
    assertThatCode(() -> DocumentedCommand.yaml(text)).as(place).doesNotThrowAnyException();
  }

  /** A tag can be moved to other code, a commit cannot. */
  @Test
  void each_action_is_named_by_its_commit() {
    List<String> actions =
        Markdown.all().stream()
            .flatMap(page -> page.blocks().stream())
            .filter(block -> block.language().equals("yaml"))
            .flatMap(block -> block.text().stream())
            .filter(line -> line.matches("[\\s-]*uses:.*"))
            .toList();

    assertThat(actions)
        .hasSizeGreaterThan(5)
        .allMatch(line -> line.matches(".*uses: [\\w./-]+@[0-9a-f]{40} # v\\d+\\.\\d+\\.\\d+"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ci-github-actions.md", "ci-gitlab.md", "ci-jenkins.md"})
  void each_pipeline_checks_what_a_change_touches_and_keeps_the_report(String page) {
    Path path = Path.of("docs", "how-to", page);

    assertThat(DocumentedCommand.inBlocks())
        .filteredOn(command -> command.page().equals(path))
        .anyMatch(
            command ->
                command.command().ownGoals().contains("check")
                    && command.command().properties().containsKey("rustfit.since"));
    assertThat(Markdown.read(path).blocks())
        .anyMatch(block -> String.join("\n", block.text()).contains("target/rustfit/"));
  }
}
