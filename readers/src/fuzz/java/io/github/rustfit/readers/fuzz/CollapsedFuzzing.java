package io.github.rustfit.readers.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Fuzzes what reads collapsed stacks. */
class CollapsedFuzzing {

  static Stream<byte[]> seeds() {
    return FuzzTarget.COLLAPSED.seeds().stream();
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = "")
  void fuzz(byte[] bytes) {
    FuzzTarget.COLLAPSED.check(bytes);
  }
}
