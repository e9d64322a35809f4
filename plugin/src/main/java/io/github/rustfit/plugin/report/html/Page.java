package io.github.rustfit.plugin.report.html;

import io.github.rustfit.engine.advice.NextStep;
import io.github.rustfit.engine.advice.NextSteps;
import io.github.rustfit.engine.advice.Wanted;
import io.github.rustfit.engine.assessment.Assessment;
import io.github.rustfit.engine.assessment.ComponentAssessment;
import io.github.rustfit.engine.assessment.WhatIf;
import io.github.rustfit.engine.jvm.GcVisibility;
import io.github.rustfit.engine.promise.Kept;
import io.github.rustfit.plugin.report.flame.FlameGraphs;
import io.github.rustfit.plugin.report.flame.Unowned;
import io.github.rustfit.plugin.report.output.Asset;
import io.github.rustfit.plugin.report.output.Placed;
import io.github.rustfit.plugin.report.text.Canonical;
import io.github.rustfit.plugin.report.text.LimitsState;
import io.github.rustfit.plugin.report.text.RecordedText;
import io.github.rustfit.plugin.report.text.Show;
import io.github.rustfit.plugin.report.text.Slugs;
import io.github.rustfit.plugin.report.text.Wording;
import io.github.rustfit.rules.component.HotMethod;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import io.github.rustfit.rules.evidence.profile.Weight;
import io.github.rustfit.rules.rule.Finding;
import io.github.rustfit.rules.rule.RuleDescriptor;
import io.github.rustfit.rules.stats.Share;
import io.github.rustfit.rules.verdict.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What the page shows.
 *
 * @param placed the project, its commit, and where it can be looked at
 * @param assessment everything that is known, in canonical order
 * @param sections the components, what costs most CPU first
 * @param toDo what to do, first things first
 * @param ownerNumbers a number for each owner of a component, in the order of their names
 * @param whatIf what can be declared otherwise; empty when nothing was explored
 * @param graphs the flame graphs, to link to and to show
 * @param style the style sheet
 * @param library the script of the charts
 * @param script the page's own script
 * @param data what the script draws, as JSON that may stand in a script element
 */
