package io.svara.views;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(
    name = "Views",
    description = "What is folded from the journal. It may be deleted at any stop; it is rebuilt.")
@interface ViewsConfig {

  @AttributeDefinition(
      description = "Folder of the views. Empty: svara/views below the property karaf.data.")
  String folder() default "";

  @AttributeDefinition(
      description =
          "Names of the projections without which folding never begins: views that have caught up"
              + " without users or routes would look like an installation that has none. Add the names"
              + " of those that this installation cannot do without.")
  String[] required() default {"engine", "swaps", "users"};

  @AttributeDefinition(
      description =
          "How long, in seconds, to wait for a projection that folded before and is not required,"
              + " before the views are rebuilt without it.")
  int patienceSeconds() default 60;

  @AttributeDefinition(description = "A snapshot is taken when so many entries were folded since.")
  int snapshotEntries() default 100_000;

  @AttributeDefinition(
      description =
          "A snapshot is taken when so many minutes went by since, and a twentieth of what is in"
              + " the last one was folded.")
  int snapshotMinutes() default 15;
}
