package pairs;

/** {@code wrapper-per-element}: places of hits, handed to one of three who count them. */
final class WrapperPerElement implements Pair {

  private record Hit(int line, int column) {}

  /** Who counts; with three classes of it no call can be compiled into the loop. */
  private interface Counter {
    int count(Hit hit);

    int count(int line, int column);
  }

  private record Near(int limit) implements Counter {
    @Override
    public int count(Hit hit) {
      return hit.column() < limit ? hit.line() : 0;
    }

    @Override
    public int count(int line, int column) {
      return column < limit ? line : 0;
    }
  }

  private record Far(int limit) implements Counter {
    @Override
    public int count(Hit hit) {
      return hit.column() > limit ? hit.line() : 0;
    }

    @Override
    public int count(int line, int column) {
      return column > limit ? line : 0;
    }
  }

  private record Even(int limit) implements Counter {
    @Override
    public int count(Hit hit) {
      return hit.column() % 2 == 0 ? hit.line() + limit : 0;
    }

    @Override
    public int count(int line, int column) {
      return column % 2 == 0 ? line + limit : 0;
    }
  }

  private final Counter[] counters = {new Near(20), new Far(60), new Even(1)};
  private final int[] found = Input.numbers(10_000, 100_000);

  @Override
  public long before() {
    long sum = 0;
    for (int at : found) {
      Hit hit = new Hit(at / 80, at % 80);
      sum += counters[at % 3].count(hit);
    }
    return sum;
  }

  @Override
  public long after() {
    long sum = 0;
    for (int at : found) {
      sum += counters[at % 3].count(at / 80, at % 80);
    }
    return sum;
  }
}
