package io.github.rustfit.readers.pprof;

import java.util.ArrayList;
import java.util.List;

/** The fields of a profile that matter here, in the order of the content. */
final class Profile {

  static final int SAMPLE_TYPE = 1;
  static final int SAMPLE = 2;
  static final int MAPPING = 3;
  static final int LOCATION = 4;
  static final int FUNCTION = 5;
  static final int STRING_TABLE = 6;
  static final int DURATION_NANOS = 10;
  static final int PERIOD_TYPE = 11;
  static final int PERIOD = 12;
  private static final int COMMENT = 13;

  /** Longer durations, of a year, are taken for nonsense. */
  private static final long LONGEST_NANOS = 366L * 24 * 3600 * 1_000_000_000;

  /** What a column of numbers counts, as indexes of texts. */
  record ValueType(int type, int unit) {}

  /** A sample's bytes, and where they stand in the content. */
  record RawSample(byte[] field, long offset) {}

  final Tables tables = new Tables();
  final List<ValueType> columns = new ArrayList<>();
  final List<RawSample> samples = new ArrayList<>();
  private final Message.Numbers comments = new Message.Numbers();
  ValueType periodType = new ValueType(0, 0);
  long period;
  private long durationNanos;

  /** Takes one top-level field, as {@link FieldStream} cuts them. */
  void take(byte[] bytes, long offset) throws WireException {
    Message field = new Message(bytes, offset);
    if (!field.next()) {
      return;
    }
    switch (field.field()) {
      case SAMPLE_TYPE -> columns.add(valueType(field.message()));
      case SAMPLE -> samples.add(new RawSample(bytes, offset));
      case LOCATION -> tables.addLocation(field.message());
      case FUNCTION -> tables.addFunction(field.message());
      case STRING_TABLE -> tables.addText(field.text());
      case DURATION_NANOS -> durationNanos = field.number();
      case PERIOD_TYPE -> periodType = valueType(field.message());
      case PERIOD -> period = field.number();
      case COMMENT -> field.numbers(comments);
      default -> {}
    }
  }

  /** Nanoseconds that were recorded; 0 when unknown. */
  long durationNanos() {
    return durationNanos < 0 || durationNanos > LONGEST_NANOS ? 0 : durationNanos;
  }

  /** Whether async-profiler's converter made it, as its comment says. */
  boolean byAsyncProfiler() {
    for (int at = 0; at < comments.size(); at++) {
      long index = comments.get(at);
      String text = index < 0 || index > Integer.MAX_VALUE ? null : tables.text((int) index);
      if ("Produced by async-profiler".equals(text)) {
        return true;
      }
    }
    return false;
  }

  private static ValueType valueType(Message message) throws WireException {
    int type = 0;
    int unit = 0;
    while (message.next()) {
      if (message.field() == 1) {
        type = message.index();
      } else if (message.field() == 2) {
        unit = message.index();
      }
    }
    return new ValueType(type, unit);
  }
}