record Page(
    Placed placed,
    Assessment assessment,
    List<Section> sections,
    ToDo toDo,
    SortedMap<String, Integer> ownerNumbers,
    List<WhatIfControl.Group> whatIf,
    FlameGraphs graphs,
    Asset style,
    Asset library,
    Asset script,
    String data) {

  /**
   * What to do.
   *
   * @param rows the first things
   * @param more how many the page leaves to what follows
   */
  record ToDo(List<StepRow> rows, int more) {}

  private static final int UNFOLDED = 3;
  private static final int TO_DO = 5;

  static Page of(
      Placed placed, Assessment assessment, FlameGraphs graphs, Excerpts excerpts, WhatIf whatIf) {
    Slugs slugs = new Slugs("component-");
    Map<String, String> ids = new TreeMap<>();
    assessment
        .components()
        .forEach(one -> ids.put(one.component().name(), slugs.next(one.component().name())));
    Set<String> rules =
        assessment.rules().stream().map(RuleDescriptor::id).collect(Collectors.toSet());
    List<Section> sections = new ArrayList<>();
    assessment.components().stream()
        .sorted(Canonical.BY_CPU)
        .forEach(one -> sections.add(section(one, ids, sections.size(), graphs, excerpts, rules)));
    return new Page(
        placed,
        assessment,
        sections,
        toDo(assessment, ids, excerpts),
        numbered(assessment),
        whatIf.reactions().isEmpty()
            ? List.of()
            : WhatIfControl.groups(assessment.policy(), whatIf),
        graphs,
        Asset.read(Page.class, "report.css"),
        Asset.read(Page.class, "echarts/echarts.min.js"),
        Asset.join(
            Page.class,
            "theme.js",
            "places.js",
            "report.js",
            "charts.js",
            "flame.js",
            "pauses.js",
            "whatif.js",
            "whatif-controls.js"),
        PageData.of(placed, assessment, sections, graphs.unowned(), whatIf));
  }

  private static ToDo toDo(Assessment assessment, Map<String, String> ids, Excerpts excerpts) {
    List<NextStep> steps = NextSteps.of(assessment);
    return new ToDo(
        steps.stream()
            .limit(TO_DO)
            .map(step -> StepRow.of(step, ids.getOrDefault(step.component(), ""), excerpts))
            .toList(),
        Math.max(0, steps.size() - TO_DO));
  }

  private static SortedMap<String, Integer> numbered(Assessment assessment) {
    SortedMap<String, Integer> numbers = new TreeMap<>();
    assessment.components().forEach(one -> numbers.put(one.component().owner(), 0));
    int next = 0;
    for (Map.Entry<String, Integer> owner : numbers.entrySet()) {
      owner.setValue(next++);
    }
    return numbers;
  }

  private static Section section(
      ComponentAssessment one,
      Map<String, String> ids,
      int position,
      FlameGraphs graphs,
      Excerpts excerpts,
      Set<String> rules) {
    boolean act =
        one.verdict() != Verdict.KEEP_IN_JAVA && one.verdict() != Verdict.NOT_ENOUGH_EVIDENCE;
    return new Section(
        ids.getOrDefault(one.component().name(), ""),
        one,
        (act && position < UNFOLDED) || ids.size() == 1,
        position >= Section.DIRECT,
        graphs.links().getOrDefault(one.component().name(), List.of()),
        excerpts,
        rules);
  }

  /** The content security policy: this style and these scripts, and nothing from anywhere else. */
  String contentSecurityPolicy() {
    return "default-src 'none'; style-src "
        + style.csp()
        + "; script-src "
        + library.csp()
        + " "
        + script.csp()
        + "; img-src data:; base-uri 'none'; form-action 'none'";
  }

  /** Name of the assessed project. */
  String project() {
    return placed.project();
  }

  String summary() {
    return Wording.summary(assessment);
  }

  /** Number of components by verdict, in the order of the verdicts. */
  long count(Verdict verdict) {
    return assessment.components().stream().filter(one -> one.verdict() == verdict).count();
  }

  /** Whether the content of some components takes the page's script to be seen. */
  boolean defers() {
    return sections.stream().anyMatch(Section::deferred);
  }

  /** Every owner of a component, once; empty where none is known. */
  List<String> owners() {
    return List.copyOf(ownerNumbers.keySet());
  }

  /** Whether any component has a known owner. */
  boolean owned() {
    return ownerNumbers.keySet().stream().anyMatch(owner -> !owner.isEmpty());
  }

  /** What the page calls an owner, so that its name need not be compared in the page. */
  int owner(String owner) {
    return ownerNumbers.getOrDefault(owner, 0);
  }

  /** The section of a component; empty when the name is not one of them. */
  Optional<Section> section(String component) {
    return sections.stream().filter(section -> section.name().equals(component)).findFirst();
  }

  /** The component that owns the hottest method. */
  Optional<Section> hottest() {
    return sections.stream()
        .filter(section -> !section.one().hotMethods().isEmpty())
        .max(
            Comparator.<Section>comparingDouble(section -> hottestMethod(section).self().value())
                .thenComparing(Section::name, Collections.reverseOrder()));
  }

  static HotMethod hottestMethod(Section section) {
    return section.one().hotMethods().get(0);
  }

  /** The inputs that undecided components want, the smallest first. */
  List<Wanted> wanted() {
    return Wanted.of(assessment);
  }

  /** The findings that concern the whole process, each once. */
  List<Finding> processFindings() {
    SortedSet<Finding> findings = new TreeSet<>();
    assessment.components().stream()
        .flatMap(one -> one.findings().stream())
        .filter(Finding::processWide)
        .forEach(findings::add);
    return List.copyOf(findings);
  }

  /** The share of allocated bytes that no component owns. */
  Share unattributedAllocation() {
    if (!assessment.profile().recorded(SampleKind.ALLOCATION)) {
      return Share.UNKNOWN;
    }
    Weight all = assessment.profile().total(SampleKind.ALLOCATION);
    long owned =
        assessment.components().stream().mapToLong(ComponentAssessment::allocatedBytes).sum();
    return Share.weighted(Math.max(0, all.amount() - owned), all.amount(), all.effectiveSamples());
  }

  /** What became of the limits as a whole. */
  LimitsState limits() {
    return LimitsState.of(assessment.limitCheck());
  }

  /** What is promised, and whether it is kept. */
  List<Kept> targets() {
    return Kept.of(assessment.policy(), assessment.profile(), assessment.gc());
  }

  /** Link to the flame graph of all CPU time. */
  Optional<FlameGraphs.Link> flameGraph() {
    return graphs.whole();
  }

  /** Pictures of what no frame of the code base called. */
  Optional<Unowned> unowned() {
    return graphs.unowned();
  }

  /** How long recordings cover; empty where none tells. */
  String recorded() {
    return RecordedText.when(assessment.profile());
  }

  /** Which program was recorded and where, as labels tell. */
  List<String> recordedWhere() {
    return RecordedText.where(assessment.profile());
  }

  /** Versions of every JVM that was seen. */
  String jvmVersions() {
    SortedSet<String> versions = new TreeSet<>(assessment.gc().jvmVersions());
    versions.addAll(assessment.profile().jvmVersions());
    return Show.known(String.join(", ", versions));
  }

  String visibility() {
    return Wording.visibility(
        assessment.gc(),
        assessment.policy().serviceLevel(),
        GcVisibility.of(assessment.gc(), assessment.policy()));
  }
}
