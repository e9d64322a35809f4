package io.github.rustfit.plugin.report.html;

import io.github.rustfit.rules.evidence.base.Input;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * The inputs that the page lists: all of them, unless there are very many, as in folded evidence.
 * Then those that were not read in full come before the others, and the rest is a number.
 *
 * @param shown what is listed, by path
 * @param more how many others there are
 */
public record InputRows(List<Input> shown, int more) {

  /** Rows that a person may look through. */
  static final int MOST = 200;

  public InputRows {
    shown = List.copyOf(shown);
  }

  /** The rows of these inputs. */
  public static InputRows of(Collection<Input> inputs) {
    if (inputs.size() <= MOST) {
      return new InputRows(List.copyOf(inputs), 0);
    }
    List<Input> shown =
        Stream.concat(
                inputs.stream().filter(input -> input.status() != Input.Status.READ),
                inputs.stream().filter(input -> input.status() == Input.Status.READ))
            .limit(MOST)
            .sorted()
            .toList();
    return new InputRows(shown, inputs.size() - MOST);
  }

  /** Whether something that was not read in full is among those that are not listed. */
  public boolean hidesProblems() {
    return more > 0 && shown.stream().noneMatch(input -> input.status() == Input.Status.READ);
  }
}
