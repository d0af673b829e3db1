package io.svara.api.channel;

import java.util.List;
import java.util.Locale;
import org.osgi.annotation.versioning.ConsumerType;

/** A connector that can tell what is wrong with an account's settings before they are relied on. */
@ConsumerType
public interface Checking {

  /**
   * Tries the account's settings step by step and changes nothing at the platform. Called when a
   * person asks for it, on a thread of the host, under no lease: the account may be at work
   * meanwhile. What cannot be tried because an earlier step failed is left out.
   *
   * @param language what {@link Finding#words()} are to be in; English where the connector does not
   *     speak it
   */
  List<Finding> check(ChannelHost host, Locale language);

  /**
   * What one step showed.
   *
   * @param step what was tried, in a few words: {@code Name}, {@code Certificate}
   * @param good whether it is as it should be
   * @param words what was found and, where it is wrong, what to do; never a secret
   */
  record Finding(String step, boolean good, String words) {}
}
