package io.github.rustfit.plugin.report.html;

import io.github.rustfit.engine.trial.MethodId;
import io.github.rustfit.engine.trial.Tried;
import io.github.rustfit.plugin.report.text.GainText;
import io.github.rustfit.rules.evidence.trial.TrialBars;
import io.github.rustfit.rules.evidence.trial.TrialFigures;
import io.github.rustfit.rules.evidence.trial.TrialMachine;
import io.github.rustfit.rules.stats.Format;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a trial measured, as the page shows it. */
public final class TrialRows {

  private final Tried tried;
  private final TrialFigures figures;

  /** Of a trial that measured something. */
  public TrialRows(Tried tried) {
    this.tried = tried;
    this.figures = tried.trial().figures().orElseThrow();
  }

  /**
   * What a call took.
   *
   * @param name what ran
   * @param time CPU time
   * @param part of the longest of them, 0..1
   * @param allocated in the Java heap
   */
  public record Bar(String name, String time, double part, String allocated) {}

  /**
   * Calls of one size.
   *
   * @param most elements of the arguments at most
   * @param calls how many of the run it stands for
   * @param gain over Java, through the boundary
   */
  public record Size(String most, String calls, String gain) {}

  /** On what and when it was tried. */
  public static String where(Tried tried) {
    TrialMachine machine = tried.trial().machine();
    return tried.trial().day()
        + " on "
        + (machine.cpu().isEmpty() ? machine.system() : machine.cpu() + ", " + machine.system())
        + ", "
        + machine.processors()
        + (machine.processors() == 1 ? " processor" : " processors")
        + ", JDK "
        + machine.jdk()
        + ", rustc "
        + machine.rustc()
        + (machine.technique().isEmpty()
            ? ""
            : ", by " + machine.technique().toUpperCase(Locale.ROOT));
  }

  /** {@code Type.method}. */
  public String method() {
    return MethodId.shortOf(tried.trial().entry());
  }

  /** How it was measured, and how fast it is. */
  public String caption() {
    return GainText.of(figures.gain())
        + " of Java's speed through the boundary, in CPU time; "
        + GainText.of(figures.clock())
        + " by the clock. "
        + figures.pairs()
        + " pairs of processes, "
        + (figures.captured() ? "captured" : "made")
        + " arguments, outputs equal in "
        + Format.count(tried.trial().outputs().compared())
        + " calls"
        + (figures.bars().leftToJava() == 0
            ? ""
            : ", " + Format.percent(figures.bars().leftToJava() / 1000.0) + " left to Java")
        + ".";
  }

  /** Java, Rust through the boundary, Rust alone, and other Java that was tried. */
  public List<Bar> bars() {
    TrialBars bars = figures.bars();
    long longest = Math.max(1, Math.max(bars.java(), Math.max(bars.rust(), bars.alone())));
    List<Bar> all = new ArrayList<>();
    all.add(bar("Java", bars.java(), longest, Format.bytes(bars.javaBytes())));
    all.add(bar("Rust through the boundary", bars.rust(), longest, Format.bytes(bars.rustBytes())));
    if (bars.alone() > 0) {
      all.add(bar("Rust on data of its own", bars.alone(), longest, "none"));
    }
    figures
        .other()
        .ifPresent(
            other ->
                all.add(
                    bar(
                        "Other Java: " + other.name(),
                        Math.round(bars.java() / other.gain().value()),
                        longest,
                        "not measured")));
    return all;
  }

  private static Bar bar(String name, long nanos, long longest, String allocated) {
    return new Bar(name, GainText.nanos(nanos), Math.min(1, (double) nanos / longest), allocated);
  }

  /** By size of the arguments. */
  public List<Size> sizes() {
    return figures.sizes().stream()
        .map(
            size ->
                new Size(
                    size.most() == Long.MAX_VALUE ? "no limit" : Format.count(size.most()),
                    size.calls() == 0 ? "unknown" : Format.count(size.calls()),
                    GainText.of(size.gain())))
        .toList();
  }
}
