package io.github.rustfit.trial.bench;

import io.github.rustfit.rules.evidence.trial.TrialFigures;
import io.github.rustfit.rules.evidence.trial.TrialOutputs;
import io.github.rustfit.rules.stats.Format;
import io.github.rustfit.trial.pairs.PairedRatio;
import io.github.rustfit.trial.process.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Tries a port: builds it, runs the differential test, and then pairs of processes in turn, each of
 * which warms up and measures, until the ratio is known well enough or the time is over.
 */
public final class TrialRun {

  private static final Duration DIFFERENTIAL = Duration.ofMinutes(10);
  private static final Duration PREPARE = Duration.ofMinutes(5);

  /** Beside warm-up and measuring a process needs time to start and to read. */
  private static final Duration SLACK = Duration.ofMinutes(2);

  /** A process of Java goes on to warm up while its compilers work, up to five times as long. */
  private static final int MOST_WARM_UPS = 5;

  private final TrialPlan plan;
  private final Consumer<String> progress;
  private final Cargo cargo;
  private final Toolchain jdk;

  private TrialRun(TrialPlan plan, Consumer<String> progress, Cargo cargo, Toolchain jdk) {
    this.plan = plan;
    this.progress = progress;
    this.cargo = cargo;
    this.jdk = jdk;
  }

  /**
   * Builds what is tried.
   *
   * @param progress takes a line now and then
   */
  public static TrialRun of(TrialPlan plan, Consumer<String> progress) throws TrialException {
    try {
      Files.createDirectories(plan.work());
    } catch (IOException e) {
      throw new TrialException(plan.work() + " cannot be made: " + e.getMessage() + ".", e);
    }
    Toolchain jdk = Toolchain.of(plan);
    Cargo cargo = Cargo.of(plan.starter(), plan.work());
    progress.accept("building the port with rustc " + cargo.rustc());
    cargo.build();
    jdk.compile();
    return new TrialRun(plan, progress, cargo, jdk);
  }

  /** Version of the compiler of Rust. */
  public String rustc() {
    return cargo.rustc();
  }

  /** Version of the JDK. */
  public String jdk() {
    return jdk.version();
  }

  /**
   * Compares what Java and Rust give.
   *
   * @return whether both gave the same; what differed is said
   * @throws TrialException if that cannot be found out, as while the body is open
   */
  public TrialOutputs compare() throws TrialException {
    progress.accept("comparing what Java and Rust give");
    List<String> options = new ArrayList<>();
    options.add(shared("Differential"));
    options.add("--complete");
    options.add("--cases=" + plan.inputs().cases());
    if (plan.inputs().length() > 0) {
      options.add("--length=" + plan.inputs().length());
    }
    plan.inputs().captured().ifPresent(place -> options.add("--captured=" + place));
    Path said = plan.work().resolve("differential.said");
    Command.Ended ended = run(java(List.of(), List.of(), options), said, DIFFERENTIAL);
    Equality found = Equality.of(plan.kernel().method(), ended.lines());
    if (found.open()) {
      throw new TrialException(
          "the body of "
              + plan.kernel().method()
              + " is not written yet: "
              + plan.starter().resolve("core/src/" + plan.kernel().module() + ".rs")
              + ". CONTRACT.md beside it says what it owes.");
    }
    if (found.outputs().isEmpty() && found.said().stream().anyMatch(Equality::fault)) {
      throw new TrialException("Java and Rust cannot be compared:\n" + found.text());
    }
    if (found.outputs().isEmpty()) {
      throw new TrialException(
          "the differential test came to no end (status "
              + ended.status()
              + died(ended.status())
              + "). It said (all of it: "
              + said
              + "):\n"
              + text(Command.last(ended, 8)));
    }
    TrialOutputs outputs = found.outputs().get();
    if (!outputs.equal()) {
      progress.accept("Java and Rust do not give the same:\n" + found.text());
    }
    return outputs;
  }

  /** How the library is called, and what was measured. */
  public record Measured(String technique, TrialFigures figures) {}

  /**
   * Measures in pairs.
   *
   * @param keep takes what is known after each pair from the first on
   * @throws TrialException if nothing can be measured, or a process dies; what was kept holds
   */
  public Measured measure(Consumer<Measured> keep) throws TrialException {
    Path inputs = plan.work().resolve(plan.kernel().module() + ".inputs");
    List<Double> weights = prepare(inputs);
    List<String> bars = new ArrayList<>(List.of("java", "rust", "alone"));
    plan.other().ifPresent(other -> bars.add("other"));
    Rounds rounds = new Rounds(weights, plan.other().map(TrialPlan.OtherCode::name).orElse(""));
    long start = System.nanoTime();
    while (true) {
      Rounds.Round round = round(bars, rounds.count() % 2 == 1, inputs, weights.size());
      rounds.add(round);
      Measured measured = new Measured(round.rust().way(), rounds.figures());
      keep.accept(measured);
      PairedRatio gain = rounds.gain();
      Duration spent = Duration.ofNanos(System.nanoTime() - start);
      boolean over =
          rounds.count() >= plan.measuring().rule().fewest()
              && spent.compareTo(plan.measuring().budget()) > 0;
      boolean enough = plan.measuring().rule().enough(rounds.count(), gain);
      progress.accept(line(rounds.count(), gain, spent, enough || over));
      if (enough || over) {
        return measured;
      }
    }
  }

