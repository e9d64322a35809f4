package io.github.rustfit.fleet.testing;

import java.io.IOException;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/**
 * The local file system as an object store that fails: it gives no file whose path has {@code gone}
 * in it, and lists no folder whose path has {@code closed} in it.
 */
public final class FailingFileSystem extends LocalFileSystem {

  private static final String PROPERTY = "spark.hadoop.fs.file.impl";
  private static final String UNCACHED = "spark.hadoop.fs.file.impl.disable.cache";

  /** Lets jobs of this JVM use it, or not any more. */
  public static void use(boolean whether) {
    if (whether) {
      System.setProperty(PROPERTY, FailingFileSystem.class.getName());
      System.setProperty(UNCACHED, "true");
    } else {
      System.clearProperty(PROPERTY);
      System.clearProperty(UNCACHED);
    }
  }

  @Override
  public FSDataInputStream open(Path file, int bufferSize) throws IOException {
    if (file.toString().contains("gone")) {
      throw new IOException("503 slow down");
    }
    return super.open(file, bufferSize);
  }

  @Override
  public RemoteIterator<LocatedFileStatus> listLocatedStatus(Path folder) throws IOException {
    if (folder.toString().contains("closed")) {
      throw new IOException("403 forbidden");
    }
    return super.listLocatedStatus(folder);
  }
}
