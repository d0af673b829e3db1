package io.svara.channel.email.read;

import io.svara.api.channel.Inbound;
import io.svara.api.message.Attachment;
import io.svara.api.message.Content;
import io.svara.api.message.Handle;
import io.svara.api.message.Letter;
import io.svara.api.message.Visibility;
import io.svara.channel.email.letter.Subjects;
import io.svara.channel.email.mime.Mail;
import io.svara.channel.email.mime.Part;
import io.svara.channel.email.quote.Folded;
import io.svara.channel.email.report.Automatic;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One letter that came.
 *
 * @param cut whether only its beginning was taken in
 */
record Incoming(Ours ours, Headers header, Mail mail, boolean cut) {
  private static final int LONGEST_TEXT = 900_000;
  private static final int LONGEST_PAGE = 900_000;
  private static final int LONGEST_SUBJECT = 2_000;

  /** Fields in which servers note for whom a mail came, whatever its author wrote. */
  private static final List<String> ADDRESSED =
      List.of("Delivered-To", "X-Original-To", "Envelope-To", "X-Delivered-To", "To", "Cc");

  /** The message that it is; empty where nobody is named as its author. */
  Optional<Inbound.Message> message(String id, Instant at) {
    return author().map(author -> message(id, at, author));
  }

  /** Who wrote it. Forms on web pages write in our name and name the customer as whom to answer. */
  private Optional<Handle> author() {
    Optional<Handle> from =
        Stream.of("From", "Sender", "Reply-To", "Return-Path")
            .flatMap(name -> People.in(mail.root(), name).stream())
            .findFirst();
    if (ours.sent() || from.filter(this::isOurs).isEmpty()) {
      return from;
    }
    return People.in(mail.root(), "Reply-To").stream()
        .filter(named -> !isOurs(named))
        .findFirst()
        .or(() -> from);
  }

  private boolean isOurs(Handle author) {
    return ours.is(author.platformId());
  }

  /** What a From says anybody can write; only who has the account puts mail to what it sent. */
  private boolean isOwn(Handle author) {
    return ours.sent() && isOurs(author);
  }

  private Inbound.Message message(String id, Instant at, Handle author) {
    List<String> references = header.ids("References");
    List<String> parents = header.ids("In-Reply-To");
    Folded folded = Written.of(mail);
    return new Inbound.Message(
        ours.account(),
        id,
        Stream.of(references, parents, List.of(id)).flatMap(List::stream).findFirst().orElseThrow(),
        Optional.empty(),
        parents.stream().findFirst(),
        author,
        isOwn(author),
        Visibility.PRIVATE,
        bounded(folded.written(), LONGEST_TEXT),
        mail.files().stream().map(Incoming::attachment).toList(),
        Optional.empty(),
        at,
        Optional.empty(),
        Optional.of(letter(id, author, folded.folded(), references, parents)));
  }

  private Letter letter(
      String id, Handle author, String folded, List<String> references, List<String> parents) {
    String subject = bounded(mail.root().field("Subject").orElse(""), LONGEST_SUBJECT);
    List<String> known = new ArrayList<>(parents);
    for (int i = references.size() - 1; i >= 0; i--) {
      known.add(references.get(i));
    }
    List<String> about = about(author, subject);
    List<String> carrying = new ArrayList<>(known);
    if (isOwn(author)) {
      // Our own copy: its own id is what carries the token.
      carrying.add(0, id);
    }
    boolean answers = !Subjects.base(subject).equals(subject.strip());
    return new Letter(
        subject,
        People.in(mail.root(), "To"),
        People.in(mail.root(), "Cc"),
        answersTo(author),
        mail.html().map(Incoming::page),
        bounded(folded, LONGEST_TEXT),
        marks(subject),
        token(carrying),
        known.stream().distinct().toList(),
        about,
        answers ? about : List.of());
  }

  private List<Handle> answersTo(Handle author) {
    List<Handle> named = People.in(mail.root(), "Reply-To");
    boolean same = named.stream().allMatch(one -> one.platformId().equals(author.platformId()));
    return same ? List.of() : named;
  }

  /** Author and subject together; nothing where the subject says nothing, or we wrote it. */
  private List<String> about(Handle author, String subject) {
    String base = Subjects.base(subject).toLowerCase(Locale.ROOT);
    return base.isEmpty() || isOurs(author)
        ? List.of()
        : List.of("about-" + Ids.digest(author.platformId() + "\n" + base));
  }

  private Set<Letter.Mark> marks(String subject) {
    Set<Letter.Mark> marks = EnumSet.noneOf(Letter.Mark.class);
    marks.addAll(mail.marks());
    if (cut || mail.html().filter(page -> page.length() > LONGEST_PAGE).isPresent()) {
      marks.add(Letter.Mark.CUT_SHORT);
    }
    if (Subjects.isForwarded(subject)) {
      marks.add(Letter.Mark.FORWARDED);
    }
    Optional<Automatic> automatic = Automatic.of(mail);
    if (automatic.filter(Automatic::automatic).isPresent()) {
      marks.add(Letter.Mark.AUTOMATIC);
    }
    if (automatic.filter(Automatic::bulk).isPresent()) {
      marks.add(Letter.Mark.BULK);
    }
    return marks;
  }

  private Optional<String> token(List<String> ids) {
    return ours.token(
        ADDRESSED.stream()
            .flatMap(name -> People.in(mail.root(), name).stream())
            .map(Handle::platformId),
        ids.stream());
  }

  private static Attachment attachment(Part file) {
    String family = file.mediaType().replaceFirst("/.*", "");
    String kind = Set.of("image", "video", "audio").contains(family) ? family : "file";
    return new Attachment(
        kind,
        Optional.empty(),
        file.fileName(),
        Optional.of(new Content(file.mediaType(), file.content(), file.contentId())));
  }

  /** The page, or its beginning, in which no tag is torn. */
  private static String page(String page) {
    String beginning = bounded(page, LONGEST_PAGE);
    boolean torn =
        beginning.length() < page.length()
            && beginning.lastIndexOf('<') > beginning.lastIndexOf('>');
    return torn ? beginning.substring(0, beginning.lastIndexOf('<')) : beginning;
  }

  private static String bounded(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
    return text.substring(0, end);
  }
}
