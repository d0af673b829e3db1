package io.svara.it.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.svara.testing.browser.Complaints;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Somebody at the console, in a browser profile of their own. */
public final class Agent implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 20_000;

  private final BrowserContext context;
  private final Page page;
  private final Complaints complaints = new Complaints();
  private final List<String> failures = new ArrayList<>();

  private Agent(BrowserContext context) {
    this.context = context;
    this.page = context.newPage();
    page.setDefaultTimeout(PATIENCE_MILLIS);
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    page.onResponse(this::note);
    complaints.of(page);
  }

  /** A Swedish browser of 1440 by 900 pixels, or what is made of that. */
  public static Agent in(Browser browser, UnaryOperator<Browser.NewContextOptions> settings) {
    return new Agent(
        browser.newContext(
            settings.apply(
                new Browser.NewContextOptions()
                    .setLocale("sv-SE")
                    .setColorScheme(ColorScheme.LIGHT)
                    .setViewportSize(1440, 900))));
  }

  /** What no address of the console may ever answer: that it does not exist, or that it broke. */
  private void note(Response response) {
    int status = response.status();
    if (status == 404 || status >= 500) {
      failures.add(response.request().method() + " " + response.url() + " → " + status);
    }
  }

  public Agent opens(URI address) {
    page.navigate(address.toString());
    return this;
  }

  /** Goes to a place behind the hash, such as {@code inbox/open}, without loading the page anew. */
  public Agent goesTo(String place) {
    page.evaluate("place => { location.hash = '#/' + place; }", place);
    return this;
  }

  public Agent signsIn(String user, String password) {
    page.locator("#user").fill(user);
    page.locator("#password").fill(password);
    page.keyboard().press("Enter");
    page.locator("h1.list__title").waitFor();
    return this;
  }

  public Page page() {
    return page;
  }

  /** The row of the list that shows this text. */
  public Locator row(String text) {
    return page.locator(".row").filter(new Locator.FilterOptions().setHasText(text));
  }

  /** Opens the case that shows this text in the list. */
  public Agent takesUp(String text) {
    row(text).click();
    page.locator("#case-name").waitFor();
    return this;
  }

  public Locator thread() {
    return page.locator(".thread");
  }

  public Locator composer() {
    return page.locator(".composer textarea");
  }

  public Locator verdict() {
    return page.locator(".verdict");
  }

  /** How the newest answer stands. */
  public Locator standing() {
    return page.locator(".standing").last();
  }

  /** The row of a system page's table that shows this text. */
  public Locator table(String text) {
    return page.locator("tbody tr").filter(new Locator.FilterOptions().setHasText(text));
  }

  public Locator button(String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true))
        .first();
  }

  public Agent speaks(String language) {
    page.locator(".settings summary").click();
    page.locator(".settings select").first().selectOption(language);
    page.locator(".settings summary").click();
    return this;
  }

  /** Script errors, breaches of the policy, and answers that should not be. */
  public List<String> complaints() {
    return Stream.concat(complaints.all().stream(), failures.stream()).toList();
  }

  @Override
  public void close() {
    context.close();
  }
}
