package io.github.rustfit.plugin.goal;

import io.github.rustfit.trial.process.Command;
import io.github.rustfit.trial.tune.Shell;
import io.github.rustfit.trial.tune.TunePlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Other code to measure, as the user wrote it: a folder that was built, a branch or patch that is
 * checked out beside the project and built here, or an executable that needs no JVM.
 *
 * @param variants {@code name=folder}, {@code name=branch:…}, {@code name=patch:…} or {@code
 *     name=image:…} each, separated by commas; null or blank for none
 * @param build the command that builds a branch or a patched checkout, for the system's shell
 */
public record TuneVariants(@Nullable String variants, @Nullable String build) {

  private static final Duration QUICK = Duration.ofMinutes(5);
  private static final Duration BUILD = Duration.ofHours(1);
  private static final int LAST_LINES = 5;
  private static final String BRANCH = "branch:";
  private static final String PATCH = "patch:";
  private static final String IMAGE = "image:";

  /** One of them. */
  private record Variant(String name, String of) {

    boolean isMade() {
      return of.startsWith(BRANCH) || of.startsWith(PATCH);
    }

    boolean isImage() {
      return of.startsWith(IMAGE);
    }
  }

  /** Refuses what is not understood, before anything is run. */
  void check(Path root) throws GoalException {
    Set<String> names = new HashSet<>();
    for (Variant one : all()) {
      if (!one.name().matches("[A-Za-z0-9._-]{1,60}") || one.name().equals("present")) {
        throw new GoalException(
            "rustfit: rustfit.variants: '"
                + one.name()
                + "' is no name; letters, digits, '.', '_' and '-' make one.");
      }
      if (!names.add(one.name())) {
        throw new GoalException("rustfit: rustfit.variants names '" + one.name() + "' twice.");
      }
      if (one.isMade() && JudgeOptions.stripped(build).isEmpty()) {
        throw new GoalException(
            "rustfit: rustfit.build is needed: the command that builds '"
                + one.of()
                + "', as -Drustfit.build=\"mvn -q package -DskipTests\".");
      }
      if (one.of().startsWith(PATCH) && !Files.isRegularFile(patch(root, one))) {
        throw new GoalException("rustfit: rustfit.variants: " + patch(root, one) + " is no file.");
      }
      if (one.isImage() && !isExecutable(image(root, one))) {
        throw new GoalException(
            "rustfit: rustfit.variants: " + image(root, one) + " is no file that can be run.");
      }
      if (!one.isMade() && !one.isImage() && !Files.isDirectory(folder(root, one))) {
        throw new GoalException(
            "rustfit: rustfit.variants: " + folder(root, one) + " is no folder.");
      }
    }
  }

  /** All of them, each with its folder; branches and patches are checked out and built. */
  List<TunePlan.Code> code(Path root, String command, Path work, GoalLog log) throws GoalException {
    List<TunePlan.Code> all = new ArrayList<>();
    for (Variant one : all()) {
      if (one.isImage()) {
        all.add(image(one.name(), command, root, image(root, one)));
        continue;
      }
      Path folder = one.isMade() ? made(root, one, work, log) : folder(root, one);
      all.add(new TunePlan.Code(one.name(), command, folder, Optional.empty()));
    }
    return all;
  }

  /** Whether an executable that needs no JVM is among them. */
  boolean hasImage() throws GoalException {
    return all().stream().anyMatch(Variant::isImage);
  }

  /** The program as an executable, by the path that the system tells of its processes. */
  static TunePlan.Code image(String name, String command, Path root, Path image)
      throws GoalException {
    try {
      return new TunePlan.Code(name, command, root, Optional.of(image.toRealPath()));
    } catch (IOException e) {
      throw new GoalException("rustfit: " + image + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static boolean isExecutable(Path file) {
    return Files.isRegularFile(file) && Files.isExecutable(file);
  }

  private List<Variant> all() throws GoalException {
    List<Variant> all = new ArrayList<>();
    for (String one : JudgeOptions.stripped(variants).split(",")) {
      if (one.isBlank()) {
        continue;
      }
      int equals = one.indexOf('=');
      if (equals < 1 || equals == one.strip().length() - 1) {
        throw new GoalException(
            "rustfit: rustfit.variants has '"
                + one.strip()
                + "'; write name=folder for another checkout that was built, name=branch:…,"
                + " name=patch:… or name=image:….");
      }
      all.add(new Variant(one.substring(0, equals).strip(), one.substring(equals + 1).strip()));
    }
    return all;
  }

  private static Path folder(Path root, Variant one) throws GoalException {
    return TrialOptions.path(root, one.of(), "rustfit.variants");
  }

  private static Path image(Path root, Variant one) throws GoalException {
    return TrialOptions.path(root, one.of().substring(IMAGE.length()), "rustfit.variants");
  }

  private static Path patch(Path root, Variant one) throws GoalException {
    return TrialOptions.path(root, one.of().substring(PATCH.length()), "rustfit.variants");
  }

  /**
   * A checkout of its own, without a trace in the project's repository; its root like the present.
   */
  private Path made(Path root, Variant one, Path work, GoalLog log) throws GoalException {
    Path said = work.resolve("variant-" + one.name() + ".said");
    Path checkout = work.resolve("variant-" + one.name());
    Path top = Path.of(git(root, said, "rev-parse", "--show-toplevel"));
    String wanted = one.of().startsWith(BRANCH) ? one.of().substring(BRANCH.length()) : "HEAD";
    String commit =
        git(root, said, "rev-parse", "--verify", "--end-of-options", wanted + "^{commit}");
    git(
        root,
        said,
        "clone",
        "-q",
        "--shared",
        "--no-checkout",
        top.toString(),
        checkout.toString());
    git(checkout, said, "checkout", "-q", "--detach", commit);
    if (one.of().startsWith(PATCH)) {
      git(checkout, said, "apply", "--whitespace=nowarn", patch(root, one).toString());
    }
    Path folder;
    try {
      folder = checkout.resolve(top.toRealPath().relativize(root.toRealPath()).toString());
    } catch (IOException e) {
      throw new GoalException("rustfit: " + root + " cannot be read: " + e.getMessage(), e);
    }
    log.info("rustfit: building " + one.of() + " in " + folder);
    run(Shell.words(JudgeOptions.stripped(build)), folder, said, BUILD, "rustfit.build");
    return folder;
  }

  private static String git(Path folder, Path said, String... arguments) throws GoalException {
    List<String> words = new ArrayList<>(List.of("git"));
    words.addAll(List.of(arguments));
    List<String> lines =
        run(words, folder, said, QUICK, "git " + String.join(" ", arguments)).lines();
    return lines.isEmpty() ? "" : lines.get(lines.size() - 1).strip();
  }

  private static Command.Ended run(
      List<String> words, Path folder, Path said, Duration limit, String what)
      throws GoalException {
    try {
      Command.Ended ended = new Command(words, folder, said, limit).run();
      if (ended.status() != 0) {
        throw new GoalException(
            "rustfit: rustfit.variants: "
                + what
                + " ended with status "
                + ended.status()
                + " in "
                + folder
                + ": "
                + String.join(" / ", Command.last(ended, LAST_LINES)));
      }
      return ended;
    } catch (IOException e) {
      throw new GoalException(
          "rustfit: rustfit.variants: " + what + " cannot be run: " + e.getMessage(), e);
    }
  }
}
