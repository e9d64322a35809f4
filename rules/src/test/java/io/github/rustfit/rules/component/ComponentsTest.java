package io.github.rustfit.rules.component;

import static io.github.rustfit.rules.testing.Given.file;
import static io.github.rustfit.rules.testing.Given.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rustfit.rules.evidence.base.Problem;
import io.github.rustfit.rules.evidence.source.SourceFile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ComponentsTest {

  /** A class of ten lines of code. */
  private static SourceFile in(String module, String packageName, String simpleName) {
    String binaryName = packageName.isEmpty() ? simpleName : packageName + "." + simpleName;
    return file(
        module,
        module + "/" + binaryName.replace('.', '/') + ".java",
        packageName,
        type(binaryName, 1, 10));
  }

  private static ComponentDefinition declared(String name, String module, String... packages) {
    return new ComponentDefinition(name, module, List.of(packages), "team-" + name);
  }

  private static List<String> cut(List<SourceFile> files, ComponentDefinition... definitions) {
    return Components.of(files, List.of(definitions)).all().stream()
        .map(c -> c.name() + " " + c.packages() + " " + c.linesOfCode())
        .toList();
  }

  @Test
  void packages_below_the_common_one_are_components_with_all_below_them() {
    assertThat(
            cut(
                List.of(
                    in("app", "com.acme", "Main"),
                    in("app", "com.acme.cache", "Cache"),
                    in("app", "com.acme.cache.lru", "Lru"),
                    in("app", "com.acme.web", "Web"))))
        .containsExactly(
            "app [com.acme] 10",
            "app/cache [com.acme.cache, com.acme.cache.lru] 20",
            "app/web [com.acme.web] 10");
  }

  @Test
  void a_package_that_holds_nearly_all_and_no_class_of_its_own_is_cut_in_turn() {
    // 9 of 10 files of equal length lie below com.acme.shop: 90 %
    List<SourceFile> files = new ArrayList<>();
    for (String name :
        List.of("cache", "cache", "cache", "codec", "codec", "codec", "web", "web", "web")) {
      files.add(in("app", "com.acme.shop." + name, "C" + files.size()));
    }
    files.add(in("app", "com.acme.tools", "Tool"));
    assertThat(cut(files))
        .containsExactly(
            "app/shop.cache [com.acme.shop.cache] 30",
            "app/shop.codec [com.acme.shop.codec] 30",
            "app/shop.web [com.acme.shop.web] 30",
            "app/tools [com.acme.tools] 10");
    // with a class of its own it is a component
    files.add(in("app", "com.acme.shop", "Shop"));
    assertThat(cut(files))
        .containsExactly(
            "app/shop [com.acme.shop, com.acme.shop.cache, com.acme.shop.codec, com.acme.shop.web]"
                + " 100",
            "app/tools [com.acme.tools] 10");
  }

  @Test
  void a_package_that_holds_less_than_nearly_all_stays_whole() {
    // 4 of 5 files are 80 %, which is not more than 80 %
    assertThat(
            cut(
                List.of(
                    in("app", "com.acme.shop.a", "A"),
                    in("app", "com.acme.shop.b", "B"),
                    in("app", "com.acme.shop.c", "C"),
                    in("app", "com.acme.shop.d", "D"),
                    in("app", "com.acme.tools", "Tool"))))
        .hasSize(2);
  }

  @Test
  void a_module_of_one_package_is_one_component() {
    assertThat(cut(List.of(in("app", "com.acme.x", "A"), in("app", "com.acme.x", "B"))))
        .containsExactly("app [com.acme.x] 20");
    assertThat(cut(List.of(in("app", "", "Main")))).containsExactly("app [] 10");
  }

  @Test
  void names_that_only_start_alike_are_not_nested() {
    assertThat(cut(List.of(in("app", "com.acme", "A"), in("app", "com.acmetools", "B"))))
        .containsExactly("app/acme [com.acme] 10", "app/acmetools [com.acmetools] 10");
  }

  @Test
  void modules_with_the_same_package_are_cut_apart_and_own_their_files() {
    SourceFile core = in("core", "com.acme.x", "A");
    SourceFile web = in("web", "com.acme.x", "B");
    Components components = Components.of(List.of(core, web), List.of());

    assertThat(components.ofFile(core)).map(Component::name).contains("core");
    assertThat(components.ofFile(web)).map(Component::name).contains("web");
    assertThat(components.ofPackage("com.acme.x")).map(Component::name).contains("core");
    assertThat(components.ofPackage("com.acme")).isEmpty();
  }

  @Test
  void tests_belong_to_no_component() {
    SourceFile test =
        file(
            "app",
            "T.java",
            SourceFile.Role.TEST,
            "com.acme.t",
            Set.of(),
            type("com.acme.t.T", 1, 9));

    assertThat(cut(List.of(in("app", "com.acme.a", "A"), test)))
        .containsExactly("app [com.acme.a] 10");
    assertThat(Components.of(List.of(test), List.of()).ofFile(test)).isEmpty();
  }

  @Test
  void a_file_without_types_does_not_shape_the_cut() {
    SourceFile packageInfo = file("app", "package-info.java", "org.elsewhere.longer.than.that");

    assertThat(
            cut(List.of(in("app", "com.acme.a", "A"), in("app", "com.acme.b", "B"), packageInfo)))
        .containsExactly(
            "app [org.elsewhere.longer.than.that] 0",
            "app/a [com.acme.a] 10",
            "app/b [com.acme.b] 10");
  }

  @Test
  void of_declared_components_the_longest_match_wins_whatever_their_order() {
    List<SourceFile> files =
        List.of(
            in("app", "com.acme.cache", "A"),
            in("app", "com.acme.cache.lru", "B"),
            in("app", "com.acme.web", "C"));
    ComponentDefinition all = declared("everything", "", "com.acme");
    ComponentDefinition lru = declared("lru", "", "com.acme.cache.lru");

    assertThat(cut(files, all, lru))
        .isEqualTo(cut(files, lru, all))
        .containsExactly(
            "everything [com.acme.cache, com.acme.web] 20", "lru [com.acme.cache.lru] 10");
  }

  @Test
  void a_declared_component_may_be_limited_to_a_module_and_has_an_owner() {
    List<SourceFile> files = List.of(in("core", "com.acme.x", "A"), in("web", "com.acme.x", "B"));
    Components components = Components.of(files, List.of(declared("kernel", "core", "com.acme")));

    assertThat(components.all()).extracting(Component::name).containsExactly("kernel", "web");
    assertThat(components.all()).extracting(Component::owner).containsExactly("team-kernel", "");
    assertThat(components.problems()).isEmpty();
  }

  @Test
  void a_declaration_that_matches_nothing_is_a_problem() {
    Components components =
        Components.of(
            List.of(in("app", "com.acme.x", "A")),
            List.of(declared("ghost", "", "com.gone"), declared("half", "", "com.acme.xy")));

    assertThat(components.problems())
        .extracting(Problem::message)
        .hasSize(2)
        .anySatisfy(message -> assertThat(message).contains("ghost").contains("com.gone"))
        .anySatisfy(message -> assertThat(message).contains("half"));
  }

  @Test
  void the_order_of_the_files_does_not_matter() {
    List<SourceFile> files =
        new ArrayList<>(
            List.of(in("b", "com.x.y", "A"), in("a", "com.x.z", "B"), in("a", "com.x.y", "C")));
    List<String> cut = cut(files);
    Collections.reverse(files);

    assertThat(cut(files))
        .isEqualTo(cut)
        .containsExactly("a/y [com.x.y] 10", "a/z [com.x.z] 10", "b [com.x.y] 10");
  }

  @Test
  void a_declaration_needs_a_name_and_a_package() {
    assertThatThrownBy(() -> declared(" ", "", "com.acme"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> declared("x", "")).isInstanceOf(IllegalArgumentException.class);
  }
}
