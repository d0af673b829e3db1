package io.svara.gateway.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The static files of one bundle under one path. Files are kept in memory from their first request
 * on, until the bundle goes.
 */
final class WebRoot {
  private final String path;
  private final Function<String, URL> entries;
  private final Map<String, Optional<WebFile>> files = new ConcurrentHashMap<>();

  /**
   * @param path where it is served, ending with a slash
   * @param entries from a file's path below the root, its address, or null
   */
  WebRoot(String path, Function<String, URL> entries) {
    this.path = path;
    this.entries = entries;
  }

  String path() {
    return path;
  }

  /** The file of that path, which begins with this root's. */
  Optional<WebFile> file(String request) {
    String name = request.substring(path.length());
    if (name.isEmpty()) {
      name = "index.html";
    }
    if (name.contains("..") || name.contains("\\") || name.contains("//") || name.endsWith("/")) {
      return Optional.empty();
    }
    Optional<WebFile> known = files.get(name);
    if (known != null) {
      return known;
    }
    Optional<WebFile> found = load(name);
    // What is not there is not remembered: strangers could ask for endless names.
    if (found.isPresent()) {
      files.put(name, found);
    }
    return found;
  }

  /** Frameworks find a folder by its name alone, too, and it reads as nothing. */
  private boolean isFolder(String name) {
    return entries.apply(name + "/") != null;
  }

  private Optional<WebFile> load(String name) {
    URL url = entries.apply(name);
    if (url == null || isFolder(name)) {
      return Optional.empty();
    }
    try (InputStream in = url.openStream()) {
      return Optional.of(WebFile.of(name, in.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException("The file " + name + " of a bundle cannot be read.", e);
    }
  }
}
