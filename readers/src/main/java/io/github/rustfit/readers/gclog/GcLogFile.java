package io.github.rustfit.readers.gclog;

import io.github.rustfit.readers.input.Content;
import io.github.rustfit.rules.evidence.gc.GcSummary;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A plain log of which only the facts are wanted. */
public final class GcLogFile {

  private GcLogFile() {}

  /** What a log says, as far as it can be read; {@link GcSummary#EMPTY} if it cannot. */
  public static GcSummary read(Path file) {
    Content content =
        new Content() {
          @Override
          public String path() {
            return String.valueOf(file.getFileName());
          }

          @Override
          public InputStream open() throws IOException {
            return Files.newInputStream(file);
          }

          @Override
          public Path file() {
            return file;
          }
        };
    try {
      return new GcLogReader().read(content).gc();
    } catch (IOException e) {
      return GcSummary.EMPTY;
    }
  }
}
