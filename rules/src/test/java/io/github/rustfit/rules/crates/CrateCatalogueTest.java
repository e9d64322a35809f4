package io.github.rustfit.rules.crates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class CrateCatalogueTest {

  private static CrateEntry entry(String reason, String... imports) {
    return new CrateEntry(
        List.of(imports),
        List.of(),
        List.of("some-crate"),
        CrateEntry.Grade.MATURE,
        CrateEntry.Scope.RUNTIME,
        "yes",
        "recall",
        reason,
        false,
        "");
  }

  private static final CrateCatalogue CATALOGUE =
      new CrateCatalogue(
          List.of(
              entry("whole", "io.netty", "java.sql"),
              entry("buffers", "io.netty.buffer"),
              entry("one class", "io.netty.buffer.ByteBuf")));

  private static String found(String imported) {
    return CATALOGUE.find(imported).map(CrateEntry::reason).orElse("nothing");
  }

  @Test
  void the_longest_prefix_wins() {
    assertThat(found("io.netty.channel.Channel")).isEqualTo("whole");
    assertThat(found("io.netty.buffer.Unpooled")).isEqualTo("buffers");
    assertThat(found("io.netty.buffer.ByteBuf")).isEqualTo("one class");
    assertThat(found("io.netty.buffer.ByteBuf.Inner")).isEqualTo("one class");
  }

  @Test
  void a_wildcard_import_is_found_by_its_package() {
    assertThat(found("io.netty.buffer.*")).isEqualTo("buffers");
    assertThat(found("java.sql.*")).isEqualTo("whole");
  }

  @Test
  void a_prefix_ends_at_a_dot() {
    assertThat(found("io.nettyx.Foo")).isEqualTo("nothing");
    assertThat(found("io.Foo")).isEqualTo("nothing");
    assertThat(CrateCatalogue.EMPTY.find("io.netty.Foo")).isEmpty();
  }

  @Test
  void an_entry_needs_an_import() {
    assertThatThrownBy(() -> entry("none")).isInstanceOf(IllegalArgumentException.class);
  }
}
