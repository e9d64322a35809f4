package io.github.rustfit.plugin.docs;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.comments.Comment;
import com.github.javaparser.ast.nodeTypes.NodeWithJavadoc;
import com.github.javaparser.javadoc.Javadoc;
import com.github.javaparser.javadoc.description.JavadocDescriptionElement;
import com.github.javaparser.javadoc.description.JavadocInlineTag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The page that lists the API: made from the Javadoc of its types. */
final class ApiPage {

  private static final String HEAD =
      """
      # The API

      <!-- Made from the Javadoc by ApiTest; CONTRIBUTING.md says how. Edit the Javadoc, or ApiPage. -->

      The %d public types that a [rule](../how-to/write-a-rule.md) or a
      [reader](../how-to/read-another-format.md) of your own is compiled against.

      ## What is promised

      - From 1.0 on, within a major version, nothing on this page is taken away, and no signature, unit or meaning of it
        changes: an artifact that was compiled against 1.2 works with 1.5. Until then a minor version (0.2 to 0.3) may change
        it, and the [changelog](../../CHANGELOG.md) says what to write instead; a patch version never does.
      - Types, methods, and constants of enums may be added at any time, so a `switch` over an enum needs a `default`.
      - What a public method returns is never `null` unless it is annotated so.
      - [`rules/api.txt`](../../rules/api.txt) and [`readers/api.txt`](../../readers/api.txt) are the signatures of the last
        agreed state. A test fails when the code leaves them.

      Nothing else is promised: not the modules `rustfit-engine` and `rustfit-maven-plugin`, which judge and report, nothing of
      `rustfit-readers` but the types below, and not the goals' Java classes. The
      [goals' parameters](parameters.md) and the [formats](formats.md) have promises of their own. The test artifact
      `rustfit-rules:test-jar` (package `io.github.rustfit.rules.testing`) follows the API and may change with any minor
      version; its generators, whose names begin with `Any`, need [jqwik](https://jqwik.net) beside them.
      """;

  private static final Pattern SENTENCE_END = Pattern.compile("[.](?:\\s|$)");

  private ApiPage() {}

  static String of(List<Class<?>> types) throws IOException {
    StringBuilder text = new StringBuilder(String.format(Locale.ROOT, HEAD, types.size()));
    String last = "";
    for (Class<?> type : types) {
      String name = type.getPackageName();
      if (!name.equals(last)) {
        Javadoc says =
            parsed(source(type).resolveSibling("package-info.java")).getAllComments().stream()
                .filter(Comment::isJavadocComment)
                .findFirst()
                .map(comment -> comment.asJavadocComment().parse())
                .orElseThrow();
        text.append("\n## `").append(name).append("`\n\n").append(sentence(says));
        text.append("\n\n| Type | What it is |\n|---|---|\n");
        last = name;
      }
      text.append("| `").append(Api.name(type)).append("` | ").append(meaning(type)).append(" |\n");
    }
    return text.toString();
  }

  private static String meaning(Class<?> type) throws IOException {
    String name = Api.name(type);
    return parsed(source(type)).findAll(TypeDeclaration.class).stream()
        .filter(found -> declared(found).equals(name))
        .findFirst()
        .flatMap(found -> ((NodeWithJavadoc<?>) found).getJavadoc())
        .map(ApiPage::sentence)
        .orElseThrow(() -> new AssertionError(name + " has no Javadoc"));
  }

  /** The name of a type without its package: of a nested one, behind those around it. */
  private static String declared(TypeDeclaration<?> type) {
    return type.getParentNode()
            .filter(TypeDeclaration.class::isInstance)
            .map(outer -> declared((TypeDeclaration<?>) outer) + ".")
            .orElse("")
        + type.getNameAsString();
  }

  private static Path source(Class<?> type) {
    String outermost = type.getName().replaceFirst("[$].*", "").replace('.', '/') + ".java";
    String module = type.getPackageName().split("[.]")[3];
    return Markdown.ROOT.resolve(module).resolve("src/main/java").resolve(outermost);
  }

  private static CompilationUnit parsed(Path file) throws IOException {
    ParserConfiguration configuration =
        new ParserConfiguration().setLanguageLevel(ParserConfiguration.LanguageLevel.JAVA_17);
    return new JavaParser(configuration)
        .parse(Files.readString(file, UTF_8))
        .getResult()
        .orElseThrow();
  }

  /** The first sentence, as Markdown in a cell of a table. */
  private static String sentence(Javadoc javadoc) {
    String text =
        javadoc.getDescription().getElements().stream()
            .map(ApiPage::markdown)
            .collect(Collectors.joining())
            .replaceAll("\\s+", " ")
            .replaceAll("<[^>]*>", "")
            .replace("|", "\\|")
            .strip();
    Matcher end = SENTENCE_END.matcher(text);
    return end.find() ? text.substring(0, end.start() + 1) : text;
  }

  private static String markdown(JavadocDescriptionElement element) {
    if (!(element instanceof JavadocInlineTag tag)) {
      return element.toText();
    }
    String content = tag.getContent().strip();
    boolean link = tag.getName().startsWith("link");
    String name = link ? content.replaceFirst("^#", "").replace('#', '.') : content;
    return "`" + name + "`";
  }
}
