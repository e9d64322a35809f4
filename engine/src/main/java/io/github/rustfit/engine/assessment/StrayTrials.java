package io.github.rustfit.engine.assessment;

import io.github.rustfit.rules.component.Component;
import io.github.rustfit.rules.component.Components;
import io.github.rustfit.rules.evidence.base.Problem;
import io.github.rustfit.rules.evidence.trial.Trial;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Trials of components that are not there: nothing is judged by them, and that is said. */
final class StrayTrials {

  private StrayTrials() {}

  /** A problem for each such component. */
  static List<Problem> problems(Collection<Trial> trials, Components components) {
    Set<String> names =
        components.all().stream().map(Component::name).collect(Collectors.toUnmodifiableSet());
    SortedSet<String> strays = new TreeSet<>();
    trials.stream()
        .map(Trial::component)
        .filter(name -> !names.contains(name))
        .forEach(strays::add);
    return strays.stream()
        .map(
            name ->
                new Problem(
                    "rustfit/trials",
                    0,
                    "There is no component '" + name + "', so its trials count for nothing.",
                    "If it is called otherwise now, try it again with rustfit:trial; if it is gone,"
                        + " delete its file."))
        .toList();
  }
}
