package com.acme.orders;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.util.zip.GZIPOutputStream;
import jdk.jfr.Configuration;
import jdk.jfr.Recording;

/** Records the program under load for a minute, once it is warm. */
public final class RecordRun {

  private static final Duration WARM_UP = Duration.ofSeconds(10);
  private static final Duration RECORDED = Duration.ofSeconds(60);

  private RecordRun() {}

  /** Takes the settings and the file to write, which is compressed. */
  public static void main(String[] args) throws IOException, ParseException, InterruptedException {
    Thread load = new Thread(() -> Main.main(new String[] {"75"}), "load");
    load.setDaemon(true);
    load.start();
    Thread.sleep(WARM_UP.toMillis());
    try (Recording recording = new Recording(Configuration.create(Path.of(args[0])))) {
      recording.start();
      Thread.sleep(RECORDED.toMillis());
      Path dump = Files.createTempFile("recording", ".jfr");
      recording.dump(dump);
      try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(Path.of(args[1])))) {
        Files.copy(dump, out);
      }
      Files.delete(dump);
    }
    load.join();
  }
}
