package io.github.rustfit.engine.builtin;

import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.checklist.Fact;
import io.github.rustfit.rules.checklist.Topic;
import io.github.rustfit.rules.policy.Operations;
import io.github.rustfit.rules.rule.Outcome;
import io.github.rustfit.rules.rule.Role;
import io.github.rustfit.rules.rule.Rule;
import io.github.rustfit.rules.rule.RuleContext;
import io.github.rustfit.rules.rule.RuleDescriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Whether those who run the system say that it may be native, and who answers for it. */
public final class DeclaredOperations implements Rule {

  @Override
  public RuleDescriptor descriptor() {
    return new RuleDescriptor(
        "declared-operations",
        "Operations admit it",
        "Yes if Rust is an approved language, native binaries are admitted and somebody is on call"
            + " for them; no if Rust is not approved or native binaries are not admitted.",
        Topic.OPERATIONS,
        Role.NECESSARY,
        Set.of(),
        List.of());
  }

  @Override
  public Outcome judge(RuleContext context) {
    Operations operations = context.policy().facts().operations();
    List<Fact> facts = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    boolean refused = false;
    if (operations.approvedLanguages().isPresent()) {
      facts.add(
          Fact.declared(
              "Approved languages: "
                  + String.join(", ", operations.approvedLanguages().get())
                  + "."));
      refused = !operations.rustApproved().orElse(true);
    } else {
      missing.add("approvedLanguages");
    }
    if (operations.nativeBinaries().isPresent()) {
      boolean admitted = operations.nativeBinaries().get();
      facts.add(Fact.declared("Native binaries are " + (admitted ? "" : "not ") + "admitted."));
      refused |= !admitted;
    } else {
      missing.add("operations.nativeBinaries");
    }
    if (operations.onCall().isEmpty()) {
      missing.add("operations.onCall");
    } else {
      facts.add(Fact.declared("On call: " + operations.onCall() + "."));
    }
    if (refused) {
      return Outcome.of(Answer.NO, facts, List.of(), List.of());
    }
    return missing.isEmpty()
        ? Outcome.of(Answer.YES, facts, List.of(), List.of())
        : Outcome.of(
            Answer.UNKNOWN,
            facts,
            List.of(),
            List.of("Declare " + String.join(", ", missing) + " in rustfit.yaml."));
  }
}
