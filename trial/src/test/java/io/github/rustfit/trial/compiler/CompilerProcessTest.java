package io.github.rustfit.trial.compiler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes over to the process and comes back, in this one. */
class CompilerProcessTest {

  private static final String SOURCE =
      """
      package p;
      enum Side { LEFT, RIGHT }
      final class T {
        static long m(int[] all, Side side, T other) {
          long sum = Long.rotateLeft(all.length, 3) + side.ordinal() + other.hashCode();
          int[] copy = java.util.Arrays.copyOf(all, all.length).clone();
          System.arraycopy(all, 0, copy, 0, all.length);
          do { sum += copy[0]--; } while (copy[0] > 0);
          int more = 2;
          more += (int) Math.sqrt(sum);
          synchronized (other) { more++; }
          if (other instanceof T) { throw new IllegalStateException(String.valueOf(more)); }
          Object[] boxes = { more, (Object) null };
          java.util.function.IntUnaryOperator f = Math::abs;
          assert more > 0;
          return boxes.length + f.applyAsInt(more);
        }
      }
      """;

  @Test
  void a_question_is_answered(@TempDir Path folder) throws Exception {
    Path source = folder.resolve("T.java");
    Files.writeString(source, SOURCE);
    Path asked = folder.resolve("question");
    Path answered = folder.resolve("answers");
    Question question =
        new Question(
            "UTF-8",
            List.of(),
            List.of(),
            Map.of("p.T", source.toString(), "p.Side", source.toString()),
            List.of("p.Nothing"),
            List.of(new Question.Method("p.T", "m", 4), new Question.Method("p.T", "n", 4)));
    try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(asked))) {
      question.write(out);
    }

    CompilerProcess.main(new String[] {asked.toString(), answered.toString()});

    try (DataInputStream in = new DataInputStream(Files.newInputStream(answered))) {
      assertThat(in.readInt()).isEqualTo(2);
      Answer first = Answer.read(in);
      assertThat(first.loop()).isTrue();
      assertThat(first.methods()).isEqualTo(1);
      assertThat(first.obstacles())
          .extracting(one -> one.kind() + " " + one.line())
          .contains("DISPATCH 5", "THREADS 11", "DISPATCH 12", "OBJECTS 13", "LAMBDA 14")
          .doesNotContain("DISPATCH 6", "COLLECTION 6", "JDK 7", "JDK 10");
      assertThat(Answer.read(in)).isEqualTo(Answer.NOT_FOUND);
    }
  }

  @Test
  void what_is_no_answer_is_refused(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("answer");
    try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(file))) {
      out.writeBoolean(true);
      out.writeBoolean(true);
      out.writeInt(1);
      out.writeBoolean(true);
      out.writeInt(-5);
    }
    try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
      assertThatThrownBy(() -> Answer.read(in))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("-5");
    }
  }
}
