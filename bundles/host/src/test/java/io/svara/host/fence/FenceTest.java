package io.svara.host.fence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.svara.api.check.DraftCheck;
import io.svara.engine.plugins.Bays;
import io.svara.engine.plugins.Edition;
import io.svara.engine.plugins.Unfit;
import io.svara.host.living.Built;
import io.svara.host.living.Disk;
import io.svara.host.living.LivingHost;
import io.svara.host.plugin.Content;
import io.svara.host.plugin.Nosy;
import io.svara.host.plugin.OddPlugin;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceListener;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.service.cm.ConfigurationAdmin;

/**
 * The fence in a real framework. Each test installs the same bundle twice: as a plugin, and as
 * something that is none and gets all that the plugin must not get.
 */
class FenceTest {
  private static final String PLUGIN = "svara:";
  private static final String NO_PLUGIN = "other:";
  private static final String WANTED = ConfigurationAdmin.class.getName();

  @TempDir Path folder;

  private LivingHost host;

  @BeforeEach
  void starts() throws Exception {
    host = new LivingHost(folder, Map.of());
  }

  @AfterEach
  void stops() throws Exception {
    host.close();
  }

  private Bundle install(String kind, Built built) throws BundleException {
    String name = "bundle-" + host.context().getBundles().length;
    byte[] jar = built.header("Bundle-SymbolicName", name).bytes();
    return host.context().installBundle(kind + name + ":1.0.0", new ByteArrayInputStream(jar));
  }

  private Bundle started(String kind, Built built) throws BundleException {
    Bundle bundle = install(kind, built);
    bundle.start();
    return bundle;
  }

  private static Built empty() {
    return Built.bundle("empty", "1.0.0");
  }

  @Test
  void anOptionalImportIsWiredToTheApiAndThePlatformAndToNothingElse() throws Exception {
    install(NO_PLUGIN, empty().header("Export-Package", "javax.foreign"));
    Built curious =
        empty()
            .header(
                "Import-Package",
                Stream.of(
                        "io.svara.api.channel",
                        "javax.crypto",
                        "org.w3c.dom",
                        "org.slf4j",
                        "org.osgi.framework",
                        "io.svara.engine.journal",
                        "javax.foreign")
                    .map(name -> name + ";resolution:=optional")
                    .collect(java.util.stream.Collectors.joining(",")));
    assertThat(imports(started(PLUGIN, curious)))
        .containsExactlyInAnyOrder("io.svara.api.channel", "javax.crypto", "org.w3c.dom");
    assertThat(imports(started(NO_PLUGIN, curious)))
        .contains("org.slf4j", "org.osgi.framework", "io.svara.engine.journal", "javax.foreign");
  }

  private static List<String> imports(Bundle bundle) {
    return bundle.adapt(BundleWiring.class).getRequiredWires("osgi.wiring.package").stream()
        .map(wire -> (String) wire.getCapability().getAttributes().get("osgi.wiring.package"))
        .toList();
  }

  @Test
  void aPluginThatNeedsMoreThanThatDoesNotStartAndSaysWhatItIs() throws Exception {
    OddPlugin.greedy("odd", "1.0.0").in(folder.resolve("data/svara/plugins"));
    assertThatThrownBy(() -> host.service(Bays.class).begin(Edition.of("odd", "1.0.0")))
        .isInstanceOf(Unfit.class)
        .hasMessageContainingAll("odd 1.0.0", "start", "org.osgi.framework");
    assertThat(host.service(Bays.class).installed()).isEmpty();
  }

  @Test
  void nobodyImportsFromAPluginOrIsAttachedToIt() throws Exception {
    started(PLUGIN, empty().header("Export-Package", "com.example.gift"));
    Built taker = empty().header("Import-Package", "com.example.gift");
    assertThatThrownBy(() -> started(NO_PLUGIN, taker)).isInstanceOf(BundleException.class);
    assertThatThrownBy(() -> started(PLUGIN, taker)).isInstanceOf(BundleException.class);
    Bundle fragment = install(NO_PLUGIN, empty().header("Fragment-Host", "plugged"));
    host.context()
        .installBundle(
            PLUGIN + "plugged:1.0.0",
            new ByteArrayInputStream(Built.bundle("plugged", "1.0.0").bytes()))
        .start();
    assertThat(fragment.getState()).isEqualTo(Bundle.INSTALLED);

    started(NO_PLUGIN, empty().header("Export-Package", "com.example.gift"));
    assertThatCode(() -> started(NO_PLUGIN, taker)).doesNotThrowAnyException();
  }

  @Test
  void twoVersionsOfASingletonRunBesideEachOtherWhenItIsAPlugin() throws Exception {
    assertThat(versionsThatStart(PLUGIN)).isEqualTo(2);
    assertThat(versionsThatStart(NO_PLUGIN)).isEqualTo(1);
  }

  private long versionsThatStart(String kind) {
    return Stream.of("1.0.0", "2.0.0")
        .filter(
            version -> {
              byte[] jar =
                  Built.bundle("lonely-" + kind.charAt(0) + ";singleton:=true", version).bytes();
              try {
                host.context()
                    .installBundle(kind + "lonely:" + version, new ByteArrayInputStream(jar))
                    .start();
                return true;
              } catch (BundleException refused) {
                return false;
              }
            })
        .count();
  }

  @Test
  void aComponentsReferenceToAForeignServiceIsNeverSatisfied() throws Exception {
    assertThat(components(PLUGIN)).containsExactly("Content");
    assertThat(components(NO_PLUGIN)).containsExactlyInAnyOrder("Nosy", "Content");
  }

