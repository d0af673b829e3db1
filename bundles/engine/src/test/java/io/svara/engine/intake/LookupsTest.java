package io.svara.engine.intake;

import static io.svara.engine.workplace.Workplace.comment;
import static org.assertj.core.api.Assertions.assertThat;

import io.svara.api.channel.Parsed;
import io.svara.api.channel.Parsed.Lookup;
import io.svara.api.channel.RawDelivery;
import io.svara.api.channel.RawDelivery.LookupAnswer;
import io.svara.engine.desk.Deliveries;
import io.svara.engine.event.Kinds;
import io.svara.engine.workplace.Workplace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a delivery leaves out is asked for, as the account that it names. */
class LookupsTest {
  private Workplace work;

  @BeforeEach
  void begin() throws Exception {
    work = new Workplace();
  }

  @AfterEach
  void end() throws Exception {
    work.close();
  }

  private static Parsed needs(String account, String name) {
    return new Parsed.Needs(List.of(new Lookup(account, name, "/" + name)));
  }

  private static Parsed read(RawDelivery delivery) {
    String words =
        delivery.answers().stream()
            .map(answer -> answer.name() + "=" + answer.body().text().orElse("nothing"))
            .collect(Collectors.joining(", "));
    return new Parsed.Items(List.of(comment("c1", "c1", "kim", words)));
  }

  @Test
  void eachRoundIsGivenWhatAllRoundsBeforeItBrought() {
    List<Integer> given = new ArrayList<>();
    work.shout.reads(
        "untold",
        delivery -> {
          given.add(delivery.answers().size());
          return switch (delivery.answers().size()) {
            case 0 -> needs("P1", "first");
            case 1 -> needs("P1", "second");
            default -> read(delivery);
          };
        });
    work.post("untold");
    assertThat(work.texts()).containsExactly("first=answer to /first, second=answer to /second");
    assertThat(given).containsExactly(0, 1, 2);
  }

  @Test
  void eachQuestionIsAskedAsItsOwnAccount() {
    work.shout.reads(
        "untold",
        delivery ->
            delivery.answers().isEmpty()
                ? new Parsed.Needs(
                    List.of(new Lookup("P1", "a", "/a"), new Lookup("unheard-of", "b", "/b")))
                : read(delivery));
    work.post("untold");
    assertThat(work.shout.lookedUp()).containsExactly("page: /a");
    assertThat(work.texts()).containsExactly("a=answer to /a, b=nothing");
  }

  @Test
  void whatNobodyIsAskedForHasNoStatus() {
    List<LookupAnswer> answers = new ArrayList<>();
    work.shout.reads(
        "untold",
        delivery -> {
          answers.addAll(delivery.answers());
          return delivery.answers().isEmpty() ? needs("unheard-of", "b") : read(delivery);
        });
    work.post("untold");
    assertThat(answers).extracting(LookupAnswer::status).containsExactly(0);
  }

  @Test
  void aQuestionThatThePlatformCouldNotAnswerNowIsAskedAgain() throws Exception {
    List<LookupAnswer> answers = new ArrayList<>();
    work.shout.reads(
        "untold",
        delivery -> {
          answers.addAll(delivery.answers());
          return delivery.answers().isEmpty() ? needs("P1", "a") : read(delivery);
        });
    long position = Long.parseLong(work.post("untold").id());
    work.shout.willSay(429, 0, 503, 404);
    new Parsing(work.journal, work.shout, work.scribe, Duration.ofMillis(1)).read(position);
    assertThat(answers).extracting(LookupAnswer::status).containsExactly(200, 404);
  }

  @Test
  void whoNeverHasEnoughIsStoppedAfterThreeRounds() {
    work.shout.reads("untold", delivery -> needs("P1", "n" + delivery.answers().size()));
    Deliveries.Delivery delivery = work.post("untold");
    assertThat(delivery.reason()).hasValueSatisfying(why -> assertThat(why).contains("3 times"));
    assertThat(work.shout.lookedUp()).hasSize(3);
  }

  @Test
  void whatWasAnsweredIsKeptWithTheDelivery() {
    work.shout.reads(
        "untold", delivery -> delivery.answers().isEmpty() ? needs("P1", "a") : read(delivery));
    long position = Long.parseLong(work.post("untold").id());
    assertThat(work.journal.read(position, 10))
        .filteredOn(entry -> entry.kind().equals(Kinds.ANSWERED))
        .singleElement()
        .satisfies(entry -> assertThat(entry.cause()).hasValue(position));
  }
}
