package calibration.treap;

import calibration.Kernel;
import calibration.Lcg;

/** A treap of nodes: inserts and removals by rotation, then sums over the tree. */
public final class Treap implements Kernel {

  private static final class Node {
    final int key;
    final int priority;
    Node left;
    Node right;

    Node(int key, int priority) {
      this.key = key;
      this.priority = priority;
    }
  }

  @Override
  public long run() {
    Lcg random = new Lcg(43);
    Node root = null;
    for (int i = 0; i < 12_000; i++) {
      int key = random.below(30_000);
      root = random.below(3) == 0 ? remove(root, key) : insert(root, key, random.below(1 << 30));
    }
    return sum(root, 0);
  }

  private static Node insert(Node node, int key, int priority) {
    if (node == null) {
      return new Node(key, priority);
    }
    if (key < node.key) {
      node.left = insert(node.left, key, priority);
      return node.left.priority > node.priority ? rotateRight(node) : node;
    }
    if (key > node.key) {
      node.right = insert(node.right, key, priority);
      return node.right.priority > node.priority ? rotateLeft(node) : node;
    }
    return node;
  }

  private static Node remove(Node node, int key) {
    if (node == null) {
      return null;
    }
    if (key < node.key) {
      node.left = remove(node.left, key);
      return node;
    }
    if (key > node.key) {
      node.right = remove(node.right, key);
      return node;
    }
    return join(node.left, node.right);
  }

  private static Node join(Node left, Node right) {
    if (left == null) {
      return right;
    }
    if (right == null) {
      return left;
    }
    if (left.priority > right.priority) {
      left.right = join(left.right, right);
      return left;
    }
    right.left = join(left, right.left);
    return right;
  }

  private static Node rotateRight(Node node) {
    Node top = node.left;
    node.left = top.right;
    top.right = node;
    return top;
  }

  private static Node rotateLeft(Node node) {
    Node top = node.right;
    node.right = top.left;
    top.left = node;
    return top;
  }

  private static long sum(Node node, long before) {
    return node == null ? before : sum(node.right, sum(node.left, before) * 31 + node.key);
  }
}
