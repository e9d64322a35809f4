package io.github.rustfit.readers.gclog.wrapping;

import java.util.Locale;
import java.util.Set;

/** How exports name what they hold beside the message. */
final class Fields {

  private static final Set<String> MESSAGES =
      Set.of(
          "log",
          "message",
          "msg",
          "@message",
          "textpayload",
          "body",
          "line",
          "content",
          "text",
          "_raw",
          "event",
          "data",
          "log.message");

  private static final Set<String> TIMES =
      Set.of(
          "time",
          "@timestamp",
          "timestamp",
          "ts",
          "date",
          "datetime",
          "eventtime",
          "_time",
          "__realtime_timestamp");

  private static final Set<String> SOURCES =
      Set.of(
          "pod",
          "pod_name",
          "podname",
          "container",
          "container_name",
          "container_id",
          "containerid",
          "instance",
          "instance_id",
          "host",
          "hostname",
          "_hostname",
          "pid",
          "_pid",
          "syslog_identifier",
          "_systemd_unit",
          "logstream",
          "log_stream",
          "logstreamname",
          "docker_id",
          "service");

  private Fields() {}

  static boolean message(String name) {
    return MESSAGES.contains(plain(name));
  }

  static boolean time(String name) {
    return TIMES.contains(plain(name));
  }

  static boolean source(String name) {
    return SOURCES.contains(plain(name));
  }

  private static String plain(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }
}
