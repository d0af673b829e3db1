package io.svara.engine.intake;

/** Names of the streams that raw deliveries come in by. */
public final class Sources {
  private Sources() {}

  /** What platforms post to an endpoint. */
  public static String endpoint(String name) {
    return "endpoint:" + name;
  }

  /** What we fetch for an account. */
  public static String feed(String account) {
    return "feed:" + account;
  }
}
