package io.github.rustfit.readers.pprof;

import io.github.rustfit.readers.input.Content;
import io.github.rustfit.readers.input.InputReader;
import io.github.rustfit.readers.input.Reading;
import io.github.rustfit.rules.evidence.base.InputKind;
import io.github.rustfit.rules.evidence.gc.GcSummary;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads profiles of OpenTelemetry as files: the protobuf message {@code ProfilesData}, or the
 * collector's request of the same layout, of the signal's public alpha (profiles.proto,
 * v1development). Experimental, as the format is: it may change, and older drafts are refused.
 *
 * <p>Read are {@code samples}, {@code cpu} and {@code wall} in nanoseconds or counts, and allocated
 * bytes. A profiler of a whole host writes other processes too: profiles without a Java frame are
 * passed over. A sample's attribute {@code thread.name} tells the JVM's own threads; other
 * attributes have no place in a profile here.
 */
public final class OtlpReader implements InputReader {

  /** A batch of a profiler has some megabytes. */
  private static final int MAX_BYTES = 512 << 20;

  private static final String REMEDY = "Export it again with the public alpha of the format.";

  @Override
  public InputKind kind() {
    return InputKind.OTLP;
  }

  @Override
  public boolean claims(byte[] head) {
    return OtlpHead.claims(head);
  }

  @Override
  public Reading read(Content content) throws IOException {
    byte[] bytes;
    try (InputStream in = content.open()) {
      bytes = in.readNBytes(MAX_BYTES + 1);
    }
    if (bytes.length > MAX_BYTES) {
      return Reading.failed("It is larger than the " + MAX_BYTES + " bytes that a batch may have.");
    }
    OtlpProfiles profiles = new OtlpProfiles();
    String damage = "";
    try {
      profiles.take(new Message(bytes, 0));
    } catch (WireException e) {
      damage = "byte " + e.at() + ": " + e.getMessage() + "; nothing behind it was read. ";
    }
    profiles.resolve();
    if (profiles.olderDraft()) {
      return Reading.failed("byte 0: the profiles have the layout of an older draft. " + REMEDY);
    }
    if (profiles.odd() > 0) {
      damage += profiles.odd() + " samples were left out, as what they refer to is missing. ";
    }
    if (profiles.none()) {
      String why =
          damage.isEmpty() ? "No profile of Java code in a known unit was found. " : damage;
      return Reading.failed(why + REMEDY);
    }
    return damage.isEmpty()
        ? Reading.read(profiles.summary(), GcSummary.EMPTY)
        : Reading.partial(damage + REMEDY, profiles.summary(), GcSummary.EMPTY);
  }
}
