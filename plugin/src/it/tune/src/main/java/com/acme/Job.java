package com.acme;

import java.util.ArrayDeque;

/** A job that always does the same: it allocates, and keeps some of it for a while. */
public final class Job {

  private Job() {}

  public static void main(String[] arguments) {
    ArrayDeque<byte[]> kept = new ArrayDeque<>();
    long sum = 0;
    for (int i = 0; i < 200_000; i++) {
      kept.addLast(new byte[1000]);
      if (kept.size() > 2000) {
        sum += kept.removeFirst().length;
      }
    }
    System.out.println("released " + sum + " bytes");
  }
}
