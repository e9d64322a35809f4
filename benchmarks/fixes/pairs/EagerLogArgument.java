package pairs;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** {@code eager-log-argument}: requests, each with a message that the level drops. */
final class EagerLogArgument implements Pair {

  private static final Logger LOG = Logger.getLogger("pairs");
  private final List<String> names = Input.names(1000);

  @Override
  public long before() {
    long sum = 0;
    for (String name : names) {
      sum += handled(name);
      LOG.fine("handled " + name + " of " + names.size());
    }
    return sum;
  }

  @Override
  public long after() {
    long sum = 0;
    for (String name : names) {
      sum += handled(name);
      if (LOG.isLoggable(Level.FINE)) {
        LOG.fine("handled " + name + " of " + names.size());
      }
    }
    return sum;
  }

  private static long handled(String name) {
    long sum = 0;
    for (int i = 0; i < name.length(); i++) {
      sum = 31 * sum + name.charAt(i);
    }
    return sum;
  }
}
