package io.svara.host.fence;

import io.svara.host.shelf.Importable;
import io.svara.host.shelf.PluginJar;
import java.util.Collection;
import java.util.Set;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.hooks.resolver.ResolverHook;
import org.osgi.framework.hooks.resolver.ResolverHookFactory;
import org.osgi.framework.namespace.ExecutionEnvironmentNamespace;
import org.osgi.framework.namespace.NativeNamespace;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;

/**
 * What bundles are wired to (OSGi Core 8, chapter 57): a plugin to the api and the platform only,
 * nobody to a plugin. Called by whichever thread resolves, and holds on to nothing.
 */
final class Wiring implements ResolverHookFactory, ResolverHook {
  /** These say on which machine a bundle runs, and give it nothing of another bundle's. */
  private static final Set<String> MACHINE =
      Set.of(
          ExecutionEnvironmentNamespace.EXECUTION_ENVIRONMENT_NAMESPACE,
          NativeNamespace.NATIVE_NAMESPACE);

  private static final String EXTENDER = "osgi.extender";

  /** Declarative services make a plugin's components. No other extender is its business. */
  private static final String COMPONENTS = "osgi.component";

  @Override
  public ResolverHook begin(Collection<BundleRevision> triggers) {
    return this;
  }

  @Override
  public void filterMatches(BundleRequirement asked, Collection<BundleCapability> offers) {
    Bundle asking = asked.getRevision().getBundle();
    offers.removeIf(offer -> !mayHave(asking, offer));
  }

  private static boolean mayHave(Bundle asking, BundleCapability offer) {
    Bundle offering = offer.getRevision().getBundle();
    if (asking.equals(offering)) {
      return true;
    }
    return !PluginJar.isPlugin(offering)
        && (!PluginJar.isPlugin(asking) || isForPlugins(offer, offering));
  }

  private static boolean isForPlugins(BundleCapability offer, Bundle offering) {
    String namespace = offer.getNamespace();
    return switch (namespace) {
      case PackageNamespace.PACKAGE_NAMESPACE -> {
        String name = (String) offer.getAttributes().get(namespace);
        yield Importable.isApi(name)
            || Importable.isPlatform(name) && offering.getBundleId() == Constants.SYSTEM_BUNDLE_ID;
      }
      case EXTENDER -> COMPONENTS.equals(offer.getAttributes().get(EXTENDER));
      default -> MACHINE.contains(namespace);
    };
  }

  /** Two versions of a plugin run side by side, also where the plugin calls itself a singleton. */
  @Override
  public void filterSingletonCollisions(
      BundleCapability singleton, Collection<BundleCapability> others) {
    if (PluginJar.isPlugin(singleton.getRevision().getBundle())) {
      others.clear();
    } else {
      others.removeIf(other -> PluginJar.isPlugin(other.getRevision().getBundle()));
    }
  }

  /** Whatever can be resolved may be. */
  @Override
  public void filterResolvable(Collection<BundleRevision> candidates) {}

  @Override
  public void end() {}
}
