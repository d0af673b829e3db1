package io.svara.testing.platforms.facebook;

import io.svara.testing.platforms.Answer;
import io.svara.testing.platforms.Call;

final class Control {
  Control(FacebookPlatform platform) {}

  Answer answer(Call call) {
    return Answer.html("");
  }
}
