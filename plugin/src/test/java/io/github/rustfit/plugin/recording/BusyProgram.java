package io.github.rustfit.plugin.recording;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What the tests record: it works and allocates until its input ends, as when its parent does. */
public final class BusyProgram {

  private static volatile boolean wanted = true;

  private BusyProgram() {}

  /**
   * Works, or waits.
   *
   * @param arguments {@code busy}, or {@code idle} to wait instead, which leaves the processor to
   *     the test
   */
  public static void main(String[] arguments) throws InterruptedException {
    Thread input = new Thread(BusyProgram::awaitEndOfInput, "input");
    input.setDaemon(true);
    input.start();
    System.out.println("ready");
    if (arguments[0].equals("idle")) {
      input.join();
    }
    long sum = 0;
    while (wanted) {
      List<byte[]> garbage = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        garbage.add(new byte[10_000]);
      }
      for (byte[] bytes : garbage) {
        sum += length(bytes) + garbage.hashCode();
      }
    }
    System.out.println(sum + length(new byte[3]));
  }

  private static int length(byte[] bytes) {
    return bytes.length;
  }

  private static void awaitEndOfInput() {
    try {
      while (System.in.read() >= 0) {
        // nothing is said to it
      }
    } catch (IOException e) {
      // as good as its end
    }
    wanted = false;
  }
}
