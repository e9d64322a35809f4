package io.github.rustfit.plugin.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class WaitingTest {

  private static final String CONTENT =
      "<figure><script type=\"application/json\">{\"a\":1}</script><!-- <script> --><p>x</p></figure>";

  @Test
  void nothing_of_it_ends_the_element_or_begins_another() {
    String text = Waiting.text(output -> output.writeContent(CONTENT));
    Element body =
        Jsoup.parse("<script type=\"text/plain\">" + text + "</script><p id=\"after\">y</p>")
            .body();

    assertThat(body.children()).extracting(Element::tagName).containsExactly("p");
    assertThat(body.select("#after")).hasSize(1);
  }

  /** What report.js does: {@code replace(/<\\([/!])/g, "<$1")}. */
  @Test
  void it_comes_back_as_it_was() {
    assertThat(
            Waiting.text(output -> output.writeContent(CONTENT)).replaceAll("<\\\\([/!])", "<$1"))
        .isEqualTo(CONTENT);
  }
}
