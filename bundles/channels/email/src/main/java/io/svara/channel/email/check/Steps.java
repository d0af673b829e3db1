package io.svara.channel.email.check;

import io.svara.api.channel.AccountRefused;
import io.svara.api.channel.Checking.Finding;
import io.svara.channel.email.imap.NoFolder;
import io.svara.channel.email.net.Causes;
import io.svara.channel.email.net.NotReached;
import io.svara.channel.email.net.NotTrusted;
import io.svara.channel.email.net.Server;
import io.svara.channel.email.net.Words;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the steps with one server showed, in words. */
final class Steps {
  private final String which;
  private final Phrases phrases;
  private final List<Finding> found = new ArrayList<>();
  private boolean connected;

  /**
   * @param which of the two servers
   */
  Steps(String which, Phrases phrases) {
    this.which = which;
    this.phrases = phrases;
  }

  List<Finding> all() {
    return List.copyOf(found);
  }

  Steps good(String step, String words, Object... values) {
    return add(phrases.say("step." + step), true, phrases.say(words, values));
  }

  Steps bad(String step, String words, Object... values) {
    return add(phrases.say("step." + step), false, phrases.say(words, values));
  }

  private Steps add(String step, boolean good, String words) {
    found.add(new Finding(phrases.say(which) + ": " + step, good, words));
    return this;
  }

  /** Whether the server's name is known. */
  boolean name(Server server) {
    try {
      InetAddress.getByName(server.host());
      good("name", "name.good", server.host());
      return true;
    } catch (UnknownHostException unknown) {
      bad("name", "name.bad", server.host());
      return false;
    }
  }

  /** The connection stands, and is as safe as it is to be. */
  void connected(Server server, boolean safe, boolean pinned) {
    connected = true;
    good("port", "port.good", server);
    good("safety", safe ? pinned ? "safety.pinned" : "safety.good" : "safety.none");
  }

  void folder(String name, int mails) {
    add(phrases.say("step.folder", name), true, phrases.say("folder.good", mails));
  }

  void noFolder(NoFolder missing) {
    add(
        phrases.say("step.folder", missing.folder()),
        false,
        phrases.say("folder.bad", missing.folder(), String.join(", ", missing.there())));
  }

  /** The server refuses, or the account lacks what it would need. */
  void refused(Server server, AccountRefused refused) {
    if (refused.code().equals("no-starttls")) {
      good("port", "port.good", server);
      bad("safety", "safety.STARTTLS", server);
    } else {
      bad("login", "login.bad", refused.getMessage());
    }
  }

  /** Something broke; at which step, its causes tell. */
  void failed(Server server, Exception failed) {
    Optional<NotReached> away = Causes.first(failed, NotReached.class);
    Optional<NotTrusted> unsafe = Causes.first(failed, NotTrusted.class);
    String words = Words.of(String.valueOf(failed.getMessage()));
    if (away.isPresent()) {
      bad("port", "port.bad", server, away.get().getMessage());
    } else if (unsafe.isPresent()) {
      good("port", "port.good", server);
      untrusted(server, unsafe.get());
    } else if (words.contains("STARTTLS is required")) {
      good("port", "port.good", server);
      bad("safety", "safety.STARTTLS", server);
    } else if (connected) {
      bad("port", "broken", words);
    } else {
      bad("port", "greeting.bad", server, words);
    }
  }

  private void untrusted(Server server, NotTrusted unsafe) {
    if (unsafe.reason() == NotTrusted.Reason.NO_TLS) {
      bad("safety", "safety.NO_TLS", server, Words.of(String.valueOf(unsafe.getMessage())));
    } else {
      bad("safety", "safety." + unsafe.reason(), server, unsafe.subject(), unsafe.fingerprint());
    }
  }
}
