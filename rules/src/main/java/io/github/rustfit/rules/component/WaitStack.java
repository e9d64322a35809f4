package io.github.rustfit.rules.component;

import io.github.rustfit.rules.evidence.profile.Frame;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a stack with application frames says of waiting. Frames are leaf first.
 *
 * <p>A wait delays a piece of work for certain in three cases only: it is one for a lock or a
 * database; it is one for a file or a socket below the frames of a known client; or a known server
 * called the application, since that reads the next request in frames of its own. Where the
 * application's own loop is the outermost, its read may be that of the next request, and a wait for
 * another thread may be idle or last as long as work that counts where it runs.
 */
final class WaitStack {

  private static final Set<String> PARKS =
      Set.of(
          "jdk.internal.misc.Unsafe.park",
          "sun.misc.Unsafe.park",
          "java.util.concurrent.locks.LockSupport.park",
          "java.util.concurrent.locks.LockSupport.parkNanos",
          "java.lang.Object.wait",
          "java.lang.Object.wait0",
          "java.lang.VirtualThread.park",
          "java.lang.VirtualThread.parkNanos",
          "java.lang.VirtualThread.yieldContinuation");

  private static final Set<String> SLEEPS =
      Set.of(
          "java.lang.Thread.sleep",
          "java.lang.Thread.sleep0",
          "java.lang.Thread.sleepNanos",
          "java.lang.Thread.sleepNanos0",
          "java.lang.VirtualThread.sleepNanos");

  private static final Set<String> LOCKS =
      Set.of(
          "java.util.concurrent.locks.ReentrantLock",
          "java.util.concurrent.locks.ReentrantReadWriteLock$ReadLock",
          "java.util.concurrent.locks.ReentrantReadWriteLock$WriteLock",
          "java.util.concurrent.locks.StampedLock");

  private static final List<String> MONITORS =
      List.of(
          "ObjectMonitor::enter",
          "ObjectMonitor::EnterI",
          "ObjectMonitor::enter_internal",
          "ObjectSynchronizer::enter",
          "SharedRuntime::complete_monitor_locking_C",
          "SharedRuntime::monitor_enter_helper",
          "InterpreterRuntime::monitorenter");

  private static final Set<String> NATIVE_WAITS =
      Set.of(
          "__futex_abstimed_wait_common",
          "__futex_abstimed_wait_common64",
          "futex_wait",
          "do_futex_wait",
          "pthread_cond_wait",
          "pthread_cond_timedwait",
          "__pthread_cond_wait",
          "___pthread_cond_wait",
          "__pthread_cond_timedwait",
          "___pthread_cond_timedwait",
          "__psynch_cvwait");

  /** Classes that read and write sockets, and wait for them to be ready. */
  private static final List<String> SOCKETS =
      List.of(
          "sun.nio.ch.NioSocketImpl",
          "java.net.SocketInputStream",
          "java.net.SocketOutputStream",
          "java.net.Socket$",
          "java.net.PlainSocketImpl",
          "java.net.DatagramSocket",
          "sun.nio.ch.SocketChannelImpl",
          "sun.nio.ch.DatagramChannelImpl",
          "sun.nio.ch.SocketDispatcher",
          "sun.nio.ch.Net");

  /** Channels are of files; the streams may be those of a terminal or a pipe. */
  private static final List<String> FILES =
      List.of(
          "sun.nio.ch.FileChannelImpl",
          "sun.nio.ch.FileDispatcherImpl",
          "sun.nio.ch.UnixFileDispatcherImpl",
          "java.io.RandomAccessFile",
          "java.io.FileDescriptor");

  private static final List<String> STREAMS =
      List.of("java.io.FileInputStream", "java.io.FileOutputStream");

