package io.svara.testing.mailservers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A sign-in by a token, as the RFCs have it on the line. */
final class Sasl {
  private Sasl() {}

  /** The answer to an AUTHENTICATE with an initial response. */
  static String imap(MailServers mail, String mechanism, String user, String token)
      throws IOException {
    String response =
        mechanism.equals("XOAUTH2")
            ? "user=" + user + "\1auth=Bearer " + token + "\1\1"
            : "n,a=" + user + ",\1auth=Bearer " + token + "\1\1";
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), mail.port(Port.IMAP))) {
      socket.setSoTimeout(10_000);
      var lines =
          new java.io.BufferedReader(
              new java.io.InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      lines.readLine();
      socket
          .getOutputStream()
          .write(
              ("a AUTHENTICATE "
                      + mechanism
                      + " "
                      + Base64.getEncoder()
                          .encodeToString(response.getBytes(StandardCharsets.UTF_8))
                      + "\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      String line = lines.readLine();
      while (line != null && line.startsWith("*")) {
        line = lines.readLine();
      }
      return line;
    }
  }
}
