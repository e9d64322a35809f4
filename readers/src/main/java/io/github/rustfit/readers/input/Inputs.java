package io.github.rustfit.readers.input;

import io.github.rustfit.readers.files.Causes;
import io.github.rustfit.readers.labels.Labelling;
import io.github.rustfit.readers.parallel.InOrder;
import io.github.rustfit.rules.evidence.Evidence;
import io.github.rustfit.rules.evidence.base.Input;
import io.github.rustfit.rules.evidence.base.Problem;
import io.github.rustfit.rules.evidence.profile.Overlap;
import io.github.rustfit.rules.evidence.profile.ProfileSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Opens recordings and logs and gives each to the reader that claims its content. Packed content
 * (gzip, Zstandard, zip) is read directly. Nothing is thrown for bad input: it becomes an {@link
 * io.github.rustfit.rules.evidence.base.Input} with a status and a problem.
 */
public final class Inputs {

  /**
   * A folder in a default place that is passed over: what was made of recordings is not read as
   * further ones.
   */
  public static final String EXPORTS = "exports";

  /** Ends the names of files that another build may be writing, and will take away. */
  private static final String TEMPORARY = ".tmp";

  private static final Predicate<byte[]> NOTHING = head -> false;
  private static final Predicate<byte[]> EVERYTHING = head -> true;
  private static final SortedSet<String> NO_CHUNKS = Collections.emptySortedSet();

  /** What a reader may hold while it reads one file. */
  private static final long BYTES_PER_FILE = 256L << 20;

  private final Path root;
  private final List<InputReader> readers;
  private final Limits limits;
  private final Consumer<String> progress;
  private final Window window;
  private final Labelling labelling;

  /**
   * @param root the project's root folder: relative requests start here and reported paths are
   *     relative to it
   * @param readers in the order in which they are asked
   */
  public Inputs(Path root, List<InputReader> readers) {
    this(root, readers, line -> {});
  }

  /**
   * The same, with news for whoever waits.
   *
   * @param progress takes a line of text every few seconds while something large is read, from any
   *     thread, one at a time; nothing when reading is quick
   */
  public Inputs(Path root, List<InputReader> readers, Consumer<String> progress) {
    this(root, readers, Limits.DEFAULT, progress, Window.ALL, Labelling.NONE);
  }

  Inputs(Path root, List<InputReader> readers, Limits limits) {
    this(root, readers, limits, line -> {}, Window.ALL, Labelling.NONE);
  }

  private Inputs(
      Path root,
      List<InputReader> readers,
      Limits limits,
      Consumer<String> progress,
      Window window,
      Labelling labelling) {
    this.labelling = labelling;
    this.window = window;
    this.progress = progress;
    this.root = root.toAbsolutePath().normalize();
    this.readers = List.copyOf(readers);
    this.limits = limits;
  }

  /**
   * The same that looks at a part of each input. Their digests, and what stands behind their paths,
   * tell the part from others of the same input.
   */
  public Inputs within(Window part) {
    return new Inputs(root, readers, limits, progress, part, labelling);
  }

  /** The same that labels inputs so. */
  public Inputs labelled(Labelling by) {
    return new Inputs(root, readers, limits, progress, window, by);
  }

  /**
   * Reads what the user asked for.
   *
   * @param requests files, directories and globs; a request that finds nothing is a problem, and so
   *     is a file that was named or matched and that no reader claims. In directories, files that
   *     no reader claims are passed over, and a problem says so of those that seem to be meant
   */
  public OpenedInputs read(Collection<String> requests) {
    Expansion expansion = new Expansion(root, limits);
    List<Request> expanded = requests.stream().distinct().map(expansion::expand).toList();
    return read(expanded, true, NOTHING);
  }

  /**
   * Reads the default places: folders that need not exist and need not hold any input, which is no
   * problem of its own. A file of which nothing can be used is passed over, and a problem says so.
   */
  public OpenedInputs readDefaults(Collection<Path> folders) {
    return readDefaults(folders, List.of());
  }

  /**
   * The same where some kinds were named, and are not wanted from here.
   *
   * @param others readers of these kinds: nothing is said of what they would read
   */
  public OpenedInputs readDefaults(Collection<Path> folders, List<InputReader> others) {
    Expansion expansion = new Expansion(root, limits);
    List<Request> expanded =
        folders.stream()
            .distinct()
            .filter(Files::isDirectory)
            .map(folder -> withoutExports(folder, expansion))
            .toList();
    return read(expanded, false, head -> new Dispatch(others).claimant(head) == null);
  }

