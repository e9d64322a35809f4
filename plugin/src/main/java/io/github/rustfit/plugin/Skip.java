package io.github.rustfit.plugin;

import org.apache.maven.execution.MavenSession;

/** Whether the user wants a goal skipped. */
final class Skip {

  private Skip() {}

  /**
   * The command line wins over the POM; {@code -Drustfit.skip} without a value means yes.
   *
   * @param configured what the POM says, or the property where it says nothing
   */
  static boolean wanted(MavenSession session, boolean configured) {
    String property = session.getUserProperties().getProperty("rustfit.skip");
    return property == null ? configured : property.isEmpty() || Boolean.parseBoolean(property);
  }
}
