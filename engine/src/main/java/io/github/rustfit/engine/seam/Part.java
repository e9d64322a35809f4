package io.github.rustfit.engine.seam;

/**
 * A value that crosses with each call.
 *
 * @param role which one: {@code object}, {@code result}, or {@code parameter}
 * @param type its type, as the source names it
 * @param kind what it is
 * @param texts how many strings it holds
 * @param copies how many blocks of memory are allocated and filled for it
 */
public record Part(String role, String type, Kind kind, int texts, int copies) {

  /** The object that a method is called on. */
  public static final String OBJECT = "object";

  /** What comes back. */
  public static final String RESULT = "result";

  /** What is passed. */
  public static final String PARAMETER = "parameter";

  /** The type without its packages. */
  public String shortType() {
    return type.replaceAll("\\b[a-z_$][\\w$]*[.]", "");
  }
}
