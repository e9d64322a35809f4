package io.github.rustfit.readers.source.patterns;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.MethodCallExpr;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who looks at which kind of node. */
final class Detectors {

  /**
   * Detectors at one node; it may look up at what is around the node and down by a fixed number of
   * steps, so that the whole pass stays linear.
   */
  @FunctionalInterface
  interface Look<N extends Node> {
    void at(N node, Scene scene);
  }

  private final Map<Class<? extends Node>, List<Look<Node>>> byKind = new HashMap<>();

  private final Map<String, List<Look<MethodCallExpr>>> byName = new HashMap<>();

  /** Every family of patterns. */
  static Detectors all() {
    Detectors looks = new Detectors();
    BoxingDetectors.register(looks);
    TextDetectors.register(looks);
    CollectionDetectors.register(looks);
    LoopDetectors.register(looks);
    ObjectDetectors.register(looks);
    InputDetectors.register(looks);
    SharingDetectors.register(looks);
    NativeDetectors.register(looks);
    ErrorDetectors.register(looks);
    TypeDetectors.register(looks);
    return looks;
  }

  /** Registers a look at nodes of exactly this class. */
  <N extends Node> void on(Class<N> kind, Look<N> look) {
    byKind
        .computeIfAbsent(kind, k -> new ArrayList<>())
        .add((node, scene) -> look.at(kind.cast(node), scene));
  }

  /** Registers a look at calls of methods with one of these names. */
  void onCall(Set<String> names, Look<MethodCallExpr> look) {
    names.forEach(name -> byName.computeIfAbsent(name, n -> new ArrayList<>()).add(look));
  }

  void at(Node node, Scene scene) {
    if (node instanceof MethodCallExpr call) {
      @Nullable List<Look<MethodCallExpr>> named = byName.get(call.getNameAsString());
      if (named != null) {
        named.forEach(look -> look.at(call, scene));
      }
    }
    @Nullable List<Look<Node>> looks = byKind.get(node.getClass());
    if (looks != null) {
      for (int i = 0; i < looks.size(); i++) {
        looks.get(i).at(node, scene);
      }
    }
  }
}
