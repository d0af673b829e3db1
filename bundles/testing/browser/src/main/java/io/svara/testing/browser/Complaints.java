package io.svara.testing.browser;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;

/** What the browser found wrong with pages: script errors, and breaches of the policy. */
public final class Complaints {
  private final List<String> all = new ArrayList<>();

  /** Listens to that page from now on. */
  public void of(Page page) {
    page.onConsoleMessage(
        message -> {
          // What a fetch got is no fault of the page: refusals belong to some tests.
          if (message.type().equals("error") && !message.text().startsWith("Failed to load res")) {
            all.add(message.text());
          }
        });
    page.onPageError(all::add);
  }

  /** Everything so far, for a test that expects it; from now on it counts no more. */
  public List<String> take() {
    List<String> taken = all();
    all.clear();
    return taken;
  }

  /** Everything so far, oldest first. */
  public List<String> all() {
    return List.copyOf(all);
  }
}
