package io.svara.host.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.svara.api.channel.Arrival;
import io.svara.api.channel.Inbound;
import io.svara.api.channel.Parsed;
import io.svara.api.channel.Polling.Polled;
import io.svara.api.channel.Receipt;
import io.svara.api.message.Attachment;
import io.svara.api.message.Handle;
import io.svara.api.message.Visibility;
import io.svara.host.call.Complaint;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a connector may answer. */
class BoundsTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final String TULIP = "tulip";

  @Test
  void whatIsMeantPasses() {
    Parsed items =
        new Parsed.Items(
            List.of(
                message("", TULIP),
                new Inbound.Removal("a", "id", NOON),
                new Inbound.Ignored("", "a like", "likes open nothing")));
    assertThat(Bounds.checked(items)).isSameAs(items);
    Parsed malformed = new Parsed.Malformed("no JSON");
    assertThat(Bounds.checked(malformed)).isSameAs(malformed);
    Polled polled = new Polled(List.of(new Arrival("text/plain", new byte[9])), "7", Duration.ZERO);
    assertThat(Bounds.checked(polled)).isSameAs(polled);
  }

  /** The host says of it in words of its own. */
  @Test
  void whatIsNoAnswerIsLeftToTheCall() {
    assertThat(Bounds.checked((Parsed) null)).isNull();
    assertThat(Bounds.checked((Polled) null)).isNull();
  }

  static Stream<Arguments> nonsense() {
    String novel = "x".repeat(Sound.LONGEST_TEXT + 1);
    return Stream.of(
            Arguments.of(message("a", null), "a message without text"),
            Arguments.of(message("a", novel), "a message whose text has 1048577 characters"),
            Arguments.of(message("a".repeat(9_000), ""), "whose account has 9000 characters"),
            Arguments.of(
                new Inbound.Removal("a", "\t", NOON), "a removal whose platformId is blank"),
            Arguments.of(new Inbound.Removal("a", "b", Instant.MAX), "removedAt is in no calendar"),
            Arguments.of(new Inbound.Unknown("a", null, "new"), "a unknown without what"))
        .map(
            arguments ->
                Arguments.of(
                    new Parsed.Items(List.of((Inbound) arguments.get()[0])), arguments.get()[1]));
  }

  @ParameterizedTest
  @MethodSource("nonsense")
  void nonsenseIsRefusedInWordsThatQuoteNothing(Parsed parsed, String words) {
    refused(() -> Bounds.checked(parsed), words);
  }

  @Test
  void manyLongTextsAreTooMuchTogether() {
    Inbound page = message("a", "x".repeat(Sound.LONGEST_TEXT));
    refused(
        () -> Bounds.checked(new Parsed.Items(Collections.nCopies(17, page))),
        "more than 16777216 characters in all");
  }

  @Test
  void soManyItemsAreNotRead() {
    Inbound one = new Inbound.Removal("a", "b", NOON);
    refused(
        () -> Bounds.checked(new Parsed.Items(Collections.nCopies(10_001, one))), "10001 items");
  }

  @Test
  void aPollBringsACursorAPauseAndNotTheWholePlatform() {
    Arrival heavy = new Arrival("text/plain", new byte[33 << 20]);
    refused(() -> Bounds.checked(polled(null, Duration.ZERO)), "without the cursor");
    refused(() -> Bounds.checked(polled("c".repeat(70_000), Duration.ZERO)), "70000 characters");
    refused(() -> Bounds.checked(polled("c", Duration.ofSeconds(-1))), "a pause of PT-1S");
    refused(() -> Bounds.checked(polled("c", null)), "a pause of null");
    refused(() -> Bounds.checked(polled("c", Duration.ZERO, heavy, heavy)), "66 MB at once");
    refused(
        () -> Bounds.checked(polled("c", Duration.ZERO, new Arrival("text/plain", null))),
        "without a body");
  }

  static Stream<Arguments> nonsensicalReceipts() {
    return Stream.of(
        Arguments.of(new Receipt.Accepted(" ", Optional.empty()), "a receipt whose platformId"),
        Arguments.of(new Receipt.Accepted("m1", null), "a receipt without link"),
        Arguments.of(new Receipt.RetryAfter(null, TULIP), "a receipt without pause"),
        Arguments.of(new Receipt.RetryAfter(Duration.ofSeconds(-1), TULIP), "a pause of PT-1S"),
        Arguments.of(new Receipt.RetryAfter(Duration.ofDays(8), TULIP), "a pause of PT192H"),
        Arguments.of(new Receipt.Rejected(null, TULIP, true), "a receipt without code"),
        Arguments.of(new Receipt.NotDelivered(null), "a receipt without reason"),
        Arguments.of(
            new Receipt.Unknown("x".repeat(Sound.LONGEST_TEXT + 1)), "has 1048577 characters"));
  }

  @ParameterizedTest
  @MethodSource("nonsensicalReceipts")
  void aReceiptSaysWhatBecameOfTheText(Receipt receipt, String words) {
    refused(() -> Bounds.checked(receipt), words);
  }

  @Test
  void aReceiptThatIsMeantPasses() {
    Receipt week = new Receipt.RetryAfter(Duration.ofDays(7), "");
    assertThat(Bounds.checked(week)).isSameAs(week);
    Receipt accepted = new Receipt.Accepted("m1", Optional.empty());
    assertThat(Bounds.checked(accepted)).isSameAs(accepted);
    assertThat(Bounds.checked((Receipt) null)).isNull();
  }

  private static Polled polled(String cursor, Duration again, Arrival... arrivals) {
    return new Polled(List.of(arrivals), cursor, again);
  }

  private static void refused(ThrowingCallable check, String words) {
    assertThatThrownBy(check)
        .isInstanceOf(Complaint.class)
        .hasMessageContaining(words)
        .hasMessageNotContaining(TULIP);
  }

  private static Inbound message(String account, String text) {
    return new Inbound.Message(
        account,
        TULIP,
        "thread",
        Optional.empty(),
        Optional.empty(),
        Handle.unnamed("kim"),
        false,
        Visibility.PUBLIC,
        text,
        List.of(
            new Attachment(
                "image", Optional.of(URI.create("https://a.example/")), Optional.empty())),
        Optional.empty(),
        NOON,
        Optional.empty());
  }
}
