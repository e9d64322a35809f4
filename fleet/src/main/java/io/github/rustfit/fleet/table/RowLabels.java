package io.github.rustfit.fleet.table;

import io.github.rustfit.rules.evidence.base.Labels;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Labels that go from one JVM to another.
 *
 * @param values in the order of {@link Labels#NAMES}; empty for what nobody says
 */
public record RowLabels(List<String> values) implements Serializable, Comparable<RowLabels> {

  private static final long serialVersionUID = 1;

  public RowLabels {
    values = List.copyOf(values);
    if (values.size() != Labels.NAMES.size()) {
      throw new IllegalArgumentException("not the values of all labels: " + values);
    }
  }

  /** The same labels. */
  public static RowLabels of(Labels labels) {
    return new RowLabels(labels.values());
  }

  /** The same labels. */
  public Labels labels() {
    return Labels.of(values);
  }

  /** The value of a label; null where nobody says it. */
  public @Nullable String value(String name) {
    return InputRow.orNull(Objects.requireNonNull(values.get(Labels.NAMES.indexOf(name))));
  }

  @Override
  public int compareTo(RowLabels other) {
    return labels().compareTo(other.labels());
  }
}
