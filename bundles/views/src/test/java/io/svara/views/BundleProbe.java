package io.svara.views;

import io.svara.engine.journal.Journal;
import io.svara.engine.views.Projection;
import io.svara.engine.views.Views;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.util.tracker.ServiceTracker;

/**
 * Runs inside the framework in a bundle of its own: brings a journal and a projection, and answers
 * by a type that both sides share.
 */
public final class BundleProbe implements BundleActivator {

  private ServiceTracker<Views, Views> views;

  @Override
  public void start(BundleContext context) {
    TestJournal journal = new TestJournal("probe");
    journal.append("message", "A|Var är min beställning?");
    context.registerService(Journal.class, journal, null);
    context.registerService(Projection.class, new Inbox(1), null);
    context.registerService(Projection.class, new Counter("swaps"), null);
    context.registerService(Projection.class, new Counter("users"), null);
    views = new ServiceTracker<>(context, Views.class, null);
    views.open();
    Callable<String> ask = () -> ask(views.waitForService(20_000), journal.head());
    context.registerService(Callable.class, ask, null);
  }

  private static String ask(Views views, long head) throws InterruptedException {
    if (!views.await(head, Duration.ofSeconds(20))) {
      return views.progress().toString();
    }
    return views.search(new QueryBuilder("case").text("beställ").build()).ids()
        + " "
        + views.get("case", "A").map(bytes -> new String(bytes, StandardCharsets.UTF_8))
        + " "
        + views.counts("message", "channel", Map.of());
  }

  @Override
  public void stop(BundleContext context) {
    views.close();
  }
}
