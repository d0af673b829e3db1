package io.svara.host.plugin;

import java.util.List;

/** The classes of the odd plugin, its activator first. */
public final class OddPlugin {
  public static final List<Class<?>> CLASSES =
      List.of(OddActivator.class, OddChannel.class, OddCheck.class, OddException.class);

  private OddPlugin() {}
}
