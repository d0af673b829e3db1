package io.svara.assembly;

import io.svara.testing.launcher.Peers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The TCP ports that a process listens on, as Linux tells: proc_pid_net(5) lists the sockets of its
 * network namespace, its descriptors say which of them are its own.
 */
final class Listeners {
  private static final String LISTEN = "0A";
  private static final Pattern COLUMNS = Pattern.compile("\\s+");

  private Listeners() {}

  /**
   * Such as {@code 127.0.0.1:8181}; an IPv4 address that came as an IPv6 one is written as IPv4.
   */
  static List<String> of(long pid) throws IOException {
    Path process = Path.of("/proc", String.valueOf(pid));
    Peers.require("/proc", Optional.of(process).filter(Files::exists), "run this on Linux");
    Set<String> own = sockets(process.resolve("fd"));
    List<String> listeners = new ArrayList<>();
    for (String table : List.of("net/tcp", "net/tcp6")) {
      for (String line : Files.readAllLines(process.resolve(table))) {
        List<String> columns = COLUMNS.splitAsStream(line.strip()).toList();
        if (columns.get(3).equals(LISTEN) && own.contains("socket:[" + columns.get(9) + "]")) {
          listeners.add(address(columns.get(1)));
        }
      }
    }
    return listeners;
  }

  private static Set<String> sockets(Path descriptors) throws IOException {
    try (Stream<Path> all = Files.list(descriptors)) {
      return all.map(Listeners::target).collect(Collectors.toSet());
    }
  }

  private static String target(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).toString();
    } catch (IOException closedMeanwhile) {
      return "";
    }
  }

  /** From words of four bytes, each in the machine's (little-endian) order. */
  private static String address(String hex) {
    int colon = hex.indexOf(':');
    int port = HexFormat.fromHexDigits(hex, colon + 1, hex.length());
    String address = hex.substring(0, colon).replaceFirst("^0{16}FFFF0000", "");
    return address.length() == 8
        ? ipv4(HexFormat.of().parseHex(address)) + ":" + port
        : "[" + address + "]:" + port;
  }

  private static String ipv4(byte[] reversed) {
    return Byte.toUnsignedInt(reversed[3])
        + "."
        + Byte.toUnsignedInt(reversed[2])
        + "."
        + Byte.toUnsignedInt(reversed[1])
        + "."
        + Byte.toUnsignedInt(reversed[0]);
  }
}
