package io.svara.gateway.health;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Whether {@code /api/v1} answers already. The engine may be ready seconds before, since servlets
 * are set up on the HTTP server's own thread; until then nobody should be sent here. Thread-safe.
 */
@Component(service = Opening.class)
public final class Opening {
  private volatile boolean open;

  @Activate
  public Opening() {}

  /** The interface answers from now on. */
  public void open() {
    open = true;
  }

  /** The interface answers no more. */
  public void close() {
    open = false;
  }

  public boolean isOpen() {
    return open;
  }
}
