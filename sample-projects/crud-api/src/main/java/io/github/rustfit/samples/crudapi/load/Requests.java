package io.github.rustfit.samples.crudapi.load;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.SplittableRandom;

/** Makes the requests of an ordinary day: mostly reads, now and then a change. */
final class Requests {
  private static final List<String> CITIES =
      List.of("Berlin", "Lagos", "Lima", "Oslo", "Osaka", "Perth", "Pune", "Quito", "Turin");
  private static final List<String> PRODUCTS = List.of("lamp", "chair", "desk", "shelf", "rug");

  private final String base;
  private final int customers;

  Requests(LoadPlan plan) {
    base = "http://localhost:" + plan.port();
    customers = plan.customers();
  }

  HttpRequest createCustomer(SplittableRandom random) {
    return with("/customers").POST(BodyPublishers.ofString(customer(random))).build();
  }

  HttpRequest placeOrder(SplittableRandom random) {
    return with("/orders").POST(BodyPublishers.ofString(order(random))).build();
  }

  /** Any request; the ids that it names were all given out by the preparation of the run. */
  HttpRequest any(SplittableRandom random) {
    int percent = random.nextInt(100);
    long id = 1 + random.nextInt(customers);
    if (percent < 30) {
      return with("/customers/" + id).GET().build();
    } else if (percent < 50) {
      return with("/orders/" + id).GET().build();
    } else if (percent < 65) {
      return with("/customers/" + id + "/orders").GET().build();
    } else if (percent < 80) {
      String page = "&page=" + random.nextInt(5);
      return with("/customers?city=" + pick(CITIES, random) + page).GET().build();
    } else if (percent < 88) {
      return placeOrder(random);
    } else if (percent < 92) {
      return createCustomer(random);
    } else if (percent < 96) {
      return with("/customers/" + id).PUT(BodyPublishers.ofString(customer(random))).build();
    } else {
      String paid = "{\"status\":\"PAID\"}";
      return with("/orders/" + id + "/status").PUT(BodyPublishers.ofString(paid)).build();
    }
  }

  private HttpRequest.Builder with(String path) {
    return HttpRequest.newBuilder(URI.create(base + path))
        .header("Content-Type", "application/json");
  }

  private String order(SplittableRandom random) {
    StringBuilder lines = new StringBuilder();
    for (int left = 1 + random.nextInt(4); left > 0; left--) {
      lines
          .append(lines.isEmpty() ? "" : ",")
          .append("{\"product\":\"")
          .append(pick(PRODUCTS, random))
          .append("\",\"quantity\":")
          .append(1 + random.nextInt(3))
          .append(",\"unitPriceCents\":")
          .append(100 + random.nextInt(20_000))
          .append('}');
    }
    long customer = 1 + random.nextInt(customers);
    return "{\"customerId\":" + customer + ",\"lines\":[" + lines + "]}";
  }

  private static String customer(SplittableRandom random) {
    int number = random.nextInt(1_000_000);
    return "{\"name\":\"Customer %d\",\"email\":\"c%d@example.org\",\"city\":\"%s\"}"
        .formatted(number, number, pick(CITIES, random));
  }

  private static String pick(List<String> values, SplittableRandom random) {
    return values.get(random.nextInt(values.size()));
  }
}
