package io.svara.shell;

import io.svara.engine.desk.Actor;
import io.svara.engine.desk.Role;
import io.svara.engine.views.Views;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;

/** {@code svara:views-rebuild}. */
@Service
@Command(
    scope = "svara",
    name = "views-rebuild",
    description =
        "Folds the views anew from the journal, beside the ones that answer until it is done.")
public final class ViewsRebuildCommand implements Action {
  @Reference private Session session;
  @Reference private Views views;

  @Override
  public Object execute() {
    Actor operator = Caller.of(session, Role.OPERATOR);
    views.rebuild("asked for by " + operator.user());
    session
        .getConsole()
        .println(
            "The views are folded anew from "
                + views.progress().head()
                + " entries; svara:journal-info shows how far they are.");
    return null;
  }
}
