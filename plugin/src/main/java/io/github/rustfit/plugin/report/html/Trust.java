package io.github.rustfit.plugin.report.html;

import io.github.rustfit.engine.assessment.Assessment;
import io.github.rustfit.engine.assessment.ComponentAssessment;
import io.github.rustfit.engine.assessment.Ruling;
import io.github.rustfit.engine.fold.CutShares;
import io.github.rustfit.engine.runs.RecordedPrograms;
import io.github.rustfit.plugin.report.text.Show;
import io.github.rustfit.plugin.report.text.Wording;
import io.github.rustfit.rules.evidence.base.Input;
import io.github.rustfit.rules.evidence.gc.GcSummary;
import io.github.rustfit.rules.evidence.profile.ProfileSummary;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import io.github.rustfit.rules.evidence.profile.Weight;
import io.github.rustfit.rules.rule.Need;
import io.github.rustfit.rules.rule.RuleContext;
import io.github.rustfit.rules.stats.Format;
import io.github.rustfit.rules.stats.Share;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What was read, and how far it can be trusted, in a few rows.
 *
 * @param assessment what is reported
 */
record Trust(Assessment assessment) {

  /**
   * A row.
   *
   * @param what what it is about
   * @param part id of the part of the page that has more
   * @param read what was read
   * @param trust how far that goes
   */
  record Row(String what, String part, String read, String trust) {}

  /** The share for which precision is stated: about where a component begins to matter. */
  private static final double EXAMPLE = 0.2;

  List<Row> rows() {
    return Stream.of(
            Stream.of(recordings(), collections()),
            program().stream(),
            part().stream(),
            folded().stream(),
            Stream.of(load(), source(), problems(), limits(), decisions()))
        .flatMap(rows -> rows)
        .toList();
  }

  /** What was looked at where that is not all, and how long start-up takes. */
  private Optional<Row> part() {
    TimeWindow window = TimeWindow.of(assessment);
    List<String> parts = window.parts();
    long startUp = window.startUpNanos();
    if (parts.isEmpty() && startUp == 0) {
      return Optional.empty();
    }
    String compiled =
        startUp == 0
            ? "No recording tells when compiling had died down."
            : "Compiling had died down "
                + Show.duration(startUp)
                + " after the start of the JVM; what came before is "
                + (window.skipsStartUp()
                    ? "left out."
                    : parts.isEmpty()
                        ? "counted as well (rustfit.skipStartup leaves it out)."
                        : "not left out for that.");
    return Optional.of(
        new Row(
            "Time",
            "inputs",
            parts.isEmpty() ? "all of it" : "only a part: " + String.join("; ", parts),
            compiled));
  }

