package io.github.rustfit.fleet;

import io.github.rustfit.fleet.input.PieceKey;
import java.util.Objects;
import org.apache.spark.Partitioner;
import org.jspecify.annotations.Nullable;

/** Brings all versions of a service into one partition. */
final class ByService extends Partitioner {

  private static final long serialVersionUID = 1;

  private final int partitions;

  ByService(int partitions) {
    this.partitions = partitions;
  }

  @Override
  public int numPartitions() {
    return partitions;
  }

  @Override
  public int getPartition(Object key) {
    return Math.floorMod(((PieceKey) key).service().hashCode(), partitions);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ByService same && same.partitions == partitions;
  }

  @Override
  public int hashCode() {
    return Objects.hash(partitions);
  }
}