  /**
   * Reads what the user asked for in portions, so that memory does not grow with the number of
   * files. Logs of one series come in one portion.
   *
   * @param requests as for {@link #read}, but that in folders, too, a file that seems to be meant
   *     and that nobody understands is an input that failed
   * @param known chunks of recordings that count already: they are passed over in what follows
   * @param each takes what the next portion says, in the order of paths
   * @return problems with the requests themselves, and the requests that met no input
   */
  public OpenedInputs readEach(
      Collection<String> requests, Supplier<Set<String>> known, Consumer<Evidence> each) {
    Expansion expansion = new Expansion(root, limits);
    List<Request> expanded = requests.stream().distinct().map(expansion::expand).toList();
    Map<Path, Boolean> explicit = files(expanded);
    Set<Path> met = new HashSet<>();
    InputEvidence rest = new InputEvidence();
    try (TempFolder temp = new TempFolder()) {
      FileOpener opener = opener(temp, EVERYTHING);
      for (List<Path> portion : Portions.of(explicit.keySet())) {
        Map<Path, Boolean> some = new TreeMap<>(explicit);
        some.keySet().retainAll(portion);
        Map<Path, InputEvidence> read = readAll(some, opener);
        readWithoutStartUp(some, opener, read);
        readTorn(some, opener, read, known.get());
        InputEvidence all = new InputEvidence();
        read.forEach(
            (file, one) -> {
              all.add(one);
              if (!one.inputs().isEmpty()) {
                met.add(file);
              }
            });
        each.accept(all.labelled(labelling).evidence());
      }
    } catch (IOException e) {
      rest.add(undeleted(e));
    }
    List<String> failed = new ArrayList<>();
    for (Request request : expanded) {
      request.problems().forEach(rest::add);
      if (request.problems().isEmpty() && request.files().stream().noneMatch(met::contains)) {
        rest.add(nothingIn(request));
      }
      if (request.files().stream().noneMatch(met::contains)) {
        failed.add(request.text());
      }
    }
    return new OpenedInputs(rest.labelled(labelling).evidence(), failed);
  }

  private static Map<Path, Boolean> files(List<Request> requests) {
    Map<Path, Boolean> explicit = new TreeMap<>();
    for (Request request : requests) {
      request.files().forEach(file -> explicit.merge(file, request.explicit(), Boolean::logicalOr));
    }
    return explicit;
  }

  private FileOpener opener(TempFolder temp, Predicate<byte[]> noting) {
    return new FileOpener(
        root,
        readers,
        limits,
        temp,
        new Progress(progress, System::nanoTime),
        Map.of(),
        window,
        noting);
  }

  private static Problem undeleted(IOException cause) {
    return new Problem(
        "",
        0,
        "Temporary files could not be deleted: " + Causes.of(cause) + ".",
        "Delete the folders named rustfit* in the system's temporary folder.");
  }

  private static Request withoutExports(Path folder, Expansion expansion) {
    Request all = expansion.expand(folder.toAbsolutePath().toString());
    Path exports = folder.toAbsolutePath().normalize().resolve(EXPORTS);
    return new Request(
        all.text(),
        all.label(),
        all.files().stream()
            .filter(file -> !file.startsWith(exports) && !file.toString().endsWith(TEMPORARY))
            .toList(),
        all.explicit(),
        all.problems());
  }

  private OpenedInputs read(List<Request> requests, boolean asked, Predicate<byte[]> noting) {
    Map<Path, Boolean> explicit = files(requests);
    List<String> failed = new ArrayList<>();
    InputEvidence all = new InputEvidence();
    try (TempFolder temp = new TempFolder()) {
      FileOpener opener = opener(temp, noting);
      Map<Path, InputEvidence> read = readAll(explicit, opener);
      readWithoutStartUp(explicit, opener, read);
      readTorn(explicit, opener, read, Set.of());
      for (Request request : requests) {
        InputEvidence met = new InputEvidence();
        request.problems().forEach(met::add);
        for (Path file : request.files()) {
          met.add(read.getOrDefault(file, new InputEvidence()));
        }
        if (asked && met.inputs().isEmpty() && request.problems().isEmpty()) {
          met.add(nothingIn(request));
        }
        if (asked && met.failed()) {
          failed.add(request.text());
        }
        all.add(asked ? met : met.passingOver());
        if (asked && !request.explicit()) {
          all.add(meant(request, read, opener(temp, EVERYTHING)));
        }
      }
    } catch (IOException e) {
      all.add(undeleted(e));
    }
    Evidence evidence = all.labelled(labelling).evidence();
    return new OpenedInputs(evidence, failed);
  }

