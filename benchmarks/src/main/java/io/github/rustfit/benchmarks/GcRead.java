package io.github.rustfit.benchmarks;

import com.microsoft.gctoolkit.GCToolKit;
import com.microsoft.gctoolkit.io.SingleGCLogFile;
import com.tagtraum.perf.gcviewer.imp.DataReaderFacade;
import com.tagtraum.perf.gcviewer.model.GCModel;
import com.tagtraum.perf.gcviewer.model.GcResourceFile;
import io.github.rustfit.readers.gclog.GcLogReader;
import io.github.rustfit.readers.input.Content;
import io.github.rustfit.readers.input.Inputs;
import io.github.rustfit.rules.evidence.gc.PauseHistogram;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Reads one GC log with one reader and prints pauses, their sum in ms and MB/s; one per process. */
public final class GcRead {

  private GcRead() {}

  /** Arguments: name of the reader, file, and how often to read it; the last reading is timed. */
  public static void main(String[] args) throws Exception {
    Path file = Path.of(args[1]);
    String result = "";
    double seconds = 0;
    for (int i = Integer.parseInt(args[2]); i > 0; i--) {
      long start = System.nanoTime();
      result = read(args[0], file);
      seconds = (System.nanoTime() - start) / 1e9;
    }
    System.out.printf(Locale.ROOT, "%s %.0f%n", result, Files.size(file) / 1e6 / seconds);
    System.exit(0); // GCToolKit leaves threads behind
  }

  private static String read(String reader, Path file) throws Exception {
    return switch (reader) {
      case "rustfit" -> ours(new GcLogReader().read(content(file)).gc().pauses());
      case "rustfit-inputs" -> inputs(file);
      case "gcviewer" -> gcViewer(file);
      case "gctoolkit" -> gcToolKit(file);
      default -> throw new IllegalArgumentException(reader);
    };
  }

  private static String ours(PauseHistogram pauses) {
    return figures(pauses.count(), pauses.totalNanos() / 1e6);
  }

  private static String inputs(Path file) {
    Path root = Objects.requireNonNull(file.toAbsolutePath().getParent());
    return ours(
        new Inputs(root, List.of(new GcLogReader()))
            .read(List.of(file.toString()))
            .evidence()
            .gc()
            .pauses());
  }

  private static String gcViewer(Path file) throws Exception {
    GCModel model = new DataReaderFacade().loadModel(new GcResourceFile(file.toString()));
    return figures(model.getPause().getN(), model.getPause().getSum() * 1000);
  }

  private static String gcToolKit(Path file) throws IOException {
    GCToolKit toolKit = new GCToolKit();
    toolKit.loadAggregation(new GcToolKitPauses());
    return toolKit
        .analyze(new SingleGCLogFile(file))
        .getAggregation(GcToolKitPauses.class)
        .map(pauses -> figures(pauses.count(), pauses.seconds() * 1000))
        .orElse(figures(0, 0));
  }

  private static String figures(long pauses, double millis) {
    return String.format(Locale.ROOT, "%d %.3f", pauses, millis);
  }

  private static Content content(Path file) {
    return new Content() {
      @Override
      public String path() {
        return file.toString();
      }

      @Override
      public InputStream open() throws IOException {
        return Files.newInputStream(file);
      }

      @Override
      public Path file() {
        return file;
      }
    };
  }
}
