package io.github.rustfit.plugin.report.flame;

import io.github.rustfit.rules.component.JavaPlatform;
import io.github.rustfit.rules.evidence.profile.Frame;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Whose code a frame is. The page's style sheet and script know the names in lower case. */
enum FrameOwner {
  /** This component's; in a graph of the whole program any component's. */
  OWN,
  /** Another component's of the code base. */
  APPLICATION,
  /** A library's. */
  LIBRARY,
  /** The JDK's. */
  JDK,
  /** Native code that is not known to be the JVM's own work. */
  NATIVE,
  /** The JVM's own work: collecting garbage or compiling. */
  JVM,
  /** No code but the class that was allocated. */
  TYPE,
  /** No code but the sum of all stacks. */
  ALL;

  /**
   * Classes of HotSpot that collect or compile, as in the folders {@code gc}, {@code opto}, {@code
   * c1} and {@code compiler} of its source, and the threads that do so.
   */
  private static final Pattern WORK =
      Pattern.compile(
          "(?:G1|Z[A-Z]|Shenandoah|Parallel|PS[A-Z]|Serial|DefNew|GangWorker|WorkerThread|WorkGang"
              + "|ConcurrentGC|VM_|VMThread|CompileBroker|C1_|C2|Compil|Phase[A-Z]|GraphBuilder"
              + "|LinearScan|JVMCI)\\w*(?:<.*>)?::.*",
          Pattern.DOTALL);

  /** What the page calls it. */
  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The owner of a frame.
   *
   * @param caller the owner of the frame that calls it: native code that the JVM's own work calls
   *     is part of that
   * @param own packages of the component that is looked at
   * @param application packages of all components
   */
  static FrameOwner of(Frame frame, FrameOwner caller, Set<String> own, Set<String> application) {
    if (!frame.java()) {
      return caller == JVM || WORK.matcher(frame.method()).matches() ? JVM : NATIVE;
    }
    int dot = frame.className().lastIndexOf('.');
    String packageName = dot < 0 ? "" : frame.className().substring(0, dot);
    if (own.contains(packageName)) {
      return OWN;
    }
    if (application.contains(packageName)) {
      return APPLICATION;
    }
    return JavaPlatform.has(frame.className()) ? JDK : LIBRARY;
  }
}