  /** The one that asks for nothing comes last, so when it is there the other one had its turn. */
  private List<String> components(String kind) throws Exception {
    String service = "<service><provide interface=\"java.lang.Runnable\"/></service>";
    Bundle bundle =
        started(
            kind,
            empty()
                .component(
                    Nosy.class,
                    "",
                    service + "<reference name=\"admin\" interface=\"" + WANTED + "\"/>")
                .component(Content.class, "", service));
    await().until(() -> names(bundle).contains("Content"));
    return names(bundle);
  }

  private static List<String> names(Bundle bundle) {
    return Stream.ofNullable(bundle.getRegisteredServices())
        .flatMap(Stream::of)
        .map(service -> (String) service.getProperty("component.name"))
        .toList();
  }

  @Test
  void aLookUpFindsOnlyThePluginsOwnServices() throws Exception {
    BundleContext plugin = started(PLUGIN, empty()).getBundleContext();
    plugin.registerService(Runnable.class, () -> {}, null);
    assertThat(plugin.getServiceReference(WANTED)).isNull();
    assertThat(plugin.getAllServiceReferences(null, null))
        .singleElement()
        .extracting(ServiceReference::getBundle)
        .isEqualTo(plugin.getBundle());
    BundleContext other = started(NO_PLUGIN, empty()).getBundleContext();
    assertThat(other.getServiceReference(WANTED)).isNotNull();
  }

  @Test
  void aPluginsServiceIsSeenByTheHostAndByNobodyElse() throws Exception {
    BundleContext plugin = started(PLUGIN, empty()).getBundleContext();
    BundleContext another = started(PLUGIN, empty()).getBundleContext();
    BundleContext other = started(NO_PLUGIN, empty()).getBundleContext();
    BundleContext itself = bundle("svara-host").getBundleContext();
    plugin.registerService(DraftCheck.class, new io.svara.host.plugin.BlockingCheck(), null);
    assertThat(another.getServiceReference(DraftCheck.class)).isNull();
    assertThat(other.getServiceReference(DraftCheck.class)).isNull();
    assertThat(itself.getServiceReference(DraftCheck.class)).isNotNull();

    other.registerService(DraftCheck.class, new io.svara.host.plugin.BlockingCheck(), null);
    assertThat(other.getServiceReference(DraftCheck.class)).isNotNull();
  }

  @Test
  void aPluginHearsOfItsOwnServicesOnlyAndOthersNothingOfThem() throws Exception {
    BundleContext plugin = started(PLUGIN, empty()).getBundleContext();
    BundleContext other = started(NO_PLUGIN, empty()).getBundleContext();
    List<String> toPlugin = heard(plugin);
    List<String> toOther = heard(other);
    plugin.registerService(Runnable.class, () -> {}, null).unregister();
    assertThat(toPlugin).containsExactly("plugin 1", "plugin 4");
    assertThat(toOther).isEmpty();
    toPlugin.clear();
    other.registerService(Runnable.class, () -> {}, null).unregister();
    assertThat(toPlugin).isEmpty();
    assertThat(toOther).containsExactly("other 1", "other 4");
  }

  private static List<String> heard(BundleContext context) {
    List<String> heard = new CopyOnWriteArrayList<>();
    ServiceListener listener =
        (ServiceEvent event) -> {
          String location = event.getServiceReference().getBundle().getLocation();
          heard.add((location.startsWith(PLUGIN) ? "plugin " : "other ") + event.getType());
        };
    context.addServiceListener(listener);
    return heard;
  }

  @Test
  void aPluginSeesNoBundleButItself() throws Exception {
    BundleContext plugin = started(PLUGIN, empty()).getBundleContext();
    assertThat(plugin.getBundles()).containsExactly(plugin.getBundle());
    assertThat(plugin.getBundle(0)).isNull();
    List<Bundle> heard = new CopyOnWriteArrayList<>();
    plugin.addBundleListener((SynchronousBundleListener) event -> heard.add(event.getBundle()));
    Bundle other = started(NO_PLUGIN, empty());
    assertThat(heard).isEmpty();
    assertThat(other.getBundleContext().getBundles())
        .contains(plugin.getBundle(), bundle("svara-host"));
  }

  @Test
  void thePluginsOfABundleCacheAreFencedInBeforeTheyStart(@TempDir Path disk) throws Exception {
    Built shipped =
        OddPlugin.built("curious", "1.0.0")
            .header(
                "Import-Package",
                "io.svara.api.channel,io.svara.api.message,io.svara.api.check,"
                    + "org.slf4j;resolution:=optional");
    shipped.in(folder.resolve("data/svara/plugins"));
    host.service(Bays.class).begin(Edition.of("curious", "1.0.0"));
    Disk.afterAKill(folder, disk);
    try (LivingHost next = new LivingHost(disk, Map.of())) {
      Bundle plugin = next.context().getBundle(shipped.location());
      assertThat(plugin.getState()).isEqualTo(Bundle.ACTIVE);
      assertThat(imports(plugin)).hasSize(3).allMatch(name -> name.startsWith("io.svara.api."));
    }
  }

  @Test
  void noPluginRunsWithoutItsFence() throws Exception {
    Bundle plugin = started(PLUGIN, empty());
    bundle("svara-host").stop();
    assertThat(plugin.getState()).isEqualTo(Bundle.RESOLVED);
  }

  private Bundle bundle(String name) {
    Optional<Bundle> found =
        Stream.of(host.context().getBundles())
            .filter(bundle -> name.equals(bundle.getSymbolicName()))
            .findFirst();
    return found.orElseThrow();
  }
}
