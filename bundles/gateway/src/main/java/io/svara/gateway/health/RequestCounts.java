package io.svara.gateway.health;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardFilterAsyncSupported;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardFilterPattern;

/** Counts and times every request, by area, method and status: few enough time series. */
@Component(service = Filter.class)
@HttpWhiteboardFilterPattern("/*")
@HttpWhiteboardFilterAsyncSupported
public final class RequestCounts implements Filter {
  private static final Set<String> AREAS = Set.of("api", "hooks", "health", "metrics", "sign-in");
  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

  private final MeterRegistry meters;

  @Activate
  public RequestCounts(@Reference Meters meters) {
    this.meters = meters.registry();
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Timer.Sample sample = Timer.start(meters);
    chain.doFilter(request, response);
    HttpServletRequest asked = (HttpServletRequest) request;
    HttpServletResponse answer = (HttpServletResponse) response;
    if (request.isAsyncStarted()) {
      request.getAsyncContext().addListener(new AtTheEnd(() -> count(sample, asked, answer)));
    } else {
      count(sample, asked, answer);
    }
  }

  private void count(Timer.Sample sample, HttpServletRequest request, HttpServletResponse answer) {
    sample.stop(
        Timer.builder("svara.http.requests")
            .description("Requests that were answered")
            .tag("area", area(request.getRequestURI()))
            .tag("method", METHODS.contains(request.getMethod()) ? request.getMethod() : "other")
            .tag("status", Integer.toString(answer.getStatus()))
            .register(meters));
  }

  private static String area(String path) {
    String[] parts = path.split("/", 3);
    String first = parts.length > 1 ? parts[1] : "";
    return AREAS.contains(first) ? first : "pages";
  }

  private record AtTheEnd(Runnable work) implements AsyncListener {
    @Override
    public void onComplete(AsyncEvent event) {
      work.run();
    }

    @Override
    public void onTimeout(AsyncEvent event) {}

    @Override
    public void onError(AsyncEvent event) {}

    @Override
    public void onStartAsync(AsyncEvent event) {}
  }
}
