package io.github.rustfit.readers.input;

import io.github.rustfit.readers.files.Causes;
import io.github.rustfit.readers.files.RelativePath;
import io.github.rustfit.readers.files.Sha256;
import io.github.rustfit.rules.evidence.base.Input;
import io.github.rustfit.rules.evidence.base.Input.Status;
import io.github.rustfit.rules.evidence.base.InputKind;
import io.github.rustfit.rules.evidence.base.Labels;
import io.github.rustfit.rules.evidence.base.LineCounts;
import io.github.rustfit.rules.evidence.base.Problem;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads one file: finds out how it is packed and who reads it. */
final class FileOpener {

  /** Names of recordings and logs. */
  private static final Pattern MEANT =
      Pattern.compile(".*\\.(log|jfr|pprof|collapsed|vgc)(\\.\\d+)?(\\.(gz|zst))?");

  private final Path root;
  private final List<InputReader> readers;
  private final Limits limits;
  private final TempFolder temp;
  private final Progress progress;
  private final Map<String, Set<String>> elsewhere;
  private final Window window;

  private final Predicate<byte[]> noting;

  /**
   * @param elsewhere parts of inputs, by their paths, that count in another one
   * @param window what to look at of each
   * @param noting whether to say of a file that nobody named and that begins so what it is, if its
   *     name or its content tell that it was meant to be read
   */
  FileOpener(
      Path root,
      List<InputReader> readers,
      Limits limits,
      TempFolder temp,
      Progress progress,
      Map<String, Set<String>> elsewhere,
      Window window,
      Predicate<byte[]> noting) {
    this.window = window;
    this.elsewhere = elsewhere;
    this.progress = progress;
    this.noting = noting;
    this.root = root;
    this.readers = readers;
    this.limits = limits;
    this.temp = temp;
  }

  /** The same that passes over these parts of inputs, by their paths. */
  FileOpener without(Map<String, Set<String>> parts) {
    return new FileOpener(root, readers, limits, temp, progress, parts, window, noting);
  }

  /** The same that looks at this part of each input. */
  FileOpener within(Window part) {
    return new FileOpener(root, readers, limits, temp, progress, elsewhere, part, noting);
  }

  /** The kinds of these readers, for messages. */
  static String kinds(List<InputReader> readers) {
    return readers.stream().map(reader -> reader.kind().id()).collect(Collectors.joining(", "));
  }

  /**
   * What the file says.
   *
   * @param explicit whether a file that no reader claims is a failure; otherwise it is passed over
   */
  InputEvidence read(Path file, boolean explicit) {
    String path = RelativePath.of(root, file);
    InputEvidence result = new InputEvidence();
    if (!Files.isRegularFile(file)) {
      result.add(failed(path, "It is not a regular file. Name a file, a directory or a glob."));
      return result;
    }
    try {
      Compression compression = Compression.of(start(file));
      if (compression == Compression.ZIP) {
        new ZipOpener(this, limits, temp, progress).read(path, file, explicit, result);
      } else {
        boolean plain = compression == Compression.NONE;
        OpenContent.Source source =
            () -> compression.unpack(Files.newInputStream(file), limits.maxBytes(), limits);
        long size = plain ? Files.size(file) : -1;
        Path readable = plain ? file : null;
        read(new OpenContent(path, source, readable, temp, progress, size), explicit, result);
      }
    } catch (IOException e) {
      result.add(
          failed(
              path,
              "It cannot be read: "
                  + Causes.of(e)
                  + ". Check its permissions and the space on the disks."));
    }
    return result;
  }

