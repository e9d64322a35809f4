package io.github.rustfit.fleet;

import io.github.rustfit.fleet.group.Judged;
import io.github.rustfit.fleet.limit.PortfolioCheck;
import io.github.rustfit.fleet.page.InputCounts;
import io.github.rustfit.fleet.page.PortfolioHtml;
import io.github.rustfit.fleet.table.FindingRow;
import io.github.rustfit.fleet.table.InputRow;
import io.github.rustfit.fleet.table.LimitRow;
import io.github.rustfit.fleet.table.PortfolioRow;
import io.github.rustfit.fleet.table.ServiceFacts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;

/**
 * What came of a run.
 *
 * @param portfolio all rows, sorted
 * @param findings all rows, sorted
 * @param limits what became of each limit, crossed ones first
 * @param statuses how many inputs there are of each status
 * @param failed some of those of which nothing counts
 */
record Results(
    List<PortfolioRow> portfolio,
    List<FindingRow> findings,
    List<LimitRow> limits,
    Map<String, Long> statuses,
    List<InputRow> failed) {

  /** Failed inputs that are named on the terminal; the table has all. */
  private static final int MOST_NAMED = 20;

  Results {
    portfolio = List.copyOf(portfolio);
    findings = List.copyOf(findings);
    limits = List.copyOf(limits);
    statuses = new TreeMap<>(statuses);
    failed = List.copyOf(failed);
  }

  /** Runs the job and writes everything. */
  static Results of(SparkSession spark, JobRequest request, Output output) throws IOException {
    Job job = new Job(JavaSparkContext.fromSparkContext(spark.sparkContext()));
    JavaRDD<Judged> judged = job.judged(request);
    List<PortfolioRow> portfolio =
        new ArrayList<>(judged.flatMap(one -> one.portfolio().iterator()).collect());
    List<FindingRow> findings =
        new ArrayList<>(judged.flatMap(one -> one.findings().iterator()).collect());
    JavaRDD<InputRow> inputs = judged.flatMap(one -> one.inputs().iterator());
    JavaRDD<InputRow> offered = inputs.filter(InputRow::offered);
    Map<String, Long> statuses = offered.map(InputRow::status).countByValue();
    List<InputRow> failed = offered.filter(InputRow::failed).takeOrdered(MOST_NAMED);
    List<LimitRow> limits =
        new ArrayList<>(judged.flatMap(one -> one.limits().iterator()).collect());
    limits.addAll(PortfolioCheck.of(portfolio, request.check().limits(), request.check().today()));
    limits.sort(null);
    portfolio.sort(null);
    findings.sort(null);
    output.portfolio(spark, portfolio);
    output.findings(spark, findings);
    output.limits(spark, limits);
    output.inputs(spark, inputs);
    output.write(
        Output.PAGE,
        PortfolioHtml.of(portfolio, findings, limits, InputCounts.of(statuses, failed)));
    output.finish();
    judged.unpersist(false);
    return new Results(portfolio, findings, limits, statuses, failed);
  }

  /** Inputs that the storage did not give. */
  long notFetched() {
    return statuses.getOrDefault(InputRow.NOT_FETCHED, 0L);
  }

  /** Versions of services that could not, or not wholly, be judged. */
  long broken() {
    return portfolio.stream()
        .map(PortfolioRow::service)
        .filter(one -> one.problem() != null)
        .distinct()
        .count();
  }

  private long of(String status) {
    return statuses.getOrDefault(status, 0L);
  }

  /**
   * Says what came of it.
   *
   * @param decide whether limits decide how the job ends
   */
  void say(Terminal terminal, String out, boolean decide) {
    Set<String> services = new TreeSet<>();
    Set<ServiceFacts> versions = new java.util.LinkedHashSet<>();
    long components = 0;
    for (PortfolioRow row : portfolio) {
      String service = row.service().service();
      if (service != null) {
        services.add(service);
      }
      versions.add(row.service());
      components += row.component() == null ? 0 : 1;
    }
    for (InputRow one : failed) {
      terminal.warn(one.root() + " " + one.path() + ": " + one.problem());
    }
    long notUsed = of("failed") + notFetched();
    if (notUsed > failed.size()) {
      terminal.warn((notUsed - failed.size()) + " more are named in " + Output.INPUTS + ".");
    }
    for (ServiceFacts one : versions) {
      if (one.problem() != null) {
        terminal.warn(
            "service " + one.service() + ", version " + one.version() + ": " + one.problem());
      }
    }
    terminal.info(
        "Inputs: "
            + of("read")
            + " read, "
            + of("partial")
            + " read in part, "
            + of("failed")
            + " failed, "
            + notFetched()
            + " not fetched, "
            + of(InputRow.PASSED_OVER)
            + " passed over.");
    terminal.info(
        services.size()
            + (services.size() == 1 ? " service, " : " services, ")
            + versions.size()
            + " versions of them or of what no label names, "
            + components
            + (components == 1 ? " component." : " components."));
    new LimitsSaid(limits, decide).to(terminal);
    terminal.info("Written to " + out + ".");
    if (broken() > 0) {
      terminal.error(broken() + " versions of services could not be judged as they should be.");
    }
    if (notFetched() > 0) {
      terminal.error(
          notFetched()
              + " inputs were not given by the storage: what is written does not know"
              + " them.");
    }
  }
}
