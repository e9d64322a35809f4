package io.github.rustfit.engine.patterns;

import io.github.rustfit.rules.component.LineSamples;
import io.github.rustfit.rules.evidence.profile.Frame;
import io.github.rustfit.rules.evidence.source.PatternMatch;
import io.github.rustfit.rules.evidence.source.SourceFile;
import io.github.rustfit.rules.rule.RuleContext;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Lines where the recordings show exceptions being made, whatever the source looks like there: who
 * catches them may be far away.
 */
final class ThrownLines {

  private static final String PATTERN = "exception-control-flow";
  private static final String THROWABLE = "java.lang.Throwable";

  private ThrownLines() {}

  /** Matches of each file beside those that its source gave. */
  static Map<SourceFile, SortedSet<PatternMatch>> of(
      RuleContext context, Collection<HotLine> found) {
    Map<SourceFile, SortedSet<PatternMatch>> thrown = new LinkedHashMap<>();
    for (SourceFile file : context.sources()) {
      SortedSet<PatternMatch> matches = new TreeSet<>();
      for (LineSamples.Sample sample :
          context.attribution().lines().within(file.path(), 1, Integer.MAX_VALUE)) {
        match(sample).filter(match -> !isFound(file, match, found)).ifPresent(matches::add);
      }
      if (!matches.isEmpty()) {
        thrown.put(file, matches);
      }
    }
    return thrown;
  }

  private static Optional<PatternMatch> match(LineSamples.Sample sample) {
    List<Frame> stack = sample.key().stack();
    if (sample.depth() == 0 || sample.depth() >= stack.size()) {
      return Optional.empty();
    }
    List<Frame> called = stack.subList(0, sample.depth());
    if (called.stream().noneMatch(frame -> frame.className().equals(THROWABLE))) {
      return Optional.empty();
    }
    Frame first = called.get(called.size() - 1);
    String type = first.method().equals("<init>") ? first.className() : "";
    return Optional.of(
        new PatternMatch(
            PATTERN,
            sample.place().line(),
            sample.place().line(),
            sample.place().className(),
            sample.place().method(),
            type.substring(type.lastIndexOf('.') + 1)));
  }

  private static boolean isFound(SourceFile file, PatternMatch match, Collection<HotLine> found) {
    return found.stream()
        .anyMatch(
            line ->
                line.match().pattern().equals(PATTERN)
                    && line.file() == file
                    && line.match().firstLine() <= match.firstLine()
                    && line.match().lastLine() >= match.lastLine());
  }
}
