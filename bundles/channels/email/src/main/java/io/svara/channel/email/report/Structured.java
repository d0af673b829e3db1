package io.svara.channel.email.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** From a delivery status (RFC 3464), and the text beside it, to a report. */
final class Structured {

  private final StatusReport status;
  private final FreeForm text;
  private final Original original;

  Structured(StatusReport status, FreeForm text, Original original) {
    this.status = status;
    this.text = text;
    this.original = named(status, original);
  }

  private static Original named(StatusReport status, Original original) {
    Original named = original;
    Optional<String> id =
        status
            .message()
            .get("x-original-message-id")
            .or(() -> status.message().get("original-message-id"))
            .flatMap(value -> Original.ids(value).stream().findFirst());
    if (named.messageId().isEmpty() && id.isPresent()) {
      named = named.withMessageId(id.get());
    }
    Optional<String> envelope = status.message().get("original-envelope-id");
    return envelope.isPresent() ? named.withEnvelope(envelope.get()) : named;
  }

  /** Failures count more than delays, and these more than success. */
  Report report() {
    boolean late = text.late();
    List<Recipient> failed = new ArrayList<>();
    List<Recipient> delayed = new ArrayList<>();
    List<Recipient> delivered = new ArrayList<>();
    List<Recipient> told = null;
    for (Fields group : status.recipients()) {
      Outcome outcome = Outcome.of(group, late);
      if (told == null && address(group).isEmpty()) {
        told = text.recipients();
      }
      Recipient one = recipient(group, outcome, told == null ? List.of() : told);
      switch (outcome) {
        case FAILED -> failed.add(one);
        case DELAYED -> delayed.add(one);
        case DELIVERED -> delivered.add(one);
      }
    }
    if (!failed.isEmpty()) {
      return new Report.Bounce(failed, original);
    }
    if (!delayed.isEmpty()) {
      return new Report.Delayed(delayed, original);
    }
    if (!delivered.isEmpty()) {
      return new Report.Delivered(delivered, original);
    }
    return late
        ? new Report.Delayed(text.recipients(), original)
        : new Report.Bounce(text.recipients(), original);
  }

  private static Recipient recipient(Fields group, Outcome outcome, List<Recipient> told) {
    Optional<String> address =
        address(group).or(() -> told.size() == 1 ? told.get(0).address() : Optional.empty());
    String words = group.typed("diagnostic-code").orElse("");
    Optional<String> status = status(group, words, outcome);
    Optional<String> reply = Codes.reply(words).filter(code -> outcome != Outcome.DELIVERED);
    boolean permanent =
        outcome == Outcome.FAILED && status.or(() -> reply).orElse("5").startsWith("5");
    return new Recipient(
        address,
        one(group, "original-recipient")
            .filter(w -> address.filter(a -> Addresses.same(a, w)).isEmpty()),
        status,
        reply,
        permanent,
        permanent && Gone.is(status, reply, words),
        FreeForm.shown(words),
        group.typed("remote-mta").or(() -> Remote.in(words)));
  }

  private static Optional<String> address(Fields group) {
    return one(group, "final-recipient")
        .or(() -> one(group, "original-recipient"))
        .or(() -> one(group, "x-actual-recipient"));
  }

  private static Optional<String> one(Fields group, String name) {
    return group
        .typed(name)
        .map(value -> Addresses.in(value).stream().findFirst().orElse(value.replaceAll("[<>]", "")))
        .filter(value -> !value.isBlank());
  }

  /**
   * The status field, unless it says no more than its class and the server's own words do: many
   * programs write 5.0.0 whatever the server told them.
   */
  private static Optional<String> status(Fields group, String words, Outcome outcome) {
    Optional<String> field = group.get("status").flatMap(Codes::first);
    if (outcome == Outcome.DELIVERED) {
      return field.or(() -> Optional.of("2.0.0"));
    }
    Optional<String> told = Codes.status(words);
    boolean better = told.filter(code -> !Codes.vague(code)).isPresent();
    if (field.isEmpty() || (field.filter(Codes::vague).isPresent() && better)) {
      return told.isPresent() ? told : field;
    }
    return field;
  }
}
