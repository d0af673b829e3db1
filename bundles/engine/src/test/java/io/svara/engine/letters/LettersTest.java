package io.svara.engine.letters;

import static io.svara.engine.workplace.Workplace.ANNA;
import static io.svara.engine.workplace.Workplace.OPERATOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.svara.api.channel.Inbound;
import io.svara.api.channel.Outbound;
import io.svara.api.channel.Receipt;
import io.svara.api.message.Letter.Mark;
import io.svara.api.message.Visibility;
import io.svara.engine.desk.Answer;
import io.svara.engine.desk.CaseChange;
import io.svara.engine.desk.CaseMessage;
import io.svara.engine.desk.CaseState;
import io.svara.engine.desk.CaseView;
import io.svara.engine.desk.Contacts;
import io.svara.engine.desk.Deliveries;
import io.svara.engine.desk.Files;
import io.svara.engine.desk.Refused;
import io.svara.engine.desk.ReplyState;
import io.svara.engine.journal.Entry;
import io.svara.engine.workplace.Workplace;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Letters: where they belong, what comes with them, and what becomes of ours. */
class LettersTest {
  private static final String ANN = "ann@kund.example";
  private static final String BO = "bo@kund.example";

  private Workplace work;

  @BeforeEach
  void begin() throws Exception {
    work = new Workplace();
  }

  @AfterEach
  void end() throws Exception {
    work.close();
  }

  // --- where a letter belongs ------------------------------------------------------------------

  @Test
  void aLetterThatRefersToAKnownOneJoinsItsCase() {
    work.post(Post.of("m1", ANN).sent());
    work.post(
        Post.of("m2", ANN).in("lost-root").referringTo("unknown", "m1").saying("och?").sent());
    assertThat(work.texts()).containsExactly("Var är min faktura?", "och?");
  }

  @Test
  void ourTokenLeadsToItsCaseWhereAllReferencesAreGone() {
    work.post(Post.of("m1", ANN).sent());
    String token = work.tokens.of(work.only().summary().id());
    work.post(Post.of("m2", ANN).about("nytt ämne").carrying(token.toUpperCase()).sent());
    assertThat(work.only().thread()).hasSize(2);
  }

  @Test
  void aTokenThatIsNotOursLeadsNowhere() {
    work.post(Post.of("m1", ANN).sent());
    String token = work.tokens.of(work.only().summary().id());
    String forged = token.substring(0, 26) + (token.endsWith("0") ? "1" : "0");
    work.post(Post.of("m2", BO).carrying(forged).sent());
    assertThat(work.all()).hasSize(2);
  }

  @Test
  void aLetterWithoutReferencesJoinsTheOpenConversationThatItResembles() {
    work.post(Post.of("m1", ANN).knownAs("ann+faktura").sent());
    work.post(Post.of("m2", ANN).about("Sv: Faktura").like("ann+faktura").sent());
    assertThat(work.only().thread()).hasSize(2);
  }

  @Test
  void aConversationThatIsResolvedOrOldIsNotTakenForMeant() {
    work.post(Post.of("m1", ANN).knownAs("ann+faktura").sent());
    CaseView first = work.only();
    work.cases.change(
        first.summary().id(),
        first.summary().version(),
        List.of(new CaseChange.Move(CaseState.RESOLVED, Optional.empty())),
        ANNA);
    work.post(Post.of("m2", ANN).like("ann+faktura").knownAs("ann+faktura").sent());
    assertThat(work.all()).hasSize(2);
    work.clock.pass(Duration.ofDays(60));
    work.post(Post.of("m3", ANN).like("ann+faktura").sent());
    assertThat(work.all()).hasSize(3);
  }

  @Test
  void aReferenceIsMoreCertainThanAResemblance() {
    work.post(Post.of("m1", ANN).knownAs("ann+faktura").saying("one").sent());
    work.post(Post.of("m2", ANN).about("Router").saying("two").sent());
    Deliveries.Delivery third =
        work.post(Post.of("m3", ANN).referringTo("m2").like("ann+faktura").sent());
    CaseView joined = work.cases.get(third.items().get(0).caseId().orElseThrow()).orElseThrow();
    assertThat(joined.thread()).extracting(CaseMessage::text).contains("two").doesNotContain("one");
  }

  @Test
  void aCaseIsAboutWhatItsFirstLetterIsAbout() {
    work.post(Post.of("m1", ANN).about("Faktura 4711").sent());
    work.post(Post.of("m2", ANN).in("m1").about("Sv: Faktura 4711").sent());
    assertThat(work.only().summary().subject()).contains("Faktura 4711");
  }

