package io.github.rustfit.plugin.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.junit.jupiter.api.Test;
import org.w3c.dom.NodeList;

/** What Eclipse reads of the plugin, so that no project that uses it is shown as broken. */
class EclipseTest {

  private static NodeList elements(String name) throws Exception {
    try (InputStream in =
        EclipseTest.class.getResourceAsStream("/META-INF/m2e/lifecycle-mapping-metadata.xml")) {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(in)
          .getElementsByTagName(name);
    }
  }

  @Test
  void every_goal_is_left_to_builds() throws Exception {
    NodeList goals = elements("goal");
    List<String> ignored =
        IntStream.range(0, goals.getLength())
            .mapToObj(i -> goals.item(i).getTextContent().strip())
            .toList();

    assertThat(elements("ignore").getLength()).isEqualTo(1);
    assertThat(ignored)
        .containsExactlyElementsOf(
            Descriptor.goals().stream()
                .map(MojoDescriptor::getGoal)
                .filter(goal -> !goal.equals("help"))
                .toList());
  }
}
