package io.github.rustfit.rules.evidence.base;

import java.util.Comparator;
import java.util.List;

/**
 * Of which program a recording or log is, so that evidence of many services can be told apart. Each
 * is empty where nobody says it.
 *
 * @param service name of the program, as a registry of services has it
 * @param version of the program
 * @param environment where it ran, as {@code production}
 * @param team whom it belongs to
 * @param commit of the code that ran
 * @param host machine, container or pod; or what stands for it where its name is not kept
 * @param start when the recording or its JVM began, as ISO 8601 has it
 */
public record Labels(
    String service,
    String version,
    String environment,
    String team,
    String commit,
    String host,
    String start)
    implements Comparable<Labels> {

  /** Names of all, in the order of the parts. */
  public static final List<String> NAMES =
      List.of("service", "version", "environment", "team", "commit", "host", "start");

  /** Longest value, in characters. */
  public static final int LONGEST = 200;

  /** Nobody says anything: the identity of {@link #or}. */
  public static final Labels NONE = new Labels("", "", "", "", "", "", "");

  private static final Comparator<Labels> ORDER =
      Comparator.comparing(Labels::service)
          .thenComparing(Labels::version)
          .thenComparing(Labels::environment)
          .thenComparing(Labels::team)
          .thenComparing(Labels::commit)
          .thenComparing(Labels::host)
          .thenComparing(Labels::start);

  public Labels {
    for (String value : List.of(service, version, environment, team, commit, host, start)) {
      if (!isValue(value)) {
        throw new IllegalArgumentException("not the value of a label: '" + value + "'");
      }
    }
  }

  /** Whether a text can be a value: one line of no more than {@link #LONGEST} characters. */
  public static boolean isValue(String text) {
    return text.length() <= LONGEST
        && text.equals(text.strip())
        && text.codePoints().noneMatch(Character::isISOControl);
  }

  /** The values, in the order of {@link #NAMES}. */
  public List<String> values() {
    return List.of(service, version, environment, team, commit, host, start);
  }

  /** Values in the order of {@link #NAMES}. */
  public static Labels of(List<String> values) {
    return new Labels(
        values.get(0),
        values.get(1),
        values.get(2),
        values.get(3),
        values.get(4),
        values.get(5),
        values.get(6));
  }

  /** The value of a name; empty where it is not said. */
  public String value(String name) {
    return values().get(NAMES.indexOf(name));
  }

  /** The same with another value of a name. */
  public Labels with(String name, String value) {
    return of(NAMES.stream().map(one -> one.equals(name) ? value : value(one)).toList());
  }

  /** These, and of what they do not say those. */
  public Labels or(Labels others) {
    return of(
        NAMES.stream()
            .map(name -> value(name).isEmpty() ? others.value(name) : value(name))
            .toList());
  }

  /** Names of which both say something, and not the same. */
  public List<String> against(Labels others) {
    return NAMES.stream()
        .filter(name -> !value(name).isEmpty() && !others.value(name).isEmpty())
        .filter(name -> !value(name).equals(others.value(name)))
        .toList();
  }

  @Override
  public int compareTo(Labels other) {
    return ORDER.compare(this, other);
  }
}
