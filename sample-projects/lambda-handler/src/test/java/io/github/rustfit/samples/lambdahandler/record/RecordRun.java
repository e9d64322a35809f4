package io.github.rustfit.samples.lambdahandler.record;

import com.github.luben.zstd.ZstdOutputStream;
import io.github.rustfit.samples.lambdahandler.load.ColdStarts;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures cold starts of the function, then starts it again under Flight Recorder and a GC log,
 * and puts the results into {@code rustfit/}: recordings and logs one behind the other in one file
 * each. All JVMs run in the project's folder with relative paths only, so that nothing in the
 * results names the machine they were made on.
 */
public final class RecordRun {
  private static final String WORK = "target/record";
  private static final int LEVEL = 19;
  private static final int MEASURED = 100;
  private static final int RECORDED = 100;

  private final Path project;

  private RecordRun(Path project) {
    this.project = project;
  }

  /**
   * Takes the project's folder.
   *
   * @throws IOException if one of the JVMs fails
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    new RecordRun(Path.of(args[0])).run();
  }

  private void run() throws IOException, InterruptedException {
    Files.createDirectories(project.resolve(WORK));
    ColdStarts starts = new ColdStarts(project);
    List<String> report = new ArrayList<>(starts.measure(MEASURED));
    List<List<String>> options = new ArrayList<>();
    for (int i = 0; i < RECORDED; i++) {
      options.add(recorded(i));
    }
    report.addAll(starts.record(options));
    report.forEach(System.out::println);
    Path results = Files.createDirectories(project.resolve("rustfit"));
    Files.write(results.resolve("load.txt"), report);
    join("recording", ".jfr");
    join("gc", ".log");
  }

  private static List<String> recorded(int start) {
    return List.of(
        "-XX:+UnlockDiagnosticVMOptions",
        "-XX:+DebugNonSafepoints",
        "-XX:StartFlightRecording:settings=rustfit.jfc,filename="
            + file("recording", start, ".jfr"),
        "-Xlog:disable",
        "-Xlog:gc*,safepoint:file=" + file("gc", start, ".log") + ":uptime,level,tags:filecount=0");
  }

  private static String file(String name, int start, String ending) {
    return WORK + "/" + name + "-" + start + ending;
  }

  private void join(String name, String ending) throws IOException {
    Path joined = project.resolve("rustfit").resolve(name + ending + ".zst");
    try (OutputStream to = new ZstdOutputStream(Files.newOutputStream(joined), LEVEL)) {
      for (int i = 0; i < RECORDED; i++) {
        Files.copy(project.resolve(file(name, i, ending)), to);
      }
    }
  }
}
