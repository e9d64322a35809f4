package io.github.rustfit.rules.component;

/** What starts the work that comes in at an entry point, as far as stacks show it. */
public enum EntryKind {
  /** A request that an HTTP server received. */
  HTTP("http", "HTTP request"),
  /** A call from another process by gRPC, RMI, Thrift or Dubbo. */
  CALL("call", "remote call"),
  /** A message of a broker or of a web socket. */
  MESSAGE("message", "message"),
  /** A timer or a scheduler. */
  JOB("job", "scheduled job"),
  /** The start of the program: its method {@code main}. */
  MAIN("main", "main"),
  /** A thread that only the JDK's frames lead to, or a task of the JDK's executors. */
  THREAD("thread", "thread or task"),
  /** A test. */
  TEST("test", "test"),
  /** A benchmark of JMH. */
  BENCHMARK("benchmark", "benchmark"),
  /** Something that the stack does not tell: a library, a start-up, native code. */
  OTHER("other", "not told");

  private final String id;
  private final String title;

  EntryKind(String id, String title) {
    this.id = id;
    this.title = title;
  }

  /** The name in {@code report.json}. */
  public String id() {
    return id;
  }

  /** A few words for people. */
  public String title() {
    return title;
  }
}
