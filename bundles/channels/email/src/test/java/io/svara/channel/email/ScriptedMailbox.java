package io.svara.channel.email;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server with one folder (RFC 3501, as much as is asked of it) that cannot hand out one of its
 * mails, in one of the ways in which servers fail.
 */
final class ScriptedMailbox implements AutoCloseable {
  private static final Pattern FETCH = Pattern.compile("UID FETCH (\\S+) \\(UID (.*)\\)");

  private final ServerSocket server;
  private final Map<Integer, String> mails = new TreeMap<>();
  private final int odd;
  private final Way way;
  private volatile boolean oneMore;
  private volatile boolean tellsNext = true;
  final AtomicInteger connections = new AtomicInteger();

  /** What becomes of a question for the odd mail. */
  enum Way {
    /** The connection ends, whatever of it is asked for. */
    HANGS_UP,
    /** The connection ends where all of it is asked for. */
    HANGS_UP_ON_ALL,
    /** The whole command is refused. */
    REFUSES,
    /** There is an answer without the mail. */
    NIL,
    /** There is an answer that nobody can read. */
    GARBAGE,
    /** A question for sizes that has the mail in it is refused. */
    REFUSES_SIZE,
    /** There is no answer when its size is asked for. */
    NO_SIZE;

    boolean concernsSizes() {
      return this == REFUSES_SIZE || this == NO_SIZE;
    }
  }

  ScriptedMailbox(int mails, int odd, Way way) {
    this.odd = odd;
    this.way = way;
    for (int i = 1; i <= mails; i++) {
      this.mails.put(i, mail(i));
    }
    try {
      server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
    Thread thread = new Thread(this::accept, "scripted-mailbox");
    thread.setDaemon(true);
    thread.start();
  }

  private static String mail(int i) {
    return "From: a@kund.example\r\nMessage-ID: <m" + i + "@kund.example>\r\n\r\nHej\r\n";
  }

  /** One more comes while mails are handed out, and is announced there and nowhere else. */
  void getsOneWhileItAnswers() {
    oneMore = true;
  }

  /** Opening the folder does not tell UIDNEXT. */
  void keepsNextToItself() {
    tellsNext = false;
  }

  int port() {
    return server.getLocalPort();
  }

  private void accept() {
    try {
      while (true) {
        try (Socket client = server.accept()) {
          connections.incrementAndGet();
          talk(client);
        } catch (HungUp asScripted) {
          // And the next one may come.
        }
      }
    } catch (IOException closed) {
      // The mailbox is over.
    }
  }

  private void talk(Socket client) throws IOException {
    BufferedReader in =
        new BufferedReader(
            new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
    OutputStream out = client.getOutputStream();
    say(out, "* OK [CAPABILITY IMAP4rev1] Ready");
    try {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String tag = line.substring(0, line.indexOf(' '));
        String command = line.substring(tag.length() + 1);
        answer(out, tag, command);
      }
    } catch (java.net.SocketException gone) {
      throw new HungUp();
    }
  }

  private void answer(OutputStream out, String tag, String command) throws IOException {
    Matcher fetch = FETCH.matcher(command);
    if (command.startsWith("EXAMINE")) {
      say(out, "* " + mails.size() + " EXISTS");
      say(out, "* OK [UIDVALIDITY 7] Valid");
      if (tellsNext) {
        say(out, "* OK [UIDNEXT " + (mails.size() + 1) + "] Next");
      }
    } else if (command.startsWith("UID SEARCH UID ")) {
      String[] range = command.substring(15).split("[: ]");
      long from = Long.parseLong(range[0]);
      int to = range[1].equals("*") ? Integer.MAX_VALUE : Integer.parseInt(range[1]);
      StringBuilder found = new StringBuilder("* SEARCH");
      mails.keySet().stream()
          .filter(uid -> uid >= from && uid <= to)
          .forEach(uid -> found.append(' ').append(uid));
      say(out, found.toString());
    } else if (fetch.matches() && !fetch(out, fetch.group(1), fetch.group(2))) {
      say(out, tag + " NO [SERVERBUG] Internal error");
      return;
    }
    if (oneMore && command.contains("BODY.PEEK[]")) {
      oneMore = false;
      mails.put(mails.size() + 1, mail(mails.size() + 1));
      say(out, "* " + mails.size() + " EXISTS");
    }
    say(out, tag + " OK Done");
  }

  private boolean fetch(OutputStream out, String set, String what) throws IOException {
    for (String range : set.split(",")) {
      String[] ends = range.split(":");
      for (int uid = Integer.parseInt(ends[0]);
          uid <= Integer.parseInt(ends[ends.length - 1]);
          uid++) {
        if (!one(out, uid, what)) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean one(OutputStream out, int uid, String what) throws IOException {
    String mail = mails.get(uid);
    String head = "* " + uid + " FETCH (UID " + uid + " ";
    if (what.startsWith("RFC822.SIZE")) {
      if (uid == odd && way.concernsSizes()) {
        return way == Way.NO_SIZE;
      }
      say(out, head + "RFC822.SIZE " + mail.length() + ")");
      return true;
    }
    boolean all = what.equals("BODY.PEEK[]");
    String item = what.replace(".PEEK", "").replaceAll("<0\\.\\d+>", "<0>");
    if (uid == odd && !way.concernsSizes() && (all || way == Way.HANGS_UP)) {
      switch (way) {
        case HANGS_UP, HANGS_UP_ON_ALL -> throw new HungUp();
        case REFUSES -> {
          return false;
        }
        case NIL -> say(out, head + item + " NIL)");
        default -> say(out, "* " + uid + " FETCH (UID " + uid + " BODY[ ??? {}");
      }
      return true;
    }
    say(out, head + item + " {" + mail.length() + "}\r\n" + mail + ")");
    return true;
  }

  private static void say(OutputStream out, String line) throws IOException {
    out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  @Override
  public String toString() {
    return way.name().toLowerCase(Locale.ROOT);
  }

  private static final class HungUp extends IOException {
    private static final long serialVersionUID = 1L;
  }
}