  /**
   * Reads one unpacked content.
   *
   * @return how many bytes it has; 0 when it was passed over
   */
  long read(OpenContent content, boolean explicit, InputEvidence result) throws IOException {
    byte[] head = content.head();
    if (head.length > 0 && Compression.of(head) != Compression.NONE) {
      if (explicit) {
        result.add(failed(content.path(), "It is packed more than once. Unpack it first."));
      }
      return 0;
    }
    Dispatch dispatch = new Dispatch(readers);
    InputReader reader = head.length == 0 ? null : dispatch.claimant(head);
    if (reader == null && text(head)) {
      reader = dispatch.later(content);
    }
    if (reader != null) {
      String path = content.path() + window.suffix();
      content.countedElsewhere(elsewhere.getOrDefault(path, Set.of()));
      content.window(window);
      boolean readable = window.all() || reader.readsWindows();
      Reading reading =
          readable ? Plausible.checked(Dispatch.read(reader, content)) : timeless(reader);
      String sha256 = digest(content);
      Reading known = withDamage(reading, content.damage());
      result.add(
          new Input(
              path,
              reader.kind().id(),
              sha256,
              known.status(),
              known.problem(),
              known.lines(),
              known.labels()),
          known);
      if (known.status() != Status.FAILED && known.empty() && !window.all()) {
        result.add(
            new Problem(
                path,
                0,
                "Nothing of it lies in the window (" + window + ").",
                "Correct rustfit.from and rustfit.to if it was meant to be looked at."));
      }
      return content.bytes();
    }
    if (explicit
        || dispatch.failed()
        || lostRecording(content.path(), head)
        || (noting.test(head)
            && (MEANT.matcher(content.path()).matches() || Foreign.meant(head)))) {
      String sha256 = content.sha256();
      result.add(
          new Input(
              content.path(),
              InputKind.UNKNOWN,
              sha256,
              Status.FAILED,
              unclaimed(head, content.damage(), dispatch),
              LineCounts.NONE,
              Labels.NONE));
    }
    return content.bytes();
  }

  private static Reading timeless(InputReader reader) {
    return Reading.failed(
        "Its kind ("
            + reader.kind().id()
            + ") does not tell when samples were taken, so no window can be cut from it. Leave out"
            + " rustfit.from, rustfit.to and rustfit.skipStartup, or give recordings and GC logs only.");
  }

  /** Of the content, and of what was looked at of it if that is not all. */
  private String digest(OpenContent content) throws IOException {
    String sha256 = content.sha256();
    return window.all()
        ? sha256
        : Sha256.hex((sha256 + window.suffix()).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * A killed JVM leaves an empty file where its recording should be: that is said even of a file
   * that nobody named. Hidden files such as {@code .gitkeep} are empty on purpose.
   */
  private static boolean lostRecording(String path, byte[] head) {
    return head.length == 0 && !path.substring(path.lastIndexOf('/') + 1).startsWith(".");
  }

  /** Whether this is the head of a long text. */
  private static boolean text(byte[] head) {
    boolean text = head.length == Content.HEAD_BYTES && Foreign.of(head).isEmpty();
    for (int i = 0; text && i < head.length; i++) {
      text = head[i] != 0;
    }
    return text;
  }

  private String unclaimed(byte[] head, String damage, Dispatch dispatch) {
    if (dispatch.failed()) {
      return dispatch.failure();
    }
    if (!damage.isEmpty()) {
      return damage;
    }
    if (head.length == 0) {
      return "The file is empty. Record it again; a JVM that is killed may leave an empty file.";
    }
    return !Foreign.of(head).isEmpty()
        ? Foreign.of(head)
        : "Its content is of no kind that is understood ("
            + kinds(readers)
            + "). Name recordings and GC logs only, or add a reader for it.";
  }

  private static Reading withDamage(Reading reading, String damage) {
    if (damage.isEmpty()) {
      return reading;
    }
    Reading known =
        switch (reading.status()) {
          case READ -> Reading.partial(damage, reading.profile(), reading.gc());
          case PARTIAL ->
              Reading.partial(damage + " " + reading.problem(), reading.profile(), reading.gc());
          case FAILED -> Reading.failed(damage + " " + reading.problem());
        };
    return known.of(reading.gcRuns(), reading.lines()).labelled(reading.labels());
  }

  static Input failed(String path, String problem) {
    return new Input(
        path, InputKind.UNKNOWN, "", Status.FAILED, problem, LineCounts.NONE, Labels.NONE);
  }

  private static byte[] start(Path file) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      return in.readNBytes(Compression.MAGIC_BYTES);
    }
  }
}
