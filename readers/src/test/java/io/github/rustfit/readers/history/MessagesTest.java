package io.github.rustfit.readers.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.rules.evidence.repository.FixClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages made up after the manner of public histories; what each means is by hand. */
class MessagesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Fix the wording of a log line",
        "Fixes #12",
        "ABC-12: the cache is empty after a restart",
        "[ABC-12] the cache is empty after a restart",
        "The cache is empty after a restart (ABC-12)",
        "The cache is empty after a restart, fixes ABC-12",
        "The cache is empty after a restart\n\nWords.\n\nFixes #12.\n",
        "The cache is empty after a restart\n\nFixes: example/project#12",
        "The cache is empty after a restart\n\nCloses https://example.org/p/issues/12\n",
        "The cache is empty after a restart\r\n\r\nFixes: ABC-12\r\n",
        "The cache is empty after a restart\n\nFixes: 0123456789ab (\"Add a cache\")",
      })
  void the_subject_or_a_line_of_its_own_tells_a_fix(String message) {
    assertThat(Messages.fixes(message)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Add a metric for region 1\n\nThe map is thread-safe. Names are written as UTF-8.",
        "Add a metric\n\nThis fixes nothing, and a bug is not known.",
        "Add a metric\n\nCloses #12 from somebody/branch",
        "Write names as UTF-8",
        "UTF-8 for names",
        "SHA-256 in place of MD-5",
        "ISO-8601 dates",
        "(RFC-7231) more headers",
        "JDK-17 for the build",
        "[KIP-12] more metrics",
        "Prefix of names",
        "Talk of ABC-12 at the end, ABC-13 as well",
        "Merge branch 'fix'",
        "Revert \"Fix a data race\"",
        "",
      })
  void words_of_the_body_and_names_of_standards_do_not(String message) {
    assertThat(Messages.fixes(message)).isEmpty();
  }

  @Test
  void classes_are_told_by_the_subject_alone() {
    assertThat(Messages.fixes("Fix a log line\n\nprint the value once, not to race with a reset"))
        .hasValueSatisfying(classes -> assertThat(classes.classes()).isEmpty());
    assertThat(Messages.fixes("Fix a data race of the counter"))
        .hasValueSatisfying(
            classes -> assertThat(classes.classes()).containsExactly(FixClass.RACE));
    assertThat(Messages.fixes("Fix memory leak of blocks: release the Netty ByteBuf"))
        .hasValueSatisfying(classes -> assertThat(classes.classes()).contains(FixClass.NATIVE));
  }
}
