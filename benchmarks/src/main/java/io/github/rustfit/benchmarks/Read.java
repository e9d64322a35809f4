package io.github.rustfit.benchmarks;

import io.github.rustfit.readers.input.Content;
import io.github.rustfit.readers.input.InputReader;
import io.github.rustfit.readers.input.Inputs;
import io.github.rustfit.readers.input.Reading;
import io.github.rustfit.readers.jfr.JfrInputReader;
import io.github.rustfit.rules.evidence.Evidence;
import io.github.rustfit.rules.evidence.profile.ProfileSummary;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordingFile;
import org.openjdk.jmc.common.item.IItemCollection;
import org.openjdk.jmc.flightrecorder.JfrLoaderToolkit;

/** Reads one recording with one reader and prints how many samples it saw; one per process. */
public final class Read {

  private Read() {}

  /** Arguments: name of the reader, file. */
  public static void main(String[] args) throws Exception {
    Path file = Path.of(args[1]);
    System.out.println(
        switch (args[0]) {
          case "rustfit" -> summary(new JfrInputReader().read(content(file)));
          case "rustfit-inputs" -> inputs(file);
          case "converter-loop" -> ConverterLoop.named(file);
          case "converter-floor" -> ConverterLoop.numbered(file);
          case "recordingfile" -> recordingFile(file);
          case "jmc" -> jmc(file);
          default -> throw new IllegalArgumentException(args[0]);
        });
  }

  private static String summary(Reading reading) {
    ProfileSummary profile = reading.profile();
    return reading.status()
        + ", "
        + profile.samples().size()
        + " stacks, "
        + profile.total(SampleKind.CPU).samples()
        + " CPU samples";
  }

  private static String inputs(Path file) {
    Path root = Objects.requireNonNull(file.toAbsolutePath().getParent());
    List<InputReader> readers = List.of(new JfrInputReader());
    Evidence evidence =
        new Inputs(root, readers, System.err::println)
            .read(List.of(file.toAbsolutePath().toString()))
            .evidence();
    return evidence.inputs() + ", " + evidence.profile().samples().size() + " stacks";
  }

  /** The JDK's own reader; samples summed by the names of their frames and their class. */
  private static String recordingFile(Path file) throws IOException {
    Map<String, Long> sums = new HashMap<>();
    try (RecordingFile recording = new RecordingFile(file)) {
      while (recording.hasMoreEvents()) {
        RecordedEvent event = recording.readEvent();
        switch (event.getEventType().getName()) {
          case "jdk.ExecutionSample",
              "jdk.NativeMethodSample",
              "jdk.ObjectAllocationSample",
              "jdk.ObjectAllocationInNewTLAB",
              "jdk.ObjectAllocationOutsideTLAB" ->
              sums.merge(stack(event), 1L, Long::sum);
          default -> {}
        }
      }
    }
    long samples = sums.values().stream().mapToLong(Long::longValue).sum();
    return sums.size() + " stacks, " + samples + " samples";
  }

  private static String stack(RecordedEvent event) {
    StringBuilder text = new StringBuilder();
    if (event.hasField("objectClass")) {
      text.append(event.getClass("objectClass").getName());
    }
    RecordedStackTrace stack = event.getStackTrace();
    if (stack != null) {
      for (RecordedFrame frame : stack.getFrames()) {
        RecordedMethod method = frame.getMethod();
        text.append(';').append(method.getType().getName()).append('.').append(method.getName());
        text.append(':').append(frame.getLineNumber());
      }
    }
    return text.toString();
  }

  private static String jmc(Path file) throws Exception {
    IItemCollection events = JfrLoaderToolkit.loadEvents(file.toFile());
    long count = events.stream().mapToLong(type -> type.getItemCount()).sum();
    return count + " events";
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