  /** Of which program the inputs are, where anything says it. */
  private Optional<Row> program() {
    String program = RecordedPrograms.of(assessment.inputs());
    String several = RecordedPrograms.several(assessment.inputs());
    return program.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Row(
                "Program",
                "inputs",
                program,
                several.isEmpty()
                    ? "As the labels of the inputs say; inputs without any are taken for the same."
                    : several));
  }

  /** What folding has cut. */
  private Optional<Row> folded() {
    String cut = CutShares.words(assessment.profile());
    return cut.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Row(
                "Folded",
                "inputs",
                "sums of recordings",
                "Rare stacks were cut and do not show all their callers: "
                    + cut
                    + ". Where runs are counted, each sum is one."));
  }

  private Row recordings() {
    ProfileSummary profile = assessment.profile();
    long files = assessment.inputs().stream().filter(input -> !input.gcLog()).count();
    boolean sampled = profile.recorded(SampleKind.CPU) || profile.recorded(SampleKind.ALLOCATION);
    if (!sampled) {
      return new Row(
          "Recordings",
          "inputs",
          files == 0 ? "none" : Show.plural(files, "file") + " without CPU or allocation samples",
          (profile.recorded(SampleKind.WALL)
                  ? "They tell what is waited for, and nothing of CPU or allocation. "
                  : "No CPU or allocation was measured. ")
              + Need.CPU_PROFILE.toProvide());
    }
    return new Row(
        "Recordings",
        "inputs",
        Show.plural(files, "file")
            + ", "
            + (profile.recordedNanos() > 0
                ? Show.duration(profile.recordedNanos()) + " together"
                : "of unknown duration")
            + ": CPU samples "
            + Show.samples(profile, SampleKind.CPU)
            + ", allocation samples "
            + Show.samples(profile, SampleKind.ALLOCATION),
        "CPU: "
            + precision(SampleKind.CPU, RuleContext.MIN_CPU_SAMPLES.value())
            + ". Allocation: "
            + precision(SampleKind.ALLOCATION, RuleContext.MIN_ALLOCATION_SAMPLES.value())
            + ".");
  }

  private String precision(SampleKind kind, double least) {
    if (!assessment.profile().recorded(kind)) {
      return "not recorded";
    }
    Weight all = assessment.profile().total(kind);
    if (all.samples() < least) {
      return "too few samples to judge by, at least " + Format.number(least) + " are needed";
    }
    Share share =
        Share.weighted(Math.round(all.amount() * EXAMPLE), all.amount(), all.effectiveSamples());
    return "a share of "
        + Format.percent(EXAMPLE)
        + " is known to within "
        + String.format(Locale.ROOT, "%.1f", (share.high() - share.low()) / 2 * 100)
        + " percentage points";
  }

  private Row collections() {
    GcSummary gc = assessment.gc();
    long logs = assessment.inputs().stream().filter(Input::gcLog).count();
    if (!gc.known()) {
      return new Row(
          "GC logs",
          "pauses",
          logs == 0 ? "none" : Show.plural(logs, "file") + " without collections",
          "Pauses are unknown. " + Need.GC_PAUSES.toProvide());
    }
    boolean enough = gc.timed() && gc.collections() >= RuleContext.MIN_COLLECTIONS.value();
    return new Row(
        "GC logs",
        "pauses",
        (logs == 0 ? "none; as recordings have it" : Show.plural(logs, "file"))
            + ": "
            + Show.plural(gc.collections(), "collection")
            + (gc.timed() ? " in " + Show.duration(gc.pauseObservedNanos()) : ", without times"),
        enough
            ? "Enough collections to judge pauses by."
            : "Too few to judge pauses by. " + Need.GC_PAUSES.toProvide());
  }

  private Row load() {
    Optional<Boolean> declared = assessment.policy().representative();
    if (declared.isEmpty()) {
      return new Row(
          "Load",
          "inputs",
          tested() + "nobody declared whether it stands for production",
          "No component can come out as “review for Rust”. Declare recording.representative in"
              + " rustfit.yaml.");
    }
    return declared.get()
        ? new Row(
            "Load",
            "inputs",
            tested() + "declared to stand for production",
            "As far as the declaration goes: no figure here can check it.")
        : new Row(
            "Load",
            "inputs",
            tested() + "declared not to stand for production",
            "No component can come out as “review for Rust” on it.");
  }

  /** What a harness ran, as the beginning of a sentence. */
  private String tested() {
    String recorded = Wording.recorded(assessment);
    return recorded.isEmpty() ? "" : recorded + "; ";
  }

  private Row source() {
    List<ComponentAssessment> sampled =
        assessment.components().stream().filter(one -> one.sourceMatch().known()).toList();
    Optional<ComponentAssessment> worst =
        sampled.stream()
            .min(
                Comparator.<ComponentAssessment>comparingDouble(one -> one.sourceMatch().value())
                    .thenComparing(one -> one.component().name()));
    if (worst.isEmpty()) {
      return new Row(
          "Source",
          "components",
          Show.plural(assessment.components().size(), "component") + ", none with CPU samples",
          "Whether the recording is of this source is unknown.");
    }
    return new Row(
        "Source",
        "components",
        Show.plural(sampled.size(), "component") + " with CPU samples",
        worst.get().sourceMatch().value() == 1
            ? "Every one of their samples points at a method and line of the checked-out source."
            : "Of each one's samples at least "
                + Show.share(worst.get().sourceMatch())
                + " point at a method and line of the checked-out source (fewest in "
                + worst.get().component().name()
                + "); the others are of another version.");
  }

  private Row problems() {
    List<Input> inputs = assessment.inputs();
    long whole = inputs.stream().filter(input -> input.status() == Input.Status.READ).count();
    int problems = assessment.problems().size();
    return new Row(
        "Problems",
        problems == 0 ? "inputs" : "problems",
        problems == 0 ? "none" : Show.plural(problems, "problem"),
        inputs.isEmpty()
            ? "No recording or log was attached."
            : whole
                + " of "
                + Show.plural(inputs.size(), "input")
                + (inputs.stream().allMatch(input -> input.part().isEmpty())
                    ? " read in full"
                    : " read without a problem, of each the part that was asked for")
                + (whole == inputs.size() ? "." : "; what was read of the others is used."));
  }

  private Row limits() {
    int errors = assessment.limitCheck().errors().size();
    int warnings = assessment.limitCheck().violations().size() - errors;
    return new Row(
        "Thresholds crossed",
        "limit-check",
        errors + warnings == 0
            ? "none"
            : Show.plural(errors, "error") + ", " + Show.plural(warnings, "warning"),
        Wording.limitCheck(assessment.limitCheck(), assessment.policy()));
  }

  private Row decisions() {
    List<Ruling> rulings = assessment.limitCheck().rulings();
    long inForce =
        rulings.stream().filter(ruling -> ruling.state() == Ruling.State.IN_FORCE).count();
    return new Row(
        "Decisions",
        "limit-check",
        rulings.isEmpty()
            ? "none"
            : Show.plural(rulings.size(), "decision") + ", " + inForce + " in force",
        "No verdict below was changed by a recorded decision of people: decisions only silence the"
            + " limit check.");
  }
}