  private String line(int pairs, PairedRatio gain, Duration spent, boolean last) {
    String interval =
        gain.low() == 0
            ? ""
            : " (" + Format.factor(gain.low()) + " – " + Format.factor(gain.high()) + ")";
    long left =
        spent.toSeconds()
            * Math.max(1, plan.measuring().rule().fewest() - pairs)
            / Math.max(1, pairs);
    String end =
        last
            ? ""
            : pairs < plan.measuring().rule().fewest()
                ? ", about " + left + " s to go"
                : ", not narrow enough yet";
    return String.format(
        Locale.ROOT, "pair %d: %s%s%s", pairs, Format.factor(gain.value()), interval, end);
  }

  /** Chooses the calls that are timed; gives how many calls of the program each size stands for. */
  private List<Double> prepare(Path inputs) throws TrialException {
    List<String> words =
        new ArrayList<>(
            List.of(shared("Bench"), plan.kernel().binding(), "inputs", inputs.toString()));
    plan.inputs().captured().ifPresent(place -> words.add(place.toString()));
    if (plan.inputs().captured().isEmpty() && plan.inputs().length() > 0) {
      words.add("--length=" + plan.inputs().length());
    }
    Path said = plan.work().resolve("inputs.said");
    Command.Ended ended = run(java(List.of(), List.of(), words), said, PREPARE);
    if (ended.status() != 0) {
      throw new TrialException(
          "no calls could be chosen (status "
              + ended.status()
              + "):\n"
              + text(Command.last(ended, 6)));
    }
    List<Double> weights =
        ended.lines().stream()
            .filter(line -> line.startsWith("inputs "))
            .map(line -> Double.valueOf(line.split(" ")[3]))
            .toList();
    if (weights.isEmpty()) {
      throw new TrialException(
          plan.inputs().captured().isPresent()
              ? "no captured call of "
                  + plan.kernel().method()
                  + " in "
                  + plan.inputs().captured().get()
                  + " ended with a result in Java: capture the program under its load."
              : "Java takes none of the arguments that were made: it throws for all. Capture real"
                  + " ones (rustfit.capture), or say how long arrays have to be with"
                  + " rustfit.length.");
    }
    return weights;
  }

  private Rounds.Round round(List<String> bars, boolean backwards, Path inputs, int sizes)
      throws TrialException {
    Seen[] seen = new Seen[bars.size()];
    for (int i = 0; i < seen.length; i++) {
      int at = backwards ? seen.length - 1 - i : i;
      seen[at] = bar(bars.get(at), inputs, sizes);
    }
    return new Rounds.Round(
        seen[0], seen[1], seen[2], seen.length > 3 ? Optional.of(seen[3]) : Optional.empty());
  }

  private Seen bar(String bar, Path inputs, int sizes) throws TrialException {
    TrialPlan.Measuring measuring = plan.measuring();
    String warm = String.valueOf(measuring.warmUp().toMillis());
    String time = String.valueOf(measuring.time().toMillis());
    List<String> words;
    if (bar.equals("alone")) {
      words =
          List.of(
              cargo.nativeBench().toString(),
              plan.kernel().module(),
              inputs.toString(),
              String.valueOf(measuring.warmUp().toMillis() / 4),
              String.valueOf(measuring.time().toMillis() / 2));
    } else {
      Optional<TrialPlan.OtherCode> other = bar.equals("other") ? plan.other() : Optional.empty();
      boolean named = other.filter(one -> !one.method().isEmpty()).isPresent();
      words =
          java(
              other.map(TrialPlan.OtherCode::classes).orElse(List.of()),
              named ? List.of("-Drustfit.bench.other=" + other.orElseThrow().method()) : List.of(),
              List.of(
                  shared("Bench"),
                  plan.kernel().binding(),
                  bar.equals("other") && !named ? "java" : bar,
                  inputs.toString(),
                  warm,
                  time));
    }
    Path said = plan.work().resolve("bar-" + bar + ".said");
    Duration limit =
        measuring.warmUp().multipliedBy(MOST_WARM_UPS).plus(measuring.time()).plus(SLACK);
    Command.Ended ended = run(words, said, limit);
    Optional<Seen> seen = ended.status() == 0 ? Seen.of(ended.lines()) : Optional.empty();
    return seen.filter(one -> one.sizes().size() == sizes)
        .orElseThrow(
            () ->
                new TrialException(
                    "the process that times "
                        + of(bar)
                        + " came to no end (status "
                        + ended.status()
                        + died(ended.status())
                        + "). It said (all of it: "
                        + said
                        + "):\n"
                        + text(Command.last(ended, 8))));
  }

  private static String of(String bar) {
    return switch (bar) {
      case "java" -> "Java";
      case "rust" -> "Rust through the boundary";
      case "alone" -> "Rust alone";
      default -> "the other Java code";
    };
  }

  /** POSIX: a process that a signal ended has a status of 128 and its number in Java. */
  private static String died(int status) {
    return status > 128 && status < 160 ? ": it crashed, signal " + (status - 128) : "";
  }

  private List<String> java(List<Path> first, List<String> properties, List<String> words)
      throws TrialException {
    return jdk.java(first, cargo.library(plan.kernel().library()), properties, words);
  }

  private String shared(String name) {
    return "rustfit." + plan.kernel().part() + "." + name;
  }

  private Command.Ended run(List<String> words, Path said, Duration limit) throws TrialException {
    try {
      return new Command(words, plan.starter(), said, limit).run();
    } catch (IOException e) {
      throw new TrialException(words.get(0) + ": " + e.getMessage() + ". What it said: " + said, e);
    }
  }

  private static String text(List<String> lines) {
    return lines.stream().map(line -> "    " + line).collect(Collectors.joining("\n"));
  }
}
