package calibration.format;

import calibration.Kernel;
import calibration.Lcg;

/** Writes the lines of an account statement as JSON. */
public final class Statement implements Kernel {

  private record Booking(int day, String text, long cents, boolean pending) {}

  private static final String[] TEXTS = {"Rent", "Salary \"May\"", "Books", "Café", "Train\\Bus"};

  private final Booking[] bookings = new Booking[3000];

  /** Makes the bookings. */
  public Statement() {
    Lcg random = new Lcg(29);
    for (int i = 0; i < bookings.length; i++) {
      bookings[i] =
          new Booking(
              random.below(365),
              TEXTS[random.below(5)],
              random.below(1_000_000) - 500_000L,
              random.below(5) == 0);
    }
  }

  @Override
  public long run() {
    String json = json();
    long sum = json.length();
    for (int i = 0; i < json.length(); i += 61) {
      sum = sum * 31 + json.charAt(i);
    }
    return sum;
  }

  private String json() {
    StringBuilder out = new StringBuilder("[");
    for (Booking booking : bookings) {
      if (out.length() > 1) {
        out.append(',');
      }
      out.append("{\"day\":").append(booking.day).append(",\"text\":");
      quote(booking.text, out);
      out.append(",\"amount\":").append(money(booking.cents));
      out.append(",\"pending\":").append(booking.pending).append('}');
    }
    return out.append(']').toString();
  }

  private static String money(long cents) {
    long whole = Math.abs(cents);
    String rest = Long.toString(whole % 100);
    return (cents < 0 ? "-" : "") + whole / 100 + "." + (rest.length() < 2 ? "0" : "") + rest;
  }

  private static void quote(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\');
      }
      out.append(c);
    }
    out.append('"');
  }
}
