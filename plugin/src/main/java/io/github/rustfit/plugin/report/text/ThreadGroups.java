package io.github.rustfit.plugin.report.text;

import java.util.List;
import java.util.Map;

/** What people call the threads that begin in a method of a well-known framework. */
public final class ThreadGroups {

  /** By the beginning of the method's name; the first that fits counts. */
  private static final List<Map.Entry<String, String>> NAMES =
      List.of(
          Map.entry("org.apache.tomcat.util.net.NioEndpoint$Poller", "Tomcat poller"),
          Map.entry("org.apache.tomcat.util.net.Acceptor", "Tomcat acceptor"),
          Map.entry("org.apache.tomcat.util.net.", "Tomcat request threads"),
          Map.entry("org.apache.tomcat.util.threads.", "Tomcat request threads"),
          Map.entry("org.apache.catalina.", "Tomcat container"),
          Map.entry("org.eclipse.jetty.util.thread.", "Jetty threads"),
          Map.entry("org.xnio.nio.", "Undertow I/O threads"),
          Map.entry("org.jboss.threads.", "JBoss worker threads"),
          Map.entry("io.quarkus.", "Quarkus threads"),
          // Also around the workers of Vert.x and Quarkus
          Map.entry("io.netty.util.concurrent.FastThreadLocalRunnable", "Netty and Vert.x threads"),
          Map.entry("io.netty.util.concurrent.", "Netty event loops"),
          Map.entry("io.netty.util.internal.", "Netty event loops"),
          Map.entry("io.vertx.", "Vert.x threads"),
          Map.entry("io.grpc.", "gRPC threads"),
          Map.entry("reactor.core.scheduler.", "Reactor schedulers"),
          Map.entry("com.zaxxer.hikari.", "HikariCP threads"),
          Map.entry("org.quartz.", "Quartz jobs"),
          Map.entry("org.apache.kafka.clients.", "Kafka client threads"),
          Map.entry("org.apache.kafka.streams.", "Kafka Streams threads"),
          Map.entry("org.springframework.kafka.", "Spring Kafka listeners"),
          Map.entry("org.springframework.amqp.", "Spring AMQP listeners"),
          Map.entry("org.springframework.scheduling.", "Spring scheduled tasks"),
          Map.entry("org.springframework.boot.loader.", "Spring Boot's start"),
          Map.entry("ch.qos.logback.", "Logback threads"),
          Map.entry("org.apache.logging.log4j.", "Log4j threads"),
          Map.entry("com.mysql.", "MySQL driver threads"),
          Map.entry("org.postgresql.", "PostgreSQL driver threads"),
          Map.entry("org.h2.", "H2 threads"),
          Map.entry("org.apache.maven.surefire.", "Surefire's test runner"),
          Map.entry("org.junit.", "JUnit"),
          Map.entry("org.openjdk.jmh.", "JMH"),
          Map.entry("java.lang.ref.", "JDK reference handling"),
          Map.entry("jdk.jfr.", "Flight Recorder"),
          Map.entry("sun.rmi.", "RMI threads"));

  private ThreadGroups() {}

  /**
   * A name that tells.
   *
   * @param entry the method that the threads begin in, with its class
   * @return the entry itself where nobody calls such threads by a name
   */
  public static String of(String entry) {
    return NAMES.stream()
        .filter(name -> entry.startsWith(name.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(entry);
  }
}
