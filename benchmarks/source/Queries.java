import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Random;

/**
 * Keeps a database of the benchmark busy in memory for so many seconds: inserts, look-ups, joins,
 * groups, sorting and text. The numbers drawn are the same in each run.
 */
public final class Queries {

  private static final int CUSTOMERS = 5_000;
  private static final int ORDERS = 50_000;

  private final Connection database;
  private final Random random = new Random(42);

  private Queries(Connection database) {
    this.database = database;
  }

  public static void main(String[] arguments) throws SQLException {
    long end = System.nanoTime() + Long.parseLong(arguments[0]) * 1_000_000_000L;
    try (Connection database = DriverManager.getConnection("jdbc:h2:mem:shop")) {
      Queries queries = new Queries(database);
      queries.fill();
      long rounds = 0;
      long sum = 0;
      while (System.nanoTime() < end) {
        sum += queries.round();
        rounds++;
      }
      System.out.println(rounds + " rounds, sum " + sum);
    }
  }

  private void fill() throws SQLException {
    try (Statement statement = database.createStatement()) {
      statement.execute("CREATE TABLE customer(id INT PRIMARY KEY, name VARCHAR, city VARCHAR)");
      statement.execute(
          "CREATE TABLE orders(id INT PRIMARY KEY, customer INT, placed DATE, amount DECIMAL(12, 2),"
              + " note VARCHAR)");
      statement.execute("CREATE INDEX by_customer ON orders(customer)");
    }
    try (PreparedStatement insert =
        database.prepareStatement("INSERT INTO customer VALUES (?, ?, ?)")) {
      for (int i = 0; i < CUSTOMERS; i++) {
        insert.setInt(1, i);
        insert.setString(2, "Customer " + Integer.toString(random.nextInt(1 << 24), 36));
        insert.setString(3, "City " + random.nextInt(100));
        insert.executeUpdate();
      }
    }
    for (int i = 0; i < ORDERS; i++) {
      order(i);
    }
  }

  private void order(int id) throws SQLException {
    try (PreparedStatement insert =
        database.prepareStatement(
            "MERGE INTO orders VALUES (?, ?, DATEADD(DAY, ?, DATE '2020-01-01'), ?, ?)")) {
      insert.setInt(1, id);
      insert.setInt(2, random.nextInt(CUSTOMERS));
      insert.setInt(3, random.nextInt(1000));
      insert.setBigDecimal(4, java.math.BigDecimal.valueOf(random.nextInt(1_000_000), 2));
      insert.setString(5, "note " + random.nextInt(1000) + " of order " + id);
      insert.executeUpdate();
    }
  }

  private long round() throws SQLException {
    for (int i = 0; i < 200; i++) {
      order(random.nextInt(ORDERS));
    }
    long sum = 0;
    for (int i = 0; i < 200; i++) {
      sum +=
          read(
              "SELECT o.id, c.name FROM orders o JOIN customer c ON c.id = o.customer"
                  + " WHERE c.id = ?",
              random.nextInt(CUSTOMERS));
    }
    sum +=
        read(
            "SELECT c.city, SUM(o.amount), COUNT(*) FROM orders o JOIN customer c"
                + " ON c.id = o.customer GROUP BY c.city HAVING COUNT(*) > ? ORDER BY 2 DESC",
            10);
    sum +=
        read(
            "SELECT id, note FROM orders WHERE UPPER(note) LIKE '%E ' || ? || ' OF%'"
                + " ORDER BY note",
            random.nextInt(1000));
    return sum;
  }

  private long read(String query, int value) throws SQLException {
    long rows = 0;
    try (PreparedStatement select = database.prepareStatement(query)) {
      select.setInt(1, value);
      try (ResultSet result = select.executeQuery()) {
        while (result.next()) {
          rows += result.getString(1).length() + result.getString(2).length();
        }
      }
    }
    return rows;
  }
}
