package io.svara.engine.event;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The names of the kinds, as they stand in entries' headers: never change one, never use one again.
 */
public final class Kinds {
  /** Raw bytes that a platform posted. */
  public static final String RECEIVED = "delivery.received";

  /** Raw bytes that a poll or stream brought. */
  public static final String FETCHED = "delivery.fetched";

  /** Answers to lookups of a delivery. */
  public static final String ANSWERED = "delivery.answered";

  private static final Map<String, Class<? extends Event>> BY_NAME = new LinkedHashMap<>();
  private static final Map<Class<? extends Event>, String> BY_TYPE = new LinkedHashMap<>();

  static {
    name("delivery.read", Event.DeliveryRead.class);
    name("delivery.replayed", Event.DeliveryReplayed.class);
    name("delivery.dismissed", Event.DeliveryDismissed.class);
    name("feed.moved", Event.FeedMoved.class);
    name("case.opened", Event.CaseOpened.class);
    name("message.received", Event.MessageReceived.class);
    name("message.edited", Event.MessageEdited.class);
    name("message.removed", Event.MessageRemoved.class);
    name("message.stood", Event.MessageStood.class);
    name("message.undelivered", Event.MessageUndelivered.class);
    name("thread.joined", Event.ThreadJoined.class);
    name("ghost.kept", Event.GhostKept.class);
    name("case.moved", Event.CaseMoved.class);
    name("case.assigned", Event.CaseAssigned.class);
    name("case.prioritised", Event.CasePrioritised.class);
    name("case.tagged", Event.CaseTagged.class);
    name("note.written", Event.NoteWritten.class);
    name("case.merged", Event.CaseMerged.class);
    name("case.absorbed", Event.CaseAbsorbed.class);
    name("case.released", Event.CaseReleased.class);
    name("messages.moved", Event.MessagesMoved.class);
    name("reply.drafted", Event.ReplyDrafted.class);
    name("reply.moved", Event.ReplyMoved.class);
    name("file.kept", Event.FileKept.class);
    name("contact.seen", Event.ContactSeen.class);
    name("contact.unreachable", Event.ContactUnreachable.class);
    name("contact.merged", Event.ContactMerged.class);
    name("contact.released", Event.ContactReleased.class);
    name("channel.defined", Event.ChannelDefined.class);
    name("endpoint.defined", Event.EndpointDefined.class);
    name("endpoint.removed", Event.EndpointRemoved.class);
    name("account.defined", Event.AccountDefined.class);
    name("account.removed", Event.AccountRemoved.class);
    name("account.faulted", Event.AccountFaulted.class);
    name("account.resumed", Event.AccountResumed.class);
    name("account.connected", Event.AccountConnected.class);
    name("account.disconnected", Event.AccountDisconnected.class);
  }

  private Kinds() {}

  private static void name(String name, Class<? extends Event> type) {
    BY_NAME.put(name, type);
    BY_TYPE.put(type, name);
  }

  /** The kind's name. */
  public static String of(Event event) {
    return BY_TYPE.get(event.getClass());
  }

  /** The record of a kind; empty for kinds of other rooms and of later versions. */
  public static Optional<Class<? extends Event>> type(String kind) {
    return Optional.ofNullable(BY_NAME.get(kind));
  }
}
