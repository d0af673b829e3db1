package io.svara.host.plugin;

/** A component that is there for what its description asks for. */
public final class Nosy implements Runnable {
  @Override
  public void run() {}
}
