package calibration.huffman;

import calibration.Kernel;
import calibration.Lcg;
import java.util.Comparator;
import java.util.PriorityQueue;

/** Huffman codes of a text, and its length when they write it. */
public final class Huffman implements Kernel {

  private static final class Node {
    final int symbol;
    final int weight;
    final int least;
    final Node left;
    final Node right;

    Node(int symbol, int weight, int least, Node left, Node right) {
      this.symbol = symbol;
      this.weight = weight;
      this.least = least;
      this.left = left;
      this.right = right;
    }
  }

  private final byte[] text = new byte[20_000];

  /** Makes the text. */
  public Huffman() {
    Lcg random = new Lcg(97);
    for (int i = 0; i < text.length; i++) {
      text[i] = (byte) random.below(1 + random.below(128));
    }
  }

  @Override
  public long run() {
    long bits = 0;
    for (int block = 0; block < text.length; block += 1000) {
      int[] counts = new int[128];
      for (int i = block; i < block + 1000; i++) {
        counts[text[i]]++;
      }
      PriorityQueue<Node> queue =
          new PriorityQueue<>(
              Comparator.<Node>comparingInt(node -> node.weight)
                  .thenComparingInt(node -> node.least));
      for (int symbol = 0; symbol < 128; symbol++) {
        if (counts[symbol] > 0) {
          queue.add(new Node(symbol, counts[symbol], symbol, null, null));
        }
      }
      while (queue.size() > 1) {
        Node a = queue.poll();
        Node b = queue.poll();
        queue.add(new Node(-1, a.weight + b.weight, Math.min(a.least, b.least), a, b));
      }
      String[] codes = new String[128];
      assign(queue.poll(), "", codes);
      StringBuilder out = new StringBuilder();
      for (int i = block; i < block + 1000; i++) {
        out.append(codes[text[i]]);
      }
      for (int i = 0; i < out.length(); i += 13) {
        bits = bits * 31 + out.charAt(i);
      }
      bits += out.length();
    }
    return bits;
  }

  private static void assign(Node node, String code, String[] codes) {
    if (node.left == null) {
      codes[node.symbol] = code;
    } else {
      assign(node.left, code + "0", codes);
      assign(node.right, code + "1", codes);
    }
  }
}
