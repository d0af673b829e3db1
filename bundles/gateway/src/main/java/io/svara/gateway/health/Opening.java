package io.svara.gateway.health;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Which parts answer already. The engine may be ready seconds before, since servlets are set up on
 * the HTTP server's own thread, and nobody can sign in to a system without users; until then nobody
 * should be sent here. Thread-safe.
 */
@Component(service = Opening.class)
public final class Opening {
  private final Set<Part> open = ConcurrentHashMap.newKeySet();

  @Activate
  public Opening() {}

  /** What must answer before Svara serves. */
  public enum Part {
    API("The interface /api/v1 is starting."),
    HOOKS("The hooks are starting."),
    FIRST_USER("The first user is being made.");

    private final String words;

    Part(String words) {
      this.words = words;
    }
  }

  /** The part answers from now on. */
  public void open(Part part) {
    open.add(part);
  }

  /** The part answers no more. */
  public void close(Part part) {
    open.remove(part);
  }

  public boolean isOpen() {
    return closed().isEmpty();
  }

  /** What does not answer yet, in words. */
  public Optional<String> closed() {
    return Stream.of(Part.values())
        .filter(part -> !open.contains(part))
        .map(part -> part.words)
        .findFirst();
  }
}
