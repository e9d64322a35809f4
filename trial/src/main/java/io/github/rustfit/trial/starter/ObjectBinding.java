package io.github.rustfit.trial.starter;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** How the fields of the object that a method is called on are read and set in Java. */
final class ObjectBinding {

  private final Kernel kernel;
  private final FlatMethod method;

  ObjectBinding(Kernel kernel) {
    this.kernel = kernel;
    this.method = kernel.method();
  }

  private List<Integer> parameters() {
    List<Integer> all = new ArrayList<>();
    for (int i = method.own(); i < method.parameters().size(); i++) {
      all.add(i);
    }
    return all;
  }

  private boolean changes(int parameter) {
    return method.parameters().get(parameter).is(Passed.Form.CELL);
  }

  private static String constant(int parameter) {
    return "P" + (parameter + 1);
  }

  /** Handles for all fields, and for the method where it cannot be named. */
  String handles() {
    StringBuilder text = new StringBuilder();
    for (int i : parameters()) {
      String type = method.parameters().get(i).java() + ".class";
      String name = Text.literal(method.field(i));
      text.append(
          "  private static final MethodHandle %s = getter(\"%s\", %s);%n"
              .formatted(constant(i), name, type));
      if (changes(i)) {
        text.append(
            "  private static final MethodHandle SET_%s = setter(\"%s\", %s);%n"
                .formatted(constant(i), name, type));
      }
    }
    return (text
            + (method.callable() ? "" : "  private static final MethodHandle JAVA = java();\n"))
        .replace(System.lineSeparator(), "\n");
  }

  /** The fields as variables, those that change in an array. */
  String taken() {
    return parameters().stream()
        .map(
            i -> {
              String name = Kernel.argument(i);
              Passed passed = method.parameters().get(i);
              String read = name + "(self)";
              return "    "
                  + (changes(i) ? passed.wire() : passed.java())
                  + " "
                  + name
                  + " = "
                  + (changes(i) ? "{" + read + "}" : read)
                  + ";\n";
            })
        .collect(Collectors.joining());
  }

  /** Sets what was changed. */
  String given() {
    return parameters().stream()
        .filter(this::changes)
        .map(i -> Kernel.argument(i) + "(self, " + Kernel.argument(i) + "[0]);\n      ")
        .collect(Collectors.joining());
  }

  /** Methods that read fields and set them, and make the handles. */
  String fields(JavaCall call) {
    StringBuilder text = new StringBuilder();
    for (int i : parameters()) {
      Passed passed = method.parameters().get(i);
      text.append(
          """

            /** The field {@code %s}. */
            static %s %s(Object self) {
              try {
                return (%s) %s.invokeExact(self);
              } catch (Throwable e) {
                throw Library.same(e);
              }
            }
          """
              .formatted(
                  Text.comment(method.field(i)),
                  passed.java(),
                  Kernel.argument(i),
                  passed.java(),
                  constant(i)));
      if (changes(i)) {
        text.append(
            """

              /** Sets it. */
              static void %s(Object self, %s value) {
                try {
                  SET_%s.invokeExact(self, value);
                } catch (Throwable e) {
                  throw Library.same(e);
                }
              }
            """
                .formatted(Kernel.argument(i), passed.java(), constant(i)));
      }
    }
    if (!parameters().isEmpty()) {
      text.append(
          """

            private static MethodHandle getter(String name, Class<?> type) {
              try {
                return INSIDE
                    .findGetter(INSIDE.lookupClass(), name, type)
                    .asType(MethodType.methodType(type, Object.class));
              } catch (ReflectiveOperationException e) {
                throw new ExceptionInInitializerError(e);
              }
            }
          """);
    }
    if (method.cells() > 0) {
      text.append(
          """

            private static MethodHandle setter(String name, Class<?> type) {
              try {
                return INSIDE
                    .findSetter(INSIDE.lookupClass(), name, type)
                    .asType(MethodType.methodType(void.class, Object.class, type));
              } catch (ReflectiveOperationException e) {
                throw new ExceptionInInitializerError(e);
              }
            }
          """);
    }
    return text + (method.callable() ? "" : java(call));
  }

  private String java(JavaCall call) {
    String types =
        method.parameters().stream()
            .limit(method.own())
            .map(passed -> ", " + passed.java() + ".class")
            .collect(Collectors.joining());
    return """

        private static MethodHandle java() {
          try {
            return INSIDE
                .findVirtual(
                    INSIDE.lookupClass(), "%s", MethodType.methodType(%s.class%s))
                .asType(MethodType.methodType(%s.class, %s.class%s));
          } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
          }
        }
      """
        .formatted(
            Text.literal(method.name()),
            method.result().java(),
            types,
            method.result().java(),
            call.self(),
            types);
  }
}
