package io.github.rustfit.fleet.limit;

import io.github.rustfit.fleet.table.Interval;
import io.github.rustfit.fleet.table.LimitRow;
import io.github.rustfit.fleet.table.PortfolioRow;
import io.github.rustfit.fleet.table.ServiceFacts;
import io.github.rustfit.fleet.table.VersionOrder;
import io.github.rustfit.rules.stats.Format;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Holds all services against what is limited over them. Of each service its newest version counts;
 * what no label gives to a service counts for none.
 */
public final class PortfolioCheck {

  private static final String PREFIX = "portfolio.";

  private final PortfolioLimits limits;
  private final LocalDate today;
  private final List<LimitRow> rows = new ArrayList<>();

  private PortfolioCheck(PortfolioLimits limits, LocalDate today) {
    this.limits = limits;
    this.today = today;
  }

  /**
   * What became of each limit.
   *
   * @param today the day on which ages end and decisions hold
   */
  public static List<LimitRow> of(
      List<PortfolioRow> portfolio, PortfolioLimits limits, LocalDate today) {
    PortfolioCheck check = new PortfolioCheck(limits, today);
    SortedMap<String, List<PortfolioRow>> services = new TreeMap<>();
    for (PortfolioRow row : portfolio) {
      String service = row.service().service();
      if (service != null) {
        services.computeIfAbsent(service, key -> new ArrayList<>()).add(row);
      }
    }
    services.forEach(check::service);
    check.expected(services.keySet());
    check.decisions(services);
    return List.copyOf(check.rows);
  }

  private void service(String service, List<PortfolioRow> all) {
    Set<ServiceFacts> facts = new LinkedHashSet<>();
    all.forEach(row -> facts.add(row.service()));
    List<ServiceFacts> versions = new ArrayList<>(facts);
    versions.sort(VersionOrder.of(versions));
    ServiceFacts newest = versions.get(versions.size() - 1);
    limits.evidenceAgeDays().ifPresent(bound -> age(service, versions, bound));
    limits.recordedSeconds().ifPresent(bound -> recorded(service, newest, bound));
    List<PortfolioRow> components =
        all.stream()
            .filter(row -> row.service().equals(newest) && row.component() != null)
            .toList();
    limits.wasteYear().ifPresent(bound -> waste(service, newest, components, bound));
  }

  private void age(String service, List<ServiceFacts> versions, Bound bound) {
    String limit = "evidenceAgeDays";
    String most = days((long) bound.value());
    LocalDate last = null;
    String unread = null;
    for (ServiceFacts one : versions) {
      Optional<LocalDate> day = Days.of(one.lastStart());
      unread = one.lastStart() != null && day.isEmpty() ? one.lastStart() : unread;
      last = day.isPresent() && (last == null || day.get().isAfter(last)) ? day.get() : last;
    }
    Place place = new Place(service, null, null, limit, bound);
    if (unread != null) {
      unchecked(place, most, "the start '" + unread + "' of a recording is no day");
    } else if (last == null) {
      unchecked(place, most, "no input says when it was made");
    } else if (last.isAfter(today)) {
      unchecked(place, most, "its newest evidence is of " + last + ", which is after " + today);
    } else {
      long age = ChronoUnit.DAYS.between(last, today);
      judged(
          place,
          age > bound.value(),
          days(age),
          most,
          "its newest evidence is of " + last + ", " + days(age) + " before " + today);
    }
  }

  private static String days(long days) {
    return days + (days == 1 ? " day" : " days");
  }

  private void recorded(String service, ServiceFacts newest, Bound bound) {
    Double seconds = newest.process().recordedSeconds();
    String least = Format.number(bound.value()) + " s";
    Place place = new Place(service, newest.version(), null, "recordedSeconds", bound);
    if (seconds == null && newest.process().recordings() > 0) {
      unchecked(place, least, "its recordings do not say how long they are");
      return;
    }
    double known = seconds == null ? 0 : seconds;
    judged(
        place,
        known < bound.value(),
        Format.number(known) + " s",
        least,
        "its newest version is recorded for " + Format.number(known) + " s");
  }

