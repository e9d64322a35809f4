package io.github.rustfit.fleet.input;

import io.github.rustfit.engine.fold.Programs;
import io.github.rustfit.fleet.table.InputRow;
import io.github.rustfit.readers.files.RelativePath;
import io.github.rustfit.readers.input.InputReader;
import io.github.rustfit.readers.input.Inputs;
import io.github.rustfit.readers.labels.Labelling;
import io.github.rustfit.readers.merge.EvidenceFiles;
import io.github.rustfit.readers.merge.MergedEvidence;
import io.github.rustfit.rules.evidence.Evidence;
import io.github.rustfit.rules.evidence.base.Input;
import io.github.rustfit.rules.evidence.base.InputKind;
import io.github.rustfit.rules.evidence.base.Labels;
import io.github.rustfit.rules.evidence.base.LineCounts;
import io.github.rustfit.rules.evidence.base.Problem;
import io.github.rustfit.rules.evidence.gc.GcSeries;
import io.github.rustfit.rules.evidence.profile.ProfileSummary;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;

/**
 * Reads one file as the goals read it: a recording, a log, an archive of them, or evidence of a
 * build. Whatever the file holds, nothing is thrown: what cannot be read is said by name.
 */
public final class FileReading {

  /** Who runs out of memory reads again while nobody else reads, as others may have taken it. */
  private static final ReentrantReadWriteLock MEMORY = new ReentrantReadWriteLock();

  private static final String OUT_OF_MEMORY = "ran out of memory";

  private static final String OF_MAVEN = "Give Maven more, e.g. MAVEN_OPTS=-Xmx4g";
  private static final String OF_EXECUTORS =
      "Give executors more, e.g. spark.executor.memory=4g (in one JVM, java -Xmx4g)";

  private final LabelSource.Ways labels;
  private final List<InputReader> readers;
  private final Configuration hadoop;

  /** Reads with these labels, readers and file systems. */
  public FileReading(LabelSource.Ways labels, List<InputReader> readers, Configuration hadoop) {
    this.labels = labels;
    this.readers = List.copyOf(readers);
    this.hadoop = hadoop;
  }

  /** What the file says, in a piece for each version of a service. */
  public List<Piece> read(InputFile file) {
    return read(file, Set.of());
  }

  /**
   * The same of a recording without some of its chunks, which count elsewhere.
   *
   * @param known what tells these chunks from others
   */
  public List<Piece> read(InputFile file, Set<String> known) {
    Labelling labelling = labels.of(file.path());
    try (LocalCopy copy = LocalCopy.of(file, hadoop)) {
      return pieces(file, copy, labelling, known);
    } catch (LocalCopy.NotFetchedException e) {
      String why = "The storage did not give it: " + RelativePath.printable(reason(e)) + ".";
      return List.of(failed(file, labelling, InputRow.NOT_FETCHED, why));
    } catch (IOException e) {
      String why = RelativePath.printable(reason(e)) + ".";
      return List.of(failed(file, labelling, "failed", why));
    }
  }

