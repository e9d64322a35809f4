package io.github.rustfit.plugin.compare;

import io.github.rustfit.plugin.analysis.Analysis;
import io.github.rustfit.plugin.analysis.AnalysisRequest;
import io.github.rustfit.plugin.analysis.AnalysisResult;
import io.github.rustfit.plugin.report.fixture.CacheService;
import io.github.rustfit.plugin.report.fixture.Hostile;
import io.github.rustfit.readers.source.SourceRoot;
import io.github.rustfit.rules.compare.Comparer;
import io.github.rustfit.rules.compare.Comparison;
import io.github.rustfit.rules.compare.Margin;
import io.github.rustfit.rules.compare.Side;
import io.github.rustfit.rules.evidence.Evidence;
import io.github.rustfit.rules.evidence.SourceFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Comparisons, and what writers make of them. */
public final class Comparisons {

  private Comparisons() {}

  /** The sample tune-me, as found and cured, by its own policy. */
  static Comparison tuneMe() {
    return new Comparer(Margin.DEFAULT).compare(tuneMe("rustfit"), tuneMe("rustfit-cured"));
  }

  private static Side tuneMe(String runs) {
    Path root = Path.of("").toAbsolutePath().resolve("../sample-projects/tune-me").normalize();
    AnalysisRequest request =
        new AnalysisRequest(
            root,
            List.of(new SourceRoot("tune-me", root.resolve("src/main/java"), SourceFile.Role.MAIN)),
            StandardCharsets.UTF_8,
            List.of(runs),
            List.of(runs),
            List.of(),
            "",
            false,
            Optional.empty(),
            false);
    AnalysisResult result = new Analysis(Comparisons.class.getClassLoader()).run(request);
    return new Side(result.evidence(), result.assessment());
  }

  /** Components whose every text tries to break out, all of them new. */
  static Comparison hostile() {
    return new Comparer(Margin.DEFAULT)
        .compare(
            new Side(Evidence.EMPTY, CacheService.empty()),
            new Side(Evidence.EMPTY, Hostile.assessment()));
  }

  /** The page of {@link #tuneMe}. */
  public static Path tuneMePage(Path folder) throws IOException {
    return Files.writeString(
        folder.resolve("compare.html"), text(new CompareHtml("Tune me"), tuneMe()));
  }

  /** The page of {@link #hostile}. */
  public static Path hostilePage(Path folder) throws IOException {
    String project = String.join(" ", Hostile.TEXTS);
    return Files.writeString(
        folder.resolve("compare.html"), text(new CompareHtml(project), hostile()));
  }

  static String text(CompareWriter writer, Comparison comparison) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    writer.write(comparison, out);
    return out.toString(StandardCharsets.UTF_8);
  }
}
