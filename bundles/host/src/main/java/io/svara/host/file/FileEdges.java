package io.svara.host.file;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.cm.ManagedServiceFactory;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * Reads {@code etc/io.svara.endpoint-NAME.cfg} and {@code etc/io.svara.account-NAME.cfg}. A file is
 * an input: what it defines goes to the journal and its secrets to the store.
 */
@Component(
    service = {},
    immediate = true)
public final class FileEdges {
  private final List<ServiceRegistration<ManagedServiceFactory>> registrations;

  @Activate
  public FileEdges(BundleContext context, @Reference Definitions definitions) {
    registrations =
        Stream.of(Kind.values())
            .map(kind -> new FileEdge(kind, definitions))
            .map(
                edge ->
                    context.registerService(
                        ManagedServiceFactory.class,
                        edge,
                        FrameworkUtil.asDictionary(Map.of(Constants.SERVICE_PID, edge.factory()))))
            .toList();
  }

  @Deactivate
  void stop() {
    registrations.forEach(ServiceRegistration::unregister);
  }
}
