package io.github.rustfit.fleet.group;

import io.github.rustfit.engine.assessment.Assessment;
import io.github.rustfit.fleet.table.InputRow;
import io.github.rustfit.fleet.table.Interval;
import io.github.rustfit.fleet.table.ServiceFacts;
import io.github.rustfit.fleet.table.ServiceFacts.Money;
import io.github.rustfit.fleet.table.ServiceFacts.Process;
import io.github.rustfit.rules.evidence.Evidence;
import io.github.rustfit.rules.evidence.base.Input;
import io.github.rustfit.rules.evidence.gc.GcSummary;
import io.github.rustfit.rules.evidence.profile.ProfileSummary;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import io.github.rustfit.rules.policy.Fleet;
import java.util.Collection;
import java.util.OptionalDouble;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is known of one version of a service as a whole. */
final class FactsOf {

  private static final double NANOS_PER_SECOND = 1e9;
  private static final double NANOS_PER_MILLI = 1e6;
  private static final double P99 = 99;

  private final String service;
  private final String version;
  private final Evidence evidence;
  private final Collection<InputRow> rows;

  FactsOf(String service, String version, Evidence evidence, Collection<InputRow> rows) {
    this.service = service;
    this.version = version;
    this.evidence = evidence;
    this.rows = rows;
  }

  /**
   * The facts.
   *
   * @param assessment null where it could not be judged
   * @param sources as in {@link ServiceFacts}
   * @param lacksPolicy whether it has no policy of its own though there is a place for it
   * @param problem empty for none
   * @param place where the evidence lies
   */
  ServiceFacts facts(
      @Nullable Assessment assessment,
      @Nullable String sources,
      boolean lacksPolicy,
      String problem,
      @Nullable String place) {
    SortedSet<String> hosts = values("host");
    SortedSet<String> starts = values("start");
    SortedSet<String> teams = values("team");
    Process process = assessment == null ? Process.UNKNOWN : process(assessment);
    Money money =
        assessment == null
            ? Money.UNKNOWN
            : money(assessment.policy().facts().fleet(), assessment.policy().facts().currency());
    return new ServiceFacts(
        orNull(service),
        orNull(version),
        teams.size() == 1 ? teams.first() : null,
        values("environment").stream().toList(),
        hosts.isEmpty() ? null : (long) hosts.size(),
        starts.isEmpty() ? null : starts.first(),
        starts.isEmpty() ? null : starts.last(),
        process,
        money,
        sources,
        missing(assessment, sources, lacksPolicy, money).stream().toList(),
        orNull(problem),
        place);
  }

  private SortedSet<String> values(String label) {
    return rows.stream()
        .filter(row -> !row.failed())
        .map(row -> row.labels().labels().value(label))
        .filter(value -> !value.isEmpty())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private long read(boolean logs) {
    return evidence.inputs().stream()
        .filter(input -> input.gcLog() == logs && input.status() != Input.Status.FAILED)
        .map(Input::sha256)
        .distinct()
        .count();
  }

  private Process process(Assessment assessment) {
    ProfileSummary profile = assessment.profile();
    GcSummary gc = assessment.gc();
    return new Process(
        read(false),
        read(true),
        profile.recordedNanos() > 0 ? profile.recordedNanos() / NANOS_PER_SECOND : null,
        profile.processCpu().known() ? profile.processCpu().perNano() : null,
        Interval.of(assessment.unattributedCpu()),
        gc.pauses().count() > 0 ? gc.pauses().percentileNanos(P99) / NANOS_PER_MILLI : null,
        gc.timed() ? gc.pauseRatio() : null);
  }

  private static Money money(Fleet fleet, String currency) {
    Double cpu = product(fleet.instances(), fleet.vCpus(), fleet.pricePerVCpuYear());
    Double memory = product(fleet.instances(), fleet.memoryGiB(), fleet.pricePerGiBYear());
    boolean priced = fleet.pricePerVCpuYear().isPresent() || fleet.pricePerGiBYear().isPresent();
    return new Money(
        priced ? currency : null,
        fleet.instances().isPresent() ? fleet.instances().getAsDouble() : null,
        cpu,
        cpu == null || memory == null ? null : cpu + memory);
  }

  private static @Nullable Double product(OptionalDouble a, OptionalDouble b, OptionalDouble c) {
    return a.isPresent() && b.isPresent() && c.isPresent()
        ? a.getAsDouble() * b.getAsDouble() * c.getAsDouble()
        : null;
  }

  private SortedSet<String> missing(
      @Nullable Assessment assessment, @Nullable String sources, boolean lacksPolicy, Money money) {
    SortedSet<String> missing = new TreeSet<>();
    need(missing, "service", !service.isEmpty());
    need(missing, "version", !version.isEmpty());
    need(missing, "policy of the service", !lacksPolicy);
    need(missing, "sources", sources != null);
    need(missing, "recordings", read(false) > 0);
    if (assessment != null) {
      ProfileSummary profile = assessment.profile();
      need(missing, "cpu samples", profile.total(SampleKind.CPU).samples() > 0);
      need(missing, "allocation samples", profile.recorded(SampleKind.ALLOCATION));
      need(missing, "process cpu", profile.processCpu().known());
      need(missing, "collections", assessment.gc().known());
    }
    need(missing, "instances", money.instances() != null);
    need(missing, "prices", money.currency() != null);
    return missing;
  }

  private static void need(SortedSet<String> missing, String what, boolean there) {
    if (!there) {
      missing.add(what);
    }
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
