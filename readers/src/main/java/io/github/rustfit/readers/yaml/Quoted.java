package io.github.rustfit.readers.yaml;

/** Foreign text in a message: one line, quoted, and not too long. */
public final class Quoted {

  private static final int LONGEST = 60;

  private Quoted() {}

  /** The text in single quotes, control characters shown as {@code ·}, cut after 60 characters. */
  public static String of(String text) {
    StringBuilder shown = new StringBuilder("'");
    text.codePoints()
        .limit(LONGEST)
        .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? '·' : c)
        .forEach(shown::appendCodePoint);
    return shown.append(text.codePointCount(0, text.length()) > LONGEST ? "…'" : "'").toString();
  }
}
