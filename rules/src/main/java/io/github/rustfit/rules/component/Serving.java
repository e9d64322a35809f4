package io.github.rustfit.rules.component;

import io.github.rustfit.rules.evidence.profile.Frame;
import io.github.rustfit.rules.evidence.profile.SampleKey;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import io.github.rustfit.rules.evidence.profile.Weight;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What samples show of threads that serve: by the wall clock, and by events of waiting. */
final class Serving {

  private static final Set<SampleKind> WAITS =
      EnumSet.of(SampleKind.LOCK, SampleKind.PARK, SampleKind.SOCKET, SampleKind.FILE);

  private final ServiceTime byWallClock = new ServiceTime();
  private final ServiceTime byEvents = new ServiceTime();

  ServiceTime byWallClock() {
    return byWallClock;
  }

  ServiceTime byEvents() {
    return byEvents;
  }

  /**
   * Notes whether the application runs or waits.
   *
   * @return whether it waits so that it certainly delays a piece of work
   */
  boolean add(
      Owners owners, Component owner, SampleKey key, Weight weight, int depth, Place place) {
    boolean wall = key.kind() == SampleKind.WALL;
    if (!wall && key.kind() != SampleKind.CPU && !WAITS.contains(key.kind())) {
      return false;
    }
    List<Frame> frames = key.stack();
    Set<String> classes = new HashSet<>();
    Set<String> methods = new HashSet<>();
    int outermost = depth;
    for (int i = depth; i < frames.size(); i++) {
      if (owners.owner(frames.get(i)).isPresent()) {
        Place at = owners.place(frames.get(i));
        classes.add(at.className());
        methods.add(at.className() + "." + at.method());
        outermost = i;
      }
    }
    if (key.kind() == SampleKind.CPU) {
      byEvents.runUnder(owner, classes, weight);
      return false;
    }
    boolean certain = false;
    WaitStack stack = new WaitStack(frames, depth, outermost);
    ServiceTime of = wall ? byWallClock : byEvents;
    WaitStack.State state = wall ? stack.state() : WaitStack.State.WAITS;
    if (state == WaitStack.State.RUNS) {
      of.run(owner, weight);
      of.runUnder(owner, classes, weight);
    } else if (state == WaitStack.State.WAITS) {
      WaitReason reason = stack.reason(key.kind());
      if (reason != WaitReason.LOCK) {
        of.awaitUnder(methods, weight);
      }
      certain = stack.certain(reason);
      of.await(new ServiceTime.Wait(reason, owner.name(), place, certain), weight);
    }
    if (state == WaitStack.State.SELECTS || stack.staged()) {
      of.mayWaitUnseen();
    }
    return certain;
  }
}
