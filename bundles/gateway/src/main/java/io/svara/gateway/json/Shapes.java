package io.svara.gateway.json;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import io.svara.api.channel.WebhookAuthentication;
import io.svara.engine.desk.CaseSummary;
import io.svara.engine.desk.CaseView;
import io.svara.engine.guard.Verdict;
import java.nio.file.Path;
import java.time.Duration;

/** Where the contract's JSON differs from the shape of the engine's records. */
final class Shapes extends SimpleModule {
  private static final long serialVersionUID = 1L;

  Shapes() {
    super("svara");
    addSerializer(Duration.class, new Seconds());
    // Jackson would make it an address: file:///…
    addSerializer(Path.class, new ToStringSerializer(Path.class));
    setMixInAnnotation(CaseView.class, SummaryOnTop.class);
    setMixInAnnotation(Verdict.class, NoDigest.class);
    setMixInAnnotation(WebhookAuthentication.class, Typed.class);
  }

  interface SummaryOnTop {
    @JsonUnwrapped
    CaseSummary summary();
  }

  /** The digest binds a verdict to its text inside the engine; nobody outside has a use for it. */
  interface NoDigest {
    @JsonIgnore
    String digest();
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = WebhookAuthentication.None.class, name = "none"),
    @JsonSubTypes.Type(value = WebhookAuthentication.Hmac.class, name = "hmac"),
    @JsonSubTypes.Type(value = WebhookAuthentication.Token.class, name = "token")
  })
  interface Typed {}
}
