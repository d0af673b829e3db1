package io.svara.channel.email.net;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Whom this machine trusts, or the one certificate that the account names; and it remembers what it
 * was shown, so that people can be told. For one handshake.
 */
final class Trust extends X509ExtendedTrustManager {
  private final X509ExtendedTrustManager usual;
  private final Optional<String> pinned;
  private Optional<X509Certificate> shown = Optional.empty();

  Trust(Optional<String> pinned) throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init((KeyStore) null);
    this.usual =
        Stream.of(factory.getTrustManagers())
            .filter(X509ExtendedTrustManager.class::isInstance)
            .map(X509ExtendedTrustManager.class::cast)
            .findFirst()
            .orElseThrow();
    this.pinned = pinned;
  }

  /** The certificate that the server showed. */
  Optional<X509Certificate> shown() {
    return shown;
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String kind, Socket socket)
      throws CertificateException {
    shown = Optional.of(chain[0]);
    if (pinned.isEmpty()) {
      usual.checkServerTrusted(chain, kind, socket);
    } else if (!Fingerprint.same(pinned.get(), Fingerprint.of(chain[0]))) {
      throw new NotPinned();
    }
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String kind, SSLEngine engine)
      throws CertificateException {
    throw new CertificateException("Connections are made by sockets here.");
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String kind) throws CertificateException {
    throw new CertificateException("A certificate without its connection proves nothing.");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String kind, Socket socket)
      throws CertificateException {
    throw new CertificateException("Nobody connects to us.");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String kind, SSLEngine engine)
      throws CertificateException {
    throw new CertificateException("Nobody connects to us.");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String kind) throws CertificateException {
    throw new CertificateException("Nobody connects to us.");
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return pinned.isPresent() ? new X509Certificate[0] : usual.getAcceptedIssuers();
  }

  /** It is another certificate than the account names. */
  static final class NotPinned extends CertificateException {
    private static final long serialVersionUID = 1L;

    NotPinned() {
      super("It is not the certificate that the account names.");
    }
  }
}
