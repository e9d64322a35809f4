package io.github.rustfit.plugin.report.html;

import io.github.rustfit.engine.economics.Economics;
import io.github.rustfit.rules.policy.Scenario;
import io.github.rustfit.rules.policy.ThreePoint;
import io.github.rustfit.rules.stats.Format;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The economics of a component as the page shows them. */
final class Ledger {

  /**
   * A row of the table.
   *
   * @param label what it is
   * @param cells pessimistic, central, optimistic
   */
  record Row(String label, List<String> cells) {}

  private Ledger() {}

  /** The figures of the three scenarios. */
  static List<Row> rows(Economics economics) {
    return List.of(
        row(economics, "Saved on machines, a year", one -> Format.money(one.savingPerYear())),
        row(economics, "Cost of the migration, once", one -> Format.money(one.oneTimeCost())),
        row(
            economics,
            "Cost of a second stack, a year",
            one -> Format.money(one.recurringCostPerYear())),
        row(economics, "Work of the migration", one -> months(one.personMonths())),
        row(
            economics,
            "Left after " + years(economics.horizonYears()),
            one -> Format.money(one.netPresentValue())),
        row(economics, "Has paid for itself", one -> payback(one.paybackYears())));
  }

  private static Row row(Economics economics, String label, Function<Economics.Case, String> cell) {
    return new Row(
        label,
        Stream.of(Scenario.values()).map(scenario -> cell.apply(economics.in(scenario))).toList());
  }

  /** The central case in one sentence, and whether the other two agree with it. */
  static String sentence(Economics economics) {
    long pays =
        Stream.of(Scenario.values())
            .filter(scenario -> economics.in(scenario).pays(economics.horizonYears()))
            .count();
    Economics.Case central = economics.in(Scenario.CENTRAL);
    String result =
        pays == 0
            ? "It does not pay in any of the three cases."
            : pays == Scenario.values().length
                ? "It pays in all three cases."
                : "It pays in " + pays + " of the three cases: the assumptions decide.";
    return "In the central case it saves "
        + Format.money(central.savingPerYear())
        + " "
        + economics.currency()
        + " a year on machines and costs "
        + Format.money(central.oneTimeCost())
        + " once and "
        + Format.money(central.recurringCostPerYear())
        + " a year; it "
        + (central.paybackYears().isPresent() ? "has paid" : "never pays")
        + " for itself"
        + (central.paybackYears().isPresent() ? " " + payback(central.paybackYears()) : "")
        + ". "
        + result;
  }

  /** One figure, or three from pessimistic to optimistic; shares in percent. */
  static String value(Economics.Input input) {
    ThreePoint value = input.value();
    boolean share = input.unit().equals("share");
    Function<Double, String> text = one -> share ? Format.percent(one) : Format.number(one);
    return value.equals(ThreePoint.exactly(value.central()))
        ? text.apply(value.central())
        : Stream.of(Scenario.values())
            .map(scenario -> text.apply(value.in(scenario)))
            .collect(Collectors.joining(" – "));
  }

  private static String months(double months) {
    return Format.number(Math.round(months * 10) / 10.0) + " person-months";
  }

  private static String years(double years) {
    return Format.number(Math.round(years * 10) / 10.0) + " years";
  }

  private static String payback(OptionalDouble years) {
    return years.isPresent() ? "after " + years(years.getAsDouble()) : "never";
  }
}
