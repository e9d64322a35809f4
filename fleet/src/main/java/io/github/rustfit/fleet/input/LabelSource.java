package io.github.rustfit.fleet.input;

import io.github.rustfit.fleet.table.RowLabels;
import io.github.rustfit.readers.files.RelativePath;
import io.github.rustfit.readers.labels.Hosts;
import io.github.rustfit.readers.labels.Labelling;
import io.github.rustfit.readers.labels.Manifest;
import io.github.rustfit.readers.labels.PathLabels;
import io.github.rustfit.rules.evidence.base.Labels;
import io.github.rustfit.rules.evidence.base.Problem;
import io.github.rustfit.rules.evidence.profile.ProfileSummary;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How inputs get their labels, in a form that goes to executors.
 *
 * @param all said of all
 * @param patterns how paths are written; of several the first one that fits a file counts
 * @param list the content of a CSV file; empty for none
 * @param listName what problems call it
 * @param hosts what becomes of the names of hosts
 */
public record LabelSource(
    RowLabels all, List<String> patterns, byte[] list, String listName, Hosts hosts)
    implements Serializable {

  private static final long serialVersionUID = 1;

  /** What inputs say themselves. */
  public static final LabelSource NONE =
      new LabelSource(RowLabels.of(Labels.NONE), List.of(), new byte[0], "", Hosts.KEEP);

  public LabelSource {
    patterns = List.copyOf(patterns);
  }

  /**
   * How files are labelled.
   *
   * @param ways one for each pattern, at least one
   * @param problems what is wrong with the list
   */
  public record Ways(List<Labelling> ways, List<Labelling> bare, List<Problem> problems) {

    /** How the file of this path is labelled. */
    public Labelling of(String path) {
      for (int i = 0; i < ways.size(); i++) {
        Labels said = bare.get(i).label(path, Labels.NONE, ProfileSummary.EMPTY).labels();
        if (!said.equals(Labels.NONE)) {
          return ways.get(i);
        }
      }
      return ways.get(0);
    }
  }

  /**
   * Understands it.
   *
   * @throws IllegalArgumentException if a pattern is none; the message says why
   * @throws IOException if there is no room for a temporary file
   */
  public Ways ways() throws IOException {
    List<Problem> problems = new ArrayList<>();
    Manifest manifest = manifest(problems);
    List<Labelling> ways = new ArrayList<>();
    List<Labelling> bare = new ArrayList<>();
    for (String pattern : patterns) {
      PathLabels paths = PathLabels.of(pattern);
      ways.add(new Labelling(all.labels(), Optional.of(paths), manifest, hosts));
      bare.add(new Labelling(Labels.NONE, Optional.of(paths), Manifest.NONE, Hosts.KEEP));
    }
    if (ways.isEmpty()) {
      ways.add(new Labelling(all.labels(), Optional.empty(), manifest, hosts));
      bare.add(Labelling.NONE);
    }
    return new Ways(List.copyOf(ways), List.copyOf(bare), List.copyOf(problems));
  }

  private Manifest manifest(List<Problem> problems) throws IOException {
    if (listName.isEmpty()) {
      return Manifest.NONE;
    }
    Path folder = Files.createTempDirectory("rustfit-list");
    Path file = folder.resolve("list.csv");
    try {
      Files.write(file, list);
      Manifest.Reading reading = Manifest.read(folder, file);
      for (Problem one : reading.problems()) {
        problems.add(
            new Problem(RelativePath.printable(listName), one.line(), one.message(), one.remedy()));
      }
      return reading.manifest();
    } finally {
      Files.deleteIfExists(file);
      Files.deleteIfExists(folder);
    }
  }
}
