package io.github.rustfit.trial.tune;

import io.github.rustfit.rules.evidence.gc.GcSummary;
import io.github.rustfit.rules.evidence.tuning.Aim;
import io.github.rustfit.trial.process.Usage;
import io.github.rustfit.trial.process.Watched;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs the program once with a configuration. */
final class Runner {

  /** Most that is searched of what a program said, from its end, in bytes. */
  private static final int MOST = 8 << 20;

  private static final int MORE_TRIES = 2;
  private static final int LAST_LINES = 3;
  private static final int LONGEST_LINE = 200;
  private static final double MICROS = 1e3;

  private final TunePlan plan;
  private final Function<Path, GcSummary> logs;
  private int runs;

  /**
   * @param logs reads the log of a JVM
   */
  Runner(TunePlan plan, Function<Path, GcSummary> logs) {
    this.plan = plan;
    this.logs = logs;
  }

  /** A run that did not do what it should; the message ends without a full stop. */
  static class Failed extends Exception {

    private static final long serialVersionUID = 1;

    private final String why;

    Failed(String why) {
      super(why);
      this.why = why;
    }

    /** Whether it may have run well, only that nobody saw it: it was over too soon. */
    boolean isUnseen() {
      return false;
    }

    /** The message. */
    String why() {
      return why;
    }
  }

  /** A run that was over before it was looked at; what it takes is not known. */
  private static final class Unseen extends Failed {

    private static final long serialVersionUID = 1;

    Unseen(String why) {
      super(why);
    }

    @Override
    boolean isUnseen() {
      return true;
    }
  }

  /**
   * Runs it; again if nobody saw it, as whether a short one is met by a look is chance.
   *
   * @param until how long
   * @param training whether this run prepares what later ones use
   */
  Seen run(Configuration configuration, Watched.Until until, boolean training)
      throws Failed, TuneException {
    for (int left = MORE_TRIES; ; left--) {
      try {
        return once(configuration, until, training);
      } catch (Failed e) {
        if (left == 0 || !e.isUnseen()) {
          throw e;
        }
      }
    }
  }

