package io.github.rustfit.rules.rule;

import io.github.rustfit.rules.checklist.Topic;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a rule is about.
 *
 * @param id unique, lower-case words joined by hyphens, e.g. {@code cpu-share}; also the name of
 *     its documentation page
 * @param title a few words
 * @param summary one sentence: what is judged, and when the answer is yes or no
 * @param topic what it speaks to
 * @param role how its answer counts
 * @param needs evidence without which it is not asked
 * @param thresholds the constants it judges by
 */
public record RuleDescriptor(
    String id,
    String title,
    String summary,
    Topic topic,
    Role role,
    Set<Need> needs,
    List<Threshold> thresholds) {

  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  public RuleDescriptor {
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException("not a rule id: '" + id + "'");
    }
    if (title.isBlank() || summary.isBlank()) {
      throw new IllegalArgumentException("rule " + id + " needs a title and a summary");
    }
    EnumSet<Need> inOrder = EnumSet.noneOf(Need.class);
    inOrder.addAll(needs);
    needs = Collections.unmodifiableSet(inOrder);
    thresholds = List.copyOf(thresholds);
  }
}
