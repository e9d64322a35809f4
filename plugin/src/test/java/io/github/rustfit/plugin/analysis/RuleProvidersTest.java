package io.github.rustfit.plugin.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.rules.checklist.Topic;
import io.github.rustfit.rules.evidence.base.Problem;
import io.github.rustfit.rules.rule.Outcome;
import io.github.rustfit.rules.rule.Role;
import io.github.rustfit.rules.rule.Rule;
import io.github.rustfit.rules.rule.RuleContext;
import io.github.rustfit.rules.rule.RuleDescriptor;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plugin dependency whose rules cannot be used is a mistake in the configuration. */
class RuleProvidersTest {

  /** Claims the id of a built-in rule. */
  public static final class SameId implements Rule {
    @Override
    public RuleDescriptor descriptor() {
      return new RuleDescriptor(
          "cpu-share", "T", "S.", Topic.TEAM, Role.SUPPORTING, Set.of(), List.of());
    }

    @Override
    public Outcome judge(RuleContext context) {
      return Outcome.NOT_CONCERNED;
    }
  }

  @Test
  void a_missing_class_and_an_id_that_is_taken_are_configuration_errors(@TempDir Path folder)
      throws IOException {
    Path services = folder.resolve("META-INF/services/" + Rule.class.getName());
    Files.createDirectories(services.getParent());
    Files.write(services, List.of("com.acme.rustfit.Missing", SameId.class.getName()));
    URL[] dependency = {folder.toUri().toURL()};
    AnalysisRequest request =
        new AnalysisRequest(
            folder,
            Checkout.of(List.of(), StandardCharsets.UTF_8),
            NamedInputs.NONE,
            Judging.BY_THE_ROOTS_POLICY);

    try (URLClassLoader loader = new URLClassLoader(dependency, getClass().getClassLoader())) {
      assertThat(new Analysis(loader).run(request).configurationErrors())
          .extracting(Problem::message)
          .hasSize(2)
          .anySatisfy(message -> assertThat(message).contains("com.acme.rustfit.Missing"))
          .anySatisfy(
              message ->
                  assertThat(message)
                      .contains("'cpu-share' is claimed by", SameId.class.getName()));
    }
  }
}
