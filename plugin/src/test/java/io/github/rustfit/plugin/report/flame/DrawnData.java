package io.github.rustfit.plugin.report.flame;

import io.github.rustfit.rules.evidence.profile.SampleKey;
import io.github.rustfit.rules.evidence.profile.ThreadSamples;
import io.github.rustfit.rules.evidence.profile.Weight;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Data of flame graphs of CPU time, for pages that tests put together. */
public final class DrawnData {

  private DrawnData() {}

  /** What the page's script draws. */
  public static String of(
      String title,
      List<Map.Entry<SampleKey, Weight>> samples,
      Set<String> own,
      Set<String> application) {
    return new FlameGraph("a.html", title, own, application, samples, ThreadSamples.EMPTY)
        .embedded()
        .data();
  }
}
