package io.svara.testing.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** A module of a Maven build, as its pom and its target tell. */
record BuiltModule(Path pom, String groupId, String artifactId, String version) {
  private static final Pattern TYPE = Pattern.compile("(-[^.]+)?\\.[A-Za-z].*");

  /** The module of that folder, and all below it. */
  static List<BuiltModule> below(Path folder) throws IOException {
    Path pom = folder.resolve("pom.xml");
    Element project = read(pom);
    List<BuiltModule> all = new ArrayList<>();
    all.add(
        new BuiltModule(
            pom,
            ownOrParents(project, "groupId"),
            text(project, "artifactId"),
            ownOrParents(project, "version")));
    for (Element modules : children(project, "modules")) {
      for (Element module : children(modules, "module")) {
        all.addAll(below(folder.resolve(module.getTextContent().strip())));
      }
    }
    return all;
  }

  String groupFolder() {
    return groupId.replace('.', '/');
  }

  String versionFolder() {
    return String.join("/", groupFolder(), artifactId, version);
  }

  String fileName(String ending) {
    return artifactId + "-" + version + ending;
  }

  /** The packed artifacts, whatever their classifiers; none where the module was not built. */
  List<Path> artifacts() throws IOException {
    Path target = pom.resolveSibling("target");
    if (!Files.isDirectory(target)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(target)) {
      return files
          .filter(file -> isArtifact(file.getFileName().toString()))
          .filter(Files::isRegularFile)
          .sorted()
          .collect(Collectors.toList());
    }
  }

  /**
   * What follows the version is a classifier or the type: {@code .1.jar} would be a later version.
   */
  private boolean isArtifact(String name) {
    return name.startsWith(fileName(""))
        && TYPE.matcher(name.substring(fileName("").length())).matches();
  }

  /** Where Karaf's plugin leaves the features of a module of that packaging. */
  Path feature() {
    return pom.resolveSibling("target/feature/feature.xml");
  }

  private static Element read(Path pom) throws IOException {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(pom.toFile())
          .getDocumentElement();
    } catch (ParserConfigurationException | SAXException unreadable) {
      throw new IOException("No pom of Maven's: " + pom, unreadable);
    }
  }

  private static String ownOrParents(Element project, String name) {
    return children(project, name).isEmpty()
        ? text(children(project, "parent").get(0), name)
        : text(project, name);
  }

  private static String text(Element parent, String name) {
    return children(parent, name).get(0).getTextContent().strip();
  }

  private static List<Element> children(Element parent, String name) {
    List<Element> found = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element && element.getTagName().equals(name)) {
        found.add(element);
      }
    }
    return found;
  }
}
