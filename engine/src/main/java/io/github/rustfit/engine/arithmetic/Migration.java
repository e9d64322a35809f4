package io.github.rustfit.engine.arithmetic;

import java.util.OptionalDouble;

/**
 * What a migration saves and costs under one set of assumptions. Money is in one currency, whatever
 * it is; nothing is discounted.
 *
 * @param fleet what the service runs on
 * @param reduction what of it goes
 * @param effort what the migration takes
 * @param running what it takes from then on
 */
public record Migration(Fleet fleet, Reduction reduction, Effort effort, Running running) {

  /** Both stacks run side by side on no less than a tenth of the memory that was needed before. */
  private static final double MOST_REDUCED = 0.9;

  private static final double MONTHS_PER_YEAR = 12;

  /**
   * What the service runs on.
   *
   * @param instances how many of it run
   * @param memoryGiB memory of one instance, GiB
   * @param vCpus virtual CPUs of one instance
   * @param pricePerGiBYear price of one GiB for a year
   * @param pricePerVCpuYear price of one virtual CPU for a year
   */
  public record Fleet(
      double instances,
      double memoryGiB,
      double vCpus,
      double pricePerGiBYear,
      double pricePerVCpuYear) {

    public Fleet {
      require(instances, memoryGiB, vCpus, pricePerGiBYear, pricePerVCpuYear);
    }

    double costPerYear() {
      return instances * (memoryGiB * pricePerGiBYear + vCpus * pricePerVCpuYear);
    }
  }

  /**
   * What of the fleet goes. Only the resource that decides the number and size of the instances
   * saves money: cutting the other one leaves them as they are.
   *
   * @param memory share of the memory, at most 1
   * @param cpu share of the CPU, at most 1; below 0 when it takes more than before
   * @param memoryCounts whether memory decides
   * @param cpuCounts whether CPU decides
   */
  public record Reduction(double memory, double cpu, boolean memoryCounts, boolean cpuCounts) {

    public Reduction {
      if (!(memory >= 0 && memory <= 1 && cpu <= 1)) {
        throw new IllegalArgumentException(memory + " of the memory, " + cpu + " of the CPU");
      }
    }
  }

  /**
   * What the migration takes.
   *
   * @param kloc lines of code to replace, in thousands
   * @param personMonthsPerKloc person-months for a thousand lines
   * @param coupling factor for what the code is entangled with
   * @param overrun factor for what was not foreseen
   * @param developers how many people learn the language
   * @param rampUpMonths how long each learns, months
   * @param rampUpLoss share of their work that is lost meanwhile
   * @param dualRunMonths how long both stacks run side by side, months
   */
  public record Effort(
      double kloc,
      double personMonthsPerKloc,
      double coupling,
      double overrun,
      double developers,
      double rampUpMonths,
      double rampUpLoss,
      double dualRunMonths) {

    public Effort {
      require(kloc, personMonthsPerKloc, coupling, overrun);
      require(developers, rampUpMonths, rampUpLoss, dualRunMonths);
    }
  }

  /**
   * What it takes from then on.
   *
   * @param personMonthCost cost of a person-month
   * @param personMonthsPerYear work of a year on having a second stack, person-months
   * @param horizonYears how long the result is used, years
   */
  public record Running(double personMonthCost, double personMonthsPerYear, double horizonYears) {

    public Running {
      require(personMonthCost, personMonthsPerYear, horizonYears);
    }
  }

  private static void require(double... amounts) {
    for (double amount : amounts) {
      if (!(amount >= 0 && amount < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("not an amount: " + amount);
      }
    }
  }

  /** Saved on machines in a year. */
  public double savingPerYear() {
    double memory = fleet.instances * fleet.memoryGiB * reduction.memory * fleet.pricePerGiBYear;
    double cpu = fleet.instances * fleet.vCpus * reduction.cpu * fleet.pricePerVCpuYear;
    return (reduction.memoryCounts ? memory : 0) + (reduction.cpuCounts ? cpu : 0);
  }

  /** Work of the migration, learning included, person-months. */
  public double personMonths() {
    return effort.kloc * effort.personMonthsPerKloc * effort.coupling * effort.overrun
        + effort.developers * effort.rampUpMonths * effort.rampUpLoss;
  }

  /** Cost of the work and of running both stacks side by side. */
  public double oneTimeCost() {
    return personMonths() * running.personMonthCost
        + fleet.costPerYear()
            * (1 - Math.min(reduction.memory, MOST_REDUCED))
            * effort.dualRunMonths
            / MONTHS_PER_YEAR;
  }

  /** Cost of having a second stack, a year. */
  public double recurringCostPerYear() {
    return running.personMonthsPerYear * running.personMonthCost;
  }

  /** What is left of the saving of a year; may be negative. */
  public double netPerYear() {
    return savingPerYear() - recurringCostPerYear();
  }

  /** What is left at the horizon after everything is paid; undiscounted, may be negative. */
  public double netPresentValue() {
    return netPerYear() * running.horizonYears - oneTimeCost();
  }

  /** After how many years it has paid for itself; empty if never. */
  public OptionalDouble paybackYears() {
    double net = netPerYear();
    return net > 0 ? OptionalDouble.of(oneTimeCost() / net) : OptionalDouble.empty();
  }
}
