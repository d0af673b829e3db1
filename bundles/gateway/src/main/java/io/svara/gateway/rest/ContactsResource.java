package io.svara.gateway.rest;

import io.svara.engine.desk.Contacts;
import io.svara.engine.desk.Page;
import io.svara.engine.desk.Refused;
import io.svara.gateway.problem.Texts;
import io.svara.gateway.session.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The people who write to us. */
@Path("contacts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "contacts")
public final class ContactsResource {
  private final Contacts contacts;

  ContactsResource(Contacts contacts) {
    this.contacts = contacts;
  }

  /** Some of the contacts. */
  public record Found(List<Contacts.Contact> contacts, Optional<String> next) {}

  /** The contact that is the same person. */
  public record Other(String other) {}

  @GET
  @Needs(Permission.READ_CASES)
  @Operation(summary = "Find contacts by name or handle")
  public Found find(
      @QueryParam("q") String q,
      @QueryParam("limit") String limit,
      @QueryParam("cursor") String cursor,
      @Context Locale language) {
    Page<Contacts.Contact> page =
        contacts.find(Query.text(q), Query.limit(limit, language), Query.text(cursor));
    return new Found(page.items(), page.next());
  }

  @GET
  @Path("{id}")
  @Needs(Permission.READ_CASES)
  @Operation(summary = "A contact with its handles")
  public Contacts.Contact get(@PathParam("id") String id, @Context Locale language) {
    return contacts
        .get(id)
        .orElseThrow(() -> Refused.notFound(Texts.of(language, "noContact", id)));
  }

  @POST
  @Path("{id}/merge")
  @Needs(Permission.MERGE_CONTACTS)
  @Operation(summary = "Join two contacts that are one person")
  public Contacts.Contact merge(@PathParam("id") String id, Other other, @Context Caller caller) {
    return contacts.merge(id, named(other, caller), caller.actor());
  }

  @POST
  @Path("{id}/unmerge")
  @Needs(Permission.MERGE_CONTACTS)
  @Operation(summary = "Take back a merge of contacts")
  public Contacts.Contact unmerge(@PathParam("id") String id, Other other, @Context Caller caller) {
    return contacts.unmerge(id, named(other, caller), caller.actor());
  }

  private static String named(Other other, Caller caller) {
    return Query.required(other.other(), "other", caller.actor().language());
  }
}
