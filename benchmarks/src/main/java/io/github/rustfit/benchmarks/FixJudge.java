package io.github.rustfit.benchmarks;

import io.github.rustfit.engine.assessment.Assessor;
import io.github.rustfit.engine.assessment.ComponentAssessment;
import io.github.rustfit.engine.assessment.Rules;
import io.github.rustfit.readers.input.InputReaders;
import io.github.rustfit.readers.input.Inputs;
import io.github.rustfit.readers.source.JavaSources;
import io.github.rustfit.readers.source.SourceRoot;
import io.github.rustfit.rules.crates.CrateCatalogue;
import io.github.rustfit.rules.evidence.Evidence;
import io.github.rustfit.rules.evidence.source.SourceFile;
import io.github.rustfit.rules.policy.Policy;
import io.github.rustfit.rules.rule.Finding;
import java.nio.file.Path;
import java.util.List;

/** What rustfit says of the recording of a pair's side with the pattern. */
final class FixJudge {

  /**
   * What the confirmed findings of one pattern cost.
   *
   * @param lines where they are; empty where none is confirmed
   * @param cpu share of CPU samples, 0..1
   * @param allocation share of allocated bytes
   * @param samples CPU samples of the recording
   */
  record Cost(List<Integer> lines, double cpu, double allocation, long samples) {}

  private final Evidence sources;

  /** The folder that holds the folder {@code pairs}. */
  FixJudge(Path fixes) {
    sources =
        new JavaSources(fixes).read(List.of(new SourceRoot("fixes", fixes, SourceFile.Role.MAIN)));
  }

  Cost of(String pair, String pattern, Path folder) {
    InputReaders readers = InputReaders.load(FixJudge.class.getClassLoader());
    Evidence recorded =
        new Inputs(folder, readers.readers()).read(List.of(pair + ".jfr", pair + ".log")).evidence();
    List<ComponentAssessment> components =
        new Assessor(
                Policy.DEFAULT,
                CrateCatalogue.EMPTY,
                Rules.load(FixJudge.class.getClassLoader()),
                false)
            .assess(sources.merge(recorded))
            .components();
    List<Finding> findings =
        components.stream()
                .flatMap(component -> component.findings().stream())
                .filter(one -> one.file().endsWith("/" + pair + ".java"))
                .filter(Finding::confirmed)
                .filter(one -> one.rule().equals(pattern))
                .toList();
    return new Cost(
        findings.stream().map(Finding::line).sorted().toList(),
        findings.stream().mapToDouble(one -> one.cpu().value()).sum(),
        findings.stream().mapToDouble(one -> one.allocation().value()).sum(),
        components.stream().mapToLong(ComponentAssessment::cpuSamples).sum());
  }
}
