package io.github.rustfit.samples.tokenauth.load;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

/**
 * Warms the service up, then measures it. Prints {@value #WARM} a few seconds before the measured
 * part starts, and the figures at the end.
 */
public final class LoadDriver {
  /** The line that says the service is warm and about to be measured. */
  public static final String WARM = "warm";

  private static final long SEED = 1;
  private static final int SETTLE_SECONDS = 5;

  private final LoadPlan plan;
  private final Tokens tokens;

  private LoadDriver(LoadPlan plan) throws IOException, GeneralSecurityException {
    this.plan = plan;
    this.tokens = new Tokens(Issuer.read(plan.keys()), new SplittableRandom(SEED));
  }

  /**
   * Runs the plan that the arguments describe, see {@link LoadPlan}.
   *
   * @throws IOException if the service cannot be reached or breaks off
   */
  public static void main(String[] args)
      throws IOException, GeneralSecurityException, InterruptedException, ExecutionException {
    LoadPlan plan = LoadPlan.parse(args);
    LoadDriver driver = new LoadDriver(plan);
    System.out.print(driver.run().report(plan));
  }

  private Latencies run() throws IOException, InterruptedException, ExecutionException {
    long start = System.nanoTime();
    long warm = start + plan.warmUp().toNanos();
    long measuredFrom = warm + TimeUnit.SECONDS.toNanos(SETTLE_SECONDS);
    LoadClient.Schedule schedule =
        new LoadClient.Schedule(start, measuredFrom, measuredFrom + plan.measured().toNanos());

    List<LoadClient> clients = new ArrayList<>();
    List<Future<Void>> senders = new ArrayList<>();
    List<Future<long[]>> receivers = new ArrayList<>();
    ExecutorService threads = Executors.newCachedThreadPool();
    try {
      for (int i = 0; i < plan.connections(); i++) {
        LoadClient client = new LoadClient(plan.port());
        clients.add(client);
        senders.add(threads.submit(client.sender(schedule, plan, tokens, i)));
        receivers.add(threads.submit(client.receiver(schedule)));
      }
      TimeUnit.NANOSECONDS.sleep(warm - System.nanoTime());
      System.out.println(WARM);
      return collect(senders, receivers);
    } finally {
      threads.shutdownNow();
      for (LoadClient client : clients) {
        client.close();
      }
    }
  }

  private static Latencies collect(List<Future<Void>> senders, List<Future<long[]>> receivers)
      throws InterruptedException, ExecutionException {
    for (Future<Void> sender : senders) {
      sender.get();
    }
    LongStream all = LongStream.empty();
    for (Future<long[]> receiver : receivers) {
      all = LongStream.concat(all, LongStream.of(receiver.get()));
    }
    return new Latencies(all.toArray());
  }
}
