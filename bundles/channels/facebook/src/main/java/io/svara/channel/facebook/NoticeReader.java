package io.svara.channel.facebook;

import io.svara.api.channel.Inbound;
import java.util.List;

/** Reads the notices of one field of a page's subscription. */
@FunctionalInterface
interface NoticeReader {

  /**
   * What the notice tells.
   *
   * @throws Unreadable when it lacks what cannot be done without
   */
  List<Inbound> read(Notice notice);
}
