package io.svara.host.channel;

import io.svara.api.channel.Http;
import io.svara.engine.journal.Blobs;
import io.svara.engine.plugins.AccountRef;
import io.svara.engine.plugins.Connectors.Fetched;
import io.svara.host.http.Download;
import io.svara.host.http.GrantedHttp;
import io.svara.host.secrets.Effective;
import io.svara.host.secrets.References.Dangling;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;

/** What the host itself asks of a platform, within the connector's grants. */
record Fetching(CallHosts hosts, Blobs blobs, long attachmentBytes, Duration time) {
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
