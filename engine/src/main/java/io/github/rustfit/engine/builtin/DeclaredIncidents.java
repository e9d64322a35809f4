package io.github.rustfit.engine.builtin;

import io.github.rustfit.rules.checklist.Fact;
import io.github.rustfit.rules.checklist.Topic;
import io.github.rustfit.rules.policy.Incidents;
import io.github.rustfit.rules.rule.Outcome;
import io.github.rustfit.rules.rule.Role;
import io.github.rustfit.rules.rule.Rule;
import io.github.rustfit.rules.rule.RuleContext;
import io.github.rustfit.rules.rule.RuleDescriptor;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Whether the kinds of defects that Rust's compiler refuses have hurt. It can only refuse: declared
 * incidents alone never pass a gate, and Java is already memory-safe, so only data races, native
 * memory and reference counts count.
 */
public final class DeclaredIncidents implements Rule {

  /** What to do where nobody said. */
  static final String DECLARE =
      "Declare incidents.dataRaces and incidents.memorySafety in rustfit.yaml: how many"
          + " incidents were traced to each in the last 24 months.";

  private static final List<String> NATIVE =
      List.of(
          "sun.misc.Unsafe",
          "jdk.internal.misc",
          "java.lang.foreign",
          "com.sun.jna",
          "io.netty.buffer",
          "io.netty.util.ReferenceCounted");

  @Override
  public RuleDescriptor descriptor() {
    return new RuleDescriptor(
        "declared-incidents",
        "Incidents that Rust would have prevented",
        "No if the policy declares that no data race and no native-memory defect was an incident,"
            + " and the component imports no native-memory interface; otherwise it does not object.",
        Topic.DEFECTS,
        Role.REFUSING,
        Set.of(),
        List.of());
  }

  @Override
  public Outcome judge(RuleContext context) {
    Incidents incidents = context.policy().incidents();
    List<String> surface =
        context.imports().stream().filter(DeclaredIncidents::reachesNativeMemory).toList();
    Fact imports =
        Fact.repository(
            surface.isEmpty()
                ? "It imports no native-memory or reference-count interface."
                : "It imports " + String.join(", ", surface) + ".");
    boolean any = incidents.dataRaces().orElse(0) > 0 || incidents.memorySafety().orElse(0) > 0;
    boolean all = incidents.dataRaces().isPresent() && incidents.memorySafety().isPresent();
    if (!any && !all) {
      return surface.isEmpty() ? Outcome.unknown(DECLARE, imports) : Outcome.yes(imports);
    }
    Fact declared =
        Fact.declared(
            number(incidents.dataRaces())
                + " data-race and "
                + number(incidents.memorySafety())
                + " memory-safety incidents in "
                + incidents.months()
                + " months.");
    return any || !surface.isEmpty()
        ? Outcome.yes(declared, imports)
        : Outcome.no(declared, imports);
  }

  private static String number(OptionalInt incidents) {
    return incidents.isPresent() ? String.valueOf(incidents.getAsInt()) : "an unknown number of";
  }

  /** Whether the import names such an interface or a part of it, or {@code .*} covers its class. */
  private static boolean reachesNativeMemory(String imported) {
    return NATIVE.stream()
        .anyMatch(
            name ->
                (imported + ".").startsWith(name + ".")
                    || (imported.endsWith(".*")
                        && name.startsWith(imported.substring(0, imported.length() - 1))
                        && Character.isUpperCase(name.charAt(imported.length() - 1))));
  }
}
