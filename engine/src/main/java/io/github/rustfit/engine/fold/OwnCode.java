package io.github.rustfit.engine.fold;

import io.github.rustfit.rules.component.Attribution;
import io.github.rustfit.rules.component.Components;
import io.github.rustfit.rules.evidence.profile.Frame;
import io.github.rustfit.rules.evidence.profile.ProfileSummary;
import io.github.rustfit.rules.evidence.profile.SampleKey;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import io.github.rustfit.rules.evidence.source.SourceFile;
import io.github.rustfit.rules.policy.Policy;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Which frames own samples, by the sources and by the very rules of reports. */
public final class OwnCode {

  private OwnCode() {}

  /** Whether a frame is of these sources; empty without any. */
  public static Optional<Predicate<Frame>> of(Collection<SourceFile> sources) {
    if (sources.isEmpty()) {
      return Optional.empty();
    }
    Components components = Components.of(sources, Policy.DEFAULT.components());
    Attribution attribution = Attribution.of(ProfileSummary.EMPTY, sources, components);
    return Optional.of(
        frame -> attribution.owner(new SampleKey(SampleKind.CPU, List.of(frame), "")).isPresent());
  }
}
