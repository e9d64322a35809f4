package io.github.rustfit.fleet;

import io.github.rustfit.fleet.group.PolicySet;
import io.github.rustfit.fleet.input.InputFile;
import io.github.rustfit.fleet.input.LabelSource;
import io.github.rustfit.fleet.limit.PortfolioLimits;
import java.time.LocalDate;
import java.util.List;

/**
 * What the job is to do.
 *
 * @param files what to read
 * @param labels of which programs they are
 * @param policies by which to judge
 * @param check what is held against limits, and on which day
 * @param out the folder of all output, as Hadoop's file systems have it
 * @param partitions into how many parts files and services are split; 0 for as many as fit the
 *     cluster. No result depends on it
 */
record JobRequest(
    List<InputFile> files,
    LabelSource labels,
    PolicySet policies,
    Check check,
    String out,
    int partitions) {

  /**
   * The check.
   *
   * @param limits over all services
   * @param today the day on which ages end and decisions hold
   */
  record Check(PortfolioLimits limits, LocalDate today) {}

  JobRequest {
    files = List.copyOf(files);
  }
}
