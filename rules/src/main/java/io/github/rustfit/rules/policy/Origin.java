package io.github.rustfit.rules.policy;

import java.util.Comparator;
import java.util.List;

/**
 * Where a value of the policy was said, so that it can be audited when several policies count.
 *
 * @param key what was set: a key path such as {@code limits.cpuShare}; {@code components[pricing]}
 *     for what a list says under a name
 * @param value the value as text, shortened when it is long
 * @param said where the value that holds stands
 * @param overrides values of policies before it that it takes the place of, the first one first
 */
public record Origin(String key, String value, Place said, List<Overridden> overrides)
    implements Comparable<Origin> {

  /**
   * What the name of a policy begins with that is a resource of one of the plugin's dependencies.
   */
  public static final String CLASS_PATH = "classpath:";

  private static final Comparator<Origin> ORDER = Comparator.comparing(Origin::key);

  /**
   * A place in a policy.
   *
   * @param source the policy: a file relative to the project's root, or {@link #CLASS_PATH} and a
   *     resource
   * @param line line in it, from 1; 0 when unknown
   */
  public record Place(String source, int line) {

    /** {@code rustfit.yaml:7}. */
    public String text() {
      return line == 0 ? source : source + ":" + line;
    }
  }

  /**
   * A value that does not hold any more.
   *
   * @param value the value as text, shortened when it is long
   * @param said where it stands
   */
  public record Overridden(String value, Place said) {}

  public Origin {
    overrides = List.copyOf(overrides);
  }

  @Override
  public int compareTo(Origin other) {
    return ORDER.compare(this, other);
  }
}
