package io.svara.host.check;

import io.svara.api.check.Draft;
import io.svara.api.check.DraftCheck;
import io.svara.engine.plugins.DraftReaders.Reading;
import io.svara.host.call.Lane;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.Version;

/**
 * A check in one version, as a way to its service and never the service itself.
 *
 * @param plugin the symbolic name of its bundle
 */
record Check(
    BundleContext context,
    ServiceReference<DraftCheck> service,
    String plugin,
    Version version,
    Lane lane) {

  /** Asks it, without waiting. */
  Asked ask(Draft draft) {
    return Asked.start(this, draft);
  }

  /** On the call's own thread; empty when it went away before it was asked. */
  Optional<Reading> read(Draft draft) {
    DraftCheck check = context.getService(service);
    if (check == null) {
      return Optional.empty();
    }
    try {
      Thread.currentThread().setContextClassLoader(check.getClass().getClassLoader());
      return Optional.of(new Reading(check.id(), List.copyOf(check.read(draft)), Optional.empty()));
    } finally {
      context.ungetService(service);
    }
  }
}
