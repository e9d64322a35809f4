package io.github.rustfit.plugin.goal;

import io.github.rustfit.plugin.analysis.AnalysisResult;
import io.github.rustfit.plugin.export.ExportFormat;
import io.github.rustfit.plugin.export.RecordingExports;
import io.github.rustfit.plugin.report.ReportWriters;
import io.github.rustfit.plugin.report.flame.FlameGraph;
import io.github.rustfit.plugin.report.flame.FlameGraphs;
import io.github.rustfit.plugin.report.html.Excerpts;
import io.github.rustfit.plugin.report.html.FlamePage;
import io.github.rustfit.plugin.report.output.Forge;
import io.github.rustfit.plugin.report.output.Placed;
import io.github.rustfit.plugin.report.output.ReportWriter;
import io.github.rustfit.readers.codec.EvidenceJson;
import io.github.rustfit.readers.history.CheckedOut;
import io.github.rustfit.readers.input.Inputs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

/** The files of an analysis: all of a run, or none. */
final class ResultFiles {

  private final Setup setup;
  private final Path folder;

  ResultFiles(Setup setup) {
    this.setup = setup;
    this.folder = setup.places().output();
  }

  /** Writes them, and takes away what an earlier run left of those that have no fixed name. */
  Path write(AnalysisResult result, RecordingExports exports) throws GoalException {
    OutputFolder output = new OutputFolder(folder, "set rustfit.outputDirectory");
    Set<String> pages = new TreeSet<>();
    Path last;
    try (OutputFolder.Batch batch = output.batch()) {
      last = write(result, batch, pages);
      for (Map.Entry<String, Path> file : exports.files().entrySet()) {
        batch.write(Inputs.EXPORTS + "/" + file.getKey(), out -> Files.copy(file.getValue(), out));
      }
      batch.publish();
    }
    output.keepOnly(FlameGraphs.FOLDER, "*.html", pages);
    output.keepOnly(Inputs.EXPORTS, ExportFormat.FILES, exports.files().keySet());
    tell(exports);
    return last;
  }

  private Path write(AnalysisResult result, OutputFolder.Batch output, Set<String> pages)
      throws GoalException {
    output.write("evidence.json", out -> EvidenceJson.write(result.evidence(), out));
    FlameGraphs graphs = FlameGraphs.of(result.evidence(), result.assessment());
    for (FlameGraph graph : graphs.graphs()) {
      output.write(FlameGraphs.FOLDER + "/" + graph.fileName(), FlamePage.of(graph)::write);
      pages.add(graph.fileName());
    }
    Path last = folder;
    for (ReportWriter writer :
        ReportWriters.all(
            placed(),
            graphs,
            Excerpts.below(setup.root(), setup.workspace().charset()),
            result.whatIf())) {
      last = output.write(writer.fileName(), out -> writer.write(result.assessment(), out));
    }
    return last;
  }

  private Placed placed() {
    CheckedOut at = CheckedOut.at(setup.root());
    return new Placed(
        setup.workspace().name(),
        at.commit(),
        at.branch(),
        Forge.of(at.remote(), at.commit()).or(() -> Forge.of(setup.workspace().scm(), at.commit())),
        ReportWriters.prefix(setup.root()),
        setup.tool().version());
  }

  /** Says which recordings are there for other tools, and why some are not. */
  private void tell(RecordingExports exports) {
    SortedMap<String, Path> files = exports.files();
    exports.problems().forEach(problem -> setup.log().warn("rustfit: " + problem.text()));
    if (!files.isEmpty()) {
      setup
          .log()
          .info(
              "rustfit: exported "
                  + files.size()
                  + (files.size() == 1 ? " file to " : " files to ")
                  + folder.resolve(Inputs.EXPORTS));
    }
  }
}
