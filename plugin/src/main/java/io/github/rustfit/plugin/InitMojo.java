package io.github.rustfit.plugin;

import io.github.rustfit.plugin.analysis.AnalysisResult;
import io.github.rustfit.plugin.starter.StarterPolicy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Writes a commented {@code rustfit.yaml} to start from: the components that were detected, what is
 * unknown and would decide most, and every key that can be declared. It needs no recording; with
 * one it knows better what would decide. A file that exists is left alone.
 */
@Mojo(name = "init", aggregator = true, threadSafe = true)
public final class InitMojo extends AbstractReactorMojo {

  private static final String FILE = "rustfit.yaml";

  /** Overwrites a {@code rustfit.yaml} that exists; what it declares is lost. */
  @Parameter(property = "rustfit.force", defaultValue = "false")
  private boolean force;

  /** A project without code may start with its plans. */
  @Override
  boolean worthwhile(Reactor reactor) {
    return true;
  }

  @Override
  void run(Reactor reactor) throws MojoExecutionException {
    Path file = reactor.root().resolve(FILE);
    if (!force && Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new MojoExecutionException(
          "rustfit: "
              + FILE
              + " exists already and is not overwritten. Edit it, move it away, or run with"
              + " -Drustfit.force, which loses what it declares.");
    }
    AnalysisResult result = analysis().runWithoutPolicy(request(reactor, ""));
    result.assessment().problems().forEach(problem -> getLog().warn("rustfit: " + problem.text()));
    String text = StarterPolicy.of(result.assessment());
    new OutputFolder(reactor.root(), "move the project to a folder that can be written")
        .write(FILE, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    getLog()
        .info(
            "rustfit: wrote "
                + FILE
                + " with "
                + result.assessment().components().size()
                + " components. Remove the # in front of what you declare, then run"
                + " rustfit:report.");
  }
}
