package io.github.rustfit.readers.stacks;

import io.github.rustfit.readers.input.Content;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Content of a plain file. */
public record FileContent(Path file) implements Content {

  @Override
  public String path() {
    return "file";
  }

  @Override
  public InputStream open() throws IOException {
    return Files.newInputStream(file);
  }
}
