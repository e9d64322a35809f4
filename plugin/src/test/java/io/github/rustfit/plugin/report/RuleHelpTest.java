package io.github.rustfit.plugin.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.engine.assessment.Rules;
import io.github.rustfit.engine.patterns.Patterns;
import io.github.rustfit.rules.policy.Metric;
import io.github.rustfit.rules.rule.Rule;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests run in the module's folder; the documentation lies beside it. */
class RuleHelpTest {

  @Test
  void each_page_exists() {
    List<String> ids = new ArrayList<>(List.of("verdict", "of-somebody-else"));
    Rules.load(Rule.class.getClassLoader()).all().forEach(rule -> ids.add(rule.descriptor().id()));
    Patterns.all().forEach(pattern -> ids.add(pattern.id()));
    for (Metric metric : Metric.values()) {
      ids.add(metric.id());
    }
    for (String id : ids) {
      String page = RuleHelp.page(id);
      String file = page.substring(page.indexOf("docs/")).replaceFirst("#.*", "");
      assertThat(Path.of("..", file)).as(id).isRegularFile();
    }
    assertThat(RuleHelp.page("source-match")).endsWith("rules/source-match.md");
  }
}
