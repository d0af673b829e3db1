package io.svara.testing.platforms.facebook;

import io.svara.testing.platforms.Answer;
import io.svara.testing.platforms.Call;
import java.net.URI;
import java.time.Duration;

/**
 * What people do on the control page. Only a browser that opened the page itself may act: another
 * site's form, or another host's name for this machine, is refused.
 */
final class Control {
  private final FacebookPlatform platform;

  Control(FacebookPlatform platform) {
    this.platform = platform;
  }

  Answer answer(Call call) {
    if (!isAtHome(call)) {
      return Answer.of(
          403,
          "text/plain; charset=UTF-8",
          "Open the control page by its own address, " + platform.baseUrl() + "/control.");
    }
    if (call.method().equals("GET")) {
      return call.path().equals("/control/live")
          ? Answer.html(new ControlPage(platform).live())
          : Answer.html(new ControlPage(platform).whole());
    }
    try {
      if (call.path().equals("/control/renew")) {
        return renewed(page(call));
      }
      act(call);
      return Answer.seeOther("/control");
    } catch (IllegalArgumentException | IllegalStateException refused) {
      return Answer.of(400, "text/plain; charset=UTF-8", refused.getMessage());
    }
  }

  private void act(Call call) {
    switch (call.path().substring("/control/".length())) {
      case "write" -> write(call, page(call));
      case "comment" -> comment(call);
      case "fault" ->
          platform
              .faults()
              .arm(FaultKind.valueOf(given(call, "kind")).on(platform), number(call, "times"));
      case "nofaults" -> platform.faults().clear();
      case "webhooks" -> webhooks(given(call, "kind"), number(call, "times"));
      case "retry" -> platform.webhooks().retryNow();
      case "token" -> token(given(call, "kind"), page(call));
      case "clock" -> platform.clock().advance(Duration.ofHours(number(call, "hours")));
      case "subscribe" -> subscribe(URI.create(given(call, "callback")));
      default -> throw new IllegalArgumentException("There is no action " + call.path() + ".");
    }
  }

  private void write(Call call, Page page) {
    Customer customer = platform.customer(given(call, "name"));
    String text = given(call, "text");
    switch (given(call, "act")) {
      case "post" -> customer.writesPost(page, text);
      case "message" -> customer.messages(page, text);
      case "praise" -> customer.recommends(page, true, text);
      case "warn" -> customer.recommends(page, false, text);
      default ->
          throw new IllegalArgumentException("A customer cannot " + given(call, "act") + ".");
    }
  }

  private void comment(Call call) {
    String target = given(call, "target");
    Content content =
        platform
            .content(target)
            .orElseThrow(() -> new IllegalArgumentException(target + " is not there any more."));
    platform.customer(given(call, "name")).comments(content, given(call, "text"));
  }

  private void webhooks(String kind, int times) {
    if (kind.equals("duplicate")) {
      platform.webhooks().duplicateNext(times);
    } else {
      platform.webhooks().reverseNext(times);
    }
  }

  private void token(String kind, Page page) {
    if (kind.equals("expire")) {
      platform.expireToken(page);
    } else {
      platform.invalidateToken(page);
    }
  }

  private Answer renewed(Page page) {
    return Answer.of(
        200,
        "text/plain; charset=UTF-8",
        "The new token of " + page.name() + " is " + platform.renewToken(page));
  }

  private void subscribe(URI callback) {
    if (!platform.subscribe(callback)) {
      throw new IllegalStateException(
          callback
              + " did not answer the handshake: check that it runs and knows the verify token.");
    }
  }

  private Page page(Call call) {
    String id = given(call, "page");
    return platform.pages().stream()
        .filter(page -> page.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("There is no page " + id + "."));
  }

  private boolean isAtHome(Call call) {
    String port = ":" + platform.baseUrl().getPort();
    boolean ownHost =
        call.header("host")
            .filter(host -> host.equals("127.0.0.1" + port) || host.equals("localhost" + port))
            .isPresent();
    boolean ownOrigin =
        call.header("origin")
            .map(
                origin ->
                    origin.equals("http://127.0.0.1" + port)
                        || origin.equals("http://localhost" + port))
            .orElse(true);
    return ownHost && ownOrigin;
  }

  private static String given(Call call, String parameter) {
    return call.text(parameter)
        .filter(value -> !value.isBlank())
        .orElseThrow(() -> new IllegalArgumentException("Give " + parameter + "."));
  }

  private static int number(Call call, String parameter) {
    return Integer.parseInt(given(call, parameter));
  }
}
