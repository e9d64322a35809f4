package io.github.rustfit.rules.component;

import io.github.rustfit.rules.stats.Share;

/**
 * The part of a component's CPU samples that is spent in one library that it calls, itself or
 * through others. The JDK's and native code's time belongs to the library that called it, so the
 * shares of a component add up to 1.
 *
 * @param name root package of a library, or its {@code groupId:artifactId} where shares are by
 *     artifact; {@link #OWN}, {@link #JDK} or {@link #NATIVE}
 * @param share share of the component's CPU samples
 */
public record LibraryShare(String name, Share share) {

  /** The component's own code. */
  public static final String OWN = "own code";

  /** The JDK, called by the component itself. */
  public static final String JDK = "JDK";

  /** Native code and the kernel, right below the component's own code. */
  public static final String NATIVE = "native code";
}
