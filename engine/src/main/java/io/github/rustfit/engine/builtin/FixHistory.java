package io.github.rustfit.engine.builtin;

import static io.github.rustfit.rules.stats.Format.count;
import static io.github.rustfit.rules.stats.Format.day;
import static io.github.rustfit.rules.stats.Format.percent;

import io.github.rustfit.engine.history.ComponentHistory;
import io.github.rustfit.rules.checklist.Fact;
import io.github.rustfit.rules.checklist.Topic;
import io.github.rustfit.rules.evidence.repository.FixClass;
import io.github.rustfit.rules.evidence.repository.FixCommit;
import io.github.rustfit.rules.rule.Outcome;
import io.github.rustfit.rules.rule.Role;
import io.github.rustfit.rules.rule.Rule;
import io.github.rustfit.rules.rule.RuleContext;
import io.github.rustfit.rules.rule.RuleDescriptor;
import io.github.rustfit.rules.rule.Threshold;
import io.github.rustfit.rules.stats.Share;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether fixes of data races, native memory and reference counts are a part of the fixes that is
 * worth a thought. Only what Rust's compiler refuses and Java cannot guard against counts.
 */
public final class FixHistory implements Rule {

  private static final Threshold FIXES =
      new Threshold(
          "fix commits", 30, "commits", "project assumption: below, a share of them says little");
  private static final Threshold FOR_RUST =
      new Threshold(
          "fixes of races, native memory and reference counts",
          3,
          "commits",
          "project assumption: one or two are chance");
  private static final Threshold SHARE =
      new Threshold(
          "their share of the fixes",
          0.10,
          "share",
          "three times the 3.0 % of 11,860 bug reports that are concurrency bugs, S. A. Asadollah"
              + " et al., JISA 2017");

  /** Most commits that a fact names; the report's history lists more. */
  private static final int NAMED = 12;

  private static final String WHOLE =
      "Fetch the whole history (git fetch --unshallow; fetch-depth: 0 in CI) and run it again.";

  @Override
  public RuleDescriptor descriptor() {
    return new RuleDescriptor(
        "fix-history",
        "Fixes that Rust would have prevented",
        "Yes if of at least 30 fix commits in 24 months at least 3 and certainly 10 % say or show a"
            + " data race, native memory or a reference count; no if certainly fewer.",
        Topic.DEFECTS,
        Role.SUFFICIENT,
        Set.of(),
        List.of(FIXES, FOR_RUST, SHARE));
  }

  @Override
  public Outcome judge(RuleContext context) {
    Optional<ComponentHistory> found = ComponentHistory.of(context);
    if (found.isEmpty()) {
      return Outcome.unknown(
          "Run it in a git clone with the component's whole history, and rustfit.history on.");
    }
    ComponentHistory history = found.get();
    int fixes = history.fixes().size();
    Share share = history.shareForRust();
    Fact[] facts = facts(history, share);
    if (!history.coversFixes()) {
      return Outcome.unknown(WHOLE, facts);
    }
    if (fixes < FIXES.value()) {
      return Outcome.notConcerned(facts);
    }
    if (share.certainlyBelow(SHARE.value())) {
      return Outcome.no(facts);
    }
    return share.certainlyAtLeast(SHARE.value())
            && history.fixesForRust().size() >= FOR_RUST.value()
        ? Outcome.yes(facts)
        : Outcome.unknown(DeclaredIncidents.DECLARE, facts);
  }

  private static Fact[] facts(ComponentHistory history, Share share) {
    List<Fact> facts = new ArrayList<>();
    List<FixCommit> forRust = history.fixesForRust();
    int fixes = history.fixes().size();
    String until = day(history.headSeconds());
    facts.add(
        Fact.repository(
            count(fixes)
                + (fixes == 1 ? " fix commit" : " fix commits")
                + " in the 24 months to "
                + until
                + (history.coversFixes() ? "" : ", as far as the history was fetched or read")
                + (fixes == 0
                    ? "."
                    : ", of which "
                        + count(forRust.size())
                        + ", "
                        + percent(share)
                        + ", say in the subject or show in the changed lines a data race, native"
                        + " memory or a reference count"
                        + ids(forRust))));
    if (fixes < FIXES.value()) {
      facts.add(
          Fact.repository(
              "That is too few to tell from their causes: "
                  + count(Math.round(FIXES.value()))
                  + " would be needed."));
    }
    others(history).ifPresent(facts::add);
    return facts.toArray(Fact[]::new);
  }

  private static String ids(List<FixCommit> commits) {
    if (commits.isEmpty()) {
      return ".";
    }
    String named =
        commits.stream().limit(NAMED).map(FixCommit::id).collect(Collectors.joining(", "));
    int more = commits.size() - NAMED;
    return ": "
        + named
        + (more > 0 ? " and " + count(more) + " more" : "")
        + ". Some such commits are something else, so read them before you believe it.";
  }

  private static Optional<Fact> others(ComponentHistory history) {
    List<String> parts = new ArrayList<>();
    add(parts, history.fixes(FixClass.NULL), "null, which NullAway finds");
    add(parts, history.fixes(FixClass.RESOURCE), "an unclosed resource, for try-with-resources");
    add(
        parts,
        history.fixes(FixClass.SWALLOWED),
        "a swallowed error or forgotten case, for Error Prone and sealed types");
    add(parts, history.fixes(FixClass.DEADLOCK), "a deadlock, which Rust does not prevent");
    return parts.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Fact.repository(
                "Of the fixes that do not speak for Rust, " + String.join("; ", parts) + "."));
  }

  private static void add(List<String> parts, long fixes, String kind) {
    if (fixes > 0) {
      parts.add(count(fixes) + (fixes == 1 ? " names " : " name ") + kind);
    }
  }
}
