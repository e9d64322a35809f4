package io.github.rustfit.capture.agent;

import java.lang.instrument.Instrumentation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One capture: from a start to a stop, or to the JVM's end. */
public final class Session implements Runnable {

  private static final long TICK_MILLIS = 100;

  private final Instrumentation instrumentation;
  private final Options options;
  private final Notes notes = new Notes(System.err);
  private final Store store;
  private final Sites sites;
  private final Instrumenter instrumenter;
  private final CaptureFile file;
  private final Thread writer = new Thread(this::writeNowAndThen, "rustfit-capture");
  private final Thread hook = new Thread(this::end, "rustfit-capture-end");
  private boolean over;
  private boolean written;

  private Session(Instrumentation instrumentation, Options options, Class<?> probe)
      throws ReflectiveOperationException {
    this.instrumentation = instrumentation;
    this.options = options;
    this.store = new Store(options);
    this.sites = new Sites(probe, store, notes);
    this.instrumenter = new Instrumenter(options.methods(), sites, notes);
    this.file = new CaptureFile(options.place());
  }

  /**
   * Begins.
   *
   * @param options file of {@link Options}
   * @return what ends it, leaves the program's classes as they were, and writes the file
   */
  public static Runnable start(String options, Instrumentation instrumentation) throws Exception {
    Session session =
        new Session(
            instrumentation, Options.read(Path.of(options)), ProbeClass.in(instrumentation));
    session.begin();
    return session;
  }

  private void begin() {
    Store.warmUp(options);
    instrumentation.addTransformer(instrumenter, true);
    loadAgain();
    writer.setDaemon(true);
    writer.start();
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** Looks again at classes that were loaded before. */
  private void loadAgain() {
    for (Class<?> loaded : instrumentation.getAllLoadedClasses()) {
      if (instrumenter.means(loaded.getName())) {
        try {
          instrumentation.retransformClasses(loaded);
        } catch (Throwable e) {
          notes.failed(loaded.getName() + " cannot be changed while it is loaded", e);
        }
      }
    }
  }

  private void writeNowAndThen() {
    long pause = options.seconds() * 1_000_000_000L;
    long next = System.nanoTime() + pause;
    while (true) {
      try {
        Thread.sleep(TICK_MILLIS);
      } catch (InterruptedException e) {
        return;
      }
      synchronized (this) {
        if (over) {
          return;
        }
        store.resume();
        long start = System.nanoTime();
        if (start - next >= 0) {
          write();
          // Writing is to take no more than a hundredth of the time either.
          next = start + Math.max(pause, (System.nanoTime() - start) * 100);
        }
      }
    }
  }

  private void write() {
    try {
      file.write(store, notes.all());
      written = true;
    } catch (Throwable e) {
      notes.failed("the captured calls cannot be written to " + file.path(), e);
    }
  }

  /** Ends it. */
  @Override
  public void run() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      return; // the JVM ends, and the hook does this
    }
    instrumentation.removeTransformer(instrumenter);
    end();
    loadAgain();
  }

  private synchronized void end() {
    if (over) {
      return;
    }
    over = true;
    writer.interrupt();
    try {
      instrumenter.sayWhatIsMissing();
      sites.stop();
    } catch (Throwable e) {
      notes.failed("the capture did not end as it should", e);
    }
    write();
    List<String> captured = new ArrayList<>();
    List<String> counted = new ArrayList<>();
    for (Site site : store.sites()) {
      (site.whyNot().isEmpty() ? captured : counted).add(site.toString());
    }
    System.err.println(
        "rustfit: captured "
            + (captured.isEmpty() ? "nothing" : String.join(", ", captured))
            + (counted.isEmpty() ? "" : ", only counted " + String.join(", ", counted))
            + (written ? " into " + file.path() : ", and nothing is written"));
  }
}
