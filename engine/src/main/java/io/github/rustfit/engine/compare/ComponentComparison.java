package io.github.rustfit.engine.compare;

import java.util.List;
import java.util.Optional;

/**
 * One component on both sides.
 *
 * @param name its name
 * @param before what was said of it before; empty when it is new
 * @param after what is said of it after; empty when it is gone
 * @param figures its figures
 * @param methods its hottest methods on either side, the hottest first
 * @param findings what it was told to act on, matters of the whole process aside
 */
public record ComponentComparison(
    String name,
    Optional<Judgement> before,
    Optional<Judgement> after,
    List<MetricComparison> figures,
    List<MethodChange> methods,
    FindingChanges findings) {

  public ComponentComparison {
    figures = List.copyOf(figures);
    methods = List.copyOf(methods);
  }

  /** Whether its verdict differs, or it is on one side only. */
  public boolean judgedOtherwise() {
    return !before.map(Judgement::verdict).equals(after.map(Judgement::verdict));
  }

  /** Whether anything at all is different beyond noise. */
  public boolean changed() {
    return judgedOtherwise()
        || !findings.gone().isEmpty()
        || !findings.appeared().isEmpty()
        || figures.stream().anyMatch(ComponentComparison::changed)
        || methods.stream().anyMatch(method -> changed(method.share()));
  }

  /**
   * Whether there is something to look at: it changed, or could not be tested and differs by more
   * than the noise within the runs.
   */
  public boolean shown() {
    return changed() || figures.stream().anyMatch(ComponentComparison::differs);
  }

  private static boolean differs(MetricComparison figure) {
    return figure.change() == Change.UNTESTED
        && figure.effect().filter(Effect::excludesNone).isPresent();
  }

  private static boolean changed(MetricComparison figure) {
    return switch (figure.change()) {
      case BETTER, WORSE, MOVED -> true;
      case UNCHANGED, UNTESTED, UNKNOWN -> false;
    };
  }
}
