package io.github.rustfit.readers.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.readers.policy.PolicyReader;
import io.github.rustfit.readers.policy.PolicyReading;
import io.github.rustfit.rules.evidence.base.Problem;
import java.util.function.Consumer;

/** A policy is read, or its problems name the file, a line of it and a remedy. */
final class PolicyContract implements Consumer<byte[]> {

  private static final String FILE = "rustfit.yaml";

  @Override
  public void accept(byte[] bytes) {
    PolicyReading reading = PolicyReader.read(FILE, bytes);
    for (Problem problem : reading.problems()) {
      assertThat(problem.where()).isEqualTo(FILE);
      assertThat(problem.line()).as("%s", problem).isBetween(0, bytes.length + 2);
      assertThat(problem.text().length()).as("%s", problem).isLessThan(ReaderContract.LONGEST);
    }
  }
}
