package io.github.rustfit.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/**
 * The page of commands is what the commands print as their help; with {@code -Drustfit.docs=write}
 * this test writes it anew. Commands on other pages fit the command line.
 */
class PagesTest {

  private static final Path DOCS = Path.of("..", "docs");
  private static final Path PAGE = DOCS.resolve("reference/command-line.md");

  private static final String HEAD =
      """
      # Commands and their options

      <!-- Made from the commands by PagesTest; CONTRIBUTING.md says how. Edit the descriptions of the options instead. -->

      What `rustfit <command> --help` prints. [How to use it without Maven](../how-to/command-line.md) says what a project is taken for,
      and how a command ends.
      """;

  private static final Pattern BLOCK = Pattern.compile("```sh\\n(.*?)```", Pattern.DOTALL);
  private static final Pattern INLINE = Pattern.compile("`(rustfit [^`]+)`");

  @Test
  void the_page_says_what_the_help_says() throws IOException {
    StringBuilder text = new StringBuilder(HEAD);
    for (CommandLine command : Rustfit.commandLine().getSubcommands().values()) {
      text.append("\n## `rustfit ").append(command.getCommandName()).append("`\n\n```text\n");
      text.append(command.getUsageMessage(Ansi.OFF).replace("\r\n", "\n")).append("```\n");
    }
    if ("write".equals(System.getProperty("rustfit.docs"))) {
      Files.writeString(PAGE, text, UTF_8);
    }
    assertThat(PAGE).content(UTF_8).isEqualTo(text.toString());
  }

  @Test
  void commands_on_pages_fit() throws IOException {
    List<String> commands = new ArrayList<>();
    try (Stream<Path> pages = Files.walk(DOCS)) {
      for (Path page : pages.filter(one -> one.toString().endsWith(".md")).toList()) {
        String text = Files.readString(page, UTF_8);
        Matcher block = BLOCK.matcher(text);
        while (block.find()) {
          block.group(1).lines().filter(line -> line.startsWith("rustfit ")).forEach(commands::add);
        }
        INLINE.matcher(text).results().forEach(one -> commands.add(one.group(1)));
      }
    }
    assertThat(commands).hasSizeGreaterThan(12);
    for (String command : commands) {
      String[] words = command.replaceAll("['\"]|\\s+#.*$", "").split("\\s+", -1);
      String[] arguments = List.of(words).subList(1, words.length).toArray(String[]::new);
      if (!arguments[0].startsWith("<")) {
        CommandLine line = Rustfit.commandLine();
        assertThatCode(() -> line.parseArgs(arguments)).as(command).doesNotThrowAnyException();
      }
    }
  }
}
