package io.svara.gateway.testing;

import io.svara.engine.secrets.Secrets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Secrets that are nowhere but here. */
public final class MemorySecrets implements Secrets {
  private final Map<String, Map<String, String>> byOwner = new ConcurrentHashMap<>();
  private volatile Runnable beforePut = () -> {};

  /** Happens on the thread that keeps a secret, before it is kept. */
  public void beforePut(Runnable happening) {
    beforePut = happening;
  }

  @Override
  public Optional<String> get(String owner, String name) {
    return Optional.ofNullable(byOwner.getOrDefault(owner, Map.of()).get(name));
  }

  @Override
  public void put(String owner, String name, String value) {
    beforePut.run();
    byOwner.computeIfAbsent(owner, key -> new ConcurrentHashMap<>()).put(name, value);
  }

  @Override
  public void forget(String owner) {
    byOwner.remove(owner);
  }

  @Override
  public String toString() {
    return byOwner.toString();
  }
}
