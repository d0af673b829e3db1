package io.svara.engine.contacts;

import static io.svara.engine.workplace.Workplace.OPERATOR;
import static io.svara.engine.workplace.Workplace.comment;
import static org.assertj.core.api.Assertions.assertThat;

import io.svara.api.channel.Inbound;
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
}
