package io.github.rustfit.engine.patterns;

import static io.github.rustfit.rules.testing.Given.cpu;
import static io.github.rustfit.rules.testing.Given.frame;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.rules.evidence.profile.Frame;
import io.github.rustfit.rules.evidence.source.PatternMatch;
import io.github.rustfit.rules.testing.Situation;
import org.junit.jupiter.api.Test;

/** What was recorded at lines 7 and 9 stands some lines further down now. */
class MovedLinesTest {

  private static PatternMatch match(String pattern, int line) {
    return new PatternMatch(pattern, line, line, "com.acme.hot.Hot", "run", "");
  }

  private static Situation recorded(PatternMatch... now) {
    Frame compile = frame("java.util.regex.Pattern", "compile", 1);
    Frame format = frame("java.util.Formatter", "format", 1);
    return new Situation()
        .patterns(now)
        .cpuSamples(500, 1000)
        .sampled(50, cpu(compile, frame("com.acme.hot.Hot", "run", 7)))
        .sampled(50, cpu(format, frame("com.acme.hot.Hot", "run", 9)));
  }

  @Test
  void two_patterns_that_moved_alike_tell() {
    assertThat(
            MovedLines.of(
                recorded(match("regex-per-call", 10), match("string-format", 12)).context()))
        .hasValue("lines of Hot.java seem to have moved by 3 since it was recorded");
  }

  @Test
  void one_or_two_that_moved_differently_may_be_a_coincidence() {
    assertThat(MovedLines.of(recorded(match("regex-per-call", 10)).context())).isEmpty();
    assertThat(
            MovedLines.of(
                recorded(match("regex-per-call", 10), match("string-format", 13)).context()))
        .isEmpty();
  }

  @Test
  void lines_that_stayed_have_not_moved() {
    assertThat(
            MovedLines.of(
                recorded(match("regex-per-call", 7), match("string-format", 9)).context()))
        .isEmpty();
  }
}
