package io.svara.channel.facebook;

import io.svara.api.channel.Inbound;
import java.util.List;

/**
 * Messenger events while another app of the page holds the conversation. The customer still wrote
 * to the page, and whoever takes over must have read it: they are read like any other. If the
 * conversation is handed to us, nothing comes twice, since a message keeps its id.
 */
final class StandbyReader implements NoticeReader {

  private final NoticeReader messaging = new MessagingReader();

  @Override
  public List<Inbound> read(Notice notice) {
    return messaging.read(notice);
  }
}
