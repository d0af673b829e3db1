package io.svara.host.channel;

import io.svara.api.channel.Channel;
import io.svara.engine.plugins.Definition;
import io.svara.host.call.Busy;
import io.svara.host.call.Complaint;
import io.svara.host.call.Lane;
import io.svara.host.call.Work;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.Version;

/**
 * A connector in one version, as a way to its service and never the service itself.
 *
 * @param plugin the symbolic name of its bundle
 * @param budget of the lines that it may log
 */
record Connector(
    BundleContext context,
    ServiceReference<Channel> service,
    String plugin,
    Version version,
    Definition definition,
    Lane lane,
    LineBudget budget) {

  String channel() {
    return definition.descriptor().channel();
  }

  /** As messages name it. */
  String label() {
    return channel() + " " + version;
  }

  /**
   * Starts one call. Its result is empty when the connector went away before the call began: then
   * certainly nothing was done.
   */
  <T> Work<Optional<T>> start(String what, Job<T> job) throws Busy {
    return start(what, () -> {}, job);
  }

  /**
   * As {@link #start(String, Job)}.
   *
   * @param ended run on the call's thread when the call has truly ended
   */
  <T> Work<Optional<T>> start(String what, Runnable ended, Job<T> job) throws Busy {
    return lane.start(
        what,
        () -> {
          try {
            return call(context, service, what, job);
          } finally {
            ended.run();
          }
        });
  }

  /** Holds the service for as long as the job runs. */
  static <T> Optional<T> call(
      BundleContext context, ServiceReference<Channel> service, String what, Job<T> job)
      throws Exception {
    Channel channel = context.getService(service);
    if (channel == null) {
      return Optional.empty();
    }
    try {
      // Libraries inside a connector look for their services and resources here.
      Thread.currentThread().setContextClassLoader(channel.getClass().getClassLoader());
      T answer = job.run(channel);
      if (answer == null) {
        throw new Complaint("it answered " + what + " with null");
      }
      return Optional.of(answer);
    } finally {
      context.ungetService(service);
    }
  }

  /** What is done with the service. */
  interface Job<T> {
    T run(Channel channel) throws Exception;
  }
}
