package io.svara.engine.work;

import io.svara.engine.secrets.Secrets;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Proofs of a case that travel outside: the case's name with a keyed digest (HMAC-SHA256, its first
 * 60 bits), so that nobody can name a case into which they would like to write. The key stands in
 * the secret store and is made when it is first needed; were it lost, what carries an old token is
 * found by its references.
 */
@Component(service = CaseTokens.class)
public final class CaseTokens {
  private static final String OWNER = "core:case-tokens";
  private static final String NAME = "key";
  private static final int KEY_BYTES = 32;
  private static final int CASE_LENGTH = 12;
  private static final int PROOF_LENGTH = 15;

  private final Secrets secrets;
  private final SecureRandom random = new SecureRandom();
  private byte[] key;

  @Activate
  public CaseTokens(@Reference Secrets secrets) {
    this.secrets = secrets;
  }

  /** The case's token: 27 of {@code [a-z0-9]}. */
  public String of(String caseId) {
    String name = caseId.toLowerCase(Locale.ROOT);
    return name + proof(name);
  }

  /** The case of a token, whatever its letters' case; empty when it is none of ours. */
  public Optional<String> caseOf(String token) {
    String given = token.toLowerCase(Locale.ROOT);
    if (!given.matches("[a-z0-9]{" + (CASE_LENGTH + PROOF_LENGTH) + "}")) {
      return Optional.empty();
    }
    String name = given.substring(0, CASE_LENGTH);
    boolean ours =
        MessageDigest.isEqual(
            proof(name).getBytes(StandardCharsets.US_ASCII),
            given.substring(CASE_LENGTH).getBytes(StandardCharsets.US_ASCII));
    return ours ? Optional.of(name.toUpperCase(Locale.ROOT)) : Optional.empty();
  }

  private String proof(String name) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key(), "HmacSHA256"));
      byte[] digest = mac.doFinal(name.getBytes(StandardCharsets.US_ASCII));
      return HexFormat.of().formatHex(digest).substring(0, PROOF_LENGTH);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("This Java has no HmacSHA256.", impossible);
    }
  }

  private synchronized byte[] key() {
    if (key == null) {
      key =
          HexFormat.of()
              .parseHex(
                  secrets
                      .get(OWNER, NAME)
                      .orElseGet(
                          () -> {
                            byte[] fresh = new byte[KEY_BYTES];
                            random.nextBytes(fresh);
                            String hex = HexFormat.of().formatHex(fresh);
                            secrets.put(OWNER, NAME, hex);
                            return hex;
                          }));
    }
    return key;
  }
}
