package io.svara.channel.email.report;

import io.svara.channel.email.mime.Part;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Which of the addresses in a notice are those that the mail did not reach. */
final class Whom {

  private static final Set<String> HELPERS =
      Set.of(
          "postmaster",
          "mailerdaemon",
          "support",
          "abuse",
          "helpdesk",
          "help",
          "hostmaster",
          "noreply",
          "admin",
          "administrator");

  /** Addresses that are weighed. */
  private static final int MOST = 1_000;

  /** Characters around an address that say whose it is. */
  private static final int NEAR = 60;

  private final String text;
  private final Set<String> written = new HashSet<>();
  private final Set<String> ours = new HashSet<>();

  Whom(Part root, String text, Original original) {
    this.text = text;
    original.recipients().forEach(address -> written.add(lower(address)));
    for (String name : List.of("To", "X-Original-To", "Delivered-To", "Envelope-To")) {
      root.fields(name).forEach(v -> Addresses.in(v).forEach(address -> ours.add(lower(address))));
    }
    original.header().stream()
        .filter(f -> f.name().equalsIgnoreCase("from") || f.name().equalsIgnoreCase("return-path"))
        .forEach(f -> Addresses.in(f.value()).forEach(address -> ours.add(lower(address))));
  }

  private record Weighed(Addresses.At at, int weight) {}

  /** Those that failed, each where it is told best, in the order of the text. */
  List<Addresses.At> failed() {
    Map<String, Weighed> best = new LinkedHashMap<>();
    Addresses.at(text).stream()
        .limit(MOST)
        .forEach(
            at ->
                best.merge(
                    lower(at.address()),
                    new Weighed(at, weight(at)),
                    (one, other) -> one.weight() < other.weight() ? other : one));
    int most = best.values().stream().mapToInt(Weighed::weight).max().orElse(0);
    int floor = Math.max(1, Math.min(3, most));
    return best.values().stream()
        .filter(weighed -> weighed.weight() >= floor)
        .map(Weighed::at)
        .sorted(Comparator.comparingInt(Addresses.At::start))
        .toList();
  }

  private int weight(Addresses.At at) {
    int begin = at.start();
    while (begin > Math.max(0, at.start() - NEAR) && text.charAt(begin - 1) != '\n') {
      begin--;
    }
    int end = at.end();
    while (end < Math.min(text.length(), at.end() + NEAR) && text.charAt(end) != '\n') {
      end++;
    }
    String before = lower(text.substring(begin, at.start()));
    String near = near(before);
    String after = text.substring(at.end(), end);
    String address = lower(at.address());
    boolean meant = written.contains(address);
    int weight = meant ? 4 : 0;
    weight -= ours.contains(address) && !meant ? 4 : 0;
    weight -= HELPERS.contains(Addresses.role(address)) && !meant ? 3 : 0;
    boolean leads = before.replaceAll("[\\s<\"'(\\[*>-]", "").isEmpty();
    weight += leads ? 3 : 0;
    weight += leads && after.replaceAll("[\\s>\"'):\\].,*-]", "").isEmpty() ? 1 : 0;
    weight += after.startsWith(">:") || after.startsWith(":") || after.startsWith(">...") ? 1 : 0;
    boolean summary = before.strip().equals("to:") || before.strip().equals("to: <");
    weight += summary ? 1 : 0;
    weight += !summary && Phrases.any(Phrases.Section.RECIPIENT, near) ? 3 : 0;
    weight -= Phrases.any(Phrases.Section.OTHER, near) ? 4 : 0;
    return weight;
  }

  /** The words right before, without the brackets and quotes that lead an address in. */
  private static String near(String before) {
    int end = before.length();
    while (end > 0 && " \t<(\"'[（「".indexOf(before.charAt(end - 1)) >= 0) {
      end--;
    }
    return Phrases.plain(before.substring(Math.max(0, end - 26), end));
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
