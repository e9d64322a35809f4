package io.github.rustfit.plugin.goal;

import io.github.rustfit.rules.evidence.tuning.Aim;
import io.github.rustfit.trial.process.Command;
import io.github.rustfit.trial.tune.Jdk;
import io.github.rustfit.trial.tune.Launch;
import io.github.rustfit.trial.tune.Shell;
import io.github.rustfit.trial.tune.TunePlan;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The program compiled ahead of time by GraalVM's {@code native-image}, where a JDK that is tried
 * has it, the command launches the program in sight, and start or memory is what counts. What
 * cannot be built is left out with a word; the rest is measured all the same.
 */
final class NativeImage {

  static final String NAME = "native-image";

  private static final Duration BUILD = Duration.ofMinutes(30);
  private static final int LAST_LINES = 3;
  private static final Set<Aim> WORTH_IT = EnumSet.of(Aim.START_UP, Aim.MEMORY);

  private NativeImage() {}

  /** The program as an executable in the folder; empty where it cannot be, or need not be. */
  static Optional<TunePlan.Code> of(TunePlan plan, Path work, GoalLog log) throws GoalException {
    Optional<Path> builder = builder(plan.jdks());
    boolean wanted = plan.measuring().all() || WORTH_IT.contains(plan.goal().aim());
    if (builder.isEmpty() || !wanted || plan.goal().aim() == Aim.PAUSES) {
      return Optional.empty();
    }
    Optional<Launch> launch = Launch.of(plan.code().command());
    if (launch.isEmpty()) {
      log.info(
          "rustfit: "
              + builder.get()
              + " is there, but the command launches java out of sight; name an executable with"
              + " rustfit.variants="
              + NAME
              + "=image:… to measure it as well");
      return Optional.empty();
    }
    Path image = work.resolve(NAME);
    log.info("rustfit: building " + image + " with " + builder.get() + ", which takes minutes");
    String why = build(builder.get(), launch.get(), image, plan.code().folder(), work);
    // Windows adds what its executables end with.
    Path made = Files.exists(image) ? image : work.resolve(NAME + ".exe");
    if (why.isEmpty() && Files.isExecutable(made)) {
      return Optional.of(
          TuneVariants.image(NAME, plan.code().command(), plan.code().folder(), made));
    }
    log.warn(
        "rustfit: an executable is not measured: "
            + (why.isEmpty() ? builder.get() + " made none" : why));
    return Optional.empty();
  }

  private static String build(Path builder, Launch launch, Path image, Path folder, Path work) {
    String command =
        Shell.quoted(builder.toString())
            + " --no-fallback "
            + String.join(" ", launch.program())
            + " "
            + Shell.quoted(image.toString());
    try {
      Command.Ended ended =
          new Command(Shell.words(command), folder, work.resolve(NAME + ".said"), BUILD).run();
      return ended.status() == 0
          ? ""
          : builder
              + " ended with status "
              + ended.status()
              + ": "
              + String.join(" / ", Command.last(ended, LAST_LINES));
    } catch (IOException e) {
      return builder + ": " + e.getMessage();
    }
  }

  private static Optional<Path> builder(List<Jdk> jdks) {
    String file = File.separatorChar == '\\' ? "native-image.cmd" : "native-image";
    return Stream.concat(
            jdks.stream().map(Jdk::home),
            Stream.ofNullable(System.getenv("GRAALVM_HOME")).map(Path::of))
        .map(home -> home.resolve("bin").resolve(file))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
