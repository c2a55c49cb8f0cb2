package parley.local.issuer;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import parley.local.WholeFile;

/**
 * What a pool keeps in its file: the key, the people, and the refresh tokens (their digests). Every
 * change is on disk before it is answered. Safe for many threads.
 */
final class Accounts {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path file;
  private final SecureRandom random;
  private final RSAKey key;
  private final List<User> users;
  private final Map<String, Refresh> refreshes;

  /**
   * What a refresh token stands for: a {@link Grant} without its nonce.
   *
   * @param expires until when it is good, in seconds since 1970
   */
  record Refresh(
      String sub,
      String client,
      List<String> scopes,
      long authTime,
      String originJti,
      long expires) {}

  private record Content(String key, List<User> users, Map<String, Refresh> refreshes) {}

  private Accounts(Path file, SecureRandom random, RSAKey key, Content content) {
    this.file = file;
    this.random = random;
    this.key = key;
    this.users = new ArrayList<>(content.users);
    this.refreshes = new HashMap<>(content.refreshes);
  }

  /** Reads a pool's file, or makes a key where there is none. */
  static Accounts open(Path file, SecureRandom random) throws IOException {
    try {
      if (Files.exists(file)) {
        var content = JSON.readValue(file.toFile(), Content.class);
        return new Accounts(file, random, RSAKey.parse(content.key), content);
      }
      var key = new RSAKeyGenerator(2048).keyIDFromThumbprint(true).generate();
      var empty = new Content("", List.of(), Map.of());
      return new Accounts(file, random, key, empty);
    } catch (ParseException | JOSEException e) {
      throw new IOException("%s holds no usable key".formatted(file), e);
    }
  }

  RSAKey key() {
    return key;
  }

  synchronized boolean isEmpty() {
    return users.isEmpty();
  }

  /**
   * Makes the account of somebody who is there from the beginning. Their id follows from their
   * address, so that a file can name what is theirs before anybody has signed in.
   */
  Optional<User> begin(Person person, int iterations) throws IOException {
    var sub = UUID.nameUUIDFromBytes(person.email().getBytes(StandardCharsets.UTF_8));
    return add(person, sub, iterations);
  }

  /** Makes an account; empty where the address has one. */
  Optional<User> add(Person person, int iterations) throws IOException {
    return add(person, UUID.randomUUID(), iterations);
  }

  private synchronized Optional<User> add(Person person, UUID sub, int iterations)
      throws IOException {
    var email = person.email().strip().toLowerCase(Locale.ROOT);
    if (byEmail(email).isPresent()) {
      return Optional.empty();
    }
    var hash = Passwords.hash(person.password(), iterations, random);
    var user = new User(sub.toString(), email, person.name().strip(), hash);
    users.add(user);
    save();
    return Optional.of(user);
  }

  /** Who has that address and that password. */
  Optional<User> signIn(String email, String password) {
    var user = byEmail(email.strip().toLowerCase(Locale.ROOT));
    return Passwords.matches(password, user.map(User::password).orElse(""))
        ? user
        : Optional.empty();
  }

  synchronized Optional<User> user(String sub) {
    return users.stream().filter(user -> user.sub().equals(sub)).findFirst();
  }

  /** Keeps a refresh token, and forgets those that expired. */
  synchronized void remember(String token, Grant grant, Instant expires, Instant now)
      throws IOException {
    refreshes.values().removeIf(refresh -> refresh.expires <= now.getEpochSecond());
    refreshes.put(
        Digests.sha256(token),
        new Refresh(
            grant.sub(),
            grant.client(),
            List.copyOf(grant.scopes()),
            grant.authTime().getEpochSecond(),
            grant.originJti(),
            expires.getEpochSecond()));
    save();
  }

  /** What a refresh token stands for, while it is good. */
  synchronized Optional<Grant> refresh(String token, Instant now) {
    return Optional.ofNullable(refreshes.get(Digests.sha256(token)))
        .filter(refresh -> refresh.expires > now.getEpochSecond())
        .map(
            refresh ->
                new Grant(
                    refresh.sub,
                    refresh.client,
                    new HashSet<>(refresh.scopes),
                    "",
                    Instant.ofEpochSecond(refresh.authTime),
                    refresh.originJti));
  }

  synchronized void revoke(String token) throws IOException {
    if (refreshes.remove(Digests.sha256(token)) != null) {
      save();
    }
  }

  private synchronized Optional<User> byEmail(String email) {
    return users.stream().filter(user -> user.email().equals(email)).findFirst();
  }

  private void save() throws IOException {
    var content = new Content(key.toJSONString(), users, refreshes);
    WholeFile.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(content));
  }
}
