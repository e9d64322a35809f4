package io.github.rustfit.cli.project;

import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * What is taken of a POM; empty for what it does not say.
 *
 * @param groupId its own, or its parent's
 * @param artifactId its own
 * @param name for people
 * @param text the rest: the address of the source and the encoding
 * @param modules as they are named, those of profiles left out
 * @param ofProfiles modules of profiles, by the profile's name
 * @param sourceDirectories that it names, tests left out
 */
record Pom(
    String groupId,
    String artifactId,
    String name,
    Text text,
    List<String> modules,
    Map<String, List<String>> ofProfiles,
    List<String> sourceDirectories) {

  /** The address of the source, and the encoding of the sources. */
  record Text(String scm, String encoding) {}

  static final Pom EMPTY = new Pom("", "", "", new Text("", ""), List.of(), Map.of(), List.of());

  Pom {
    modules = List.copyOf(modules);
    ofProfiles = Collections.unmodifiableMap(new TreeMap<>(ofProfiles));
    sourceDirectories = List.copyOf(sourceDirectories);
  }

  String scm() {
    return text.scm();
  }

  String encoding() {
    return text.encoding();
  }

  /** Reads one; nothing of it if it is no POM. It is input from anywhere: no entity is resolved. */
  static Pom at(Path file) {
    String xml = Folders.text(file).orElse("");
    if (xml.isBlank()) {
      return EMPTY;
    }
    XMLInputFactory factory = XMLInputFactory.newInstance();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    try {
      XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(xml));
      return of(reader);
    } catch (XMLStreamException e) {
      return EMPTY;
    }
  }

  private static Pom of(XMLStreamReader reader) throws XMLStreamException {
    Deque<String> path = new ArrayDeque<>();
    Map<String, String> values = new HashMap<>();
    List<String> modules = new ArrayList<>();
    List<String> sources = new ArrayList<>();
    Map<String, List<String>> ofProfiles = new TreeMap<>();
    List<String> ofThis = new ArrayList<>();
    String profile = "";
    StringBuilder text = new StringBuilder();
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          path.addLast(reader.getLocalName());
          text.setLength(0);
        }
        case XMLStreamConstants.CHARACTERS -> text.append(reader.getText());
        case XMLStreamConstants.END_ELEMENT -> {
          String where = String.join("/", path);
          String value = text.toString().strip();
          text.setLength(0);
          path.removeLast();
          switch (where) {
            case "project/modules/module" -> modules.add(value);
            case "project/profiles/profile/id" -> profile = value;
            case "project/profiles/profile/modules/module" -> ofThis.add(value);
            case "project/profiles/profile" -> {
              if (!ofThis.isEmpty()) {
                ofProfiles.put(profile, List.copyOf(ofThis));
              }
              ofThis.clear();
              profile = "";
            }
            case "project/build/sourceDirectory" -> sources.add(value);
            default -> values.putIfAbsent(where, value);
          }
        }
        default -> {}
      }
    }
    return new Pom(
        values.getOrDefault("project/groupId", values.getOrDefault("project/parent/groupId", "")),
        values.getOrDefault("project/artifactId", ""),
        values.getOrDefault("project/name", ""),
        new Text(
            values.getOrDefault("project/scm/url", ""),
            values.getOrDefault("project/properties/project.build.sourceEncoding", "")),
        modules,
        ofProfiles,
        sources);
  }
}
