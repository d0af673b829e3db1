package io.svara.shell;

import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.table.ShellTable;

/** A table with a header, for people. */
final class Table {
  private final ShellTable table = new ShellTable();

  Table(String... columns) {
    for (String column : columns) {
      table.column(column);
    }
    table.emptyTableText("Nothing.");
  }

  Table row(Object... cells) {
    table.addRow().addContent(cells);
    return this;
  }

  void print(Session session) {
    table.print(session.getConsole());
  }
}
