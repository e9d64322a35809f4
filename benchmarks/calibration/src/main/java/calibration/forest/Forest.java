package calibration.forest;

import calibration.Kernel;

/** Many short-lived trees beside one that stays: allocation and walks. */
public final class Forest implements Kernel {

  private record Tree(Tree left, Tree right) {
    int check() {
      return left == null ? 1 : 1 + left.check() + right.check();
    }
  }

  private static Tree grow(int depth) {
    return depth == 0 ? new Tree(null, null) : new Tree(grow(depth - 1), grow(depth - 1));
  }

  private final Tree stays = grow(15);

  @Override
  public long run() {
    long sum = 0;
    for (int depth = 4; depth <= 12; depth += 2) {
      for (int i = 0; i < 1 << (13 - depth); i++) {
        sum = sum * 31 + grow(depth).check();
      }
    }
    return sum + stays.check();
  }
}
