package io.github.rustfit.readers.collapsed;

import io.github.rustfit.readers.lines.LineScanner;
import io.github.rustfit.readers.stacks.FrameNames;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Tells by its first bytes whether content is a collapsed file of a JVM. */
final class CollapsedHead {

  /** Of a hundred lines, how many must be stacks. */
  private static final int PERCENT = 90;

  /** The root functions of HotSpot's threads: a long head may show none but JIT compilation. */
  private static final List<String> HOTSPOT =
      List.of("thread_native_entry", "Thread::call_run", "java_start", "JavaThread::run");

  private CollapsedHead() {}

  static boolean claims(byte[] head, boolean whole) {
    if (binary(head)) {
      return false;
    }
    FrameNames names = new FrameNames();
    LineScanner scanner = new LineScanner(new ByteArrayInputStream(head), head.length + 1);
    long lines = 0;
    long stacks = 0;
    boolean java = false;
    try {
      while (scanner.next()) {
        if ((!whole && !scanner.terminated()) || CollapsedLine.blank(scanner)) {
          continue;
        }
        lines++;
        CollapsedLine line = CollapsedLine.parse(scanner);
        if (line != null) {
          stacks++;
          java |= line.frames().size() > 1 && ofJvm(line.frames(), names);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("reading memory does not fail", e);
    }
    return java && stacks * 100 >= lines * PERCENT;
  }

  /** Whether the first line holds what no text does; recordings are asked for often. */
  private static boolean binary(byte[] head) {
    for (byte one : head) {
      if (one == '\n') {
        return false;
      }
      if (one == 0) {
        return true;
      }
    }
    return false;
  }

  private static boolean ofJvm(List<String> frames, FrameNames names) {
    for (String frame : frames) {
      if (HOTSPOT.contains(frame) || names.frame(frame, 0).java()) {
        return true;
      }
    }
    return false;
  }
}
