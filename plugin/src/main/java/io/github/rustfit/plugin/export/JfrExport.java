package io.github.rustfit.plugin.export;

import io.github.rustfit.rules.evidence.profile.SampleKind;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Exports of one JFR recording through the converter. */
final class JfrExport {

  /** Larger recordings are not exported, in bytes: the converter may keep all samples in memory. */
  static final long MOST_BYTES = 512L << 20;

  private static final byte[] CPU_TIME = "jdk.CPUTimeSample".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] NATIVE = "jdk.NativeMethodSample".getBytes(StandardCharsets.US_ASCII);

  private final Converter converter;
  private final Path folder;

  /**
   * @param folder for temporary files and results; the caller deletes it
   */
  JfrExport(Converter converter, Path folder) {
    this.converter = converter;
    this.folder = folder;
  }

  /**
   * Exports a recording.
   *
   * @param recording the unpacked recording
   * @param kind {@link SampleKind#CPU} or {@link SampleKind#ALLOCATION}
   * @return the files by format
   */
  Map<ExportFormat, Path> write(Path recording, SampleKind kind, Set<ExportFormat> formats)
      throws IOException, ExportException {
    long size = Files.size(recording);
    if (size > MOST_BYTES) {
      throw new ExportException(
          "It is not exported: it has "
              + (size >> 20)
              + " MiB unpacked, and the converter gets at most "
              + (MOST_BYTES >> 20)
              + ".",
          "Export a part of it: jfr disassemble (of the JDK) cuts a recording.");
    }
    Map<ExportFormat, Path> files = new TreeMap<>();
    Path collapsed = newFile();
    Path input = recording;
    List<String> selection = List.of("--alloc");
    if (kind == SampleKind.CPU) {
      Path copy = newFile();
      boolean cpuTime = copyWithoutNativeSamples(recording, copy);
      input = copy;
      selection = cpuSelection(input, cpuTime, collapsed);
    } else {
      convert(input, ExportFormat.COLLAPSED, List.of("--alloc", "--total"), collapsed);
    }
    if (Files.size(collapsed) == 0) {
      throw new ExportException(
          "The converter finds no "
              + (kind == SampleKind.CPU ? "CPU" : "allocation")
              + " sample in it.",
          "Nothing is wrong with the report; use its own figures.");
    }
    for (ExportFormat format : formats) {
      Path result = newFile();
      if (format == ExportFormat.COLLAPSED) {
        copyPrintable(collapsed, result);
      } else {
        convert(input, format, selection, result);
        if (format == ExportFormat.HEATMAP) {
          Path safe = newFile();
          Files.writeString(safe, HeatmapPage.of(Files.readString(result)).text());
          result = safe;
        }
      }
      files.put(format, result);
    }
    return files;
  }

  /**
   * The converter's option for the samples that rustfit counts as CPU time: those by CPU time of
   * JDK 25 before those by wall clock of running threads. Leaves the collapsed stacks in a file.
   */
  private List<String> cpuSelection(Path recording, boolean cpuTime, Path collapsed)
      throws IOException, ExportException {
    List<List<String>> choices = new ArrayList<>();
    if (cpuTime) {
      choices.add(List.of("--cpu-time"));
    }
    choices.add(List.of("--cpu")); // async-profiler's state of a thread that runs
    choices.add(List.of("--state", "runnable")); // the JDK's
    ExportException failure = null;
    for (List<String> choice : choices) {
      try {
        convert(recording, ExportFormat.COLLAPSED, choice, collapsed);
        failure = null;
      } catch (ExportException e) {
        failure = e;
      }
      if (failure == null && Files.size(collapsed) > 0) {
        return choice;
      }
    }
    if (failure != null) {
      throw failure;
    }
    return choices.get(0);
  }

  private void convert(Path input, ExportFormat format, List<String> selection, Path result)
      throws IOException, ExportException {
    List<String> options = new ArrayList<>(List.of("--output", format.id(), "--dot"));
    options.addAll(selection);
    converter.convert(input, options, result);
  }

  private Path newFile() throws IOException {
    return Files.createTempFile(folder, "export", ".tmp");
  }

  /**
   * Copies a recording in which the event {@code jdk.NativeMethodSample} has another name of the
   * same length, so that the converter passes it over: it counts threads that wait in native code
   * like those that run Java code.
   *
   * @return whether the recording knows samples by CPU time
   */
  static boolean copyWithoutNativeSamples(Path recording, Path copy) throws IOException {
    boolean cpuTime = false;
    int longest = Math.max(CPU_TIME.length, NATIVE.length);
    byte[] buffer = new byte[1 << 20];
    int length = 0;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(recording));
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(copy))) {
      int more;
      do {
        more = in.readNBytes(buffer, length, buffer.length - length);
        length += more;
        int done = more == 0 ? length : Math.max(0, length - longest);
        for (int at = 0; at < length; at++) {
          if (buffer[at] == 'j') {
            cpuTime |= matches(buffer, length, at, CPU_TIME);
            if (matches(buffer, length, at, NATIVE)) {
              buffer[at] = 'x';
            }
          }
        }
        out.write(buffer, 0, done);
        System.arraycopy(buffer, done, buffer, 0, length - done);
        length -= done;
      } while (more > 0);
    }
    return cpuTime;
  }

  private static boolean matches(byte[] buffer, int length, int at, byte[] wanted) {
    if (length - at < wanted.length) {
      return false;
    }
    for (int i = 0; i < wanted.length; i++) {
      if (buffer[at + i] != wanted[i]) {
        return false;
      }
    }
    return true;
  }

  /** Copies lines of text whose names may hold anything. */
  private static void copyPrintable(Path from, Path to) throws IOException {
    try (BufferedReader in =
            new BufferedReader(
                new InputStreamReader(
                    Files.newInputStream(from),
                    StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE)));
        BufferedWriter out = Files.newBufferedWriter(to, StandardCharsets.UTF_8)) {
      for (int c = in.read(); c >= 0; c = in.read()) {
        out.write(CollapsedExport.harmless((char) c, true));
      }
    }
  }
}
