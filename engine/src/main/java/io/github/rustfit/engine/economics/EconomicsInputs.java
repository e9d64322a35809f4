package io.github.rustfit.engine.economics;

import io.github.rustfit.engine.economics.Economics.Input;
import io.github.rustfit.rules.checklist.Provenance;
import io.github.rustfit.rules.policy.Assumption;
import io.github.rustfit.rules.policy.Assumptions;
import io.github.rustfit.rules.policy.Binding;
import io.github.rustfit.rules.policy.DeclaredFacts;
import io.github.rustfit.rules.policy.Fleet;
import io.github.rustfit.rules.policy.ThreePoint;
import io.github.rustfit.rules.rule.RuleContext;
import io.github.rustfit.rules.stats.Share;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** What {@link Economics} rest on, and what of it is missing. */
final class EconomicsInputs {

  private static final String POLICY = "declared in rustfit.yaml";

  private EconomicsInputs() {}

  /** What to declare or record before anything can be calculated; empty when all is there. */
  static List<String> missing(RuleContext context) {
    DeclaredFacts facts = context.policy().facts();
    Fleet fleet = facts.fleet(context.component().name());
    Map<String, Boolean> declared = new LinkedHashMap<>();
    declared.put("fleet.instances", fleet.instances().isPresent());
    declared.put("fleet.memoryGiB", fleet.memoryGiB().isPresent());
    declared.put("fleet.vCpus", fleet.vCpus().isPresent());
    declared.put("fleet.pricePerGiBYear", fleet.pricePerGiBYear().isPresent());
    declared.put("fleet.pricePerVCpuYear", fleet.pricePerVCpuYear().isPresent());
    declared.put("fleet.binding", fleet.binding().isPresent());
    declared.put("team.size", facts.team().size().isPresent());
    declared.put("personMonthCost", facts.personMonthCost().isPresent());
    declared.put("horizon.years", facts.horizon(context.component().name()).isPresent());
    String keys =
        declared.entrySet().stream()
            .filter(one -> !one.getValue())
            .map(Map.Entry::getKey)
            .collect(Collectors.joining(", "));
    List<String> missing = new ArrayList<>();
    if (!keys.isEmpty()) {
      missing.add(
          "Declare "
              + keys
              + " in rustfit.yaml, so that the saving can be weighed against the migration.");
    }
    fleet
        .binding()
        .ifPresent(binding -> missing.addAll(EconomicsBasis.of(context).missing(binding)));
    if (context.component().linesOfCode() == 0) {
      missing.add("Write it, at least its hot path: there is no code whose size could be counted.");
    }
    return missing;
  }

  /** Everything, in the order of the calculation. */
  static List<Input> of(RuleContext context, Share memory, ThreePoint cpu) {
    DeclaredFacts facts = context.policy().facts();
    Fleet fleet = facts.fleet(context.component().name());
    Binding binding = fleet.binding().orElseThrow();
    String currency = facts.currency();
    List<Input> inputs = new ArrayList<>();
    declare(inputs, "fleet.instances", "instances", fleet.instances(), "instances");
    declare(inputs, "fleet.memoryGiB", "memory of an instance", fleet.memoryGiB(), "GiB");
    declare(inputs, "fleet.vCpus", "CPUs of an instance", fleet.vCpus(), "vCPU");
    declare(
        inputs,
        "fleet.pricePerGiBYear",
        "price of memory",
        fleet.pricePerGiBYear(),
        currency + " per GiB and year");
    declare(
        inputs,
        "fleet.pricePerVCpuYear",
        "price of CPU",
        fleet.pricePerVCpuYear(),
        currency + " per vCPU and year");
    if (binding.memory()) {
      inputs.add(
          new Input(
              "memoryShare",
              "part of the memory that is the component's",
              new ThreePoint(memory.low(), memory.value(), memory.high()),
              "share",
              Provenance.MEASURED,
              "its share of the allocated bytes with its interval, which stands in for memory"));
    }
    if (binding.cpu()) {
      inputs.add(
          new Input(
              "cpuReduction",
              "CPU that goes",
              cpu,
              "share",
              Provenance.ASSUMED,
              "1 − 1 / estimate of the speed-up, from the measured shares and the assumptions"));
    }
    inputs.add(
        new Input(
            "linesOfCode",
            "lines to replace",
            ThreePoint.exactly(context.component().linesOfCode()),
            "lines",
            Provenance.REPOSITORY,
            "lines of shipped code, neither blank nor comment"));
    declare(inputs, "team.size", "developers who learn", number(facts.team().size()), "people");
    declare(
        inputs,
        "personMonthCost",
        "cost of a person-month",
        facts.personMonthCost(),
        currency + " per person-month");
    facts
        .horizon(context.component().name())
        .ifPresent(
            horizon -> inputs.add(declared("horizon.years", "horizon", horizon.years(), "years")));
    for (Assumption assumption : Assumption.values()) {
      if (counts(assumption, binding)) {
        inputs.add(
            switch (assumption) {
              case KERNEL_SPEED_UP -> ofCode(CodeGain.of(context));
              case BOUNDARY -> ofBoundary(CodeGain.of(context).boundary());
              default -> assumed(assumption, facts.assumptions());
            });
      }
    }
    inputs.replaceAll(input -> said(input, context.policy().source()));
    return inputs;
  }

  private static Input said(Input input, String policy) {
    return input.provenance() != Provenance.DECLARED || policy.isEmpty()
        ? input
        : new Input(
            input.id(),
            input.name(),
            input.value(),
            input.unit(),
            input.provenance(),
            "declared in " + policy);
  }

  /** Whether the assumption has any effect on this calculation. */
  private static boolean counts(Assumption assumption, Binding binding) {
    return switch (assumption) {
      case KERNEL_SPEED_UP, ALLOCATOR, BOUNDARY -> binding.cpu();
      default -> true; // memory that goes is not run twice, even where only CPU saves money
    };
  }

  private static Input ofCode(CodeGain gain) {
    Assumption assumption = Assumption.KERNEL_SPEED_UP;
    return new Input(
        "economics." + assumption.id(),
        assumption.title(),
        gain.speedUp(),
        assumption.unit(),
        gain.provenance(),
        gain.provenance() == Provenance.DECLARED ? POLICY : gain.source());
  }

  private static Input ofBoundary(BoundaryCost boundary) {
    Assumption assumption = Assumption.BOUNDARY;
    boolean declared = boundary.provenance() == Provenance.DECLARED;
    return new Input(
        "economics." + assumption.id(),
        assumption.title(),
        boundary.share(),
        assumption.unit(),
        boundary.provenance(),
        declared ? POLICY : boundary.source());
  }

  private static Input assumed(Assumption assumption, Assumptions assumptions) {
    boolean declared = assumptions.declares(assumption);
    return new Input(
        "economics." + assumption.id(),
        assumption.title(),
        assumptions.get(assumption),
        assumption.unit(),
        declared ? Provenance.DECLARED : Provenance.ASSUMED,
        declared ? POLICY : assumption.source());
  }

  private static OptionalDouble number(OptionalInt value) {
    return value.isPresent() ? OptionalDouble.of(value.getAsInt()) : OptionalDouble.empty();
  }

  private static void declare(
      List<Input> inputs, String id, String name, OptionalDouble value, String unit) {
    value.ifPresent(figure -> inputs.add(declared(id, name, figure, unit)));
  }

  private static Input declared(String id, String name, double value, String unit) {
    return new Input(id, name, ThreePoint.exactly(value), unit, Provenance.DECLARED, POLICY);
  }
}
