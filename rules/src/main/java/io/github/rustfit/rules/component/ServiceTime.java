package io.github.rustfit.rules.component;

import io.github.rustfit.rules.evidence.profile.Weight;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What threads do while application frames are on their stacks: run, or wait. Idle pool threads
 * have none and are left out, as are threads that accept connections, select among them or wait for
 * other threads to end.
 */
public final class ServiceTime {

  /**
   * Waiting of one kind at one place.
   *
   * @param reason what is waited for
   * @param component name of the component whose frame is the leaf-most of the application
   * @param place where that frame is
   * @param certain whether it certainly delays a piece of work; otherwise the thread may as well be
   *     idle, or wait for work that counts where it runs
   */
  public record Wait(WaitReason reason, String component, Place place, boolean certain)
      implements Comparable<Wait> {

    private static final Comparator<Wait> ORDER =
        Comparator.comparing(Wait::reason)
            .thenComparing(Wait::component)
            .thenComparing(Wait::place)
            .thenComparing(Wait::certain);

    @Override
    public int compareTo(Wait other) {
      return ORDER.compare(this, other);
    }
  }

  private final Map<String, Weight> running = new HashMap<>();
  private final Map<Wait, Weight> waits = new HashMap<>();
  private Weight all = Weight.ZERO;
  private boolean unseen;

  ServiceTime() {}

  void run(Component component, Weight weight) {
    running.merge(component.name(), weight, Weight::merge);
    all = all.merge(weight);
  }

  void await(Wait wait, Weight weight) {
    waits.merge(wait, weight, Weight::merge);
  }

  void mayWaitUnseen() {
    unseen = true;
  }

  /** Running, or ready to, of the whole application. */
  public Weight running() {
    return all;
  }

  /** The same of what a component owns. */
  public Weight running(Component component) {
    return running.getOrDefault(component.name(), Weight.ZERO);
  }

  /** What is waited for and where, the largest first. */
  public List<Map.Entry<Wait, Weight>> waits() {
    List<Map.Entry<Wait, Weight>> sorted = new ArrayList<>(waits.entrySet());
    sorted.sort(
        Comparator.<Map.Entry<Wait, Weight>>comparingLong(one -> -one.getValue().amount())
            .thenComparing(Map.Entry::getKey));
    return sorted.stream().map(one -> Map.entry(one.getKey(), one.getValue())).toList();
  }

  /** All waiting that is certain, or all that is not. */
  public Weight waiting(boolean certain) {
    Weight sum = Weight.ZERO;
    for (Map.Entry<Wait, Weight> one : waits.entrySet()) {
      if (one.getKey().certain() == certain) {
        sum = sum.merge(one.getValue());
      }
    }
    return sum;
  }

  /** Whether work of the application may wait while no thread does, as under an event loop. */
  public boolean unseen() {
    return unseen;
  }
}
