package io.github.rustfit.plugin.report;

/** Where the documentation is, for messages that refer to it. */
public final class Documentation {

  /** The project's page. */
  public static final String HOME = "https://github.com/rustfit/rustfit";

  private static final String FILES = HOME + "/blob/main/docs/";

  private Documentation() {}

  /**
   * The address of a page.
   *
   * @param file relative to {@code docs}, such as {@code how-to/release.md}
   */
  public static String page(String file) {
    return FILES + file;
  }
}
