package io.svara.testing.conformance.sound;

import io.svara.api.channel.Inbound.Message;
import io.svara.api.message.Attachment;
import io.svara.api.message.Handle;
import io.svara.api.message.Visibility;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A message taken apart, to be changed in one part. */
final class MessageParts {
  private final Message message;
  String account;
  String id;
  String thread;
  Handle author;
  boolean own;
  Visibility visibility;
  String text;
  List<Attachment> attachments;
  Instant sentAt;
  Optional<String> link;

  MessageParts(Message message) {
    this.message = message;
    account = message.account();
    id = message.platformId();
    thread = message.thread();
    author = message.author();
    own = message.own();
    visibility = message.visibility();
    text = message.text();
    attachments = message.attachments();
    sentAt = message.sentAt();
    link = message.link();
  }

  boolean isReply() {
    return message.replyTo().isPresent();
  }

  Message together() {
    return new Message(
        account,
        id,
        thread,
        message.context(),
        message.replyTo(),
        author,
        own,
        visibility,
        text,
        attachments,
        message.rating(),
        sentAt,
        link);
  }
}
