package io.github.rustfit.plugin.recording;

import java.util.ArrayList;
import java.util.List;

/** What the tests record: it works and allocates until it is stopped. */
public final class BusyProgram {

  private BusyProgram() {}

  /**
   * @param arguments milliseconds until it ends by itself
   */
  public static void main(String[] arguments) {
    System.out.println("ready");
    long end = System.nanoTime() + Long.parseLong(arguments[0]) * 1_000_000;
    long sum = 0;
    while (System.nanoTime() < end) {
      List<byte[]> garbage = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        garbage.add(new byte[10_000]);
      }
      for (byte[] bytes : garbage) {
        sum += bytes.length + garbage.hashCode();
      }
    }
    System.out.println(sum);
  }
}
