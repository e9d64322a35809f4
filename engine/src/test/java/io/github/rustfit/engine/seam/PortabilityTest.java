package io.github.rustfit.engine.seam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rustfit.rules.component.Member;
import io.github.rustfit.rules.evidence.source.SourceMethod;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PortabilityTest {

  private static Entry entry(Kind kind, String type) {
    return new Entry(
        new Member(
            "com.acme.Csv", "src/Csv.java", new SourceMethod("sum", 9, 30, Optional.empty())),
        0.9,
        0,
        0,
        false,
        new Crossing(List.of(new Part(Part.PARAMETER, type, kind, 0, 1))));
  }

  private static Portability found(Entry kernel, boolean whole, Blocker.Kind... kinds) {
    return new Portability(
        Optional.of(kernel),
        0.63,
        4,
        whole,
        Stream.of(kinds)
            .map(kind -> new Blocker(kind, "the " + kind.id(), "src/Csv.java", 12, "Csv.sum"))
            .toList(),
        "");
  }

  private static final Entry FLAT = entry(Kind.ARRAY, "byte[]");

  @Test
  void nothing_between_is_said_with_what_moves() {
    Portability found = found(FLAT, true);
    assertThat(found.grade()).isEqualTo(Portability.Grade.AS_IT_STANDS);
    assertThat(found.text())
        .isEqualTo(
            "Its hot loop ports as it stands: Csv.sum(byte[]), 63.0 % of the CPU of the process,"
                + " takes 3 methods along.");
  }

  @Test
  void what_crosses_or_is_used_inside_becomes_bytes_or_types_of_its_own() {
    assertThat(found(FLAT, true, Blocker.Kind.TEXT, Blocker.Kind.BOX).text())
        .isEqualTo(
            "Csv.sum(byte[]), 63.0 % of the CPU of the process, ports once it holds as bytes and"
                + " types of its own: the text (Csv.java:12); 2 places in all, of 2 kinds.");
    Portability list =
        found(entry(Kind.COLLECTION, "java.util.List<Row>"), true, Blocker.Kind.COLLECTION);
    assertThat(list.grade()).isEqualTo(Portability.Grade.BYTES_FIRST);
    assertThat(list.text()).contains("needs parameter List<Row> (collection) to cross as bytes");
  }

  /** An object of plain state is no obstacle inside, and yet has to get across. */
  @Test
  void an_object_that_is_passed_has_to_cross() {
    assertThat(found(entry(Kind.OBJECTS, "com.acme.Plain"), true).text())
        .isEqualTo(
            "Csv.sum(Plain), 63.0 % of the CPU of the process, needs parameter Plain (object graph)"
                + " to cross as bytes first.");
  }

  /** The worst kind decides, and is the one that is named. */
  @Test
  void state_weighs_more_than_bytes_and_what_only_a_jvm_has_more_than_state() {
    Portability state = found(FLAT, true, Blocker.Kind.TEXT, Blocker.Kind.STATIC);
    assertThat(state.grade()).isEqualTo(Portability.Grade.STATE_TOO);
    assertThat(state.text())
        .endsWith(
            "ports only if state moves too: the static (Csv.java:12); 2 places in all, of 2 kinds.");
    Portability bound =
        found(FLAT, true, Blocker.Kind.STATIC, Blocker.Kind.LIBRARY, Blocker.Kind.LIBRARY);
    assertThat(bound.grade()).isEqualTo(Portability.Grade.BOUND);
    assertThat(bound.text())
        .endsWith("is bound to Java: the library (Csv.java:12); 3 places in all, of 2 kinds.");
  }

  /** Of what was not looked at nobody can say that it ports. */
  @Test
  void code_that_could_not_be_looked_at_is_not_said_to_port() {
    assertThat(found(FLAT, false).grade()).isEqualTo(Portability.Grade.BOUND);
    assertThat(found(FLAT, false).text())
        .endsWith("takes more code along than could be looked at, at least 3 methods along.");
  }

  @Test
  void without_a_kernel_it_says_why() {
    assertThat(Portability.none(Portability.NO_LOOP).grade())
        .isEqualTo(Portability.Grade.NO_KERNEL);
    Portability unknown = Portability.none("the compiler failed");
    assertThat(unknown.grade()).isEqualTo(Portability.Grade.UNKNOWN);
    assertThat(unknown.text())
        .isEqualTo("Not known what stands between it and a port: the compiler failed.");
    assertThatThrownBy(() -> Portability.none("")).isInstanceOf(IllegalArgumentException.class);
  }
}
