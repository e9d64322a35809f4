package io.github.rustfit.engine.shape;

import io.github.rustfit.rules.component.Work;
import io.github.rustfit.rules.evidence.profile.Weight;
import io.github.rustfit.rules.rule.RuleContext;
import io.github.rustfit.rules.rule.Threshold;
import io.github.rustfit.rules.stats.Format;
import io.github.rustfit.rules.stats.Share;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * What the hot code of a component does, by its own CPU samples: each is told by the frame of the
 * JDK that the component's leaf-most frame called, or, where that frame itself was running, by what
 * its method works on.
 *
 * @param shape what most of it does
 * @param work the share of the component's samples that did each, in order; empty without enough of
 *     them
 */
public record HotShape(Shape shape, Map<Work, Share> work) {

  /** Samples of a component from which its shape is told: ±6 % at 95 %. */
  public static final Threshold FEWEST =
      new Threshold(
          "CPU samples of the component", 300, "samples", "project assumption: ±6 % at 95 %");

  /** Part of the samples that makes a shape. */
  public static final Threshold MOST =
      new Threshold("samples that did the same", 0.6, "share", "project assumption");

  /** Part of the samples of which nothing can be told, above which no shape is. */
  public static final Threshold UNTOLD =
      new Threshold("samples of other code", 0.4, "share", "project assumption");

  private static final HotShape NONE = new HotShape(Shape.UNSHAPED, Map.of());

  public HotShape {
    EnumMap<Work, Share> copy = new EnumMap<>(Work.class);
    copy.putAll(work);
    work = Collections.unmodifiableMap(copy);
  }

  /** The shape of the context's component. */
  public static HotShape of(RuleContext context) {
    Map<Work, Weight> sums = context.attribution().work(context.component());
    Weight all = sums.values().stream().reduce(Weight.ZERO, Weight::merge);
    if (all.samples() < FEWEST.value()) {
      return NONE;
    }
    Map<Work, Share> shares = new EnumMap<>(Work.class);
    for (Work one : Work.values()) {
      Weight part = sums.getOrDefault(one, Weight.ZERO);
      shares.put(one, Share.weighted(part.amount(), all.amount(), all.effectiveSamples()));
    }
    return new HotShape(shape(shares), shares);
  }

  private static Shape shape(Map<Work, Share> shares) {
    if (part(shares, Work.OTHER) > UNTOLD.value()) {
      return Shape.UNSHAPED;
    }
    for (Shape shape : Shape.values()) {
      if (shape.work().filter(work -> part(shares, work) >= MOST.value()).isPresent()) {
        return shape;
      }
    }
    return Shape.MIXED;
  }

  private static double part(Map<Work, Share> shares, Work work) {
    return Objects.requireNonNull(shares.get(work)).value();
  }

  /** What it does, in a few words. */
  public String text() {
    return shape
        .work()
        .map(one -> shape.title() + " (" + Format.percent(part(work, one)) + " of its samples)")
        .orElse(shape.title());
  }
}
