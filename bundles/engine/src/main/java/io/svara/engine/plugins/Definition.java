package io.svara.engine.plugins;

import io.svara.api.channel.ChannelDescriptor;
import java.util.List;

/**
 * What is known of a connector: kept in the journal, so that its deliveries are accepted while it
 * does not run.
 *
 * @param version of the bundle
 * @param polls whether it must ask for news
 * @param streams whether it holds a connection open
 * @param checks whether it can try an account's settings
 * @param endpointSettings the form of an endpoint, from its Metatype definition
 * @param accountSettings the form of an account
 */
public record Definition(
    ChannelDescriptor descriptor,
    String version,
    boolean polls,
    boolean streams,
    boolean checks,
    List<Setting> endpointSettings,
    List<Setting> accountSettings) {

  /** The same with another form of an account. */
  public Definition withAccountSettings(List<Setting> settings) {
    return new Definition(descriptor, version, polls, streams, checks, endpointSettings, settings);
  }

  /**
   * One field of a form.
   *
   * @param secret whether its value goes to the secret store
   * @param fallback the value where none is given
   */
  public record Setting(
      String name,
      String title,
      String description,
      boolean secret,
      boolean required,
      java.util.Optional<String> fallback) {}
}
