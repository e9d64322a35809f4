package io.github.rustfit.readers.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Fuzzes what reads GC logs. */
class GcLogFuzzing {

  static Stream<byte[]> seeds() {
    return FuzzTarget.GC_LOG.seeds().stream();
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = "")
  void fuzz(byte[] bytes) {
    FuzzTarget.GC_LOG.check(bytes);
  }
}
