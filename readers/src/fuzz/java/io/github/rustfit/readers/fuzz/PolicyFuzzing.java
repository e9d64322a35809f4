package io.github.rustfit.readers.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Fuzzes what reads policies. */
class PolicyFuzzing {

  static Stream<byte[]> seeds() {
    return FuzzTarget.POLICY.seeds().stream();
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = "")
  void fuzz(byte[] bytes) {
    FuzzTarget.POLICY.check(bytes);
  }
}
