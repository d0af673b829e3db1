package io.svara.shell;

import io.svara.engine.desk.Deliveries;
import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;

/** Completes the ids of the newest deliveries in quarantine. */
@Service
public final class QuarantinedDeliveries implements Completer {
  private static final int SOME = 50;

  @Reference private Deliveries deliveries;

  @Override
  public int complete(Session session, CommandLine line, List<String> candidates) {
    List<String> ids =
        deliveries
            .list(
                Optional.empty(), Optional.of(Deliveries.State.QUARANTINED), SOME, Optional.empty())
            .items()
            .stream()
            .map(Deliveries.Delivery::id)
            .toList();
    return new StringsCompleter(ids).complete(session, line, candidates);
  }
}
