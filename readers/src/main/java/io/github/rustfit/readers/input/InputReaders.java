package io.github.rustfit.readers.input;

import io.github.rustfit.rules.evidence.base.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The readers on a class path.
 *
 * @param readers by kind, each kind once
 * @param problems providers that cannot be used; any of them is a configuration error
 */
public record InputReaders(List<InputReader> readers, List<Problem> problems) {

  /** A broken services file can fail again and again; this many failures are enough to tell. */
  private static final int MAX_FAILURES = 100;

  public InputReaders {
    readers = readers.stream().sorted(Comparator.comparing(InputReader::kind)).toList();
    problems = List.copyOf(problems);
  }

  /** Finds the readers that this class loader sees; never throws for a broken provider. */
  public static InputReaders load(ClassLoader loader) {
    SortedMap<String, InputReader> byKind = new TreeMap<>();
    List<Problem> problems = new ArrayList<>();
    Iterator<InputReader> providers = ServiceLoader.load(InputReader.class, loader).iterator();
    while (problems.size() < MAX_FAILURES) {
      try {
        if (!providers.hasNext()) {
          break;
        }
        add(providers.next(), byKind, problems);
      } catch (ServiceConfigurationError | RuntimeException | LinkageError e) {
        problems.add(problem("An input reader cannot be loaded: " + e.getMessage() + "."));
      }
    }
    return new InputReaders(List.copyOf(byKind.values()), problems);
  }

  private static void add(
      InputReader reader, SortedMap<String, InputReader> byKind, List<Problem> problems) {
    String name = reader.getClass().getName();
    String kind = reader.kind();
    InputReader first = byKind.putIfAbsent(kind, reader);
    if (first != null) {
      String other = first.getClass().getName();
      problems.add(
          problem(
              "The input readers " + other + " and " + name + " both claim kind " + kind + "."));
    }
  }

  private static Problem problem(String message) {
    return new Problem(
        "", 0, message, "Check the plugin's <dependencies> for a wrong or second version.");
  }
}
