package io.svara.testing.benchmarks;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Dictionary;
import java.util.Hashtable;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/**
 * A bundle that serves {@code /no-op}: it reads what is posted and answers 200. It passes the same
 * server, the same filters and the same connections as a webhook, so it is the limit of one.
 */
public final class NoOp extends HttpServlet implements BundleActivator {
  private static final long serialVersionUID = 1L;

  @Override
  public void start(BundleContext context) {
    Dictionary<String, Object> properties = new Hashtable<>();
    properties.put("osgi.http.whiteboard.servlet.pattern", "/no-op");
    context.registerService(Servlet.class, this, properties);
  }

  @Override
  public void stop(BundleContext context) {}

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    request.getInputStream().readAllBytes();
    response.setContentLength(0);
  }
}
