package io.svara.channel.email.read;

import io.svara.api.channel.Inbound;
import io.svara.api.message.Attachment;
import io.svara.api.message.Content;
import io.svara.api.message.Handle;
import io.svara.api.message.Letter;
import io.svara.api.message.Visibility;
import io.svara.channel.email.imap.Slip;
import io.svara.channel.email.letter.MessageIds;
import io.svara.channel.email.letter.Subjects;
import io.svara.channel.email.mime.Mail;
import io.svara.channel.email.mime.Part;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One mail that came, with what is known of its way.
 *
 * @param account the platform's id of the account, as it is configured
 */
record Incoming(
    String account, Optional<Slip> slip, RawHeader header, Mail mail, Instant receivedAt) {
  private static final int LONGEST_TEXT = 900_000;
  private static final int LONGEST_WORDS = 2_000;

  /** Fields in which servers note for whom a mail came, whatever its author wrote. */
  private static final List<String> DELIVERED =
      List.of("Delivered-To", "X-Original-To", "Envelope-To", "X-Delivered-To");

  /** What it tells. */
  Inbound item(byte[] bytes) {
    Optional<Handle> author = author();
    if (author.isEmpty()) {
      return new Inbound.Unknown(account, "mail", "It names nobody who wrote it.");
    }
    String id = Ids.of(header, bytes);
    List<String> references = references();
    List<String> parents = parents();
    String thread =
        Stream.of(references, parents, List.of(id)).flatMap(List::stream).findFirst().orElseThrow();
    return new Inbound.Message(
        account,
        id,
        thread,
        Optional.empty(),
        parents.stream().findFirst(),
        author.get(),
        isOwn(author.get()),
        Visibility.PRIVATE,
        bounded(mail.text(), LONGEST_TEXT),
        mail.files().stream().map(Incoming::attachment).toList(),
        Optional.empty(),
        Dates.of(header, receivedAt),
        Optional.empty(),
        Optional.of(letter(author.get(), references, parents)));
  }

  private Optional<Handle> author() {
    return Stream.of("From", "Sender", "Reply-To", "Return-Path")
        .flatMap(name -> People.in(header.all(name)).stream())
        .findFirst();
  }

  private boolean isOwn(Handle author) {
    return ours(author.platformId());
  }

  private boolean ours(String address) {
    String bare = address.replaceFirst("\\+[^@]*@", "@");
    return Stream.of(address, bare)
        .anyMatch(
            one ->
                one.equals(account.toLowerCase(Locale.ROOT))
                    || slip.stream().anyMatch(s -> s.addresses().contains(one)));
  }

  private List<String> references() {
    return header.all("References").stream().flatMap(v -> Ids.in(v).stream()).distinct().toList();
  }

  private List<String> parents() {
    return header.all("In-Reply-To").stream().flatMap(v -> Ids.in(v).stream()).distinct().toList();
  }

  private Letter letter(Handle author, List<String> references, List<String> parents) {
    String subject = bounded(mail.root().field("Subject").orElse(""), LONGEST_WORDS);
    List<String> known = new ArrayList<>(parents);
    for (int i = references.size() - 1; i >= 0; i--) {
      known.add(references.get(i));
    }
    List<String> about = about(author, subject);
    return new Letter(
        subject,
        People.in(header.all("To")),
        People.in(header.all("Cc")),
        People.in(header.all("Reply-To")).stream()
            .filter(one -> !one.platformId().equals(author.platformId()))
            .toList(),
        mail.html(),
        "",
        marks(),
        token(known),
        known.stream().distinct().toList(),
        about,
        Subjects.base(subject).equals(subject.strip()) ? List.of() : about);
  }

  /** Author and subject together; nothing where the subject says nothing, or we wrote it. */
  private List<String> about(Handle author, String subject) {
    String base = Subjects.base(subject).toLowerCase(Locale.ROOT);
    return base.isEmpty() || isOwn(author)
        ? List.of()
        : List.of("about-" + Ids.digest(author.platformId() + "\n" + base));
  }

  private Set<Letter.Mark> marks() {
    Set<Letter.Mark> marks = EnumSet.noneOf(Letter.Mark.class);
    marks.addAll(mail.marks());
    if (slip.stream().anyMatch(s -> s.whole() >= 0)) {
      marks.add(Letter.Mark.CUT_SHORT);
    }
    return marks;
  }

  private Optional<String> token(List<String> references) {
    Stream<String> addresses =
        Stream.concat(DELIVERED.stream(), Stream.of("To", "Cc"))
            .flatMap(name -> People.in(header.all(name)).stream())
            .map(Handle::platformId)
            .filter(this::ours);
    return Stream.concat(
            addresses.map(MessageIds::tokenOfAddress), references.stream().map(MessageIds::token))
        .flatMap(Optional::stream)
        .findFirst();
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

  private static String bounded(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
    return text.substring(0, end);
  }
}
