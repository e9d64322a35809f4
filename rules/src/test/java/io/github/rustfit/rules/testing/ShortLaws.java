package io.github.rustfit.rules.testing;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.lifecycle.AroundTryHook;
import net.jqwik.api.lifecycle.Lifespan;
import net.jqwik.api.lifecycle.Store;
import net.jqwik.api.lifecycle.TryExecutionResult;
import net.jqwik.api.lifecycle.TryExecutor;
import net.jqwik.api.lifecycle.TryLifecycleContext;

/**
 * Ends a law after its first tries, which every build can afford. With {@code -Drustfit.laws=long}
 * it is tried as often as it says; the project's check does that.
 */
public final class ShortLaws implements AroundTryHook {

  private static final int ENOUGH = 100;

  private static final boolean LONG = System.getProperty("rustfit.laws", "").equals("long");

  @Override
  public TryExecutionResult aroundTry(
      TryLifecycleContext context, TryExecutor aTry, List<Object> parameters) {
    TryExecutionResult result = aTry.execute(parameters);
    if (LONG || result.status() != TryExecutionResult.Status.SATISFIED) {
      return result;
    }
    AtomicInteger tries =
        Store.getOrCreate(ShortLaws.class, Lifespan.PROPERTY, AtomicInteger::new).get();
    return tries.incrementAndGet() < ENOUGH ? result : TryExecutionResult.satisfied(true);
  }
}
