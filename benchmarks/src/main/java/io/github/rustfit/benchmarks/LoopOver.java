package io.github.rustfit.benchmarks;

import io.github.rustfit.readers.input.InputReaders;
import io.github.rustfit.readers.input.Inputs;
import io.github.rustfit.rules.evidence.Evidence;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * Reads all recordings of a folder as {@code fold} does, and keeps nothing of them: {@code LoopOver
 * FOLDER}. The converter cannot be beside it, as it does not read the texts that JDK Mission
 * Control's writer writes.
 */
public final class LoopOver {

  private static int read;

  private LoopOver() {}

  /** Prints how many there were. */
  public static void main(String[] arguments) {
    new Inputs(Path.of("."), InputReaders.load(LoopOver.class.getClassLoader()).readers())
        .readEach(List.of(arguments[0]), Set::of, LoopOver::count);
    System.out.println(read);
  }

  private static void count(Evidence evidence) {
    read += evidence.inputs().size();
  }
}
