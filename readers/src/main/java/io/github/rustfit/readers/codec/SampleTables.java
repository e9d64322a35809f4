package io.github.rustfit.readers.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonToken;
import io.github.rustfit.rules.evidence.profile.Frame;
import io.github.rustfit.rules.evidence.profile.SampleKey;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import io.github.rustfit.rules.evidence.profile.ThreadSamples;
import io.github.rustfit.rules.evidence.profile.Weight;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The tables of a document: its frames, the tree of its stacks, and samples that point into it. The
 * document that is written or read holds the stacks ({@link StackOutput}, {@link JsonCursor}).
 */
final class SampleTables {

  private static final Form<SampleKind> KIND = Forms.constant(SampleKind.class);

  private SampleTables() {}

  static Form<Object> frames() {
    return table(
        "[class: text, method: text, line: int]",
        out -> {
          for (Frame frame : stacks(out).frames()) {
            out.writeStartArray();
            out.writeString(frame.className());
            out.writeString(frame.method());
            out.writeNumber(frame.line());
            out.writeEndArray();
          }
        },
        in -> {
          in.stacks().addFrame(new Frame(in.string(), in.string(), in.integer()));
          return in;
        });
  }

  static Form<Object> nodes() {
    return table(
        "[caller: int, frame: int]",
        out -> {
          for (int[] node : stacks(out).nodes()) {
            out.writeArray(node, 0, node.length);
          }
        },
        in -> {
          in.stacks().addNode(in.integer(), in.integer());
          return in;
        });
  }

  static Form<Map<SampleKey, Weight>> samples() {
    return Forms.of(
        () ->
            "[["
                + KIND.layout()
                + ", stack: int, type: text, samples: long, amount: long, squares: long], …]",
        (out, samples) -> {
          StackTable stacks = stacks(out);
          List<Row> rows = new ArrayList<>(samples.size());
          samples.forEach(
              (key, weight) -> rows.add(new Row(key, stacks.node(key.stack()), weight)));
          rows.sort(Row.ORDER);
          out.writeStartArray();
          for (Row row : rows) {
            row.write(out);
          }
          out.writeEndArray();
        },
        in -> {
          Map<SampleKey, Weight> samples = new HashMap<>();
          in.expect(JsonToken.START_ARRAY);
          while (in.more()) {
            in.expect(JsonToken.START_ARRAY);
            SampleKey key =
                new SampleKey(KIND.read(in), in.stacks().stack(in.integer()), in.string());
            Weight weight = new Weight(in.number(), in.number(), in.number());
            in.expect(JsonToken.END_ARRAY);
            if (samples.put(key, weight) != null) {
              throw in.failure("the same sample appears twice");
            }
          }
          in.expect(JsonToken.END_ARRAY);
          return samples;
        });
  }

  /** By group of threads, the stacks and numbers of their samples: a row each, which is short. */
  static Form<ThreadSamples> threads() {
    return Forms.of(
        () -> "[[text, stack int, samples long, …], …]",
        (out, threads) -> {
          StackTable stacks = stacks(out);
          SortedMap<String, SortedMap<Integer, Long>> groups = new TreeMap<>();
          threads
              .samples()
              .forEach(
                  (stack, counts) ->
                      counts.forEach(
                          (group, count) ->
                              groups
                                  .computeIfAbsent(group, one -> new TreeMap<>())
                                  .put(stacks.node(stack), count)));
          out.writeStartArray();
          for (Map.Entry<String, SortedMap<Integer, Long>> group : groups.entrySet()) {
            out.writeStartArray();
            out.writeString(group.getKey());
            for (Map.Entry<Integer, Long> row : group.getValue().entrySet()) {
              out.writeNumber(row.getKey());
              out.writeNumber(row.getValue());
            }
            out.writeEndArray();
          }
          out.writeEndArray();
        },
        in -> {
          Map<List<Frame>, SortedMap<String, Long>> samples = new HashMap<>();
          in.expect(JsonToken.START_ARRAY);
          while (in.more()) {
            in.expect(JsonToken.START_ARRAY);
            String group = in.string();
            while (in.more()) {
              SortedMap<String, Long> groups =
                  samples.computeIfAbsent(
                      in.stacks().stack(in.integer()), stack -> new TreeMap<>());
              if (groups.put(group, in.number()) != null) {
                throw in.failure("the same stack appears twice in threads " + group);
              }
            }
            in.expect(JsonToken.END_ARRAY);
          }
          in.expect(JsonToken.END_ARRAY);
          return samples.isEmpty() ? ThreadSamples.EMPTY : new ThreadSamples(samples);
        });
  }

  /** A sample and where its stack ends in the tree; finding that hashes the whole stack. */
  private record Row(SampleKey key, int node, Weight weight) {

    static final Comparator<Row> ORDER =
        Comparator.comparing((Row row) -> row.key.kind())
            .thenComparingInt(Row::node)
            .thenComparing(row -> row.key.type());

    void write(JsonGenerator out) throws IOException {
      out.writeStartArray();
      out.writeString(key.kind().name());
      out.writeNumber(node);
      out.writeString(key.type());
      out.writeNumber(weight.samples());
      out.writeNumber(weight.amount());
      out.writeNumber(weight.squares());
      out.writeEndArray();
    }
  }

  private static StackTable stacks(JsonGenerator out) {
    return ((StackOutput) out).stacks();
  }

  private interface Rows {
    void write(JsonGenerator out) throws IOException;
  }

  private static Form<Object> table(String layout, Rows rows, Forms.Read<Object> row) {
    return Forms.of(
        () -> "[" + layout + ", …]",
        (out, evidence) -> {
          out.writeStartArray();
          rows.write(out);
          out.writeEndArray();
        },
        in -> {
          in.expect(JsonToken.START_ARRAY);
          Object last = "";
          while (in.more()) {
            in.expect(JsonToken.START_ARRAY);
            last = row.from(in);
            in.expect(JsonToken.END_ARRAY);
          }
          in.expect(JsonToken.END_ARRAY);
          return last;
        });
  }
}
