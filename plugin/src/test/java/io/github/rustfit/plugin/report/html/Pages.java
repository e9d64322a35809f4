package io.github.rustfit.plugin.report.html;

import io.github.rustfit.engine.assessment.Assessment;
import io.github.rustfit.engine.assessment.WhatIf;
import io.github.rustfit.plugin.analysis.Analysis;
import io.github.rustfit.plugin.analysis.AnalysisRequest;
import io.github.rustfit.plugin.analysis.AnalysisResult;
import io.github.rustfit.plugin.analysis.Checkout;
import io.github.rustfit.plugin.analysis.Judging;
import io.github.rustfit.plugin.analysis.NamedInputs;
import io.github.rustfit.plugin.report.fixture.CacheService;
import io.github.rustfit.plugin.report.fixture.EveryFigure;
import io.github.rustfit.plugin.report.fixture.Hostile;
import io.github.rustfit.plugin.report.fixture.HostileDetails;
import io.github.rustfit.plugin.report.flame.FlameGraph;
import io.github.rustfit.plugin.report.flame.FlameGraphs;
import io.github.rustfit.plugin.report.output.Placed;
import io.github.rustfit.plugin.report.text.Texts;
import io.github.rustfit.readers.source.SourceRoot;
import io.github.rustfit.rules.evidence.profile.Frame;
import io.github.rustfit.rules.evidence.profile.SampleKey;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import io.github.rustfit.rules.evidence.profile.ThreadSamples;
import io.github.rustfit.rules.evidence.profile.Weight;
import io.github.rustfit.rules.evidence.source.SourceFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reports as files, for tests that open them in a browser. */
public final class Pages {

  private Pages() {}

  /** Components by hand, one of each verdict that matters. */
  public static Path cacheService(Path folder) throws IOException {
    return write(folder, "Cache service", CacheService.assessment(), FlameGraphs.NONE);
  }

  /** Everything is known, and no two figures are the same. */
  public static Path everyFigure(Path folder) throws IOException {
    return write(folder, "Shop", EveryFigure.assessment(), FlameGraphs.NONE);
  }

  /** A project of which nothing was recorded. */
  public static Path withoutRecording(Path folder) throws IOException {
    return write(folder, "No recording", CacheService.withoutRecording(), FlameGraphs.NONE);
  }

  /** Every text that somebody else can choose tries to break out, the project's name included. */
  public static Path hostile(Path folder) throws IOException {
    String project = String.join(" ", Hostile.TEXTS);
    Excerpts excerpts = (file, line) -> List.of(new Excerpts.Line(line, file, true));
    Path page = write(folder, project, Hostile.assessment(), HostileDetails.graphs(), excerpts);
    Files.createDirectories(folder.resolve(FlameGraphs.FOLDER));
    int number = 0;
    for (String text : hostileTexts()) {
      String name = "hostile-" + number++ + ".html";
      try (OutputStream out =
          Files.newOutputStream(folder.resolve(FlameGraphs.FOLDER).resolve(name))) {
        FlamePage.of(
                new FlameGraph(
                    name,
                    text,
                    Set.of(text),
                    Set.of(text),
                    HostileDetails.samples(text),
                    HostileDetails.threads(text)))
            .write(out);
      }
    }
    return page;
  }

  /** A full-size flame graph of one stack of so many frames of own code. */
  public static Path deep(Path folder, int frames) throws IOException {
    SampleKey key =
        new SampleKey(SampleKind.CPU, Collections.nCopies(frames, new Frame("a.A", "down", 1)), "");
    List<Map.Entry<SampleKey, Weight>> samples = List.of(Map.entry(key, Weight.of(1_000_000_000)));
    Path page = folder.resolve("deep.html");
    try (OutputStream out = Files.newOutputStream(page)) {
      FlamePage.of(
              new FlameGraph(
                  "deep.html", "Deep", Set.of("a"), Set.of("a"), samples, ThreadSamples.EMPTY))
          .write(out);
    }
    return page;
  }

  /** What the hostile page is made of. */
  public static List<String> hostileTexts() {
    return Hostile.TEXTS;
  }

  /** A text as the page shows it: without what HTML forbids, and abridged with a note. */
  public static String shown(String text) {
    return Texts.shown(text);
  }

  /** A thousand components with 5,000 findings. */
  public static Path many(Path folder) throws IOException {
    return write(folder, "Platform", Many.assessment(), Many.graphs());
  }

  /** The sample read-states with its recordings, its history aside: that grows with each commit. */
  public static Path readStates(Path folder) throws IOException {
    return sample(folder, "read-states", "Read states");
  }

  /** The sample spring-orders with its recordings: a server whose threads have names. */
  public static Path springOrders(Path folder) throws IOException {
    return sample(folder, "spring-orders", "Spring orders");
  }

  private static Path sample(Path folder, String name, String title) throws IOException {
    Path root = Path.of("").toAbsolutePath().resolve("../sample-projects/" + name).normalize();
    AnalysisRequest request =
        new AnalysisRequest(
            root,
            Checkout.of(
                List.of(
                    new SourceRoot(name, root.resolve("src/main/java"), SourceFile.Role.MAIN),
                    new SourceRoot(name, root.resolve("src/test/java"), SourceFile.Role.TEST)),
                StandardCharsets.UTF_8),
            NamedInputs.NONE.lookingInto(List.of(root.resolve("rustfit"))),
            Judging.BY_THE_ROOTS_POLICY);
    AnalysisResult result = new Analysis(Pages.class.getClassLoader()).run(request);
    FlameGraphs graphs = FlameGraphs.of(result.evidence(), result.assessment());
    for (FlameGraph graph : graphs.graphs()) {
      Path file = folder.resolve(FlameGraphs.FOLDER).resolve(graph.fileName());
      Files.createDirectories(file.getParent());
      try (OutputStream out = Files.newOutputStream(file)) {
        FlamePage.of(graph).write(out);
      }
    }
    return write(
        folder, title, result.assessment(), graphs, Excerpts.below(root, StandardCharsets.UTF_8));
  }

  private static Path write(Path folder, String project, Assessment assessment, FlameGraphs graphs)
      throws IOException {
    return write(folder, project, assessment, graphs, Excerpts.NONE);
  }

  private static Path write(
      Path folder, String project, Assessment assessment, FlameGraphs graphs, Excerpts excerpts)
      throws IOException {
    Path page = folder.resolve("index.html");
    try (OutputStream out = Files.newOutputStream(page)) {
      new HtmlReport(Placed.of(project), graphs, excerpts, WhatIf.NONE).write(assessment, out);
    }
    return page;
  }
}
