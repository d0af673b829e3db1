package io.svara.command;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** {@code bin/svara}: runs one {@code svara:} command in the running distribution. */
public final class Svara {
  private static final String USAGE =
      """
      Usage: bin/svara COMMAND [ARGUMENT...]
      Runs a command in the running Svara, for example: bin/svara cases --limit 5
      Without a command it lists them; bin/svara help COMMAND tells more about one.

      The port is read from etc/org.apache.felix.http.cfg, the token from etc/initial-admin.properties
      or from SVARA_TOKEN. The exit code is the command's own; 69 when it could not be run.
      """;

  /** As in sysexits.h: a service is unavailable. */
  private static final int UNAVAILABLE = 69;

  private Svara() {}

  /** Takes the distribution's folder, then the command. */
  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    List<String> words = Arrays.asList(arguments).subList(1, arguments.length);
    if (words.size() == 1 && List.of("--help", "-h").contains(words.get(0))) {
      out.print(USAGE);
      return;
    }
    try {
      Address address = Address.of(Path.of(arguments[0]), System.getenv());
      Answer answer = new Shell(address).run(command(words));
      print(out, answer.output());
      print(err, answer.error());
      System.exit(answer.exitCode());
    } catch (Refusal refusal) {
      err.println(refusal.getMessage());
      System.exit(UNAVAILABLE);
    }
  }

  /**
   * The words as the shell would read them back: quoted where they need it, {@code svara:} in
   * front.
   */
  static String command(List<String> words) {
    if (words.isEmpty()) {
      return "help svara";
    }
    if (words.get(0).equals("help")) {
      return words.size() == 1 ? "help svara" : "help " + scoped(words.get(1));
    }
    return scoped(words.get(0))
        + words.stream().skip(1).map(word -> " " + quoted(word)).collect(Collectors.joining());
  }

  private static String scoped(String name) {
    return quoted(name.startsWith("svara:") ? name : "svara:" + name);
  }

  private static String quoted(String word) {
    return word.matches("[A-Za-z0-9_./:,@=+-]+")
        ? word
        : "'" + word.replaceAll("(['\\\\])", "\\\\$1") + "'";
  }

  private static void print(PrintStream stream, String text) {
    if (!text.isEmpty()) {
      stream.print(text.endsWith("\n") ? text : text + "\n");
    }
  }
}
