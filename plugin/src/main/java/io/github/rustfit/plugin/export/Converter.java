package io.github.rustfit.plugin.export;

import io.github.rustfit.plugin.report.text.Texts;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import one.convert.Main;

/**
 * Async-profiler's converter of JFR recordings. It trusts what it reads, so it runs in a process of
 * its own, whose memory, time and output are limited.
 */
final class Converter {

  /** Memory of the process, in MiB. */
  private static final int HEAP_MEBIBYTES = 1024;

  /** Longest time for one conversion, in seconds. */
  private static final int MOST_SECONDS = 120;

  /** Largest result, in bytes. */
  private static final long MOST_BYTES = 256L << 20;

  private static final int MOST_WORDS = 200;
  private static final String REMEDY =
      "The report is complete without it. Convert the recording with async-profiler's jfrconv"
          + " to see more.";

  /**
   * Converts a recording.
   *
   * @param recording an unpacked recording
   * @param options what to convert it to, as the converter's command line takes it
   * @param result the file to write
   * @throws ExportException if the converter fails, or takes more than it may
   * @throws IOException if no process can be started
   */
  void convert(Path recording, List<String> options, Path result)
      throws IOException, ExportException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx" + HEAP_MEBIBYTES + "m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Djava.awt.headless=true",
            "-cp",
            jar().toString(),
            Main.class.getName()));
    command.addAll(options);
    command.add(recording.toAbsolutePath().toString());
    command.add(result.toAbsolutePath().toString());
    Path words = Files.createTempFile(result.toAbsolutePath().getParent(), "words", ".txt");
    try {
      ProcessBuilder builder = new ProcessBuilder(command);
      builder.environment().keySet().removeIf(name -> name.endsWith("JAVA_OPTIONS"));
      builder.environment().remove("JAVA_TOOL_OPTIONS");
      builder.redirectErrorStream(true).redirectOutput(words.toFile());
      Process process = builder.start();
      process.getOutputStream().close();
      int code = end(process, result);
      if (code != 0) {
        throw new ExportException("The converter failed on it: " + said(words) + ".", REMEDY);
      }
    } finally {
      Files.deleteIfExists(words);
    }
  }

  private static int end(Process process, Path result) throws IOException, ExportException {
    try {
      for (int second = 0; !process.waitFor(1, TimeUnit.SECONDS); second++) {
        if (second >= MOST_SECONDS) {
          throw new ExportException(
              "The converter was stopped: it took more than " + MOST_SECONDS + " seconds.", REMEDY);
        }
        limit(result);
      }
      limit(result);
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ExportException("The converter was interrupted.", "Run the goal again.");
    } finally {
      process.destroyForcibly();
    }
  }

  private static void limit(Path result) throws IOException, ExportException {
    if (Files.exists(result) && Files.size(result) > MOST_BYTES) {
      throw new ExportException(
          "The converter was stopped: it wrote more than " + (MOST_BYTES >> 20) + " MiB.", REMEDY);
    }
  }

  /** The name of the exception that ended it, or the last line that it wrote. */
  private static String said(Path words) throws IOException {
    String text;
    try (InputStream in = Files.newInputStream(words)) {
      text = new String(in.readNBytes(1 << 16), StandardCharsets.UTF_8);
    }
    List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
    String line =
        lines.stream()
            .filter(one -> one.contains("Exception") || one.contains("Error"))
            .findFirst()
            .orElse(lines.isEmpty() ? "it said nothing" : lines.get(lines.size() - 1));
    return Texts.cut(
        Texts.terminal(line.replaceFirst("^.*Exception in thread \"[^\"]*\" ", "")), MOST_WORDS);
  }

  /** The jar that holds the converter. */
  private static Path jar() throws IOException {
    CodeSource source = Main.class.getProtectionDomain().getCodeSource();
    if (source == null) {
      throw new IOException("the converter's jar is not known");
    }
    try {
      return new File(source.getLocation().toURI()).toPath();
    } catch (URISyntaxException | IllegalArgumentException e) {
      throw new IOException("the converter's jar is at no path: " + source.getLocation());
    }
  }
}
