package io.svara.command;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;

/** The running distribution's shell, over loopback. */
final class Shell {
  private static final int CONNECT_MILLIS = 5_000;
  private static final JsonFactory JSON = new JsonFactory();

  private final Address address;

  Shell(Address address) {
    this.address = address;
  }

  /** Runs one command and waits for its end, however long it takes (a backup may take long). */
  Answer run(String command) throws Refusal {
    try {
      HttpURLConnection connection = (HttpURLConnection) address.shell().toURL().openConnection();
      connection.setConnectTimeout(CONNECT_MILLIS);
      connection.setRequestMethod("POST");
      connection.setInstanceFollowRedirects(false);
      connection.setRequestProperty("Authorization", "Bearer " + address.token());
      connection.setRequestProperty("Content-Type", "application/json");
      connection.setRequestProperty("Accept", "application/json");
      connection.setDoOutput(true);
      try (OutputStream body = connection.getOutputStream();
          JsonGenerator json = JSON.createGenerator(body)) {
        json.writeStartObject();
        json.writeStringField("command", command);
        json.writeEndObject();
      }
      return answer(connection);
    } catch (ConnectException | SocketTimeoutException failure) {
      throw new Refusal(
          "Svara does not answer on "
              + address
              + ". Start it with bin/start, and look into data/log/svara.log.");
    } catch (IOException failure) {
      throw new Refusal("Lost the connection to " + address + ": " + failure.getMessage());
    }
  }

  private Answer answer(HttpURLConnection connection) throws IOException, Refusal {
    int status = connection.getResponseCode();
    switch (status) {
      case HttpURLConnection.HTTP_OK -> {
        try (InputStream body = connection.getInputStream()) {
          return Answer.read(JSON, body);
        }
      }
      case HttpURLConnection.HTTP_UNAUTHORIZED ->
          throw new Refusal(
              "Svara does not know this token: it was revoked, or its user was removed or got a new"
                  + " password. An administrator makes another by POST /api/v1/users/NAME/tokens;"
                  + " set SVARA_TOKEN to it.");
      case HttpURLConnection.HTTP_FORBIDDEN ->
          throw new Refusal(
              "This token may not run commands: use one of an operator or an administrator.");
      case HttpURLConnection.HTTP_NOT_FOUND, HttpURLConnection.HTTP_UNAVAILABLE ->
          throw new Refusal(
              "Svara is starting or stopping, or is another version (HTTP "
                  + status
                  + "). Try again in some seconds, and look into data/log/svara.log.");
      default ->
          throw new Refusal(
              "Svara answered HTTP "
                  + status
                  + " on "
                  + address
                  + ". Look into data/log/svara.log.");
    }
  }
}
