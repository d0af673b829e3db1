package io.svara.channel.email;

import io.svara.testing.conformance.Trouble;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A server that takes mail (RFC 5321, 4954), and fails in each of the ways that it may. */
final class FakeSubmission implements AutoCloseable {
  private final ServerSocket server;
  private final Troubled troubled;
  private final Consumer<Taken> taken;
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private final List<Taken> mails = new CopyOnWriteArrayList<>();
  private volatile String login;
  private volatile String refusal = "";
  private volatile boolean over;

  /** A mail with its envelope. */
  record Taken(String from, List<String> to, String mail) {}

  FakeSubmission(Troubled troubled, String user, String password, Consumer<Taken> taken) {
    this.troubled = troubled;
    this.taken = taken;
    this.login = login(user, password);
    try {
      server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
    Thread acceptor = new Thread(this::accept, "fake-submission");
    acceptor.setDaemon(true);
    acceptor.start();
  }

  private static String login(String user, String password) {
    byte[] plain = ("\0" + user + "\0" + password).getBytes(StandardCharsets.UTF_8);
    return Base64.getEncoder().encodeToString(plain);
  }

  int port() {
    return server.getLocalPort();
  }

  List<Taken> mails() {
    return List.copyOf(mails);
  }

  void password(String user, String password) {
    login = login(user, password);
  }

  /**
   * From now on commands that begin so are refused.
   *
   * @param command and, behind a blank, the answer
   */
  void refuses(String command) {
    refusal = command;
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = server.accept();
        open.add(socket);
        Thread talk = new Thread(() -> talk(socket), "fake-submission-talk");
        talk.setDaemon(true);
        talk.start();
      }
    } catch (IOException closed) {
      // The fake is over.
    }
  }

  private void talk(Socket socket) {
    try (socket) {
      Optional<Trouble> trouble = troubled.next();
      if (!over && trouble.filter(Trouble.LOST_BEFORE::equals).isEmpty()) {
        talk(socket, trouble);
      }
    } catch (IOException hungUp) {
      // As clients do.
    }
  }

  private void talk(Socket socket, Optional<Trouble> trouble) throws IOException {
    BufferedReader in =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    OutputStream out = socket.getOutputStream();
    say(out, "220 mail.lumavik.example ESMTP");
    String from = "";
    List<String> to = new ArrayList<>();
    boolean in235 = false;
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String command = line.toUpperCase(Locale.ROOT);
      String[] refused = refusal.split(" ", 2);
      if (refused.length == 2 && line.contains(refused[0])) {
        say(out, refused[1]);
      } else if (command.startsWith("EHLO")) {
        say(out, "250-mail.lumavik.example\r\n250-8BITMIME\r\n250 AUTH PLAIN LOGIN");
      } else if (command.startsWith("AUTH PLAIN")) {
        in235 = line.endsWith(" " + login);
        say(out, in235 ? "235 2.7.0 Welcome" : "535 5.7.8 No such user or password: " + line);
      } else if (command.startsWith("MAIL FROM:")) {
        from = line.substring(10).strip();
        say(out, in235 ? "250 2.1.0 Ok" : "530 5.7.0 Sign in first");
      } else if (command.startsWith("RCPT TO:")) {
        to.add(line.substring(8).replaceAll("[<> ]", ""));
        say(out, "250 2.1.5 Ok");
      } else if (command.equals("DATA")) {
        say(out, "354 Go ahead");
        String mail = data(in);
        if (!end(out, trouble, new Taken(from, List.copyOf(to), mail))) {
          return;
        }
      } else if (command.equals("QUIT")) {
        say(out, "221 2.0.0 Bye");
        return;
      } else {
        say(out, "250 2.0.0 Ok");
      }
    }
  }

  /** What stands before the dot; false where the connection is over. */
  private boolean end(OutputStream out, Optional<Trouble> trouble, Taken mail) throws IOException {
    if (trouble.filter(Trouble.BROKEN::equals).isPresent()) {
      say(out, "451 4.3.0 Queue file write error");
      return true;
    }
    mails.add(mail);
    taken.accept(mail);
    if (trouble.isEmpty()) {
      say(out, "250 2.0.0 Ok: queued");
      return true;
    }
    switch (trouble.get()) {
      case BROKEN_AFTER -> say(out, "421 4.3.2 Service shutting down");
      case NONSENSE -> say(out, "<html>502 Bad Gateway</html>");
      case LATE -> late(out);
      default -> {
        // The connection breaks without an answer.
      }
    }
    return false;
  }

  private void late(OutputStream out) throws IOException {
    try {
      Thread.sleep(10_000);
    } catch (InterruptedException over) {
      return;
    }
    say(out, "250 2.0.0 Ok: queued");
  }

  private static String data(BufferedReader in) throws IOException {
    StringBuilder mail = new StringBuilder();
    for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
      mail.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
    }
    return mail.toString();
  }

  private static void say(OutputStream out, String line) throws IOException {
    out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  @Override
  public void close() {
    over = true;
    try {
      server.close();
      for (Socket socket : open) {
        socket.close();
      }
    } catch (IOException gone) {
      // It is not used again either way.
    }
  }
}
