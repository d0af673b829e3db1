package io.svara.testing.oauth;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServlet;
import java.net.URI;
import java.util.EnumSet;
import java.util.Set;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;

/**
 * Spring Authorization Server on loopback, with one client that must use PKCE, one person, and
 * faults at will. For tests; methods may be called by any thread.
 */
public final class OAuthServer implements AutoCloseable {
  /** The client that is registered. */
  public static final String CLIENT = "svara-tests";

  public static final String CLIENT_SECRET = "a secret+of/tests~";

  /** Who can sign in there. */
  public static final String PERSON = "anna";

  public static final String PASSWORD = "annas-own";

  private final Registry registry;
  private final Given given = new Given();
  private final Faults faults = new Faults();
  private final Server server = new Server();
  private final ServerConnector connector = new ServerConnector(server);
  private final AnnotationConfigWebApplicationContext beans =
      new AnnotationConfigWebApplicationContext();

  public OAuthServer(Manners manners) {
    registry = new Registry(manners);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    ServletContextHandler context = new ServletContextHandler("/", ServletContextHandler.SESSIONS);
    context.addServlet(new ServletHolder(new HttpServlet() {}), "/*");
    beans.addBeanFactoryPostProcessor(
        factory -> {
          factory.registerSingleton("registry", registry);
          factory.registerSingleton("given", given);
        });
    beans.register(Rules.class);
    beans.setServletContext(context.getServletContext());
    try {
      beans.refresh();
      filter(context, faults);
      filter(context, beans.getBean("springSecurityFilterChain", Filter.class));
      server.setHandler(context);
      server.start();
      connector.setPort(connector.getLocalPort());
    } catch (Exception broken) {
      throw new IllegalStateException("The test's OAuth server does not start.", broken);
    }
  }

  private static void filter(ServletContextHandler context, Filter filter) {
    context.addFilter(new FilterHolder(filter), "/*", EnumSet.of(DispatcherType.REQUEST));
  }

  /** The server's address, without a slash at its end. */
  public String base() {
    return "http://127.0.0.1:" + connector.getPort();
  }

  /** Where answers may be sent to. */
  public void redirect(URI callback) {
    registry.redirect(callback);
  }

  /** From now on it deals so. */
  public void manners(Manners manners) {
    registry.manners(manners);
  }

  /** From now on this is the client's secret. */
  public void secret(String changed) {
    registry.secret(changed);
  }

  /** How often it was asked for tokens. */
  public int tokenRequests() {
    return faults.requests();
  }

  /** Every token and code that it gave. */
  public Set<String> given() {
    return given.values();
  }

  /** Withdraws everything that was agreed to, as the person may at any time. */
  public void withdraw() {
    given.withdraw();
  }

  /** Does the next requests for tokens, and loses its answers. */
  public void lose(int answers) {
    faults.lose(answers);
  }

  /** Answers the next requests for tokens with 503. */
  public void refuse(int answers) {
    faults.refuse(answers);
  }

  /** Lets requests for tokens wait until what is returned is closed. */
  public Held hold() {
    faults.close();
    return faults::open;
  }

  /** Refuses connections until {@link #up()}. */
  public void down() {
    try {
      connector.stop();
    } catch (Exception broken) {
      throw new IllegalStateException(broken);
    }
  }

  public void up() {
    try {
      connector.start();
    } catch (Exception broken) {
      throw new IllegalStateException(broken);
    }
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception broken) {
      throw new IllegalStateException(broken);
    } finally {
      beans.close();
    }
  }

  /** Requests that wait. */
  public interface Held extends AutoCloseable {
    @Override
    void close();
  }
}