  // --- machines --------------------------------------------------------------------------------

  @Test
  void aMachinesLetterWakesNobodyAndWaitsForNoAnswer() {
    work.post(Post.of("m1", ANN).sent());
    work.cases.change(
        work.only().summary().id(),
        work.only().summary().version(),
        List.of(new CaseChange.Move(CaseState.RESOLVED, Optional.empty())),
        ANNA);
    work.post(Post.of("m2", ANN).in("m1").saying("I am away").marked(Mark.AUTOMATIC).sent());
    assertThat(work.only().summary().state()).isEqualTo(CaseState.RESOLVED);
    assertThat(work.only().summary().waitingSince()).isEmpty();
    assertThat(work.texts()).hasSize(2);
  }

  // --- what comes with it ----------------------------------------------------------------------

  @Test
  void filesAndHtmlAreKeptAndFoundByTheirPlace() throws IOException {
    work.post(
        Post.of("m1", ANN).html("<p>Hej</p>").with("a.txt", "aaa").with("b.txt", "bbb").sent());
    CaseMessage message = work.only().thread().get(0);
    String id = work.only().summary().id();
    assertThat(message.attachments()).allMatch(CaseMessage.Attached::kept).hasSize(2);
    assertThat(message.letter().orElseThrow().folded()).isEqualTo("> what was said before");
    assertThat(work.files.html(id, message.id())).contains("<p>Hej</p>");
    assertThat(text(work.files.attachment(id, message.id(), 1))).isEqualTo("bbb");
    assertThat(text(work.files.inline(id, message.id(), "cid-a.txt"))).isEqualTo("aaa");
    assertThat(work.files.attachment(id, message.id(), 2)).isEmpty();
    assertThat(work.files.attachment(id, message.id(), -1)).isEmpty();
  }

  @Test
  void aDestroyedLetterTakesItsFilesAlong() {
    work.post(Post.of("m1", ANN).html("<p>PELARGON</p>").with("a.txt", "PELARGON").sent());
    CaseMessage message = work.only().thread().get(0);
    String id = work.only().summary().id();
    List<String> keys = blobKeys();
    work.erasure.messages(List.of(message.id()), "asked by the customer", OPERATOR);
    assertThat(keys).hasSize(2).allSatisfy(key -> assertThat(work.blobs.open(key)).isEmpty());
    assertThat(work.files.html(id, message.id())).isEmpty();
    assertThat(work.files.attachment(id, message.id(), 0)).isEmpty();
  }

  /** Every blob that the journal names. */
  private List<String> blobKeys() {
    String all =
        work.journal.read(1, 1000).stream()
            .map(Entry::payload)
            .flatMap(Optional::stream)
            .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
            .collect(Collectors.joining("\n"));
    return java.util.regex.Pattern.compile("\"(?:key|html)\":\"([0-9a-f-]{36})\"")
        .matcher(all)
        .results()
        .map(r -> r.group(1))
        .toList();
  }

