package io.github.rustfit.fleet;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.PageEncodingStats;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;

/**
 * Makes equal rows equal bytes: Parquet's writer lists the encodings of a column in an order that
 * differs from one JVM to the next, for it keeps them in a hash set of constants. They stand in the
 * footer, behind all data, so that nothing else moves.
 */
final class StableParquet {

  /**
   * The length of the footer and the mark that ends a file: see the Parquet format, "File format".
   */
  private static final int TAIL = 8;

  private static final int LENGTH = 4;

  private StableParquet() {}

  /**
   * The same file with the encodings of each column in their own order.
   *
   * @throws IOException if it is no Parquet file with a footer in the open
   */
  static byte[] of(byte[] file) throws IOException {
    if (file.length < TAIL) {
      throw new IOException("no Parquet file");
    }
    int length =
        ByteBuffer.wrap(file, file.length - TAIL, LENGTH).order(ByteOrder.LITTLE_ENDIAN).getInt();
    int begin = file.length - TAIL - length;
    if (length < 0 || begin < 0) {
      throw new IOException("no Parquet file");
    }
    FileMetaData footer = Util.readFileMetaData(new ByteArrayInputStream(file, begin, length));
    for (RowGroup group : footer.getRow_groups()) {
      for (ColumnChunk column : group.getColumns()) {
        sort(column.getMeta_data());
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(file.length);
    out.write(file, 0, begin);
    Util.writeFileMetaData(footer, out);
    byte[] size = new byte[LENGTH];
    ByteBuffer.wrap(size).order(ByteOrder.LITTLE_ENDIAN).putInt(out.size() - begin);
    out.write(size);
    out.write(file, file.length - LENGTH, LENGTH);
    return out.toByteArray();
  }

  private static void sort(ColumnMetaData column) {
    List<Encoding> encodings = new ArrayList<>(column.getEncodings());
    encodings.sort(Comparator.naturalOrder());
    column.setEncodings(encodings);
    if (column.isSetEncoding_stats()) {
      List<PageEncodingStats> stats = new ArrayList<>(column.getEncoding_stats());
      stats.sort(Comparator.naturalOrder());
      column.setEncoding_stats(stats);
    }
  }
}
