package io.github.rustfit.readers.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Fuzzes what reads evidence of other builds. */
class EvidenceFuzzing {

  static Stream<byte[]> seeds() {
    return FuzzTarget.EVIDENCE.seeds().stream();
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = "")
  void fuzz(byte[] bytes) {
    FuzzTarget.EVIDENCE.check(bytes);
  }
}
