package io.github.rustfit.engine.seam;

import static io.github.rustfit.rules.stats.Format.percent;

import io.github.rustfit.engine.ecosystem.HotCode;
import io.github.rustfit.rules.rule.RuleContext;
import java.util.List;

/**
 * The smallest shape that a boundary allows.
 *
 * @param shape the shape
 * @param why the reason, a sentence
 */
record ShapeChoice(EntryShape shape, String why) {

  /** At least half of a component's CPU time makes its beginning the component's own. */
  private static final double OWN = 0.5;

  static ShapeChoice of(
      RuleContext context, Cut cut, List<Entry> entries, Ease ease, boolean webAssembly) {
    if (ease == Ease.FLAT) {
      return inProcess(context, webAssembly);
    }
    boolean network = Isolation.network(HotCode.of(context).of(context.imports()));
    double main = cut.looping("main");
    if (main >= OWN && !network) {
      return new ShapeChoice(
          EntryShape.CLI,
          percent(main)
              + " of its CPU runs under its own main method, and it opens no connection, so it can"
              + " be a program of its own.");
    }
    double loop = cut.looping("");
    if (loop >= OWN) {
      return new ShapeChoice(
          EntryShape.SERVICE,
          percent(loop)
              + " of its CPU runs in threads or a program of its own, so there is no call to cut"
              + " at; what it exchanges with the rest is the boundary.");
    }
    boolean stream =
        entries.stream()
            .flatMap(entry -> entry.crossing().parts().stream())
            .anyMatch(part -> part.kind() == Kind.STREAM);
    if (network || stream) {
      return new ShapeChoice(
          EntryShape.SERVICE,
          (network ? "It talks to other machines itself" : "Its state or signatures hold streams")
              + ", so the smallest boundary is what goes over the wire, not a method.");
    }
    return new ShapeChoice(
        EntryShape.SIDECAR,
        "What crosses "
            + ease.text()
            + ", which a process of its own beside the JVM takes as messages.");
  }

  private static ShapeChoice inProcess(RuleContext context, boolean webAssembly) {
    boolean refused =
        !context.policy().facts().operations().nativeBinaries().orElse(true) && webAssembly;
    return refused
        ? new ShapeChoice(
            EntryShape.WEBASSEMBLY_MODULE,
            "Everything crosses as it is, native binaries are not admitted, and the component uses"
                + " no threads, system calls or reflection.")
        : new ShapeChoice(
            EntryShape.FFI_KERNEL,
            "Everything crosses as it is, and little below the boundary calls other components.");
  }
}
