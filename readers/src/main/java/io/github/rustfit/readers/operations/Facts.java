package io.github.rustfit.readers.operations;

import io.github.rustfit.readers.files.RelativePath;
import io.github.rustfit.rules.evidence.repository.OperationsFact;
import io.github.rustfit.rules.evidence.repository.OperationsFact.Kind;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeSet;

/** Collects the facts of one file. */
final class Facts {

  /** More facts than these in one file are hostile or generated. */
  static final int MOST = 5000;

  private static final int LONGEST = 200;

  private final SortedSet<OperationsFact> facts = new TreeSet<>();

  void add(Kind kind, String subject, String value, int line) {
    add(kind, subject, value, OptionalLong.empty(), line);
  }

  void add(Kind kind, String subject, String value, OptionalLong number, int line) {
    if (facts.size() < MOST) {
      facts.add(
          new OperationsFact(
              kind, cut(subject), cut(value), number.orElse(OperationsFact.NONE), line));
    }
  }

  /** A quantity, where there is one; text that is none, such as a variable, is no fact. */
  void quantity(Kind kind, String subject, YamlNode node, OptionalLong number) {
    if (number.isPresent()) {
      add(kind, subject, node.text(), number, node.line());
    }
  }

  void addAll(Facts others) {
    for (OperationsFact fact : others.facts) {
      if (facts.size() < MOST) {
        facts.add(fact);
      }
    }
  }

  /** Adds the facts of others as those of a subject. */
  void addAll(Facts others, String subject) {
    for (OperationsFact fact : others.facts) {
      if (facts.size() < MOST) {
        facts.add(
            new OperationsFact(
                fact.kind(), cut(subject), fact.value(), fact.number(), fact.line()));
      }
    }
  }

  SortedSet<OperationsFact> all() {
    return facts;
  }

  private static String cut(String text) {
    String shown = RelativePath.printable(text.strip());
    return shown.codePointCount(0, shown.length()) <= LONGEST
        ? shown
        : shown.substring(0, shown.offsetByCodePoints(0, LONGEST)) + "…";
  }
}
