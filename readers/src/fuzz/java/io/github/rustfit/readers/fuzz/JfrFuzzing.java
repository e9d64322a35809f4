package io.github.rustfit.readers.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Fuzzes what reads recordings of the JDK and of async-profiler. */
class JfrFuzzing {

  static Stream<byte[]> seeds() {
    return FuzzTarget.JFR.seeds().stream();
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = "")
  void fuzz(byte[] bytes) {
    FuzzTarget.JFR.check(bytes);
  }
}
