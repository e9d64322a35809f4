package io.github.rustfit.readers.input;

import io.github.rustfit.readers.files.Causes;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks readers for one content. This is the boundary at which a reader's own failure becomes data:
 * nothing that a reader throws goes further.
 */
final class Dispatch {
  private final List<InputReader> readers;
  private String failure = "";

  Dispatch(List<InputReader> readers) {
    this.readers = readers;
  }

  /** The first reader that claims the content, or null. */
  @Nullable InputReader claimant(byte[] head) {
    for (InputReader reader : readers) {
      try {
        if (reader.claims(head.clone())) {
          return reader;
        }
      } catch (RuntimeException | StackOverflowError | LinkageError e) {
        failure = failureOf(reader, e);
      }
    }
    return null;
  }

  /** The first reader that finds its kind behind the head, or null. */
  @Nullable InputReader later(Content content) throws IOException {
    for (InputReader reader : readers) {
      try {
        if (reader.claimsLater(content)) {
          return reader;
        }
      } catch (RuntimeException | StackOverflowError | LinkageError e) {
        failure = failureOf(reader, e);
      }
    }
    return null;
  }

  /** Whether a reader failed while it was asked. */
  boolean failed() {
    return !failure.isEmpty();
  }

  /** What failed, with the remedy; empty when nothing did. */
  String failure() {
    return failure;
  }

  /** What the reader makes of the content. */
  static Reading read(InputReader reader, Content content) {
    try {
      return reader.read(content);
    } catch (IOException e) {
      return Reading.failed(
          "It cannot be read: "
              + Causes.of(e)
              + ". Check its permissions and the space on the disks.");
    } catch (OutOfMemoryError e) {
      return Reading.failed(
          "The "
              + reader.kind().id()
              + " reader ran out of memory on it. Give Maven more, e.g. "
              + "MAVEN_OPTS=-Xmx4g; if that does not help, please report it.");
    } catch (RuntimeException | StackOverflowError | LinkageError e) {
      return Reading.failed(failureOf(reader, e));
    }
  }

  private static String failureOf(InputReader reader, Throwable e) {
    StackTraceElement[] trace = e.getStackTrace();
    return "The "
        + reader.kind().id()
        + " reader failed on it with "
        + e.getClass().getName()
        + (trace.length == 0 ? "" : " at " + trace[0])
        + "; please report it.";
  }
}
