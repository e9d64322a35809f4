package io.github.rustfit.plugin.report.text;

import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.component.Recorded;
import io.github.rustfit.rules.evidence.base.Input;
import io.github.rustfit.rules.evidence.base.Labels;
import io.github.rustfit.rules.evidence.base.LineCounts;
import io.github.rustfit.rules.evidence.gc.GcSummary;
import io.github.rustfit.rules.evidence.gc.PauseHistogram;
import io.github.rustfit.rules.evidence.gc.PauseTotal;
import io.github.rustfit.rules.evidence.profile.ProfileSummary;
import io.github.rustfit.rules.evidence.profile.RecordingFacts;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import io.github.rustfit.rules.precedent.Trait;
import io.github.rustfit.rules.rule.Finding;
import io.github.rustfit.rules.rule.Threshold;
import io.github.rustfit.rules.stats.Format;
import io.github.rustfit.rules.stats.Share;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Format and names as every writer shows them. What is unknown reads {@value #UNKNOWN}. */
public final class Show {

  /** How what is unknown reads. */
  public static final String UNKNOWN = "unknown";

  private static final Pattern AFTER_PIECE = Pattern.compile("(?<=[/.])");

  private static final int SHORT_DIGEST = 12;

  /** The smallest share that one decimal of a percentage can show. */
  private static final double SMALLEST = 0.001;

  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  private Show() {}

  /** The name of a constant in JSON: lower case, hyphens. */
  public static String id(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The text, or {@value #UNKNOWN} when there is none. */
  public static String known(String text) {
    return text.isEmpty() ? UNKNOWN : text;
  }

  /** A share in percent without its interval. */
  public static String share(Share share) {
    if (!share.known()) {
      return UNKNOWN;
    }
    boolean tiny = share.value() > 0 && share.value() < SMALLEST / 2;
    return tiny ? "< " + Format.percent(SMALLEST) : Format.percent(share.value());
  }

  /** The bounds of a share, e.g. {@code 30.8–31.6 %}. */
  public static String interval(Share share) {
    return String.format(Locale.ROOT, "%.1f–%.1f %%", share.low() * 100, share.high() * 100);
  }

  /** A length in percent of a bar, for an SVG attribute. */
  public static String length(double share) {
    return String.format(Locale.ROOT, "%.2f", share * 100);
  }

  /** With commas between the thousands. */
  public static String count(long count) {
    return Format.count(count);
  }

  /** With commas between the thousands and without needless decimals. */
  public static String number(OptionalDouble value) {
    return value.isPresent() ? Format.number(value.getAsDouble()) : UNKNOWN;
  }

  /** In milliseconds. */
  public static String millis(OptionalDouble ms) {
    return ms.isPresent() ? Format.millis(ms.getAsDouble()) : UNKNOWN;
  }

  /** A duration in the two units that matter, e.g. {@code 12 min 30 s}; 0 is unknown. */
  public static String duration(long nanos) {
    if (nanos <= 0) {
      return UNKNOWN;
    }
    double seconds = nanos / 1e9;
    if (seconds < 60) {
      return Format.number(seconds) + " s";
    }
    long whole = Math.round(seconds);
    return whole < 3600
        ? twoUnits(whole / 60, "min", whole % 60, "s")
        : twoUnits(whole / 3600, "h", whole % 3600 / 60, "min");
  }

  private static String twoUnits(long large, String largeUnit, long small, String smallUnit) {
    return large + " " + largeUnit + (small == 0 ? "" : " " + small + " " + smallUnit);
  }

  /** A path or the name of a package in pieces, between which a line may break. */
  public static List<String> pieces(String name) {
    return List.of(AFTER_PIECE.split(name));
  }

  /** A sum of pauses: in seconds from 1 s on. */
  public static String total(long nanos) {
    return nanos < NANOS_PER_SECOND
        ? Format.millis(nanos)
        : String.format(Locale.ROOT, "%.1f s", nanos / 1e9);
  }

  /** Number of samples of a kind; unknown when they were not enabled. */
  public static String samples(ProfileSummary profile, SampleKind kind) {
    return profile.recorded(kind) ? Format.count(profile.total(kind).samples()) : UNKNOWN;
  }

  /** What a kind of event is. */
  public static String kind(SampleKind kind) {
    return switch (kind) {
      case LOCK -> "Waiting for a lock";
      case PARK -> "Parked";
      case SOCKET -> "Waiting for a socket";
      case FILE -> "Waiting for a file";
      case PINNED -> "Virtual thread pinned";
      case EXCEPTION -> "Exceptions thrown";
      case LIVE -> "Sampled objects still alive";
      case NATIVE_MEMORY -> "Native memory allocated";
      case COMPILER -> "CPU of the JIT compiler's threads";
      case COLLECTOR -> "CPU of the collector's threads";
      case VM -> "CPU of other threads of the JVM";
      case CPU, NATIVE, WALL, ALLOCATION -> id(kind);
    };
  }

  /** The sum of a kind of event in its unit. */
  public static String amount(Recorded one) {
    return switch (one.kind().unit()) {
      case "ns" -> total(one.amount());
      case "bytes" -> one.weighed() ? Format.bytes(one.amount()) : UNKNOWN;
      default -> "counted only";
    };
  }

  /** The share of a kind of event; unknown when nothing of it was weighed. */
  public static String portion(Recorded one) {
    return one.weighed() ? Format.percent(one.share()) : UNKNOWN;
  }

  /** From which duration on a kind was recorded. */
  public static String threshold(RecordingFacts facts, SampleKind kind) {
    if (!kind.unit().equals("ns")) {
      return "no threshold";
    }
    Long nanos = facts.thresholds().get(kind);
    return nanos == null ? UNKNOWN : nanos == 0 ? "any duration" : Format.millis((long) nanos);
  }

  /** Share of the observed time without pauses; two decimals, since it is close to 100 %. */
  public static String throughput(GcSummary gc) {
    return String.format(Locale.ROOT, "%.2f %%", gc.throughput() * 100);
  }

  /** How many of a log's lines were understood, and which should have been but were not. */
  public static String lines(LineCounts lines) {
    if (!lines.known()) {
      return UNKNOWN;
    }
    String understood =
        Format.count(lines.recognised()) + " of " + Format.count(lines.total()) + " understood";
    if (lines.unplaced() == 0) {
      return understood;
    }
    String first =
        lines.firstUnplaced().stream().map(Format::count).collect(Collectors.joining(", "));
    return understood
        + ", "
        + Format.count(lines.unplaced())
        + " could not be placed"
        + (first.isEmpty() ? "" : " (line " + first + ")");
  }

  /** The icon of an input's status. */
  public static String icon(Input.Status status) {
    return switch (status) {
      case READ -> "pass";
      case PARTIAL -> "warning";
      case FAILED -> "error";
    };
  }

  /** {@code file:line}, as far as it is known. */
  public static String where(String file, int line) {
    return file.isEmpty() ? UNKNOWN : file + (line > 0 ? ":" + line : "");
  }

  /** The part of a path up to its last slash, slash included. */
  public static String directoryOf(String path) {
    return path.substring(0, path.lastIndexOf('/') + 1);
  }

  /** The part of a path after its last slash. */
  public static String fileNameOf(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** Of which program an input is: {@code service orders, version 1.4}; empty if nobody says. */
  public static String labels(Labels labels) {
    return Labels.NAMES.stream()
        .filter(name -> !labels.value(name).isEmpty())
        .map(name -> name + " " + labels.value(name))
        .collect(Collectors.joining(", "));
  }

  /** The beginning of a digest, enough to tell inputs apart. */
  public static String digest(String sha256) {
    return sha256.isEmpty()
        ? UNKNOWN
        : sha256.substring(0, Math.min(SHORT_DIGEST, sha256.length()));
  }

  /** The part of a binary class name up to its last dot, dot included. */
  public static String packageOf(String className) {
    return className.substring(0, className.lastIndexOf('.') + 1);
  }

  /** The part of a binary class name after its last dot. */
  public static String simpleName(String className) {
    return className.substring(className.lastIndexOf('.') + 1);
  }

  /** {@code 1 component}, {@code 4 components}. */
  public static String plural(long count, String one) {
    return Format.count(count) + " " + one + (count == 1 ? "" : "s");
  }

  /** What a finding was measured to cost, e.g. {@code 5.0 % of CPU}; empty when not measured. */
  public static String cost(Finding finding) {
    return Stream.of(
            cost(finding.cpu(), " of CPU"),
            cost(finding.allocation(), " of allocated bytes"),
            finding.waitedNanos() > 0 ? total(finding.waitedNanos()) + " of waiting" : "")
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private static String cost(Share share, String of) {
    return share.known() && share.value() > 0 ? share(share) + of : "";
  }

  /** Pauses by cause, the largest sum first. */
  public static List<Map.Entry<String, PauseTotal>> causes(GcSummary gc) {
    return largest(gc.causes());
  }

  /** Durations by name, the largest sum first. */
  public static List<Map.Entry<String, PauseTotal>> largest(Map<String, PauseTotal> totals) {
    return totals.entrySet().stream()
        .sorted(
            Comparator.<Map.Entry<String, PauseTotal>>comparingLong(
                    cause -> -cause.getValue().totalNanos())
                .thenComparing(Map.Entry::getKey))
        .toList();
  }

  /** A key of {@link #pauseFigures} as people write it. */
  public static String pauseLabel(String key) {
    return switch (key) {
      case "max" -> "Longest";
      case "p999" -> "p99.9";
      default -> key;
    };
  }

  /** The figures of a pause histogram in nanoseconds: {@code max}, {@code p50}, … {@code p999}. */
  public static Map<String, Long> pauseFigures(PauseHistogram pauses) {
    Map<String, Long> figures = new LinkedHashMap<>();
    figures.put("max", pauses.maxNanos());
    figures.put("p50", pauses.percentileNanos(50));
    figures.put("p95", pauses.percentileNanos(95));
    figures.put("p99", pauses.percentileNanos(99));
    figures.put("p999", pauses.percentileNanos(99.9));
    return figures;
  }

  /** A threshold's value with its unit; shares as percentages. */
  public static String threshold(Threshold threshold) {
    return threshold.unit().equals("share")
        ? Format.number(threshold.value() * 100) + " %"
        : Format.number(threshold.value()) + " " + threshold.unit();
  }

  /** Traits in a list, or a word that there are none. */
  public static String traits(List<Trait> traits) {
    return traits.isEmpty()
        ? "nothing"
        : traits.stream().map(Trait::text).collect(Collectors.joining(", "));
  }

  /** Whether what crossed in a published case would cross here, in words. */
  public static String crossing(Answer same) {
    return switch (same) {
      case YES -> "as here";
      case NO -> "unlike here";
      case UNKNOWN -> "not known here";
    };
  }
}
