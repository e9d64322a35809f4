package com.acme.rustfit;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.rustfit.readers.input.Content;
import io.github.rustfit.readers.input.InputReader;
import io.github.rustfit.readers.input.Reading;
import io.github.rustfit.rules.evidence.base.InputKind;
import io.github.rustfit.rules.evidence.gc.GcSummary;
import io.github.rustfit.rules.evidence.profile.Frame;
import io.github.rustfit.rules.evidence.profile.ProfileSummary;
import io.github.rustfit.rules.evidence.profile.SampleKey;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import io.github.rustfit.rules.evidence.profile.Weight;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the log of Acme's connection pool: who waited for a connection, and how long. */
public final class PoolLogReader implements InputReader {

  private static final byte[] FIRST_LINE = "# acme-pool 1\n".getBytes(US_ASCII);

  /** The pool rotates its log at 8 MiB. */
  private static final int MAX_BYTES = 8 << 20;

  private static final Pattern WAIT =
      Pattern.compile("([\\w.$]{1,500})#(\\w{1,200}):([0-9]{1,6}) waited ([0-9]{1,12}) us");

  @Override
  public InputKind kind() {
    return new InputKind("acme-pool");
  }

  @Override
  public boolean claims(byte[] head) {
    int same = Arrays.mismatch(head, FIRST_LINE);
    return same < 0 || same == FIRST_LINE.length;
  }

  @Override
  public Reading read(Content content) throws IOException {
    String text;
    boolean cut;
    try (InputStream in = content.open()) {
      text = new String(in.readNBytes(MAX_BYTES), UTF_8);
      cut = in.read() >= 0;
    }
    Map<SampleKey, Weight> samples = new HashMap<>();
    int number = 1;
    Iterator<String> lines = text.lines().skip(1).iterator();
    while (lines.hasNext()) {
      number++;
      Matcher wait = WAIT.matcher(lines.next());
      if (!wait.matches()) {
        return partial("Line " + number + " tells of no wait", samples);
      }
      samples.merge(key(wait), weight(wait), Weight::merge);
    }
    return cut
        ? partial("It is longer than a pool's log, " + MAX_BYTES + " bytes", samples)
        : Reading.read(ProfileSummary.ofSamples(0, samples), GcSummary.EMPTY);
  }

  private static SampleKey key(Matcher wait) {
    Frame frame = new Frame(wait.group(1), wait.group(2), Integer.parseInt(wait.group(3)));
    return new SampleKey(SampleKind.LOCK, List.of(frame), "");
  }

  private static Weight weight(Matcher wait) {
    return Weight.of(Long.parseLong(wait.group(4)) * 1000);
  }

  private static Reading partial(String problem, Map<SampleKey, Weight> samples) {
    return Reading.partial(
        problem + "; what stands before was read. Copy it from the pool's folder again.",
        ProfileSummary.ofSamples(0, samples),
        GcSummary.EMPTY);
  }
}
