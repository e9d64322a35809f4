package io.github.rustfit.plugin.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.engine.arithmetic.Migration;
import io.github.rustfit.engine.assessment.ComponentAssessment;
import io.github.rustfit.engine.economics.Economics;
import io.github.rustfit.plugin.browser.Browser;
import io.github.rustfit.readers.policy.PolicyReader;
import io.github.rustfit.readers.policy.PolicyReading;
import io.github.rustfit.rules.evidence.base.Problem;
import io.github.rustfit.rules.policy.Binding;
import io.github.rustfit.rules.policy.Fleet;
import io.github.rustfit.rules.policy.Horizon;
import io.github.rustfit.rules.policy.Policy;
import io.github.rustfit.rules.policy.Scenario;
import io.github.rustfit.rules.policy.ServiceLevel;
import io.github.rustfit.rules.policy.Team;
import io.github.rustfit.rules.policy.Team.Seniority;
import io.github.rustfit.rules.verdict.Gate;
import io.github.rustfit.rules.verdict.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The page and the plugin judge alike: for a few hundred combinations of declared values, drawn
 * with a fixed seed, the page's functions are asked in a browser and the plugin's assessor with a
 * policy that declares the same.
 */
class WhatIfGridTest {

  private static final int COMBINATIONS = 400;

  /** Exploration's stops for a target of 60 ms and an observed latency of 80 ms. */
  private static final List<Double> TARGETS =
      List.of(
          6.0, 9.0, 12.0, 18.0, 24.0, 30.0, 36.0, 42.0, 48.0, 54.0, 60.0, 66.0, 75.0, 79.2, 80.0,
          80.8, 90.0, 105.0, 120.0, 150.0, 180.0, 240.0, 300.0, 420.0, 600.0);

  private final Random random = new Random(20_261_121);

  /** Declared values by their key; what is absent is not declared. */
  private record Inputs(Map<String, Object> values) {

    OptionalDouble number(String key) {
      Object value = values.get(key);
      return value == null
          ? OptionalDouble.empty()
          : OptionalDouble.of(((Number) value).doubleValue());
    }

    OptionalInt count(String key) {
      Object value = values.get(key);
      return value == null ? OptionalInt.empty() : OptionalInt.of(((Number) value).intValue());
    }

    Optional<String> word(String key) {
      return Optional.ofNullable(values.get(key)).map(Object::toString);
    }

    Policy policy() {
      return WhatIfService.policy(
          new Fleet(
              number("fleet.instances"),
              number("fleet.memoryGiB"),
              number("fleet.vCpus"),
              number("fleet.pricePerGiBYear"),
              number("fleet.pricePerVCpuYear"),
              word("fleet.binding").flatMap(Binding::byId),
              number("fleet.targetSavingPerYear")),
          new Team(
              count("team.size"),
              count("team.systemsExperienced"),
              word("team.seniority").map(one -> Seniority.valueOf(one.toUpperCase(Locale.ROOT))),
              number("team.rampUpMonths")),
          number("personMonthCost"),
          number("horizon.years"),
          Optional.of(number("serviceLevel.targetMs").orElseThrow()));
    }
  }

  private List<Inputs> grid() {
    List<Inputs> grid = new ArrayList<>();
    grid.add(new Inputs(Map.of("serviceLevel.targetMs", 60.0)));
    while (grid.size() < COMBINATIONS) {
      Map<String, Object> values = new LinkedHashMap<>();
      double often = random.nextInt(4) == 0 ? 0.5 : 0.02; // many combinations declare everything
      draw(values, often, "fleet.instances", 1, 3, 40, 200, 2000, 10_000_000);
      draw(values, often, "fleet.memoryGiB", 0.1, 8, 64);
      draw(values, often, "fleet.vCpus", 0.5, 4, 32);
      draw(values, often, "fleet.pricePerGiBYear", 0.01, 38.9, 1234.567);
      draw(values, often, "fleet.pricePerVCpuYear", 1e-7, 354.6, 999.99);
      draw(values, often, "fleet.binding", "memory", "cpu", "both");
      draw(values, 0.3, "fleet.targetSavingPerYear", 0.5, 10_000, 1_000_000_000_000L);
      draw(values, often, "team.size", 2, 3, 6, 40);
      draw(values, often, "team.systemsExperienced", 0, 1, 2);
      draw(values, often, "team.seniority", "junior", "mixed", "senior");
      draw(values, often, "team.rampUpMonths", 0, 3.9, 4, 12);
      draw(values, often, "personMonthCost", 1, 12_000, 23_456.78);
      draw(values, often, "horizon.years", 0.3, 1.9, 2, 5, 10);
      values.put("serviceLevel.targetMs", TARGETS.get(random.nextInt(TARGETS.size())));
      grid.add(new Inputs(values));
    }
    return grid;
  }

