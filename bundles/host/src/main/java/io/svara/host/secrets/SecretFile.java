package io.svara.host.secrets;

import io.svara.api.message.Tree;
import io.svara.host.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All secrets in one encrypted file, replaced as a whole with each change. There are few of them
 * and they change seldom.
 */
final class SecretFile {
  private static final int LARGEST = 16 * 1024 * 1024;

  private final Disk disk;
  private final Path file;
  private final Key key;
  private final Json json = new Json(LARGEST);
  private final Map<String, Map<String, String>> owners = new TreeMap<>();

  /** Opens the store, or begins a new one where there is neither file nor key. */
  SecretFile(Disk disk, Path file, Path keyFile, SecureRandom random) throws IOException {
    this.disk = disk;
    this.file = file;
    Optional<byte[]> kept = disk.read(file);
    Optional<Key> found = Key.read(disk, keyFile, random);
    if (found.isEmpty() && kept.isPresent()) {
      // A new key would make what is there unreadable for ever.
      throw new IOException(
          "The secrets in "
              + file
              + " need their key file "
              + keyFile
              + ", which is gone; restore it, or remove the secrets and enter them anew.");
    }
    this.key = found.isPresent() ? found.get() : Key.make(disk, keyFile, random);
    if (kept.isPresent()) {
      open(kept.get(), keyFile);
    }
  }

  private void open(byte[] sealed, Path keyFile) throws IOException {
    try {
      Tree all = json.read(new String(key.open(sealed), StandardCharsets.UTF_8));
      for (Map.Entry<String, Tree> owner : ((Tree.Branch) all).members().entrySet()) {
        Map<String, String> secrets = new TreeMap<>();
        for (Map.Entry<String, Tree> secret :
            ((Tree.Branch) owner.getValue()).members().entrySet()) {
          secrets.put(secret.getKey(), secret.getValue().text().orElseThrow());
        }
        owners.put(owner.getKey(), secrets);
      }
    } catch (GeneralSecurityException wrong) {
      throw new IOException(
          "The secrets in "
              + file
              + " cannot be opened with the key in "
              + keyFile
              + ": "
              + wrong.getMessage()
              + ". Restore the two files from the same time.",
          wrong);
    }
  }

  synchronized Optional<String> get(String owner, String name) {
    return Optional.ofNullable(owners.getOrDefault(owner, Map.of()).get(name));
  }

  synchronized void put(String owner, String name, String value) throws IOException {
    Map<String, String> changed = new TreeMap<>(owners.getOrDefault(owner, Map.of()));
    if (value.equals(changed.put(name, value))) {
      return;
    }
    keep(owner, changed);
  }

  synchronized void forget(String owner) throws IOException {
    if (owners.containsKey(owner)) {
      keep(owner, Map.of());
    }
  }

  /** On the disk first: what cannot be kept is not pretended to be known. */
  private void keep(String owner, Map<String, String> secrets) throws IOException {
    Map<String, Map<String, String>> next = new TreeMap<>(owners);
    if (secrets.isEmpty()) {
      next.remove(owner);
    } else {
      next.put(owner, secrets);
    }
    try {
      byte[] plain = json.write(tree(next)).getBytes(StandardCharsets.UTF_8);
      Replacing.write(disk, file, key.seal(plain));
    } catch (GeneralSecurityException wrong) {
      throw new IllegalStateException("Every Java has AES in GCM; this one does not.", wrong);
    }
    owners.clear();
    owners.putAll(next);
  }

  private static Tree tree(Map<String, Map<String, String>> owners) {
    Map<String, Tree> all = new LinkedHashMap<>();
    owners.forEach(
        (owner, secrets) -> {
          Map<String, Tree> values = new LinkedHashMap<>();
          secrets.forEach((name, value) -> values.put(name, Tree.of(value)));
          all.put(owner, Tree.branch(values));
        });
    return Tree.branch(all);
  }

  @Override
  public String toString() {
    return "the secrets in " + file;
  }
}
