package io.github.rustfit.rules.component;

import io.github.rustfit.rules.evidence.profile.Frame;
import io.github.rustfit.rules.evidence.profile.ProfileSummary;
import io.github.rustfit.rules.evidence.source.SourceFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whose a frame is, and where it was written; each is looked up once. Not thread-safe. */
final class Owners {

  private final SourceIndex index;
  private final Components components;
  private final Contested contested = new Contested();
  private final Map<Frame, Optional<Component>> owners = new HashMap<>();
  private final Map<Frame, Place> places = new HashMap<>();
  private final Map<Frame, Optional<Member>> members = new HashMap<>();

  Owners(SourceIndex index, Components components) {
    this.index = index;
    this.components = components;
  }

  /** What the sources declare. */
  SourceIndex index() {
    return index;
  }

  /** All that may own a frame. */
  Components components() {
    return components;
  }

  /** Classes that several components have. */
  Contested contested() {
    return contested;
  }

  /**
   * Decides by all frames of a profile which of several files a class is of, before any is asked.
   */
  void learn(ProfileSummary profile) {
    if (index.contested()) {
      profile
          .samples()
          .keySet()
          .forEach(key -> key.stack().stream().filter(Frame::java).forEach(index::learn));
    }
  }

  /** The component that a frame is of; empty for none. */
  Optional<Component> owner(Frame frame) {
    return owners.computeIfAbsent(frame, this::findOwner);
  }

  private Optional<Component> findOwner(Frame frame) {
    if (!frame.java()) {
      return Optional.empty();
    }
    List<SourceFile> files = index.filesOf(frame);
    if (!files.isEmpty()) {
      if (files.stream().map(components::ofFile).distinct().count() > 1) {
        contested.add(frame, files);
      }
      return components.ofFile(files.get(0));
    }
    int dot = frame.className().lastIndexOf('.');
    return components.ofPackage(dot < 0 ? "" : frame.className().substring(0, dot));
  }

  /** The method of the source that a frame is a call of; empty where that is not certain. */
  Optional<Member> member(Frame frame) {
    return members.computeIfAbsent(frame, index::member);
  }

  /**
   * The place of a frame. The class that the JVM spins for a lambda or a method reference has no
   * source of its own; the nearest frame towards the root that lies in the same file stands for the
   * code that was written there.
   */
  Place written(List<Frame> stack, int depth) {
    Place place = place(stack.get(depth));
    if (place.resolved() || !SourceIndex.spunForLambda(stack.get(depth))) {
      return place;
    }
    return stack.subList(depth + 1, stack.size()).stream()
        .filter(caller -> owner(caller).isPresent())
        .map(this::place)
        .filter(caller -> caller.resolved() && caller.file().equals(place.file()))
        .findFirst()
        .orElse(place);
  }

  /** Where a frame is, as it stands. */
  Place place(Frame frame) {
    return places.computeIfAbsent(frame, this::findPlace);
  }

  private Place findPlace(Frame frame) {
    Place place = index.place(frame);
    return owner(frame).isPresent() && contested.has(frame)
        ? new Place(place.className(), place.method(), place.file(), 0, false)
        : place;
  }
}
