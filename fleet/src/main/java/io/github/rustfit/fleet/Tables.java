package io.github.rustfit.fleet;

import io.github.rustfit.fleet.table.FindingRow;
import io.github.rustfit.fleet.table.InputRow;
import io.github.rustfit.fleet.table.Interval;
import io.github.rustfit.fleet.table.LimitRow;
import io.github.rustfit.fleet.table.PortfolioRow;
import io.github.rustfit.fleet.table.ServiceFacts;
import io.github.rustfit.rules.evidence.base.Labels;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * The columns of the tables, in their order. What is unknown is null.
 *
 * @param <T> what a row is made of
 */
final class Tables<T> {

  private record Column<T>(String name, DataType type, Function<T, @Nullable Object> value) {}

  /** What became of each input. */
  static final Tables<InputRow> INPUTS =
      new Tables<InputRow>()
          .text("root", InputRow::root)
          .text("path", InputRow::path)
          .text("via", InputRow::via)
          .text("kind", InputRow::kind)
          .text("sha256", InputRow::sha256)
          .text("status", InputRow::status)
          .text("problem", InputRow::problem)
          .labels();

  /** What became of each limit. */
  static final Tables<LimitRow> LIMITS =
      new Tables<LimitRow>()
          .text("service", LimitRow::service)
          .text("version", LimitRow::version)
          .text("component", LimitRow::component)
          .text("rule", LimitRow::limit)
          .text("level", LimitRow::level)
          .text("state", LimitRow::state)
          .text("measured", LimitRow::measured)
          .text("bound", LimitRow::bound)
          .text("decision", LimitRow::decision)
          .text("message", LimitRow::message);

  /** Each component of each version of each service. */
  static final Tables<PortfolioRow> PORTFOLIO =
      new Tables<PortfolioRow>()
          .text("service", row -> row.service().service())
          .text("version", row -> row.service().version())
          .text("component", PortfolioRow::component)
          .text("verdict", PortfolioRow::verdict)
          .text("gate", PortfolioRow::gate)
          .interval("cpu_share", PortfolioRow::cpu)
          .interval("allocation_share", PortfolioRow::allocation)
          .number("cpu_cores", row -> row.service().process().cpuCores())
          .number("gc_pause_p99_ms", row -> row.service().process().pauseP99Millis())
          .number("gc_pause_share", row -> row.service().process().pauseShare())
          .count("recordings", row -> row.service().process().recordings())
          .count("gc_logs", row -> row.service().process().gcLogs())
          .number("recorded_seconds", row -> row.service().process().recordedSeconds())
          .count("hosts", row -> row.service().hosts())
          .text("first_start", row -> row.service().firstStart())
          .text("last_start", row -> row.service().lastStart())
          .text("top_finding_rule", row -> top(row, FindingRow::rule))
          .text("top_finding_file", row -> top(row, FindingRow::file))
          .count("top_finding_line", row -> top(row, FindingRow::line))
          .text("top_finding", row -> top(row, FindingRow::message))
          .number("top_finding_cost", row -> top(row, FindingRow::cost))
          .interval("removable_cpu_share", PortfolioRow::removable)
          .text("removable_by", PortfolioRow::removableBy)
          .interval("removable_cores", PortfolioRow::removableCores)
          .text("currency", row -> row.service().money().currency())
          .number("instances", row -> row.service().money().instances())
          .number("machines_year", row -> row.service().money().machinesPerYear())
          .number("cpu_year", row -> row.service().money().cpuPerYear())
          .interval("worth_year", PortfolioRow::worthPerYear)
          .interval("port_saving_year", PortfolioRow::saving)
          .text("team", row -> row.service().team())
          .text("owner", PortfolioRow::owner)
          .text("environments", row -> joined(row.service().environments()))
          .count("lines_of_code", PortfolioRow::linesOfCode)
          .number("unattributed_cpu_share", row -> unattributed(row.service()))
          .text("sources", row -> row.service().sources())
          .text("missing", row -> joined(row.service().missing()))
          .text("problem", row -> row.service().problem())
          .text("evidence", row -> row.service().evidence());

  /** Each finding. */
  static final Tables<FindingRow> FINDINGS =
      new Tables<FindingRow>()
          .text("service", FindingRow::service)
          .text("version", FindingRow::version)
          .text("component", FindingRow::component)
          .text("rule", FindingRow::rule)
          .text("id", FindingRow::id)
          .text("level", FindingRow::level)
          .text("file", FindingRow::file)
          .count("line", FindingRow::line)
          .text("message", FindingRow::message)
          .text("remedy", FindingRow::remedy)
          .truth("confirmed", FindingRow::confirmed)
          .truth("process_wide", FindingRow::processWide)
          .interval("cpu_share", FindingRow::cpu)
          .interval("allocation_share", FindingRow::allocation)
          .number("cost", FindingRow::cost);

  private final List<Column<T>> columns = new ArrayList<>();

  private Tables() {}

  private static <V> @Nullable V top(PortfolioRow row, Function<FindingRow, @Nullable V> value) {
    FindingRow finding = row.finding();
    return finding == null ? null : value.apply(finding);
  }

  private static @Nullable Double unattributed(ServiceFacts service) {
    Interval share = service.process().unattributedCpu();
    return share == null ? null : share.value();
  }

  private static @Nullable String joined(List<String> texts) {
    return texts.isEmpty() ? null : String.join(", ", texts);
  }

  private Tables<T> add(String name, DataType type, Function<T, @Nullable Object> value) {
    columns.add(new Column<>(name, type, value));
    return this;
  }

  private Tables<T> text(String name, Function<T, @Nullable String> value) {
    return add(name, DataTypes.StringType, value::apply);
  }

  private Tables<T> number(String name, Function<T, @Nullable Double> value) {
    return add(name, DataTypes.DoubleType, value::apply);
  }

  private Tables<T> count(String name, Function<T, @Nullable Long> value) {
    return add(name, DataTypes.LongType, value::apply);
  }

  private Tables<T> truth(String name, Function<T, Boolean> value) {
    return add(name, DataTypes.BooleanType, value::apply);
  }

  private Tables<T> interval(String name, Function<T, @Nullable Interval> value) {
    return number(name, row -> end(value.apply(row), Interval::value))
        .number(name + "_low", row -> end(value.apply(row), Interval::low))
        .number(name + "_high", row -> end(value.apply(row), Interval::high));
  }

  private static @Nullable Double end(
      @Nullable Interval interval, Function<Interval, Double> which) {
    return interval == null ? null : which.apply(interval);
  }

  @SuppressWarnings("unchecked")
  private Tables<T> labels() {
    for (String name : Labels.NAMES) {
      ((Tables<InputRow>) this).text(name, row -> row.labels().value(name));
    }
    return this;
  }

  /** The columns as Spark has them. */
  StructType schema() {
    return new StructType(
        columns.stream()
            .map(one -> DataTypes.createStructField(one.name, one.type, true))
            .toArray(StructField[]::new));
  }

  /** Names of all columns. */
  List<String> names() {
    return columns.stream().map(Column::name).toList();
  }

  /** A row as Spark has it. */
  Row row(T of) {
    return RowFactory.create(columns.stream().map(one -> one.value.apply(of)).toArray());
  }
}
