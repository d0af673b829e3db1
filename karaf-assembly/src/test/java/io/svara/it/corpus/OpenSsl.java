package io.svara.it.corpus;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** Signs as Meta does, by a program that has nothing to do with Svara. */
record OpenSsl(Path program) {

  /** The first one on the PATH. */
  static Optional<OpenSsl> installed() {
    return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
        .splitAsStream(System.getenv().getOrDefault("PATH", ""))
        .map(folder -> Path.of(folder, "openssl"))
        .filter(Files::isExecutable)
        .findFirst()
        .map(OpenSsl::new);
  }

  /** HMAC-SHA256 in hex, which the program prints last, after what it calls the digest. */
  String hmac(String key, byte[] body) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(program.toString(), "dgst", "-sha256", "-hmac", key)
            .redirectErrorStream(true)
            .start();
    try (OutputStream in = process.getOutputStream()) {
      in.write(body);
    }
    String out =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
    if (process.waitFor() != 0) {
      throw new IOException(program + " ended with " + process.exitValue() + ": " + out);
    }
    return out.substring(out.lastIndexOf(' ') + 1);
  }
}
