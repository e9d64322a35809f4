package io.github.rustfit.readers.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Fuzzes what reads CAPTURE profiles. */
class CaptureFuzzing {

  static Stream<byte[]> seeds() {
    return FuzzTarget.CAPTURE.seeds().stream();
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = "")
  void fuzz(byte[] bytes) {
    FuzzTarget.CAPTURE.check(bytes);
  }
}
