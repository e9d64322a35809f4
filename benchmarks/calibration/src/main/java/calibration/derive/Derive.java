package calibration.derive;

import calibration.Kernel;
import calibration.Lcg;

/** Derives and simplifies formulas: immutable trees that are made anew in each step. */
public final class Derive implements Kernel {

  interface Formula {
    Formula derive();

    Formula simplify();

    long at(long x);
  }

  record Constant(long value) implements Formula {
    @Override
    public Formula derive() {
      return new Constant(0);
    }

    @Override
    public Formula simplify() {
      return this;
    }

    @Override
    public long at(long x) {
      return value;
    }
  }

  record Variable() implements Formula {
    @Override
    public Formula derive() {
      return new Constant(1);
    }

    @Override
    public Formula simplify() {
      return this;
    }

    @Override
    public long at(long x) {
      return x;
    }
  }

  record Sum(Formula left, Formula right) implements Formula {
    @Override
    public Formula derive() {
      return new Sum(left.derive(), right.derive());
    }

    @Override
    public Formula simplify() {
      Formula a = left.simplify();
      Formula b = right.simplify();
      if (a instanceof Constant x && b instanceof Constant y) {
        return new Constant(x.value + y.value);
      }
      return is(a, 0) ? b : is(b, 0) ? a : new Sum(a, b);
    }

    @Override
    public long at(long x) {
      return left.at(x) + right.at(x);
    }
  }

  record Product(Formula left, Formula right) implements Formula {
    @Override
    public Formula derive() {
      return new Sum(new Product(left.derive(), right), new Product(left, right.derive()));
    }

    @Override
    public Formula simplify() {
      Formula a = left.simplify();
      Formula b = right.simplify();
      if (is(a, 0) || is(b, 0)) {
        return new Constant(0);
      }
      return is(a, 1) ? b : is(b, 1) ? a : new Product(a, b);
    }

    @Override
    public long at(long x) {
      return left.at(x) * right.at(x);
    }
  }

  private static boolean is(Formula formula, long value) {
    return formula instanceof Constant constant && constant.value == value;
  }

  private final Formula formula = formula(new Lcg(71), 8);

  private static Formula formula(Lcg random, int depth) {
    if (depth == 0) {
      return random.below(2) == 0 ? new Variable() : new Constant(random.below(5));
    }
    Formula left = formula(random, depth - 1);
    Formula right = formula(random, depth - 1);
    return random.below(2) == 0 ? new Sum(left, right) : new Product(left, right);
  }

  @Override
  public long run() {
    Formula derived = formula;
    long sum = 0;
    for (int i = 0; i < 3; i++) {
      derived = derived.derive().simplify();
      sum = sum * 31 + derived.at(3);
    }
    return sum;
  }
}
