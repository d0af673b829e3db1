package io.svara.testing.conformance.sound;

import io.svara.api.channel.Inbound;
import io.svara.api.channel.Inbound.Edit;
import io.svara.api.channel.Inbound.Ignored;
import io.svara.api.channel.Inbound.Message;
import io.svara.api.channel.Inbound.Removal;
import io.svara.api.channel.Inbound.Unknown;
import io.svara.api.channel.Parsed;
import io.svara.api.channel.RawDelivery;
import io.svara.api.channel.RawDelivery.LookupAnswer;
import io.svara.api.message.Tree;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Edits, removals, other events and lookups that are taken wrongly. */
enum ChangedOtherwise implements Deviation {
  EDIT_WITHOUT_TEXT("anEditNamesItsMessageAndTheNewText") {
    @Override
    public Inbound item(Varied self, RawDelivery delivery, Inbound item) {
      return item instanceof Edit edit ? Edits.reworded(edit, "") : item;
    }
  },
  ONE_REVISION("twoEditsAreTwoRevisions") {
    @Override
    public Inbound item(Varied self, RawDelivery delivery, Inbound item) {
      return item instanceof Edit edit ? Edits.revised(edit, "latest") : item;
    }
  },
  EDITS_OF_WHAT_IT_SAW("anEditIsReadBeforeItsMessage") {
    @Override
    public Inbound item(Varied self, RawDelivery delivery, Inbound item) {
      remember(self, item);
      return item instanceof Edit edit && !self.seen.contains(edit.platformId())
          ? new Ignored(edit.account(), "edit", "of a message that was never seen")
          : item;
    }
  },
  REMOVES_ANOTHER("aRemovalNamesItsMessage") {
    @Override
    public Inbound item(Varied self, RawDelivery delivery, Inbound item) {
      return item instanceof Removal it
          ? new Removal(it.account(), "removed-" + it.platformId(), it.removedAt())
          : item;
    }
  },
  REMOVALS_OF_WHAT_IT_SAW("aRemovalIsReadBeforeItsMessage") {
    @Override
    public Inbound item(Varied self, RawDelivery delivery, Inbound item) {
      remember(self, item);
      return item instanceof Removal it && !self.seen.contains(it.platformId())
          ? new Ignored(it.account(), "removal", "of a message that was never seen")
          : item;
    }
  },
  LIKES_UNSEEN("aReactionIsSeenAndOpensNothing") {
    @Override
    public Parsed parse(Varied self, RawDelivery delivery) {
      return only(self.sound().parse(delivery), item -> !(item instanceof Ignored));
    }
  },
  UNKNOWN_IGNORED("anUnknownEventIsKeptForALaterVersion") {
    @Override
    public Inbound item(Varied self, RawDelivery delivery, Inbound item) {
      return item instanceof Unknown unknown
          ? new Ignored(unknown.account(), unknown.what(), unknown.reason())
          : item;
    }
  },
  UNKNOWN_SPOILS_ALL("anUnknownEventLeavesItsNeighboursAlone") {
    @Override
    public Parsed parse(Varied self, RawDelivery delivery) {
      Parsed parsed = self.sound().parse(delivery);
      return parsed instanceof Parsed.Items read
              && read.items().stream().anyMatch(Unknown.class::isInstance)
          ? only(parsed, Unknown.class::isInstance)
          : parsed;
    }
  },
  KNOWN_MEMBERS_ONLY("anUnknownMemberChangesNothing") {
    @Override
    public Parsed parse(Varied self, RawDelivery delivery) {
      boolean strange =
          delivery.json().at("events").each().stream()
              .filter(event -> event.at("event").text().filter("written"::equals).isPresent())
              .anyMatch(
                  event ->
                      event instanceof Tree.Branch it && !KNOWN.containsAll(it.members().keySet()));
      return strange
          ? new Parsed.Malformed("An event has a member that is not known.")
          : self.sound().parse(delivery);
    }
  },
  NEVER_ASKS("whatIsNotToldIsLookedUp") {
    @Override
    public Parsed parse(Varied self, RawDelivery delivery) {
      Parsed parsed = self.sound().parse(delivery);
      return parsed instanceof Parsed.Needs
          ? new Parsed.Items(
              List.of(new Unknown(FakeSound.SHOP, "written", "the words are not told")))
          : parsed;
    }
  },
  ASKS_FOR_NOBODY("aLookupNamesItsAccount") {
    @Override
    public Parsed parse(Varied self, RawDelivery delivery) {
      Parsed parsed = self.sound().parse(delivery);
      return parsed instanceof Parsed.Needs needs ? new Parsed.Needs(astray(needs)) : parsed;
    }
  },
  ASKS_UNDER_ONE_NAME("everyQuestionOfADeliveryHasANameOfItsOwn") {
    @Override
    public Parsed parse(Varied self, RawDelivery delivery) {
      Parsed parsed = self.sound().parse(delivery);
      return parsed instanceof Parsed.Needs needs
          ? new Parsed.Needs(alike(needs.lookups(), needs.lookups().get(0).name()))
          : parsed;
    }

    private List<Parsed.Lookup> alike(List<Parsed.Lookup> lookups, String name) {
      return lookups.stream()
          .map(one -> new Parsed.Lookup(one.account(), name, one.question()))
          .toList();
    }
  },
  ASKS_AGAIN_WHEN_REFUSED("aRefusedLookupIsTheEnd") {
    @Override
    public Parsed parse(Varied self, RawDelivery delivery) {
      return asksAgain(self, delivery, answer -> answer.status() == 403);
    }
  },
  ASKS_AGAIN_WHEN_UNANSWERED("anUnansweredLookupIsTheEnd") {
    @Override
    public Parsed parse(Varied self, RawDelivery delivery) {
      return asksAgain(self, delivery, answer -> answer.status() == 0);
    }
  };

  private static final Set<String> KNOWN =
      Set.of(
          "event",
          "id",
          "at",
          "author",
          "name",
          "public",
          "text",
          "conversation",
          "under",
          "file",
          "untold",
          "app");

  private final String fails;

  ChangedOtherwise(String fails) {
    this.fails = fails;
  }

  @Override
  public String fails() {
    return fails;
  }

  private static void remember(Varied self, Inbound item) {
    if (item instanceof Message message) {
      self.seen.add(message.platformId());
    }
  }

  private static Parsed only(Parsed parsed, Predicate<Inbound> wanted) {
    return parsed instanceof Parsed.Items read
        ? new Parsed.Items(read.items().stream().filter(wanted).toList())
        : parsed;
  }

  private static Parsed asksAgain(
      Varied self, RawDelivery delivery, Predicate<LookupAnswer> unsatisfied) {
    List<Parsed.Lookup> again =
        delivery.answers().stream()
            .filter(unsatisfied)
            .map(
                answer ->
                    new Parsed.Lookup(FakeSound.SHOP, answer.name(), "/messages/" + answer.name()))
            .toList();
    return again.isEmpty() ? self.sound().parse(delivery) : new Parsed.Needs(again);
  }

  /** Each question twice: as the account, and before that as somebody else under another name. */
  private static List<Parsed.Lookup> astray(Parsed.Needs needs) {
    return needs.lookups().stream()
        .flatMap(
            one ->
                Stream.of(new Parsed.Lookup("nobody", "astray-" + one.name(), one.question()), one))
        .toList();
  }
}
