package io.github.rustfit.readers.input;

import io.github.rustfit.rules.evidence.base.InputKind;
import io.github.rustfit.rules.evidence.base.Problem;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The readers on a class path.
 *
 * @param readers by kind, each kind once; they are asked in this order
 * @param problems providers that cannot be used; any of them is a configuration error
 */
public record InputReaders(List<InputReader> readers, List<Problem> problems) {

  /** A broken services file can fail again and again; this many failures are enough to tell. */
  private static final int MAX_FAILURES = 100;

  private static final String WRONG_VERSION =
      "Check the plugin's <dependencies> for a wrong or second version.";

  public InputReaders {
    readers = List.copyOf(readers);
    problems = List.copyOf(problems);
  }

  /** Finds the readers that this class loader sees; never throws for a broken provider. */
  public static InputReaders load(ClassLoader loader) {
    SortedMap<InputKind, List<InputReader>> byKind = new TreeMap<>();
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
    List<InputReader> unique = new ArrayList<>();
    byKind.forEach(
        (kind, same) -> {
          if (same.size() == 1) {
            unique.add(same.get(0));
          } else {
            problems.add(claimedTwice(kind, same));
          }
        });
    return new InputReaders(unique, problems);
  }

  private static void add(
      InputReader reader, SortedMap<InputKind, List<InputReader>> byKind, List<Problem> problems) {
    try {
      byKind.computeIfAbsent(reader.kind(), kind -> new ArrayList<>()).add(reader);
    } catch (RuntimeException | LinkageError e) {
      String name = reader.getClass().getName();
      problems.add(problem("The input reader " + name + " cannot name its kind: " + e + "."));
    }
  }

  /** Whichever came first would be chance. */
  private static Problem claimedTwice(InputKind kind, List<InputReader> readers) {
    return new Problem(
        "",
        0,
        "The kind of input '"
            + kind.id()
            + "' is claimed by "
            + readers.stream()
                .map(reader -> reader.getClass().getName())
                .sorted()
                .collect(Collectors.joining(" and "))
            + ".",
        "Give one of them another kind; until then none of them is used. " + WRONG_VERSION);
  }

  private static Problem problem(String message) {
    return new Problem("", 0, message, WRONG_VERSION);
  }
}
