package io.svara.gateway.people;

import io.svara.engine.secrets.Secrets;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Passwords and tokens of users: hashes and digests of them, in the secret store. */
@Component(service = Credentials.class)
public final class Credentials {
  /** The fewest characters of a password. */
  public static final int SHORTEST_PASSWORD = 12;

  private static final int ROUNDS = 210_000;
  private static final String PASSWORD = "password";
  private static final String TOKEN = "token-";

  private final Secrets secrets;
  private final Passwords passwords;
  private final String nobody;

  @Activate
  public Credentials(@Reference Secrets secrets) {
    this(secrets, ROUNDS);
  }

  /** With fewer rounds, so that tests are quick. */
  public Credentials(Secrets secrets, int rounds) {
    this.secrets = secrets;
    this.passwords = new Passwords(rounds);
    this.nobody = passwords.hash(Digests.randomSecret());
  }

  public void setPassword(String user, String password) {
    secrets.put(owner(user), PASSWORD, passwords.hash(password));
  }

  /** Whether the password is the user's; takes as long where there is no such user. */
  public boolean checkPassword(String user, String password) {
    Optional<String> hash = secrets.get(owner(user), PASSWORD);
    return passwords.matches(password, hash.orElse(nobody)) && hash.isPresent();
  }

  /** A new token; it works beside the user's others until the user is removed. */
  public String newToken(String user) {
    String token = user + "." + Digests.randomSecret();
    secrets.put(owner(user), TOKEN + Digests.of(token), "valid");
    return token;
  }

  /** The user that the token belongs to. */
  public Optional<String> userOf(String token) {
    int dot = token.lastIndexOf('.');
    if (dot < 1) {
      return Optional.empty();
    }
    String user = token.substring(0, dot);
    return secrets.get(owner(user), TOKEN + Digests.of(token)).map(valid -> user);
  }

  /** Password and tokens of the user stop working. */
  public void forget(String user) {
    secrets.forget(owner(user));
  }

  private static String owner(String user) {
    return "user:" + user;
  }
}
