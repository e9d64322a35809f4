package io.github.rustfit.readers.jfr;

import io.github.rustfit.readers.input.Content;
import io.github.rustfit.readers.input.InputReader;
import io.github.rustfit.readers.input.Reading;
import io.github.rustfit.readers.jfr.format.ChunkBytes;
import io.github.rustfit.readers.jfr.format.ChunkFile;
import io.github.rustfit.readers.jfr.format.ChunkHeader;
import io.github.rustfit.rules.evidence.base.InputKind;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Reads recordings of the JDK's Flight Recorder and of async-profiler ({@code -o jfr}).
 *
 * <p>The first {@code jdk.ObjectAllocationSample} of a thread also weighs what the thread allocated
 * before the recording (JDK-8307488, JDK-8362573), so it is not counted as a sample, unless {@code
 * jdk.ThreadStart} shows that the thread began in the recording, or the recording began within two
 * seconds of its JVM. Of samples in virtual threads, as many of the heaviest are not counted as
 * there are hardware threads. Where this would take more than half of a run's samples, its
 * allocation is unknown, and the reading is partial and says so. Sums are therefore below those of
 * tools that add all weights up.
 */
public final class JfrInputReader implements InputReader {

  @Override
  public InputKind kind() {
    return InputKind.JFR;
  }

  @Override
  public boolean claims(byte[] head) {
    return head.length >= 4 && ByteBuffer.wrap(head).getInt() == ChunkHeader.MAGIC;
  }

  @Override
  public boolean readsWindows() {
    return true;
  }

  @Override
  public Reading read(Content content) throws IOException {
    try (ChunkFile file = new ChunkFile(content.file())) {
      return new RecordingReader(
              file, content::readTo, content.countedElsewhere(), ChunkBytes.most())
          .read(content.window());
    }
  }
}
