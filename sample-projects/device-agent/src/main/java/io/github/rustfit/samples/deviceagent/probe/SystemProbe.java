package io.github.rustfit.samples.deviceagent.probe;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.StringTokenizer;

/** Reads the state of the device from Linux's process file system. */
public final class SystemProbe {
  private final Path proc;

  /** A probe of that file system, usually {@code /proc}. */
  public SystemProbe(Path proc) {
    this.proc = proc;
  }

  /**
   * The state now.
   *
   * @throws IOException if a file is missing or not as expected
   */
  public Sample sample() throws IOException {
    long[] cpu = cpu();
    long[] network = network();
    long now = System.currentTimeMillis() / 1000;
    return new Sample(now, cpu[0], cpu[1], cpu[2], freeKib(), network[0], network[1], load());
  }

  private long[] cpu() throws IOException {
    try (BufferedReader lines = open("stat")) {
      StringTokenizer fields = fields(lines.readLine(), "cpu");
      long user = number(fields) + number(fields);
      return new long[] {user, number(fields), number(fields)};
    }
  }

  private long freeKib() throws IOException {
    try (BufferedReader lines = open("meminfo")) {
      String line = lines.readLine();
      while (line != null && !line.startsWith("MemAvailable:")) {
        line = lines.readLine();
      }
      return number(fields(line, "MemAvailable:"));
    }
  }

  private long[] network() throws IOException {
    long received = 0;
    long sent = 0;
    try (BufferedReader lines = open("net/dev")) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        int colon = line.indexOf(':');
        if (colon > 0) {
          StringTokenizer fields = new StringTokenizer(line.substring(colon + 1));
          received += number(fields);
          for (int skipped = 0; skipped < 7; skipped++) {
            fields.nextToken();
          }
          sent += number(fields);
        }
      }
    }
    return new long[] {received, sent};
  }

  private long load() throws IOException {
    try (BufferedReader lines = open("loadavg")) {
      return Math.round(100 * Double.parseDouble(fields(lines.readLine(), "").nextToken()));
    }
  }

  private BufferedReader open(String file) throws IOException {
    return Files.newBufferedReader(proc.resolve(file), StandardCharsets.US_ASCII);
  }

  private static StringTokenizer fields(String line, String start) throws IOException {
    if (line == null || !line.startsWith(start)) {
      throw new IOException("no line starts with '" + start + "'");
    }
    return new StringTokenizer(line.substring(start.length()));
  }

  private static long number(StringTokenizer fields) throws IOException {
    if (!fields.hasMoreTokens()) {
      throw new IOException("a figure is missing");
    }
    return Long.parseLong(fields.nextToken());
  }
}
