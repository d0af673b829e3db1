package io.svara.testing.benchmarks;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/**
 * A bundle that serves {@code /no-op}: it reads what is posted and answers 200. It passes the same
 * server, the same filters and the same connections as a webhook, so it is the limit of one.
 */
public final class NoOp extends HttpServlet implements BundleActivator {
  private static final long serialVersionUID = 1L;

  static final String PATH = "/no-op";

  /** Writes this class as a bundle. */
  static void write(Path jar) throws IOException {
    Manifest manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.putValue("Bundle-ManifestVersion", "2");
    main.putValue("Bundle-SymbolicName", "svara-testing-no-op");
    main.putValue("Bundle-Version", "1.0.0");
    main.putValue("Bundle-Activator", NoOp.class.getName());
    main.putValue("Import-Package", "jakarta.servlet,jakarta.servlet.http,org.osgi.framework");
    String entry = NoOp.class.getName().replace('.', '/') + ".class";
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file, manifest);
        InputStream bytes = NoOp.class.getClassLoader().getResourceAsStream(entry)) {
      out.putNextEntry(new JarEntry(entry));
      bytes.transferTo(out);
    }
  }

  @Override
  public void start(BundleContext context) {
    Dictionary<String, Object> properties = new Hashtable<>();
    properties.put("osgi.http.whiteboard.servlet.pattern", PATH);
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
