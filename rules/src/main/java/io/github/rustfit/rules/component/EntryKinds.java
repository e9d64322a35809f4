package io.github.rustfit.rules.component;

import io.github.rustfit.rules.evidence.profile.Frame;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What frames of the JDK and of libraries say of the work that they call. Not thread-safe. */
final class EntryKinds {

  /** Frames of tests and benchmarks; they say so wherever they stand. */
  private static final List<Map.Entry<String, EntryKind>> HARNESSES =
      List.of(
          Map.entry("org.openjdk.jmh.", EntryKind.BENCHMARK),
          Map.entry("org.junit.", EntryKind.TEST),
          Map.entry("junit.framework.", EntryKind.TEST),
          Map.entry("org.testng.", EntryKind.TEST),
          Map.entry("org.spockframework.", EntryKind.TEST),
          Map.entry("org.apache.maven.surefire.", EntryKind.TEST));

  /** By the beginning of {@code class.method}; the first that fits counts, empty is none. */
  private static final List<Map.Entry<String, Optional<EntryKind>>> CALLERS =
      List.of(
          // Clients, which have names in common with servers.
          of("org.springframework.web.client.", null),
          of("org.springframework.web.reactive.function.client.", null),
          of("org.springframework.web.util.", null),
          of("org.springframework.web.context.", null),
          of("org.glassfish.jersey.client.", null),
          of("org.jboss.resteasy.client.", null),
          of("org.jboss.resteasy.reactive.client.", null),
          of("io.undertow.client.", null),
          of("com.linecorp.armeria.client.", null),
          // Messages, some of which come through web servers.
          of("org.springframework.web.socket.", EntryKind.MESSAGE),
          of("org.apache.tomcat.websocket.", EntryKind.MESSAGE),
          of("org.eclipse.jetty.websocket.", EntryKind.MESSAGE),
          of("org.springframework.kafka.listener.", EntryKind.MESSAGE),
          of("org.springframework.amqp.rabbit.listener.", EntryKind.MESSAGE),
          of("org.springframework.jms.listener.", EntryKind.MESSAGE),
          of("org.springframework.data.redis.listener.", EntryKind.MESSAGE),
          of("org.springframework.pulsar.listener.", EntryKind.MESSAGE),
          of("org.apache.kafka.streams.processor.", EntryKind.MESSAGE),
          of("io.smallrye.reactive.messaging.", EntryKind.MESSAGE),
          of("com.rabbitmq.client.impl.ConsumerDispatcher", EntryKind.MESSAGE),
          of("org.apache.activemq.ActiveMQMessageConsumer", EntryKind.MESSAGE),
          of("org.apache.activemq.artemis.jms.client.", EntryKind.MESSAGE),
          of("org.apache.pulsar.client.impl.Consumer", EntryKind.MESSAGE),
          of("org.apache.rocketmq.client.impl.consumer.", EntryKind.MESSAGE),
          of("io.awspring.cloud.sqs.listener.", EntryKind.MESSAGE),
          of("io.nats.client.impl.NatsDispatcher", EntryKind.MESSAGE),
          of("jakarta.jms.MessageListener", EntryKind.MESSAGE),
          of("javax.jms.MessageListener", EntryKind.MESSAGE),
          // Calls.
          of("io.grpc.stub.ServerCalls", EntryKind.CALL),
          of("io.grpc.internal.ServerCallImpl", EntryKind.CALL),
          of("io.grpc.internal.ServerImpl$", EntryKind.CALL),
          of("sun.rmi.server.UnicastServerRef", EntryKind.CALL),
          of("sun.rmi.transport.", EntryKind.CALL),
          of("org.apache.thrift.ProcessFunction", EntryKind.CALL),
          of("org.apache.thrift.TBaseProcessor", EntryKind.CALL),
          of("org.apache.dubbo.rpc.proxy.AbstractProxyInvoker", EntryKind.CALL),
          // Schedulers.
          of("java.util.TimerThread", EntryKind.JOB),
          of("java.util.concurrent.ScheduledThreadPoolExecutor$ScheduledFutureTask", EntryKind.JOB),
          of("org.springframework.scheduling.support.", EntryKind.JOB),
          of("org.springframework.scheduling.concurrent.ReschedulingRunnable", EntryKind.JOB),
          of("org.springframework.scheduling.quartz.", EntryKind.JOB),
          of("org.springframework.batch.core.", EntryKind.JOB),
          of("org.quartz.core.", EntryKind.JOB),
          of("org.jobrunr.server.", EntryKind.JOB),
          of("com.github.kagkarlsson.scheduler.", EntryKind.JOB),
          of("io.quarkus.scheduler.", EntryKind.JOB),
          of("io.micronaut.scheduling.", EntryKind.JOB),
          of("org.jboss.as.ejb3.timerservice.", EntryKind.JOB),
          // Requests.
          of("sun.net.httpserver.", EntryKind.HTTP),
          of("com.sun.net.httpserver.", EntryKind.HTTP),
          of("javax.servlet.http.", EntryKind.HTTP),
          of("jakarta.servlet.http.", EntryKind.HTTP),
          of("org.apache.catalina.", EntryKind.HTTP),
          of("org.apache.coyote.http", EntryKind.HTTP),
          of("org.apache.coyote.ajp.", EntryKind.HTTP),
          of("org.eclipse.jetty.server.", EntryKind.HTTP),
          of("org.eclipse.jetty.servlet.", EntryKind.HTTP),
          of("org.eclipse.jetty.ee", EntryKind.HTTP),
          of("io.undertow.", EntryKind.HTTP),
          of("org.springframework.web.", EntryKind.HTTP),
          of("org.springframework.http.server.", EntryKind.HTTP),
          of("org.glassfish.jersey.", EntryKind.HTTP),
          of("org.glassfish.grizzly.http.server.", EntryKind.HTTP),
          of("org.jboss.resteasy.", EntryKind.HTTP),
          of("io.quarkus.vertx.http.", EntryKind.HTTP),
          of("io.vertx.ext.web.", EntryKind.HTTP),
          of("io.vertx.core.http.impl.Http1xServer", EntryKind.HTTP),
          of("io.vertx.core.http.impl.Http2Server", EntryKind.HTTP),
          of("io.helidon.webserver.", EntryKind.HTTP),
          of("io.javalin.", EntryKind.HTTP),
          of("io.micronaut.http.server.", EntryKind.HTTP),
          of("com.linecorp.armeria.server.", EntryKind.HTTP),
          of("reactor.netty.http.server.", EntryKind.HTTP),
          of("ratpack.", EntryKind.HTTP),
          of("play.core.server.", EntryKind.HTTP),
          of("spark.http.", EntryKind.HTTP));

