package io.github.rustfit.readers.capture;

import io.github.rustfit.readers.input.Content;
import io.github.rustfit.readers.input.InputReader;
import io.github.rustfit.readers.input.Reading;
import io.github.rustfit.rules.evidence.base.InputKind;
import io.github.rustfit.rules.evidence.base.Tally;
import io.github.rustfit.rules.evidence.gc.GcSummary;
import io.github.rustfit.rules.evidence.profile.MethodCalls;
import io.github.rustfit.rules.evidence.profile.ProfileSummary;
import io.github.rustfit.rules.evidence.profile.RecordingFacts;
import io.github.rustfit.rules.evidence.profile.SamplingFacts;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads the counts of captures: exact calls, and bytes of arguments and results. Captured arguments
 * are passed over and never kept: they may hold personal data.
 *
 * <p>A capture holds no samples and no recorded time, so it adds nothing to the time that a verdict
 * needs.
 */
public final class CaptureReader implements InputReader {

  static final String HEAD =
      "rustfit-capture 2\nmay hold personal data; not for commits or reports\n";

  /** Without the fields of objects. */
  private static final String FIRST = HEAD.replace('2', '1');

  private static final String NAME = "rustfit-capture ";

  private static final int MOST_NOTES = 1000;

  private static final String REMEDY = "Capture again.";

  @Override
  public InputKind kind() {
    return InputKind.CAPTURE;
  }

  @Override
  public boolean claims(byte[] head) {
    // Another version is claimed too, so that it is told what is wrong with it.
    byte[] name = NAME.getBytes(StandardCharsets.US_ASCII);
    return head.length >= name.length && Arrays.equals(name, 0, name.length, head, 0, name.length);
  }

  @Override
  public Reading read(Content content) throws IOException {
    SortedMap<String, MethodCalls> calls = new TreeMap<>();
    try (InputStream stream = content.open()) {
      CaptureStream in = new CaptureStream(stream);
      try {
        String head = in.ascii(HEAD.length());
        if (!head.equals(HEAD) && !head.equals(FIRST)) {
          return Reading.failed(
              "It is a capture of another version than 1 and 2, or damaged in its first lines. "
                  + "Read it with the rustfit that wrote it, or capture again.");
        }
        methods(in, head.equals(HEAD), calls);
      } catch (CaptureStream.Damaged e) {
        String problem =
            "At byte "
                + in.position()
                + " it is damaged or ends: "
                + e.getMessage()
                + "; "
                + calls.size()
                + " methods were read. "
                + REMEDY;
        return calls.isEmpty()
            ? Reading.failed(problem)
            : Reading.partial(problem, profile(calls), GcSummary.EMPTY);
      }
    }
    return Reading.read(profile(calls), GcSummary.EMPTY);
  }

  /**
   * What the agent had to say: what it did not capture, and why. Nothing for what is no capture.
   *
   * @throws IOException if the file cannot be read
   */
  public static List<String> notes(Path file) throws IOException {
    try (InputStream stream = Files.newInputStream(file)) {
      CaptureStream in = new CaptureStream(stream);
      String head = in.ascii(HEAD.length());
      return head.equals(HEAD) || head.equals(FIRST) ? head(in).notes() : List.of();
    } catch (CaptureStream.Damaged e) {
      return List.of();
    }
  }

  private record Head(long nanos, List<String> notes) {}

  private static Head head(CaptureStream in) throws IOException {
    in.number(); // when it began
    long nanos = in.count();
    in.number(); // processor time
    in.number(); // process
    in.number(); // time for copying
    in.text();
    List<String> notes = new ArrayList<>();
    for (int left = in.size(); left > 0; left--) {
      String note = in.text();
      if (notes.size() < MOST_NOTES) {
        notes.add(note);
      }
    }
    return new Head(nanos, notes);
  }

  private static void methods(
      CaptureStream in, boolean fields, SortedMap<String, MethodCalls> calls) throws IOException {
    long nanos = head(in).nanos();
    for (int methods = in.size(); methods > 0; methods--) {
      String method = in.text() + "." + in.text() + in.text();
      in.skip(Integer.BYTES);
      long count = in.count();
      in.number(); // exceptions
      long bytes = in.count();
      bytes += in.count();
      Tally moved = nanos == 0 || bytes < 0 ? Tally.UNKNOWN : new Tally(bytes, nanos);
      MethodCalls one = new MethodCalls(count, 0, 0, moved, nanos);
      in.text();
      for (int strata = in.size(); strata > 0; strata--) {
        in.skip(1 + 2 * Long.BYTES);
      }
      in.calls(fields);
      calls.merge(method, one, MethodCalls::merge);
    }
    in.end();
  }

  private static ProfileSummary profile(SortedMap<String, MethodCalls> calls) {
    SamplingFacts none = SamplingFacts.EMPTY;
    return ProfileSummary.EMPTY.with(
        RecordingFacts.EMPTY.with(
            new SamplingFacts(
                none.threadCpu(),
                none.assumed(),
                none.leftOut(),
                none.chunks(),
                none.unread(),
                calls,
                none.labels())));
  }
}
