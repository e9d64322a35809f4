package io.github.rustfit.readers.stacks;

import io.github.rustfit.readers.input.Content;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** Content in memory, for readers that stream. */
public record MemoryContent(byte[] bytes) implements Content {

  @Override
  public String path() {
    return "memory";
  }

  @Override
  public InputStream open() {
    return new ByteArrayInputStream(bytes);
  }

  @Override
  public Path file() throws IOException {
    throw new IOException("there is no file");
  }
}
