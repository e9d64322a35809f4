package io.github.rustfit.readers.digest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What of a file's text its digest is of. */
class CodeDigestTest {

  /** Blanks part words and operators, and literals stay as they are. */
  @Test
  void only_what_means_the_same_has_the_same_digest() {
    assertThat(CodeDigest.of("int x;")).isNotEqualTo(CodeDigest.of("intx;"));
    assertThat(CodeDigest.of("a + +b")).isNotEqualTo(CodeDigest.of("a ++b"));
    assertThat(CodeDigest.of("a = \"b  c\"")).isNotEqualTo(CodeDigest.of("a = \"b c\""));
    assertThat(CodeDigest.of("a = \"/*\" + b/**/")).isEqualTo(CodeDigest.of("a=\"/*\"+b"));
    assertThat(CodeDigest.of("c = '\"'; // \"")).isEqualTo(CodeDigest.of("c = '\"';"));
    assertThat(CodeDigest.of("\"\"\"\n a\"b\r\n\"\"\" /* */"))
        .isEqualTo(CodeDigest.of("\"\"\"\n a\"b\n\"\"\""));
    assertThat(CodeDigest.of("unfinished \"")).isNotEqualTo(CodeDigest.of("unfinished"));
    assertThat(CodeDigest.of("")).hasSize(64);
  }
}