  private void waste(
      String service, ServiceFacts newest, List<PortfolioRow> components, Bound bound) {
    String most = Format.number(bound.value()) + " " + limits.currency();
    String currency = newest.money().currency();
    Place whole = new Place(service, newest.version(), null, "wasteYear", bound);
    if (components.isEmpty()) {
      unchecked(whole, most, "no component of it is known");
    } else if (newest.money().cpuPerYear() == null) {
      unchecked(
          whole, most, "its policy does not say how many run, on how many CPUs, at what price");
    } else if (!limits.currency().equals(currency)) {
      unchecked(whole, most, "its prices are in " + currency);
    } else {
      components.forEach(row -> waste(service, newest, row, bound, most));
    }
  }

  private void waste(
      String service, ServiceFacts newest, PortfolioRow row, Bound bound, String most) {
    Interval worth = row.worthPerYear();
    Place place = new Place(service, newest.version(), row.component(), "wasteYear", bound);
    if (worth == null) {
      if (row.cpu() == null) {
        unchecked(place, most, "its share of the CPU is not known");
      } else {
        judged(place, false, "0 " + limits.currency(), most, "nothing was found that could go");
      }
      return;
    }
    String figure =
        Format.count(Math.round(worth.value()))
            + " ("
            + Format.count(Math.round(worth.low()))
            + " to "
            + Format.count(Math.round(worth.high()))
            + ") "
            + limits.currency();
    if (worth.low() <= bound.value() && worth.value() > bound.value()) {
      unchecked(place, most, "a change is worth " + figure + " a year, which may be less or more");
    } else {
      judged(
          place,
          worth.value() > bound.value(),
          figure,
          most,
          "a change is worth " + figure + " a year");
    }
  }

  private void expected(Set<String> there) {
    Bound bound = new Bound(0, "error");
    for (String service : new java.util.TreeSet<>(limits.services())) {
      Place place = new Place(service, null, null, "services", bound);
      judged(
          place,
          !there.contains(service),
          there.contains(service) ? "there" : "nothing",
          "there",
          there.contains(service) ? "something came of it" : "nothing came of it");
    }
  }

  /** Decisions that end, or name what is not there. */
  private void decisions(SortedMap<String, List<PortfolioRow>> services) {
    for (PortfolioDecision one : limits.decisions()) {
      boolean used =
          rows.stream()
              .anyMatch(
                  row ->
                      one.service().equals(row.service())
                          && !row.is(LimitRow.HELD)
                          && id(row.limit(), row.component()).equals(one.finding()));
      String wrong =
          !one.inForce(today)
              ? "is not in force on " + today
              : used ? "" : "names what is not crossed: " + one.finding();
      if (!wrong.isEmpty()) {
        rows.add(
            new LimitRow(
                one.service(),
                null,
                null,
                PREFIX + "decisions",
                "warning",
                LimitRow.UNCHECKED,
                null,
                null,
                one.text(),
                "the decision about "
                    + one.finding()
                    + (services.containsKey(one.service()) ? " " : ", of which nothing came, ")
                    + wrong));
      }
    }
  }

  /** What a limit is about. */
  private record Place(
      String service,
      @Nullable String version,
      @Nullable String component,
      String limit,
      Bound bound) {}

  private static String id(String limit, @Nullable String component) {
    String key = limit.substring(limit.startsWith(PREFIX) ? PREFIX.length() : 0);
    return component == null ? key : key + ":" + component;
  }

  private void unchecked(Place place, String bound, String why) {
    row(place, LimitRow.UNCHECKED, null, bound, null, why);
  }

  private void judged(Place place, boolean crossed, String measured, String bound, String message) {
    if (!crossed) {
      row(place, LimitRow.HELD, measured, bound, null, message);
      return;
    }
    String id = id(place.limit(), place.component());
    Optional<PortfolioDecision> decision =
        limits.decisions().stream()
            .filter(one -> one.names(place.service(), id) && one.inForce(today))
            .findFirst();
    row(
        place,
        decision.isPresent() ? LimitRow.ACCEPTED : LimitRow.CROSSED,
        measured,
        bound,
        decision.map(PortfolioDecision::text).orElse(null),
        message + " (a decision names it " + id + ")");
  }

  private void row(
      Place place,
      String state,
      @Nullable String measured,
      String bound,
      @Nullable String decision,
      String message) {
    rows.add(
        new LimitRow(
            place.service(),
            place.version(),
            place.component(),
            PREFIX + place.limit(),
            place.bound().level(),
            state,
            measured,
            bound,
            decision,
            message));
  }
}
