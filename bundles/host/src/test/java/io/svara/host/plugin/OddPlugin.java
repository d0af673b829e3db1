package io.svara.host.plugin;

import io.svara.api.channel.Channel;
import io.svara.api.check.DraftCheck;
import io.svara.host.living.Built;

/** A plugin that brings the odd connector and the odd check. */
public final class OddPlugin {
  private OddPlugin() {}

  public static Built built(String name, String version) {
    return Built.bundle(name, version)
        .header("Import-Package", "io.svara.api.channel,io.svara.api.message,io.svara.api.check")
        .with(OddException.class)
        .form("io.svara.account.odd", "apiBase")
        .component(OddChannel.class, "", provides(Channel.class))
        .component(OddCheck.class, "", provides(DraftCheck.class));
  }

  /** As above, and it wants what no plugin gets. */
  public static Built greedy(String name, String version) {
    return built(name, version).header("Import-Package", "org.osgi.framework");
  }

  private static String provides(Class<?> service) {
    return "<service><provide interface=\"" + service.getName() + "\"/></service>";
  }
}
