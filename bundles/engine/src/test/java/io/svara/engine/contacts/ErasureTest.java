package io.svara.engine.contacts;

import static io.svara.engine.workplace.Workplace.OPERATOR;
import static io.svara.engine.workplace.Workplace.comment;
import static org.assertj.core.api.Assertions.assertThat;

import io.svara.api.channel.Inbound;
import io.svara.api.message.Handle;
import io.svara.api.message.Visibility;
import io.svara.engine.desk.CaseMessage;
import io.svara.engine.desk.Deliveries;
import io.svara.engine.desk.ReplyState;
import io.svara.engine.journal.Entry;
import io.svara.engine.workplace.Workplace;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was said can be destroyed. */
class ErasureTest {
  private Workplace work;

  @BeforeEach
  void begin() throws Exception {
    work = new Workplace();
    work.shout.reads("raw with PELARGON in it", comment("c1", "c1", "kim", "the word PELARGON"));
    work.post("raw with PELARGON in it");
    work.post(
        new Inbound.Edit(
            "P1",
            "c1",
            "r1",
            Optional.empty(),
            "PELARGON again",
            List.of(),
            Optional.empty(),
            Workplace.NOON));
  }

  @AfterEach
  void end() throws Exception {
    work.close();
  }

  private String everything() {
    return work.journal.read(1, 10_000).stream()
            .map(Entry::payload)
            .flatMap(Optional::stream)
            .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
            .collect(Collectors.joining("\n"))
        + work.views.everything();
  }

  @Test
  void aMessageIsDestroyedWithItsEditsAndItsRawDelivery() {
    work.erasure.messages(
        List.of(work.only().thread().get(0).id()), "asked by the customer", OPERATOR);
    assertThat(everything()).doesNotContain("PELARGON");
    assertThat(work.only().thread().get(0).redacted()).isTrue();
  }

  @Test
  void aRedeliveryOfADestroyedMessageDoesNotBringItBack() {
    work.erasure.messages(
        List.of(work.only().thread().get(0).id()), "asked by the customer", OPERATOR);
    Deliveries.Delivery again = work.post(comment("c1", "c1", "kim", "the word PELARGON"));
    assertThat(again.items()).extracting(Deliveries.Item::outcome).containsExactly("duplicate");
    assertThat(work.only().thread()).hasSize(1);
  }

  @Test
  void aContactIsDestroyedWithNameMessagesAndAnswers() {
    work.answer("Dear PELARGON");
    work.reply(ReplyState.SENT);
    work.erasure.contact(work.only().summary().contact(), "asked by the customer", OPERATOR);
    assertThat(everything()).doesNotContain("PELARGON").doesNotContain("Name of kim");
  }

  /** A delivery of its own bytes, in which the word stands too. */
  private void tells(String what, Inbound... items) {
    String body = "PELARGON in the raw " + what;
    work.shout.reads(body, items);
    work.post(body);
  }

  private void eraseOnlyMessage() {
    work.erasure.messages(
        List.of(work.only().thread().get(0).id()), "asked by the customer", OPERATOR);
  }

  private String contact(String author) {
    return work.scribe.state().contactOf("page", author).orElseThrow();
  }

  private void erase(String author) {
    work.erasure.contact(contact(author), "asked by the customer", OPERATOR);
  }

  private static Inbound.Message own(String id, String thread, Optional<String> to, String text) {
    return said(id, thread, to, "page", text, Visibility.PUBLIC, true);
  }

  private static Inbound.Message said(
      String id,
      String thread,
      Optional<String> to,
      String author,
      String text,
      Visibility visibility,
      boolean own) {
    return new Inbound.Message(
        "P1",
        id,
        thread,
        Optional.empty(),
        to,
        new Handle(author, Optional.of("Name of " + author)),
        own,
        visibility,
        text,
        List.of(),
        Optional.empty(),
        Workplace.NOON,
        Optional.empty());
  }

