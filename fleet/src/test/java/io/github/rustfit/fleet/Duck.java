package io.github.rustfit.fleet;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Asks the tables of a run in DuckDB, which has no line of code in common with what wrote them. */
final class Duck implements AutoCloseable {

  private final Connection connection;

  Duck(Path out) throws SQLException {
    connection = DriverManager.getConnection("jdbc:duckdb:");
    for (String table : List.of("portfolio", "findings", "limits", "inputs")) {
      run(
          "CREATE VIEW "
              + table
              + " AS SELECT * FROM read_parquet('"
              + out.toString().replace("'", "''")
              + "/"
              + table
              + ".parquet/*.parquet')");
    }
  }

  void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The rows, each with its values separated by a vertical line; null for null. */
  List<String> rows(String sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      int columns = result.getMetaData().getColumnCount();
      while (result.next()) {
        List<String> values = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
          values.add(String.valueOf(result.getString(i)));
        }
        rows.add(String.join("|", values));
      }
    }
    return rows;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
