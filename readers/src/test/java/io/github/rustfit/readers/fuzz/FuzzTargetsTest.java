package io.github.rustfit.readers.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The corpus of each format and mutations of it: nothing is thrown and nothing hangs, and what else
 * the contracts say. {@code -Drustfit.fuzz.inputs=N} tries N mutations of all formats together, and
 * {@code -Drustfit.fuzz.seed=N} others. Fuzzing that is led by what the code does is in {@code
 * src/fuzz}.
 */
class FuzzTargetsTest {

  private static final int TARGETS = FuzzTarget.values().length;
  private static final int INPUTS = Integer.getInteger("rustfit.fuzz.inputs", 1_400);
  private static final long SEED = Long.getLong("rustfit.fuzz.seed", 20261128);
  private static final int BATCH = 250;

  @ParameterizedTest
  @EnumSource
  void the_corpus_is_read_by_contract(FuzzTarget target) {
    assertThat(target.seeds()).isNotEmpty();
    target.check(new byte[0]);
    for (byte[] seed : target.seeds()) {
      try {
        target.check(seed);
      } catch (RuntimeException | Error e) {
        throw fault(target, seed, e);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void mutations_are_read_by_contract(FuzzTarget target) {
    Mutations mutations = new Mutations(target.seeds(), SEED);
    byte[][] latest = {new byte[0]};
    int share = (INPUTS + TARGETS - 1) / TARGETS;
    for (int done = 0; done < share; done += BATCH) {
      int batch = Math.min(BATCH, share - done);
      try {
        assertTimeoutPreemptively(
            Duration.ofMinutes(5),
            () -> {
              for (int i = 0; i < batch; i++) {
                latest[0] = mutations.next();
                target.check(latest[0]);
              }
            });
      } catch (RuntimeException | Error e) {
        throw fault(target, latest[0], e);
      }
    }
  }

  private static AssertionError fault(FuzzTarget target, byte[] bytes, Throwable e) {
    Path file = Path.of("target", "fuzz", target.id() + "-" + Arrays.hashCode(bytes));
    try {
      Files.createDirectories(Path.of("target", "fuzz"));
      Files.write(file, bytes);
    } catch (IOException io) {
      e.addSuppressed(io);
    }
    return new AssertionError("A fault of " + target.id() + ", see " + file, e);
  }
}
