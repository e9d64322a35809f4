package com.acme;

import java.util.ArrayDeque;
import jdk.jfr.Event;
import jdk.jfr.Name;

/** A job that always does the same: it allocates, and keeps some of it for a while. */
public final class Job {

  private Job() {}

  /** A part of the work is done. */
  @Name("com.acme.Done")
  static final class Done extends Event {}

  public static void main(String[] arguments) {
    ArrayDeque<byte[]> kept = new ArrayDeque<>();
    long sum = 0;
    for (int i = 0; i < 200_000; i++) {
      kept.addLast(new byte[1000]);
      if (kept.size() > 2000) {
        sum += kept.removeFirst().length;
      }
      if (i % 20_000 == 0) {
        new Done().commit();
      }
    }
    System.out.println("released " + sum + " bytes");
  }
}
