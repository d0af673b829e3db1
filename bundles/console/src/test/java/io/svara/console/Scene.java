package io.svara.console;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.svara.console.stub.Desk;
import java.time.Duration;

/** A desk as on a usual morning: for pictures, and for checks of everything that can be shown. */
final class Scene {
  private Scene() {}

  /** Fills the desk; gives the id of the case that shows the most. */
  static String fill(Desk desk) {
    resolved(desk);
    desk.open(
        "Elin Sandberg",
        "public",
        "Jättebra bemötande i butiken i Umeå i lördags, tack till Jonas!",
        Duration.ofHours(30));
    String praised =
        desk.open("Ahmed Nouri", "public", "Rekommenderas varmt.", Duration.ofHours(5));
    desk.adjust(praised, view -> view.putObject("rating").put("recommends", true));
    String angry =
        desk.open(
            "Gunilla Bergström",
            "public",
            "Tredje gången jag skriver nu. Fakturan är fortfarande fel och ingen svarar i telefon!",
            Duration.ofHours(3));
    desk.adjust(
        angry,
        view -> {
          view.put("priority", 1).put("assignee", "alex").put("state", "open");
          view.putObject("rating").put("stars", 1);
          view.withArray("tags").add("faktura").add("klagomål");
        });
    desk.open(
        "Tom O'Brien", "private", "Hi, can I change my delivery address?", Duration.ofMinutes(52));
    String id = rich(desk);
    desk.open(
        "Åsa-Märta Lindström",
        "public",
        "Hej! Har ni öppet på trettondagen?",
        Duration.ofMinutes(2));
    return id;
  }

  private static void resolved(Desk desk) {
    String id = desk.open("Karolina Ek", "private", "Tack, nu fungerar det!", Duration.ofDays(9));
    desk.adjust(id, view -> view.put("state", "resolved").remove("waitingSince"));
  }

  private static String rich(Desk desk) {
    String id =
        desk.open(
            "Karolina Ek",
            "public",
            "Hej, mitt bredband har varit nere sedan i morse. Är det ett fel i området?",
            Duration.ofMinutes(48));
    desk.adjustMessage(
        id,
        0,
        message -> {
          message.withArray("edited").add("Hej, mitt bredband är nere.");
          message.put("link", "https://www.facebook.com/norrvik/posts/1");
          ArrayNode attachments = message.withArray("attachments");
          attachments
              .addObject()
              .put("kind", "image")
              .put("title", "router.jpg")
              .put("url", "https://example.org/router.jpg");
        });
    desk.colleagueAnswers(
        id, "alex", "Hej Karolina! Vi ser ett avbrott i Norrvik just nu. Mer på driftsidan. /Alex");
    desk.customerWrites(id, "Tack. Hur får jag ersättning för i dag?");
    desk.adjust(
        id,
        view -> {
          view.put("assignee", "kim").put("state", "open").put("priority", 2);
          view.withArray("tags").add("avbrott").add("bredband");
          view.withArray("capabilities").add("private-reply");
        });
    desk.colleagueAnswers(id, "kim", "Vi skickar ett formulär i ett privat meddelande.");
    desk.replyBecomes(id, "unknown", "Facebook svarade inte inom 30 sekunder.");
    desk.customerWrites(id, "Mitt kundnummer är 40 112.");
    int last = desk.view(id).get("thread").size() - 1;
    desk.adjustMessage(id, last, message -> message.put("visibility", "private"));
    return id;
  }
}
