package io.svara.testing.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.svara.api.channel.Inbound.Message;
import io.svara.api.message.Attachment;
import io.svara.api.message.Visibility;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a customer writes becomes a message that says who, where, when and what. */
public interface MessageCases {

  @Test
  default void aMessageNamesItsAccount(Trial trial) {
    Written written = trial.platform().writes(trial.somewhere(), "Hej!");
    assertThat(Items.message(written, trial.read()).account())
        .isEqualTo(trial.platform().account());
  }

  @Test
  default void aMessageNamesItsAuthorByThePlatformsId(Trial trial) {
    Written written = trial.platform().writes(trial.somewhere(), "Hej!");
    assertThat(Items.message(written, trial.read()).author().platformId())
        .isEqualTo(written.author());
  }

  /** The delivery arrives three hours later here. Many platforms tell whole seconds only. */
  @Test
  default void aMessageHasThePlatformsTime(Trial trial) {
    Written written = trial.platform().writes(trial.somewhere(), "Hej!");
    assertThat(Duration.between(Items.message(written, trial.read()).sentAt(), written.at()).abs())
        .isLessThanOrEqualTo(Duration.ofSeconds(1));
  }

  @Test
  @Requires({Feature.PUBLIC_REPLIES, Feature.PRIVATE_REPLIES})
  default void publicAndPrivateAreToldApart(Trial trial) {
    Written openly = trial.platform().writes(Visibility.PUBLIC, "Hej allihop!");
    Written quietly = trial.platform().writes(Visibility.PRIVATE, "Hej ni!");
    var items = trial.read();
    assertThat(Items.message(openly, items).visibility()).isEqualTo(Visibility.PUBLIC);
    assertThat(Items.message(quietly, items).visibility()).isEqualTo(Visibility.PRIVATE);
  }

  @Test
  default void emojiAreReadAsTheyWereWritten(Trial trial) {
    reads(trial, "Tack \uD83D\uDC4D\uD83C\uDFFD \uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67!");
  }

  /** Hebrew, Arabic, and the marks that turn the direction. */
  @Test
  default void rightToLeftTextIsReadAsItWasWritten(Trial trial) {
    reads(trial, "\u200F\u05E9\u05DC\u05D5\u05DD, \u0645\u0631\u062D\u0628\u0627\u200F (42)\u200E");
  }

  @Test
  default void linesAndQuotesAreReadAsTheyWereWritten(Trial trial) {
    reads(trial, "Rad ett\n\n\"Rad\" <b>två</b> & 'tre' \\ 100 %\tslut");
  }

  /** Not put together: a name that was written as two signs is searched for as two. */
  @Test
  default void combinedLettersAreReadAsTheyWereWritten(Trial trial) {
    reads(trial, "A\u030Akesson och \u00C5kesson, \uFB01n");
  }

  @Test
  default void aLongTextIsReadToItsEnd(Trial trial) {
    reads(trial, "Och så vidare. ".repeat(13_000) + "Slut.");
  }

  @Test
  @Requires(Feature.EMPTY_TEXTS)
  default void aMessageWithoutAWordIsRead(Trial trial) {
    reads(trial, "");
  }

  @Test
  @Requires(Feature.ATTACHMENTS)
  default void anAttachmentIsReadByReference(Trial trial) {
    URI picture = URI.create("https://files.example/picture.jpg?size=large&token=42");
    Written written = trial.platform().attaches(trial.somewhere(), "Se bilden", picture);
    assertThat(Items.message(written, trial.read()).attachments())
        .extracting(Attachment::url)
        .containsExactly(Optional.of(picture));
  }

  private static void reads(Trial trial, String text) {
    Written written = trial.platform().writes(trial.somewhere(), text);
    Message message = Items.message(written, trial.read());
    assertThat(message.text()).isEqualTo(text);
  }
}