  /** What opens, reads, writes or forces; the rest of those classes computes. */
  private static final Set<String> READS =
      Set.of(
          "read",
          "read0",
          "readv0",
          "pread",
          "pread0",
          "readBytes",
          "readBytes0",
          "readInternal",
          "readIntoNativeBuffer",
          "socketRead",
          "socketRead0",
          "write",
          "write0",
          "writev0",
          "pwrite",
          "pwrite0",
          "writeBytes",
          "writeBytes0",
          "writeInternal",
          "socketWrite0",
          "connect",
          "connect0",
          "poll",
          "park",
          "parkRead",
          "implRead",
          "implWrite",
          "tryRead",
          "tryWrite",
          "timedRead",
          "receive",
          "force",
          "force0",
          "sync",
          "sync0",
          "open0");

  private static final Set<String> ACCEPTS = Set.of("accept", "accept0", "socketAccept");

  private static final Set<String> SELECTORS =
      Set.of(
          "sun.nio.ch.SelectorImpl.lockAndDoSelect",
          "sun.nio.ch.EPoll.wait",
          "sun.nio.ch.KQueue.poll",
          "sun.nio.ch.WEPoll.wait",
          "io.netty.channel.epoll.Native.epollWait");

  /** Pools of connections to databases, beside the drivers, all of which have {@code .jdbc.}. */
  private static final List<String> DATABASES =
      List.of(
          "com.zaxxer.hikari.",
          "com.mchange.v2.c3p0.",
          "org.apache.commons.dbcp",
          "org.apache.tomcat.jdbc.",
          "com.mysql.",
          "org.postgresql.",
          "org.mariadb.jdbc.",
          "oracle.jdbc.",
          "com.microsoft.sqlserver.",
          "org.apache.derby.client.",
          "com.mongodb.",
          "com.datastax.");

  /** Clients: what is below them waits for an answer. */
  private static final List<String> CLIENTS =
      List.of(
          "sun.net.www.protocol.http.",
          "jdk.internal.net.http.",
          "org.apache.http.impl.client.",
          "org.apache.http.impl.execchain.",
          "org.apache.hc.client5.",
          "okhttp3.",
          "redis.clients.",
          "net.spy.memcached.",
          "io.grpc.stub.ClientCalls");

  /** What hands the application one request or message at a time, and reads the next one itself. */
  private static final List<String> SERVERS =
      List.of(
          "sun.net.httpserver.",
          "com.sun.net.httpserver.",
          "sun.rmi.transport.",
          "javax.servlet.",
          "jakarta.servlet.",
          "org.apache.catalina.",
          "org.apache.coyote.",
          "org.eclipse.jetty.server.",
          "org.eclipse.jetty.servlet",
          "org.eclipse.jetty.ee",
          "io.undertow.",
          "org.springframework.web.",
          "org.springframework.kafka.listener.",
          "org.springframework.amqp.rabbit.listener.",
          "org.springframework.jms.listener.",
          "org.glassfish.jersey.",
          "org.glassfish.grizzly.http.",
          "org.jboss.resteasy.",
          "io.helidon.webserver.",
          "io.javalin.",
          "io.micronaut.http.server.",
          "io.grpc.stub.ServerCalls",
          "io.grpc.internal.ServerCallImpl",
          "io.netty.channel.AbstractChannelHandlerContext",
          "com.linecorp.armeria.server.",
          "org.apache.thrift.ProcessFunction",
          "org.apache.dubbo.");

  private static final List<String> LOOPS =
      List.of(
          "io.netty.",
          "io.vertx.",
          "reactor.",
          "rx.",
          "io.reactivex.",
          "kotlinx.coroutines.",
          "scala.concurrent.",
          "akka.",
          "org.apache.pekko.",
          "java.util.concurrent.CompletableFuture");

  private final List<Frame> stack;
  private final int owner;
  private final int outermost;

  /**
   * Of a stack.
   *
   * @param owner depth of the leaf-most application frame
   * @param outermost depth of the outermost one
   */
  WaitStack(List<Frame> stack, int owner, int outermost) {
    this.stack = stack;
    this.owner = owner;
    this.outermost = outermost;
  }

