package io.github.rustfit.engine.patterns;

import static io.github.rustfit.engine.patterns.Precision.HIGH;
import static io.github.rustfit.engine.patterns.Precision.LOW;
import static io.github.rustfit.engine.patterns.Precision.MEDIUM;

import io.github.rustfit.rules.evidence.profile.SampleKind;
import java.util.List;

/** Objects that are made, called and thrown too often, and locks around them. */
final class ObjectPatterns {

  static final List<HotPattern> ALL =
      List.of(
          HotPattern.of(
              "allocation-in-loop",
              "Object created in a loop",
              LOW,
              "makes an object in each round",
              "Create it once before the loop if nothing keeps it, or reuse it.",
              "the class allocated at the line",
              SampleFilter.subjectAllocated()),
          HotPattern.of(
              "exception-control-flow",
              "Exception as control flow",
              HIGH,
              "walks the stack for each exception",
              "Check before, return an Optional or a status, or throw an exception without a stack"
                  + " trace.",
              "exceptions made at the line",
              SampleFilter.kinds(SampleKind.EXCEPTION)
                  .or(SampleFilter.below("java.lang.Throwable.*", "*Exception.<init>"))
                  .or(SampleFilter.allocated("*Exception", "*Error"))),
          HotPattern.of(
              "expensive-object-per-call",
              "Expensive object created on each call",
              HIGH,
              "sets up an object that is made to be shared",
              "Create it once and share it: it is thread-safe, or keep one for each thread.",
              "its construction at the line",
              SampleFilter.subjectAllocated().or(SampleFilter.belowSubject())),
          HotPattern.of(
              "reflection-per-call",
              "Reflection where it is hot",
              HIGH,
              "looks up or checks members by name on each call",
              "Look the member up once and keep a static final MethodHandle, or generate code.",
              "reflection below the line",
              SampleFilter.below(
                      "java.lang.reflect.*",
                      "jdk.internal.reflect.*",
                      "java.lang.Class.*",
                      "java.lang.invoke.*")
                  .or(SampleFilter.allocated("java.lang.reflect.*"))),
          HotPattern.of(
                  "contended-lock",
                  "Lock in hot code",
                  MEDIUM,
                  "makes threads wait for each other",
                  "Use LongAdder, ConcurrentHashMap, an immutable snapshot, or split the lock."
                      + " Waiting for locks is not shortened by another language.",
                  "waits for the monitor recorded at the line (jdk.JavaMonitorEnter)",
                  SampleFilter.kinds(SampleKind.LOCK))
              .waiting(),
          HotPattern.of(
              "thread-per-task",
              "Thread or executor for each task",
              MEDIUM,
              "starts threads for work that a pool could take",
              "Share one executor, or use virtual threads (JDK 21 and newer).",
              "threads created at the line",
              SampleFilter.allocated(
                      "java.lang.Thread*", "java.util.concurrent.ThreadPoolExecutor*")
                  .or(
                      SampleFilter.below(
                          "java.lang.Thread.start*",
                          "java.lang.Thread.<init>",
                          "java.util.concurrent.ThreadPoolExecutor.<init>"))),
          HotPattern.of(
              "gc-call",
              "Collection asked for by code",
              HIGH,
              "asks for a collection of the whole heap",
              "Remove the call; use Cleaner or try-with-resources instead of finalize().",
              "nothing at the line; the rule explicit-gc reads the cause of each collection",
              SampleFilter.none()));

  private ObjectPatterns() {}
}
