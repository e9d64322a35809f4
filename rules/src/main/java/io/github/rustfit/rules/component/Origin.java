package io.github.rustfit.rules.component;

import io.github.rustfit.rules.evidence.profile.Frame;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Where the work of a stack comes from that no frame of the code base called.
 *
 * @param entry the outermost method that is neither the JDK's nor native, else the JDK's below its
 *     own executors, with its class; {@link LibraryShare#NATIVE} where there is no method
 * @param library what it is spent in: the root package of the leaf-most frame that is neither the
 *     JDK's nor native; {@link LibraryShare#JDK} or {@link LibraryShare#NATIVE} where there is none
 */
public record Origin(String entry, String library) {

  /** What the JDK itself begins threads and tasks with. */
  private static final Pattern MACHINERY =
      Pattern.compile(
          "java\\.lang\\.(?:Thread|VirtualThread|ThreadBuilders|BaseVirtualThread)(?:\\$.*)?"
              + "|java\\.util\\.concurrent\\..*"
              + "|java\\.util\\.TimerThread"
              + "|jdk\\.internal\\.(?:vm|misc|reflect)\\..*"
              + "|java\\.lang\\.(?:invoke|reflect)\\..*"
              + "|java\\.security\\.AccessController");

  /**
   * The origin of a stack.
   *
   * @param stack frames, leaf first
   */
  public static Origin of(List<Frame> stack) {
    return new Origin(entryOf(stack), Libraries.of(stack));
  }

  private static String entryOf(List<Frame> stack) {
    String jdk = "";
    String machinery = "";
    for (int i = stack.size() - 1; i >= 0; i--) {
      Frame frame = stack.get(i);
      if (!frame.java()) {
        continue;
      }
      String name = frame.className() + "." + frame.method();
      if (!JavaPlatform.has(frame.className())) {
        return name;
      }
      if (MACHINERY.matcher(frame.className()).matches()) {
        machinery = machinery.isEmpty() ? name : machinery;
      } else {
        jdk = jdk.isEmpty() ? name : jdk;
      }
    }
    return jdk.isEmpty() ? machinery.isEmpty() ? LibraryShare.NATIVE : machinery : jdk;
  }
}
