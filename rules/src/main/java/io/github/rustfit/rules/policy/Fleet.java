package io.github.rustfit.rules.policy;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * What a service runs on and what that costs. All money of a policy is in one currency.
 *
 * @param instances how many instances run
 * @param memoryGiB memory of one instance, GiB
 * @param vCpus virtual CPUs of one instance
 * @param pricePerGiBYear price of one GiB for a year
 * @param pricePerVCpuYear price of one virtual CPU for a year
 * @param binding which resource decides the number and size of the instances
 * @param targetSavingPerYear the saving on machines that is asked for, a year
 */
public record Fleet(
    OptionalDouble instances,
    OptionalDouble memoryGiB,
    OptionalDouble vCpus,
    OptionalDouble pricePerGiBYear,
    OptionalDouble pricePerVCpuYear,
    Optional<Binding> binding,
    OptionalDouble targetSavingPerYear) {

  /** Nobody declared anything. */
  public static final Fleet NOT_DECLARED =
      new Fleet(
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          Optional.empty(),
          OptionalDouble.empty());

  public Fleet {
    Stream.of(instances, memoryGiB, vCpus, pricePerGiBYear, pricePerVCpuYear, targetSavingPerYear)
        .flatMapToDouble(OptionalDouble::stream)
        .filter(value -> !(value > 0 && value < Double.POSITIVE_INFINITY))
        .findFirst()
        .ifPresent(
            value -> {
              throw new IllegalArgumentException("not a number or price: " + value);
            });
  }

  /** The same with what it does not declare taken from another one. */
  public Fleet orElse(Fleet other) {
    return new Fleet(
        or(instances, other.instances),
        or(memoryGiB, other.memoryGiB),
        or(vCpus, other.vCpus),
        or(pricePerGiBYear, other.pricePerGiBYear),
        or(pricePerVCpuYear, other.pricePerVCpuYear),
        binding.or(() -> other.binding),
        or(targetSavingPerYear, other.targetSavingPerYear));
  }

  private static OptionalDouble or(OptionalDouble one, OptionalDouble other) {
    return one.isPresent() ? one : other;
  }
}
