package io.github.rustfit.plugin;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.maven.execution.ExecutionListener;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.lifecycle.LifecycleExecutionException;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done once every module of a build is built, as of a goal that is bound to a phase
 * of a module which is not the last one. Maven tells those who listen to a build of its end before
 * it says whether it succeeded (3.6.3 to 4), so a failure here fails the build; no extension is
 * needed for that. One for each build; thread-safe.
 */
final class EndOfBuild {

  /** The work of a goal. */
  interface Work {
    void run() throws MojoExecutionException, MojoFailureException;
  }

  private record Waiting(MojoExecution execution, MavenProject project, Log log, Work work) {}

  private static final String KEY = EndOfBuild.class.getName();

  private final Map<String, Waiting> waiting = new LinkedHashMap<>();

  private EndOfBuild() {}

  /** That of a build. */
  static EndOfBuild of(MavenSession session) {
    MavenExecutionRequest request = session.getRequest();
    Map<String, Object> data = request.getData();
    synchronized (data) {
      if (data.get(KEY) instanceof EndOfBuild known) {
        return known;
      }
      EndOfBuild end = new EndOfBuild();
      data.put(KEY, end);
      request.setExecutionListener(end.before(request.getExecutionListener(), session));
      return end;
    }
  }

  /** Puts off the work of an execution; the same execution of several modules is done once. */
  synchronized void put(MojoExecution execution, MavenProject project, Log log, Work work) {
    waiting.put(key(execution), new Waiting(execution, project, log, work));
  }

  /** Takes back what was put off, as it is done now. */
  synchronized void remove(MojoExecution execution) {
    waiting.remove(key(execution));
  }

  private static String key(MojoExecution execution) {
    return execution.getGoal() + "@" + execution.getExecutionId();
  }

  private ExecutionListener before(@Nullable ExecutionListener next, MavenSession session) {
    return (ExecutionListener)
        Proxy.newProxyInstance(
            ExecutionListener.class.getClassLoader(),
            new Class<?>[] {ExecutionListener.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("sessionEnded")) {
                run(session);
              }
              if (method.getDeclaringClass() == Object.class || next == null) {
                return switch (method.getName()) {
                  case "equals" -> proxy == arguments[0];
                  case "hashCode" -> System.identityHashCode(proxy);
                  case "toString" -> KEY;
                  default -> null;
                };
              }
              try {
                return method.invoke(next, arguments);
              } catch (InvocationTargetException e) {
                throw e.getTargetException();
              }
            });
  }

  private synchronized void run(MavenSession session) {
    for (Waiting one : waiting.values()) {
      if (session.getResult().hasExceptions()) {
        one.log()
            .warn(
                "rustfit: "
                    + one.execution().getGoal()
                    + " did not run, as the build failed before every module was built: nothing was"
                    + " checked.");
      } else {
        run(one, session);
      }
    }
    waiting.clear();
  }

  private static void run(Waiting one, MavenSession session) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(EndOfBuild.class.getClassLoader());
    try {
      one.work().run();
    } catch (MojoExecutionException | MojoFailureException | RuntimeException e) {
      session
          .getResult()
          .addException(new LifecycleExecutionException(one.execution(), one.project(), e));
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
