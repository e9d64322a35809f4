package io.github.rustfit.fleet.group;

import io.github.rustfit.plugin.analysis.Analysis;
import io.github.rustfit.plugin.analysis.AnalysisRequest;
import io.github.rustfit.plugin.analysis.AnalysisResult;
import io.github.rustfit.plugin.analysis.Checkout;
import io.github.rustfit.plugin.analysis.Judging;
import io.github.rustfit.plugin.analysis.LimitCheckRequest;
import io.github.rustfit.plugin.analysis.NamedInputs;
import io.github.rustfit.readers.merge.EvidenceFiles;
import io.github.rustfit.rules.evidence.base.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Judges {@code evidence.json} as {@code rustfit:report -Drustfit.evidence=evidence.json} does in
 * an empty folder, by the same analysis: neither can say what the other does not.
 */
public final class Judge {

  private final PolicySet policies;
  private final LocalDate today;
  private final Analysis analysis;

  /**
   * By these policies, with the rules and readers that this class loader sees.
   *
   * @param today the day on which decisions hold
   */
  public Judge(PolicySet policies, LocalDate today, ClassLoader extensions) {
    this.policies = policies;
    this.today = today;
    this.analysis = new Analysis(extensions);
  }

  /**
   * What is wrong with the policies of all services, rules and readers; empty when all is well.
   *
   * @throws IOException if there is no room for a temporary file
   */
  public List<Problem> check() throws IOException {
    return inFolder("", List.of()).configurationErrors();
  }

  /** The result for a service's evidence, as written. */
  AnalysisResult judge(String service, byte[] evidence) throws IOException {
    return inFolder(service, List.of(evidence));
  }

  /** Whether this service has no policy of its own though there is a place for it. */
  boolean lacksPolicy(String service) {
    return policies.lacks(service);
  }

  private AnalysisResult inFolder(String service, List<byte[]> evidence) throws IOException {
    Path folder = Files.createTempDirectory("rustfit-judge").toRealPath();
    try {
      String policy = policies.layInto(folder, service);
      for (byte[] one : evidence) {
        Files.write(folder.resolve(EvidenceFiles.NAME), one);
      }
      AnalysisRequest request =
          new AnalysisRequest(
                  folder,
                  Checkout.of(List.of(), StandardCharsets.UTF_8),
                  NamedInputs.NONE,
                  new Judging(policy, false, limits()))
              .of(List.of(), evidence.isEmpty() ? List.of() : List.of(EvidenceFiles.NAME));
      return analysis.run(request);
    } finally {
      delete(folder);
    }
  }

  private LimitCheckRequest limits() {
    LimitCheckRequest all = LimitCheckRequest.EVERYTHING;
    return new LimitCheckRequest(
        today, all.project(), all.baseline(), all.baselineNamed(), all.since(), all.history());
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(one);
      }
    }
  }
}
