package io.github.rustfit.fleet;

import io.github.rustfit.fleet.testing.Run;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs the job in this JVM. */
final class Jobs {

  private Jobs() {}

  static Run run(Path out, List<String> arguments) {
    List<String> all = new ArrayList<>(arguments);
    all.add("--out=" + out);
    if (arguments.stream().noneMatch(one -> one.startsWith("--master"))) {
      all.add("--master=local[2]");
    }
    StringWriter said = new StringWriter();
    StringWriter warned = new StringWriter();
    int exit =
        Fleet.run(new PrintWriter(said), new PrintWriter(warned), all.toArray(new String[0]));
    return new Run(exit, said.toString(), warned.toString(), out);
  }

  static Run run(Path in, Path out, List<String> labels, String... more) {
    List<String> all = new ArrayList<>();
    all.add(in.toString());
    all.addAll(labels);
    all.addAll(List.of(more));
    return run(out, all);
  }
}
