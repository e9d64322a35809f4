package io.github.rustfit.engine.seam;

import static io.github.rustfit.rules.stats.Format.percent;

import io.github.rustfit.rules.component.Passages;
import io.github.rustfit.rules.rule.RuleContext;
import io.github.rustfit.rules.rule.Threshold;
import io.github.rustfit.rules.stats.Share;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Collectors;

/**
 * The smallest boundary that a native part of a component could have.
 *
 * @param entries the methods to cut at, the most important first; empty when no method that was
 *     sampled fits the source
 * @param covered share of the component's CPU samples behind the boundary, 0..1
 * @param ease how readily the least ready entry is cut off
 * @param shape what the native part would be
 * @param why the reason for the shape
 * @param webAssembly whether a WebAssembly module would do as well
 * @param against what speaks against this boundary
 * @param budget what crossing may cost; empty when the CPU time of the process was not recorded
 * @param difficulty what makes the component hard to port
 * @param kernels methods that much of the CPU time of the process passes through, most of it first
 * @param portability what stands between one of these and a port; empty when nobody looked
 */
public record Seam(
    List<Entry> entries,
    double covered,
    Ease ease,
    EntryShape shape,
    String why,
    boolean webAssembly,
    List<String> against,
    Optional<Budget> budget,
    PortDifficulty difficulty,
    List<Entry> kernels,
    Optional<Portability> portability) {

  private static final String ASSUMED = "project assumption, no published figure fits";

  /** CPU share from which on a boundary is looked for. */
  public static final Threshold HOT =
      new Threshold("CPU share worth a boundary", 0.05, "share", ASSUMED);

  /** Share of the component's CPU that is enough behind a boundary. */
  public static final Threshold ENOUGH =
      new Threshold("CPU behind the boundary, enough", 0.9, "share", ASSUMED);

  /** Least share of the component's CPU behind a boundary that is preferred for its types. */
  public static final Threshold KERNEL =
      new Threshold("CPU behind the boundary, least", 0.5, "share", ASSUMED);

  /** Least share of the component's CPU for which a method is added to a boundary. */
  public static final Threshold LEAST_ENTRY =
      new Threshold("CPU of an entry, least", 0.02, "share", ASSUMED);

  /** Most methods of a boundary. */
  public static final Threshold MOST_ENTRIES =
      new Threshold("entries, most", 20, "methods", ASSUMED);

  /**
   * From this share of the time below a method on, what other components take speaks against it.
   */
  public static final Threshold CALLS_OUT =
      new Threshold("CPU below an entry in other components", 0.05, "share", ASSUMED);

  /** The gain of the code at which it is told what crossing may cost, unless one is declared. */
  public static final Threshold GAIN =
      new Threshold("gain at which crossing is weighed", 1.5, "×", ASSUMED);

  /** How much of what is saved crossing may cost. */
  public static final Threshold TOLERATED =
      new Threshold("saved CPU that crossing may cost", 0.1, "share", ASSUMED);

  public Seam {
    entries = List.copyOf(entries);
    kernels = List.copyOf(kernels);
    against = List.copyOf(against);
  }

  /** Share of the process's CPU from which on a method is looked at for a port. */
  public static final Threshold LEAST_KERNEL =
      new Threshold("CPU of a kernel that is looked at for a port, least", 0.1, "share", ASSUMED);

  /** The same with what stands between it and a port. */
  public Seam with(Portability found) {
    return new Seam(
        entries,
        covered,
        ease,
        shape,
        why,
        webAssembly,
        against,
        budget,
        difficulty,
        kernels,
        Optional.of(found));
  }

  /** Everything it is judged by, for the report. */
  public static List<Threshold> thresholds() {
    List<Threshold> all =
        new ArrayList<>(
            List.of(
                HOT,
                ENOUGH,
                KERNEL,
                LEAST_ENTRY,
                MOST_ENTRIES,
                CALLS_OUT,
                GAIN,
                TOLERATED,
                LEAST_KERNEL));
    all.addAll(CrossingCost.all());
    return List.copyOf(all);
  }

  /**
   * The boundary of the context's component; empty when its CPU share is unknown or certainly below
   * {@link #HOT}.
   */
  public static Optional<Seam> of(RuleContext context) {
    Share share = context.cpuShare();
    Passages passages = context.attribution().passages(context.component());
    if (!share.known() || share.high() < HOT.value() || passages.all().amount() == 0) {
      return Optional.empty();
    }
    Cut cut = new Cut(passages, new Types(context.attribution()));
    double all = passages.all().amount();
    List<Entry> entries = List.of();
    for (Ease admitted : Ease.values()) {
      entries = cut.at(admitted);
      if (cut.covered(entries) >= KERNEL.value() * all) {
        break;
      }
    }
    double covered = cut.covered(entries) / all;
    Ease ease = entries.stream().map(Entry::ease).reduce(Ease.FLAT, Ease::or);
    ease = entries.isEmpty() ? Ease.BOUND : ease;
    Optional<Budget> budget = Budget.of(context, entries, covered);
    SortedSet<String> impure = Isolation.impurities(context.sources(), context.imports());
    boolean webAssembly = ease == Ease.FLAT && impure.isEmpty();
    ShapeChoice choice = ShapeChoice.of(context, cut, entries, ease, webAssembly);
    return Optional.of(
        new Seam(
            entries,
            covered,
            ease,
            choice.shape(),
            choice.why(),
            webAssembly,
            Objections.of(entries, covered, budget),
            budget,
            PortDifficulty.of(context),
            cut.through(LEAST_KERNEL.value() / share.value() * all),
            Optional.empty()));
  }

  /** The boundary in one sentence. */
  public String text() {
    if (entries.isEmpty()) {
      return "No method that was sampled fits the source, so no boundary can be named.";
    }
    String methods =
        entries.stream().limit(3).map(Entry::text).collect(Collectors.joining(", "))
            + (entries.size() > 3 ? " and " + (entries.size() - 3) + " more" : "");
    return "Smallest entry shape: "
        + shape.text()
        + " behind "
        + methods
        + ", "
        + percent(covered)
        + " of the component's CPU.";
  }
}
