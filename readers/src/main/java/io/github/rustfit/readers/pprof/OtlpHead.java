package io.github.rustfit.readers.pprof;

/** Tells by its first bytes whether content is a batch of OpenTelemetry's profiles. */
final class OtlpHead {

  private static final int BYTES = 2;

  /** {@code resource_profiles}, {@code scope_profiles}, {@code profiles}, {@code sample_type}. */
  private static final int[] PATH = {1, 2, 2, 1};

  /** At each level, the number of the last field that is a text or a message. */
  private static final int[] LAST = {2, 3, 3, 11};

  private final byte[] head;
  private int at;

  private OtlpHead(byte[] head) {
    this.head = head;
  }

  static boolean claims(byte[] head) {
    return new OtlpHead(head).level(0, head.length) || dictionaryFirst(head);
  }

  /** The dictionary begins with an empty mapping, as the format demands. */
  private static boolean dictionaryFirst(byte[] head) {
    OtlpHead start = new OtlpHead(head);
    if (start.number() != (2 << 3 | BYTES) || start.number() <= 0) {
      return false;
    }
    int at = start.at;
    return at + 2 < head.length && head[at] == (1 << 3 | BYTES) && head[at + 1] == 0;
  }

  /** Whether the path leads from the fields up to this offset to what a profile counts. */
  private boolean level(int depth, long end) {
    while (at < Math.min(end, head.length)) {
      long tag = number();
      long field = tag >>> 3;
      if (tag < 0 || field < 1 || field > LAST[depth] || (tag & 7) != BYTES) {
        return false;
      }
      long length = number();
      if (length < 0 || length > end - at && end <= head.length && depth > 0) {
        return false;
      }
      if (field == PATH[depth]) {
        return depth + 1 == PATH.length ? valueType(at + length) : level(depth + 1, at + length);
      }
      at += (int) Math.min(length, head.length);
    }
    return false;
  }

  /** Two indexes of texts, the first of which is not the empty one. */
  private boolean valueType(long end) {
    boolean named = false;
    while (at < end) {
      long tag = number();
      long index = number();
      if (at > end || index < 0 || (tag != 1 << 3 && tag != 2 << 3)) {
        return false;
      }
      named |= tag == 1 << 3 && index > 0;
    }
    return named;
  }

  /** The next number; negative when there is none. */
  private long number() {
    long value = 0;
    for (int shift = 0; shift < 63 && at < head.length; shift += 7) {
      byte b = head[at++];
      value |= (long) (b & 0x7f) << shift;
      if (b >= 0) {
        return value;
      }
    }
    return -1;
  }
}
