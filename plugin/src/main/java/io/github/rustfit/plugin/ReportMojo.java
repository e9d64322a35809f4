package io.github.rustfit.plugin;

import io.github.rustfit.plugin.goal.GoalException;
import io.github.rustfit.plugin.goal.ReportGoal;
import io.github.rustfit.plugin.goal.Setup;
import io.github.rustfit.plugin.report.flame.FlameGraphs;
import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import org.apache.maven.doxia.sink.Sink;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.reporting.MavenReport;
import org.apache.maven.reporting.MavenReportException;
import org.jspecify.annotations.Nullable;

/**
 * Analyses the whole reactor and writes {@code report.json}, {@code evidence.json} and {@code
 * index.html}. It never fails the build for a verdict; it does for broken input or configuration.
 * Listed under {@code reporting} it joins the Maven site.
 */
@Mojo(name = "report", aggregator = true, threadSafe = true)
@SuppressWarnings("NullAway.Init") // Maven injects the parameters before it calls execute()
public final class ReportMojo extends AbstractAnalysisMojo implements MavenReport {

  private static final String PAGE = "rustfit/index";

  /** Where the Maven site is written; the report becomes {@code rustfit/index.html} below it. */
  @Parameter(defaultValue = "${project.build.directory}/site", readonly = true)
  private File reportOutputDirectory;

  /**
   * Lists every place in the source that looks like a known pattern, also without a recording and
   * in methods that are not hot. They are candidates: nothing is judged by them.
   */
  @Parameter(property = "rustfit.candidates", defaultValue = "false")
  private boolean candidates;

  /**
   * What to export each recording as that was read, separated by commas: {@code collapsed}, {@code
   * pprof}, {@code heatmap}. The files are in {@code exports} in the folder of the results, made by
   * async-profiler's converter; what cannot be exported is a warning. Heat maps and pprof can be
   * made of JFR recordings only.
   */
  @Parameter(property = "rustfit.exports")
  private @Nullable List<String> exports;

  private Path html;
  private boolean ofSite;

  @Override
  void run(Setup setup) throws GoalException {
    html = ReportGoal.run(setup, candidates, cleaned(exports));
  }

  @Override
  public void generate(Sink sink, Locale locale) throws MavenReportException {
    try {
      ofSite = true;
      execute();
      if (html != null) {
        Path target = reportOutputDirectory.toPath().resolve(PAGE + ".html");
        Files.createDirectories(target.getParent());
        Files.copy(html, target, StandardCopyOption.REPLACE_EXISTING);
        copyFlameGraphs(html.resolveSibling(FlameGraphs.FOLDER), target);
      }
    } catch (MojoExecutionException | MojoFailureException | IOException e) {
      throw new MavenReportException(String.valueOf(e.getMessage()), e);
    }
  }

  private static void copyFlameGraphs(Path from, Path page) throws IOException {
    Path to = page.resolveSibling(FlameGraphs.FOLDER);
    if (Files.isDirectory(from)) {
      Files.createDirectories(to);
      try (DirectoryStream<Path> graphs = Files.newDirectoryStream(from, "*.html")) {
        for (Path graph : graphs) {
          Files.copy(graph, to.resolve(graph.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }

  @Override
  boolean ofSite() {
    return ofSite;
  }

  @Override
  public String getOutputName() {
    return PAGE;
  }

  @Override
  public String getCategoryName() {
    return CATEGORY_PROJECT_REPORTS;
  }

  @Override
  public String getName(Locale locale) {
    return "rustfit";
  }

  @Override
  public String getDescription(Locale locale) {
    return "Which components, if any, warrant a review for Rust, with the evidence.";
  }

  @Override
  public void setReportOutputDirectory(File directory) {
    boolean ours = directory.getName().equals("rustfit");
    reportOutputDirectory = ours ? directory.getParentFile() : directory;
  }

  @Override
  public File getReportOutputDirectory() {
    return reportOutputDirectory;
  }

  @Override
  public boolean isExternalReport() {
    return true;
  }

  @Override
  public boolean canGenerateReport() {
    return applicable();
  }
}
