package calibration.shortestpaths;

import calibration.Kernel;
import calibration.Lcg;

/** All shortest paths by Floyd and Warshall: rows of an array of arrays. */
public final class AllPairs implements Kernel {

  private static final int NODES = 160;
  private static final int FAR = 1_000_000;

  private final int[][] edges = new int[NODES][NODES];

  /** Makes a graph. */
  public AllPairs() {
    Lcg random = new Lcg(3);
    for (int i = 0; i < NODES; i++) {
      for (int j = 0; j < NODES; j++) {
        edges[i][j] = i == j ? 0 : random.below(8) == 0 ? 1 + random.below(100) : FAR;
      }
    }
  }

  @Override
  public long run() {
    int[][] distance = new int[NODES][];
    for (int i = 0; i < NODES; i++) {
      distance[i] = edges[i].clone();
    }
    for (int k = 0; k < NODES; k++) {
      int[] through = distance[k];
      for (int i = 0; i < NODES; i++) {
        int[] row = distance[i];
        int first = row[k];
        for (int j = 0; j < NODES; j++) {
          row[j] = Math.min(row[j], first + through[j]);
        }
      }
    }
    long sum = 0;
    for (int[] row : distance) {
      for (int one : row) {
        sum = sum * 31 + one;
      }
    }
    return sum;
  }
}