  private void draw(Map<String, Object> values, double absent, String key, Object... among) {
    if (random.nextDouble() >= absent) {
      values.put(key, among[random.nextInt(among.length)]);
    }
  }

  @Test
  void verdicts_gates_and_money_are_the_plugins_own(@TempDir Path folder) throws IOException {
    List<Inputs> grid = grid();
    Set<Verdict> seen = EnumSet.noneOf(Verdict.class);
    int calculated = 0;
    try (Browser browser = opened(folder)) {
      List<Map<String, Map<String, Object>>> judged =
          browser.value(
              "arguments[0].map(function (inputs) { var all = {};"
                  + " rustfit.data.whatIf.components.forEach(function (one) {"
                  + " all[one.name] = rustfit.whatIf.judge(rustfit.data.whatIf, one, inputs); });"
                  + " return all; })",
              grid.stream().map(Inputs::values).toList());
      for (int i = 0; i < grid.size(); i++) {
        Inputs inputs = grid.get(i);
        boolean elsewhere = inputs.number("serviceLevel.targetMs").orElseThrow() != 60;
        for (ComponentAssessment plugin : WhatIfService.assessment(inputs.policy()).components()) {
          String name = plugin.component().name();
          Map<String, Object> page = judged.get(i).getOrDefault(name, Map.of());
          String at = name + " with " + inputs.values();
          assertThat(page.get("known")).as(at).isEqualTo(!(elsewhere && name.equals("app/tiny")));
          if (Boolean.TRUE.equals(page.get("known"))) {
            assertThat(page.get("verdict")).as(at).isEqualTo(plugin.verdict().id());
            assertThat(page.get("gates")).as(at).isEqualTo(gates(plugin));
            assertThat(money(page.get("economics"), "netPresentValue"))
                .as(at)
                .isEqualTo(money(plugin, one -> OptionalDouble.of(one.netPresentValue())));
            assertThat(money(page.get("economics"), "paybackYears"))
                .as(at)
                .isEqualTo(money(plugin, Economics.Case::paybackYears));
            seen.add(plugin.verdict());
            calculated += plugin.economics().isPresent() ? 1 : 0;
          }
        }
      }
    }
    assertThat(seen).containsExactlyInAnyOrder(Verdict.values());
    assertThat(calculated).isGreaterThan(COMBINATIONS);
  }

  /** Up to a component that is the whole service, of whose memory nothing is needed any more. */
  @Test
  void a_migration_is_calculated_alike_at_its_extremes(@TempDir Path folder) throws IOException {
    List<List<Object>> asked = new ArrayList<>();
    List<List<Double>> expected = new ArrayList<>();
    for (Binding binding : Binding.values()) {
      for (double memory : new double[] {0, 0.3, 0.89, 0.9, 0.95, 1}) {
        for (double cpu : new double[] {-0.4, 0, 0.7, 1}) {
          double reduction = memory == 0.3 ? 0.7 : 1;
          asked.add(
              List.of(
                  12_345,
                  Map.of(
                      "fleet.instances", 30,
                      "fleet.memoryGiB", 7.7,
                      "fleet.vCpus", 3,
                      "fleet.pricePerGiBYear", 38.9,
                      "fleet.pricePerVCpuYear", 354.6,
                      "fleet.binding", binding.id(),
                      "team.size", 5,
                      "personMonthCost", 123.4,
                      "horizon.years", 3.3),
                  Map.of(
                      "personMonthsPerKloc",
                      1.1,
                      "couplingMultiplier",
                      1.2,
                      "overrun",
                      1.3,
                      "rampUpMonths",
                      4,
                      "rampUpLoss",
                      0.7,
                      "recurringPersonMonths",
                      3,
                      "dualRunMonths",
                      2),
                  memory * reduction,
                  cpu));
          Migration plugin =
              new Migration(
                  new Migration.Fleet(30, 7.7, 3, 38.9, 354.6),
                  new Migration.Reduction(memory * reduction, cpu, binding.memory(), binding.cpu()),
                  new Migration.Effort(12.345, 1.1, 1.2, 1.3, 5, 4, 0.7, 2),
                  new Migration.Running(123.4, 3, 3.3));
          expected.add(
              List.of(
                  plugin.savingPerYear(),
                  plugin.oneTimeCost(),
                  plugin.netPresentValue(),
                  plugin.paybackYears().orElse(-1.0)));
        }
      }
    }
    try (Browser browser = opened(folder)) {
      List<List<Number>> page =
          browser.value(
              "arguments[0].map(function (one) {"
                  + " var made = rustfit.whatIf.migration.apply(null, one);"
                  + " return [made.savingPerYear, made.oneTimeCost, made.netPresentValue,"
                  + " made.paybackYears === null ? -1 : made.paybackYears]; })",
              asked);
      assertThat(page)
          .extracting(one -> one.stream().map(Number::doubleValue).toList().toString())
          .containsExactlyElementsOf(expected.stream().map(List::toString).toList());
    }
  }

