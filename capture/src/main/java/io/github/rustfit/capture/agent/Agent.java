package io.github.rustfit.capture.agent;

import java.lang.instrument.Instrumentation;
import org.jspecify.annotations.Nullable;

/**
 * Where the JVM begins. The rest of the agent is loaded by a loader of its own, so that the program
 * sees nothing of it: this class and that loader are all it could find.
 */
public final class Agent {

  /** What ends a capture begins with this. */
  public static final String STOP = "stop ";

  private static @Nullable Runnable stop;
  private static @Nullable String current;

  private Agent() {}

  /** Called before the program begins. */
  public static void premain(@Nullable String options, Instrumentation instrumentation) {
    begin(options, instrumentation);
  }

  /** Called in a program that runs already. */
  public static void agentmain(@Nullable String options, Instrumentation instrumentation) {
    begin(options, instrumentation);
  }

  /**
   * Begins to capture, or ends it. There is one capture at a time: whoever began it ends it.
   *
   * @param options a file of {@link Options}; or {@link #STOP} and the file that it began with
   */
  private static synchronized void begin(
      @Nullable String options, Instrumentation instrumentation) {
    try {
      if (Runtime.version().feature() < 17) {
        System.err.println("rustfit: nothing is captured: that needs a JVM of Java 17 or newer");
        return;
      }
      String told = String.valueOf(options);
      Runnable running = stop;
      if (told.startsWith(STOP)) {
        if (running != null && told.substring(STOP.length()).equals(current)) {
          stop = null;
          running.run();
        }
      } else if (running != null) {
        System.err.println("rustfit: nothing more is captured: a capture runs there already");
      } else {
        stop =
            (Runnable)
                new AgentLoader()
                    .loadClass("io.github.rustfit.capture.agent.Session")
                    .getMethod("start", String.class, Instrumentation.class)
                    .invoke(null, told, instrumentation);
        current = told;
      }
    } catch (Throwable e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      System.err.println("rustfit: nothing is captured: " + cause);
    }
  }
}
