package io.svara.channel.email.net;

import io.svara.api.channel.Sockets;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Optional;
import java.util.Properties;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;

/** Gives the mail library the host's connection to one server, and no other. */
public final class HostSockets extends SocketFactory {
  private static final String READING = "30000";

  private final Sockets sockets;
  private final Server server;
  private final Tls tls;
  private HostSocket made;

  /**
   * @param certificate SHA-256 of the one certificate to trust
   */
  public HostSockets(Sockets sockets, Server server, Optional<String> certificate) {
    this.sockets = sockets;
    this.server = server;
    this.tls = new Tls(certificate.filter(pin -> !pin.isBlank()));
  }

  /** The connection that was made last. */
  public HostSocket made() {
    return made;
  }

  /**
   * The library's properties by which it connects through this.
   *
   * @param protocol {@code imap} or {@code smtp}
   */
  public Properties properties(String protocol) {
    String prefix = "mail." + protocol;
    Properties properties = new Properties();
    properties.put(prefix + ".socketFactory", this);
    properties.put(prefix + ".socketFactory.fallback", "false");
    properties.put(prefix + ".ssl.socketFactory", new Upgrade());
    properties.put(prefix + ".timeout", READING);
    return properties;
  }

  @Override
  public Socket createSocket() {
    made = new HostSocket(sockets, server, tls);
    return made;
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    throw elsewhere();
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress from, int fromPort)
      throws IOException {
    throw elsewhere();
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    throw elsewhere();
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort)
      throws IOException {
    throw elsewhere();
  }

  private static IOException elsewhere() {
    return new IOException("Only the account's own server is connected to.");
  }

  /** What STARTTLS asks for: the same connection, safe from now on. */
  private static final class Upgrade extends SSLSocketFactory {
    @Override
    public Socket createSocket(Socket socket, String host, int port, boolean close)
        throws IOException {
      return ((HostSocket) socket).secure();
    }

    @Override
    public String[] getDefaultCipherSuites() {
      return new String[0];
    }

    @Override
    public String[] getSupportedCipherSuites() {
      return new String[0];
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
      throw elsewhere();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort)
        throws IOException {
      throw elsewhere();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
      throw elsewhere();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort)
        throws IOException {
      throw elsewhere();
    }
  }
}
