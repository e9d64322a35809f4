package io.github.rustfit.plugin.report.html;

import io.github.rustfit.engine.assessment.WhatIf;
import io.github.rustfit.rules.policy.Binding;
import io.github.rustfit.rules.policy.DeclaredFacts;
import io.github.rustfit.rules.policy.Fleet;
import io.github.rustfit.rules.policy.Horizon;
import io.github.rustfit.rules.policy.Policy;
import io.github.rustfit.rules.policy.Team;
import io.github.rustfit.rules.policy.Team.Seniority;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * A declared value that can be set otherwise in the page. Its limits are those of the policy's
 * schema.
 *
 * @param key its key in the policy, such as {@code fleet.instances}
 * @param label what it is, in a few words
 * @param unit its unit; empty for a choice
 * @param kind how it is set
 * @param most the largest value, or the number of the last step
 * @param choices what can be chosen; empty for a number
 * @param value what is declared; for steps, the number of the declared one; empty when nothing is
 */
record WhatIfControl(
    String key,
    String label,
    String unit,
    Kind kind,
    double most,
    List<String> choices,
    String value) {

  /** How a value is set. */
  enum Kind {
    /** A number above 0. */
    AMOUNT,
    /** A number from 0 on. */
    AMOUNT_OR_NONE,
    /** A whole number from 1 on. */
    COUNT,
    /** A whole number from 0 on. */
    COUNT_OR_NONE,
    /** One of a few words. */
    CHOICE,
    /** One of the values for which the plugin gives answers, by its number. */
    STEPS
  }

  /**
   * Controls that belong together.
   *
   * @param title what they are about
   * @param controls in the order of the policy's reference
   */
  record Group(String title, List<WhatIfControl> controls) {}

  /** Every control, with what the policy declares for the whole. */
  static List<Group> groups(Policy policy, WhatIf whatIf) {
    DeclaredFacts facts = policy.facts();
    return Stream.of(
            new Group("Fleet", fleet(facts.fleet(), facts.currency())),
            new Group("Team", team(facts)),
            new Group(
                "Plans and latency",
                Stream.concat(plans(facts).stream(), latency(policy, whatIf).stream()).toList()))
        .toList();
  }

  private static List<WhatIfControl> fleet(Fleet fleet, String currency) {
    return List.of(
        number("fleet.instances", "Instances", "number", Kind.COUNT, 1e7, fleet.instances()),
        number(
            "fleet.memoryGiB",
            "Memory of an instance",
            "GiB",
            Kind.AMOUNT,
            100_000,
            fleet.memoryGiB()),
        number("fleet.vCpus", "CPUs of an instance", "vCPU", Kind.AMOUNT, 10_000, fleet.vCpus()),
        number(
            "fleet.pricePerGiBYear",
            "Price of memory",
            currency + " per GiB and year",
            Kind.AMOUNT,
            1e9,
            fleet.pricePerGiBYear()),
        number(
            "fleet.pricePerVCpuYear",
            "Price of CPU",
            currency + " per vCPU and year",
            Kind.AMOUNT,
            1e9,
            fleet.pricePerVCpuYear()),
        choice(
            "fleet.binding",
            "Resource that decides the number of instances",
            Stream.of(Binding.values()).map(Binding::id).toList(),
            fleet.binding().map(Binding::id)),
        number(
            "fleet.targetSavingPerYear",
            "Saving asked for",
            currency + " a year",
            Kind.AMOUNT,
            1e12,
            fleet.targetSavingPerYear()));
  }

  private static List<WhatIfControl> team(DeclaredFacts facts) {
    Team team = facts.team();
    return List.of(
        number("team.size", "Developers", "people", Kind.COUNT, 100_000, decimal(team.size())),
        number(
            "team.systemsExperienced",
            "With systems experience",
            "people",
            Kind.COUNT_OR_NONE,
            100_000,
            decimal(team.systemsExperienced())),
        choice(
            "team.seniority",
            "Seniority",
            Stream.of(Seniority.values()).map(WhatIfControl::id).toList(),
            team.seniority().map(WhatIfControl::id)),
        number(
            "team.rampUpMonths",
            "Affordable ramp-up",
            "months",
            Kind.AMOUNT_OR_NONE,
            120,
            team.rampUpMonths()),
        number(
            "personMonthCost",
            "Cost of a person-month",
            facts.currency(),
            Kind.AMOUNT,
            1e9,
            facts.personMonthCost()));
  }

  private static List<WhatIfControl> plans(DeclaredFacts facts) {
    OptionalDouble years =
        facts.horizon().map(Horizon::years).map(OptionalDouble::of).orElse(OptionalDouble.empty());
    return List.of(number("horizon.years", "Horizon", "years", Kind.AMOUNT, 100, years));
  }

  private static List<WhatIfControl> latency(Policy policy, WhatIf whatIf) {
    return policy
        .serviceLevel()
        .map(level -> whatIf.targetsMs().indexOf(level.targetMs()))
        .filter(declared -> declared >= 0)
        .map(
            declared ->
                List.of(
                    new WhatIfControl(
                        "serviceLevel.targetMs",
                        "Latency target",
                        "ms",
                        Kind.STEPS,
                        whatIf.targetsMs().size() - 1,
                        List.of(),
                        String.valueOf(declared))))
        .orElse(List.of());
  }

  private static String id(Seniority seniority) {
    return seniority.name().toLowerCase(Locale.ROOT);
  }

  private static OptionalDouble decimal(OptionalInt value) {
    return value.isPresent() ? OptionalDouble.of(value.getAsInt()) : OptionalDouble.empty();
  }

  private static WhatIfControl number(
      String key, String label, String unit, Kind kind, double most, OptionalDouble value) {
    return new WhatIfControl(
        key,
        label,
        unit,
        kind,
        most,
        List.of(),
        value.isPresent() ? plain(value.getAsDouble()) : "");
  }

  private static WhatIfControl choice(
      String key, String label, List<String> choices, Optional<String> value) {
    return new WhatIfControl(key, label, "", Kind.CHOICE, 0, choices, value.orElse(""));
  }

  private static String plain(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }

  /** Its id in the page. */
  String id() {
    return "what-if-" + key.replace('.', '-');
  }

  /** The largest value as an attribute. */
  String limit() {
    return plain(most);
  }

  /** The least value as an attribute. */
  String floor() {
    return kind == Kind.COUNT ? "1" : "0";
  }

  /** Whether the least value itself is too small. */
  boolean above() {
    return kind == Kind.AMOUNT;
  }

  /** Whether only whole numbers will do. */
  boolean whole() {
    return kind == Kind.COUNT || kind == Kind.COUNT_OR_NONE;
  }
}
