package io.svara.gateway.health;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.svara.engine.desk.Presence;
import io.svara.engine.desk.Readiness;
import io.svara.engine.journal.Journal;
import io.svara.engine.views.Views;
import java.util.function.ToDoubleFunction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Everything that is measured. */
@Component(service = Meters.class)
public final class Meters {
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

  @Activate
  public Meters(
      @Reference Journal journal,
      @Reference Views views,
      @Reference Readiness readiness,
      @Reference Presence presence) {
    new ClassLoaderMetrics().bindTo(registry);
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    gauge("svara.journal.head", "Position of the newest entry", journal, Journal::head);
    gauge(
        "svara.views.lag",
        "Entries that are durable and not yet folded",
        views,
        v -> Math.max(0, v.progress().head() - v.progress().position()));
    gauge(
        "svara.deliveries.waiting",
        "Kept deliveries that are not read yet",
        readiness,
        Readiness::waitingDeliveries);
    gauge(
        "svara.plugins.cutoff",
        "Connectors that failed so often that their deliveries wait",
        readiness,
        r -> r.troubles().size());
    gauge(
        "svara.outbox.waiting",
        "Replies that wait to be sent",
        presence,
        p -> p.accounts().stream().mapToLong(Presence.Account::waiting).sum());
  }

  private <T> void gauge(String name, String description, T of, ToDoubleFunction<T> value) {
    Gauge.builder(name, of, value)
        .description(description)
        .strongReference(true)
        .register(registry);
  }

  /** Where to count. */
  public MeterRegistry registry() {
    return registry;
  }

  /** All of it in Prometheus' text format. */
  String scrape() {
    return registry.scrape();
  }

  @Deactivate
  void close() {
    registry.close();
  }
}
