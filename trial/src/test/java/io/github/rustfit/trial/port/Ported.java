package io.github.rustfit.trial.port;

import io.github.rustfit.trial.compiler.Question;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;
import org.jspecify.annotations.NullUnmarked;

/**
 * One class of Java, its static methods ported by machine, and what both give for the same
 * arguments. What Java gives is what is right: javac compiled it and this JVM runs it.
 */
@NullUnmarked
final class Ported implements AutoCloseable {

  /** A method with its port. */
  record Both(Method java, Port port) {

    /** Types of its parameters, and of the fields behind them. */
    List<Class<?>> types() {
      List<Class<?>> types = new ArrayList<>(List.of(java.getParameterTypes()));
      port.receiver().fields().forEach(one -> types.add(field(one).getType()));
      return types;
    }

    Field field(Receiver.Field field) {
      try {
        Field found = java.getDeclaringClass().getDeclaredField(field.name());
        found.setAccessible(true);
        return found;
      } catch (NoSuchFieldException e) {
        throw new IllegalStateException(e);
      }
    }

    /** Whether a parameter is a number that may get another value. */
    boolean cell(int parameter) {
      int field = parameter - java.getParameterCount();
      return field >= 0 && port.receiver().fields().get(field).changes();
    }
  }

  /** A call that came out differently, or how many were compared. */
  record Outcome(List<String> differences, int equal, int thrown, int left) {}

  private final Path folder;
  private final Map<String, Both> methods = new TreeMap<>();
  private final URLClassLoader loader;

