package io.github.rustfit.readers.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Fuzzes what reads pprof profiles. */
class PprofFuzzing {

  static Stream<byte[]> seeds() {
    return FuzzTarget.PPROF.seeds().stream();
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = "")
  void fuzz(byte[] bytes) {
    FuzzTarget.PPROF.check(bytes);
  }
}
