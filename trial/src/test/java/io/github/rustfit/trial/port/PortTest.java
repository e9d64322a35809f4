package io.github.rustfit.trial.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Where Java and Rust are different, they come out the same: what is right is what the JVM gives
 * for the methods of Nasty.java.
 */
class PortTest {

  @Test
  void nasty_programs_give_what_java_gives(@TempDir Path folder) throws Exception {
    assumeTrue(Ported.compilerIsHere(), "no rustc is here");
    String source;
    try (var in = PortTest.class.getResourceAsStream("Nasty.java.txt")) {
      source = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    try (Ported ported = new Ported(folder, "Nasty", source)) {
      ported
          .methods()
          .forEach((name, both) -> assertThat(both.port().refusals()).as(name).isEmpty());
      assertThat(ported.build(0)).isEmpty();
      Random random = new Random(1);
      Map<String, List<Object[]>> inputs = new TreeMap<>();
      ported
          .methods()
          .forEach(
              (name, both) -> {
                List<Object[]> all = new ArrayList<>();
                for (int i = 0; i < 300; i++) {
                  Class<?>[] types = both.java().getParameterTypes();
                  Object[] arguments = new Object[types.length];
                  for (int k = 0; k < types.length; k++) {
                    arguments[k] = Values.of(types[k], random);
                  }
                  all.add(arguments);
                }
                inputs.put(name, all);
              });
      Ported.Outcome outcome = ported.compare(inputs);
      assertThat(outcome.differences()).isEmpty();
      assertThat(outcome.equal()).isGreaterThan(outcome.thrown() * 2);
    }
  }

  @Test
  void random_programs_give_what_java_gives(@TempDir Path folder) throws Exception {
    assumeTrue(Ported.compilerIsHere(), "no rustc is here");
    PortFuzz.Batch batch = PortFuzz.run(folder, 1, 30, 0);
    assertThat(batch.differences()).isEmpty();
    assertThat(batch.refused()).isLessThan(6);
    assertThat(batch.calls() - batch.thrown()).isGreaterThan(100);
  }

  /** A comparison that cannot fail proves nothing: a port is spoilt, and that is noticed. */
  @Test
  void a_wrong_port_is_noticed(@TempDir Path folder) throws Exception {
    assumeTrue(Ported.compilerIsHere(), "no rustc is here");
    try (Ported ported =
        new Ported(
            folder,
            "One",
            "final class One {\n  static int m(int a) {\n    return a + 1;\n  }\n}\n")) {
      ported.replace("m", "wrapping_add(1)", "wrapping_add(2)");
      assertThat(ported.build(0)).isEmpty();
      Ported.Outcome outcome = ported.compare(Map.of("m", List.<Object[]>of(new Object[] {41})));
      assertThat(outcome.differences()).containsExactly("m 41: Java gives =42, Rust gives =43");
    }
  }
}