  /** What is said of files of a folder that no reader claims and that seem to be meant. */
  private static InputEvidence meant(
      Request request, Map<Path, InputEvidence> read, FileOpener noting) {
    InputEvidence meant = new InputEvidence();
    for (Path file : request.files()) {
      if (read.getOrDefault(file, new InputEvidence()).inputs().isEmpty()) {
        meant.add(noting.read(file, false).passingOver());
      }
    }
    return meant;
  }

  /** Reads each file once, several at a time. */
  private static Map<Path, InputEvidence> readAll(Map<Path, Boolean> explicit, FileOpener opener) {
    Map<Path, InputEvidence> read = new HashMap<>();
    Iterator<Path> inOrder = explicit.keySet().iterator();
    try (InOrder<InputEvidence> tasks =
        new InOrder<>(InOrder.most(BYTES_PER_FILE), result -> read.put(inOrder.next(), result))) {
      explicit.forEach((file, asked) -> tasks.add(() -> opener.read(file, asked)));
      tasks.finish();
    }
    return read;
  }

  /**
   * Reads logs again once recordings have told when compiling died down: a log does not. Of several
   * recordings the longest start-up is left out of all logs.
   */
  private void readWithoutStartUp(
      Map<Path, Boolean> explicit, FileOpener opener, Map<Path, InputEvidence> read) {
    InputEvidence all = new InputEvidence();
    read.values().forEach(all::add);
    long startUp = startUp(all);
    if (!window.skipStartUp() || startUp < 0) {
      return;
    }
    FileOpener without = opener.within(window.startUp(startUp));
    explicit.forEach(
        (file, asked) -> {
          InputEvidence before = read.getOrDefault(file, new InputEvidence());
          if (before.inputs().stream().anyMatch(Input::gcLog)) {
            read.put(file, without.read(file, asked));
          }
        });
  }

  /** The longest start-up of recordings of which none was cut in vain; -1 without. */
  private static long startUp(InputEvidence all) {
    return all.profiles().isEmpty()
            || all.inputs().stream()
                .anyMatch(input -> !input.gcLog() && input.status() != Input.Status.READ)
        ? -1
        : all.profiles().values().stream()
            .mapToLong(profile -> profile.facts().process().startUpNanos())
            .max()
            .orElse(-1);
  }

  /**
   * Reads what has a part in common with another input again, without that part.
   *
   * @param known parts that count already, of inputs that were read before
   */
  private static void readTorn(
      Map<Path, Boolean> explicit,
      FileOpener opener,
      Map<Path, InputEvidence> read,
      Set<String> known) {
    InputEvidence all = new InputEvidence();
    read.values().forEach(all::add);
    Overlap overlap = Overlap.toSplit(all.profiles());
    Map<String, Set<String>> parts = new HashMap<>();
    for (Input input : all.inputs()) {
      SortedSet<String> own =
          all.profiles()
              .getOrDefault(input.sha256(), ProfileSummary.EMPTY)
              .facts()
              .sampling()
              .chunks();
      Set<String> shared = new HashSet<>(overlap.shared().getOrDefault(input.sha256(), NO_CHUNKS));
      own.stream().filter(known::contains).forEach(shared::add);
      if (!shared.isEmpty() && !known.containsAll(own)) {
        parts.put(input.path(), shared);
      }
    }
    if (parts.isEmpty()) {
      return;
    }
    FileOpener without = opener.without(parts);
    explicit.forEach(
        (file, asked) -> {
          InputEvidence before = read.getOrDefault(file, new InputEvidence());
          if (before.inputs().stream().anyMatch(input -> parts.containsKey(input.path()))) {
            read.put(file, without.read(file, asked));
          }
        });
  }

  private Problem nothingIn(Request request) {
    return new Problem(
        request.label(),
        0,
        "The directory holds no recording and no log: none of its "
            + request.files().size()
            + " files is of a kind that is understood ("
            + FileOpener.kinds(readers)
            + ").",
        "Put recordings or GC logs there, or correct the path.");
  }
}