  @Test
  void everyRawCopyOfAMessageIsDestroyed() {
    tells("redelivery", comment("c1", "c1", "kim", "the word PELARGON"));
    eraseOnlyMessage();
    assertThat(everything()).doesNotContain("PELARGON");
  }

  @Test
  void theEchoOfADestroyedReplyIsDestroyedWithIt() {
    work.answer("Dear PELARGON");
    work.reply(ReplyState.SENT);
    String sent = "sent-" + work.shout.sent().get(0).idempotencyKey();
    tells("echo", own(sent, "c1", Optional.of("c1"), "Dear PELARGON"));
    work.erasure.contact(contact("kim"), "asked by the customer", OPERATOR);
    assertThat(everything()).doesNotContain("PELARGON").doesNotContain("Name of kim");
  }

  @Test
  void anEditThatCameBeforeItsMessageIsDestroyedWithItsRawDelivery() {
    tells(
        "early edit",
        new Inbound.Edit(
            "P1",
            "c2",
            "r1",
            Optional.empty(),
            "PELARGON as edited",
            List.of(),
            Optional.empty(),
            Workplace.NOON));
    tells("late message", comment("c2", "c1", "kim", "PELARGON once more"));
    List<String> both = work.only().thread().stream().map(CaseMessage::id).toList();
    assertThat(both).hasSize(2);
    work.erasure.messages(both, "asked by the customer", OPERATOR);
    assertThat(everything()).doesNotContain("PELARGON");
  }

  @Test
  void aCommentThatCameAfterItsRemovalIsDestroyedWithItsAuthor() {
    work.post(new Inbound.Removal("P1", "c3", Workplace.NOON));
    tells("comment after its removal", comment("c3", "c3", "kim", "PELARGON taken back"));
    erase("kim");
    assertThat(everything()).doesNotContain("PELARGON").doesNotContain("Name of kim");
  }

  @Test
  void whatOthersWroteInTheContactsCaseIsKept() {
    work.post(comment("c2", "c1", "bo", "bo has an AZALEA"));
    work.answer("An AZALEA is easy to keep");
    work.reply(ReplyState.SENT);
    work.post(own("o1", "c1", Optional.of("c2"), "and the AZALEA likes shade"));
    tells("word of ours to kim", own("o2", "c1", Optional.of("c1"), "PELARGON wants sun"));
    erase("kim");
    assertThat(everything()).doesNotContain("PELARGON").doesNotContain("Name of kim");
    assertThat(work.texts())
        .contains("bo has an AZALEA", "An AZALEA is easy to keep", "and the AZALEA likes shade");
    erase("bo");
    assertThat(everything()).doesNotContain("AZALEA").doesNotContain("Name of bo");
  }

  @Test
  void privateWordsOfOursGoWithWhomTheyWereSaidTo() {
    work.post(said("m1", "talk-bo", Optional.empty(), "bo", "AZALEA", Visibility.PRIVATE, false));
    work.post(
        said("m2", "talk-bo", Optional.empty(), "page", "our AZALEA", Visibility.PRIVATE, true));
    work.post(said("m3", "talk-kim", Optional.empty(), "kim", "a", Visibility.PRIVATE, false));
    tells(
        "talk",
        said("m4", "talk-kim", Optional.empty(), "page", "PELARGON", Visibility.PRIVATE, true));
    erase("kim");
    assertThat(everything()).doesNotContain("PELARGON").contains("our AZALEA");
    erase("bo");
    assertThat(everything()).doesNotContain("AZALEA");
  }

  @Test
  void whatBelongsToAContactThatWasMergedByMistakeIsKept() {
    work.post(comment("c9", "c9", "bo", "AZALEA before"));
    work.contacts.merge(contact("kim"), contact("bo"), OPERATOR);
    work.post(comment("c10", "c9", "bo", "AZALEA while merged"));
    work.contacts.unmerge(contact("kim"), contact("bo"), OPERATOR);
    erase("kim");
    assertThat(everything())
        .doesNotContain("PELARGON")
        .contains("AZALEA before")
        .contains("AZALEA while merged");
  }
}
