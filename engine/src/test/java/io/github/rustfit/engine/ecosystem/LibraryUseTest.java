package io.github.rustfit.engine.ecosystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.rustfit.rules.crates.CrateEntry;
import io.github.rustfit.rules.evidence.source.SourceFile;
import io.github.rustfit.rules.rule.RuleContext;
import io.github.rustfit.rules.testing.Situation;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class LibraryUseTest {

  private static CrateEntry entry(String prefix, CrateEntry.Grade grade, CrateEntry.Scope scope) {
    return new CrateEntry(
        List.of(prefix), List.of(), List.of(), grade, scope, "no", "recall", "-", false, "");
  }

  private static SourceFile file(String... imports) {
    SourceFile hot = Situation.HOT;
    return new SourceFile(
        hot.module(),
        hot.path(),
        hot.sha256(),
        hot.role(),
        hot.packageName(),
        9,
        new TreeSet<>(List.of(imports)),
        hot.types(),
        Collections.emptySortedSet(),
        Collections.emptySortedSet());
  }

  @Test
  void lists_libraries_by_grade_with_the_files_that_import_them() {
    RuleContext context =
        new Situation()
            .judged(
                file(
                    "org.json.JSONObject",
                    "javax.jms.Queue",
                    "com.unheard.of.Thing",
                    "lombok.Data",
                    "java.util.List"))
            .crates(
                entry("org.json", CrateEntry.Grade.DROP_IN, CrateEntry.Scope.RUNTIME),
                entry("javax.jms", CrateEntry.Grade.NONE, CrateEntry.Scope.RUNTIME),
                entry("lombok", CrateEntry.Grade.NONE, CrateEntry.Scope.BUILD))
            .imports(
                "org.json.JSONObject",
                "org.json.JSONArray",
                "javax.inject.Inject",
                "javax.jms.Queue",
                "java.util.List",
                "com.unheard.of.Thing",
                "lombok.Data")
            .context();

    assertThat(LibraryUse.of(context))
        .extracting(LibraryUse::library, use -> use.entry().isPresent(), LibraryUse::files)
        .containsExactly(
            tuple("org.json", true, List.of(Situation.HOT.path())),
            tuple("javax.jms", true, List.of(Situation.HOT.path())),
            tuple("com.unheard.of", false, List.of(Situation.HOT.path())),
            tuple("javax.inject", false, List.of()));
  }

  @Test
  void of_several_libraries_in_an_entry_only_the_imported_one_is_named() {
    CrateEntry time =
        new CrateEntry(
            List.of("org.joda.time", "java.time"),
            List.of(),
            List.of("chrono"),
            CrateEntry.Grade.MATURE,
            CrateEntry.Scope.RUNTIME,
            "n/a",
            "recall",
            "Dates and time zones",
            false,
            "");
    RuleContext context =
        new Situation().crates(time).imports("java.time.Instant", "java.time.Duration").context();

    assertThat(LibraryUse.of(context)).extracting(LibraryUse::library).containsExactly("java.time");
  }
}
