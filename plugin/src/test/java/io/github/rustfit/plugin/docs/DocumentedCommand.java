package io.github.rustfit.plugin.docs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * A command of Maven that the documentation tells readers to run.
 *
 * @param page the page, relative to the repository's root
 * @param text the command without {@code mvn}
 */
record DocumentedCommand(Path page, String text) {

  private static final List<String> SHELL = List.of("", "sh", "bash", "shell", "console");
  private static final List<String> SCRIPT_KEYS = List.of("run", "script", "before_script");
  private static final Pattern GROOVY_STEP = Pattern.compile("(?s)\\bsh '{1,3}([^']+)'{1,3}");

  /** All commands in code blocks, in the order of pages and lines. */
  static List<DocumentedCommand> inBlocks() {
    List<DocumentedCommand> commands = new ArrayList<>();
    for (Markdown page : Markdown.all()) {
      for (Markdown.Block block : page.blocks()) {
        Shell.mavenArguments(scriptLines(block))
            .forEach(text -> commands.add(new DocumentedCommand(page.path(), text)));
      }
    }
    return commands;
  }

  /** All commands between backticks within the text. */
  static List<DocumentedCommand> inProse() {
    return Markdown.all().stream()
        .flatMap(
            page ->
                page.inlineCode().stream()
                    .filter(code -> code.startsWith("mvn "))
                    .map(code -> new DocumentedCommand(page.path(), code.substring(4))))
        .toList();
  }

  private static List<String> scriptLines(Markdown.Block block) {
    if (SHELL.contains(block.language())) {
      return block.text();
    }
    String text = String.join("\n", block.text());
    return switch (block.language()) {
      case "yaml" -> yaml(text).stream().flatMap(DocumentedCommand::scripts).toList();
      case "groovy" ->
          GROOVY_STEP.matcher(text).results().flatMap(DocumentedCommand::lines).toList();
      default -> List.of();
    };
  }

  private static Stream<String> lines(MatchResult step) {
    return step.group(1).lines();
  }

  /** The documents of a YAML text; an exception if it is none. */
  static List<Object> yaml(String text) {
    List<Object> documents = new ArrayList<>();
    new Yaml(new SafeConstructor(new LoaderOptions())).loadAll(text).forEach(documents::add);
    return documents;
  }

  private static Stream<String> scripts(Object node) {
    if (node instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .flatMap(
              entry ->
                  entry.getKey() instanceof String key && SCRIPT_KEYS.contains(key)
                      ? strings(entry.getValue())
                      : scripts(entry.getValue()));
    }
    return node instanceof List<?> list
        ? list.stream().flatMap(DocumentedCommand::scripts)
        : Stream.of();
  }

  private static Stream<String> strings(Object node) {
    if (node instanceof List<?> list) {
      return list.stream().flatMap(DocumentedCommand::strings);
    }
    return node instanceof String text ? text.lines() : Stream.of();
  }

  MavenCommand command() {
    return MavenCommand.parse(text);
  }

  @Override
  public String toString() {
    return page + ": mvn " + text;
  }
}