  @Test
  void the_copied_fragment_declares_the_values_set(@TempDir Path folder) throws IOException {
    List<Inputs> grid = grid().subList(0, 100);
    try (Browser browser = opened(folder)) {
      List<String> fragments =
          browser.value(
              "arguments[0].map(function (inputs) {"
                  + " return rustfit.whatIf.yaml(rustfit.data.whatIf, inputs, 5); })",
              grid.stream().map(Inputs::values).toList());
      for (int i = 0; i < grid.size(); i++) {
        PolicyReading reading =
            PolicyReader.read("rustfit.yaml", fragments.get(i).getBytes(StandardCharsets.UTF_8));
        Policy set = grid.get(i).policy();
        if (savesMoreThanAll(set.facts().fleet())) {
          assertThat(reading.problems())
              .singleElement()
              .extracting(Problem::message)
              .asString()
              .contains("more than the whole fleet costs");
          continue;
        }
        assertThat(reading.problems()).as(fragments.get(i)).isEmpty();
        Policy read = reading.policy();
        assertThat(read.facts().fleet()).isEqualTo(set.facts().fleet());
        assertThat(read.facts().team()).isEqualTo(set.facts().team());
        assertThat(read.facts().personMonthCost()).isEqualTo(set.facts().personMonthCost());
        assertThat(read.facts().horizon().map(Horizon::years))
            .isEqualTo(set.facts().horizon().map(Horizon::years));
        assertThat(read.serviceLevel()).isEqualTo(set.serviceLevel());
      }
    }
  }

  /**
   * The page calculates with any saving; the policy's reader says of such a one that it is none.
   */
  private static boolean savesMoreThanAll(Fleet fleet) {
    double instance =
        fleet.memoryGiB().orElse(Double.NaN) * fleet.pricePerGiBYear().orElse(Double.NaN)
            + fleet.vCpus().orElse(Double.NaN) * fleet.pricePerVCpuYear().orElse(Double.NaN);
    return fleet.targetSavingPerYear().orElse(0) > fleet.instances().orElse(Double.NaN) * instance;
  }

  @Test
  void the_stops_are_those_that_the_page_has() {
    assertThat(WhatIfService.explored(WhatIfService.policy()).whatIf().targetsMs())
        .isEqualTo(TARGETS);
    assertThat(WhatIfService.policy().serviceLevel().map(ServiceLevel::targetMs)).contains(60.0);
  }

  private static Browser opened(Path folder) throws IOException {
    Path page =
        Files.writeString(folder.resolve("index.html"), WhatIfService.html(WhatIfService.policy()));
    Browser browser = Browser.start();
    browser.open(page);
    return browser;
  }

  private static List<String> gates(ComponentAssessment plugin) {
    return Stream.of(Gate.values())
        .map(
            gate ->
                switch (plugin.gates().state(gate)) {
                  case PASS -> "y";
                  case FAIL -> "n";
                  case ASSUMED -> "g";
                  case UNKNOWN -> "u";
                })
        .toList();
  }

  /** Figures to the last digit; "never" for what never pays. */
  private static String money(
      ComponentAssessment plugin, Function<Economics.Case, OptionalDouble> figure) {
    return plugin
        .economics()
        .map(
            economics ->
                Stream.of(Scenario.values())
                    .map(scenario -> figure.apply(economics.in(scenario)))
                    .map(one -> one.isPresent() ? String.valueOf(one.getAsDouble()) : "never")
                    .collect(Collectors.joining(" ")))
        .orElse("unknown");
  }

  private static String money(@Nullable Object economics, String figure) {
    if (!(economics instanceof Map<?, ?> all) || !(all.get("cases") instanceof List<?> cases)) {
      return "unknown";
    }
    return cases.stream()
        .map(one -> one instanceof Map<?, ?> fields ? fields.get(figure) : null)
        .map(one -> one instanceof Number number ? String.valueOf(number.doubleValue()) : "never")
        .collect(Collectors.joining(" "));
  }
}
