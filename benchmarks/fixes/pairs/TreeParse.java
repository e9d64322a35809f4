package pairs;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamReader;
import org.w3c.dom.NodeList;

/** {@code tree-parse}: the prices of an order, in a document that holds much beside them. */
final class TreeParse implements Pair {

  private final DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
  private final XMLInputFactory streams = XMLInputFactory.newInstance();
  private final byte[] order = order();

  TreeParse() throws Exception {}

  private static byte[] order() {
    StringBuilder order = new StringBuilder("<order>");
    int[] prices = Input.numbers(300, 10_000);
    int i = 0;
    for (String name : Input.names(prices.length)) {
      order
          .append("<item id='")
          .append(i)
          .append("'><name>")
          .append(name)
          .append("</name><city>")
          .append(name)
          .append("</city><price>")
          .append(prices[i++])
          .append("</price></item>");
    }
    return order.append("</order>").toString().getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public long before() throws Exception {
    NodeList prices =
        builder.parse(new ByteArrayInputStream(order)).getElementsByTagName("price");
    long sum = 0;
    for (int i = 0; i < prices.getLength(); i++) {
      sum += Integer.parseInt(prices.item(i).getTextContent());
    }
    return sum;
  }

  @Override
  public long after() throws Exception {
    XMLStreamReader reader = streams.createXMLStreamReader(new ByteArrayInputStream(order));
    long sum = 0;
    while (reader.hasNext()) {
      if (reader.next() == XMLStreamReader.START_ELEMENT && reader.getLocalName().equals("price")) {
        sum += Integer.parseInt(reader.getElementText());
      }
    }
    reader.close();
    return sum;
  }
}