  /** Compiles and ports the methods of a class that are not private. */
  Ported(Path folder, String className, String source) throws Exception {
    this.folder = folder;
    Path file = folder.resolve(className + ".java");
    Files.writeString(file, source);
    Path classes = Files.createDirectories(folder.resolve("classes"));
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null, null, System.err, "-g", "-nowarn", "-d", classes.toString(), file.toString());
    if (status != 0) {
      throw new IllegalStateException("javac refuses " + file);
    }
    loader = new URLClassLoader(new URL[] {classes.toUri().toURL()}, null);
    Class<?> type = loader.loadClass(className);
    List<Question.Method> asked = new ArrayList<>();
    List<Method> all = new ArrayList<>();
    Map<String, Integer> lines = lines(source);
    Map<String, String> sources = new TreeMap<>(Map.of(className, file.toString()));
    List<Method> declared = new ArrayList<>(List.of(type.getDeclaredMethods()));
    for (Class<?> nested : type.getDeclaredClasses()) {
      if (!nested.getSimpleName().startsWith(Programs.OBJECTS)) {
        continue;
      }
      sources.put(nested.getName(), file.toString());
      declared.addAll(List.of(nested.getDeclaredMethods()));
    }
    for (Method method : declared) {
      boolean plain =
          Modifier.isStatic(method.getModifiers()) == (method.getDeclaringClass() == type)
              && !Modifier.isPrivate(method.getModifiers())
              && !method.isSynthetic();
      if (plain) {
        method.setAccessible(true);
        all.add(method);
      }
    }
    all.sort(Comparator.comparing(Method::getName));
    for (Method method : all) {
      String owner = method.getDeclaringClass().getName();
      asked.add(new Question.Method(owner, method.getName(), lines.get(method.getName())));
    }
    Question question =
        new Question("UTF-8", List.of(), List.of(folder.toString()), sources, List.of(), asked);
    List<Port> ports =
        deep(() -> new Translator(question, all.stream().map(one -> "run").toList()).ports());
    for (int i = 0; i < all.size(); i++) {
      methods.put(all.get(i).getName(), new Both(all.get(i), ports.get(i)));
    }
  }

  private interface Work<T> {
    T get() throws IOException;
  }

  private static <T> T deep(Work<T> work) throws Exception {
    List<T> found = new ArrayList<>();
    List<Throwable> failed = new ArrayList<>();
    Thread thread =
        new Thread(
            null,
            () -> {
              try {
                found.add(work.get());
              } catch (Throwable e) {
                failed.add(e);
              }
            },
            "port",
            256L << 20);
    thread.start();
    thread.join();
    if (!failed.isEmpty()) {
      throw new IllegalStateException(failed.get(0));
    }
    return found.get(0);
  }

  /** The line that each method is declared in: {@code static … name(} at its beginning. */
  private static Map<String, Integer> lines(String source) {
    Map<String, Integer> lines = new TreeMap<>();
    String[] all = source.split("\n", -1);
    for (int i = 0; i < all.length; i++) {
      String line = all[i].strip();
      if (line.matches(
              "(?:(?:private )?static |private )?(?!return|new|else)[\\w\\[\\]]+ \\w+\\([^;]*")
          || line.matches("(?:private )?static [\\w\\[\\]]+ \\w+\\(.*")) {
        String head = line.substring(0, line.indexOf('('));
        lines.put(head.substring(head.lastIndexOf(' ') + 1), i + 1);
      }
    }
    return lines;
  }

  /** Puts a fault into a port. */
  void replace(String method, String right, String wrong) {
    Both both = methods.get(method);
    String code = both.port().code();
    if (!code.contains(right)) {
      throw new IllegalArgumentException(code);
    }
    methods.put(
        method,
        new Both(
            both.java(),
            new Port(
                code.replace(right, wrong),
                both.port().methods(),
                List.of(),
                List.of(),
                Receiver.NONE)));
  }

  Map<String, Both> methods() {
    return methods;
  }

  /** Writes and compiles a program of the ports; the compiler's words where it refuses. */
  String build(int optimization) throws Exception {
    StringBuilder main = new StringBuilder("#![deny(warnings)]\nmod java;\n");
    StringBuilder dispatch = new StringBuilder();
    for (Map.Entry<String, Both> each : methods.entrySet()) {
      Both both = each.getValue();
      if (!both.port().done()) {
        continue;
      }
      String module = "m_" + each.getKey().toLowerCase(java.util.Locale.ROOT);
      Files.writeString(folder.resolve(module + ".rs"), PortText.HEAD + both.port().code());
      main.append("mod ").append(module).append(";\n");
      dispatch
          .append("        \"")
          .append(each.getKey())
          .append("\" => ")
          .append(glue(both, module))
          .append(",\n");
    }
    main.append(RUNTIME.replace("@DISPATCH@", dispatch.toString()));
    Files.writeString(folder.resolve("main.rs"), main.toString());
    try (var in =
        Translator.class.getResourceAsStream("/io/github/rustfit/trial/starter/java.rs")) {
      Files.writeString(
          folder.resolve("java.rs"),
          "#![allow(dead_code)]\n" + new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
    return run(
        List.of(
            "rustc",
            "--edition",
            "2024",
            "-C",
            "opt-level=" + optimization,
            "-C",
            "overflow-checks=on",
            "-C",
            "codegen-units=4",
            "-o",
            folder.resolve("program").toString(),
            folder.resolve("main.rs").toString()),
        null);
  }

  private String run(List<String> command, Path input) throws Exception {
    Path output = folder.resolve("output");
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("RUST_BACKTRACE", "0");
    builder.redirectErrorStream(true).redirectOutput(output.toFile());
    if (input != null) {
      builder.redirectInput(input.toFile());
    }
    Process process = builder.start();
    if (!process.waitFor(600, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      return "took too long";
    }
    String said = Files.readString(output, StandardCharsets.ISO_8859_1);
    return process.exitValue() == 0
        ? input == null ? "" : said
        : "exit " + process.exitValue() + "\n" + said;
  }

  private static String glue(Both both, String module) {
    Method method = both.java();
    StringBuilder text = new StringBuilder("{\n");
    List<String> arguments = new ArrayList<>();
    StringBuilder shown = new StringBuilder();
    List<Class<?>> types = both.types();
    for (int i = 0; i < types.size(); i++) {
      boolean array = types.get(i).isArray();
      boolean string = types.get(i) == String.class;
      boolean cell = both.cell(i);
      String rust = rust(types.get(i));
      text.append("            let ")
          .append(array || cell ? "mut " : "")
          .append("p" + i)
          .append(": ")
          .append(array || string ? "Vec<" + rust + ">" : rust)
          .append(array || string ? " = list(" : " = one(")
          .append("words[" + (i + 1) + "]);\n");
      arguments.add((array || cell ? "&mut " : string ? "&" : "") + "p" + i);
      if (array) {
        shown.append(" + \";\" + &show(&p" + i + ")");
      } else if (cell) {
        shown.append(" + \";\" + &show(&[p" + i + "])");
      }
    }
    String result =
        method.getReturnType() == void.class
            ? "Ok(()) => String::new()"
            : method.getReturnType().isArray()
                ? "Ok(value) => show(&value)"
                : "Ok(value) => show(&[value])";
    return text.append("            match ")
        .append(module)
        .append("::run(")
        .append(String.join(", ", arguments))
        .append(") {\n                ")
        .append(result)
        .append(shown)
        .append(",\n                Err(_) => \"T\".to_string(),\n            }\n        }")
        .toString();
  }

  private static String rust(Class<?> type) {
    Class<?> one =
        type == String.class ? char.class : type.isArray() ? type.getComponentType() : type;
    return Sort.valueOf(one.getName().toUpperCase(java.util.Locale.ROOT)).rust();
  }

  /** Runs both on inputs and compares. */
  Outcome compare(Map<String, List<Object[]>> inputs) throws Exception {
    StringBuilder lines = new StringBuilder();
    List<String> expected = new ArrayList<>();
    List<String> calls = new ArrayList<>();
    for (Map.Entry<String, List<Object[]>> each : inputs.entrySet()) {
      Both both = methods.get(each.getKey());
      if (both == null || !both.port().done()) {
        continue;
      }
      for (Object[] arguments : each.getValue()) {
        String call =
            each.getKey()
                + java.util.Arrays.stream(arguments)
                    .map(Values::wire)
                    .collect(Collectors.joining(" ", " ", ""));
        String result = java(both, arguments);
        if (result == null) {
          continue;
        }
        lines.append(call).append('\n');
        expected.add(result);
        calls.add(call);
      }
    }
    Path input = folder.resolve("input");
    Files.writeString(input, lines.toString());
    String[] got = run(List.of(folder.resolve("program").toString()), input).split("\n", -1);
    List<String> differences = new ArrayList<>();
    int equal = 0;
    int thrown = 0;
    int left = 0;
    for (int i = 0; i < expected.size(); i++) {
      String rust = i < got.length ? got[i] : "no more lines: " + got[got.length - 1];
      if (expected.get(i).equals(rust)) {
        equal++;
        thrown += rust.equals("T") ? 1 : 0;
      } else if (rust.equals("T")) {
        left++;
        differences.add("LEFT " + calls.get(i) + ": Java gives " + expected.get(i));
      } else {
        differences.add(calls.get(i) + ": Java gives " + expected.get(i) + ", Rust gives " + rust);
      }
    }
    return new Outcome(differences, equal, thrown, left);
  }

  /** What Java gives; null where it has not enough memory. */
  private static String java(Both both, Object[] arguments) {
    Object[] copy = java.util.Arrays.stream(arguments).map(Values::copy).toArray();
    int own = both.java().getParameterCount();
    List<Receiver.Field> fields = both.port().receiver().fields();
    try {
      Object self = null;
      if (!Modifier.isStatic(both.java().getModifiers())) {
        Constructor<?> made = both.java().getDeclaringClass().getDeclaredConstructor();
        made.setAccessible(true);
        self = made.newInstance();
      }
      for (int i = own; i < copy.length; i++) {
        both.field(fields.get(i - own)).set(self, copy[i]);
      }
      Object result = both.java().invoke(self, java.util.Arrays.copyOf(copy, own));
      StringBuilder text = new StringBuilder();
      if (result != null) {
        text.append(result.getClass().isArray() ? "" : "=").append(Values.wire(result));
      }
      for (int i = 0; i < copy.length; i++) {
        if (both.cell(i)) {
          Object now = both.field(fields.get(i - own)).get(self);
          text.append(";=").append(Values.wire(now));
        } else if (copy[i].getClass().isArray()) {
          text.append(';').append(Values.wire(copy[i]));
        }
      }
      return text.toString();
    } catch (InvocationTargetException e) {
      return e.getCause() instanceof OutOfMemoryError ? null : "T";
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    try {
      loader.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether a Rust compiler is here. */
  static boolean compilerIsHere() {
    try {
      Process process =
          new ProcessBuilder("rustc", "--version")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static final String RUNTIME =
      """
      use std::io::BufRead;

      #[derive(Clone, Copy, Debug, PartialEq, Eq)]
      pub enum Refused {
          ToJava,
      }

      trait Wire: Sized {
          fn of(bits: i64) -> Self;
          fn bits(&self) -> i64;
      }

      macro_rules! whole {
          ($($t:ty)*) => {$(
              impl Wire for $t {
                  fn of(bits: i64) -> Self { bits as $t }
                  fn bits(&self) -> i64 { *self as i64 }
              }
          )*};
      }

      whole!(i8 i16 u16 i32 i64);

      impl Wire for bool {
          fn of(bits: i64) -> Self { bits != 0 }
          fn bits(&self) -> i64 { i64::from(*self) }
      }

      impl Wire for f32 {
          fn of(bits: i64) -> Self { f32::from_bits(bits as u32) }
          fn bits(&self) -> i64 {
              if self.is_nan() { 0x7fc0_0000 } else { i64::from(self.to_bits() as i32) }
          }
      }

      impl Wire for f64 {
          fn of(bits: i64) -> Self { f64::from_bits(bits as u64) }
          fn bits(&self) -> i64 {
              if self.is_nan() { 0x7ff8_0000_0000_0000 } else { self.to_bits() as i64 }
          }
      }

      #[allow(dead_code)]
      fn one<T: Wire>(word: &str) -> T {
          T::of(word.parse().unwrap())
      }

      #[allow(dead_code)]
      fn list<T: Wire>(word: &str) -> Vec<T> {
          word[1..].split(',').filter(|one| !one.is_empty()).map(one).collect()
      }

      #[allow(dead_code)]
      fn show<T: Wire>(values: &[T]) -> String {
          let mut text = String::from("=");
          for (i, value) in values.iter().enumerate() {
              if i > 0 {
                  text.push(',');
              }
              text.push_str(&value.bits().to_string());
          }
          text
      }

      fn call(words: &[&str]) -> String {
          match words[0] {
      @DISPATCH@        other => format!("no method {other}"),
          }
      }

      fn main() {
          std::panic::set_hook(Box::new(|_| {}));
          for line in std::io::stdin().lock().lines() {
              let line = line.unwrap();
              let words: Vec<&str> = line.split(' ').collect();
              let result = std::panic::catch_unwind(|| call(&words));
              println!("{}", result.unwrap_or_else(|_| "PANIC".to_string()));
          }
      }
      """;
}