  /** What a stack under wall clock sampling shows. */
  enum State {
    RUNS,
    IDLE,
    SELECTS,
    WAITS
  }

  /** Whether a thread that was seen with this stack runs. */
  State state() {
    boolean blocked = false;
    for (Frame frame : stack.subList(0, owner)) {
      String name = name(frame);
      if (SELECTORS.contains(name)) {
        return State.SELECTS;
      }
      boolean socket = frame.java() && in(SOCKETS, frame);
      if ((socket || frame.className().startsWith("java.net.ServerSocket"))
          && ACCEPTS.contains(frame.method())) {
        return State.IDLE;
      }
      if (name.equals("java.lang.Thread.join")) {
        return State.IDLE;
      }
      blocked |=
          PARKS.contains(name)
              || SLEEPS.contains(name)
              || NATIVE_WAITS.contains(name)
              || monitor(frame)
              || ((socket || in(FILES, frame) || in(STREAMS, frame))
                  && READS.contains(frame.method()));
    }
    return blocked ? State.WAITS : State.RUNS;
  }

  /**
   * What the thread waits for.
   *
   * @param kind of the sample
   */
  WaitReason reason(SampleKind kind) {
    if (below().anyMatch(frame -> in(DATABASES, frame) || driver(frame))) {
      return WaitReason.DATABASE;
    }
    return switch (kind) {
      case LOCK -> WaitReason.LOCK;
      case SOCKET -> WaitReason.SOCKET;
      case FILE -> WaitReason.FILE;
      default -> ofFrames(kind);
    };
  }

  private WaitReason ofFrames(SampleKind kind) {
    if (below().anyMatch(frame -> LOCKS.contains(frame.className()))
        || below().anyMatch(WaitStack::monitor)) {
      return WaitReason.LOCK;
    }
    if (kind == SampleKind.PARK) {
      return WaitReason.THREADS;
    }
    if (below().anyMatch(frame -> SLEEPS.contains(name(frame)))) {
      return WaitReason.SLEEP;
    }
    if (below().anyMatch(frame -> in(SOCKETS, frame))) {
      return WaitReason.SOCKET;
    }
    return below().anyMatch(frame -> in(FILES, frame) || in(STREAMS, frame))
        ? WaitReason.FILE
        : WaitReason.THREADS;
  }

  /** Whether a wait for that delays a piece of work, and is not idleness or work elsewhere. */
  boolean certain(WaitReason reason) {
    return switch (reason) {
      case DATABASE, LOCK -> true;
      case SOCKET -> called() || below().anyMatch(frame -> in(CLIENTS, frame));
      case FILE -> called() || below().noneMatch(frame -> in(STREAMS, frame));
      case SLEEP -> called();
      case THREADS -> false;
    };
  }

  /**
   * Whether a server called the application: then that is a piece of work. Where the stack was cut,
   * more of the application may stand above.
   */
  private boolean called() {
    return !stack.get(stack.size() - 1).standsForMore()
        && above().anyMatch(frame -> in(SERVERS, frame));
  }

  /** Whether an event loop or a chain of stages runs it, so that it may wait without a thread. */
  boolean staged() {
    return above().anyMatch(frame -> in(LOOPS, frame));
  }

  private Stream<Frame> below() {
    return stack.subList(0, owner).stream();
  }

  private Stream<Frame> above() {
    return stack.subList(outermost + 1, stack.size()).stream();
  }

  private static boolean monitor(Frame frame) {
    return !frame.java() && MONITORS.stream().anyMatch(frame.method()::startsWith);
  }

  private static boolean driver(Frame frame) {
    return frame.className().contains(".jdbc.") && !JavaPlatform.has(frame.className());
  }

  private static boolean in(List<String> prefixes, Frame frame) {
    return prefixes.stream().anyMatch(frame.className()::startsWith);
  }

  private static String name(Frame frame) {
    return frame.java() ? frame.className() + "." + frame.method() : frame.method();
  }
}