  private static String reason(IOException e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  private List<Piece> pieces(
      InputFile file, LocalCopy copy, Labelling labelling, Set<String> known) {
    boolean evidence = EvidenceFiles.claims(copy.file());
    Supplier<List<Piece>> reading =
        evidence
            ? () -> evidence(file, copy, labelling)
            : () -> input(file, copy, labelling, known);
    List<Piece> pieces =
        guarded(file, labelling, MEMORY.readLock()::lock, MEMORY.readLock()::unlock, reading);
    return ranOutOfMemory(pieces)
        ? guarded(file, labelling, MEMORY.writeLock()::lock, MEMORY.writeLock()::unlock, reading)
        : pieces;
  }

  private static boolean ranOutOfMemory(List<Piece> pieces) {
    return pieces.stream()
        .flatMap(piece -> piece.rows().stream())
        .anyMatch(row -> row.problem() != null && row.problem().contains(OUT_OF_MEMORY));
  }

  private List<Piece> guarded(
      InputFile file,
      Labelling labelling,
      Runnable before,
      Runnable after,
      Supplier<List<Piece>> reading) {
    before.run();
    try {
      return reading.get();
    } catch (OutOfMemoryError e) {
      String why =
          "rustfit "
              + OUT_OF_MEMORY
              + " on it. Give executors more, e.g."
              + " spark.executor.memory=4g; in one JVM, java -Xmx4g.";
      return List.of(failed(file, labelling, "failed", why));
    } catch (RuntimeException | Error e) {
      // Whatever a reader throws, it is this file that cannot be read, not the others.
      StackTraceElement[] trace = e.getStackTrace();
      String why =
          "rustfit failed on it with "
              + e.getClass().getName()
              + (trace.length == 0 ? "" : " at " + trace[0])
              + "; please report it.";
      return List.of(failed(file, labelling, "failed", why));
    } finally {
      after.run();
    }
  }

  private List<Piece> input(
      InputFile file, LocalCopy copy, Labelling labelling, Set<String> known) {
    List<String> request = List.of(file.named() ? copy.file().toString() : ".");
    Inputs inputs = new Inputs(copy.root(), readers).labelled(labelling);
    Evidence read;
    if (known.isEmpty()) {
      read = inputs.read(request).evidence();
    } else {
      List<Evidence> portions = new ArrayList<>();
      inputs.readEach(request, () -> known, portions::add);
      read = portions.stream().reduce(Evidence.EMPTY, Evidence::merge);
    }
    if (read.inputs().isEmpty()) {
      return List.of(nothing(file, copy, labelling, read.problems()));
    }
    Labels own = labels(file, labelling, Labels.NONE);
    SortedMap<Labels, Evidence> parts = Programs.of(read, own);
    List<Piece> pieces = new ArrayList<>();
    parts.forEach(
        (program, part) -> {
          List<InputRow> rows = part.inputs().stream().map(one -> row(file, one)).toList();
          pieces.add(Piece.of(key(file, copy.sha256(), program, part), file, part, rows));
        });
    return pieces;
  }

  /** The row of an input; what it says of memory is said of executors, not of Maven. */
  private static InputRow row(InputFile file, Input input) {
    InputRow row = InputRow.of(file.root(), null, input);
    return row.problem() == null
        ? row
        : row.with(row.status(), row.problem().replace(OF_MAVEN, OF_EXECUTORS));
  }

  private Piece nothing(
      InputFile file, LocalCopy copy, Labelling labelling, SortedSet<Problem> problems) {
    boolean passedOver =
        problems.stream()
            .allMatch(one -> one.message().startsWith("The directory holds no recording"));
    String why =
        passedOver
            ? "It is neither a recording nor a log nor evidence of a build."
            : problems.stream().map(Problem::text).collect(Collectors.joining(" "));
    Labels own = labels(file, labelling, Labels.NONE);
    InputRow row =
        InputRow.of(
            file.root(),
            null,
            new Input(
                labelling.shown(RelativePath.printable(file.path())),
                InputKind.UNKNOWN,
                copy.sha256(),
                Input.Status.FAILED,
                why,
                LineCounts.NONE,
                own));
    PieceKey key = key(file, copy.sha256(), own, Evidence.EMPTY);
    return passedOver
        ? Piece.of(key, file, Evidence.EMPTY, List.of(row.with(InputRow.PASSED_OVER, why)))
        : Piece.of(key, file, Evidence.of(new TreeSet<>(problems)), List.of(row));
  }

  private List<Piece> evidence(InputFile file, LocalCopy copy, Labelling labelling) {
    MergedEvidence merged =
        new EvidenceFiles(copy.root()).read(Evidence.EMPTY, List.of(copy.file().toString()));
    String shown = labelling.shown(RelativePath.printable(file.path()));
    Labels own = labels(file, labelling, Labels.NONE);
    String problem =
        merged.errors().stream().map(Problem::message).collect(Collectors.joining(" "));
    InputRow row = InputRow.ofEvidence(file.root(), shown, copy.sha256(), problem, own);
    if (!problem.isEmpty()) {
      Evidence said = Evidence.of(new TreeSet<>(merged.errors()));
      return List.of(Piece.of(key(file, copy.sha256(), own, said), file, said, List.of(row)));
    }
    Evidence labelled = labelled(merged.evidence(), file, labelling);
    SortedMap<Labels, Evidence> parts = Programs.of(labelled, own);
    if (parts.isEmpty()) {
      return List.of(
          Piece.of(
              key(file, copy.sha256(), own, Evidence.EMPTY), file, Evidence.EMPTY, List.of(row)));
    }
    List<Piece> pieces = new ArrayList<>();
    parts.forEach(
        (program, part) -> {
          List<InputRow> rows = new ArrayList<>();
          if (pieces.isEmpty()) {
            rows.add(row);
          }
          part.inputs().forEach(one -> rows.add(InputRow.of(file.root(), shown, one)));
          pieces.add(Piece.of(key(file, copy.sha256(), program, part), file, part, rows));
        });
    return pieces;
  }

  /** Evidence whose inputs have the labels of its file, where these say more. */
  private static Evidence labelled(Evidence evidence, InputFile file, Labelling labelling) {
    SortedSet<Input> inputs = new TreeSet<>();
    for (Input input : evidence.inputs()) {
      inputs.add(input.labelled(input.path(), labels(file, labelling, input.labels())));
    }
    return new Evidence(
        inputs,
        evidence.profiles(),
        evidence.gcLogs(),
        evidence.gcRuns(),
        evidence.recordedGcs(),
        evidence.sources(),
        evidence.problems(),
        evidence.repository(),
        evidence.folds());
  }

  private static Labels labels(InputFile file, Labelling labelling, Labels own) {
    return labelling.label(RelativePath.printable(file.path()), own, ProfileSummary.EMPTY).labels();
  }

  private static PieceKey key(InputFile file, String sha256, Labels program, Evidence evidence) {
    boolean log = !evidence.gcLogs().isEmpty() && evidence.profiles().isEmpty();
    return new PieceKey(
        program.service(),
        program.version(),
        rank(evidence),
        log ? GcSeries.name(file.path()) : file.path(),
        file.path(),
        sha256,
        file.root());
  }

  private static int rank(Evidence evidence) {
    if (!evidence.sources().isEmpty()) {
      return PieceKey.SOURCES;
    }
    return evidence.folds().isEmpty() ? PieceKey.OTHERS : PieceKey.FOLDED;
  }

  /** A file that is known by name alone. */
  private static Piece failed(InputFile file, Labelling labelling, String status, String why) {
    Labels own = labels(file, labelling, Labels.NONE);
    Input input =
        new Input(
            labelling.shown(RelativePath.printable(file.path())),
            InputKind.UNKNOWN,
            "",
            Input.Status.FAILED,
            why,
            LineCounts.NONE,
            own);
    Evidence evidence =
        Evidence.EMPTY.merge(
            new Evidence(
                new TreeSet<>(List.of(input)),
                Evidence.EMPTY.profiles(),
                Evidence.EMPTY.gcLogs(),
                Evidence.EMPTY.gcRuns(),
                Evidence.EMPTY.recordedGcs(),
                Evidence.EMPTY.sources(),
                Evidence.EMPTY.problems(),
                Evidence.EMPTY.repository(),
                Evidence.EMPTY.folds()));
    InputRow row = InputRow.of(file.root(), null, input).with(status, why);
    return Piece.of(key(file, "", own, evidence), file, evidence, List.of(row));
  }
}
