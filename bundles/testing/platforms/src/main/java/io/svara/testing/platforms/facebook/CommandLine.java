package io.svara.testing.platforms.facebook;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** What a person gives who starts the platform by hand. */
record CommandLine(int port, Optional<URI> callback, String appSecret, String verifyToken) {
  private static final String USAGE =
      "Usage: FacebookPlatform PORT [CALLBACK-URL [APP-SECRET [VERIFY-TOKEN]]]";

  static CommandLine parse(String[] arguments) {
    List<String> given = new ArrayList<>(List.of(arguments));
    if (given.isEmpty() || given.size() > 4 || !given.get(0).matches("\\d{1,5}")) {
      throw new IllegalArgumentException(USAGE);
    }
    return new CommandLine(
        Integer.parseInt(given.get(0)),
        given.size() > 1 ? Optional.of(URI.create(given.get(1))) : Optional.empty(),
        given.size() > 2 ? given.get(2) : "app-secret",
        given.size() > 3 ? given.get(3) : "verify-token");
  }

  void run() throws InterruptedException {
    try (FacebookPlatform platform =
        FacebookPlatform.start(FacebookSettings.of(appSecret, verifyToken).onPort(port))) {
      Page page = platform.page("Lumavik Tele");
      System.out.println(
          "Graph API: "
              + platform.baseUrl()
              + "   control page: "
              + platform.baseUrl()
              + "/control");
      System.out.println(
          "Page " + page.name() + ": id " + page.id() + ", access token " + page.accessToken());
      callback.ifPresent(
          address ->
              System.out.println(
                  platform.subscribe(address)
                      ? "Webhooks go to " + address
                      : address
                          + " did not answer the handshake: check the verify token, then subscribe on the control page."));
      new CountDownLatch(1).await();
    }
  }
}
