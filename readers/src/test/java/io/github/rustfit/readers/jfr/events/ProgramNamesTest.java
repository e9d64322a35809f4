package io.github.rustfit.readers.jfr.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.rules.evidence.base.Labels;
import org.junit.jupiter.api.Test;

class ProgramNamesTest {

  @Test
  void a_command_line_names_its_program() {
    assertThat(
            ProgramNames.ofArguments(
                "-Xmx1g -Dpassword=secret -Dotel.service.name=orders"
                    + " -Dotel.resource.attributes=service.version=1.4,deployment.environment=prod"
                    + ",vcs.ref.head.revision=abc,other=x"))
        .isEqualTo(new Labels("orders", "1.4", "prod", "", "abc", "", ""));
    assertThat(ProgramNames.ofArguments("-Dspring.application.name=shop -Dxotel.service.name=y"))
        .isEqualTo(Labels.NONE.with("service", "shop"));
    assertThat(ProgramNames.ofArguments("")).isEqualTo(Labels.NONE);
    assertThat(ProgramNames.ofArguments("-Dotel.service.name=" + "x".repeat(201)))
        .isEqualTo(Labels.NONE);
  }

  @Test
  void variables_of_the_environment_do_and_all_others_are_not_kept() {
    assertThat(ProgramNames.ofVariable("OTEL_SERVICE_NAME", "orders").service())
        .isEqualTo("orders");
    assertThat(ProgramNames.ofVariable("HOSTNAME", "pod-7").host()).isEqualTo("pod-7");
    // Percent-encoded, as the specification of the variable says.
    assertThat(
            ProgramNames.ofVariable(
                "OTEL_RESOURCE_ATTRIBUTES", "service.name=a%20b+c, host.name = h ,broken,=,x="))
        .isEqualTo(Labels.NONE.with("service", "a b+c").with("host", "h"));
    assertThat(ProgramNames.ofVariable("OTEL_RESOURCE_ATTRIBUTES", "service.name=%zz").service())
        .isEqualTo("%zz");
    assertThat(ProgramNames.ofVariable("AWS_SECRET_ACCESS_KEY", "x")).isEqualTo(Labels.NONE);
    assertThat(ProgramNames.ofVariable("HOSTNAME", "two\nlines")).isEqualTo(Labels.NONE);
  }
}
