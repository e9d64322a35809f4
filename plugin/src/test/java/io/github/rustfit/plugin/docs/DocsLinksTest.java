package io.github.rustfit.plugin.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DocsLinksTest {

  private static final Path DOCS = Path.of("docs");
  private static final Path INDEX = DOCS.resolve("README.md");
  private static final List<Markdown> PAGES = Markdown.all();

  @Test
  void every_relative_link_leads_to_a_file_and_its_anchor_to_a_heading() {
    List<String> broken = new ArrayList<>();
    int checked = 0;
    for (Markdown page : PAGES) {
      for (String target : page.targets()) {
        if (!target.matches("[a-z]+:.*")) {
          checked++;
          if (!resolves(page, target)) {
            broken.add(page.path() + ": " + target);
          }
        }
      }
    }
    assertThat(checked).isGreaterThan(200);
    assertThat(broken).isEmpty();
  }

  private static boolean resolves(Markdown page, String target) {
    String[] parts = target.split("#", 2);
    Path file =
        parts[0].isEmpty()
            ? page.path()
            : Path.of(page.path().toString()).resolveSibling(parts[0]).normalize();
    if (!Files.exists(Markdown.ROOT.resolve(file))) {
      return false;
    }
    return parts.length == 1 || Markdown.read(file).anchors().contains(parts[1]);
  }

  @Test
  void the_index_links_every_page() {
    Set<Path> linked =
        Markdown.read(INDEX).targets().stream()
            .map(target -> DOCS.resolve(target.replaceAll("#.*", "")).normalize())
            .collect(Collectors.toCollection(TreeSet::new));
    Set<Path> pages =
        PAGES.stream()
            .map(Markdown::path)
            .filter(path -> path.startsWith(DOCS) && !path.equals(INDEX))
            // one page a rule or pattern: these have an index of their own
            .filter(path -> !path.startsWith(DOCS.resolve("reference/rules")) || index(path))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(linked).containsAll(pages);
  }

  private static boolean index(Path path) {
    return path.getFileName().toString().equals("README.md");
  }

  @Test
  void the_indexes_of_rules_link_every_rule() {
    for (String folder : List.of("reference/rules", "reference/rules/patterns")) {
      Path index = DOCS.resolve(folder).resolve("README.md");
      Set<String> linked = Set.copyOf(Markdown.read(index).targets());
      List<String> pages =
          PAGES.stream()
              .map(Markdown::path)
              .filter(path -> path.getParent() != null && path.getParent().endsWith(folder))
              .map(path -> path.getFileName().toString())
              .filter(name -> !name.equals("README.md"))
              .toList();
      assertThat(pages).isNotEmpty();
      assertThat(linked).containsAll(pages);
    }
  }
}
