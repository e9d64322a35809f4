package io.github.rustfit.benchmarks;

import io.github.rustfit.readers.input.Content;
import io.github.rustfit.readers.input.InputReader;
import io.github.rustfit.readers.input.Inputs;
import io.github.rustfit.readers.input.Reading;
import io.github.rustfit.readers.jfr.JfrInputReader;
import io.github.rustfit.rules.evidence.ProfileSummary;
import io.github.rustfit.rules.evidence.SampleKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import one.jfr.JfrReader;
import one.jfr.StackTrace;
import one.jfr.event.AllocationSample;
import one.jfr.event.Event;
import one.jfr.event.ExecutionSample;
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
          case "converter-loop" -> converter(file);
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
    return new Inputs(root, readers, System.err::println)
            .read(List.of(file.toString()))
            .evidence()
            .inputs()
            .size()
        + " input";
  }

  /** What the converter offers itself: its reader, samples summed by stack number and class. */
  private static String converter(Path file) throws IOException {
    Map<Long, Long> sums = new HashMap<>();
    long frames = 0;
    try (JfrReader reader = new JfrReader(file.toString())) {
      for (Event event; (event = reader.readEvent()) != null; ) {
        if (event instanceof ExecutionSample || event instanceof AllocationSample) {
          sums.merge((long) event.stackTraceId << 32 | event.classId(), event.value(), Long::sum);
          StackTrace stack = reader.stackTraces.get(event.stackTraceId);
          frames += stack == null ? 0 : stack.methods.length;
        }
      }
    }
    return sums.size() + " stack numbers, " + frames + " frames";
  }

  private static String recordingFile(Path file) throws IOException {
    Map<String, Long> sums = new HashMap<>();
    try (RecordingFile recording = new RecordingFile(file)) {
      while (recording.hasMoreEvents()) {
        RecordedEvent event = recording.readEvent();
        switch (event.getEventType().getName()) {
          case "jdk.ExecutionSample", "jdk.NativeMethodSample", "jdk.ObjectAllocationSample" -> {
            var stack = event.getStackTrace();
            String leaf =
                stack == null || stack.getFrames().isEmpty()
                    ? ""
                    : stack.getFrames().get(0).getMethod().getName();
            sums.merge(leaf, 1L, Long::sum);
          }
          default -> {}
        }
      }
    }
    return sums.values().stream().mapToLong(Long::longValue).sum() + " samples";
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