  private static String text(Optional<Files.Stored> stored) throws IOException {
    try (var stream = stored.orElseThrow().stream()) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  // --- what goes out ---------------------------------------------------------------------------

  @Test
  void anAnswerGoesWhereItsAuthorWantsWithSubjectTokenAndWhatWasSaidBefore() {
    work.post(Post.of("m1", ANN).answersTo("ekonomi@kund.example").sent());
    Outbound sent = answered(new Answer("Här.", Visibility.PRIVATE, Optional.empty(), false));
    assertThat(sent.addressing().orElseThrow())
        .isEqualTo(
            new Outbound.Addressing(
                "Faktura", List.of("ekonomi@kund.example"), List.of(), List.of()));
    assertThat(sent.earlier()).containsExactly("m1");
    assertThat(sent.replyTo()).contains("m1");
    assertThat(sent.automatic()).isFalse();
    assertThat(sent.token().flatMap(work.tokens::caseOf)).contains(work.only().summary().id());
  }

  @Test
  void copiesSubjectAndFilesAreAsTheAgentSays() throws IOException {
    work.post(Post.of("m1", ANN).sent());
    Files.File file =
        work.files.keep(
            new ByteArrayInputStream("pdf".getBytes(StandardCharsets.UTF_8)),
            "faktura.pdf",
            "application/pdf",
            ANNA);
    Outbound sent =
        answered(
            new Answer(
                "Här.",
                Visibility.PRIVATE,
                Optional.empty(),
                false,
                List.of(file.id()),
                Optional.of(
                    new Outbound.Addressing(
                        "Din faktura", List.of(), List.of(BO), List.of("chef@lumavik.example")))));
    assertThat(sent.addressing().orElseThrow())
        .isEqualTo(
            new Outbound.Addressing(
                "Din faktura", List.of(ANN), List.of(BO), List.of("chef@lumavik.example")));
    assertThat(sent.files()).hasSize(1);
    assertThat(sent.files().get(0).bytes()).asString(StandardCharsets.UTF_8).isEqualTo("pdf");
    CaseMessage shown = work.only().thread().get(1);
    assertThat(shown.attachments()).extracting(a -> a.title().orElse("")).contains("faktura.pdf");
    assertThat(shown.letter().orElseThrow().hiddenCopies()).hasSize(1);
  }

  @Test
  void aFileThatIsEmptyTooLargeOrNamelessIsRefused() {
    assertThatThrownBy(() -> keep(0, "a.txt"))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("empty");
    assertThatThrownBy(() -> keep((1 << 20) + 1, "a.txt"))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("more than 1 MB");
    assertThatThrownBy(() -> keep(1, "../a.txt")).isInstanceOf(Refused.class);
  }

  private void keep(int size, String name) throws IOException {
    work.files.keep(new ByteArrayInputStream(new byte[size]), name, "text/plain", ANNA);
  }

  @Test
  void aChannelThatHasNoLettersTakesNoSubjectAndNoFiles() {
    work.post(Workplace.comment("c1", "c1", "kim", "Hej"));
    Answer answer =
        new Answer(
            "Hej",
            Visibility.PUBLIC,
            Optional.empty(),
            false,
            List.of(),
            Optional.of(new Outbound.Addressing("x", List.of(), List.of(), List.of())));
    assertThatThrownBy(() -> reply(answer)).isInstanceOf(Refused.class);
  }

  private Outbound answered(Answer answer) {
    reply(answer);
    return await().until(() -> work.shout.sent(), sent -> !sent.isEmpty()).get(0);
  }

  private void reply(Answer answer) {
    CaseView view = work.only();
    work.cases.reply(view.summary().id(), view.summary().version(), answer, ANNA);
  }

  // --- what did not arrive ---------------------------------------------------------------------

  @Test
  void aBounceFindsItsTextOpensTheCaseAndMarksTheReader() {
    work.post(Post.of("m1", ANN).sent());
    work.shout.willAnswer(new Receipt.Accepted("our-1", Optional.empty()));
    answered(new Answer("Här.", Visibility.PRIVATE, Optional.empty(), false));
    work.reply(ReplyState.SENT);
    assertThat(work.only().summary().state()).isEqualTo(CaseState.WAITING);
    Deliveries.Delivery news = work.post(bounce("b1", Optional.of("our-1"), true));
    assertThat(news.items()).extracting(Deliveries.Item::outcome).containsExactly("applied");
    CaseMessage ours = work.only().thread().get(1);
    assertThat(ours.undelivered().orElseThrow().code()).contains("5.1.1");
    assertThat(work.only().summary().state()).isEqualTo(CaseState.OPEN);
    assertThat(unreachable()).containsExactly(ANN);
    work.post(Post.of("m2", ANN).in("m1").saying("nu går det").sent());
    assertThat(unreachable()).isEmpty();
  }

  @Test
  void aBounceThatNamesOnlyTheReaderFindsTheNewestThatWasSentThere() {
    work.post(Post.of("m1", ANN).sent());
    work.shout.willAnswer(new Receipt.Accepted("our-1", Optional.empty()));
    answered(new Answer("Här.", Visibility.PRIVATE, Optional.empty(), false));
    work.reply(ReplyState.SENT);
    work.post(bounce("b1", Optional.empty(), true));
    assertThat(work.only().thread().get(1).undelivered()).isPresent();
  }

  @Test
  void aFullMailboxDoesNotMakeItsOwnerUnreachable() {
    work.post(Post.of("m1", ANN).sent());
    work.shout.willAnswer(new Receipt.Accepted("our-1", Optional.empty()));
    answered(new Answer("Här.", Visibility.PRIVATE, Optional.empty(), false));
    work.reply(ReplyState.SENT);
    work.post(bounce("full-1", Optional.of("our-1"), true));
    assertThat(work.only().summary().state()).isEqualTo(CaseState.OPEN);
    assertThat(unreachable()).isEmpty();
  }

  @Test
  void aDelayIsSaidAndChangesNothingElse() {
    work.post(Post.of("m1", ANN).sent());
    work.shout.willAnswer(new Receipt.Accepted("our-1", Optional.empty()));
    answered(new Answer("Här.", Visibility.PRIVATE, Optional.empty(), false));
    work.reply(ReplyState.SENT);
    work.post(bounce("b1", Optional.of("our-1"), false));
    assertThat(work.only().thread().get(1).undelivered().orElseThrow().permanent()).isFalse();
    assertThat(work.only().summary().state()).isEqualTo(CaseState.WAITING);
    assertThat(unreachable()).isEmpty();
  }

  @Test
  void aBounceOfWhatIsNotOursIsReadByPeople() {
    work.post(Post.of("m1", ANN).sent());
    work.shout.willAnswer(new Receipt.Accepted("our-1", Optional.empty()));
    answered(new Answer("Här.", Visibility.PRIVATE, Optional.empty(), false));
    work.reply(ReplyState.SENT);
    Deliveries.Delivery news = work.post(bounce("b1", Optional.of("somebody-elses"), true));
    assertThat(news.items()).extracting(Deliveries.Item::outcome).containsExactly("opened");
    assertThat(work.all()).hasSize(2);
    assertThat(
            work.scribe
                .state()
                .messageByPlatform("page", "our-1")
                .orElseThrow()
                .shown(Optional.empty(), Optional.empty())
                .undelivered())
        .isEmpty();
  }

  @Test
  void aBounceThatNamesOnlyAReaderMarksNobodyAsGone() {
    work.post(Post.of("m1", ANN).sent());
    work.shout.willAnswer(new Receipt.Accepted("our-1", Optional.empty()));
    answered(new Answer("Här.", Visibility.PRIVATE, Optional.empty(), false));
    work.reply(ReplyState.SENT);
    work.post(bounce("b1", Optional.empty(), true));
    assertThat(unreachable()).isEmpty();
  }

  @Test
  void anAnswerToALetterThatMovedToAnotherCaseFollowsItThere() {
    work.post(Post.of("m1", ANN).sent());
    work.post(Post.of("m2", ANN).in("m1").saying("och en annan sak").sent());
    CaseView one = work.only();
    String token = work.tokens.of(one.summary().id());
    work.cases.change(
        one.summary().id(),
        one.summary().version(),
        List.of(new CaseChange.Split(List.of(one.thread().get(1).id()))),
        ANNA);
    Deliveries.Delivery next =
        work.post(Post.of("m3", ANN).in("m1").answering("m2").carrying(token).sent());
    CaseView other = work.cases.get(next.items().get(0).caseId().orElseThrow()).orElseThrow();
    assertThat(other.thread()).extracting(CaseMessage::text).contains("och en annan sak");
  }

  @Test
  void aFileGoesOutOnce() throws IOException {
    work.post(Post.of("m1", ANN).sent());
    Files.File file =
        work.files.keep(new ByteArrayInputStream(new byte[3]), "a.txt", "text/plain", ANNA);
    Answer answer =
        new Answer(
            "Här.",
            Visibility.PRIVATE,
            Optional.empty(),
            false,
            List.of(file.id()),
            Optional.empty());
    answered(answer);
    assertThatThrownBy(() -> reply(answer))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("no file");
  }

  @Test
  void whoReportsItAsUnwantedIsMarked() {
    work.post(Post.of("m1", ANN).sent());
    work.shout.willAnswer(new Receipt.Accepted("our-1", Optional.empty()));
    answered(new Answer("Här.", Visibility.PRIVATE, Optional.empty(), false));
    work.reply(ReplyState.SENT);
    work.post(new Inbound.Status("P1", "our-1", Inbound.Standing.COMPLAINED, Workplace.NOON));
    assertThat(unreachable()).containsExactly(ANN);
  }

  private static Inbound.Undelivered bounce(String id, Optional<String> about, boolean permanent) {
    return new Inbound.Undelivered(
        "P1",
        id,
        about,
        Optional.empty(),
        Optional.of(ANN),
        permanent,
        permanent && !id.startsWith("full"),
        Optional.of(permanent ? "5.1.1" : "4.4.1"),
        "no such user",
        Workplace.NOON,
        Optional.of(Post.of(id, "mailer-daemon@kund.example").marked(Mark.AUTOMATIC).sent()));
  }

  private List<String> unreachable() {
    Contacts.Contact contact = work.contacts.get(work.only().summary().contact()).orElseThrow();
    return contact.unreachable().stream().map(Contacts.Unreachable::platformId).toList();
  }
}
