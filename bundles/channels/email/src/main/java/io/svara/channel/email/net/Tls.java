package io.svara.channel.email.net;

import io.svara.channel.email.net.NotTrusted.Reason;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;

/**
 * Lays TLS over a connection, and says in words why that cannot be.
 *
 * @param pinned SHA-256 of the one certificate to trust, whatever it is for
 */
record Tls(Optional<String> pinned) {

  /** The same connection, safe; its handshake is done. */
  Socket over(Socket socket, String host, int port) throws IOException {
    Trust trust;
    SSLSocket safe;
    try {
      trust = new Trust(pinned);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {trust}, null);
      safe = (SSLSocket) context.getSocketFactory().createSocket(socket, host, port, true);
    } catch (GeneralSecurityException broken) {
      throw new IOException("This Java has no working TLS: " + broken.getMessage(), broken);
    }
    if (pinned.isEmpty()) {
      SSLParameters parameters = safe.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      safe.setSSLParameters(parameters);
    }
    try {
      safe.startHandshake();
      return safe;
    } catch (SSLException | SocketTimeoutException failed) {
      throw notTrusted(trust, host + ":" + port, failed);
    }
  }

  private static NotTrusted notTrusted(Trust trust, String server, IOException failed) {
    Reason reason = reason(trust, failed);
    String subject = trust.shown().map(c -> c.getSubjectX500Principal().getName()).orElse("");
    String fingerprint = trust.shown().map(Fingerprint::of).orElse("");
    String words =
        switch (reason) {
          case NO_TLS -> server + " does not speak TLS: " + failed.getMessage();
          case UNKNOWN ->
              "Nobody whom this machine trusts vouches for the certificate of " + server;
          case EXPIRED -> "The certificate of " + server + " is over, or not yet good";
          case OTHER_NAME -> "The certificate of " + server + " is for another name";
          case NOT_THE_PINNED -> server + " shows another certificate than the account names";
        };
    String shown = subject.isEmpty() ? "" : " (" + subject + ", SHA-256 " + fingerprint + ")";
    return new NotTrusted(reason, subject, fingerprint, words + shown + ".", failed);
  }

  private static Reason reason(Trust trust, Throwable failed) {
    if (trust.shown().isEmpty()) {
      return Reason.NO_TLS;
    }
    for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
      if (cause instanceof Trust.NotPinned) {
        return Reason.NOT_THE_PINNED;
      }
      if (cause instanceof CertificateExpiredException
          || cause instanceof CertificateNotYetValidException
          || (cause instanceof CertPathValidatorException path
              && path.getReason() == CertPathValidatorException.BasicReason.EXPIRED)) {
        return Reason.EXPIRED;
      }
      String said = String.valueOf(cause.getMessage());
      if (said.startsWith("No name matching") || said.startsWith("No subject alternative")) {
        return Reason.OTHER_NAME;
      }
    }
    return Reason.UNKNOWN;
  }
}
