package pairs;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;

/** {@code reflection-per-call}: a property of beans, read by its name. */
final class ReflectionPerCall implements Pair {

  /** What frameworks read. */
  public static final class Bean {
    private final String name;

    Bean(String name) {
      this.name = name;
    }

    public String name() {
      return name;
    }
  }

  private static final MethodHandle NAME = handle();

  private final List<Bean> beans = Input.names(1000).stream().map(Bean::new).toList();

  private static MethodHandle handle() {
    try {
      return MethodHandles.lookup()
          .findVirtual(Bean.class, "name", MethodType.methodType(String.class));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public long before() throws ReflectiveOperationException {
    long sum = 0;
    for (Object bean : beans) {
      sum += ((String) bean.getClass().getMethod("name").invoke(bean)).hashCode();
    }
    return sum;
  }

  @Override
  public long after() throws Exception {
    long sum = 0;
    for (Bean bean : beans) {
      try {
        sum += ((String) NAME.invokeExact(bean)).hashCode();
      } catch (Throwable e) {
        throw new IllegalStateException(e);
      }
    }
    return sum;
  }
}
