package io.svara.host.plugin;

/**
 * Named as the activator of a bundle. It cannot be one, because a plugin does not get the
 * framework's types; yet the framework makes it before it finds that out.
 */
public final class BlockingActivator {
  public BlockingActivator() {
    Block.at("constructor");
  }
}
