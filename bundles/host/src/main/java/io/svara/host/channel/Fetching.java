package io.svara.host.channel;

import io.svara.api.channel.Http;
import io.svara.api.channel.Parsed.Lookup;
import io.svara.api.channel.RawDelivery.LookupAnswer;
import io.svara.api.message.Tree;
import io.svara.engine.journal.Blobs;
import io.svara.engine.plugins.AccountRef;
import io.svara.engine.plugins.Connectors.Fetched;
import io.svara.host.http.Download;
import io.svara.host.http.GrantedHttp;
import io.svara.host.secrets.References.Dangling;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the host itself asks of a platform, within the connector's grants. */
record Fetching(CallHosts hosts, Blobs blobs, long attachmentBytes, Duration time) {
  private static final String TOKEN = "accessToken";

  List<LookupAnswer> answer(Connector connector, AccountRef account, List<Lookup> lookups) {
    try {
      Effective settings = Effective.of(account, connector.definition(), hosts.secrets());
      try (GrantedHttp http = hosts.http(connector, account, settings)) {
        Optional<String> base =
            connector.definition().descriptor().hostSettings().stream()
                .map(settings.values()::get)
                .filter(java.util.Objects::nonNull)
                .findFirst();
        return lookups.stream().map(lookup -> answer(http, base, account, lookup)).toList();
      }
    } catch (Dangling dangling) {
      return lookups.stream().map(Fetching::none).toList();
    }
  }

  private LookupAnswer answer(
      GrantedHttp http, Optional<String> base, AccountRef account, Lookup lookup) {
    if (base.isEmpty()) {
      return none(lookup);
    }
    Map<String, String> headers =
        Effective.secret(account, hosts.secrets(), TOKEN)
            .map(token -> Map.of("Authorization", "Bearer " + token))
            .orElse(Map.of());
    try {
      URI uri = URI.create(base.get() + lookup.path());
      Http.Answer answer = http.send(Http.Call.get(uri, headers));
      return new LookupAnswer(lookup.name(), answer.status(), http.json(answer));
    } catch (Http.NotSent | Http.NoAnswer | IllegalArgumentException unanswered) {
      return none(lookup);
    }
  }

  private static LookupAnswer none(Lookup lookup) {
    return new LookupAnswer(lookup.name(), 0, Tree.Nothing.NOTHING);
  }

  Fetched fetch(Connector connector, AccountRef account, URI uri) {
    try {
      Effective settings = Effective.of(account, connector.definition(), hosts.secrets());
      try (GrantedHttp http = hosts.http(connector, account, settings)) {
        Download download = http.download(uri, time);
        try (InputStream bytes = download.bytes()) {
          return download.status() == 200
              ? kept(download, bytes)
              : new Fetched.Missed("The platform answered with status " + download.status() + ".");
        }
      }
    } catch (Dangling dangling) {
      return new Fetched.Missed("A setting of the account: " + dangling.getMessage() + ".");
    } catch (Http.NotSent | Http.NoAnswer unreached) {
      return new Fetched.Missed(unreached.getMessage());
    } catch (IOException broken) {
      return new Fetched.Missed("Its bytes were not kept: " + broken.getMessage() + ".");
    }
  }

  private Fetched kept(Download download, InputStream bytes) throws IOException {
    Counted counted = new Counted(bytes);
    String blob = blobs.put(counted, attachmentBytes);
    String mediaType = download.mediaType().orElse("application/octet-stream");
    return new Fetched.Kept(blob, mediaType, counted.count());
  }
}
