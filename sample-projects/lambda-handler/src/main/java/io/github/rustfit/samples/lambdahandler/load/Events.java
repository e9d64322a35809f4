package io.github.rustfit.samples.lambdahandler.load;

import java.util.List;
import java.util.SplittableRandom;
import java.util.StringJoiner;

/** Events as the platform delivers them: orders from all countries, of one to eight lines. */
final class Events {
  private static final List<String> PLACES =
      List.of("AT de-AT", "BE fr-BE", "DE de-DE", "ES es-ES", "FR fr-FR", "IT it-IT", "NL nl-NL");

  private static final List<String> ARTICLES = List.of("Olive oil", "Atlas", "Lamp");
  private static final List<String> CATEGORIES = List.of("food", "book", "home");

  private Events() {}

  static String next(int id, SplittableRandom random) {
    String[] place = PLACES.get(random.nextInt(PLACES.size())).split(" ");
    StringJoiner lines = new StringJoiner(",");
    for (int i = 1 + random.nextInt(8); i > 0; i--) {
      int article = random.nextInt(ARTICLES.size());
      lines.add(
          "{\"article\":\""
              + ARTICLES.get(article)
              + "\",\"category\":\""
              + CATEGORIES.get(article)
              + "\",\"quantity\":"
              + (1 + random.nextInt(5))
              + ",\"price\":"
              + random.nextInt(1, 200)
              + ".90}");
    }
    return "{\"id\":\""
        + id
        + "\",\"type\":\"order-placed\",\"detail\":{\"number\":\"R-"
        + (100_000 + id)
        + "\",\"customer\":\"Zo\u00eb M\u00fcller &"
        + " Sons\",\"email\":\"zoe@example.org\",\"country\":\""
        + place[0]
        + "\",\"language\":\""
        + place[1]
        + "\",\"placed\":\"2026-03-"
        + (10 + random.nextInt(20))
        + "\",\"lines\":["
        + lines
        + "]}}";
  }
}
