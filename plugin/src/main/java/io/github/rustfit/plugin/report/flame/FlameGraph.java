package io.github.rustfit.plugin.report.flame;

import io.github.rustfit.rules.evidence.profile.SampleKey;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import io.github.rustfit.rules.evidence.profile.ThreadSamples;
import io.github.rustfit.rules.evidence.profile.Weight;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a flame graph shows: every width is what the samples stand for, the root's width their sum.
 *
 * @param fileName name of its full-size page, below the folder of all flame graphs
 * @param title what it shows
 * @param ownPackages packages whose frames are own code
 * @param applicationPackages packages of all components
 * @param samples weights by stack, all of one kind
 * @param threads in which threads they were taken; empty where that is not known
 */
public record FlameGraph(
    String fileName,
    String title,
    Set<String> ownPackages,
    Set<String> applicationPackages,
    List<Map.Entry<SampleKey, Weight>> samples,
    ThreadSamples threads) {

  public FlameGraph {
    ownPackages = Set.copyOf(ownPackages);
    applicationPackages = Set.copyOf(applicationPackages);
    samples = samples.stream().sorted(Map.Entry.comparingByKey()).toList();
    if (samples.stream().map(sample -> sample.getKey().kind()).distinct().count() != 1) {
      throw new IllegalArgumentException("samples of no kind or of several");
    }
  }

  /**
   * A graph that is laid out.
   *
   * @param data for the page's script: JSON that may stand in a script element. Equal samples give
   *     equal data in whatever order they come
   * @param drawn number of frames in it
   * @param leftOut number of frames that are too narrow to be in it
   * @param stacksCut number of stacks that are too deep for it
   * @param byThread number of frames in the view by thread; 0 when there is none
   */
  public record Drawing(String data, long drawn, long leftOut, long stacksCut, long byThread) {

    /** Number of calls above the root that are drawn. */
    public static final int DEEPEST = FlameTree.Bounds.FULL_SIZE.deepest();

    /** Number of frames that are drawn at most. */
    public static final int MOST = FlameTree.Bounds.FULL_SIZE.most();

    /** Narrower frames are not drawn, as a share of the graph. */
    public static final double NARROWEST = FlameTree.Bounds.FULL_SIZE.narrowest();
  }

  /** Whether it is of CPU time, of which alone the threads may be known. */
  public boolean ofCpu() {
    return samples.get(0).getKey().kind() == SampleKind.CPU;
  }

  /** For a page of its own. */
  public Drawing fullSize() {
    Optional<FlameTree> byThread =
        threads.known()
            ? Optional.of(
                FlameTree.byThread(
                    samples, threads, ownPackages, applicationPackages, FlameTree.Bounds.BY_THREAD))
            : Optional.empty();
    return drawing(FlameTree.Bounds.FULL_SIZE, byThread);
  }

  /** For a place beside others in a page, without what nobody could see there. */
  public Drawing embedded() {
    return drawing(FlameTree.Bounds.EMBEDDED, Optional.empty());
  }

  private Drawing drawing(FlameTree.Bounds bounds, Optional<FlameTree> byThread) {
    FlameTree tree = FlameTree.of(samples, ownPackages, applicationPackages, bounds);
    String unit = samples.get(0).getKey().kind().unit();
    return new Drawing(
        FlameData.of(title, unit, tree.root(), byThread.map(FlameTree::root)),
        tree.drawn(),
        tree.leftOut(),
        tree.stacksCut(),
        byThread.map(FlameTree::drawn).orElse(0L));
  }
}
