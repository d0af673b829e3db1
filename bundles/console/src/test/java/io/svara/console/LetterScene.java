package io.svara.console;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.svara.console.stub.Desk;
import io.svara.console.stub.StubGateway;
import java.util.HexFormat;

/** A case of letters that shows all that letters can have. */
final class LetterScene {
  /** One dot. */
  static final byte[] PNG =
      HexFormat.of()
          .parseHex(
              "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154"
                  + "08d763f8cfc0000003010100c9fe92ef0000000049454e44ae426082");

  private static final String HTML =
      """
      <html><head><title>Faktura</title><style>p { color: red }</style></head>
      <body bgcolor="#f4f1ea"><table width="560" align="center" bgcolor="#ffffff" cellpadding="16">
      <tr><td style="font-family:Georgia;color:#222">
      <h2 style="color:#0a5c58">Fel på faktura 4711</h2>
      <p>Hej!<br>Jag har fått <b>två</b> fakturor för november.</p>
      <img src="https://mail.example/logo.png" alt="Logotyp" width="120">
      <img src="https://mail.example/open.gif" width="1" height="1">
      <p>Se <a href="https://faktura.example.net/4711">norrvik.example/4711</a>.</p>
      <p>Hälsningar<br>Karolina</p></td></tr></table></body></html>
      """;

  private LetterScene() {}

  /** Gives the case's id. */
  static String fill(StubGateway gateway) {
    String id =
        gateway
            .desk()
            .openLetter(
                "Karolina Ek",
                "karolina@kund.example",
                "Fel på faktura 4711",
                "Hej!\n\nJag har fått två fakturor för november. Kan ni ta bort den ena?\n\n"
                    + "Hälsningar\nKarolina");
    gateway
        .desk()
        .adjustMessage(
            id,
            0,
            message -> {
              letter(message);
              attach(message, "faktura 4711.pdf", "application/pdf", 182_340);
              attach(message, "skärmbild.png", "image/png", PNG.length);
              attach(message, "winmail.dat", "application/ms-tnef", 20_480);
              attach(message, "öppna mig.pdf.exe", "application/octet-stream", 912_000);
              gateway.letters().put(message.get("id").asText(), HTML);
              gateway
                  .letters()
                  .files(message.get("id").asText(), new byte[9], PNG, new byte[9], new byte[9]);
            });
    gateway.desk().colleagueAnswers(id, "alex", "Hej Karolina! Den ena är nu makulerad. /Alex");
    gateway.desk().adjustMessage(id, 1, LetterScene::bounced);
    return id;
  }

  private static void letter(ObjectNode message) {
    ObjectNode letter = (ObjectNode) message.get("letter");
    letter.put("html", true);
    letter.put(
        "folded",
        "Den 20 november skrev Norrvik:\n> Hej Karolina,\n> här är din faktura.\n\n-- \n"
            + "Karolina Ek\nStorgatan 4, Norrvik");
    ArrayNode copies = (ArrayNode) letter.get("copies");
    copies.addObject().put("platformId", "ekonomi@kund.example").put("name", "Ekonomi, Kund AB");
    copies.addObject().put("platformId", "Support+k3x9@norrvik.example");
    ((ArrayNode) letter.get("marks")).add("signed").add("forwarded");
  }

  private static void bounced(ObjectNode message) {
    Desk.asLetter(message, "", "Re: Fel på faktura 4711");
    ((ObjectNode) message.at("/letter/to/0")).put("platformId", "karolina@kund.example");
    message
        .putObject("undelivered")
        .put("recipient", "karolina@kund.example")
        .put("permanent", true)
        .put("code", "5.1.1")
        .put("reason", "The email account that you tried to reach does not exist.")
        .put("at", message.get("at").asText());
  }

  private static void attach(ObjectNode message, String name, String type, long bytes) {
    ((ArrayNode) message.get("attachments"))
        .addObject()
        .put("kind", type.startsWith("image/") ? "image" : "file")
        .put("title", name)
        .put("kept", true)
        .put("mediaType", type)
        .put("bytes", bytes)
        .put("inline", false);
  }
}
