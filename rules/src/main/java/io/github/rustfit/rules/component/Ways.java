package io.github.rustfit.rules.component;

import io.github.rustfit.rules.evidence.profile.Frame;
import io.github.rustfit.rules.evidence.profile.Weight;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which way owned CPU samples went: where they came in, what they passed, where they went out. */
final class Ways {

  /** Classes that the JDK makes for reflection, with a number that differs from run to run. */
  private static final Pattern NUMBERED =
      Pattern.compile(
          "(Generated(?:Method|Constructor|SerializationConstructor)Accessor|[$]Proxy)\\d+$");

  private final Owners owners;
  private final Function<Component, ComponentProfile> profiles;
  private final Libraries libraries;

  /** Notes them in the profiles of their components. */
  Ways(Owners owners, Function<Component, ComponentProfile> profiles, Libraries libraries) {
    this.owners = owners;
    this.profiles = profiles;
    this.libraries = libraries;
  }

  private static String packageOf(Frame frame) {
    return frame.className().substring(0, Math.max(0, frame.className().lastIndexOf('.')));
  }

  /** Notes where an owned sample came into its component and which library it went out to. */
  void cross(Component component, List<Frame> stack, int depth, Weight weight) {
    int last = depth;
    int method = depth;
    for (int i = depth + 1; i < stack.size(); i++) {
      Optional<Component> found = owners.owner(stack.get(i));
      if (found.isPresent() && !found.get().equals(component)) {
        break;
      }
      if (found.isPresent()) {
        last = i;
        method = SourceIndex.spunForLambda(stack.get(i)) ? method : i;
      }
    }
    String caller = last + 1 < stack.size() ? nameOf(stack.get(last + 1)) : "";
    profiles
        .apply(component)
        .crossings()
        .add(
            caller,
            owners.written(stack, method),
            packageOf(stack.get(depth)),
            new Crossings.Out(
                Libraries.of(stack.subList(0, depth)), libraries.artifact(stack.subList(0, depth))),
            weight);
  }

  /** Notes the methods that an owned sample passes through, and those that wait for its owner. */
  void pass(Component owner, List<Frame> stack, int depth, Weight weight) {
    Set<Member> inside = new LinkedHashSet<>();
    Set<Member> seen = new HashSet<>();
    boolean left = false;
    @Nullable Frame outermost = null;
    for (Frame frame : stack.subList(depth, stack.size())) {
      Optional<Component> component = owners.owner(frame);
      if (component.isEmpty()) {
        continue;
      }
      outermost = frame;
      left |= !component.get().equals(owner);
      Optional<Member> member = owners.member(frame);
      if (!left) {
        member.ifPresent(
            one -> {
              inside.remove(one); // of a recursion, the outermost call counts
              inside.add(one);
            });
      } else if (!component.get().equals(owner) && member.filter(seen::add).isPresent()) {
        profiles.apply(component.get()).passages().outside(member.get(), weight);
      }
    }
    List<Member> outermostFirst = new ArrayList<>(inside);
    Collections.reverse(outermostFirst);
    profiles.apply(owner).passages().inside(List.copyOf(outermostFirst), weight);
    if (outermost != null) {
      Passages passages = owners.owner(outermost).map(profiles).orElseThrow().passages();
      owners.member(outermost).ifPresent(one -> passages.first(one, weight));
    }
  }

  /** The name of a frame that calls, without the numbers that differ from run to run. */
  static String nameOf(Frame frame) {
    String className = NUMBERED.matcher(frame.className()).replaceFirst("$1");
    return frame.java() ? className + "." + frame.method() : frame.method();
  }
}
