package io.github.rustfit.plugin.report.html;

import io.github.rustfit.plugin.report.text.Show;
import io.github.rustfit.rules.evidence.repository.OperationsFact;
import io.github.rustfit.rules.evidence.repository.OperationsFile;
import java.util.List;
import java.util.SortedSet;

/**
 * The files of operations as the page shows them.
 *
 * @param files all of them
 */
record OperationsTable(SortedSet<OperationsFile> files) {

  private static final int MOST = 30;
  private static final int FACTS = 6;

  List<OperationsFile> shown() {
    return files.stream().limit(MOST).toList();
  }

  int hidden() {
    return Math.max(0, files.size() - MOST);
  }

  /** The first facts of a file in words. */
  static String facts(OperationsFile file) {
    List<String> facts =
        file.facts().stream()
            .filter(fact -> fact.kind() != OperationsFact.Kind.RUNS_JAVA)
            .map(OperationsTable::text)
            .distinct()
            .toList();
    if (facts.isEmpty()) {
      return "nothing that a rule looks at";
    }
    String first = String.join("; ", facts.subList(0, Math.min(FACTS, facts.size())));
    int more = facts.size() - FACTS;
    return more > 0 ? first + "; " + more + " more" : first;
  }

  private static String text(OperationsFact fact) {
    String line = fact.line() > 0 ? " (line " + fact.line() + ")" : "";
    return fact.kind() == OperationsFact.Kind.UNREAD
        ? "containers that could not be read"
        : Show.id(fact.kind()).replace('-', ' ') + " " + fact.value() + line;
  }
}
