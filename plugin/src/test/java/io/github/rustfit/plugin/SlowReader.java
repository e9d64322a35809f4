package io.github.rustfit.plugin;

import io.github.rustfit.readers.input.Content;
import io.github.rustfit.readers.input.InputReader;
import io.github.rustfit.readers.input.Reading;
import io.github.rustfit.rules.evidence.base.InputKind;
import io.github.rustfit.rules.evidence.gc.GcSummary;
import io.github.rustfit.rules.evidence.profile.ProfileSummary;
import java.io.IOException;
import java.util.Arrays;

/** Reads nothing, but takes longer over it than users are kept waiting without a word. */
public final class SlowReader implements InputReader {

  /** Content that this reader claims, of 3 MB. */
  static final byte[] CONTENT = new byte[3_000_000];

  private static final byte MARK = 0x53;
  private static final int MARKS = 100;
  private static final long MILLIS = 3_200;

  static {
    Arrays.fill(CONTENT, MARK);
  }

  @Override
  public InputKind kind() {
    return new InputKind("slow");
  }

  @Override
  public boolean claims(byte[] head) {
    return head.length > MARKS && Arrays.equals(head, 0, MARKS, CONTENT, 0, MARKS);
  }

  @Override
  public Reading read(Content content) throws IOException {
    content.file();
    try {
      content.readTo(1_000_000);
      Thread.sleep(MILLIS);
      content.readTo(2_000_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Reading.read(ProfileSummary.EMPTY, GcSummary.EMPTY);
  }
}
