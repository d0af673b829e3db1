package io.svara.engine.presence;

import io.svara.engine.desk.Readiness;
import io.svara.engine.fold.State;
import io.svara.engine.journal.Journal;
import io.svara.engine.plugins.Awaited;
import io.svara.engine.plugins.Connectors;
import io.svara.engine.plugins.Definition;
import io.svara.engine.plugins.Plugin;
import io.svara.engine.plugins.Plugins;
import io.svara.engine.views.Views;
import io.svara.engine.work.Scribe;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Says whether Svara serves. */
@Component
public final class ReadinessDesk implements Readiness {
  /**
   * So many entries behind the journal the views still count as caught up: under load they always
   * trail a little.
   */
  private static final long NEARLY = 1000;

  private final Scribe scribe;
  private final Journal journal;
  private final Views views;
  private final Connectors connectors;
  private final Plugins plugins;
  private final Awaited files;

  @Activate
  public ReadinessDesk(
      @Reference Scribe scribe,
      @Reference Journal journal,
      @Reference Views views,
      @Reference Connectors connectors,
      @Reference Plugins plugins,
      @Reference Awaited files) {
    this.scribe = scribe;
    this.journal = journal;
    this.views = views;
    this.connectors = connectors;
    this.plugins = plugins;
    this.files = files;
  }

  @Override
  public List<String> missing() {
    List<String> missing = new ArrayList<>();
    journal.trouble().ifPresent(missing::add);
    Views.Progress progress = views.progress();
    if (!serves(progress)) {
      missing.add(
          progress
              .trouble()
              .orElse(
                  "The views are at "
                      + progress.position()
                      + " of "
                      + progress.head()
                      + " entries."));
      return missing;
    }
    plugins.all().stream()
        .filter(p -> p.routed() && p.state().equals("installed"))
        .map(Plugin::name)
        .forEach(name -> missing.add("The plugin " + name + " is starting."));
    State state = scribe.state();
    for (Definition running : connectors.running()) {
      String channel = running.descriptor().channel();
      if (state.channel(channel).isEmpty()) {
        missing.add("The connector for " + channel + " is being introduced.");
      }
    }
    missing.addAll(files.awaited());
    return missing;
  }

  @Override
  public List<String> troubles() {
    return plugins.all().stream()
        .filter(plugin -> plugin.state().equals(Plugin.CUT_OFF))
        // Health is for everybody; why it is so stands in the list of plugins, for operators.
        .map(plugin -> "The plugin " + plugin.name() + " " + plugin.version() + " is cut off.")
        .toList();
  }

  /**
   * Views that are folded anew while the old ones still answer, after an erasure, take nothing out
   * of service.
   */
  private boolean serves(Views.Progress progress) {
    return progress.phase() == Views.Phase.LIVE
        || (progress.phase() == Views.Phase.REBUILDING
            && journal.head() - views.position() < NEARLY);
  }

  @Override
  public long waitingDeliveries() {
    return scribe.state().pendingCount();
  }
}
