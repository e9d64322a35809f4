package io.github.rustfit.engine.runs;

import io.github.rustfit.rules.evidence.base.Input;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Of which programs inputs are, by their labels, so that nobody takes two for one. */
public final class RecordedPrograms {

  /** What tells programs apart; a service has many hosts and times. */
  private static final List<String> TELLING = List.of("service", "version", "environment");

  private static final int MOST = 3;

  private RecordedPrograms() {}

  /** What the inputs are of, as {@code service orders, versions 1.4 and 1.5}; empty if unknown. */
  public static String of(Collection<Input> inputs) {
    List<String> parts = new ArrayList<>();
    for (String name : TELLING) {
      SortedSet<String> values = values(inputs, name);
      if (!values.isEmpty()) {
        parts.add((values.size() == 1 ? name : name + "s") + " " + listed(values));
      }
    }
    return String.join(", ", parts);
  }

  /**
   * That they are of several, in a sentence; empty where they are not, as far as is known. What is
   * measured is then of all of them together.
   */
  public static String several(Collection<Input> inputs) {
    List<String> parts = new ArrayList<>();
    for (String name : TELLING) {
      SortedSet<String> values = values(inputs, name);
      if (values.size() > 1) {
        parts.add(values.size() + " " + name + "s (" + listed(values) + ")");
      }
    }
    return parts.isEmpty()
        ? ""
        : "The inputs are of "
            + String.join(", ", parts)
            + "; shares and rates are of all of them together.";
  }

  private static SortedSet<String> values(Collection<Input> inputs, String name) {
    SortedSet<String> values = new TreeSet<>();
    inputs.stream()
        .filter(input -> input.status() != Input.Status.FAILED)
        .map(Input::labels)
        .map(labels -> labels.value(name))
        .filter(value -> !value.isEmpty())
        .forEach(values::add);
    return values;
  }

  private static String listed(SortedSet<String> values) {
    List<String> first = values.stream().limit(MOST).toList();
    return values.size() > MOST
        ? String.join(", ", first) + " and " + (values.size() - MOST) + " more"
        : values.size() < 2
            ? values.first()
            : String.join(", ", first.subList(0, first.size() - 1)) + " and " + values.last();
  }
}
