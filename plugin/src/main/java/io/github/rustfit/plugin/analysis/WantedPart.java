package io.github.rustfit.plugin.analysis;

import io.github.rustfit.readers.input.Window;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What to look at of recordings and logs.
 *
 * @param window from when to when
 * @param skipStartUp whether to leave out start-up; empty to do as the policy says
 */
public record WantedPart(Window window, Optional<Boolean> skipStartUp) {

  /** All, but for start-up if the policy says so. */
  public static final WantedPart BY_THE_POLICY = new WantedPart(Window.ALL, Optional.empty());

  /**
   * What a user asked for.
   *
   * @param from see {@link Window#of}; null or empty for no such end
   * @param to the same
   * @param skipStartUp null to do as the policy says
   * @throws IllegalArgumentException whose message says what is wrong
   */
  public static WantedPart of(
      @Nullable String from, @Nullable String to, @Nullable Boolean skipStartUp) {
    return new WantedPart(Window.of(from, to, false), Optional.ofNullable(skipStartUp));
  }

  /** The window under a policy that leaves out start-up or does not. */
  Window under(boolean policySkipsStartUp) {
    return window.skipping(skipStartUp.orElse(policySkipsStartUp));
  }
}
