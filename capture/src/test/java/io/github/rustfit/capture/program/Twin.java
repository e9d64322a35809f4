package io.github.rustfit.capture.program;

/** Loaded by several class loaders. */
public final class Twin {

  private Twin() {}

  static int plus(int value) {
    return value + 1;
  }

  public static void call() {
    plus(1);
  }
}
