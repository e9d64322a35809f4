package io.github.rustfit.rules.component;

import io.github.rustfit.rules.evidence.profile.Weight;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

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
  private final Map<String, Map<String, Weight>> runningUnder = new HashMap<>();
  private final Map<String, Weight> waitingUnder = new HashMap<>();
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

  /** Something of a component runs with these classes on its stack. */
  void runUnder(Component component, Set<String> classes, Weight weight) {
    classes.forEach(
        name ->
            runningUnder
                .computeIfAbsent(component.name(), one -> new HashMap<>())
                .merge(name, weight, Weight::merge));
  }

  /** Something waits, and not for a lock, with these methods of these classes on its stack. */
  void awaitUnder(Set<String> methods, Weight weight) {
    methods.forEach(name -> waitingUnder.merge(name, weight, Weight::merge));
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

  /**
   * How much of what is waited for at locks may be computing of a component: the part that it may
   * have of what their holders do, each lock by the time that is waited for it. What runs with the
   * lock's class on its stack may hold it; what waits counts only below methods that were seen to
   * wait for the lock, so that the part is rather too large. 1 where no holder was seen.
   */
  public double heldBy(Component component) {
    double held = 0;
    double waited = 0;
    Map<String, Set<String>> methods = new TreeMap<>();
    for (Wait wait : waits.keySet()) {
      if (wait.reason() == WaitReason.LOCK) {
        methods
            .computeIfAbsent(wait.place().className(), one -> new TreeSet<>())
            .add(wait.place().method());
      }
    }
    for (Map.Entry<String, Set<String>> lock : methods.entrySet()) {
      double here = 0;
      for (Map.Entry<Wait, Weight> one : waits.entrySet()) {
        boolean same = one.getKey().place().className().equals(lock.getKey());
        here += same && one.getKey().reason() == WaitReason.LOCK ? one.getValue().amount() : 0;
      }
      double others = 0;
      for (String method : lock.getValue()) {
        others += waitingUnder.getOrDefault(lock.getKey() + "." + method, Weight.ZERO).amount();
      }
      double own = under(component.name(), lock.getKey());
      double rest = others;
      for (String name : runningUnder.keySet()) {
        rest += name.equals(component.name()) ? 0 : under(name, lock.getKey());
      }
      held += here * (own + rest > 0 ? own / (own + rest) : 1);
      waited += here;
    }
    return waited > 0 ? Math.min(1, held / waited) : 1;
  }

  private double under(String component, String className) {
    Map<String, Weight> of = runningUnder.getOrDefault(component, Map.of());
    return of.getOrDefault(className, Weight.ZERO).amount();
  }

  /** Whether work of the application may wait while no thread does, as under an event loop. */
  public boolean unseen() {
    return unseen;
  }
}
