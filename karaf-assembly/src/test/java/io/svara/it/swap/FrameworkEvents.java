package io.svara.it.swap;

import io.svara.testing.launcher.Distribution;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the OSGi framework tells of its bundles, as Pax Logging writes it into the log. */
final class FrameworkEvents {
  private static final String LEVEL = "org.ops4j.pax.logging.service.frameworkEventsLogLevel";
  private static final String LOGGERS =
      """

      log4j2.pattern = %X{bundle.name} %encode{%m}{CRLF}%n%throwable
      log4j2.logger.bundle-events.name = Events.Bundle
      log4j2.logger.bundle-events.level = DEBUG
      log4j2.logger.framework-events.name = Events.Framework
      log4j2.logger.framework-events.level = DEBUG
      """;
  private static final Pattern EVENT =
      Pattern.compile("(\\S+) (?:Bundle|Framework)Event ([A-Z ]+[A-Z])");

  private final Distribution svara;
  private int seen;

  private FrameworkEvents(Distribution svara) {
    this.svara = svara;
  }

  /** Has them written from the next start on. */
  static FrameworkEvents toldBy(Distribution svara) throws IOException {
    Path logging = svara.home().resolve("etc/org.ops4j.pax.logging.cfg");
    Files.writeString(logging, LOGGERS, StandardOpenOption.APPEND);
    svara.withOptions("-D" + LEVEL + "=DEBUG");
    return new FrameworkEvents(svara);
  }

  /**
   * One event.
   *
   * @param bundle its symbolic name
   * @param what happened to it: {@code UNRESOLVED}
   */
  record Told(String bundle, String what) {}

  /** What was told since this was asked last. */
  List<Told> news() throws IOException {
    List<Told> all =
        svara
            .log()
            .lines()
            .map(EVENT::matcher)
            .filter(Matcher::matches)
            .map(event -> new Told(event.group(1), event.group(2)))
            .toList();
    List<Told> news = all.subList(seen, all.size());
    seen = all.size();
    return news;
  }
}
