package io.github.rustfit.readers.gclog;

import io.github.rustfit.readers.input.Content;
import io.github.rustfit.readers.input.Reading;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Content for tests. */
final class Logs {

  private Logs() {}

  static Content of(byte[] bytes) {
    return new Content() {
      @Override
      public String path() {
        return "gc.log";
      }

      @Override
      public InputStream open() {
        return new ByteArrayInputStream(bytes);
      }

      @Override
      public Path file() {
        throw new UnsupportedOperationException("a GC log is read in one pass");
      }
    };
  }

  static Content of(Path file) {
    return new Content() {
      @Override
      public String path() {
        return file.toString();
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
  }

  static Reading read(byte[] log) {
    try {
      return new GcLogReader().read(of(log));
    } catch (IOException e) {
      throw new AssertionError("memory does not fail", e);
    }
  }

  static Reading read(String log) {
    return read(log.getBytes(StandardCharsets.UTF_8));
  }
}
