package io.github.rustfit.cli;

import java.io.PrintWriter;
import java.nio.charset.Charset;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line: {@code java -jar rustfit-cli.jar <command>}. */
@CommandLine.Command(
    name = "rustfit",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Says, with evidence, which components of a Java code base warrant a review for Rust,",
      "and what to fix or tune in Java first."
    },
    footer = {
      "",
      "Each option that sets what a goal of the Maven plugin takes is also known by its property:",
      "--gc-logs=a.log and -Drustfit.gcLogs=a.log are the same.",
      "Ends with 0; 1 for a crossed limit or a regression; 2 for bad options or input."
    },
    subcommands = {
      ReportCommand.class,
      CheckCommand.class,
      RecordCommand.class,
      CompareCommand.class,
      BaselineCommand.class,
      AddRunCommand.class,
      TrendCommand.class,
      FoldCommand.class,
      InitCommand.class,
      StarterCommand.class,
      TrialCommand.class,
      TuneCommand.class
    })
public final class Rustfit implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  /** Runs a command, and ends the process with how that ended. */
  public static void main(String[] arguments) {
    Charset terminal = Charset.defaultCharset();
    System.exit(
        run(
            new PrintWriter(System.out, true, terminal),
            new PrintWriter(System.err, true, terminal),
            arguments));
  }

  /** Runs a command and says how it ended. */
  static int run(PrintWriter out, PrintWriter err, String... arguments) {
    CommandLine commands = commandLine().setOut(out).setErr(err);
    return commands.execute(new Words(commands.getCommandSpec()).understood(arguments));
  }

  /** All commands. */
  static CommandLine commandLine() {
    return new CommandLine(new Rustfit())
        .setUsageHelpWidth(100)
        .setParameterExceptionHandler(Rustfit::refuse);
  }

  /** One line that says what is wrong, and where help is. */
  private static int refuse(ParameterException wrong, String... arguments) {
    CommandLine command = wrong.getCommandLine();
    PrintWriter err = command.getErr();
    err.println("error: " + wrong.getMessage());
    UnmatchedArgumentException.printSuggestions(wrong, err);
    err.println("See " + command.getCommandSpec().qualifiedName() + " --help.");
    err.flush();
    return Command.REFUSED;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Name a command.");
  }
}
