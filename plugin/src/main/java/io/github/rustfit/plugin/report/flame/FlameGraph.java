package io.github.rustfit.plugin.report.flame;

import gg.jte.output.StringOutput;
import io.github.rustfit.plugin.report.output.HtmlOutput;
import io.github.rustfit.rules.evidence.profile.Frame;
import io.github.rustfit.rules.evidence.profile.SampleKey;
import io.github.rustfit.rules.evidence.profile.Weight;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import one.convert.Arguments;
import one.convert.CallStack;

/**
 * One page with a flame graph, drawn by async-profiler's converter: every width is what the samples
 * stand for, the root's width their sum.
 *
 * @param fileName name of the page, below the folder of all flame graphs
 * @param title what it shows
 * @param samples weights by stack, all of one kind
 */
public record FlameGraph(
    String fileName, String title, List<Map.Entry<SampleKey, Weight>> samples) {

  /**
   * Frames narrower than this share of the graph, in percent, are not drawn: less than two pixels
   * of a wide screen. It bounds the page; what they weigh is in their callers' widths.
   */
  static final double NARROWEST_PERCENT = 0.05;

  /** Deepest stack: a canvas is at most 32,767 pixels high, and a frame takes 16 of them. */
  static final int DEEPEST = 2_000;

  private static final String CUT = "(frames nearer to the root are left out)";
  private static final String KERNEL = "_[k]";

  public FlameGraph {
    samples = samples.stream().sorted(Map.Entry.comparingByKey()).toList();
    if (samples.stream().map(sample -> sample.getKey().kind()).distinct().count() != 1) {
      throw new IllegalArgumentException("samples of no kind or of several");
    }
  }

  /** Writes the page; equal samples give equal bytes in whatever order they come. */
  public void write(OutputStream out) throws IOException {
    Arguments arguments = new Arguments();
    arguments.title = FlamePage.TITLE;
    arguments.minwidth = NARROWEST_PERCENT;
    one.convert.FlameGraph graph = new one.convert.FlameGraph(arguments);
    samples.forEach(sample -> graph.addSample(stack(sample.getKey()), sample.getValue().amount()));
    ByteArrayOutputStream drawn = new ByteArrayOutputStream();
    graph.dump(drawn);
    String page = drawn.toString(StandardCharsets.UTF_8);
    String unit = samples.get(0).getKey().kind().unit();
    out.write(FlamePage.of(page, escaped(title), unit).getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private static String escaped(String text) {
    StringOutput html = new StringOutput();
    new HtmlOutput(html).writeUserContent(text);
    return html.toString();
  }

  private static CallStack stack(SampleKey key) {
    CallStack stack = new CallStack();
    List<Frame> frames = key.stack();
    int from = Math.min(DEEPEST, frames.size());
    if (from < frames.size()) {
      stack.push(CUT, one.convert.Frame.TYPE_NATIVE);
    }
    for (int i = from - 1; i >= 0; i--) {
      push(stack, frames.get(i));
    }
    if (!key.type().isEmpty()) {
      stack.push(key.type(), one.convert.Frame.TYPE_INLINED); // the legend's "allocated class"
    }
    return stack;
  }

  /** How Java code was compiled is not in the evidence, so all of it has one colour. */
  private static void push(CallStack stack, Frame frame) {
    String method = frame.method();
    if (frame.java()) {
      stack.push(frame.className() + "." + method, one.convert.Frame.TYPE_JIT_COMPILED);
    } else if (method.endsWith(KERNEL)) {
      stack.push(
          method.substring(0, method.length() - KERNEL.length()), one.convert.Frame.TYPE_KERNEL);
    } else {
      stack.push(
          method,
          method.contains("::") ? one.convert.Frame.TYPE_CPP : one.convert.Frame.TYPE_NATIVE);
    }
  }
}
