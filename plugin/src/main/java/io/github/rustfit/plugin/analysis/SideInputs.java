package io.github.rustfit.plugin.analysis;

import io.github.rustfit.readers.input.FoundFiles;
import io.github.rustfit.readers.merge.EvidenceFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Tells evidence that other builds wrote from recordings and logs. */
public final class SideInputs {

  private SideInputs() {}

  /**
   * A request of one side of a comparison. A folder that holds {@code evidence.json} stands for it;
   * a file or the files of a glob are told by their content. Without any evidence, the sources are
   * those that are checked out.
   *
   * @param here what would be read without further words
   * @param named files, folders and globs
   */
  public static AnalysisRequest of(AnalysisRequest here, List<String> named) {
    List<String> evidence = new ArrayList<>();
    List<String> recordings = new ArrayList<>();
    for (String text : named) {
      FoundFiles found = FoundFiles.of(here.root(), text);
      List<Path> wanted =
          EvidenceFiles.wanted(found).stream().filter(EvidenceFiles::claims).toList();
      if (wanted.isEmpty()) {
        recordings.add(text);
      } else if (!found.explicit() || wanted.size() == found.files().size()) {
        evidence.add(text);
      } else {
        found
            .files()
            .forEach(file -> (wanted.contains(file) ? evidence : recordings).add(file.toString()));
      }
    }
    return here.of(recordings, evidence);
  }
}
