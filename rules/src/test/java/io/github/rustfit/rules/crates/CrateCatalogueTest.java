package io.github.rustfit.rules.crates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
        reason);
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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "java.util.List",
        "javax.crypto.Cipher",
        "javax.sql.DataSource",
        "jdk.jfr.Event",
        "com.sun.net.httpserver.HttpServer",
        "org.w3c.dom.Node"
      })
  void packages_of_the_jdk_are_the_platform(String name) {
    assertThat(CrateCatalogue.platform(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javax.inject.Inject",
        "javax.servlet.Servlet",
        "javax.annotation.Nullable",
        "com.sun.jna.Native",
        "com.sun.mail.smtp.SMTPTransport",
        "javafx.Foo"
      })
  void libraries_with_platform_like_names_are_not(String name) {
    assertThat(CrateCatalogue.platform(name)).isFalse();
  }

  @Test
  void an_entry_needs_an_import() {
    assertThatThrownBy(() -> entry("none")).isInstanceOf(IllegalArgumentException.class);
  }
}
