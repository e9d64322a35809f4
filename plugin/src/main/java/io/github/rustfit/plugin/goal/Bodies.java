package io.github.rustfit.plugin.goal;

import io.github.rustfit.trial.portability.Code;
import io.github.rustfit.trial.portability.StraightPort;
import io.github.rustfit.trial.portability.StraightPorts;
import io.github.rustfit.trial.starter.EntryMethod;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** First bodies of kernels: straight ports by machine, where one can be had. */
final class Bodies {

  /** What a body may be. */
  enum Choice {
    /** A straight port by machine, and an open body where that is refused. */
    PORT,
    /** Open. */
    OPEN;

    /** What a user wrote. */
    static Choice named(String text) throws GoalException {
      return switch (text) {
        case "", "port" -> PORT;
        case "open" -> OPEN;
        default ->
            throw new GoalException(
                "rustfit: rustfit.body is '"
                    + text
                    + "'; it is port, for a straight port by machine where one can be had, or"
                    + " open.");
      };
    }
  }

  /** Refusals that are told of one method. */
  private static final int MOST_REFUSALS = 3;

  private Bodies() {}

  /** Bodies by the ids of methods; what was refused is said, by file, line and reason. */
  static Map<String, String> of(Code code, List<EntryMethod> methods, GoalLog log) {
    List<StraightPort> ports;
    try {
      ports =
          new StraightPorts(code)
              .of(
                  methods.stream()
                      .map(one -> new StraightPorts.Wanted(one.member(), one.function()))
                      .toList());
    } catch (IOException e) {
      log.warn("rustfit: bodies are open, as nothing was ported by machine: " + e.getMessage());
      return Map.of();
    }
    Map<String, String> bodies = new LinkedHashMap<>();
    for (int i = 0; i < ports.size(); i++) {
      StraightPort port = ports.get(i);
      String id = methods.get(i).id();
      if (port.done()) {
        bodies.put(id, port.code());
        log.info(
            "rustfit: "
                + id
                + " has a straight port by machine as its body, of "
                + port.methods()
                + (port.methods() == 1 ? " method" : " methods")
                + ": Java's semantics, line by line. It can prove a gain, not refute one.");
      } else {
        log.info("rustfit: " + id + " has an open body: not ported by machine for " + told(port));
      }
    }
    return bodies;
  }

  private static String told(StraightPort port) {
    List<String> all = port.refusals();
    return String.join("; ", all.subList(0, Math.min(all.size(), MOST_REFUSALS)))
        + (all.size() > MOST_REFUSALS ? "; and " + (all.size() - MOST_REFUSALS) + " more." : ".");
  }
}
