package io.github.rustfit.rules.component;

import io.github.rustfit.rules.stats.Share;
import java.util.List;

/**
 * Whose work all CPU samples are. What the code base runs itself, what it calls, and what no frame
 * of it called add up to 1.
 *
 * @param own share of the samples in which code of a component was running itself
 * @param called share of those that components own and that run the JDK, libraries or native code
 * @param libraries what the samples that nobody owns are spent in, by the leaf-most library frame,
 *     as shares of all CPU samples, the largest first
 * @param artifacts the same by the artifact of that frame; empty where the class path is not known
 * @param entries where the threads of these samples begin: the outermost method that is neither the
 *     JDK's nor native, else the JDK's below its own executors; as shares of all CPU samples, the
 *     largest first
 * @param threads the groups of threads that these samples were taken in, as {@code ThreadSamples}
 *     names them, and {@link #UNNAMED}; as shares of all CPU samples, the largest first. Empty
 *     where no recording names its threads
 */
public record Ownership(
    Share own,
    Share called,
    List<LibraryShare> libraries,
    List<LibraryShare> artifacts,
    List<LibraryShare> entries,
    List<LibraryShare> threads) {

  /** Threads of recordings, or of samples, that name none. */
  public static final String UNNAMED = "not named";

  /** Nothing recorded. */
  public static final Ownership UNKNOWN =
      new Ownership(Share.UNKNOWN, Share.UNKNOWN, List.of(), List.of(), List.of(), List.of());

  public Ownership {
    libraries = List.copyOf(libraries);
    artifacts = List.copyOf(artifacts);
    entries = List.copyOf(entries);
    threads = List.copyOf(threads);
  }

  /** Its libraries by artifact where the class path is known, else by root package. */
  public List<LibraryShare> named() {
    return artifacts.isEmpty() ? libraries : artifacts;
  }
}
