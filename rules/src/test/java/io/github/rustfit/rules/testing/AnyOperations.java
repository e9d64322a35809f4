package io.github.rustfit.rules.testing;

import io.github.rustfit.rules.evidence.repository.OperationsFact;
import io.github.rustfit.rules.evidence.repository.OperationsFile;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Generates files of operations; few values, so that they collide and fit each other. */
final class AnyOperations {

  private static final long MIB = 1L << 20;

  private AnyOperations() {}

  static Arbitrary<OperationsFile> file() {
    return Combinators.combine(
            Arbitraries.of(OperationsFile.Kind.class),
            Arbitraries.of("", "app", "lib"),
            Arbitraries.of("Dockerfile", "compose.yaml"),
            Arbitraries.of("aa", "bb"),
            fact().set().ofMaxSize(6))
        .as(
            (kind, module, path, digest, facts) ->
                new OperationsFile(kind, module, path, digest, new TreeSet<>(facts)));
  }

  private static Arbitrary<OperationsFact> fact() {
    Arbitrary<Long> number =
        Arbitraries.of(OperationsFact.NONE, 0L, 1L, 500L, 2000L, 300 * MIB, 1024 * MIB);
    return Combinators.combine(
            Arbitraries.of(OperationsFact.Kind.class),
            Arbitraries.of("", "Deployment/app/app"),
            Arbitraries.of(
                "-Xmx1g",
                "-XX:MaxRAMPercentage=95",
                "-XX:+UseZGC",
                "-javaagent:agent.jar",
                "app:1",
                "Dockerfile",
                ""),
            number,
            Arbitraries.integers().between(0, 3))
        .as(OperationsFact::new);
  }
}
