package io.svara.api.channel;

import java.net.Socket;
import java.time.Duration;
import org.osgi.annotation.versioning.ProviderType;

/** Outgoing connections through the host, for mail servers and the like. */
@ProviderType
public interface Sockets {

  /**
   * Opens a connection and waits until it stands. The host closes it when the call ends, or when
   * the lease is taken away: a reader that waits for its next byte then gets a {@link
   * java.net.SocketException}. TLS, where the protocol wants it, is the connector's to lay over it,
   * and so is a limit for reading ({@link Socket#setSoTimeout}).
   *
   * @param host a name or address that one of {@link ChannelDescriptor#hostSettings()} names with
   *     this port, as in {@code imaps://imap.example.org:993}; without a port the usual one of its
   *     scheme is meant: {@code imap} 143, {@code imaps} 993, {@code smtp} 25, {@code submission}
   *     587, {@code smtps} 465
   * @param timeout until the connection stands
   * @throws Http.NotSent when it was not granted, the name is unknown, nobody listens there or the
   *     time is over; in words that an operator can act on
   */
  Socket connect(String host, int port, Duration timeout) throws Http.NotSent;
}
