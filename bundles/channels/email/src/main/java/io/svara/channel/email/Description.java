package io.svara.channel.email;

import io.svara.api.channel.Capability;
import io.svara.api.channel.ChannelDescriptor;
import io.svara.api.channel.OAuth;
import io.svara.api.channel.TextLimit;
import io.svara.api.channel.TextLimit.Counting;
import io.svara.api.channel.WebhookAuthentication;
import io.svara.api.message.Visibility;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What e-mail can do, and how its accounts are connected. */
final class Description {
  static final String CHANNEL = "email";

  /** No protocol names one; a text that is longer is a book, and servers refuse those by size. */
  static final TextLimit LIMIT = new TextLimit(500_000, Counting.UTF16);

  private Description() {}

  static ChannelDescriptor descriptor() {
    return new ChannelDescriptor(
        CHANNEL,
        "E-mail",
        Set.of(Capability.PRIVATE_REPLY, Capability.RECONCILE),
        Settings.ADDRESS,
        new WebhookAuthentication.None(),
        Map.of(Visibility.PRIVATE, LIMIT),
        Map.of(),
        List.of(),
        List.of(Settings.IMAP_URL, Settings.SMTP_URL, Settings.AUTHORIZE_URL, Settings.TOKEN_URL),
        List.of(google(), microsoft(), other()));
  }

  /**
   * <a href="https://developers.google.com/gmail/imap/xoauth2-protocol">OAuth 2.0 mechanism</a>.
   */
  private static OAuth google() {
    return new OAuth(
        "google",
        "Google",
        "https://accounts.google.com/o/oauth2/v2/auth",
        "https://oauth2.googleapis.com/token",
        List.of("https://mail.google.com/", "openid", "email"),
        Map.of("access_type", "offline", "prompt", "consent"),
        Optional.of("https://oauth2.googleapis.com/revoke"));
  }

  /**
   * <a
   * href="https://learn.microsoft.com/exchange/client-developer/legacy-protocols/how-to-authenticate-an-imap-pop-smtp-application-by-using-oauth">Authenticate
   * IMAP and SMTP using OAuth</a>.
   */
  private static OAuth microsoft() {
    return new OAuth(
        "microsoft",
        "Microsoft 365",
        "https://login.microsoftonline.com/common/oauth2/v2.0/authorize",
        "https://login.microsoftonline.com/common/oauth2/v2.0/token",
        List.of(
            "https://outlook.office.com/IMAP.AccessAsUser.All",
            "https://outlook.office.com/SMTP.Send",
            "openid",
            "email",
            "offline_access"),
        Map.of());
  }

  private static OAuth other() {
    return new OAuth(
        "other",
        "OAuth",
        "{" + Settings.AUTHORIZE_URL + "}",
        "{" + Settings.TOKEN_URL + "}",
        List.of("openid", "email", "offline_access"),
        Map.of());
  }
}
