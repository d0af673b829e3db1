package io.svara.host.plugin;

/** A component that asks for nothing. */
public final class Content implements Runnable {
  @Override
  public void run() {}
}
