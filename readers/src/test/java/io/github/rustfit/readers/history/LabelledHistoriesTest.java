package io.github.rustfit.readers.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.rules.evidence.repository.FixClass;
import io.github.rustfit.rules.stats.Share;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.util.RawParseUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * How often what commits of public histories are said to fix is right. Labels were given by reading
 * subject, body and difference, see {@code benchmarks/history/README.md}; the repositories lie in
 * {@code -Drustfit.histories=FOLDER} as {@code owner+name/repo}.
 */
@EnabledIfSystemProperty(named = "rustfit.histories", matches = ".+")
class LabelledHistoriesTest {

  private static final Path LABELS = Path.of("../benchmarks/history/labels.csv");

  /** Sources that ship, in these repositories. */
  private static final Pattern TESTS =
      Pattern.compile("(^|/)(test|jmh|testFixtures|microbench|testsuite[^/]*|examples?)/|/test");

  private record Label(String repository, String id, String sample, String label, String reason) {

    boolean forRust() {
      return !label.equals("none");
    }

    boolean is(FixClass kind) {
      return kind == FixClass.RACE
          ? label.contains("data race")
          : label.contains("native memory") || label.contains("reference count");
    }
  }

  private record Answer(Label label, boolean fix, SortedSet<FixClass> classes) {

    Answer {
      classes = new TreeSet<>(classes);
    }

    boolean forRust() {
      return classes.stream().anyMatch(FixClass::speaksForRust);
    }
  }

  private static List<Label> labels() throws IOException {
    List<Label> labels = new ArrayList<>();
    for (String line : Files.readAllLines(LABELS)) {
      String[] cells = line.split(",", 5);
      if (!line.startsWith("repository,")) {
        labels.add(new Label(cells[0], cells[1], cells[2], cells[3], cells[4]));
      }
    }
    return labels;
  }

  private static Answer answer(Repository repository, Label label) throws IOException {
    try (ObjectReader reader = repository.newObjectReader();
        RevWalk commits = new RevWalk(reader);
        TreeWalk trees = new TreeWalk(reader)) {
      RevCommit commit = commits.parseCommit(ObjectId.fromString(label.id()));
      RevCommit parent = commits.parseCommit(commit.getParent(0));
      byte[] raw = commit.getRawBuffer();
      Optional<Messages.Said> said = Messages.fixes(raw, RawParseUtils.commitMessage(raw, 0));
      if (said.isEmpty()) {
        return new Answer(label, false, new TreeSet<>());
      }
      CommitChanges changes = CommitChanges.between(trees, parent.getTree(), commit.getTree());
      if (changes.files() > HistoryWalk.MOST_FILES_OF_FIX) {
        return new Answer(label, false, new TreeSet<>());
      }
      Set<Change> shipped = new HashSet<>(changes.sources());
      shipped.removeIf(change -> TESTS.matcher(change.path()).find());
      SourceLines lines = new SourceLines(repository, reader);
      return new Answer(
          label,
          true,
          FixDiffs.classes(
              said.get(),
              new FixDiffs(FixDiffs.MOST_BYTES).signs(changes.sources(), lines),
              shipped));
    }
  }

  @Test
  void what_may_speak_for_rust_is_right_four_times_out_of_five() throws IOException {
    List<Answer> answers = new ArrayList<>();
    for (Label label : labels()) {
      Path folder =
          Path.of(System.getProperty("rustfit.histories"))
              .resolve(label.repository().replace('/', '+'))
              .resolve("repo");
      try (Repository repository = new FileRepositoryBuilder().setGitDir(folder.toFile()).build()) {
        answers.add(answer(repository, label));
      }
    }
    answers.stream()
        .filter(answer -> answer.forRust() || (answer.fix() && answer.label().forRust()))
        .map(
            answer ->
                (answer.forRust() == answer.label().forRust()
                        ? "  "
                        : answer.forRust() ? "! " : "- ")
                    + answer.label()
                    + " "
                    + answer.classes())
        .sorted()
        .forEach(System.out::println);
    for (String sample : List.of("wide", "diff", "rest", "second", "third", "fourth", "fifth")) {
      List<Answer> some =
          answers.stream().filter(answer -> answer.label().sample().equals(sample)).toList();
      print(sample, some);
    }
    print("all", answers);
    assertThat(precision(said(answers)).value()).isGreaterThanOrEqualTo(0.8);
    List<Answer> last =
        answers.stream().filter(answer -> answer.label().sample().equals("fifth")).toList();
    assertThat(precision(said(last)).value())
        .as("of the sample after which no rule was changed")
        .isGreaterThanOrEqualTo(0.8);
  }

  private static List<Answer> said(List<Answer> answers) {
    return answers.stream().filter(Answer::forRust).toList();
  }

  private static Share precision(List<Answer> said) {
    return Share.wilson(
        said.stream().filter(answer -> answer.label().forRust()).count(), said.size());
  }

  private static void print(String sample, List<Answer> answers) {
    List<Answer> said = said(answers);
    List<Answer> fixes = answers.stream().filter(Answer::fix).toList();
    List<Answer> right = fixes.stream().filter(answer -> answer.label().forRust()).toList();
    long found = right.stream().filter(Answer::forRust).count();
    System.out.printf(
        Locale.ROOT,
        "%s: %d commits, %d fixes; for Rust %d, right %s; of %d fixes that are, found %s%n",
        sample,
        answers.size(),
        fixes.size(),
        said.size(),
        said.isEmpty() ? "-" : text(precision(said)),
        right.size(),
        right.isEmpty() ? "-" : text(Share.wilson(found, right.size())));
    for (FixClass kind : List.of(FixClass.RACE, FixClass.NATIVE)) {
      List<Answer> of = said.stream().filter(answer -> answer.classes().contains(kind)).toList();
      if (!of.isEmpty()) {
        long exact = of.stream().filter(answer -> answer.label().is(kind)).count();
        System.out.println("  " + kind + ": " + text(Share.wilson(exact, of.size())));
      }
    }
  }

  private static String text(Share share) {
    return String.format(Locale.ROOT, "%.3f (%.3f-%.3f)", share.value(), share.low(), share.high());
  }
}
