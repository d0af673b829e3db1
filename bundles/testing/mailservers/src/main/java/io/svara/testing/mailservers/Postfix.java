package io.svara.testing.mailservers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Takes mails in, carries and delivers them. */
final class Postfix implements AutoCloseable {
  /** The id becomes the subject: of all that there is, it is what no two mails have in common. */
  private static final String FORGETFUL =
      """
      /^Message-ID:[[:space:]]*<?([^>@]+)/ REPLACE Subject: $1
      /^(Subject|References|In-Reply-To|Thread-.*|Auto-Submitted|Precedence|X-.*|List-.*):/ IGNORE
      """;

  private final Path folder;
  private final Path configuration;
  private final int port;
  private final Map<String, Integer> routes = new TreeMap<>();
  private Supervised master;

  private Postfix(Path folder, int port) {
    this.folder = folder;
    this.configuration = folder.resolve("postfix");
    this.port = port;
  }

  static Postfix configure(Path folder, Setup setup, Map<String, String> values)
      throws IOException {
    Postfix postfix = new Postfix(folder, Integer.parseInt(values.get("smtp")));
    Map<String, String> own = new HashMap<>(values);
    own.put("host", setup.host());
    own.put("domains", setup.domains());
    Template.write("main.cf", own, postfix.configuration.resolve("main.cf"));
    Template.write("master.cf", own, postfix.configuration.resolve("master.cf"));
    Files.writeString(
        postfix.configuration.resolve("mailboxes"),
        setup.addresses().entrySet().stream()
            .map(address -> address.getKey() + " " + address.getValue().path() + "\n")
            .collect(Collectors.joining()));
    Files.writeString(
        postfix.configuration.resolve("headers"), setup.isForgetful() ? FORGETFUL : "");
    postfix.writeRoutes();
    return postfix;
  }

  void start() throws IOException {
    Path program =
        Path.of(
            Command.run(Programs.path("postconf"), "-c", file(""), "-h", "daemon_directory")
                .strip());
    master =
        Supervised.start(
            folder.resolve("postfix.out"),
            program.resolve("master").toString(),
            "-s",
            "-c",
            file(""));
  }

  /** Waits until it answers. */
  void awaitAnswering() {
    Greeting.await(port, "220 ", master);
  }

  void route(String domain, int smtp) throws IOException {
    routes.put(domain, smtp);
    writeRoutes();
    if (master.isRunning()) {
      Command.run(Programs.path("postfix"), "-c", file(""), "reload");
    }
  }

  private void writeRoutes() throws IOException {
    Files.writeString(
        configuration.resolve("routes"),
        routes.entrySet().stream()
            .map(route -> route.getKey() + " smtp:[127.0.0.1]:" + route.getValue() + "\n")
            .collect(Collectors.joining()));
  }

  /** Tries at once to deliver what waits. */
  void flush() throws IOException {
    Command.run(Programs.path("postqueue"), "-c", file(""), "-f");
  }

  /** What waits, as {@code postqueue -p} prints it. */
  String queue() throws IOException {
    return Command.run(Programs.path("postqueue"), "-c", file(""), "-p");
  }

  private String file(String name) {
    return configuration.resolve(name).toString();
  }

  Supervised process() {
    return master;
  }

  @Override
  public void close() throws IOException {
    if (master != null) {
      master.close();
    }
  }
}
