package io.github.rustfit.plugin.compare;

import io.github.rustfit.engine.assessment.Assessment;
import io.github.rustfit.engine.assessment.ComponentAssessment;
import io.github.rustfit.engine.compare.Change;
import io.github.rustfit.engine.compare.ComparedMetric;
import io.github.rustfit.engine.compare.Comparer;
import io.github.rustfit.engine.compare.Comparison;
import io.github.rustfit.engine.compare.ComponentComparison;
import io.github.rustfit.engine.compare.FindingChanges;
import io.github.rustfit.engine.compare.Judgement;
import io.github.rustfit.engine.compare.Margin;
import io.github.rustfit.engine.compare.MethodChange;
import io.github.rustfit.engine.compare.MetricComparison;
import io.github.rustfit.engine.compare.Setup;
import io.github.rustfit.engine.compare.Side;
import io.github.rustfit.plugin.analysis.Analysis;
import io.github.rustfit.plugin.analysis.AnalysisRequest;
import io.github.rustfit.plugin.analysis.AnalysisResult;
import io.github.rustfit.plugin.analysis.Checkout;
import io.github.rustfit.plugin.analysis.Judging;
import io.github.rustfit.plugin.analysis.NamedInputs;
import io.github.rustfit.plugin.report.fixture.Hostile;
import io.github.rustfit.plugin.report.flame.DrawnDifferences;
import io.github.rustfit.plugin.report.flame.FlameDifference;
import io.github.rustfit.readers.source.SourceRoot;
import io.github.rustfit.rules.evidence.source.SourceFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;

/** Comparisons, and what writers make of them. */
public final class Comparisons {

  private Comparisons() {}

  /** The sample tune-me, as found and cured, by its own policy. */
  static Comparison tuneMe() {
    return new Comparer(Margin.DEFAULT).compare(tuneMe("rustfit"), tuneMe("rustfit-cured"));
  }

  /** Flame graphs of the sample tune-me, as found and cured. */
  static List<FlameDifference> tuneMeGraphs() {
    return FlameDifference.of(tuneMe("rustfit"), tuneMe("rustfit-cured"));
  }

  private static Side tuneMe(String runs) {
    Path root = Path.of("").toAbsolutePath().resolve("../sample-projects/tune-me").normalize();
    AnalysisRequest request =
        new AnalysisRequest(
            root,
            Checkout.of(
                List.of(
                    new SourceRoot("tune-me", root.resolve("src/main/java"), SourceFile.Role.MAIN)),
                StandardCharsets.UTF_8),
            NamedInputs.of(List.of(runs), List.of(runs)),
            Judging.BY_THE_ROOTS_POLICY);
    AnalysisResult result = new Analysis(Comparisons.class.getClassLoader()).run(request);
    return new Side(result.evidence(), result.assessment());
  }

  /** Every text that somebody else can choose tries to break out. */
  static Comparison hostile() {
    Assessment assessment = Hostile.assessment();
    MetricComparison nothing =
        new MetricComparison(
            ComparedMetric.METHOD_SHARE,
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            Optional.empty(),
            Change.UNKNOWN);
    List<ComponentComparison> components = new ArrayList<>();
    for (ComponentAssessment one : assessment.components()) {
      String text = one.component().name();
      components.add(
          new ComponentComparison(
              text,
              Optional.empty(),
              Optional.of(new Judgement(one.verdict(), one.gates())),
              List.of(nothing),
              List.of(new MethodChange(text, text, nothing)),
              new FindingChanges(one.findings(), one.findings(), 0)));
    }
    Set<String> texts = new TreeSet<>(Hostile.TEXTS);
    Setup setup =
        new Setup(
            1, 1, new TreeSet<>(texts), 1, 1, 1, new TreeSet<>(texts), new TreeSet<>(texts), 1);
    return new Comparison(
        Margin.DEFAULT,
        1,
        setup,
        setup,
        List.of(nothing),
        FindingChanges.NONE,
        components,
        assessment.problems());
  }

  /** Frames, packages and types that try to break out, before and after. */
  static List<FlameDifference> hostileGraphs() {
    return DrawnDifferences.hostile();
  }

  /** The page of {@link #tuneMe}. */
  public static Path tuneMePage(Path folder) throws IOException {
    return Files.writeString(
        folder.resolve("compare.html"), text(new CompareHtml("Tune me", tuneMeGraphs()), tuneMe()));
  }

  /** The figures of {@link EveryComparison} with the graph of {@link DrawnDifferences#byHand}. */
  public static Path byHandPage(Path folder) throws IOException {
    return Files.writeString(
        folder.resolve("compare.html"),
        text(new CompareHtml("Shop", DrawnDifferences.byHand()), EveryComparison.comparison()));
  }

  /** The page of {@link #hostile}. */
  public static Path hostilePage(Path folder) throws IOException {
    String project = String.join(" ", Hostile.TEXTS);
    return Files.writeString(
        folder.resolve("compare.html"), text(new CompareHtml(project, hostileGraphs()), hostile()));
  }

  static String text(CompareWriter writer, Comparison comparison) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    writer.write(comparison, out);
    return out.toString(StandardCharsets.UTF_8);
  }
}
