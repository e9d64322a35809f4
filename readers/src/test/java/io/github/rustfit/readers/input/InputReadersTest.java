package io.github.rustfit.readers.input;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.rules.evidence.base.InputKind;
import io.github.rustfit.rules.evidence.base.Problem;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputReadersTest {
  @SuppressWarnings("NullAway.Init")
  @TempDir
  Path folder;

  /** A provider. */
  public static final class B extends LineReader {
    @Override
    public InputKind kind() {
      return new InputKind("b");
    }
  }

  /** A provider. */
  public static final class A extends LineReader {
    @Override
    public InputKind kind() {
      return new InputKind("a");
    }
  }

  /** Claims a kind that is taken. */
  public static final class SecondA extends LineReader {
    @Override
    public InputKind kind() {
      return new InputKind("a");
    }
  }

  /** Cannot be made. */
  public static final class Unmakeable extends LineReader {
    /** Fails. */
    public Unmakeable() {
      throw new IllegalStateException("no");
    }
  }

  /** Does not know what it reads. */
  public static final class Kindless extends LineReader {
    @Override
    public InputKind kind() {
      return new InputKind("Not A Kind");
    }
  }

  @Test
  void readers_come_in_order_of_kind_and_broken_ones_are_named() throws IOException {
    InputReaders found = load("B", "NotThere", "A", "Unmakeable", "Kindless");
    assertThat(found.readers()).extracting(reader -> reader.kind().id()).containsExactly("a", "b");
    assertThat(found.problems())
        .extracting(Problem::message)
        .hasSize(3)
        .anyMatch(m -> m.contains("InputReadersTest$NotThere"))
        .anyMatch(m -> m.contains("InputReadersTest$Unmakeable"))
        .anyMatch(m -> m.contains("InputReadersTest$Kindless") && m.contains("'Not A Kind'"));
  }

  @Test
  void of_two_that_claim_one_kind_neither_is_used_whichever_comes_first() throws IOException {
    for (InputReaders found : List.of(load("SecondA", "B", "A"), load("A", "B", "SecondA"))) {
      assertThat(found.readers()).extracting(reader -> reader.kind().id()).containsExactly("b");
      assertThat(found.problems())
          .singleElement()
          .satisfies(
              problem ->
                  assertThat(problem.message())
                      .contains("'a' is claimed by")
                      .contains("$A and")
                      .contains("$SecondA"))
          .extracting(Problem::remedy, InstanceOfAssertFactories.STRING)
          .contains("another kind");
    }
  }

  private InputReaders load(String... names) throws IOException {
    Path services = folder.resolve("META-INF/services");
    Files.createDirectories(services);
    StringBuilder lines = new StringBuilder();
    for (String name : names) {
      lines.append(getClass().getName()).append('$').append(name).append('\n');
    }
    Files.writeString(services.resolve(InputReader.class.getName()), lines);
    ClassLoader onlyFolder =
        new ClassLoader(getClass().getClassLoader()) {
          @Override
          public java.util.Enumeration<URL> getResources(String name) throws IOException {
            return new URLClassLoader(new URL[] {folder.toUri().toURL()}, null).getResources(name);
          }
        };
    return InputReaders.load(onlyFolder);
  }
}
