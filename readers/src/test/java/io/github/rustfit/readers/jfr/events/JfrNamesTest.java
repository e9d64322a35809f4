package io.github.rustfit.readers.jfr.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.readers.input.InputReader;
import io.github.rustfit.readers.jfr.JfrInputReader;
import io.github.rustfit.readers.jvm.ClassNames;
import io.github.rustfit.readers.jvm.JvmVersion;
import io.github.rustfit.rules.evidence.base.InputKind;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JfrNamesTest {

  @ParameterizedTest
  @CsvSource({
    "com/acme/Cache$Entry, com.acme.Cache$Entry",
    "com/acme/Foo$$Lambda+0x00007f509c017870, com.acme.Foo$$Lambda",
    "com/acme/Foo$$Lambda$14/0x0000000800c03000, com.acme.Foo$$Lambda",
    "com/acme/Foo$$Lambda$88+0x00007fc068008000/1472682156, com.acme.Foo$$Lambda",
    "com.acme.Foo$$Lambda$7/12345, com.acme.Foo$$Lambda",
    "java/lang/invoke/LambdaForm$MH+0x00007fed1801c400, java.lang.invoke.LambdaForm$MH",
    "com/acme/Sha256, com.acme.Sha256"
  })
  void class_names_are_the_same_in_every_run(String raw, String name) {
    assertThat(ClassNames.ofFrame(raw)).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({
    "[B, byte[]",
    "[[J, long[][]",
    "[Ljava/lang/String;, java.lang.String[]",
    "java/lang/String, java.lang.String",
    "B, B"
  })
  void allocated_types_are_named_as_in_source(String raw, String name) {
    assertThat(ClassNames.ofType(raw)).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({
    "'OpenJDK 64-Bit Server VM (17.0.15+6-Debian-1deb12u1) for linux-amd64 JRE"
        + " (17.0.15+6-Debian-1deb12u1), built on', 17.0.15+6",
    "'OpenJDK 64-Bit Server VM (25.382-b05) for linux-amd64 JRE (1.8.0_382-b05)', 1.8.0_382-b05",
    "17.0.15+6-Debian-1deb12u1, 17.0.15+6",
    "'', ''"
  })
  void jvm_versions_are_cut_to_release_and_build(String text, String version) {
    assertThat(JvmVersion.of(text)).isEqualTo(version);
  }

  @ParameterizedTest
  @CsvSource({
    "G1New, G1Old, G1",
    "ZGC Minor, ZGC Major, Generational ZGC",
    "N/A, Z, ZGC",
    "ParallelScavenge, ParallelOld, Parallel",
    "DefNew, SerialOld, Serial",
    "ParNew, ConcurrentMarkSweep, CMS",
    "N/A, Shenandoah, Shenandoah"
  })
  void collectors_go_by_their_usual_names(String young, String old, String collector) {
    assertThat(GcNames.collector(young, old)).isEqualTo(collector);
  }

  @Test
  void the_reader_is_found_as_a_service() {
    assertThat(ServiceLoader.load(InputReader.class))
        .anyMatch(
            reader -> reader instanceof JfrInputReader && reader.kind().equals(InputKind.JFR));
  }
}
