package io.github.rustfit.fleet.table;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one version of a service as a whole. Null is unknown.
 *
 * @param service its name; null where no label says it
 * @param version null where no label says it
 * @param team what the label says, where all inputs say the same
 * @param environments what the labels say, sorted
 * @param hosts how many hosts were recorded, by their labels; null where none has one
 * @param firstStart the earliest start of a recording by its label, as it is written there
 * @param lastStart the latest one
 * @param process what was measured of its process
 * @param money what was declared
 * @param sources {@code version} where sources of this version are known, {@code service} where
 *     those of the service stand in for them, null without any
 * @param missing what is not known and would be needed, sorted
 * @param problem why nothing, or not all, could be judged
 * @param evidence where its evidence is, relative to the output
 */
public record ServiceFacts(
    @Nullable String service,
    @Nullable String version,
    @Nullable String team,
    List<String> environments,
    @Nullable Long hosts,
    @Nullable String firstStart,
    @Nullable String lastStart,
    Process process,
    Money money,
    @Nullable String sources,
    List<String> missing,
    @Nullable String problem,
    @Nullable String evidence)
    implements Serializable {

  private static final long serialVersionUID = 1;

  public ServiceFacts {
    environments = List.copyOf(environments);
    missing = List.copyOf(missing);
  }

  /**
   * What was measured of the process.
   *
   * @param recordings how many recordings were read, the same content once
   * @param gcLogs likewise
   * @param recordedSeconds time that the recordings cover, what several hold once
   * @param cpuCores CPU time of the process over the time: the number of busy cores
   * @param unattributedCpu share of the CPU samples that no component owns
   * @param pauseP99Millis length of pauses of the collector, 99th percentile
   * @param pauseShare share of time in pauses
   */
  public record Process(
      long recordings,
      long gcLogs,
      @Nullable Double recordedSeconds,
      @Nullable Double cpuCores,
      @Nullable Interval unattributedCpu,
      @Nullable Double pauseP99Millis,
      @Nullable Double pauseShare)
      implements Serializable {

    private static final long serialVersionUID = 1;

    /** Nothing was measured. */
    public static final Process UNKNOWN = new Process(0, 0, null, null, null, null, null);
  }

  /**
   * What was declared.
   *
   * @param currency of all money; null without a price
   * @param instances how many run
   * @param cpuPerYear what the virtual CPUs of all instances cost a year
   * @param machinesPerYear what CPUs and memory together cost a year
   */
  public record Money(
      @Nullable String currency,
      @Nullable Double instances,
      @Nullable Double cpuPerYear,
      @Nullable Double machinesPerYear)
      implements Serializable {

    private static final long serialVersionUID = 1;

    /** Nothing was declared. */
    public static final Money UNKNOWN = new Money(null, null, null, null);
  }
}
