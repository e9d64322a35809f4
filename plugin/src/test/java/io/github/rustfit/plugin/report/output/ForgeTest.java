package io.github.rustfit.plugin.report.output;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForgeTest {

  private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";

  /** As the forges' own pages link to files of a commit. */
  @ParameterizedTest
  @CsvSource({
    "https://github.com/acme/shop.git, https://github.com/acme/shop/blob/, #L",
    "git@github.com:acme/shop.git, https://github.com/acme/shop/blob/, #L",
    "ssh://git@github.acme.com:2222/acme/shop, https://github.acme.com/acme/shop/blob/, #L",
    "https://token:x@gitlab.com/a/b/c.git/, https://gitlab.com/a/b/c/-/blob/, #L",
    "git@bitbucket.org:acme/shop.git, https://bitbucket.org/acme/shop/src/, #lines-",
    "https://codeberg.org/acme/shop.git, https://codeberg.org/acme/shop/src/commit/, #L",
    "https://gitea.acme.com:3000/acme/shop, https://gitea.acme.com:3000/acme/shop/src/commit/, #L"
  })
  void files_of_a_commit_are_where_the_forge_shows_them(String remote, String files, String line) {
    Forge forge = Forge.of(remote, COMMIT).orElseThrow();
    assertThat(forge.files()).isEqualTo(files + COMMIT + "/");
    assertThat(forge.line()).isEqualTo(line);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "https://code.acme.com/acme/shop.git",
        "/srv/git/shop.git",
        "../shop",
        "file:///srv/github/a/b",
        "javascript:alert(1)//github.com/a/b",
        "https://github.com/acme/shop\"onclick=\"x",
        "https://github.com/acme/<script>",
        "https://github.com/../../etc",
        "https://github.com@evil.example/a/b",
        "https://github.com/acme",
        "git@github.com:acme/sh op.git"
      })
  void an_address_that_is_not_understood_leads_nowhere(String remote) {
    assertThat(Forge.of(remote, COMMIT)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "main", "0123", "0123456789abcdef0123456789abcdef0123456g"})
  void without_a_commit_there_is_nothing_to_lead_to(String commit) {
    assertThat(Forge.of("https://github.com/acme/shop", commit)).isEmpty();
  }
}
