package io.github.rustfit.readers.jfr;

import io.github.rustfit.readers.input.Content;
import io.github.rustfit.readers.input.InputReader;
import io.github.rustfit.readers.input.Reading;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Reads recordings of the JDK's Flight Recorder and of async-profiler ({@code -o jfr}). */
public final class JfrInputReader implements InputReader {

  @Override
  public String kind() {
    return "jfr";
  }

  @Override
  public boolean claims(byte[] head) {
    return head.length >= 4 && ByteBuffer.wrap(head).getInt() == ChunkHeader.MAGIC;
  }

  @Override
  public Reading read(Content content) throws IOException {
    try (ChunkFile file = new ChunkFile(content.file())) {
      return new RecordingReader(file).read();
    }
  }
}
