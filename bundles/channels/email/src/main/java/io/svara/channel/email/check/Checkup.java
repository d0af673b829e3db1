package io.svara.channel.email.check;

import io.svara.api.channel.AccountRefused;
import io.svara.api.channel.ChannelHost;
import io.svara.api.channel.Checking.Finding;
import io.svara.api.channel.Http;
import io.svara.channel.email.Settings;
import io.svara.channel.email.imap.Imap;
import io.svara.channel.email.imap.NoFolder;
import io.svara.channel.email.net.OwnLoader;
import io.svara.channel.email.net.Server;
import io.svara.channel.email.smtp.Outbox;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Tries an account's settings, server by server and step by step; nothing is sent. */
public final class Checkup {
  private final Settings settings;
  private final ChannelHost host;
  private final Phrases phrases;

  public Checkup(Settings settings, ChannelHost host, Locale language) {
    this.settings = settings;
    this.host = host;
    this.phrases = Phrases.in(language);
  }

  /** What was found, of incoming mail first. */
  public List<Finding> run() {
    try (OwnLoader own = OwnLoader.open()) {
      return Stream.concat(incoming().stream(), outgoing().stream()).toList();
    }
  }

  private List<Finding> incoming() {
    Steps steps = new Steps("imap", phrases);
    Server server;
    try {
      server = settings.imap();
    } catch (AccountRefused none) {
      return steps.bad("setting", "setting.bad", none.getMessage()).all();
    }
    if (!steps.name(server)) {
      return steps.all();
    }
    try (Imap imap = Imap.connect(settings, host)) {
      steps.connected(server, imap.isSafe(), settings.certificate().isPresent());
      imap.signIn(settings);
      steps.good("login", "login.good", settings.user());
      folders(imap, steps);
      if (imap.tellsNews()) {
        steps.good("news", "news.idle");
      } else {
        steps.good("news", "news.poll", settings.poll().toSeconds());
      }
    } catch (AccountRefused refused) {
      steps.refused(server, refused);
    } catch (IOException | Http.NotSent | Http.NoAnswer failed) {
      steps.failed(server, failed);
    }
    return steps.all();
  }

  private void folders(Imap imap, Steps steps) throws IOException {
    for (String folder :
        Stream.concat(settings.folders().stream(), settings.sentFolder().stream())
            .distinct()
            .toList()) {
      try {
        steps.folder(folder, imap.examine(folder).total);
      } catch (NoFolder missing) {
        steps.noFolder(missing);
      }
    }
  }

  private List<Finding> outgoing() {
    Steps steps = new Steps("smtp", phrases);
    Server server;
    try {
      server = settings.smtp();
    } catch (AccountRefused none) {
      return steps.bad("setting", "setting.bad", none.getMessage()).all();
    }
    if (!steps.name(server)) {
      return steps.all();
    }
    try (Outbox outbox = new Outbox(settings, host)) {
      String proof = settings.proof();
      try {
        outbox.open(proof);
        steps.connected(server, outbox.isSafe(), settings.certificate().isPresent());
        if (outbox.asksToSignIn()) {
          steps.good("login", "login.good", settings.user());
        } else {
          steps.good("login", "login.none");
        }
      } catch (AuthenticationFailedException refused) {
        steps.connected(server, outbox.isSafe(), settings.certificate().isPresent());
        steps.bad("login", "login.bad", outbox.lastWords(proof));
      } catch (MessagingException failed) {
        steps.failed(server, failed);
      }
    } catch (AccountRefused refused) {
      steps.refused(server, refused);
    } catch (Http.NotSent | Http.NoAnswer noToken) {
      steps.bad("login", "login.bad", noToken.getMessage());
    }
    return steps.all();
  }
}
