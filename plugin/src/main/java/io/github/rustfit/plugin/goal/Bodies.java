package io.github.rustfit.plugin.goal;

import io.github.rustfit.trial.portability.Code;
import io.github.rustfit.trial.portability.StraightPort;
import io.github.rustfit.trial.portability.StraightPorts;
import io.github.rustfit.trial.starter.EntryMethod;
import io.github.rustfit.trial.starter.StarterReport;
import java.io.IOException;
import java.util.ArrayList;
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

  /**
   * Methods, and what a machine knows of them.
   *
   * @param methods with the arrays that they only read, and what they need of their objects
   * @param ports straight ports, by the ids of methods
   * @param told what became of each that was to be ported, by the ids of methods
   */
  record Known(
      List<EntryMethod> methods, Map<String, String> ports, Map<String, StraightPort> told) {

    /** Says whose each body is; of open ones what was refused, by file, line and reason. */
    void say(StarterReport report, GoalLog log) {
      told.forEach(
          (id, port) -> {
            if (report.yours().contains(id)) {
              log.info("rustfit: " + id + " has a body of yours, which stays.");
            } else if (port.done()) {
              log.info(
                  "rustfit: "
                      + id
                      + " has a straight port by machine as its body, of "
                      + port.methods()
                      + (port.methods() == 1 ? " method" : " methods")
                      + ": Java's semantics, line by line. It can prove a gain, not refute one.");
            } else {
              log.info(
                  "rustfit: " + id + " has an open body: not ported by machine for " + first(port));
            }
          });
    }
  }

  /** What is known of methods. */
  static Known of(Choice choice, Code code, List<EntryMethod> methods, GoalLog log) {
    List<StraightPort> ports;
    try {
      ports =
          new StraightPorts(code)
              .of(
                  methods.stream()
                      .map(one -> new StraightPorts.Wanted(one.member(), one.function()))
                      .toList());
    } catch (IOException e) {
      log.warn(
          "rustfit: nothing was ported by machine, so bodies are open, and all arrays are copied"
              + " back: "
              + e.getMessage());
      return new Known(methods, Map.of(), Map.of());
    }
    Map<String, String> bodies = new LinkedHashMap<>();
    Map<String, StraightPort> told = new LinkedHashMap<>();
    List<EntryMethod> known = new ArrayList<>();
    for (int i = 0; i < ports.size(); i++) {
      StraightPort port = ports.get(i);
      String id = methods.get(i).id();
      EntryMethod method =
          methods
              .get(i)
              .onlyReading(port.onlyRead())
              .calledOn(port.object().fields(), port.object().obstacles());
      known.add(method);
      if (choice == Choice.OPEN || !method.obstacles().isEmpty()) {
        continue;
      }
      told.put(id, port);
      if (port.done()) {
        bodies.put(id, port.code());
      }
    }
    return new Known(known, bodies, told);
  }

  private static String first(StraightPort port) {
    List<String> all = port.refusals();
    return String.join("; ", all.subList(0, Math.min(all.size(), MOST_REFUSALS)))
        + (all.size() > MOST_REFUSALS ? "; and " + (all.size() - MOST_REFUSALS) + " more." : ".");
  }
}
