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

  /** What a token's entry must be to count; another value here ends all earlier tokens at once. */
  private static final String GENERATION = "tokens";

  private static final String FIRST_GENERATION = "valid";

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

  /** A new password; it ends the user's tokens. */
  public void setPassword(String user, String password) {
    revokeTokens(user);
    secrets.put(owner(user), PASSWORD, passwords.hash(password));
  }

  /** Whether the password is the user's; takes as long where there is no such user. */
  public boolean checkPassword(String user, String password) {
    Optional<String> hash = secrets.get(owner(user), PASSWORD);
    return passwords.matches(password, hash.orElse(nobody)) && hash.isPresent();
  }

  /** A token that was shown: whose it is, and by what it is known. */
  public record Token(String user, String digest) {}

  /** A new token; it works beside the user's others until they are revoked together. */
  public String newToken(String user) {
    String token = user + "." + Digests.randomSecret();
    secrets.put(owner(user), TOKEN + Digests.of(token), generation(user));
    return token;
  }

  /** The token, if it is valid. */
  public Optional<Token> token(String shown) {
    int dot = shown.lastIndexOf('.');
    return dot < 1
        ? Optional.empty()
        : Optional.of(new Token(shown.substring(0, dot), Digests.of(shown))).filter(this::isValid);
  }

  /** Whether the token was not revoked since. */
  public boolean isValid(Token token) {
    return secrets
        .get(owner(token.user()), TOKEN + token.digest())
        .filter(generation(token.user())::equals)
        .isPresent();
  }

  /** All tokens of the user stop working; the password goes on. */
  public void revokeTokens(String user) {
    secrets.put(owner(user), GENERATION, Digests.randomSecret());
  }

  private String generation(String user) {
    return secrets.get(owner(user), GENERATION).orElse(FIRST_GENERATION);
  }

  /** Password and tokens of the user stop working. */
  public void forget(String user) {
    secrets.forget(owner(user));
  }

  private static String owner(String user) {
    return "user:" + user;
  }
}
