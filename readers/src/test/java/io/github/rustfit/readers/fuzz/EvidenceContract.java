package io.github.rustfit.readers.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.readers.codec.EvidenceFormatException;
import io.github.rustfit.readers.codec.EvidenceJson;
import io.github.rustfit.readers.merge.EvidenceFiles;
import io.github.rustfit.readers.merge.MergedEvidence;
import io.github.rustfit.rules.evidence.Evidence;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * Evidence is read or refused with a place and a remedy; what was read is written and read again as
 * the same.
 */
final class EvidenceContract implements Consumer<byte[]> {

  @Override
  public void accept(byte[] bytes) {
    try {
      sameAgain(EvidenceJson.read(new ByteArrayInputStream(bytes)));
      Path file = ScratchFile.of(EvidenceFiles.NAME, bytes);
      EvidenceFiles.claims(file);
      MergedEvidence merged =
          new EvidenceFiles(ScratchFile.root()).read(Evidence.EMPTY, List.of(file.toString()));
      sameAgain(merged.evidence());
    } catch (EvidenceFormatException e) {
      assertThat(e.getMessage()).startsWith("line ").contains(", column ").endsWith(".");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Evidence as a file. */
  static byte[] written(Evidence evidence) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    EvidenceJson.write(evidence, out);
    return out.toByteArray();
  }

  /** Writes and reads. */
  static void sameAgain(Evidence evidence) throws IOException, EvidenceFormatException {
    byte[] written = written(evidence);
    Evidence again = EvidenceJson.read(new ByteArrayInputStream(written));
    assertThat(again.equals(evidence)).as("what was written is read as it was").isTrue();
  }
}
