package io.github.rustfit.readers.source;

import com.github.javaparser.ast.Node;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** Walks over syntax trees. */
final class Trees {

  private Trees() {}

  /** Shows every node, parents before children; a deep tree takes heap, not stack. */
  static void walk(Node root, Consumer<Node> look) {
    Deque<Node> todo = new ArrayDeque<>();
    todo.push(root);
    while (!todo.isEmpty()) {
      Node node = todo.pop();
      look.accept(node);
      List<Node> children = node.getChildNodes();
      for (int i = children.size() - 1; i >= 0; i--) {
        todo.push(children.get(i));
      }
    }
  }
}