  /** Methods in which servers start and stop: what they call there is no request. */
  private static final Set<String> LIFECYCLE =
      Set.of(
          "init",
          "initialize",
          "initServletBean",
          "start",
          "startInternal",
          "startContext",
          "doStart",
          "onStartup",
          "contextInitialized",
          "refresh",
          "deploy",
          "stop",
          "stopInternal",
          "doStop",
          "destroy",
          "contextDestroyed");

  /** What stands between a caller and what it calls by reflection or through a proxy. */
  private static final List<String> BETWEEN =
      List.of(
          "org.springframework.aop.",
          "org.springframework.cglib.",
          "org.springframework.transaction.",
          "org.springframework.util.ReflectionUtils",
          "org.jboss.weld.",
          "io.quarkus.arc.",
          "net.bytebuddy.");

  private static final Pattern REFLECTION =
      Pattern.compile(
          "(?:java\\.lang\\.(?:invoke|reflect)|jdk\\.internal\\.reflect|sun\\.reflect)\\..*"
              + "|.*[$]Proxy\\d*|.*[$][$]Lambda.*");

  /** What starts a program's {@code main} by reflection. */
  private static final List<String> LAUNCHERS =
      List.of(
          "org.springframework.boot.loader.",
          "org.springframework.boot.devtools.restart.",
          "org.codehaus.mojo.exec.",
          "io.quarkus.bootstrap.runner.",
          "com.intellij.rt.");

  private final Map<Frame, Optional<EntryKind>> known = new HashMap<>();

  private static Map.Entry<String, Optional<EntryKind>> of(
      String prefix, @Nullable EntryKind kind) {
    return Map.entry(prefix, Optional.ofNullable(kind));
  }

  /** What a frame that is not of the code base says of what it calls; empty for nothing. */
  Optional<EntryKind> of(Frame frame) {
    return known.computeIfAbsent(frame, EntryKinds::find);
  }

  private static Optional<EntryKind> find(Frame frame) {
    String name = frame.className() + "." + frame.method();
    return CALLERS.stream()
        .filter(one -> name.startsWith(one.getKey()))
        .findFirst()
        .flatMap(Map.Entry::getValue);
  }

  /** Whether the frame is of a test's or a benchmark's harness, and of which. */
  static Optional<EntryKind> harness(Frame frame) {
    return HARNESSES.stream()
        .filter(one -> frame.className().startsWith(one.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** Whether a library starts or stops in that frame. */
  static boolean lifecycle(Frame frame) {
    return LIFECYCLE.contains(frame.method()) && !JavaPlatform.has(frame.className());
  }

  /** Whether the frame only hands on to what somebody else calls. */
  static boolean between(Frame frame) {
    return !frame.java()
        || REFLECTION.matcher(frame.className()).matches()
        || BETWEEN.stream().anyMatch(frame.className()::startsWith);
  }

  /** Whether the frame starts programs. */
  static boolean launcher(Frame frame) {
    return LAUNCHERS.stream().anyMatch(frame.className()::startsWith);
  }
}
