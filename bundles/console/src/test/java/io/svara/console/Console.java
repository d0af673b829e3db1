package io.svara.console;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.svara.console.stub.Desk;
import io.svara.console.stub.StubGateway;
import io.svara.testing.browser.Complaints;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;

/** The console in a browser, before a stub of the gateway: what a test drives. */
final class Console implements AutoCloseable {
  private static final Path WEB = Path.of("target", "classes", "web");

  private final StubGateway gateway;
  private final Browser browser;
  private final Complaints complaints = new Complaints();
  private BrowserContext context;
  private Page page;

  Console(Browser browser) throws IOException {
    this.browser = browser;
    this.gateway = new StubGateway(WEB);
    with(options -> options.setViewportSize(1440, 900));
  }

  /** Begins anew with other settings: another screen, another theme. */
  Console with(UnaryOperator<Browser.NewContextOptions> settings) {
    if (context != null) {
      context.close();
    }
    Browser.NewContextOptions options =
        new Browser.NewContextOptions().setLocale("sv-SE").setColorScheme(ColorScheme.LIGHT);
    context = browser.newContext(settings.apply(options));
    page = context.newPage();
    page.setDefaultTimeout(10_000);
    complaints.of(page);
    return this;
  }

  StubGateway gateway() {
    return gateway;
  }

  Desk desk() {
    return gateway.desk();
  }

  Page page() {
    return page;
  }

  /** Opens an address behind the hash, such as {@code inbox/open}. */
  Console open(String address) {
    page.navigate(gateway.url() + "#/" + address);
    return this;
  }

  Locator row(String name) {
    return page.locator(".row").filter(new Locator.FilterOptions().setHasText(name));
  }

  Locator composer() {
    return page.locator(".composer textarea");
  }

  Locator button(String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true))
        .first();
  }

  /** What the browser complained about: script errors, and breaches of the policy. */
  List<String> complaints() {
    return complaints.all();
  }

  /** The same, for a test that expects them. */
  List<String> takeComplaints() {
    return complaints.take();
  }

  @Override
  public void close() {
    context.close();
    gateway.close();
  }
}
