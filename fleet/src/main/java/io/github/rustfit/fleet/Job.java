package io.github.rustfit.fleet;

import io.github.rustfit.fleet.group.EvidenceStore;
import io.github.rustfit.fleet.group.Grouping;
import io.github.rustfit.fleet.group.Judge;
import io.github.rustfit.fleet.group.Judged;
import io.github.rustfit.fleet.group.PolicySet;
import io.github.rustfit.fleet.input.FileReading;
import io.github.rustfit.fleet.input.InputFile;
import io.github.rustfit.fleet.input.LabelSource;
import io.github.rustfit.fleet.input.Piece;
import io.github.rustfit.fleet.input.PieceKey;
import io.github.rustfit.readers.input.InputReaders;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.storage.StorageLevel;
import org.apache.spark.util.SerializableConfiguration;
import scala.Tuple2;

/**
 * What runs on executors: files are read where there is room, the pieces of each service come
 * together in one place, sorted, and are put together and judged there. A task that runs twice does
 * the same twice, and what it writes is written under its final name once.
 */
final class Job {

  /** Files of one task at least; a task has to be set up, too. */
  private static final int FILES_OF_A_TASK = 4;

  /** Bytes of the files of one task at most, more or less. */
  private static final long BYTES_OF_A_TASK = 128L << 20;

  private static final int MOST_TASKS = 20_000;

  private final JavaSparkContext spark;
  private final Broadcast<SerializableConfiguration> hadoop;

  Job(JavaSparkContext spark) {
    this.spark = spark;
    this.hadoop = spark.broadcast(new SerializableConfiguration(spark.hadoopConfiguration()));
  }

  /** What came of each version of each service; kept, so that looking twice does not read twice. */
  JavaRDD<Judged> judged(JobRequest request) {
    int parts = request.partitions() > 0 ? request.partitions() : spark.defaultParallelism();
    int tasks = request.partitions() > 0 ? request.partitions() : tasks(request, parts);
    Broadcast<LabelSource> labels = spark.broadcast(request.labels());
    Broadcast<PolicySet> policies = spark.broadcast(request.policies());
    Broadcast<SerializableConfiguration> conf = hadoop;
    LocalDate today = request.check().today();
    EvidenceStore store = new EvidenceStore(request.out());
    JavaPairRDD<PieceKey, Piece> pieces =
        spark
            .parallelize(request.files(), tasks)
            .mapPartitionsToPair(files -> read(files, labels.value(), conf.value()));
    return pieces
        .repartitionAndSortWithinPartitions(new ByService(parts))
        .values()
        .mapPartitions(
            sorted ->
                Grouping.of(
                    sorted,
                    reading(labels.value(), conf.value()),
                    new Judge(policies.value(), today, extensions()),
                    store,
                    "attempt-" + TaskContext.get().taskAttemptId(),
                    conf.value().value()))
        .persist(StorageLevel.MEMORY_AND_DISK_SER());
  }

  private static int tasks(JobRequest request, int parallelism) {
    long bytes = request.files().stream().mapToLong(InputFile::bytes).sum();
    int files = request.files().size();
    long wanted = Math.max(parallelism * 3L, bytes / BYTES_OF_A_TASK);
    long most = Math.max(parallelism, files / FILES_OF_A_TASK);
    return (int) Math.max(1, Math.min(Math.min(wanted, most), Math.min(MOST_TASKS, files)));
  }

  private static Iterator<Tuple2<PieceKey, Piece>> read(
      Iterator<InputFile> files, LabelSource labels, SerializableConfiguration hadoop)
      throws IOException {
    return new Flat(files, reading(labels, hadoop));
  }

  private static FileReading reading(LabelSource labels, SerializableConfiguration hadoop)
      throws IOException {
    return new FileReading(
        labels.ways(), InputReaders.load(extensions()).readers(), hadoop.value());
  }

  /** Where rules and readers are looked for: what the user gives to the job is seen there. */
  static ClassLoader extensions() {
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    return context == null ? Job.class.getClassLoader() : context;
  }

  /** The pieces of one file after the other, so that no more than those of one are in memory. */
  private static final class Flat implements Iterator<Tuple2<PieceKey, Piece>> {

    private final Iterator<InputFile> files;
    private final FileReading reading;
    private Iterator<Piece> pieces = Collections.emptyIterator();

    Flat(Iterator<InputFile> files, FileReading reading) {
      this.files = files;
      this.reading = reading;
    }

    @Override
    public boolean hasNext() {
      while (!pieces.hasNext() && files.hasNext()) {
        pieces = reading.read(files.next()).iterator();
      }
      return pieces.hasNext();
    }

    @Override
    public Tuple2<PieceKey, Piece> next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      Piece piece = pieces.next();
      return new Tuple2<>(piece.key(), piece);
    }
  }
}
