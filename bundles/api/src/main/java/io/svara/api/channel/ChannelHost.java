package io.svara.api.channel;

import io.svara.api.message.Tree;
import java.time.InstantSource;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * All that a connector may use of the world, for one call and one account. Not to be kept after the
 * call: it then refuses to work.
 */
@ProviderType
public interface ChannelHost {

  /** The account that this call is for. */
  Account account();

  /** HTTP to the hosts that the descriptor declares and the account's settings grant. */
  Http http();

  /** Connections for protocols that are not HTTP, to hosts that the account's settings grant. */
  Sockets sockets();

  /** The time: the only clock that a connector may read. */
  InstantSource clock();

  /**
   * Lines for the operator, marked with channel, version and account. Never a secret, never a
   * customer's text.
   */
  Log log();

  /** JSON text of a tree. */
  String write(Tree tree);

  /**
   * Reads JSON.
   *
   * @throws RawDelivery.MalformedBody when it is none
   */
  Tree read(String json);

  /** One presence on the platform, with what it was configured with. */
  interface Account {
    /** Svara's name of the account. */
    String name();

    /** The platform's id of it. */
    String platformId();

    /** A setting as configured, or the default that the connector's definition gives it. */
    Optional<String> setting(String name);

    /** A secret of the account or, where the account has none of that name, of its endpoint. */
    Optional<String> secret(String name);

    /**
     * A token to sign in with, of the account's OAuth connection ({@link
     * ChannelDescriptor#connections()}), good for a minute or more. The host renews it when it
     * must; not to be kept beyond the call.
     *
     * @throws AccountRefused when the account was never connected, or the platform renews it no
     *     more: somebody must connect it again; a connector need not catch it where it may throw it
     * @throws Http.NotSent when the platform that renews it cannot be reached
     * @throws Http.NoAnswer when that platform gave no whole answer, or one that is none
     */
    String accessToken() throws AccountRefused, Http.NotSent, Http.NoAnswer;

    /** Replaces a secret durably: for refresh tokens that the platform rotates. */
    void rotate(String name, String value);
  }

  /** A log for operators. */
  interface Log {
    void info(String line);

    void warn(String line);
  }
}
