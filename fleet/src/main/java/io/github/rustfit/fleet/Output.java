package io.github.rustfit.fleet;

import io.github.rustfit.fleet.group.EvidenceStore;
import io.github.rustfit.fleet.table.FindingRow;
import io.github.rustfit.fleet.table.InputRow;
import io.github.rustfit.fleet.table.LimitRow;
import io.github.rustfit.fleet.table.PortfolioRow;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;

/** The folder that the job writes to. What another run of it left there is replaced. */
final class Output {

  static final String INPUTS = "inputs.parquet";
  static final String PORTFOLIO = "portfolio.parquet";
  static final String FINDINGS = "findings.parquet";
  static final String LIMITS = "limits.parquet";
  static final String PAGE = "portfolio.html";

  /** Says that the folder is the job's own. */
  static final String MARK = "_rustfit-fleet";

  private static final List<String> OWN =
      List.of(
          INPUTS,
          PORTFOLIO,
          FINDINGS,
          LIMITS,
          PAGE,
          EvidenceStore.FOLDER,
          EvidenceStore.UNFINISHED);

  /** Rows of one file. */
  private static final int ROWS_OF_A_FILE = 1_000_000;

  private final FileSystem system;
  private final Path folder;

  private Output(FileSystem system, Path folder) {
    this.system = system;
    this.folder = folder;
  }

  /** A folder as Hadoop's file systems have it. */
  static Output at(String out, Configuration hadoop) throws IOException {
    Path path = new Path(out);
    FileSystem system = path.getFileSystem(hadoop);
    // Without it the local file system puts a hidden file beside each.
    system.setWriteChecksum(false);
    return new Output(system, system.makeQualified(path));
  }

  /** Where it is. */
  String uri() {
    return folder.toString();
  }

  /** Whether a file lies in it. */
  boolean holds(String uri) {
    return uri.startsWith(folder + "/");
  }

  /**
   * Makes room for the results.
   *
   * @throws FleetException if something of the same name lies there that the job did not write
   */
  void prepare() throws IOException, FleetException {
    Path mark = new Path(folder, MARK);
    if (!system.exists(mark)) {
      for (String name : OWN) {
        if (system.exists(new Path(folder, name))) {
          throw new FleetException(
              "'"
                  + folder
                  + "' holds "
                  + name
                  + ", which this job did not write. Name another"
                  + " folder with --out.");
        }
      }
    }
    system.mkdirs(folder);
    write(MARK, "Written by rustfit's fleet job, which replaces what is beside this file.\n");
    for (String name : OWN) {
      system.delete(new Path(folder, name), true);
    }
    system.mkdirs(new Path(folder, EvidenceStore.UNFINISHED));
    system.mkdirs(new Path(folder, EvidenceStore.FOLDER));
  }

  /** Writes a text file. */
  void write(String name, String text) throws IOException {
    try (OutputStream out = system.create(new Path(folder, name), true)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  /** Takes away what was not finished. */
  void finish() throws IOException {
    system.delete(new Path(folder, EvidenceStore.UNFINISHED), true);
  }

  void portfolio(SparkSession spark, List<PortfolioRow> rows) throws IOException {
    write(spark, PORTFOLIO, Tables.PORTFOLIO, rows);
  }

  void findings(SparkSession spark, List<FindingRow> rows) throws IOException {
    write(spark, FINDINGS, Tables.FINDINGS, rows);
  }

  void limits(SparkSession spark, List<LimitRow> rows) throws IOException {
    write(spark, LIMITS, Tables.LIMITS, rows);
  }

  private <T> void write(SparkSession spark, String name, Tables<T> table, List<T> rows)
      throws IOException {
    List<Row> sorted = rows.stream().sorted().map(table::row).toList();
    write(name, spark.createDataFrame(sorted, table.schema()).coalesce(1));
  }

  /** Writes what became of the inputs, which may be too many for one machine's memory. */
  void inputs(SparkSession spark, JavaRDD<InputRow> rows) throws IOException {
    long count = rows.count();
    int files = (int) Math.max(1, (count + ROWS_OF_A_FILE - 1) / ROWS_OF_A_FILE);
    JavaRDD<Row> sorted = rows.sortBy(row -> row, true, files).map(row -> Tables.INPUTS.row(row));
    write(INPUTS, spark.createDataFrame(sorted, Tables.INPUTS.schema()));
  }

  private void write(String name, Dataset<Row> data) throws IOException {
    Path table = new Path(folder, name);
    data.write().mode(SaveMode.Overwrite).option("compression", "zstd").parquet(table.toString());
    rename(table);
  }

  /** Spark names files by chance; without it, and with stable footers, same rows are same files. */
  private void rename(Path table) throws IOException {
    for (FileStatus one : system.listStatus(table)) {
      Path part = one.getPath();
      if (part.getName().startsWith("part-")) {
        byte[] bytes;
        try (InputStream in = system.open(part)) {
          bytes = StableParquet.of(in.readAllBytes());
        }
        String number = part.getName().split("-", 3)[1];
        try (OutputStream out = system.create(new Path(table, number + ".parquet"), true)) {
          out.write(bytes);
        }
        system.delete(part, false);
      }
    }
  }
}
