package io.github.rustfit.trial.portability;

import io.github.rustfit.rules.component.Member;
import io.github.rustfit.trial.compiler.Question;
import io.github.rustfit.trial.port.Port;
import io.github.rustfit.trial.port.PortText;
import io.github.rustfit.trial.port.Refusal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Ports methods line by line, by the JDK's own compiler in a process of its own: Java's semantics
 * to the letter, or a refusal by file, line and reason.
 */
public final class StraightPorts {

  private static final int MOST_SECONDS = 120;

  private final Code code;

  /** Of this code. */
  public StraightPorts(Code code) {
    this.code = code;
  }

  /**
   * A method that is wanted.
   *
   * @param member the method
   * @param function what it is called in Rust
   */
  public record Wanted(Member member, String function) {}

  /**
   * The ports, one for each method, in their order.
   *
   * @throws IOException if there is no compiler, or it failed; the message says why
   */
  public List<StraightPort> of(List<Wanted> methods) throws IOException {
    if (methods.isEmpty()) {
      return List.of();
    }
    Question question =
        code.question(
            methods.stream()
                .map(
                    wanted ->
                        new Question.Method(
                            wanted.member().className(),
                            wanted.member().method().name(),
                            wanted.member().method().firstLine()))
                .toList());
    List<Port> ports =
        new CompilerRun(MOST_SECONDS)
            .port(question, methods.stream().map(Wanted::function).toList());
    Map<String, String> files = code.files(false);
    List<StraightPort> all = new ArrayList<>();
    for (Port port : ports) {
      all.add(
          new StraightPort(
              port.done() ? PortText.HEAD + port.code() : "",
              port.methods(),
              port.refusals().stream().map(one -> text(one, files)).toList(),
              port.onlyRead(),
              new StraightPort.CalledOn(
                  port.receiver().fields(),
                  port.receiver().obstacles().stream().map(one -> text(one, files)).toList())));
    }
    return all;
  }

  private static String text(Refusal refusal, Map<String, String> files) {
    String file = files.getOrDefault(refusal.className(), refusal.className());
    return file + (refusal.line() > 0 ? ":" + refusal.line() : "") + ": " + refusal.reason();
  }
}
