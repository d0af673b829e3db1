package io.svara.gateway.session;

/** The header that gives a browser its session, or takes it away. */
public final class SessionCookie {
  private static final String ATTRIBUTES = "; Path=/; HttpOnly; SameSite=Strict";

  private SessionCookie() {}

  /** The value of {@code Set-Cookie} that opens the session; it ends with the browser. */
  public static String opening(String value, boolean secure) {
    return Authentication.COOKIE + "=" + value + ATTRIBUTES + (secure ? "; Secure" : "");
  }

  /** The value of {@code Set-Cookie} that forgets it. */
  public static String closing() {
    return Authentication.COOKIE + "=" + ATTRIBUTES + "; Max-Age=0";
  }
}
