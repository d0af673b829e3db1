package io.svara.gateway.web;

import java.util.Locale;
import java.util.Map;

/** The media types of files, by the end of their names. */
final class MediaTypes {
  private static final Map<String, String> BY_END =
      Map.ofEntries(
          Map.entry("html", "text/html;charset=utf-8"),
          Map.entry("js", "text/javascript;charset=utf-8"),
          Map.entry("mjs", "text/javascript;charset=utf-8"),
          Map.entry("css", "text/css;charset=utf-8"),
          Map.entry("json", "application/json"),
          Map.entry("map", "application/json"),
          Map.entry("webmanifest", "application/manifest+json"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("png", "image/png"),
          Map.entry("jpg", "image/jpeg"),
          Map.entry("webp", "image/webp"),
          Map.entry("ico", "image/x-icon"),
          Map.entry("woff2", "font/woff2"),
          Map.entry("md", "text/markdown;charset=utf-8"),
          Map.entry("txt", "text/plain;charset=utf-8"));

  private MediaTypes() {}

  static String of(String path) {
    String end = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return BY_END.getOrDefault(end, "application/octet-stream");
  }

  /** Whether packing it makes it smaller. */
  static boolean isText(String type) {
    return type.startsWith("text/") || type.contains("json") || type.contains("svg");
  }
}
