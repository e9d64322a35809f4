package io.github.rustfit.fleet.page;

import gg.jte.Content;
import gg.jte.output.StringOutput;
import io.github.rustfit.fleet.table.FindingRow;
import io.github.rustfit.fleet.table.LimitRow;
import io.github.rustfit.fleet.table.PortfolioRow;
import io.github.rustfit.plugin.report.html.HtmlReport;
import io.github.rustfit.plugin.report.output.Asset;
import io.github.rustfit.plugin.report.output.HtmlOutput;
import io.github.rustfit.rules.stats.Format;
import io.github.rustfit.rules.verdict.Verdict;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the page shows.
 *
 * @param services all of them, that whose change is worth most first
 * @param numbers a word for each of those who own something
 * @param recurring what was found in several of them
 * @param teams whom their components belong to
 * @param gaps what is missing
 * @param limits what became of limits
 * @param inputs what became of the inputs
 * @param style the style sheet
 * @param script the script
 */
record PortfolioPage(
    List<ServiceView> services,
    SortedMap<String, String> numbers,
    List<Recurring> recurring,
    List<Team> teams,
    List<Gap> gaps,
    LimitsView limits,
    InputCounts inputs,
    Asset style,
    Asset script) {

  /** Rows that are shown at first; more keep a browser busy. */
  static final int MOST_ROWS = 100;

  /** Services whose components stand in the page; those of others wait until they are wanted. */
  static final int DIRECT = 20;

  /** Services whose versions are shown. */
  static final int MOST_TRENDS = 100;

  /** Versions of one service that are shown. */
  static final int MOST_VERSIONS = 5;

  /** Findings that are shown. */
  static final int MOST_RECURRING = 50;

  static PortfolioPage of(
      List<PortfolioRow> portfolio,
      List<FindingRow> findings,
      List<LimitRow> limits,
      InputCounts inputs) {
    List<ServiceView> services = ServiceView.of(portfolio);
    return new PortfolioPage(
        services,
        numbers(services),
        Recurring.of(services, findings),
        Team.of(services),
        Gap.of(services),
        LimitsView.of(limits),
        inputs,
        new Asset(
            Asset.read(HtmlReport.class, "report.css").text()
                + Asset.read(PortfolioPage.class, "portfolio.css").text()),
        new Asset(
            Asset.read(HtmlReport.class, "theme.js").text()
                + Asset.read(PortfolioPage.class, "portfolio.js").text()));
  }

  /** Nothing is loaded, and this script alone runs. */
  String contentSecurityPolicy() {
    return "default-src 'none'; style-src " + style.csp() + "; script-src " + script.csp();
  }

  String lead() {
    long versions = services.stream().mapToLong(one -> one.versions().size()).sum();
    long components = services.stream().mapToLong(one -> one.latest().components().size()).sum();
    return Say.counted(services.size(), "service", "services")
        + " in "
        + Say.counted(versions, "version", "versions")
        + "; their last versions have "
        + Say.counted(components, "component", "components")
        + " that are known.";
  }

  /** How many components of last versions there are of each verdict. */
  Map<Verdict, Long> verdicts() {
    Map<Verdict, Long> all = new EnumMap<>(Verdict.class);
    for (Verdict verdict : Verdict.values()) {
      all.put(verdict, 0L);
    }
    services.forEach(
        one -> one.latest().verdicts().forEach((verdict, n) -> all.merge(verdict, n, Long::sum)));
    return all;
  }

  /** All who own something, each with a word that stands for it. */
  private static SortedMap<String, String> numbers(List<ServiceView> services) {
    SortedMap<String, String> numbers = new TreeMap<>();
    services.forEach(one -> one.teams().forEach(team -> numbers.put(team, "")));
    int number = 0;
    for (Map.Entry<String, String> one : numbers.entrySet()) {
      one.setValue("t" + ++number);
    }
    return numbers;
  }

  /** The words of those who own something of a service, separated by blanks. */
  String teams(ServiceView one) {
    return one.teams().stream()
        .map(team -> numbers.getOrDefault(team, ""))
        .collect(Collectors.joining(" "));
  }

  /** The verdicts of a service's components, separated by blanks. */
  static String verdictIds(ServiceView one) {
    return one.latest().verdicts().keySet().stream()
        .map(Verdict::id)
        .collect(Collectors.joining(" "));
  }

  /** The one currency; null where there are several or none. */
  @Nullable String currency() {
    return currencies().size() == 1 ? currencies().first() : null;
  }

  List<Recurring> recurringShown() {
    return recurring.stream().limit(MOST_RECURRING).toList();
  }

  /** All currencies; of several, sums cannot be compared. */
  SortedSet<String> currencies() {
    SortedSet<String> all = new TreeSet<>();
    services.stream()
        .map(one -> one.latest().facts().money().currency())
        .filter(Objects::nonNull)
        .forEach(all::add);
    return all;
  }

  /** Services of which several versions are known, as many as are shown. */
  List<ServiceView> trends() {
    return several().stream().limit(MOST_TRENDS).toList();
  }

  int trendsLeftOut() {
    return Math.max(0, several().size() - MOST_TRENDS);
  }

  private List<ServiceView> several() {
    return services.stream().filter(one -> one.versions().size() > 1).toList();
  }

  /** The last versions of a service. */
  static List<VersionView> lastOf(ServiceView one) {
    int from = Math.max(0, one.versions().size() - MOST_VERSIONS);
    return one.versions().subList(from, one.versions().size());
  }

  boolean defers() {
    return services.size() > DIRECT;
  }

  String more(int shown, int all) {
    return Format.count(all - shown);
  }

  /** Content that waits, as the text of a script element of no language. */
  static String waiting(Content content) {
    StringOutput html = new StringOutput();
    content.writeTo(new HtmlOutput(html));
    return html.toString().replace("</script", "<\\/script").replace("<!--", "<\\!--");
  }
}
