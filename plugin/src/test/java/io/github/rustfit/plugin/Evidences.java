package io.github.rustfit.plugin;

import io.github.rustfit.plugin.analysis.Analysis;
import io.github.rustfit.plugin.analysis.AnalysisRequest;
import io.github.rustfit.plugin.analysis.Checkout;
import io.github.rustfit.plugin.analysis.Judging;
import io.github.rustfit.plugin.analysis.NamedInputs;
import io.github.rustfit.readers.codec.EvidenceJson;
import io.github.rustfit.readers.source.SourceRoot;
import io.github.rustfit.rules.evidence.source.SourceFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What {@code report} writes as {@code evidence.json} of some inputs of a project. */
final class Evidences {

  private Evidences() {}

  static String of(ProjectFolder project, String... inputs) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    EvidenceJson.write(
        new Analysis(Evidences.class.getClassLoader()).run(request(project, inputs)).evidence(),
        out);
    return out.toString(StandardCharsets.UTF_8);
  }

  /** The sources of a project and these inputs, and nothing in the default places. */
  static AnalysisRequest request(ProjectFolder project, String... inputs) {
    return new AnalysisRequest(
        project.path(""),
        Checkout.of(
            List.of(new SourceRoot("shop", project.path("src/main/java"), SourceFile.Role.MAIN)),
            StandardCharsets.UTF_8),
        NamedInputs.of(List.of(inputs), List.of(inputs)),
        Judging.BY_THE_ROOTS_POLICY);
  }
}
