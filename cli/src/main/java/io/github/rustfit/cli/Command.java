package io.github.rustfit.cli;

import io.github.rustfit.plugin.goal.GoalException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What all commands have in common: how they end, and where they say so. */
abstract class Command implements Callable<Integer> {

  /** All is well. */
  static final int DONE = 0;

  /** The goal did its work, and what it found must stop a build. */
  static final int FOUND = 1;

  /** Bad options or input. */
  static final int REFUSED = 2;

  /** A fault of rustfit's own. */
  static final int BROKEN = 3;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = {"-X", "--debug"},
      description = "Says more, and where a thing failed.")
  private boolean debug;

  /** Does the work. */
  abstract void run(Terminal terminal) throws GoalException;

  @Override
  public final Integer call() {
    Terminal terminal =
        new Terminal(
            spec.commandLine().getOut(),
            spec.commandLine().getErr(),
            new Words(spec.root()),
            debug);
    try {
      run(terminal);
      return DONE;
    } catch (GoalException e) {
      terminal.error(e.getMessage());
      terminal.trace(e);
      return e.isFinding() ? FOUND : REFUSED;
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      terminal.error(
          "rustfit failed: "
              + e
              + (e instanceof OutOfMemoryError
                  ? ". Give it more memory: java -Xmx4g -jar …"
                  : ". That is a fault of its own: please report it with what -X prints."));
      terminal.trace(e);
      return BROKEN;
    }
  }
}
