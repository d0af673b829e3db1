package io.svara.testing.conformance.sound;

import io.svara.api.channel.ChannelDescriptor;
import io.svara.api.channel.TextLimit;
import io.svara.api.channel.TextLimit.Counting;
import io.svara.api.channel.WebhookAuthentication.Challenge;
import io.svara.api.channel.WebhookAuthentication.Hmac;
import io.svara.api.message.Visibility;
import io.svara.testing.conformance.Feature;
import io.svara.testing.conformance.OptOut;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Descriptors and opt-outs that are wrong. */
enum DeclaredOtherwise implements Deviation {
  TITLE_OF_THE_MOMENT("theDescriptorIsAlwaysTheSame") {
    @Override
    void change(DescriptorParts parts) {
      parts.title = "Sound " + System.nanoTime();
    }
  },
  HOST_WITH_SCHEME("theDescriptorIsLegal") {
    @Override
    void change(DescriptorParts parts) {
      parts.hosts = List.of("https://api.sound.example/v1");
    }
  },
  PRIVATE_WITHOUT_LIMIT("theLimitsAreThoseOfItsAnswers") {
    @Override
    void change(DescriptorParts parts) {
      parts.limits = Map.of(Visibility.PUBLIC, parts.limits.get(Visibility.PUBLIC));
    }
  },
  OPT_OUT_WITHOUT_REASON("everyOptOutHasAReason") {
    @Override
    public Set<OptOut> optOuts() {
      return Set.of(new OptOut(Feature.EMPTY_TEXTS, " "));
    }
  },
  OPT_OUT_OF_WHAT_IS_DECLARED("noOptOutIsOfWhatTheDescriptorOrTheClassTells") {
    @Override
    public Set<OptOut> optOuts() {
      return Set.of(new OptOut(Feature.WINDOWS, "The window is always open."));
    }
  },
  OTHER_HEADER("aDeliveryIsProvenAsTheDescriptorDeclares") {
    @Override
    void change(DescriptorParts parts) {
      parts.webhook = signed(parts, "X-Signature", "echo");
    }
  },
  OTHER_ECHO("theChallengeIsAnsweredAsThePlatformExpects") {
    @Override
    void change(DescriptorParts parts) {
      parts.webhook = signed(parts, "X-Sound-Signature", "challenge");
    }
  },
  COUNTED_OTHERWISE("theLimitIsCountedAsDeclared") {
    @Override
    void change(DescriptorParts parts) {
      parts.limits =
          Map.of(
              Visibility.PUBLIC, new TextLimit(500, Counting.CODE_POINTS),
              Visibility.PRIVATE, new TextLimit(300, Counting.CODE_POINTS));
    }
  },
  HOST_SETTING_OF_NO_FORM("theDescriptorNamesFieldsOfTheForms") {
    @Override
    void change(DescriptorParts parts) {
      parts.hostSettings = List.of("apiBase", "uploadBase");
    }
  };

  private final String fails;

  DeclaredOtherwise(String fails) {
    this.fails = fails;
  }

  void change(DescriptorParts parts) {}

  @Override
  public String fails() {
    return fails;
  }

  @Override
  public ChannelDescriptor descriptor(ChannelDescriptor sound) {
    DescriptorParts parts = new DescriptorParts(sound);
    change(parts);
    return parts.together();
  }

  private static Hmac signed(DescriptorParts parts, String header, String echo) {
    Hmac sound = (Hmac) parts.webhook;
    return new Hmac(
        header,
        sound.prefix(),
        sound.algorithm(),
        sound.encoding(),
        sound.secretSetting(),
        Optional.of(new Challenge("token", "verifyToken", echo)));
  }
}
