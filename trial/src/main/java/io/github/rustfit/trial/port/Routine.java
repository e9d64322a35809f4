package io.github.rustfit.trial.port;

import com.sun.source.tree.VariableTree;
import io.github.rustfit.trial.compiler.Compilation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;

/** A method that is ported, with what is found out about it. */
final class Routine {

  private final Compilation.Source source;
  private final Uses uses;
  private final List<VariableElement> parameters = new ArrayList<>();
  private final boolean[] written;
  private List<Integer> onlyRead = List.of();
  private long cells;
  private String name = "";
  private boolean recursive;
  private boolean deep;

  Routine(Compilation.Source source, Facts facts) {
    this.source = source;
    this.uses = Uses.of(facts, source.tree());
    for (VariableTree parameter : source.tree().getParameters()) {
      facts.variable(parameter).ifPresent(parameters::add);
    }
    this.written = new boolean[parameters.size()];
  }

  Compilation.Source source() {
    return source;
  }

  ExecutableElement element() {
    return source.element();
  }

  Uses uses() {
    return uses;
  }

  List<VariableElement> parameters() {
    return parameters;
  }

  /** Notes that its variables are its own. */
  void uses(Map<VariableElement, Routine> owners) {
    parameters.forEach(one -> owners.put(one, this));
    uses.variables().forEach(one -> owners.put(one, this));
  }

  /** Where a variable stands among the parameters. */
  Optional<Integer> index(VariableElement variable) {
    int index = parameters.indexOf(variable);
    return index < 0 ? Optional.empty() : Optional.of(index);
  }

  /** Whether the elements of a parameter's array are written. */
  boolean written(int parameter) {
    return written[parameter];
  }

  /** Notes that they are; whether that is news. */
  boolean write(int parameter) {
    boolean news = !written[parameter];
    written[parameter] = true;
    return news;
  }

  /** Whether a parameter's array is known to the boundary as one that is never written to. */
  boolean onlyRead(int parameter) {
    return onlyRead.contains(parameter);
  }

  /** Notes which ones are. */
  void onlyRead(List<Integer> parameters) {
    onlyRead = List.copyOf(parameters);
  }

  /** Whether a parameter is an array that stands for a value which may change. */
  boolean cell(int parameter) {
    return parameter >= parameters.size() - cells;
  }

  /** Notes how many of the last ones are. */
  void cells(long count) {
    cells = count;
  }

  /** Whether any is. */
  boolean hasCells() {
    return cells > 0;
  }

  /** Its name in Rust. */
  String name() {
    return name;
  }

  void name(String wanted) {
    name = wanted;
  }

  /** Whether it may call itself, by way of others or not. */
  boolean recursive() {
    return recursive;
  }

  void recursive(boolean is) {
    recursive = is;
  }

  /** Whether it is one of those, or calls one: it says how deep calls are. */
  boolean deep() {
    return deep;
  }

  void deep(boolean is) {
    deep = is;
  }
}
