package io.github.rustfit.trial.tune;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Commands as people write them; what each part is was told by hand. */
class LaunchTest {

  private static List<String> program(String command) {
    return Launch.of(command).map(Launch::program).orElse(List.of());
  }

  private static String replaced(String command) {
    return Launch.of(command).map(one -> one.with("IMAGE")).orElse("none");
  }

  @Test
  void a_jar_a_class_or_a_module_ends_the_launch() {
    assertThat(program("java @{jvm} -jar target/app.jar --port 8080"))
        .containsExactly("-jar", "target/app.jar");
    assertThat(program("java -Xmx1g -cp 'a b:lib/*' com.acme.Job in.csv"))
        .containsExactly("-cp", "'a b:lib/*'", "com.acme.Job");
    assertThat(program("@{java} -Da=b -p mods -m app/com.acme.Main"))
        .containsExactly("-p", "mods", "-m", "app/com.acme.Main");
    assertThat(program("/opt/jdk/bin/java -cp \"$CP\" Main")).contains("\"$CP\"", "Main");
  }

  @Test
  void what_is_around_it_stays() {
    assertThat(replaced("cd src/main/java && exec java @{jvm} -jar app.jar --in x | tail -1"))
        .isEqualTo("cd src/main/java && exec IMAGE --in x | tail -1");
    assertThat(replaced("env A=1 java -jar app.jar & sleep 3"))
        .isEqualTo("env A=1 IMAGE & sleep 3");
  }

  @Test
  void a_launch_that_is_out_of_sight_is_none() {
    assertThat(replaced("sh load.sh @{jvm}")).isEqualTo("none");
    assertThat(replaced("java -version")).isEqualTo("none");
    assertThat(replaced("java @{jvm} -cp $(cat cp.txt) Main")).isEqualTo("none");
    assertThat(replaced("echo 'java -jar x.jar'")).isEqualTo("none");
    assertThat(replaced("java")).isEqualTo("none");
  }
}
