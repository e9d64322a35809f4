package io.github.rustfit.fleet;

import io.github.rustfit.fleet.input.LabelSource;
import io.github.rustfit.fleet.table.RowLabels;
import io.github.rustfit.plugin.analysis.WantedLabels;
import io.github.rustfit.rules.evidence.base.Problem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Of which programs inputs are. */
final class LabelOptions {

  @Option(
      names = "--labels",
      paramLabel = "NAME=VALUE,…",
      description =
          "Of which program all inputs are: service=orders,version=1.4; labels are service, version,"
              + " environment, team, commit, host and start.")
  private @Nullable String labels;

  @Option(
      names = "--label-paths",
      paramLabel = "PATTERN",
      description =
          "The same by the end of each path: {service}/{version}/{date}/{host}.jfr; * stands for"
              + " anything within a name. Given several times, the first one that fits a path"
              + " counts.")
  private List<String> labelPaths = new ArrayList<>();

  @Option(
      names = "--label-list",
      paramLabel = "FILE",
      description =
          "The same by a CSV file: a line of names, path and any of the labels, and a line for each"
              + " input, folder or archive, relative to the folder that was named.")
  private @Nullable String labelList;

  @Option(
      names = "--hosts",
      paramLabel = "HOW",
      description = "What becomes of the names of hosts: keep, hash or drop.")
  private @Nullable String hosts;

  /**
   * What was asked for.
   *
   * @throws FleetException if it cannot be understood; the message says why
   */
  LabelSource source(Configuration hadoop, Terminal terminal) throws FleetException, IOException {
    try {
      WantedLabels wanted = WantedLabels.of(labels, null, null, hosts);
      for (String pattern : labelPaths) {
        WantedLabels.of(null, pattern, null, null);
      }
      LabelSource source =
          new LabelSource(
              RowLabels.of(wanted.all()),
              labelPaths.stream().map(String::strip).toList(),
              labelList == null ? new byte[0] : HadoopFiles.bytes(labelList, hadoop),
              labelList == null ? "" : labelList,
              wanted.hosts());
      for (Problem problem : source.ways().problems()) {
        terminal.error(problem.text());
      }
      if (!source.ways().problems().isEmpty()) {
        throw new FleetException("Nothing was read: first correct " + labelList + ".");
      }
      return source;
    } catch (IllegalArgumentException e) {
      String message = String.valueOf(e.getMessage());
      throw new FleetException(
          message
                  .replace("rustfit.labelPaths", "--label-paths")
                  .replace("rustfit.labels", "--labels")
                  .replace("rustfit.hosts", "--hosts")
              + ".",
          e);
    }
  }
}
