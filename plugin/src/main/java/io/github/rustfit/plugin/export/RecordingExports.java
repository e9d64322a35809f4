package io.github.rustfit.plugin.export;

import io.github.rustfit.plugin.report.text.Slugs;
import io.github.rustfit.readers.input.Content;
import io.github.rustfit.readers.input.InputReader;
import io.github.rustfit.readers.input.Reading;
import io.github.rustfit.rules.evidence.base.Input;
import io.github.rustfit.rules.evidence.base.InputKind;
import io.github.rustfit.rules.evidence.base.Problem;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Exports each recording when it was read, while it is unpacked. A recording that cannot be
 * exported is a problem and changes nothing else. Thread-safe; one recording at a time is exported.
 */
public final class RecordingExports implements Closeable {

  private static final String JFR = "jfr";
  private static final List<SampleKind> KINDS = List.of(SampleKind.CPU, SampleKind.ALLOCATION);

  private final Set<ExportFormat> formats;
  private final Converter converter = new Converter();
  private final SortedMap<String, Map<SampleKind, Map<ExportFormat, Path>>> exported =
      new TreeMap<>();
  private final SortedSet<Problem> problems = new TreeSet<>();
  private @Nullable Path folder;

  /**
   * @param formats what to export; nothing is done for none
   */
  public RecordingExports(Set<ExportFormat> formats) {
    this.formats = Set.copyOf(formats);
  }

  /** The same reader, which hands on what it reads. */
  public InputReader watched(InputReader reader) {
    return formats.isEmpty() ? reader : new Watched(reader);
  }

  private final class Watched implements InputReader {
    private final InputReader reader;

    Watched(InputReader reader) {
      this.reader = reader;
    }

    @Override
    public InputKind kind() {
      return reader.kind();
    }

    @Override
    public boolean claims(byte[] head) {
      return reader.claims(head);
    }

    @Override
    public boolean readsWindows() {
      return reader.readsWindows();
    }

    @Override
    public Reading read(Content content) throws IOException {
      Reading reading = reader.read(content);
      if (reading.status() != Input.Status.FAILED) {
        for (SampleKind kind : KINDS) {
          if (reading.profile().total(kind).samples() > 0) {
            export(reader.kind().id(), content, reading, kind);
          }
        }
      }
      return reading;
    }
  }

  private synchronized void export(
      String input, Content content, Reading reading, SampleKind kind) {
    Map<ExportFormat, Path> files = new EnumMap<>(ExportFormat.class);
    try {
      if (input.equals(JFR)) {
        files.putAll(new JfrExport(converter, folder()).write(content.file(), kind, formats));
      } else {
        files.putAll(stacksAlone(input, content, reading, kind));
      }
    } catch (ExportException e) {
      problems.add(new Problem(content.path(), 0, String.valueOf(e.getMessage()), e.remedy()));
    } catch (IOException e) {
      problems.add(
          new Problem(
              content.path(),
              0,
              "It cannot be exported: " + e.getMessage() + ".",
              "Check permissions and free space of the system's temporary folder."));
    }
    exported.computeIfAbsent(content.path(), path -> new TreeMap<>()).put(kind, files);
  }

  /** Formats without times of samples: what can be made of them is collapsed stacks. */
  private Map<ExportFormat, Path> stacksAlone(
      String input, Content content, Reading reading, SampleKind kind) throws IOException {
    Map<ExportFormat, Path> files = new EnumMap<>(ExportFormat.class);
    if (formats.contains(ExportFormat.COLLAPSED)) {
      Path file = Files.createTempFile(folder(), "export", ".tmp");
      try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
        CollapsedExport.write(reading.profile(), kind, out);
      }
      files.put(ExportFormat.COLLAPSED, file);
    }
    for (ExportFormat format : new TreeSet<>(formats)) {
      if (format != ExportFormat.COLLAPSED) {
        problems.add(
            new Problem(
                content.path(),
                0,
                "It is not exported as " + format.id() + ": " + why(format, input) + ".",
                "Export it as collapsed, or record with JFR or async-profiler's jfr output."));
      }
    }
    return files;
  }

  private static String why(ExportFormat format, String input) {
    return format == ExportFormat.HEATMAP
        ? "its format (" + input + ") does not say when a sample was taken"
        : "only JFR recordings are (this one is " + input + ")";
  }

  /** What could not be exported, by recording. */
  public synchronized List<Problem> problems() {
    return List.copyOf(problems);
  }

  /**
   * The files that were exported, by the names that they should get: made of the recordings' paths,
   * in the order of these, so that equal recordings give equal names.
   */
  public synchronized SortedMap<String, Path> files() {
    SortedMap<String, Path> files = new TreeMap<>();
    Slugs slugs = new Slugs("");
    exported.forEach(
        (path, kinds) -> {
          String slug = slugs.next(path);
          kinds.forEach(
              (kind, formatted) ->
                  formatted.forEach(
                      (format, file) ->
                          files.put(
                              slug + "-" + kind.name().toLowerCase(Locale.ROOT) + format.ending(),
                              file)));
        });
    return files;
  }

  private Path folder() throws IOException {
    if (folder == null) {
      folder = Files.createTempDirectory("rustfit-exports");
    }
    return folder;
  }

  /** Deletes all temporary files, the exported ones too. */
  @Override
  public synchronized void close() throws IOException {
    if (folder != null) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
        for (Path file : files) {
          Files.delete(file);
        }
      }
      Files.delete(folder);
      folder = null;
    }
  }
}
