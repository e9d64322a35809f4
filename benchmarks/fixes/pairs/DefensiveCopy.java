package pairs;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** {@code defensive-copy}: the names of a hundred teams, asked for by one who only reads them. */
final class DefensiveCopy implements Pair {

  private final List<Team> teams = new ArrayList<>();

  DefensiveCopy() {
    List<String> names = Input.names(2000);
    for (int i = 0; i < names.size(); i += 20) {
      teams.add(new Team(names.subList(i, i + 20)));
    }
  }

  private static final class Team {
    private final List<String> names;

    Team(List<String> names) {
      this.names = new ArrayList<>(names);
    }

    List<String> copy() {
      return new ArrayList<>(names);
    }

    List<String> view() {
      return Collections.unmodifiableList(names);
    }
  }

  @Override
  public long before() {
    long sum = 0;
    for (Team team : teams) {
      for (String name : team.copy()) {
        sum += name.length();
      }
    }
    return sum;
  }

  @Override
  public long after() {
    long sum = 0;
    for (Team team : teams) {
      for (String name : team.view()) {
        sum += name.length();
      }
    }
    return sum;
  }
}
