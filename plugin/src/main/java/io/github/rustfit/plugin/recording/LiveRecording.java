package io.github.rustfit.plugin.recording;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Records a JVM that runs already, for a time, and leaves it as it was: what was switched on is
 * switched off, also when the build is ended early.
 */
public final class LiveRecording {

  private final RunningJvm jvm;
  private final TargetFolder folder;
  private final List<Recorder> recorders;
  private final Duration time;
  private final Consumer<String> log;
  private final List<Recorder> running = new ArrayList<>();
  private List<Path> files = List.of();
  private boolean finished;
  private boolean jvmEnded;

  private LiveRecording(
      RunningJvm jvm,
      TargetFolder folder,
      List<Recorder> recorders,
      Duration time,
      Consumer<String> log) {
    this.jvm = jvm;
    this.folder = folder;
    this.recorders = recorders;
    this.time = time;
    this.log = log;
  }

  /**
   * Prepares to record.
   *
   * @param profiler what records
   * @param pid process id, as the user gave it; the message lists JVMs if it is empty
   * @param duration how long, as the user gave it
   * @param results where the files go
   * @param log told how far it is
   * @throws RecordingException if it is known now that this cannot be done
   */
  public static LiveRecording of(
      Profiler profiler, String pid, String duration, Path results, Consumer<String> log)
      throws RecordingException {
    return of(profiler, pid, duration, results, log, "", Jcmd.ofThisJdk());
  }

  /**
   * The same with calls captured.
   *
   * @param capture {@code Class#method}, several separated by commas; empty for none
   */
  public static LiveRecording of(
      Profiler profiler,
      String pid,
      String duration,
      Path results,
      Consumer<String> log,
      String capture)
      throws RecordingException {
    return of(profiler, pid, duration, results, log, capture, Jcmd.ofThisJdk());
  }

  /** The same by the means of any JDK. */
  static LiveRecording of(
      Profiler profiler, String pid, String duration, Path results, Consumer<String> log, Jcmd jcmd)
      throws RecordingException {
    return of(profiler, pid, duration, results, log, "", jcmd);
  }

  /** The same with calls captured. */
  static LiveRecording of(
      Profiler profiler,
      String pid,
      String duration,
      Path results,
      Consumer<String> log,
      String capture,
      Jcmd jcmd)
      throws RecordingException {
    Duration time = RecordingTime.parse(duration);
    RunningJvm jvm = RunningJvm.of(pid, jcmd);
    TargetFolder folder = TargetFolder.of(jvm, results);
    String stem = folder.free("record-" + jvm.pid(), List.of(".jfr", ".log"));
    List<Recorder> recorders = new ArrayList<>();
    recorders.add(
        switch (profiler) {
          case JFR -> new FlightRecorder(jvm, folder, stem);
          case ASYNC_PROFILER -> new AsyncProfilerAgent(jvm, folder, stem);
        });
    if (GcLogging.possible(jvm)) {
      recorders.add(new GcLogging(jvm, folder, stem));
    } else {
      log.accept("no GC log, because a JVM before JDK 9 cannot begin one while it runs.");
    }
    if (!capture.isBlank()) {
      recorders.add(new CaptureAgent(jvm, folder, capture, stem, log));
    }
    return new LiveRecording(jvm, folder, recorders, time, log);
  }

  /**
   * Records until the time is over, the JVM ends, or this thread is interrupted; in each case what
   * there is, is kept. Ending the build does the same.
   *
   * @return the files that were written, none of them empty
   * @throws RecordingException if something could not be recorded; the rest is kept. Also if the
   *     JVM ended and left nothing
   */
  public List<Path> run() throws RecordingException {
    Thread hook = new Thread(this::finishAtShutdown, "rustfit-record");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      boolean begun = start();
      String end = await();
      List<Path> kept = finish();
      if (jvmEnded) {
        tell(begun, end, kept);
      }
      return kept;
    } finally {
      remove(hook);
    }
  }

  /**
   * Without the first recorder there is nothing to wait for; without the others there is.
   *
   * @return whether it is certain that the first one runs
   */
  private boolean start() throws RecordingException {
    for (Recorder recorder : recorders) {
      synchronized (this) {
        if (finished) {
          break;
        }
        try {
          recorder.start(time);
          running.add(recorder);
        } catch (RecordingException e) {
          if (!jvm.alive()) {
            running.add(recorder); // it may have begun, and the JVM may have written it at its end
            return running.size() > 1;
          }
          recorder.files().forEach(folder::takeBack);
          if (running.isEmpty()) {
            finish();
            throw e;
          }
          log.accept(e.getMessage());
        }
      }
    }
    return true;
  }

  /** Returns when the JVM ended, should it have ended: how far the recording was. */
  private String await() {
    long start = System.nanoTime();
    long end = start + time.toNanos();
    Progress progress = new Progress(jvm.pid(), time, log);
    if (jvm.alive()) {
      log.accept("recording process " + jvm.pid() + " for " + time.toSeconds() + " s.");
    }
    try {
      for (long now = start; now < end && jvm.alive() && !over(); now = System.nanoTime()) {
        progress.at(Duration.ofNanos(now - start));
        Thread.sleep(Math.min(200, 1 + (end - now) / 1_000_000));
      }
    } catch (InterruptedException e) {
      Thread.interrupted(); // the JVM is to be left as it was before the build goes down
      log.accept("ended early; what was recorded so far is kept.");
    }
    return jvm.alive()
        ? "while its recording was written"
        : "while it was recorded, after "
            + Duration.ofNanos(System.nanoTime() - start).toSeconds()
            + " s of "
            + time.toSeconds()
            + " s";
  }

  private void tell(boolean begun, String end, List<Path> kept) throws RecordingException {
    if (!begun && kept.isEmpty()) {
      throw RunningJvm.endedBefore(jvm.pid());
    }
    String what = "process " + jvm.pid() + " ended " + end;
    String again = "record again for a shorter time (rustfit.duration).";
    if (kept.isEmpty()) {
      throw new RecordingException(
          "Nothing was recorded: "
              + what
              + ", and had written nothing by then. Look why it ended, and "
              + again);
    }
    log.accept(what + ". What it had written by then is kept; if that is too little, " + again);
  }

  private synchronized boolean over() {
    return finished;
  }

  private void finishAtShutdown() {
    try {
      for (Path file : finish()) {
        log.accept("kept " + file);
      }
    } catch (RecordingException e) {
      log.accept(e.getMessage());
    }
  }

  private synchronized List<Path> finish() throws RecordingException {
    if (finished) {
      return files;
    }
    finished = true;
    RecordingException failure = null;
    List<String> names = new ArrayList<>();
    for (Recorder recorder : running) {
      names.addAll(recorder.files());
      try {
        end(recorder);
      } catch (RecordingException e) {
        failure = e;
      }
    }
    files = folder.collect(names);
    if (failure != null) {
      throw failure;
    }
    return files;
  }

  private void end(Recorder recorder) throws RecordingException {
    if (jvm.alive()) {
      try {
        recorder.stop();
        return;
      } catch (RecordingException e) {
        if (!jvm.endsNow()) {
          recorder.salvage();
          throw e;
        }
      }
    }
    jvmEnded = true;
    recorder.salvage();
  }

  private static void remove(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // the build is being ended, and the hook does its work
    }
  }
}
