package com.acme.orders;

import com.acme.orders.booking.Booking;
import com.acme.orders.intake.Intake;
import com.acme.orders.intake.Order;
import java.util.Random;

/** Takes orders as fast as it can for as many seconds as its argument says. */
public final class Main {

  private Main() {}

  /** Starts it. */
  public static void main(String[] args) {
    long end = System.nanoTime() + Long.parseLong(args[0]) * 1_000_000_000L;
    Random random = new Random(7);
    Intake intake = new Intake();
    Booking booking = new Booking();
    while (System.nanoTime() < end) {
      Order order = intake.read(line(random));
      intake.publish(order);
      booking.book(order);
    }
    System.out.println(intake.published() + " " + booking.summary());
  }

  private static String line(Random random) {
    StringBuilder line = new StringBuilder().append(random.nextInt(1_000_000));
    for (int item = 1 + random.nextInt(8); item > 0; item--) {
      line.append(';').append(random.nextInt(500)).append('x').append(random.nextInt(10_000));
    }
    return line.toString();
  }
}
