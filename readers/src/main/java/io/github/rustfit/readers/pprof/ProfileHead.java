package io.github.rustfit.readers.pprof;

import java.util.Map;

/** Tells by its first bytes whether content is a profile of pprof. */
final class ProfileHead {

  private static final int VARINTS = 1;
  private static final int MESSAGES = 2;

  /** Field numbers of the messages within a profile, each with the wire types it may have. */
  private static final Map<Integer, int[]> NESTED =
      Map.of(
          Profile.SAMPLE_TYPE, types(VARINTS, VARINTS),
          Profile.SAMPLE, types(VARINTS | MESSAGES, VARINTS | MESSAGES, MESSAGES),
          Profile.MAPPING,
              types(
                  VARINTS, VARINTS, VARINTS, VARINTS, VARINTS, VARINTS, VARINTS, VARINTS, VARINTS,
                  VARINTS),
          Profile.LOCATION, types(VARINTS, VARINTS, VARINTS, MESSAGES, VARINTS),
          Profile.FUNCTION, types(VARINTS, VARINTS, VARINTS, VARINTS, VARINTS),
          Profile.PERIOD_TYPE, types(VARINTS, VARINTS));

  /** The same for the profile itself (profile.proto). */
  private static final int[] PROFILE =
      types(
          MESSAGES,
          MESSAGES,
          MESSAGES,
          MESSAGES,
          MESSAGES,
          MESSAGES,
          VARINTS,
          VARINTS,
          VARINTS,
          VARINTS,
          MESSAGES,
          VARINTS,
          VARINTS | MESSAGES,
          VARINTS,
          VARINTS);

  private ProfileHead() {}

  private static int[] types(int... types) {
    return types;
  }

  /**
   * Whether this begins with fields of a profile, one of which says what samples count, and the
   * first text is empty, as the format demands.
   */
  static boolean claims(byte[] head) {
    Message profile = new Message(head, 0);
    boolean sampleType = false;
    boolean more = false;
    boolean text = false;
    try {
      while (profile.next()) {
        if (!fits(profile, PROFILE)) {
          return false;
        }
        int field = profile.field();
        int[] nested = NESTED.get(field);
        if (nested != null && !fit(profile.message(), nested)) {
          return false;
        }
        if (field == Profile.STRING_TABLE && !text) {
          text = true;
          if (!profile.text().isEmpty()) {
            return false;
          }
        }
        more |= sampleType;
        sampleType |= field == Profile.SAMPLE_TYPE;
      }
    } catch (WireException e) {
      // The head, or a truncated file, ends within a field: what came before it decides, but a
      // field of an unknown type or number shows that this is something else.
      return sampleType && more && e.cut();
    }
    return sampleType && (more || text);
  }

  private static boolean fit(Message message, int[] types) {
    try {
      while (message.next()) {
        if (!fits(message, types)) {
          return false;
        }
      }
      return true;
    } catch (WireException e) {
      return false;
    }
  }

  private static boolean fits(Message message, int[] types) {
    int allowed = message.field() > types.length ? VARINTS | MESSAGES : types[message.field() - 1];
    int type =
        switch (message.type()) {
          case Message.VARINT -> VARINTS;
          case Message.BYTES -> MESSAGES;
          default -> 0;
        };
    // profile.proto may grow, but not by much.
    return message.field() <= 2 * types.length + 2 && (allowed & type) != 0;
  }
}
