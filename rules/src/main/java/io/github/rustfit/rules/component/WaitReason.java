package io.github.rustfit.rules.component;

/** What a thread waits for below an application frame. */
public enum WaitReason {
  /** A database: frames of a JDBC driver or of its pool stand between. */
  DATABASE("the database"),
  /** A socket. */
  SOCKET("the network"),
  /** A file. */
  FILE("files"),
  /** A monitor or a lock of {@code java.util.concurrent.locks} that another thread holds. */
  LOCK("locks"),
  /** Time to pass: {@code Thread.sleep}. */
  SLEEP("time to pass"),
  /** Another thread: its result, its signal, its element of a queue. */
  THREADS("other threads");

  private final String words;

  WaitReason(String words) {
    this.words = words;
  }

  /** As the rest of a sentence, e.g. {@code waits for locks}. */
  public String words() {
    return words;
  }
}