  private Seen once(Configuration configuration, Watched.Until until, boolean training)
      throws Failed, TuneException {
    TunePlan.Code code = configuration.code().orElse(plan.code());
    Path folder = plan.work().resolve(label(++runs, configuration));
    Path said = said(folder);
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new TuneException(folder + " cannot be made: " + e.getMessage(), e);
    }
    List<String> options =
        training
            ? configuration.training().map(Configuration.Training::options).orElseThrow()
            : configuration.options();
    Watched.Seen seen;
    try {
      seen =
          Shell.run(code, configuration.jdk(), options, folder, plan.measuring().recorded(), until)
              .run();
    } catch (IOException e) {
      if (Thread.currentThread().isInterrupted()) {
        throw new TuneException("it was interrupted", e);
      }
      throw new Failed(e.getMessage() + last(said));
    }
    if (seen.status() != 0 && !seen.asked()) {
      throw new Failed("it ended with status " + seen.status() + last(said));
    }
    if (code.image().isPresent()) {
      return figures(seen, image(seen, code.image().get(), folder), folder);
    }
    SortedMap<Long, GcSummary> jvms = jvms(folder);
    if (jvms.isEmpty()) {
      throw new Failed(
          "no JVM of the command wrote its log, so the options did not reach one; the command"
              + " needs "
              + Shell.OPTIONS
              + " where options of the JVM go, or to hand on JAVA_TOOL_OPTIONS"
              + last(said));
    }
    return figures(seen, jvms, folder);
  }

  /** The processes that ran an executable, which writes no log. */
  private SortedMap<Long, GcSummary> image(Watched.Seen seen, Path image, Path folder)
      throws Failed {
    SortedMap<Long, GcSummary> found = new TreeMap<>();
    seen.programs()
        .forEach(
            (pid, program) -> {
              if (program.equals(image.toString())) {
                found.put(pid, GcSummary.EMPTY);
              }
            });
    if (found.isEmpty()) {
      throw new Unseen(
          "no process ran "
              + image
              + ", or it ended before it could be looked at; a command that does not launch java"
              + " itself needs ${"
              + Shell.IMAGE
              + ":-java …} in its place"
              + last(said(folder)));
    }
    if (plan.goal().aim() == Aim.PAUSES) {
      throw new Failed("an executable writes no log of its pauses");
    }
    return found;
  }

  private Seen figures(Watched.Seen seen, SortedMap<Long, GcSummary> jvms, Path folder)
      throws Failed {
    Path said = said(folder);
    double cpu = 0;
    double resident = 0;
    GcSummary log = GcSummary.EMPTY;
    for (var jvm : jvms.entrySet()) {
      Usage usage = seen.usage().getOrDefault(jvm.getKey(), new Usage(0, 0));
      cpu += usage.cpuNanos();
      resident += usage.residentBytes();
      log = log.merge(jvm.getValue());
    }
    if ((plan.goal().aim() == Aim.CPU && cpu == 0)
        || (plan.goal().aim() == Aim.MEMORY && resident == 0)) {
      throw new Unseen(
          "it ended before it could be looked at, or is in another container" + last(said));
    }
    double work = 1;
    if (plan.counting().work().isPresent()) {
      work =
          number(plan.counting().work().get(), said)
              .orElseThrow(
                  () ->
                      new Failed(
                          "what it said has no number where "
                              + plan.counting().work().get().pattern()
                              + " looks for the work done"
                              + last(said)));
      if (!(work > 0)) {
        throw new Failed("by what it said it did no work" + last(said));
      }
    }
    if (plan.counting().event().isPresent()) {
      work = Events.count(folder, plan.counting().event().get());
    }
    OptionalDouble latency = OptionalDouble.empty();
    if (plan.counting().latency().isPresent()) {
      latency = number(plan.counting().latency().get(), said);
      if (latency.isEmpty()) {
        throw new Failed(
            "what it said has no number where "
                + plan.counting().latency().get().pattern()
                + " looks for the latency"
                + last(said));
      }
    }
    if (plan.counting().ready().isPresent() && seen.readyNanos() < 0) {
      throw new Failed(
          "it never said that it was ready, by "
              + plan.counting().ready().get().pattern()
              + last(said));
    }
    return new Seen(
        work,
        cpu / work,
        seen.wallNanos() / work,
        resident,
        latency.orElse(0) * MICROS,
        plan.counting().ready().isPresent() ? seen.readyNanos() : 0,
        (double) seen.othersNanos() / Math.max(1, seen.wallNanos()),
        log);
  }

  /** The folder's name says which run it is, and of what. */
  private static String label(int run, Configuration configuration) {
    String name = configuration.name().replaceAll("[^A-Za-z0-9.]+", "-");
    return String.format(Locale.ROOT, "run-%03d-%s", run, name);
  }

  private static Path said(Path folder) {
    return folder.resolve("said.txt");
  }

  /** The logs of JVMs, by their processes. */
  private SortedMap<Long, GcSummary> jvms(Path folder) throws TuneException {
    SortedMap<Long, GcSummary> found = new TreeMap<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "gc-*.log")) {
      for (Path file : files) {
        String pid = String.valueOf(file.getFileName()).replaceAll("[^0-9]", "");
        if (!pid.isEmpty() && pid.length() < 12) {
          found.put(Long.parseLong(pid), logs.apply(file));
        }
      }
    } catch (IOException e) {
      throw new TuneException(folder + " cannot be read: " + e.getMessage(), e);
    }
    return found;
  }

  private static OptionalDouble number(Pattern pattern, Path said) throws Failed {
    OptionalDouble found = OptionalDouble.empty();
    Matcher matcher = pattern.matcher(tail(said));
    while (matcher.find()) {
      String text = Optional.ofNullable(matcher.group(1)).orElse("").replaceAll("[, _]", "");
      try {
        found = OptionalDouble.of(Double.parseDouble(text));
      } catch (NumberFormatException e) {
        throw new Failed("'" + text + "', found by " + pattern.pattern() + ", is no number");
      }
    }
    return found.isPresent() && Double.isFinite(found.getAsDouble())
        ? found
        : OptionalDouble.empty();
  }

  private static String tail(Path said) {
    try (var channel = Files.newByteChannel(said)) {
      long from = Math.max(0, channel.size() - MOST);
      channel.position(from);
      byte[] bytes = java.nio.channels.Channels.newInputStream(channel).readNBytes(MOST);
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }

  /** Its last words, in one line. */
  private static String last(Path said) {
    List<String> lines = new ArrayList<>();
    for (String line : tail(said).lines().toList()) {
      String plain = line.replaceAll("\u001b\\[[0-9;]*[A-Za-z]", "").replaceAll("\\p{Cntrl}", " ");
      if (!plain.isBlank()) {
        lines.add(plain.strip());
      }
    }
    Collection<String> end = lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size());
    String text = String.join(" / ", end);
    return text.isEmpty()
        ? ""
        : ": " + (text.length() > LONGEST_LINE ? text.substring(0, LONGEST_LINE) + "…" : text);
  }
}
