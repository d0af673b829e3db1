package io.svara.testing.conformance.sound;

import io.svara.api.channel.Inbound;
import io.svara.api.channel.Inbound.Edit;
import io.svara.api.channel.Inbound.Message;
import io.svara.api.channel.Parsed;
import io.svara.api.channel.RawDelivery;
import io.svara.api.message.Handle;
import io.svara.api.message.Visibility;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Messages that are read wrongly, and reading that depends on what it may not. */
enum ReadOtherwise implements Deviation {
  OTHER_ACCOUNT("aMessageNamesItsAccount") {
    @Override
    public void message(Varied self, RawDelivery delivery, MessageParts parts) {
      parts.account = "page-of-" + parts.account;
    }
  },
  AUTHOR_BY_NAME("aMessageNamesItsAuthorByThePlatformsId") {
    @Override
    public void message(Varied self, RawDelivery delivery, MessageParts parts) {
      parts.author =
          parts
              .author
              .name()
              .filter(name -> !name.isBlank())
              .map(Handle::unnamed)
              .orElse(parts.author);
    }
  },
  TIME_OF_ARRIVAL("aMessageHasThePlatformsTime") {
    @Override
    public void message(Varied self, RawDelivery delivery, MessageParts parts) {
      parts.sentAt = delivery.receivedAt();
    }
  },
  ALL_PUBLIC("publicAndPrivateAreToldApart") {
    @Override
    public void message(Varied self, RawDelivery delivery, MessageParts parts) {
      parts.visibility = Visibility.PUBLIC;
    }
  },
  WITHOUT_EMOJI("emojiAreReadAsTheyWereWritten") {
    @Override
    public void message(Varied self, RawDelivery delivery, MessageParts parts) {
      parts.text = parts.text.replaceAll("[^\\u0000-\\uFFFF]", "");
    }
  },
  WITHOUT_DIRECTION("rightToLeftTextIsReadAsItWasWritten") {
    @Override
    public void message(Varied self, RawDelivery delivery, MessageParts parts) {
      parts.text = parts.text.replaceAll("[\\u200E\\u200F]", "");
    }
  },
  IN_ONE_LINE("linesAndQuotesAreReadAsTheyWereWritten") {
    @Override
    public void message(Varied self, RawDelivery delivery, MessageParts parts) {
      parts.text = parts.text.replace('\n', ' ');
    }
  },
  COMPOSED("combinedLettersAreReadAsTheyWereWritten") {
    @Override
    public void message(Varied self, RawDelivery delivery, MessageParts parts) {
      parts.text = Normalizer.normalize(parts.text, Normalizer.Form.NFC);
    }
  },
  CUT_OFF("aLongTextIsReadToItsEnd") {
    @Override
    public void message(Varied self, RawDelivery delivery, MessageParts parts) {
      parts.text = parts.text.substring(0, Math.min(65_536, parts.text.length()));
    }
  },
  NOTHING_WITHOUT_WORDS("aMessageWithoutAWordIsRead") {
    @Override
    public Inbound item(Varied self, RawDelivery delivery, Inbound item) {
      return item instanceof Message message && message.text().isEmpty()
          ? new Inbound.Ignored(message.account(), "message", "it says nothing")
          : item;
    }
  },
  WITHOUT_PICTURES("anAttachmentIsReadByReference") {
    @Override
    public void message(Varied self, RawDelivery delivery, MessageParts parts) {
      parts.attachments = List.of();
    }
  },
  ONCE_ONLY("aConnectorReadsTheSameTwice") {
    @Override
    public Inbound item(Varied self, RawDelivery delivery, Inbound item) {
      return item instanceof Message message && !self.seen.add(message.platformId())
          ? new Inbound.Ignored(message.account(), "message", "it was read before")
          : item;
    }
  },
  IN_THE_MACHINES_LANGUAGE("readingDoesNotDependOnLanguageOrTimeZone") {
    @Override
    public void message(Varied self, RawDelivery delivery, MessageParts parts) {
      parts.link = parts.link.map(link -> link.toUpperCase(Locale.getDefault()));
    }
  },
  REVISION_OF_ARRIVAL("anEditReadLaterIsTheSameEdit") {
    @Override
    public Inbound item(Varied self, RawDelivery delivery, Inbound item) {
      return item instanceof Edit edit
          ? Edits.revised(edit, edit.revision() + "-" + delivery.receivedAt().toEpochMilli())
          : item;
    }
  },
  BY_WAY_OF_A_FIELD("readingTwoDeliveriesAtOnceDoesNotMixThem") {
    @Override
    public Parsed parse(Varied self, RawDelivery delivery) {
      self.memory.put("delivery", delivery);
      delivery.json();
      return self.sound().parse((RawDelivery) self.memory.get("delivery"));
    }
  },
  EACH_REPLY_ALONE("aReplyBelongsToTheConversationOfWhatItAnswers") {
    @Override
    public void message(Varied self, RawDelivery delivery, MessageParts parts) {
      parts.thread = parts.isReply() && !parts.own ? parts.id : parts.thread;
    }
  },
  ROOT_FIRST("theOrderOfArrivalDoesNotMatter") {
    @Override
    public void message(Varied self, RawDelivery delivery, MessageParts parts) {
      if (!parts.isReply()) {
        self.seen.add(parts.thread);
      } else if (!parts.own && !self.seen.contains(parts.thread)) {
        parts.thread = parts.id;
      }
    }
  },
  ONE_CONVERSATION("strangersHaveConversationsOfTheirOwn") {
    @Override
    public void message(Varied self, RawDelivery delivery, MessageParts parts) {
      parts.thread = parts.account;
    }
  },
  LATEST_FIRST("allThingsInOneDeliveryAreRead") {
    @Override
    public Parsed parse(Varied self, RawDelivery delivery) {
      Parsed parsed = self.sound().parse(delivery);
      if (parsed instanceof Parsed.Items read) {
        List<Inbound> items = new ArrayList<>(read.items());
        Collections.reverse(items);
        return new Parsed.Items(items);
      }
      return parsed;
    }
  },
  NUMBERED_IN_THE_DELIVERY("whatStandsTwiceInADeliveryIsOneMessage") {
    @Override
    public Parsed parse(Varied self, RawDelivery delivery) {
      Parsed parsed = self.sound().parse(delivery);
      return parsed instanceof Parsed.Items read ? new Parsed.Items(numbered(read)) : parsed;
    }

    private List<Inbound> numbered(Parsed.Items read) {
      Set<String> ids = new HashSet<>();
      List<Inbound> items = new ArrayList<>();
      for (Inbound item : read.items()) {
        if (item instanceof Message message && !ids.add(message.platformId())) {
          MessageParts parts = new MessageParts(message);
          parts.id = parts.id + "-" + items.size();
          items.add(parts.together());
        } else {
          items.add(item);
        }
      }
      return items;
    }
  },
  ALL_OURS("whatACustomerWroteIsNotTakenForOurs") {
    @Override
    public void message(Varied self, RawDelivery delivery, MessageParts parts) {
      parts.own = true;
    }
  },
  NOTHING_OURS("whatTheAccountWroteIsOurOwn") {
    @Override
    public void message(Varied self, RawDelivery delivery, MessageParts parts) {
      parts.own = false;
    }
  },
  ECHO_ALONE("whatTheAccountWroteStandsInTheCustomersConversation") {
    @Override
    public void message(Varied self, RawDelivery delivery, MessageParts parts) {
      parts.thread = parts.own ? parts.id : parts.thread;
    }
  },
  ECHO_UNDER_ANOTHER_ID("whatWeSentComesBackUnderTheSameId") {
    @Override
    public void message(Varied self, RawDelivery delivery, MessageParts parts) {
      parts.id = delivery.text().contains("\"app\":true") ? "echo-" + parts.id : parts.id;
    }
  };

  private final String fails;

  ReadOtherwise(String fails) {
    this.fails = fails;
  }

  @Override
  public String fails() {
    return fails;
  }
}
