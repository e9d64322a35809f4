package io.github.rustfit.fleet.input;

import java.io.Serializable;
import java.util.Comparator;

/**
 * Whose piece of evidence it is and when it is added: in this order what is known of a version of a
 * service is put together, whatever machine read what.
 *
 * @param service empty where nobody says it
 * @param version empty where nobody says it
 * @param rank {@link #SOURCES}, {@link #FOLDED} or {@link #OTHERS}
 * @param series the path; of a log, what the paths of all logs of its series share
 * @param path relative to its root
 * @param sha256 digest of the file; empty where it could not be read
 * @param root where it was found
 */
public record PieceKey(
    String service,
    String version,
    int rank,
    String series,
    String path,
    String sha256,
    String root)
    implements Serializable, Comparable<PieceKey> {

  private static final long serialVersionUID = 1;

  /** What holds sources comes first: they tell what is own code. */
  public static final int SOURCES = 0;

  /** What was folded before comes next, so that what it holds already is passed over. */
  public static final int FOLDED = 1;

  /** Everything else. */
  public static final int OTHERS = 2;

  private static final Comparator<PieceKey> ORDER =
      Comparator.comparing(PieceKey::service)
          .thenComparing(PieceKey::version)
          .thenComparingInt(PieceKey::rank)
          .thenComparing(PieceKey::series)
          .thenComparing(PieceKey::path)
          .thenComparing(PieceKey::sha256)
          .thenComparing(PieceKey::root);

  /** Whether it is of the same version of the same service. */
  public boolean sameVersion(PieceKey other) {
    return service.equals(other.service) && version.equals(other.version);
  }

  /** Whether it is of the same series of logs. */
  public boolean sameSeries(PieceKey other) {
    return sameVersion(other) && rank == other.rank && series.equals(other.series);
  }

  @Override
  public int compareTo(PieceKey other) {
    return ORDER.compare(this, other);
  }
}
