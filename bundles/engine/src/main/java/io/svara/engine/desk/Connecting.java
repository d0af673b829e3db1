package io.svara.engine.desk;

import java.net.URI;
import java.util.Map;

/** Connects accounts by OAuth, for people: a round trip through a browser. */
public interface Connecting {

  /**
   * How the account's connection stands.
   *
   * @throws Refused when there is no such account, or it is not one that is connected by OAuth
   */
  Connection connection(String account);

  /**
   * Begins to connect the account, in place of how it is connected now, which goes on until the new
   * one is there.
   *
   * @param callback where the platform sends the browser back to, exactly
   * @param session in which the answer must come, within ten minutes, once
   * @return where the browser is to be sent
   * @throws Refused when it cannot begin; the message says what is missing
   */
  URI begin(String account, URI callback, String session, Actor actor);

  /**
   * Takes what the browser brought back. Waits for the platform. A connected account resumes.
   *
   * @param answer the parameters of the callback
   * @throws Refused when nothing was begun that this answers, in this session; nothing was changed
   */
  Returned finish(Map<String, String> answer, String session, Actor actor);

  /**
   * Forgets the account's tokens, and has the platform withdraw them where it can.
   *
   * @throws Refused as in {@link #connection}
   */
  Disconnected disconnect(String account, Actor actor);

  /**
   * What came of connecting; why it did not come about stands in the account's connection.
   *
   * @param account whose connection it is
   */
  record Returned(String account, boolean connected) {}

  /**
   * What came of disconnecting.
   *
   * @param withdrawn whether the platform has confirmed that the tokens are worth nothing any more
   */
  record Disconnected(boolean withdrawn) {}
}
